import { describe, expect, test } from 'vitest';
import { Selection } from './selection.svelte';

const order = ['a', 'b', 'c', 'd', 'e'];

function after(...steps: ((selection: Selection) => void)[]) {
  const selection = new Selection();
  steps.forEach((step) => step(selection));
  return { ids: selection.ids, cursor: selection.cursor };
}

describe('a selection', () => {
  test('is the one that is clicked', () => {
    const state = after(
      (s) => s.go('b', 'alone', order),
      (s) => s.go('d', 'alone', order),
    );
    expect(state).toEqual({ ids: ['d'], cursor: 'd' });
  });

  test('grows and shrinks one by one with Ctrl', () => {
    const state = after(
      (s) => s.go('b', 'alone', order),
      (s) => s.go('d', 'toggle', order),
      (s) => s.go('b', 'toggle', order),
    );
    expect(state).toEqual({ ids: ['d'], cursor: 'b' });
  });

  test('reaches with Shift from where it started, in either direction', () => {
    const start = (s: Selection) => s.go('c', 'alone', order);
    expect(after(start, (s) => s.go('e', 'range', order)).ids).toEqual(['c', 'd', 'e']);
    const back = after(
      start,
      (s) => s.go('e', 'range', order),
      (s) => s.go('a', 'range', order),
    );
    expect(back).toEqual({ ids: ['a', 'b', 'c'], cursor: 'a' });
  });

  test('goes on to the neighbour of what went away', () => {
    const gone = (left: string[]) =>
      after(
        (s) => s.go('c', 'alone', order),
        (s) => s.keep(left, order),
      );
    expect(gone(['a', 'b', 'd', 'e'])).toEqual({ ids: ['d'], cursor: 'd' });
    expect(gone(['a', 'b'])).toEqual({ ids: ['b'], cursor: 'b' });
    expect(gone([])).toEqual({ ids: [], cursor: null });
  });

  test('starts over with the one under the hand, or the first of what is found', () => {
    const over = (found: string[]) =>
      after(
        (s) => s.all(order),
        (s) => s.go('c', 'range', order),
        (s) => s.startOver(found),
      );
    expect(over(['b', 'c'])).toEqual({ ids: ['c'], cursor: 'c' });
    expect(over(['d', 'e'])).toEqual({ ids: ['d'], cursor: 'd' });
    expect(over([])).toEqual({ ids: [], cursor: null });
    expect(after((s) => s.startOver(order))).toEqual({ ids: [], cursor: null });
  });

  test('keeps what is still there', () => {
    const state = after(
      (s) => s.all(order),
      (s) => s.keep(['a', 'c'], order),
    );
    expect(state).toEqual({ ids: ['a', 'c'], cursor: 'a' });
  });
});
