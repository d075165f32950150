import { describe, expect, test } from 'vitest';
import { columnsBefore, deal, movedAfter, pageAt, steppedAfter } from './hit';

const frame = (page: string, left: number, top = 0) => ({ page, left, top, right: left + 100, bottom: top + 125 });
const frames = [frame('a', 0), frame('b', 126), frame('c', 252)];
const order = ['a', 'b', 'c'];

describe('the frame under a point', () => {
  test('is the one that holds it', () => expect(pageAt(130, 60, frames)).toBe('b'));
  test('is none in the gap between frames', () => expect(pageAt(110, 60, frames)).toBeNull());
  test('ends before its right and lower edges', () => {
    expect(pageAt(99, 124, frames)).toBe('a');
    expect(pageAt(100, 124, frames)).toBeNull();
    expect(pageAt(99, 125, frames)).toBeNull();
  });
  test('is the one drawn last when two overlap', () => {
    expect(pageAt(50, 50, [...frames, { ...frame('panel', 0), right: 60 }])).toBe('panel');
  });
});

describe('the place of a drop', () => {
  test('counts the columns whose middle is passed', () => {
    expect([0, 51, 180, 400].map((x) => columnsBefore(x, frames))).toEqual([0, 1, 2, 3]);
  });
  test('is nowhere when the page would not move', () => {
    expect(movedAfter(order, 'b', 1)).toBeUndefined();
    expect(movedAfter(order, 'b', 2)).toBeUndefined();
  });
  test('is the front, or after the page before it', () => {
    expect(movedAfter(order, 'c', 0)).toBeNull();
    expect(movedAfter(order, 'a', 3)).toBe('c');
    expect(movedAfter(order, 'a', 2)).toBe('b');
  });
});

describe('a step from the keyboard', () => {
  test('passes one neighbour', () => {
    expect(steppedAfter(order, 'a', 1)).toBe('b');
    expect(steppedAfter(order, 'c', -1)).toBe('a');
    expect(steppedAfter(order, 'b', -1)).toBeNull();
  });
  test('stops at the ends', () => {
    expect(steppedAfter(order, 'a', -1)).toBeUndefined();
    expect(steppedAfter(order, 'c', 1)).toBeUndefined();
  });
});

describe('several files dropped at once', () => {
  test('fill the page and the following ones', () => {
    expect(deal(['1.jpg', '2.jpg'], order, 'b')).toEqual([
      { path: '1.jpg', page: 'b' },
      { path: '2.jpg', page: 'c' },
    ]);
  });
  test('leave over what has no page', () => expect(deal(['1.jpg', '2.jpg'], order, 'c')).toHaveLength(1));
});
