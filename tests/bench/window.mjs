// The real window: launch to a usable editor with the memory of the whole process tree, and a keystroke in the Plan to
// its new picture. Build first: `cargo build --release -p planche-shell --features custom-protocol`.
// `xvfb-run -a -s '-screen 0 1440x900x24' node tests/bench/window.mjs`
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
process.env.PLANCHE_STUDIO ??= join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), 'release', 'planche-studio');
const { launch, pause, scratch } = await import('../e2e/studio.mjs');

const KEYSTROKES = Number(process.env.KEYSTROKES ?? 80);
/** Between two keystrokes, in milliseconds: a fast typist. */
const TYPIST = 120;
const LAUNCHES = Number(process.env.LAUNCHES ?? 5);
const percentile = (values, share) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

/** From the input event to the frame in which the page at hand shows another picture. */
const WATCH = `
  window.__times = [];
  let pressed = null;
  document.addEventListener('input', () => (pressed = performance.now()), true);
  new MutationObserver((changes) => {
    // A picture is put in its frame once it is decoded, in the old one's place.
    const isPicture = (node) => node.nodeName === 'IMG';
    const shown = changes.some(({ target, addedNodes }) =>
      (isPicture(target) || [...addedNodes].some(isPicture)) && target.closest('[data-testid^="frame-"][data-testid$="-3"]'));
    if (!shown || pressed === null) return;
    const from = pressed;
    pressed = null;
    requestAnimationFrame(() => window.__times.push(performance.now() - from));
  }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['src'] });
`;

const desk = scratch();
await prepare();
await measureLaunch();
await measureTyping();
desk.remove();

/** A library with the sample brands and a creation of ten pages, the one that is opened. */
async function prepare() {
  const studio = await launch(desk);
  const { ok: { studio: { brands } } } = await studio.call('openSample');
  const { ok: [card] } = await studio.call('documents', { brand: brands.find(({ name }) => name === 'Marée Basse').id });
  const { ok: outline } = await studio.call('outline', { document: card.id });
  const more = '\n# Une page de plus.\nDu grès, encore.\n\n# Et une autre.\nDu grès, toujours.\n\n# La dixième.\nLe compte y est.\n';
  await studio.call('createDocument', { brand: card.brand, title: 'Dix pages', outline: outline.replace(/^title: .*$/m, 'title: Dix pages') + more });
  await studio.close();
}

async function measureLaunch() {
  const [paints, editors, memory] = [[], [], []];
  for (let round = 0; round < LAUNCHES; round++) {
    const studio = await launch(desk);
    const pid = studioPid();
    await studio.settle();
    const painted = await studio.run(`return performance.timeOrigin + performance.getEntriesByType('paint').at(-1).startTime`);
    paints.push(painted - startedAt(pid));
    const opened = Date.now();
    await open(studio);
    editors.push(painted - startedAt(pid) + Date.now() - opened);
    memory.push(tree(pid).reduce((sum, process) => sum + proportional(process), 0) / 1024);
    await studio.close();
  }
  console.log(`launch -> home painted     median ${percentile(paints, 0.5).toFixed(0)} ms`);
  console.log(`launch -> editor usable    median ${percentile(editors, 0.5).toFixed(0)} ms (opening included, drawn)`);
  console.log(`memory of the process tree median ${percentile(memory, 0.5).toFixed(0)} MB (proportional)`);
}

async function measureTyping() {
  const studio = await launch(desk);
  await open(studio);
  const field = await studio.find('plan-body-3');
  await field.click();
  await studio.settle();
  await studio.run(WATCH);
  const before = processor();
  for (let at = 0; at < KEYSTROKES; at++) {
    await pause(TYPIST);
    await field.sendKeys(at % 6 === 5 ? ' ' : 'é');
    await studio.web.wait(() => studio.run('return window.__times.length > arguments[0]', at), 5000, 'no new picture');
  }
  const times = await studio.run('return window.__times');
  console.log(`keystroke -> new picture   median ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms, ${times.length} keystrokes, 10 pages`);
  console.log(`taken by other machines    ${(stolen(before, processor()) * 100).toFixed(0)} % of the processor meanwhile`);
  await studio.close();
}

/** The creation that was changed last is the one home offers. */
async function open(studio) {
  await studio.press('Reprendre', 20000);
  await studio.find('plan-title-1', 20000);
  await studio.settle();
}

function studioPid() {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return Number(pids.find((pid) => read(`/proc/${pid}/cmdline`).startsWith(process.env.PLANCHE_STUDIO)));
}

/** When a process was started, in milliseconds since 1970. */
function startedAt(pid) {
  const ticks = Number(read(`/proc/${pid}/stat`).split(') ')[1].split(' ')[19]);
  const boot = Date.now() - Number(read('/proc/uptime').split(' ')[0]) * 1000;
  return boot + ticks * 10;
}

/** What the processor has done since the machine started, in ticks: `user nice system idle iowait irq softirq steal`. */
function processor() {
  return read('/proc/stat').split('\n')[0].split(/\s+/).slice(1, 9).map(Number);
}

/** The share of the time in which a virtual machine wanted its processor and did not get it. */
function stolen(before, after) {
  const spent = after.map((ticks, at) => ticks - before[at]);
  const [idle, steal] = [spent[3] + spent[4], spent[7]];
  return steal / (spent.reduce((sum, ticks) => sum + ticks) - idle);
}

function tree(top) {
  const parents = new Map(readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((pid) => [Number(pid), Number(read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ')[1])]));
  const below = (pid) => [pid, ...[...parents].filter(([, parent]) => parent === pid).flatMap(([child]) => below(child))];
  return below(top);
}

/** Memory in KB, shared pages counted by their share. */
function proportional(pid) {
  return Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
