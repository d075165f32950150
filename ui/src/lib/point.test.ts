import { expect, test } from 'vitest';
import { pointIn, stepped } from './point';

test('a press becomes a fraction of the square, brought back inside it', () => {
  const square = { left: 10, top: 20, right: 110, bottom: 120 };
  expect(pointIn(square, 60, 45)).toEqual({ x: 0.5, y: 0.25 });
  expect(pointIn(square, 0, 400)).toEqual({ x: 0, y: 1 });
});

test('arrows step, Shift strides, other keys do nothing', () => {
  expect(stepped({ x: 0.5, y: 0.5 }, 'ArrowLeft', false)).toEqual({ x: 0.48, y: 0.5 });
  expect(stepped({ x: 0.5, y: 0.95 }, 'ArrowDown', true)).toEqual({ x: 0.5, y: 1 });
  expect(stepped({ x: 0.5, y: 0.5 }, 'Tab', false)).toBeNull();
});
