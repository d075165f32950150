// The charters that the tests write, and what writes them.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const sample = (name) => JSON.parse(readFileSync(join(root, 'assets', 'brands', name, 'charter.json'), 'utf8'));

/** The brands that ship, and one that says everything a charter can, in names that are hard to write. */
export const charters = [sample('maree-basse'), sample('rustine'), complete()];

function complete() {
  const charter = sample('maree-basse');
  charter.name = 'L’Atelier {d’en face}';
  charter.colors.accent.name = 'Terre {cuite} // "vive" */';
  charter.colors.more = [
    { name: 'Écume', value: '#ffffff' },
    { name: '12', value: '#010203' },
    { name: 'Écume', value: '#fefefe' },
    { name: '', value: '#000000' },
  ];
  charter.gradients = [
    { name: 'Aube', angle: 90, stops: [{ color: 'ground', at: 0 }, { color: 'soft', at: 0.35 }, { color: 'vivid', at: 1 }] },
    { name: 'Nuit', angle: -12.5, stops: [{ color: 'ink', at: 0 }, { color: 'cool', at: 1 }] },
  ];
  charter.fonts.title = { ...charter.fonts.title, family: 'Young Serif', file: ['fonts/Young {1}.ttf'], licence: 'OFL', weight: 437.5 };
  charter.fonts.sizes = { cover: { least: 48, most: 120 }, text: { least: 28.5, most: 44 } };
  return charter;
}

/** A charter as one of our files. */
export function written(charter, target) {
  const args = ['run', '--quiet', '--package', 'planche-tokens', '--example', 'write-tokens', '--', target];
  const { status, stdout, stderr } = spawnSync('cargo', args, { cwd: root, input: JSON.stringify(charter), encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** A colour's channels, 0 to 1. */
export const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);

/** Every colour of a charter with the end of its token's path; the keys of `more` are in the order of the file. */
export function colors({ colors: { more = [], ...roles } }, keys) {
  const named = Object.entries(roles).map(([role, swatch]) => [role, swatch]);
  return [...named, ...more.map((swatch, at) => [`more.${keys[at]}`, swatch])];
}

/** What a face says when the charter does not. */
export const face = (said) => ({ strong: 700, width: 100, tracking: 0, scale: 1, ...said });
