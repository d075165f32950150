import { describe, expect, test } from 'vitest';
import { contrastRows, ratioWords, readingOf } from './contrast-cells';

describe('the contrasts of a charter', () => {
  const rows = contrastRows([
    { ink: 'ink', ground: 'ground', ratio: 9.94 },
    { ink: 'accent', ground: 'vivid', ratio: 3.9 },
  ]);

  test('are laid out by words and by what they are on', () => {
    expect(rows.map(({ ink }) => ink)).toEqual(['ink', 'ground', 'accent', 'vivid']);
    expect(rows[0]!.cells.map(({ ground }) => ground)).toEqual(['ground', 'ink', 'vivid', 'soft', 'cool']);
  });

  test('say what each is good for', () => {
    expect(rows[0]!.cells[0]!.reading).toBe('text');
    expect(rows[0]!.cells[1]!.reading).toBe('same');
    expect(rows[2]!.cells[2]!.reading).toBe('titles');
    expect(rows[3]!.cells[0]!.reading).toBe('none');
  });

  test.each([
    [4.5, 'text'],
    [4.49, 'titles'],
    [3, 'titles'],
    [2.99, 'none'],
  ])('%d is enough for %s', (ratio, reading) => {
    expect(readingOf(ratio)).toBe(reading);
  });

  test('are never rounded up over what is asked for', () => {
    expect(ratioWords(4.49, 'fr')).toBe('4,4');
    expect(ratioWords(9.94, 'fr')).toBe('9,9');
  });
});
