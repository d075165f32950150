import type { Component } from 'svelte';
import type { MessageKey } from './words.svelte';

/** Something a person can do. One list of actions feeds menus, buttons, shortcuts and the sheet of shortcuts. */
export interface Action {
  id: string;
  label: MessageKey;
  /** The heading it stands under in the sheet of shortcuts. */
  group: MessageKey;
  icon?: Component;
  /** "Mod+Shift+Z", "?", "F6": see `shortcut.ts`. */
  shortcut?: string;
  /** Absent: always. */
  enabled?: () => boolean;
  /** False: leaves the keys to the text field being written in. Ctrl shortcuts act there unless told otherwise. */
  whileWriting?: boolean;
  run: () => void | Promise<void>;
}
