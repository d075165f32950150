import { expect, test } from 'vitest';
import { stepInGrid } from './grid';

test.each([
  ['ArrowRight', 0, 1],
  ['ArrowRight', 7, 7],
  ['ArrowLeft', 0, 0],
  ['ArrowDown', 1, 4],
  ['ArrowDown', 5, 7],
  ['ArrowDown', 6, 6],
  ['ArrowUp', 4, 1],
  ['ArrowUp', 2, 2],
  ['Home', 5, 0],
  ['End', 2, 7],
  ['a', 2, null],
])('%s from %i of eight on three columns leads to %s', (key, from, to) => {
  expect(stepInGrid(key, from, 8, 3)).toBe(to);
});
