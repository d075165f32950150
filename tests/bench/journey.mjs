// Five thousand files, two hundred of them damaged, in the real window: brought in, searched, tagged, aimed, used, exported,
// backed up, destroyed and restored. Fails when anything is lost, or a damaged file is not named. Build the studio first:
// `cargo build --package planche-shell --features custom-protocol`, then `COUNT=5000 DAMAGED=200 xvfb-run -a npm run journey`.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { By, launch, pause, scratch, until } from '../e2e/studio.mjs';

const { COUNT = '5000', DAMAGED = '200' } = process.env;
const [count, damaged] = [Number(COUNT), Number(DAMAGED)];
const here = dirname(fileURLToPath(import.meta.url));
const samples = ['maree-basse', 'rustine'].flatMap((brand) => {
  const folder = join(here, '../../assets/brands', brand, 'photos');
  return readdirSync(folder).filter((name) => name.endsWith('.jpg')).map((name) => join(folder, name));
});
/** JPEG inside TIFF is not read, and AVIF takes long. */
const MORE = { tiff: { compression: 'lzw' }, avif: { effort: 0 } };
const FORMATS = ['jpg', 'jpg', 'jpg', 'png', 'webp', 'tiff', 'gif', 'avif'];

const desk = scratch();
const folder = process.env.FILES ?? join(desk.folder, 'files');
let studio;
try {
  const spoilt = await gather();
  studio = await launch({ ...desk, args: ['--sample'] });
  const brand = await ownBrand();
  await comesIn(brand, spoilt);
  await isFoundAndTagged(brand);
  const [first] = await find(brand, { kinds: ['photo'], tags: ['Journée'] });
  const document = await isAimedUsedAndExported(brand, first);
  await isDestroyedAndRestored(brand, first, document);
  console.log('nothing was lost');
} finally {
  await studio?.close();
  desk.remove();
}

/** Small pictures of every format, each like no other, and files that are not what they say; answers the names of these. */
async function gather() {
  const spoilt = [];
  for (let at = 0; at < count; at++) {
    const format = FORMATS[at % FORMATS.length];
    const name = `photo-${String(at).padStart(5, '0')}.${format}`;
    const path = join(folder, String(at % 20), name);
    const isSpoilt = at % Math.floor(count / damaged) === 0 && spoilt.length < damaged;
    if (isSpoilt) spoilt.push(name);
    if (existsSync(path)) continue;
    mkdirSync(dirname(path), { recursive: true });
    const file = await picture(at, format);
    writeFileSync(path, isSpoilt ? spoil(file, spoilt.length) : file);
  }
  return spoilt;
}

/** A part of a sample in light of its own, so that few look alike. */
function picture(at, format) {
  const size = 320;
  const [left, top] = [(at * 37) % 200, (at * 53) % 200];
  return sharp(samples[at % samples.length])
    .resize(560, 560, { fit: 'cover' })
    .extract({ left, top, width: size, height: Math.round(size * (0.6 + ((at * 7) % 40) / 100)) })
    .rotate((at % 4) * 90)
    .modulate({ hue: (at * 29) % 360, brightness: 0.7 + ((at * 11) % 60) / 100 })
    .toFormat(format === 'jpg' ? 'jpeg' : format, { quality: 60, ...MORE[format] })
    .toBuffer();
}

function spoil(file, number) {
  switch (number % 4) {
    case 0: return Buffer.alloc(0);
    case 1: return file.subarray(0, Math.floor(file.length / 3));
    case 2: return Buffer.from('Bonjour, ceci n’est pas une image.');
    default: return Buffer.concat([file.subarray(0, 12), Buffer.alloc(file.length, 0xa5)]);
  }
}

async function ownBrand() {
  await studio.web.wait(async () => (await studio.call('studio')).ok, 20000);
  const { ok: { fontPairs } } = await studio.call('studio');
  const pair = fontPairs[0].id;
  const made = await studio.call('createBrand', { name: 'Journée', tagline: '', primary: '#1f3d36', secondary: '#efe9dd', fontPair: pair, logo: null });
  assert.ok(made.ok, JSON.stringify(made.problem));
  return made.ok.id;
}

async function comesIn(brand, spoilt) {
  const started = Date.now();
  await studio.run('window.__imports = null; window.__TAURI_INTERNALS__.invoke("plugin:event|listen", { event: "planche:import", target: { kind: "Any" }, handler: window.__TAURI_INTERNALS__.transformCallback(({ payload }) => (window.__imports = payload)) })');
  await studio.call('startImport', { brand, paths: [folder] });
  await studio.web.wait(async () => (await studio.run('return window.__imports?.state')) === 'done', 3600000, 'the import does not end');
  const job = await studio.run('return window.__imports');
  const named = job.failed.map(({ parameters }) => basename(parameters.path ?? '')).toSorted();
  assert.deepEqual(named, spoilt.toSorted(), 'each damaged file is named, and no other');
  assert.equal(job.imported + job.merged, count - spoilt.length);
  assert.equal(job.merged, 0);
  console.log(`${job.imported} files in, ${named.length} named, in ${Math.round((Date.now() - started) / 1000)} s`);
}

async function isFoundAndTagged(brand) {
  await studio.press('Bibliothèque');
  await studio.web.wait(until.elementLocated(By.css('[role=option]')), 20000);
  await studio.settle();
  await studio.shot('journey-wall');
  const last = `photo-${String(count - 1).padStart(5, '0')}`;
  const names = (await find(brand, { text: last })).map(({ name }) => name.slice(0, last.length));
  assert.deepEqual(names, [last]);
  const webps = await find(brand, { text: 'webp' });
  const ids = webps.map(({ id }) => id);
  assert.ok(ids.length > 0);
  assert.ok((await studio.call('changeAssets', { assets: ids, change: { kind: 'tag', tag: 'Journée' } })).ok);
  assert.equal((await find(brand, { tags: ['Journée'] })).length, ids.length);
}

async function isAimedUsedAndExported(brand, { id }) {
  assert.ok((await studio.call('changeAssets', { assets: [id], change: { kind: 'aim', x: 0.2, y: 0.8 } })).ok);
  const { ok: view } = await studio.call('createDocument', { brand, title: 'Journée', outline: '# Une journée\n\nCinq mille fichiers.\n' });
  const shown = await studio.call('setPicture', { document: view.id, page: view.pages[0].id, path: null, asset: id });
  assert.ok(shown.ok, JSON.stringify(shown.problem));
  const out = join(desk.folder, 'out');
  const choices = ['ig_carousel_4_5', 'ig_story'].map((format) => ({ format, pages: view.pages.map((page) => page.id) }));
  const { ok: job, problem } = await studio.call('startExport', { document: view.id, choices, as: 'png', folder: out });
  assert.ok(job, JSON.stringify(problem));
  await studio.web.wait(async () => (await studio.call('jobs')).ok.find((other) => other.id === job.id).state === 'done', 60000, 'the export does not end');
  assert.equal(readdirSync(join(job.folder, 'ig_story')).length, view.pages.length);
  return view.id;
}

async function isDestroyedAndRestored(brand, { id }, document) {
  const tagged = (await find(brand, { tags: ['Journée'] })).length;
  const { ok: facets } = await studio.call('assetFacets', { brand, query: {} });
  assert.ok((await studio.call('backUp')).ok);
  await studio.kill();
  writeFileSync(join(desk.library, 'library.db'), Buffer.alloc(1 << 20, 0x5a));
  studio = await launch(desk);
  const restore = By.xpath("//li//button[contains(., 'Restaurer') or contains(., 'Restore')]");
  await (await studio.web.wait(until.elementLocated(restore), 20000)).click();
  const confirm = By.xpath("//*[@role='alertdialog']//button[normalize-space(.)='Restaurer' or normalize-space(.)='Restore']");
  await (await studio.web.wait(until.elementLocated(confirm), 5000)).click();
  await studio.web.wait(async () => (await studio.call('studio')).ok, 30000, 'it does not open again');
  await pause(500);
  const { ok: after } = await studio.call('assetFacets', { brand, query: {} });
  assert.deepEqual(after, facets);
  assert.equal((await find(brand, { tags: ['Journée'] })).length, tagged);
  const { ok: asset } = await studio.call('asset', { asset: id });
  assert.deepEqual([asset.card.focusX, asset.card.focusY, asset.uses.map((use) => use.document)], [0.2, 0.8, [document]]);
  const { ok: report } = await studio.call('verify');
  const others = report.problems.filter(({ parameters }) => !parameters.path?.endsWith('-damaged.db'));
  assert.deepEqual(others, [], 'but for the database set aside, all is as it should be');
}

async function find(brand, query) {
  const found = [];
  let after = null;
  do {
    const { ok: page, problem } = await studio.call('findAssets', { brand, query, after, limit: 200 });
    assert.ok(page, JSON.stringify(problem));
    found.push(...page.assets);
    ({ after } = page);
  } while (after !== null);
  return found;
}
