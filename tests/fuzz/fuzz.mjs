// Gives the studio what strangers could give it, for SECONDS (60) a target: `npm run fuzz`, `npm run fuzz -- outline`.
// What stops a target is kept in a file and named; `npm run fuzz -- outline FILE` gives that file alone.
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, createWriteStream, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { root, run } from '../../.ci/set-up.mjs';

/** The targets: the files of the project they begin from, and the longest input that is worth trying. */
const TARGETS = {
  outline: { from: ['assets/brands', 'tests/brands', 'tests/suite'], like: /\.md$/, longest: 4096 },
  charter: { from: ['assets/brands', 'tests/brands'], like: /charter\.json$/, longest: 8192 },
  tokens: { from: ['tests/fuzz/seeds/tokens'], like: /./, longest: 8192 },
  template: { from: ['assets/templates', 'tests/fuzz/seeds/template'], like: /(atelier|small)\.json$/, longest: 32768 },
  drawing: { from: ['assets/brands', 'tests/brands', 'tests/fuzz/seeds/drawing'], like: /\.svg$/, longest: 8192 },
  typeface: { from: ['assets/fonts/files', 'tests/fuzz/seeds/typeface'], like: /^(Karla-ext\.ttf|bent|hollow|postscript|truetype|variable)$/, longest: 32768 },
};

/** What `cargo fuzz` passes to a stable compiler: coverage that libFuzzer reads, and no sanitizer. */
const COVERAGE = [
  '-Cpasses=sancov-module',
  ...['level=4', 'inline-8bit-counters', 'pc-table', 'trace-compares'].map((flag) => `-Cllvm-args=-sanitizer-coverage-${flag}`),
];

/** A page is composed in milliseconds: what takes a minute, even on a machine that others keep busy, or two gigabytes, is a trap. */
const BOUNDS = ['-timeout=60', '-rss_limit_mb=2048'];

const seconds = Number(process.env.SECONDS ?? 60);
const work = join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), 'fuzz');
const [only, file] = process.argv.slice(2);
const wanted = only ? [only] : Object.keys(TARGETS);
if (wanted.some((name) => !TARGETS[name])) throw new Error(`there are ${Object.keys(TARGETS).join(', ')}`);

const programs = build();
if (file) run(join(programs, only), [...BOUNDS, file]);
else await runAll();

/** Builds for the machine's own target by name, so that what the compiler itself loads is left without coverage. */
function build() {
  const host = /^host: (.*)$/m.exec(spawnSync('rustc', ['--version', '--verbose'], { encoding: 'utf8' }).stdout)[1];
  const env = { ...process.env, RUSTFLAGS: COVERAGE.join(' ') };
  run('cargo', ['build', '--package', 'planche-fuzz', '--profile', 'fuzz', '--target', host, '--target-dir', work], { env });
  return join(work, host, 'fuzz');
}

/** As many targets at a time as there are cores. */
async function runAll() {
  const waiting = [...wanted];
  const failed = [];
  const worker = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) if (!(await fuzz(name))) failed.push(name);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  if (failed.length > 0) {
    console.error(`\nstopped: ${failed.join(', ')}`);
    process.exit(1);
  }
}

/** Runs a target until its time is over or something stops it; whether nothing did. */
async function fuzz(name) {
  const [seeds, corpus, found] = ['seeds', 'corpus', 'found'].map((folder) => join(work, folder, name));
  [corpus, found].forEach((folder) => mkdirSync(folder, { recursive: true }));
  gather(TARGETS[name], seeds);

  const known = new Set(readdirSync(found));
  const log = join(work, `${name}.txt`);
  const code = await ended(join(programs, name), [...options(name), `-artifact_prefix=${found}/`, corpus, seeds], log);
  const text = readFileSync(log, 'utf8');
  console.log(`${name}: ${figures(text)}`);
  if (code === 0) return true;
  console.error(text.split('\n').slice(-40).join('\n'));
  for (const input of readdirSync(found).filter((input) => !known.has(input))) console.error(`npm run fuzz -- ${name} ${join(found, input)}`);
  return false;
}

/** Copies the files to begin from into one folder, where libFuzzer looks for them. */
function gather({ from, like }, folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const paths = from.flatMap((place) => readdirSync(join(root, place), { recursive: true }).filter((path) => like.test(path)).map((path) => join(place, path)));
  paths.forEach((path) => copyFileSync(join(root, path), join(folder, path.replaceAll(/[\\/]/g, '-'))));
}

function options(name) {
  const dictionary = join(root, 'tests', 'fuzz', 'dictionaries', `${name}.txt`);
  const words = existsSync(dictionary) ? [`-dict=${dictionary}`] : [];
  return [...BOUNDS, `-max_total_time=${seconds}`, `-max_len=${TARGETS[name].longest}`, '-print_final_stats=1', ...words];
}

/** The exit code of a program that writes its log to a file. */
function ended(program, args, log) {
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, RUST_BACKTRACE: '1' } });
  child.stderr.pipe(createWriteStream(log));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** What libFuzzer says last of what it ran and reached. */
function figures(log) {
  const last = (pattern) => [...log.matchAll(pattern)].at(-1)?.[1] ?? '?';
  return `${last(/number_of_executed_units: (\d+)/g)} inputs, ${last(/ cov: (\d+)/g)} places reached, ${last(/ corp: (\d+)/g)} inputs kept`;
}
