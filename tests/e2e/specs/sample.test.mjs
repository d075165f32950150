// The sample brands in the real window: what survives, what is accessible, what it looks like.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { By, Key, launch, launchAgain, pause, scratch, until } from '../studio.mjs';

const desk = scratch();
let studio;
after(async () => {
  await studio?.close();
  desk.remove();
});

const sample = async () => {
  const { ok: { brands } } = await studio.call('studio');
  const brand = brands.find(({ name }) => name === 'Marée Basse');
  const { ok: [card] } = await studio.call('documents', { brand: brand.id });
  return (await studio.call('openDocument', { document: card.id })).ok;
};

/** Every state a person meets, at both sizes and in both themes: looked at and checked. */
async function look(name) {
  for (const [width, height] of [[1440, 900], [1100, 720]]) {
    await studio.resize(width, height);
    for (const theme of ['light', 'dark']) {
      await studio.theme(theme);
      await studio.shot(`${name}-${theme}-${width}`);
      assert.deepEqual(await studio.axe(), [], `${name}, ${theme}, ${width} px`);
    }
  }
  await studio.resize(1440, 900);
  await studio.theme('light');
}

test('the first run is accessible', async () => {
  studio = await launch(desk);
  await studio.web.wait(until.elementLocated(By.xpath("//h1[contains(., 'Tout commence')]")), 20000);
  await look('first-run');
});

test('the sample opens in the editor', async () => {
  await studio.press('Ouvrir l’exemple «\u202fMarée Basse\u202f»');
  await studio.find('plan-title-1', 30000);
  await studio.settle();
  await look('editor');
});

test('the sheet shows every page in every format', async () => {
  await studio.mode('Planche');
  await studio.find('frame-x_image_16_9-7', 30000);
  await studio.web.wait(
    () => studio.run(`return [...document.querySelectorAll('[data-testid^="frame-"] img')].length >= 21`),
    20000,
    'the sheet stays empty',
  );
  await look('sheet');
});

test('the export dialog is accessible', async () => {
  await studio.click('export');
  await studio.find('export-start');
  await pause(300);
  await look('export');
  await studio.web.actions().sendKeys(Key.ESCAPE).perform();
});

test('the list of creations is accessible', async () => {
  await studio.web.actions().keyDown(Key.CONTROL).sendKeys('2').keyUp(Key.CONTROL).perform();
  await studio.web.wait(until.elementLocated(By.xpath("//h1[contains(., 'Créations')]")), 10000);
  await studio.settle();
  await look('creations');
});

test('home is accessible', async () => {
  await studio.web.actions().keyDown(Key.CONTROL).sendKeys('1').keyUp(Key.CONTROL).perform();
  await pause(500);
  await look('home');
});

test('what was typed survives a power cut', async () => {
  const view = await sample();
  const page = view.pages[2].id;
  const edit = { kind: 'writeTitle', page, text: 'Le choc, voilà l’ennemi.' };
  const { ok: delta } = await studio.call('edit', { document: view.id, edit });
  await studio.kill();
  studio = await launch(desk);
  await studio.web.wait(async () => (await studio.call('studio')).ok, 20000);
  const after = await sample();
  assert.equal(after.pages[2].title, 'Le choc, voilà l’ennemi.');
  assert.equal(after.revision, delta.revision);
  assert.equal(after.canUndo, true);
  const { ok: undone } = await studio.call('undo', { document: view.id });
  assert.equal(undone.pages[0].title, view.pages[2].title);
});

test('a second launch leaves the library to the first, whose window stays', async () => {
  assert.equal(await launchAgain(desk), 0);
  assert.ok((await studio.call('studio')).ok);
});

test('a library in use by something that has no window is said to be open elsewhere', async () => {
  const other = scratch();
  mkdirSync(other.library);
  const holder = spawn('flock', ['--no-fork', join(other.library, 'LOCK'), 'sleep', '60']);
  const second = await launch(other);
  try {
    const { problem } = await second.call('studio');
    assert.equal(problem.code, 'libraryLocked');
    // It cannot know the language preferred: that is in the library.
    await second.web.wait(async () => /déjà ouverte|already open/.test(await second.text()), 10000, 'it does not say so');
    await second.shot('locked');
  } finally {
    await second.close();
    holder.kill();
    other.remove();
  }
});

test('the window speaks English too', async () => {
  const { ok: { preferences } } = await studio.call('studio');
  await studio.call('savePreferences', { ...preferences, language: 'en' });
  await studio.web.navigate().refresh();
  await studio.web.wait(async () => /Creations|creation/.test(await studio.text()), 10000, 'still French');
  await studio.shot('english');
});
