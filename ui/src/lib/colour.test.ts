import { expect, test } from 'vitest';
import { contrast, hexColour, readableOn } from './colour';

test('a colour is read with or without #, short or long', () => {
  expect(['#1F3B36', ' 1f3b36 ', '#abc', 'azur', '#12345'].map(hexColour)).toEqual([
    '#1f3b36',
    '#1f3b36',
    '#aabbcc',
    null,
    null,
  ]);
});

test('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(readableOn('#c9cb62', ['#ffffff', '#171716'])).toBe('#171716');
});
