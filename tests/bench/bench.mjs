// Slides a second against the engines that make social pictures from markup: same cover, same machine, in turns.
// `COUNT=100 ROUNDS=3 npm run bench`. The figures are a rate, then how many times slower than ours of the same kind.
import { execFileSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const count = process.env.COUNT ?? '50';
const rounds = Number(process.env.ROUNDS ?? 3);
const target = process.env.CARGO_TARGET_DIR ?? `${here}/../../target`;

execFileSync('cargo', ['build', '--release', '--quiet', '--package', 'planche-app', '--example', 'slides'], { cwd: here, stdio: 'inherit' });

const runs = [
  () => execFileSync(`${target}/release/examples/slides`, [count], { encoding: 'utf8' }),
  () => execFileSync('node', [`${here}/takumi.mjs`], { encoding: 'utf8', env: { ...process.env, COUNT: count } }),
  () => execFileSync('node', [`${here}/satori.mjs`], { encoding: 'utf8', env: { ...process.env, COUNT: count } }),
];

const rates = new Map();
for (let round = 0; round < rounds; round++) {
  for (const run of runs) {
    for (const line of run().trim().split('\n')) {
      const { name, count: drawn, seconds, bytes } = JSON.parse(line);
      rates.set(name, { rates: [...(rates.get(name)?.rates ?? []), drawn / seconds], bytes });
    }
  }
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const ours = (kind) => median(rates.get(`planche ${kind}`).rates);
for (const [name, { rates: measured, bytes }] of rates) {
  const kind = name.split(' ').at(-1);
  const rate = median(measured);
  console.log(`${name.padEnd(24)} ${rate.toFixed(1).padStart(7)} slides/s   ours is ×${(ours(kind) / rate).toFixed(2)}   ${bytes} bytes`);
}
