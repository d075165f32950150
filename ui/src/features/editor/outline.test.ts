import { expect, test } from 'vitest';
import { opensPages, openingLine, readLines } from './outline';

test('reads lines without their marks', () => {
  const body = 'Un texte\n- Enfournez à froid\n> Un bol\n> — Anne-Laure\n[mareebasse.fr](https://mareebasse.fr)';
  expect(readLines(body)).toEqual([
    { kind: 'paragraph', text: 'Un texte' },
    { kind: 'item', text: 'Enfournez à froid' },
    { kind: 'quote', text: 'Un bol' },
    { kind: 'author', text: 'Anne-Laure' },
    { kind: 'paragraph', text: 'mareebasse.fr' },
  ]);
});

test('only a heading at the start of a line opens pages', () => {
  expect(opensPages('texte\n# Titre')).toBe(true);
  expect(opensPages('le # 1\n#ceramique\n## sous-titre')).toBe(false);
});

test('several lines in a title are a title and its text', () => {
  expect(openingLine('# Oui\n\nGrès\n# Deux')).toEqual({ title: 'Oui', rest: 'Grès\n# Deux' });
});
