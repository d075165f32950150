// The content library in the real window: from a folder to a creation, and back from a backup.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Key, By, launch, pause, root, scratch, until } from '../studio.mjs';

const desk = scratch();
const folder = join(desk.folder, 'photos');
let studio;

/** Photographs of the sample, one of them twice, and a half file. */
function gather() {
  const from = join(root, 'assets/brands/rustine/photos');
  mkdirSync(join(folder, 'encore'), { recursive: true });
  const names = readdirSync(from).filter((name) => name.endsWith('.jpg'));
  for (const name of names) copyFileSync(join(from, name), join(folder, name));
  copyFileSync(join(from, names[0]), join(folder, 'encore', 'copie.jpg'));
  writeFileSync(join(folder, 'moitie.jpg'), readFileSync(join(from, names[1])).subarray(0, 20_000));
  return names.length;
}

before(async () => {
  studio = await launch({ ...desk, args: ['--sample'] });
});
after(async () => {
  await studio?.close();
  desk.remove();
});

const brand = async () => (await studio.call('studio')).ok.brands.find(({ name }) => name === 'Marée Basse');
const find = async (query) =>
  (await studio.call('findAssets', { brand: (await brand()).id, query, after: null, limit: 200 })).ok.assets;
const confirmRestoring = async () => {
  const confirm = By.xpath("//*[@role='alertdialog']//button[normalize-space(.)='Restaurer' or normalize-space(.)='Restore']");
  await (await studio.web.wait(until.elementLocated(confirm), 5000)).click();
};
const cells = () => studio.run("return document.querySelectorAll('[role=option]').length");

test('a folder comes in, and what is broken is named', async () => {
  const count = gather();
  const before = (await find({})).length;
  await studio.press('Bibliothèque');
  await studio.call('startImport', { brand: (await brand()).id, paths: [folder] });
  const banner = By.xpath("//*[contains(., 'refusé') and not(*)]");
  await studio.web.wait(until.elementLocated(banner), 60000, 'the end of the import is not told');
  assert.equal((await find({})).length, before + count);
  await studio.web.wait(async () => (await cells()) === before + count, 10000, 'the wall does not show them');
  await studio.press('Voir le détail');
  await studio.web.wait(until.elementLocated(By.xpath("//*[contains(., 'moitie.jpg')]")), 5000);
  await pause(300);
  await studio.shot('library-import');
  await studio.web.actions().sendKeys(Key.ESCAPE).perform();
});

test('a picture copied in another program is pasted', async () => {
  const before = (await find({})).length;
  const picture = join(root, 'assets/brands/maree-basse/photos/estran.jpg');
  const copied = spawn('/usr/bin/python3', [join(root, 'tests/e2e/copied-picture.py'), picture], { stdio: ['ignore', 'pipe', 'inherit'] });
  await Promise.race([once(copied.stdout, 'data'), once(copied, 'exit')]);
  await studio.web.actions().keyDown(Key.CONTROL).sendKeys('v').keyUp(Key.CONTROL).perform();
  await studio.web.wait(async () => (await find({})).length === before + 1, 10000, 'it did not come in');
  copied.kill();
  const [newest] = await find({});
  assert.match(newest.name, /^Image collée .*\.png$/);
});

test('a picture is found by a word, even mistyped, and opened', async () => {
  await pause(300);
  await studio.web.actions().sendKeys('/').perform();
  await studio.web.actions().sendKeys('bosl').perform();
  await studio.web.wait(until.elementLocated(By.xpath("//*[contains(., 'Résultats pour') and not(*)]")), 5000);
  await studio.web.wait(async () => (await cells()) < 10, 5000);
  await studio.run("document.querySelector('[role=option]').click()");
  await studio.web.actions().sendKeys(Key.ENTER).perform();
  await studio.web.wait(until.elementLocated(By.xpath("//h3[contains(., 'Droits')]|//h2[contains(., 'Droits')]")), 5000);
  await studio.settle();
  await studio.shot('library-drawer');
  assert.deepEqual(await studio.axe(), []);
});

test('an agreement keeps its signed document, and shows it', async () => {
  const [{ id }] = await find({ text: 'bosl' });
  const paper = join(desk.folder, 'Accord signé – Léa Morvan, juin 2026.pdf');
  writeFileSync(paper, '%PDF-1.7');
  const words = { scope: 'Réseaux de l’atelier', channels: ['Instagram'], until: null, document: 'Dossier RH' };
  const consent = { id: '00000000-0000-0000-0000-000000000000', person: 'Léa Morvan', ...words, file: null, withdrawn: null };
  const { ok: kept } = await studio.call('saveConsent', { assets: [id], consent, attach: paper });
  assert.ok(existsSync(join(desk.library, 'blobs', kept.file.blob.slice(0, 2), kept.file.blob)));
  await studio.press('Modifier l’accord de Léa Morvan');
  await studio.press('Retirer le document');
  await studio.web.wait(until.elementLocated(By.xpath("//*[@role='dialog']//button[contains(., 'Joindre le document signé')]")), 5000);
  await studio.settle();
  await studio.shot('library-consent');
  assert.deepEqual(await studio.axe(), []);
  await studio.web.actions().sendKeys(Key.ESCAPE).perform();
  const { ok: view } = await studio.call('asset', { asset: id });
  assert.equal(view.consents[0].file.name, kept.file.name, 'what was not kept changed nothing');
});

test('the library looks as it should in the dark and in a small window', async () => {
  await studio.theme('dark');
  await studio.resize(1100, 720);
  await studio.shot('library-dark-1100');
  assert.deepEqual(await studio.axe(), []);
  await studio.theme('light');
  await studio.resize(1440, 900);
});

test('what is said is undone, and a library goes back', async () => {
  const [first] = await find({ kinds: ['photo'] });
  await studio.call('changeAssets', { assets: [first.id], change: { kind: 'tag', tag: 'Essai' } });
  assert.equal((await find({ tags: ['Essai'] })).length, 1);
  await studio.call('undoAssets', {});
  assert.equal((await find({ tags: ['Essai'] })).length, 0);
  const { ok: backup } = await studio.call('backUp', {});
  await studio.call('trashAssets', { assets: [first.id] });
  assert.equal((await find({ trashed: true })).length, 1);
  await studio.call('restoreBackup', { name: backup.name });
  assert.equal((await find({ trashed: true })).length, 0);
  assert.deepEqual((await studio.call('verify', {})).ok.problems, []);
});

test('a library destroyed under the studio is given its last backup from the window', async () => {
  const count = (await find({})).length;
  await studio.call('changeAssets', { assets: [(await find({}))[0].id], change: { kind: 'tag', tag: 'Sauvé' } });
  await studio.call('backUp', {});
  await studio.kill();
  writeFileSync(join(desk.library, 'library.db'), Buffer.alloc(20_000));
  studio = await launch(desk);
  await studio.web.wait(until.elementLocated(By.xpath("//*[contains(., 'endommagée') or contains(., 'damaged')]")), 10000);
  await pause(500);
  await studio.shot('rescue');
  assert.deepEqual(await studio.axe(), []);
  const restore = By.xpath("//li//button[contains(., 'Restaurer') or contains(., 'Restore')]");
  await (await studio.web.findElement(restore)).click();
  await confirmRestoring();
  await studio.web.wait(async () => (await studio.call('studio')).ok, 20000, 'it does not open');
  assert.equal((await find({})).length, count);
  assert.equal((await find({ tags: ['Sauvé'] })).length, 1);
});
