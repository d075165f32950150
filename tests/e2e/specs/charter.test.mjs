// A brand's charter in the real window: changed as a draft, put in force, checked where one writes.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { By, Key, launch, pause, scratch, until } from '../studio.mjs';

const desk = scratch();
let studio;
let brand;

before(async () => {
  studio = await launch({ ...desk, args: ['--sample'] });
  await studio.web.wait(async () => (await studio.call('studio')).ok.brands.length > 0, 20000);
  brand = (await studio.call('studio')).ok.brands.find(({ name }) => name === 'Marée Basse').id;
});
after(async () => {
  await studio?.close();
  desk.remove();
});

const charter = async () => (await studio.call('charter', { brand })).ok;
const stamp = async () => (await studio.call('documents', { brand })).ok[0].firstStamp;
const shown = (xpath, timeout = 10000) => studio.web.wait(until.elementLocated(By.xpath(xpath)), timeout, `no ${xpath}`);
const said = (text) => shown(`//*[contains(normalize-space(.), '${text}') and not(*)]`);
const proof = () => studio.run("return [...document.querySelectorAll('aside img')].map((image) => image.src).join(' ')");

test('a colour is changed as a draft, seen on the proof, and every creation follows once it is applied', async () => {
  await studio.press('Charte');
  await shown("//h2[normalize-space(.)='Couleurs']");
  const [before, pictures] = [await stamp(), await proof()];
  await (await shown("//button[contains(., 'Lichen') and contains(., 'Vif')]")).click();
  await studio.fill(await shown("//label[normalize-space(.)='Valeur']/following::input[1]"), '#7fd1ff');
  await studio.web.wait(async () => (await charter()).charter.colors.vivid.value === '#7fd1ff', 10000, 'the draft is not kept');
  await studio.web.wait(async () => (await proof()) !== pictures, 10000, 'the proof does not follow');
  assert.equal(await stamp(), before, 'no creation changes before it is applied');
  await studio.press('Voir ce qui change');
  await said('1 création change d’aspect');
  await pause(400);
  await studio.shot('charter-changes');
  await (await shown("//*[@role='dialog']//button[normalize-space(.)='Appliquer']")).click();
  await studio.web.wait(async () => (await charter()).versions.length === 2, 10000, 'it is not in force');
  assert.notEqual(await stamp(), before);
});

test('a charter is given out as a book, as a whole brand and in forms that other programs read', async () => {
  const folder = join(desk.folder, 'given');
  const kinds = ['pdf', 'brand', 'dtcg', 'css', 'ase', 'gpl', 'legacy'];
  const { ok } = await studio.call('exportCharter', { brand, folder, kinds });
  assert.equal(ok.length, kinds.length);
  await studio.press('Partager…');
  await pause(500);
  await studio.shot('charter-share');
  assert.deepEqual(await studio.axe(), []);
  await studio.web.actions().sendKeys(Key.ESCAPE).perform();
  const taken = await studio.call('importBrand', { path: ok.find((path) => path.endsWith('.planche')) });
  assert.equal(taken.ok.name, 'Marée Basse 2');
  const tokens = readdirSync(folder).find((name) => name === 'Marée Basse.tokens.json');
  assert.match(readFileSync(join(folder, tokens), 'utf8'), /#7fd1ff/);
});

test('what the charter does not say is told where it is written, mended in one click, or left with a reason', async () => {
  await studio.press('Créations');
  const card = await shown("//button[@data-card and contains(., 'Oui, vos bols')]");
  await studio.web.actions().doubleClick(card).perform();
  await studio.find('plan-title-1');
  await studio.fill(await studio.find('plan-title-1'), 'Un produit artisanal');
  const findings = () => studio.text('[data-testid=findings]');
  await studio.web.wait(async () => (await findings()).includes('produit'), 10000, 'the word is not told');
  await studio.run("document.querySelector('[data-testid=findings]').scrollIntoView({ block: 'center' })");
  await pause(300);
  await studio.shot('editor-findings');
  assert.deepEqual(await studio.axe(), []);
  await studio.press('Corriger');
  const title = async () => (await studio.find('plan-title-1')).getAttribute('value');
  await studio.web.wait(async () => (await title()).includes('pièce'), 10000, 'the word is not mended');
  const row = "//*[@data-testid='findings']//li[contains(., 'artisanal')]";
  await (await shown(`${row}//button[contains(., 'Laisser ainsi')]`)).click();
  await (await shown(`${row}//input`)).sendKeys('nom d’un salon');
  await (await shown(`${row}//button[@type='submit']`)).click();
  await said('1 point laissé ainsi');
  assert.ok(!(await findings()).includes('artisanal'), await findings());
});

test('the charter is well made in both themes and on a small window', async () => {
  await studio.press('Charte');
  await shown("//h2[normalize-space(.)='Couleurs']");
  await pause(500);
  assert.deepEqual(await studio.axe(), []);
  await studio.shot('charter-light');
  await studio.theme('dark');
  await studio.shot('charter-dark');
  await studio.theme('light');
  await studio.press('Ton de voix');
  await pause(600);
  await studio.shot('charter-voice');
  await studio.resize(1100, 720);
  await studio.shot('charter-small');
  await studio.resize(1440, 900);
});

test('a published creation keeps the charter of its day', async () => {
  const document = (await studio.call('documents', { brand })).ok[0].id;
  await studio.call('publishDocument', { document });
  const before = await stamp();
  const { charter: draft } = await charter();
  await studio.call('saveCharter', { brand, charter: { ...draft, colors: { ...draft.colors, soft: { name: 'Rose', value: '#ffb3c7' } } } });
  const { ok: impact } = await studio.call('charterImpact', { brand });
  assert.deepEqual([impact.documents.length, impact.published], [0, 1]);
  await studio.call('applyCharter', { brand, name: '' });
  assert.equal(await stamp(), before);
});
