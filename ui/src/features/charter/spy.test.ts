import { expect, test } from 'vitest';
import { sectionAt } from './spy.svelte';

const tops = [0, 900, 1500, 1700];

test.each([
  [0, false, 0],
  [700, false, 0],
  [800, false, 1],
  [1500, false, 2],
  [1510, true, 3],
  [0, true, 0],
])('scrolled by %i, the section read is', (scroll, atEnd, expected) => {
  expect(sectionAt(tops, scroll, atEnd)).toBe(expected);
});
