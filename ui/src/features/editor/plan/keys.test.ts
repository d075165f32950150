import { describe, expect, test } from 'vitest';
import { readKey } from './keys';

const press = (key: string, held: Partial<KeyboardEvent> = {}) => {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, ...held };
};
const full = { title: 'Oui', body: 'Grès' };
const empty = { title: '', body: '' };

describe('keys in the plan', () => {
  test.each([
    ['Enter in a title goes to the body', press('Enter'), 'title', full, 'body'],
    ['Enter in a body is a new line', press('Enter'), 'body', full, null],
    ['Ctrl+Enter adds a view', press('Enter', { ctrlKey: true }), 'body', full, 'insert'],
    ['Alt+Up moves the view', press('ArrowUp', { altKey: true }), 'title', full, 'earlier'],
    ['Alt+Down moves the view', press('ArrowDown', { altKey: true }), 'body', full, 'later'],
    ['an arrow alone moves the caret', press('ArrowDown'), 'body', full, null],
    ['Backspace erases text', press('Backspace'), 'title', { title: '', body: 'Grès' }, null],
    ['Backspace in an empty view removes it', press('Backspace'), 'title', empty, 'removeEmpty'],
    ['a slash in an empty field opens the layouts', press('/'), 'body', { title: 'Oui', body: '' }, 'layout'],
    ['a slash in a text is a slash', press('/'), 'title', full, null],
    ['Escape leaves the field', press('Escape'), 'body', full, 'leave'],
    ['keys of an input method are its own', press('Enter', { isComposing: true }), 'title', full, null],
  ] as const)('%s', (_, key, field, page, expected) => {
    expect(readKey(key, field, page, false)).toBe(expected);
  });
});
