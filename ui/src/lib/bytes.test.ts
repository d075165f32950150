import { expect, test } from 'vitest';
import { byteWords } from './bytes';

test.each([
  [900, '1\u202fko'],
  [240_000, '240\u202fko'],
  [2_440_000, '2,4\u202fMo'],
  [1_900_000_000, '1,9\u202fGo'],
])('says %i bytes as %s', (bytes, words) => {
  expect(byteWords(bytes, 'fr').replace(/\s/u, '\u202f')).toBe(words);
});
