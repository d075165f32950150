import { expect, test } from 'vitest';
import { totalShare, widths } from './shares';

const shares = (...all: number[]) => all.map((share) => ({ share }));

test('a total below a hundred leaves a hole', () => {
  expect(widths(shares(40, 35))).toEqual([40, 35]);
});

test('a total above a hundred fills the bar', () => {
  expect(totalShare(shares(100, 100))).toBe(200);
  expect(widths(shares(100, 100))).toEqual([50, 50]);
});
