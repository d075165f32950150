import { expect, test } from 'vitest';
import { reuse } from './reuse';

const before = { name: 'A', colors: { ink: '#000' }, words: [{ avoid: 'a' }, { avoid: 'b' }], logo: null };

test('what is as it was is the very same', () => {
  expect(reuse(before, structuredClone(before))).toBe(before);
});

test('what changed is new, and nothing else', () => {
  const changed = structuredClone(before);
  changed.words[1]!.avoid = 'c';
  const after = reuse(before, changed);
  expect(after).toEqual({ ...before, words: [{ avoid: 'a' }, { avoid: 'c' }] });
  expect(after.colors).toBe(before.colors);
  expect(after.words).not.toBe(before.words);
  expect(after.words[0]).toBe(before.words[0]);
});

test('what is shorter, or of another kind, is new', () => {
  expect(reuse([1, 2] as unknown, [1])).toEqual([1]);
  expect(reuse({ a: 1, b: 2 } as unknown, { a: 1 })).toEqual({ a: 1 });
  expect(reuse(null as unknown, { a: 1 })).toEqual({ a: 1 });
});
