import { describe, expect, test } from 'vitest';
import { heir, neighbour, Selection } from './selection.svelte';

function follow(current: string, before: string[], after: string[], focus: string | null = null): string | null {
  const selection = new Selection();
  selection.select(current);
  selection.follow(before, after, focus);
  return selection.page;
}

const all = ['a', 'b', 'c'];

describe('the current page after a change', () => {
  test('stays when it is still there', () => expect(follow('b', all, ['b', 'a', 'c'])).toBe('b'));
  test('goes to the page the change names, as undo does', () => expect(follow('a', all, all, 'c')).toBe('c'));
  test('goes to the next page when it was removed', () => expect(follow('b', all, ['a', 'c'])).toBe('c'));
  test('goes to the one before when it was the last', () => expect(follow('c', all, ['a', 'b'])).toBe('b'));
  test('is the first when nothing of before remains', () => expect(follow('a', all, ['z'])).toBe('z'));
  test('is none in an empty document', () => expect(follow('a', ['a'], [])).toBeNull());
});

test('the heir skips pages removed with it', () => expect(heir(['a', 'b', 'c', 'd'], ['a', 'd'], 'b')).toBe('d'));

test('walking stops at the ends', () => {
  expect(neighbour(all, 'c', 1)).toBe('c');
  expect(neighbour(all, 'a', -9)).toBe('a');
  expect(neighbour(all, 'a', 1)).toBe('b');
});
