import { describe, expect, test } from 'vitest';
import { fromOklch, toOklch } from './oklch';

describe('a colour as the eye sees it', () => {
  test.each(['#efebe2', '#1f3d36', '#c9cb62', '#000000', '#ffffff', '#ff0000'])('%s comes back', (colour) => {
    expect(fromOklch(toOklch(colour))).toBe(colour);
  });

  test('gives up chroma where the screen ends, not hue', () => {
    const loud = toOklch(fromOklch({ lightness: 0.5, chroma: 0.4, hue: 150 }));
    expect(loud.chroma).toBeLessThan(0.4);
    expect(Math.abs(loud.hue - 150)).toBeLessThan(2);
  });
});
