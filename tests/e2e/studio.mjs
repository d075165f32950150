// Starts WebKitWebDriver and the real studio on a library of its own, and speaks to its window.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Builder, By, Capabilities, Key, until } from 'selenium-webdriver';

export { By, Key, until };
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

const target = process.env.CARGO_TARGET_DIR ?? join(root, 'target');
const binary = process.env.PLANCHE_STUDIO ?? join(target, 'debug', 'planche-studio');
/** Screenshots land here, to be looked at. */
const shots = process.env.PLANCHE_SHOTS ?? join(target, 'shots');
mkdirSync(shots, { recursive: true });

/** A library that lives as long as the test; several launches may share it. */
export function scratch() {
  const folder = mkdtempSync(join(tmpdir(), 'planche-e2e-'));
  return { folder, library: join(folder, 'library'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Opens the studio; `args` go to it. The answer drives its window. */
export async function launch({ library, args = [], size = [1440, 900], language = 'fr' }) {
  if (!existsSync(binary)) throw new Error(`no studio at ${binary}: build it first`);
  const port = await freePort();
  const driver = startDriver(port, library);
  await answering(port);
  const options = { binary, args: ['--library', library, ...args] };
  const web = await new Builder()
    .disableEnvironmentOverrides()
    .usingServer(`http://127.0.0.1:${port}/`)
    .withCapabilities(new Capabilities({ browserName: 'wry', 'webkitgtk:browserOptions': options }))
    .build();
  await web.manage().setTimeouts({ implicit: 0, script: 60000 });
  await web.manage().window().setRect({ x: 0, y: 0, width: size[0], height: size[1] });
  const studio = new Studio(web, driver);
  await studio.speak(language);
  return studio;
}

/** Starts the studio once more as a person would, past the driver; answers with its exit code once it has ended. */
export function launchAgain({ library }) {
  const again = spawn(binary, ['--library', library], { stdio: 'ignore', env: environment(library), timeout: 20000 });
  return new Promise((done, failed) => again.once('error', failed).once('exit', done));
}

/** The drivers that run. What is left of a test that was cut short would hold the terminal, and whoever waits for its end. */
const drivers = new Set();
process.once('SIGTERM', () => process.exit(1));
process.once('exit', () => drivers.forEach(endGroup));

function startDriver(port, library) {
  const driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    detached: true, // its own process group, so that closing ends the studio too
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...environment(library), TAURI_WEBVIEW_AUTOMATION: 'true' },
  });
  drivers.add(driver);
  return driver;
}

const environment = (library) => ({
  ...process.env,
  PLANCHE_ASSETS: join(root, 'assets'),
  XDG_DATA_HOME: join(library, '..', 'data'),
  XDG_CACHE_HOME: join(library, '..', 'cache'),
});

function endGroup(driver) {
  try {
    process.kill(-driver.pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

/** The driver pictures the next frame it sees, and without a graphics processor one comes only when something is painted. */
const REPAINT = `
  let left = 20;
  const paint = () => {
    document.body.style.outline = left % 2 ? '1px solid transparent' : '';
    if (left-- > 0) setTimeout(paint, 50);
  };
  setTimeout(paint, 50);
`;

class Studio {
  constructor(web, driver) {
    this.web = web;
    this.driver = driver;
  }

  /** The machine that tests has no language of its own: the window is told which to speak. */
  async speak(language) {
    const { ok } = await this.call('studio');
    if (!ok || ok.preferences.language === language) return;
    await this.call('savePreferences', { ...ok.preferences, language });
    await this.web.navigate().refresh();
  }

  /** The element with that test id, once it is there and shown. */
  async find(id, timeout = 10000) {
    // What a change of view takes away between the two questions is looked for again.
    const shown = async () => {
      const [element] = await this.web.findElements(By.css(`[data-testid="${id}"]`));
      return (await element?.isDisplayed().catch(() => false)) ? element : null;
    };
    return this.web.wait(shown, timeout, `no ${id}`);
  }

  /** Vue or Planche. */
  async mode(name) {
    await (await this.find('editor-mode')).findElement(By.xpath(`.//*[normalize-space(.)='${name}']`)).click();
  }

  /** Presses where the element is, as a pointer does: the driver refuses to click some that a person can. */
  async click(id) {
    // While one view becomes the other nothing can be pressed yet, and what was found may be taken away.
    const passing = ['ElementNotInteractableError', 'StaleElementReferenceError'];
    const press = async () => {
      const element = await this.find(id);
      return this.web.actions().move({ origin: element }).click().perform().then(() => true, (error) => {
        if (passing.includes(error.name)) return false;
        throw error;
      });
    };
    await this.web.wait(press, 10000, `${id} cannot be pressed`);
  }

  /** The button, link or item whose accessible name is that. */
  async press(name, timeout = 10000) {
    const xpath = `//*[self::button or self::a or @role='menuitem' or @role='button'][normalize-space(.)=${quoted(name)} or @aria-label=${quoted(name)}]`;
    const element = await this.web.wait(until.elementLocated(By.xpath(xpath)), timeout, `nothing called ${name}`);
    await this.web.wait(until.elementIsVisible(element), timeout);
    await element.click();
  }

  async text(css = 'body') {
    return (await this.web.findElement(By.css(css))).getText();
  }

  /** Replaces what a field says, as a person would. */
  async fill(element, text) {
    await this.run('arguments[0].focus(); arguments[0].select()', element);
    await element.sendKeys(text);
  }

  run(script, ...args) {
    return this.web.executeScript(script, ...args);
  }

  /** Calls the studio by name, past the interface. */
  call(name, input = {}) {
    return this.web.executeAsyncScript(
      `const [name, input, done] = arguments;
       window.__TAURI_INTERNALS__.invoke('call', { name, input }).then((ok) => done({ ok }), (problem) => done({ problem }));`,
      name,
      input,
    );
  }

  /** Keeps a picture of the window, of the frame that is presented. */
  async shot(name) {
    await this.settle();
    await this.run(REPAINT);
    await writeFile(join(shots, `${name}.png`), Buffer.from(await this.web.takeScreenshot(), 'base64'));
  }

  /** Waits until fonts and pictures are there and two frames have been presented. */
  async settle() {
    await this.web.wait(
      () => this.run('return document.fonts.status === "loaded" && [...document.images].every((image) => image.complete)'),
      20000,
      'pictures do not come',
    );
    await this.web.executeAsyncScript('const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))');
  }

  async resize(width, height) {
    await this.web.manage().window().setRect({ x: 0, y: 0, width, height });
    await pause(300);
  }

  async theme(theme) {
    await this.run('document.documentElement.dataset.theme = arguments[0]', theme);
    await pause(200);
  }

  /** What axe finds against WCAG 2.2 AA. */
  async axe() {
    const source = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
    await this.run(`if (!window.axe) { ${source}; window.axe = axe; }`);
    const found = await this.web.executeAsyncScript(
      `const done = arguments[0];
       axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
         .then(({ violations }) => done(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html.slice(0, 160)) }))), (error) => done([{ id: String(error), nodes: [] }]));`,
    );
    return found;
  }

  /** Ends the studio as a person would. */
  async close() {
    await Promise.race([this.web.quit().catch(() => {}), pause(5000)]);
    await this.end();
  }

  /** Ends the studio as a power cut would. */
  async kill() {
    execFileSync('pkill', ['-9', '-f', binary]);
    await this.end();
  }

  async end() {
    const gone = new Promise((done) => (this.driver.exitCode !== null || this.driver.signalCode !== null ? done() : this.driver.once('exit', done)));
    endGroup(this.driver);
    await gone;
    drivers.delete(this.driver);
  }
}

function quoted(text) {
  return text.includes("'") ? `"${text}"` : `'${text}'`;
}

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

async function answering(port) {
  for (let attempt = 0; attempt < 200; attempt++) {
    const up = await fetch(`http://127.0.0.1:${port}/status`).then((answer) => answer.ok, () => false);
    if (up) return;
    await pause(50);
  }
  throw new Error('the driver did not start');
}
