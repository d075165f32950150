import { describe, expect, test } from 'vitest';
import { caps, isCommand, matches, type KeyPress } from './shortcut';

function press(key: string, held: Partial<KeyPress> = {}): KeyPress {
  const code = /^\d$/.test(key) ? `Digit${key}` : key;
  return { key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
}

describe('a shortcut', () => {
  test('is Ctrl on a PC and Cmd on a Mac, never both', () => {
    expect(matches('Mod+N', press('n', { ctrlKey: true }), false)).toBe(true);
    expect(matches('Mod+N', press('n', { metaKey: true }), false)).toBe(false);
    expect(matches('Mod+N', press('n', { metaKey: true }), true)).toBe(true);
    expect(matches('Mod+N', press('n', { metaKey: true, ctrlKey: true }), true)).toBe(false);
  });

  test('does not answer to one with more keys held', () => {
    expect(matches('Mod+Z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(false);
    expect(matches('Mod+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(true);
    expect(matches('P', press('p', { altKey: true }), false)).toBe(false);
  });

  test('finds digits by their place: AZERTY types "&" with the key of 1', () => {
    expect(matches('Mod+1', press('&', { code: 'Digit1', ctrlKey: true }), false)).toBe(true);
  });

  test('finds signs by what they type, wherever Shift is', () => {
    expect(matches('?', press('?', { shiftKey: true }), false)).toBe(true);
    expect(matches('?', press('?', { code: 'KeyM' }), false)).toBe(true);
    expect(matches('Mod++', press('+', { ctrlKey: true, shiftKey: true }), false)).toBe(true);
  });

  test('names the space bar', () => {
    expect(matches('Space', press(' '), false)).toBe(true);
    expect(matches('Space', press(' ', { ctrlKey: true }), false)).toBe(false);
  });

  test('is a command when it cannot be text', () => {
    expect(['Mod+N', 'Alt+ArrowUp', 'F6'].map(isCommand)).toEqual([true, true, true]);
    expect(['?', 'P', 'Shift+D', 'Delete'].map(isCommand)).toEqual([false, false, false, false]);
  });

  test('prints its caps in the order they are pressed', () => {
    const names = { Mod: 'Ctrl', Shift: 'Maj' };
    expect(caps('Mod+Shift+Z', names, false)).toEqual(['Ctrl', 'Maj', 'Z']);
    expect(caps('Mod+Shift+Z', names, true)).toEqual(['⌘', '⇧', 'Z']);
  });
});
