import { expect, test } from 'vitest';
import { History } from './history';

test('goes back and comes back', () => {
  const history = new History<string>();
  history.note('a', 'one', 0);
  history.note('b', 'two', 10);
  expect(history.undo('c')).toBe('b');
  expect(history.undo('b')).toBe('a');
  expect(history.undo('a')).toBeNull();
  expect(history.redo('a')).toBe('b');
  expect(history.redo('b')).toBe('c');
  expect(history.canRedo).toBe(false);
});

test('undoes at once what was written in one go', () => {
  const history = new History<string>();
  history.note('', 'name', 0);
  history.note('K', 'name', 200);
  history.note('Ka', 'name', 400);
  expect(history.undo('Kao')).toBe('');
  expect(history.canUndo).toBe(false);
});

test('tells apart what was written after a rest', () => {
  const history = new History<string>();
  history.note('', 'name', 0);
  history.note('K', 'name', 5000);
  expect(history.undo('Ka')).toBe('K');
});

test('forgets what was left once something else is done', () => {
  const history = new History<string>();
  history.note('a', 'one', 0);
  history.undo('b');
  history.note('a', 'two', 10);
  expect(history.canRedo).toBe(false);
});
