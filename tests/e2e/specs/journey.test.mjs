// From an empty library to exported files, in the real window.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { By, Key, launch, pause, root, scratch, until } from '../studio.mjs';

const desk = scratch();
const out = join(desk.folder, 'export');
let studio;

before(async () => {
  studio = await launch(desk);
});
after(async () => {
  await studio?.close();
  desk.remove();
});

const brands = async () => (await studio.call('studio')).ok.brands;
const opened = async () => {
  const [brand] = await brands();
  const [card] = (await studio.call('documents', { brand: brand.id })).ok;
  return (await studio.call('openDocument', { document: card.id })).ok;
};
/** The addresses of a page's pictures in the sheet, format by format. */
const frames = (number) =>
  studio.run(
    `return Object.fromEntries([...document.querySelectorAll('[data-testid^="frame-"][data-testid$="-' + arguments[0] + '"]')]
       .map((frame) => [frame.dataset.testid, frame.querySelector('img')?.src ?? '']))`,
    number,
  );

test('the first run offers the sample or a brand of one’s own', async () => {
  await studio.web.wait(until.elementLocated(By.xpath("//h1[contains(., 'Tout commence par une marque')]")), 20000);
  await studio.shot('first-run');
});

test('a brand is made of a name and two colours', async () => {
  await studio.press('Créer ma première marque');
  const dialog = await studio.web.wait(until.elementLocated(By.css('[role="dialog"]')), 5000);
  await pause(300);
  await studio.shot('new-brand');
  const [name] = await dialog.findElements(By.css('input'));
  await studio.fill(name, 'Pivoine');
  await name.sendKeys(Key.ENTER);
  await studio.web.wait(async () => (await brands()).length === 1, 10000, 'no brand was made');
  assert.equal((await brands())[0].name, 'Pivoine');
  await pause(500);
  await studio.shot('brand-home');
});

test('a creation typed as text follows in every format', async () => {
  await studio.web.actions().keyDown(Key.CONTROL).sendKeys('n').keyUp(Key.CONTROL).perform();
  const field = await studio.web.wait(until.elementLocated(By.css('[role="dialog"] input')), 5000);
  await studio.fill(field, 'Trois gestes pour vos pivoines');
  await field.sendKeys(Key.ENTER);
  const title = await studio.find('plan-title-1', 20000);
  assert.equal(await title.getAttribute('value'), 'Trois gestes pour vos pivoines');
  const body = await studio.find('plan-body-1');
  await body.click();
  await body.sendKeys('Fleurs coupées');
  await body.sendKeys(Key.chord(Key.CONTROL, Key.ENTER));
  const second = await studio.find('plan-title-2');
  await second.sendKeys('Coupez, plongez, attendez');
  const list = await studio.find('plan-body-2');
  await list.click();
  await list.sendKeys('- Coupez en biais : un couteau propre.', Key.ENTER, '- Plongez : de l’eau tiède.');
  await studio.web.wait(async () => (await opened()).pages[1]?.layout === 'list', 10000, 'the text did not become a list');
  await studio.shot('typed');
});

test('a keystroke changes the picture of its page in all formats and of no other page', async () => {
  await studio.mode('Planche');
  await studio.find('frame-ig_carousel_4_5-2');
  await studio.settle();
  const [before, others] = [await frames(2), await frames(1)];
  assert.equal(Object.keys(before).length, 4);
  // The sheet folds the Plan away; its key brings it back.
  await studio.run('document.activeElement.blur()');
  await studio.web.actions().sendKeys('p').perform();
  const field = await studio.find('plan-title-2');
  await field.click();
  await field.sendKeys(Key.END, ' encore');
  await studio.web.wait(
    async () => {
      const now = await frames(2);
      return Object.keys(before).every((id) => now[id] && now[id] !== before[id]);
    },
    15000,
    'a format did not follow',
  );
  assert.deepEqual(await frames(1), others);
  await studio.shot('sheet');
});

test('undo and redo walk over the typing', async () => {
  const title = async () => (await opened()).pages[1].title;
  await studio.click('undo');
  await studio.web.wait(async () => !(await title()).includes('encore'), 5000, 'undo did nothing');
  await studio.click('redo');
  await studio.web.wait(async () => (await title()).includes('encore'), 5000, 'redo did nothing');
});

test('a layout is chosen by page', async () => {
  await studio.click('frame-ig_carousel_4_5-2');
  await studio.mode('Vue');
  await studio.click('layout-point');
  await studio.web.wait(async () => (await opened()).pages[1].layout === 'point', 5000, 'the layout stayed');
  await studio.click('layout-automatic');
  await studio.web.wait(async () => (await opened()).pages[1].layout === 'list', 5000);
});

test('a picture comes in through the machine’s own dialog', async () => {
  await studio.click('thumb-1');
  await studio.click('picture-choose');
  chooseFile(join(root, 'assets/brands/maree-basse/photos/estran.jpg'));
  await studio.web.wait(async () => (await opened()).pages[0].picture !== null, 15000, 'no picture came');
  await studio.settle();
  await studio.shot('view');
});

test('a picture dropped from the desktop goes to the page under it', async () => {
  await studio.mode('Planche');
  await studio.click('frame-ig_carousel_4_5-2'); // the sheet is still while it is pressed
  const frame = await studio.find('frame-ig_carousel_4_5-2');
  await dragFile(join(root, 'assets/brands/maree-basse/photos/bol-varech.jpg'), await frame.getRect());
  await studio.web.wait(async () => (await opened()).pages[1].picture !== null, 15000, 'no picture came');
  await studio.settle();
  await studio.shot('dropped');
  await studio.mode('Vue');
});

test('every format is exported and the files are valid', async () => {
  const view = await opened();
  const choices = view.formats.map((format) => ({ format, pages: view.pages.map((page) => page.id) }));
  await studio.click('export');
  await studio.find('export-start');
  await pause(300);
  await studio.shot('export');
  await studio.click('export-folder');
  chooseFile(desk.folder);
  await pause(500);
  await studio.click('export-start');
  await studio.find('export-open-folder', 60000);
  await studio.shot('exported');
  const { ok: [job] } = await studio.call('jobs');
  assert.equal(job.state, 'done');
  assert.equal(job.steps.length, choices.length);
  for (const format of ['ig_carousel_4_5', 'ig_story', 'x_image_16_9']) {
    const files = readdirSync(join(job.folder, format)).sort();
    assert.equal(files.length, 2, `${format}: ${files}`);
    for (const file of files) {
      const bytes = readFileSync(join(job.folder, format, file));
      assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
      assert.equal(bytes.subarray(-8, -4).toString(), 'IEND');
    }
  }
  const [pdf] = readdirSync(join(job.folder, 'li_document_1_1'));
  const text = execFileSync('pdftotext', [join(job.folder, 'li_document_1_1', pdf), '-'], { encoding: 'utf8' });
  assert.match(text, /pivoines/);
});

/** Drags a file from a window beside the studio to the middle of a rectangle of the studio's. GTK speaks to Debian's own Python only. */
async function dragFile(file, { x, y, width, height }) {
  const [fromX, fromY] = [1380, 840];
  const source = spawn('/usr/bin/python3', [join(root, 'tests/e2e/drag-source.py'), `${fromX}`, `${fromY}`, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  await Promise.race([once(source.stdout, 'data'), once(source, 'exit')]);
  const pointer = async (...args) => {
    execFileSync('xdotool', args.map(String));
    await pause(150); // the toolkit starts a drag, and enters a window, from a pointer that moves in steps
  };
  await pointer('mousemove', fromX + 20, fromY + 20);
  await pointer('mousedown', 1);
  for (const step of [0.005, 0.01, 0.02, 0.1, 0.5, 0.9, 1, 1.01]) {
    const along = (from, to) => Math.round(from + (to - from) * step);
    await pointer('mousemove', along(fromX + 20, x + width / 2), along(fromY + 20, y + height / 2));
  }
  await pause(500);
  await pointer('mouseup', 1);
  await pause(500);
  source.kill();
}

/** Types a path into the machine's own file dialog. */
function chooseFile(path) {
  const xdotool = (...args) => execFileSync('xdotool', args, { timeout: 15000, encoding: 'utf8' }).trim();
  const wait = (milliseconds) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
  wait(1200); // GTK fills the dialog after mapping it
  const windows = xdotool('search', '--onlyvisible', '--class', 'planche').split('\n');
  xdotool('windowfocus', windows.at(-1));
  wait(300);
  xdotool('type', '/'); // opens the location entry; keys typed while it opens are lost
  wait(900);
  xdotool('type', '--delay', '20', path.slice(1));
  wait(600);
  xdotool('key', 'Return');
  wait(300);
}
