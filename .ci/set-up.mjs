// Brings a machine from Rust, Node and git to everything the studio and its tests need. Does nothing twice.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What building needs on Debian and Ubuntu; turbojpeg is built by cmake and nasm. */
const BUILD = ['build-essential', 'pkg-config', 'cmake', 'nasm', 'libwebkit2gtk-4.1-dev'];
/** What the window needs to be tested without a screen. */
const TEST = ['xvfb', 'xauth', 'webkit2gtk-driver', 'xdotool', 'python3-gi', 'gir1.2-gtk-3.0', 'imagemagick', 'dbus', 'x11-utils', 'fonts-dejavu-core', 'libgl1-mesa-dri', 'poppler-utils', 'qpdf', 'chromium'];

const OTHER = {
  darwin: 'macOS: install the Xcode command line tools, then `brew install cmake nasm`.',
  win32: 'Windows: install the Visual Studio C++ build tools, CMake, NASM and the WebView2 runtime.',
};

/** Runs a command in the project; a failure ends the script with the command's own exit code. */
export function run(command, args, options = {}) {
  console.log(`\n> ${command} ${args.join(' ')}`);
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32', ...options });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

/** System packages, npm packages, typefaces and the window's files. */
export function setUp({ tests }) {
  systemPackages(tests ? [...BUILD, ...TEST] : BUILD);
  npmPackages();
  run('npm', ['run', '--silent', 'fonts']);
  run('npm', ['run', '--silent', 'build', '--workspace', 'ui']);
}

function systemPackages(wanted) {
  if (!existsSync('/usr/bin/dpkg-query')) {
    console.log(OTHER[process.platform] ?? `Other Linux: install the equivalents of ${wanted.join(' ')}.`);
    return;
  }
  const missing = wanted.filter((name) => !installed(name));
  if (missing.length === 0) return;
  const asRoot = process.getuid() === 0 ? [] : ['sudo'];
  const apt = (...args) => {
    const [command, ...rest] = [...asRoot, 'apt-get', '-o', 'DPkg::Lock::Timeout=300', ...args];
    run(command, rest, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  };
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', ...missing);
}

function installed(name) {
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f=${Status}', name], { encoding: 'utf8' });
  return stdout?.includes('install ok installed') ?? false;
}

/** `npm install`, unless it has run since the lock file changed: `npm ci` asks for the packages of other systems, which the lock leaves out. */
function npmPackages() {
  const stamp = join(root, 'node_modules', '.planche-lock');
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund']);
  writeFileSync(stamp, lock);
}
