import { expect, test } from 'vitest';
import type { Logo } from '../../../ipc/wire';
import { panels } from './panels';

const logo: Logo = { file: 'logo.svg', ink: true, space: 0.5, least: 40, never_on: [], variants: [] };

test('a logo is shown on three grounds at least', () => {
  expect(panels(logo).map(({ ground }) => ground)).toEqual(['ground', 'ink', 'vivid']);
});

test('it is never shown where it is never laid', () => {
  expect(panels({ ...logo, never_on: ['ink', 'vivid'] }).map(({ ground }) => ground)).toEqual([
    'ground',
    'soft',
    'cool',
  ]);
});

test('a variant takes its place where it is meant to', () => {
  const variants = [{ name: 'Négatif', file: 'n.svg', ink: false, on: ['ink', 'accent'] as Logo['never_on'] }];
  const shown = panels({ ...logo, variants }).map(({ ground, file }) => `${ground} ${file}`);
  expect(shown).toEqual(['ground logo.svg', 'ink n.svg', 'vivid logo.svg', 'accent n.svg']);
});
