// The same photographs cut to 1080 × 1350 by every tool, in turns, each on one thread, file to file: JPEG of quality 82,
// 4:2:0, optimised. Prints what the processor takes, and how like a slow and careful cut the files are (SSIMULACRA2). Then
// thumbnails of 256 px a side, with a hash of each file, as an import needs it: ours BLAKE3, sharp's SHA-256, the fastest
// that Node has.
// `COUNT=50 ROUNDS=3 npm run bench:photos`; `QUALITY=no` leaves the likeness out. `PHOTOS=folder` takes your own JPEG files.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { photographs } from './camera.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { COUNT = '50', ROUNDS = '3', QUALITY, PHOTOS } = process.env;
const target = process.env.CARGO_TARGET_DIR ?? join(here, '../../target');
const JPEG_QUALITY = '82';
const THUMBNAIL_QUALITY = '80';

const samples = ['maree-basse', 'rustine'].map((brand) => join(here, '../../assets/brands', brand, 'photos'));
const sources = PHOTOS ?? join(target, `bench-photographs-${COUNT}`);
if (!PHOTOS) await photographs(sources, Number(COUNT), samples);
const names = readdirSync(sources).filter((name) => name.endsWith('.jpg'));

execFileSync('cargo', ['build', '--release', '--quiet', '--package', 'planche-app', '--example', 'photos'], { cwd: here, stdio: 'inherit' });
const program = join(target, 'release/examples/photos');
const outs = mkdtempSync(join(tmpdir(), 'photographs-'));
const tools = { planche, sharp, ...(spawnSync('vipsthumbnail', ['--version']).status === 0 ? { vipsthumbnail } : {}) };
if (!tools.vipsthumbnail) console.log('NOT MEASURED: vipsthumbnail, which is not installed (Debian: libvips-tools)');
try {
  report(measured(tools), likenesses);
  console.log('\nThumbnails of 256 px, with a hash of each file: BLAKE3 here, SHA-256 with sharp');
  report(measured({ planche: planche256, sharp: sharp256 }), () => new Map());
} finally {
  rmSync(outs, { recursive: true });
}

function measured(tools) {
  const times = new Map(Object.keys(tools).map((name) => [name, []]));
  for (let round = 0; round < Number(ROUNDS); round++) {
    for (const [name, tool] of Object.entries(tools)) times.get(name).push(tool());
  }
  return times;
}

function report(times, compare) {
  const likeness = QUALITY === 'no' ? new Map() : compare([...times.keys()]);
  const ours = median(times.get('planche'));
  for (const [name, seconds] of times) {
    const [time, files] = [median(seconds), names.map((file) => statSync(join(made(name), file)).size)];
    const weight = Math.round(files.reduce((sum, size) => sum + size, 0) / files.length);
    const { mean, least } = likeness.get(name) ?? {};
    const alike = mean ? `   ${mean.toFixed(2)} like the careful cut, ${least.toFixed(2)} at least` : '';
    console.log(`${name.padEnd(14)} ${(time * 1000).toFixed(1).padStart(6)} ms   ×${(time / ours).toFixed(2)} ours   ${weight} bytes${alike}`);
  }
}

/** Where a tool's files are. */
function made(name) {
  return name === 'planche' ? join(outs, name, 'ig_carousel_4_5') : join(outs, name);
}

function planche() {
  const { cpu, count } = JSON.parse(execFileSync(program, ['fit', sources, join(outs, 'planche'), JPEG_QUALITY], { encoding: 'utf8' }));
  return cpu / count;
}

function planche256() {
  const { cpu, count } = JSON.parse(execFileSync(program, ['thumbnails', sources, join(outs, 'planche', 'ig_carousel_4_5'), THUMBNAIL_QUALITY], { encoding: 'utf8' }));
  return cpu / count;
}

function sharp() {
  return sharpSeconds('1080', '1350', 'cover', JPEG_QUALITY);
}

function sharp256() {
  return sharpSeconds('256', '256', 'inside', THUMBNAIL_QUALITY, { HASH: 'sha256' });
}

function sharpSeconds(width, height, fit, quality, environment = {}) {
  const told = execFileSync('node', [join(here, 'peers/sharp.mjs'), width, height, fit, sources, made('sharp'), quality, ...names], { encoding: 'utf8', env: { ...process.env, ...environment } });
  return JSON.parse(told).cpu / names.length;
}

function vipsthumbnail() {
  mkdirSync(made('vipsthumbnail'), { recursive: true });
  const output = join(made('vipsthumbnail'), `%s.jpg[Q=${JPEG_QUALITY},strip,optimize_coding]`);
  const children = childSeconds(['vipsthumbnail', '--size', '1080x1350', '--smartcrop', 'centre', '-o', output, ...names.map((name) => join(sources, name))]);
  return children / names.length;
}

/** Seconds of the processor that a command takes. */
function childSeconds(command) {
  const script = 'import resource, subprocess, sys\nsubprocess.run(sys.argv[1:], check=True)\nused = resource.getrusage(resource.RUSAGE_CHILDREN)\nprint(used.ru_utime + used.ru_stime)';
  const env = { ...process.env, VIPS_CONCURRENCY: '1' };
  return Number(execFileSync('python3', ['-c', script, ...command], { encoding: 'utf8', env }));
}

function likenesses(tools) {
  const lines = execFileSync(program, ['compare', sources, ...tools.map(made)], { encoding: 'utf8' }).trim().split('\n');
  return new Map(lines.map((line, at) => [tools[at], JSON.parse(line)]));
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
