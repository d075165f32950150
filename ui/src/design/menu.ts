import type { Component } from 'svelte';

/** One line of a menu. */
export interface MenuEntry {
  label: string;
  icon?: Component;
  shortcut?: string;
  disabled?: boolean;
  danger?: boolean;
  /** Defined: the line is one of several choices, and this tells whether it is the current one. */
  checked?: boolean;
  run: () => void | Promise<void>;
}

export type MenuItem = MenuEntry | 'rule' | { heading: string };
