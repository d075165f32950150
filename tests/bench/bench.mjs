// The same slide by every engine, in turns, and how the studio's own pipeline grows. Prints ratios:
// `COUNT=50 ROUNDS=3 npm run bench`; `ONLY=peers`, `ONLY=growth` for a half. `SAVE=folder` keeps each engine's slide.
// Time is the processor's, of all threads and processes: the clock says little on a shared machine.
import { execFileSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const { COUNT = '50', ROUNDS = '3', ONLY, SAVE } = process.env;
const target = process.env.CARGO_TARGET_DIR ?? `${here}/../../target`;
const PEERS = ['takumi', 'skia', 'chromium', 'satori'];

execFileSync('cargo', ['build', '--release', '--quiet', '--package', 'planche-app', '--example', 'slides'], { cwd: here, stdio: 'inherit' });
if (ONLY !== 'growth') peers();
if (ONLY !== 'peers') growth();

function peers() {
  const measured = new Map();
  for (let round = 0; round < Number(ROUNDS); round++) {
    const lines = [slides('peers', COUNT, ...(SAVE ? [SAVE] : [])), ...PEERS.map(peer)].flat();
    for (const line of lines) measured.set(line.name, [...(measured.get(line.name) ?? []), line]);
  }
  for (const [name, lines] of measured) {
    const ours = measured.get(`planche ${name.split(' ').at(-1)}`);
    const ratio = median(lines, cpu) / median(ours, cpu);
    console.log(`${name.padEnd(24)} ${median(lines, cpu).toFixed(1).padStart(7)} ms   ×${ratio.toFixed(2).padStart(6)} ours   ${lines[0].bytes} bytes   ${median(lines, clock).toFixed(1)} ms of the clock`);
  }
}

function growth() {
  const threads = slides('threads', '200');
  const rate = (count) => median(threads.filter(({ name }) => name.endsWith(`on ${count}`)), (line) => line.count / line.seconds);
  console.log(`two threads over one     ×${(rate(2) / rate(1)).toFixed(2)}, 200 slides`);
  const pages = slides('pages');
  const page = (count) => median(pages.filter(({ name }) => name.endsWith(` ${count}`)), cpu);
  console.log(`a page of 1,000 over one of 10   ×${(page(1000) / page(10)).toFixed(2)}`);
  const [first, last] = slides('memory', process.env.MEMORY ?? '5000');
  console.log(`memory after ${last.count} over ${first.count} slides   ×${(last.kilobytes / first.kilobytes).toFixed(3)}, ${Math.round(last.kilobytes / 1024)} MB`);
}

function slides(...args) {
  return parsed(execFileSync(`${target}/release/examples/slides`, args, { encoding: 'utf8' }));
}

function peer(name) {
  return parsed(execFileSync('node', [`${here}/peers/${name}.mjs`], { encoding: 'utf8', env: { ...process.env, COUNT } }));
}

function parsed(output) {
  return output.trim().split('\n').map((line) => JSON.parse(line));
}

function cpu({ cpu, count }) {
  return (cpu / count) * 1000;
}

function clock({ seconds, count }) {
  return (seconds / count) * 1000;
}

function median(values, of) {
  return values.map(of).toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
