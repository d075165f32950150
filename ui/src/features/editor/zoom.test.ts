import { expect, test } from 'vitest';
import { COLUMN, fitScale, pictureWidth, zoomColumn } from './zoom';

test('a page fits by its height, and leaves its neighbours in sight', () => {
  const portrait = { width: 1080, height: 1350 };
  expect(fitScale(portrait, { width: 800, height: 430 })).toBeCloseTo(430 / 1350);
  expect(fitScale({ width: 1600, height: 900 }, { width: 800, height: 900 }) * 1600).toBeLessThan(800 * 0.8);
});

test('pictures are asked for in multiples of 16 device pixels, never smaller than shown', () => {
  expect(pictureWidth(136, 1)).toBe(144);
  expect(pictureWidth(136, 2)).toBe(272);
  expect(pictureWidth(0, 1)).toBe(16);
});

test('columns stay between a glance and reading', () => {
  expect(zoomColumn(COLUMN.usual, 40)).toBe(COLUMN.most);
  expect(zoomColumn(COLUMN.usual, -40)).toBe(COLUMN.least);
});
