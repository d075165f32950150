/**
 * Shortcuts are written "Mod+Shift+Z": `Mod` is Ctrl, Cmd on macOS. Digits are matched by their place on the keyboard,
 * because on AZERTY they need Shift; everything else by what it types.
 */

const MODIFIERS = ['Mod', 'Alt', 'Shift'] as const;
type Modifier = (typeof MODIFIERS)[number];

export const onMac = (): boolean => navigator.platform.startsWith('Mac');

/** What a keyboard event presses, as far as shortcuts care. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

export function matches(shortcut: string, press: KeyPress, mac = onMac()): boolean {
  const { modifiers, key } = parse(shortcut);
  const command = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
  if (other || command !== modifiers.has('Mod') || press.altKey !== modifiers.has('Alt')) return false;
  if (isTyped(key)) return press.key === key;
  return press.shiftKey === modifiers.has('Shift') && isPressed(key, press);
}

/** True when the shortcut holds Ctrl or Alt: it cannot be mistaken for text. */
export function isCommand(shortcut: string): boolean {
  const { modifiers, key } = parse(shortcut);
  return modifiers.has('Mod') || modifiers.has('Alt') || /^F\d+$/.test(key);
}

/** The key caps to print, in the order they are pressed: ["Ctrl", "Maj", "Z"]. */
export function caps(shortcut: string, names: Record<string, string>, mac = onMac()): string[] {
  const { modifiers, key } = parse(shortcut);
  const held = MODIFIERS.filter((modifier) => modifiers.has(modifier));
  return [...held.map((modifier) => modifierCap(modifier, names, mac)), names[key] ?? key];
}

function parse(shortcut: string): { modifiers: Set<Modifier>; key: string } {
  const modifiers = new Set(MODIFIERS.filter((modifier) => shortcut.includes(`${modifier}+`)));
  return { modifiers, key: shortcut.replace(/^(?:(?:Mod|Alt|Shift)\+)*/, '') };
}

/** Signs such as "?" sit under Shift on some keyboards and not on others. */
function isTyped(key: string): boolean {
  return key.length === 1 && !/[a-z0-9]/i.test(key);
}

function isPressed(key: string, press: KeyPress): boolean {
  if (/^\d$/.test(key)) return press.code === `Digit${key}` || press.code === `Numpad${key}`;
  if (key === 'Space') return press.key === ' ';
  return press.key.toLowerCase() === key.toLowerCase();
}

function modifierCap(modifier: Modifier, names: Record<string, string>, mac: boolean): string {
  if (mac) return { Mod: '⌘', Alt: '⌥', Shift: '⇧' }[modifier];
  return names[modifier] ?? modifier;
}
