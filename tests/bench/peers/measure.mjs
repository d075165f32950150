import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readFileSync, readdirSync } from 'node:fs';
import { COUNT, headlines } from './slide.mjs';

/**
 * Draws each headline after a few to warm up and prints one line of JSON: seconds of the clock, of the processor in the
 * whole process tree, bytes a slide. `SAVE=folder` keeps the last slide, to be looked at.
 */
export async function measure(name, draw) {
  for (const headline of headlines.slice(0, 3)) await draw(headline);
  const [started, worked] = [performance.now(), processor()];
  let bytes = 0;
  let last;
  for (const headline of headlines) bytes += (last = await draw(headline)).length;
  const seconds = (performance.now() - started) / 1000;
  console.log(JSON.stringify({ name, count: COUNT, seconds, cpu: processor() - worked, bytes: Math.round(bytes / COUNT) }));
  save(name, last);
}

function save(name, bytes) {
  if (!process.env.SAVE || name.endsWith('raw')) return;
  const path = `${process.env.SAVE}/${name.replace(/[^a-z]+/g, '-')}.${name.split(' ').at(-1)}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

/** Seconds of the processor that this process and all it started have used. */
function processor() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + below(process.pid).reduce((sum, pid) => sum + ticks(pid), 0) / 100;
}

function below(top) {
  const parents = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((pid) => [Number(pid), Number(stat(pid)[1])]);
  const children = (of) => parents.filter(([, parent]) => parent === of).flatMap(([pid]) => [pid, ...children(pid)]);
  return children(top);
}

function ticks(pid) {
  return stat(pid).slice(11, 15).reduce((sum, value) => sum + Number(value), 0);
}

/** What the kernel tells of a process, after its name. */
function stat(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
  } catch {
    return [];
  }
}
