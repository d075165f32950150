import { describe, expect, test } from 'vitest';
import { Columns, cutOf } from './columns';

function wall(columns: number, heights: number[]): Columns {
  const wall = new Columns({ columns, columnWidth: 100, gap: 10 });
  heights.forEach((height) => wall.hang(height));
  return wall;
}

describe('the columns of a wall', () => {
  test('are as many as their least width allows, and fill it', () => {
    expect(cutOf(660, 150, 10)).toEqual({ columns: 4, columnWidth: 157.5, gap: 10 });
    expect(cutOf(90, 150, 10)).toEqual({ columns: 1, columnWidth: 90, gap: 10 });
  });

  test('take what comes at the foot of the shortest', () => {
    const { boxes, height } = wall(2, [100, 40, 30]);
    expect(boxes.map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [110, 0],
      [110, 50],
    ]);
    expect(height).toBe(100);
  });

  test('do not move when more comes', () => {
    const grown = wall(3, [80, 120, 60]);
    const before = structuredClone(grown.boxes);
    grown.hang(300);
    expect(grown.boxes.slice(0, 3)).toEqual(before);
  });

  test.each([
    [0, 40, [0, 1]],
    [45, 60, [0, 2]],
    [101, 109, []],
    [110, 300, [3]],
  ])('show between %i and %i the things there, in order', (top, bottom, shown) => {
    expect(wall(2, [100, 40, 50, 90]).between(top, bottom)).toEqual(shown);
  });

  test('hold nothing when nothing hangs', () => {
    const empty = wall(3, []);
    expect([empty.height, empty.between(0, 1000)]).toEqual([0, []]);
  });

  test.each([
    [0, 'right', 2],
    [1, 'left', 0],
    [2, 'left', 0],
    [0, 'left', 0],
    [1, 'down', 2],
    [2, 'up', 1],
    [0, 'up', 0],
    [2, 'down', 2],
  ] as const)('lead from %i %s to %i', (from, direction, to) => {
    expect(wall(2, [100, 40, 50]).neighbour(from, direction)).toBe(to);
  });

  test('show the same things as looking at each of 100,000', () => {
    const heights = Array.from({ length: 100_000 }, (_, at) => 60 + ((at * 7919) % 240));
    const long = wall(4, heights);
    const [top, bottom] = [long.height / 2, long.height / 2 + 900];
    const seen = long.boxes.flatMap(({ y, height }, at) => (y + height > top && y < bottom ? [at] : []));
    expect(long.between(top, bottom)).toEqual(seen);
  });
});
