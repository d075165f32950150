import type { Component } from 'svelte';

/** One line of a menu. */
export interface MenuEntry {
  label: string;
  icon?: Component;
  shortcut?: string;
  /** What tells it from its neighbours, quietly at its end. */
  note?: string;
  disabled?: boolean;
  danger?: boolean;
  /** Defined: the line is one of several choices, and this tells whether it is the current one. */
  checked?: boolean;
  /** Several of the choices can be current: the menu stays open for the next one. */
  several?: boolean;
  run: () => void | Promise<void>;
}

/** A line that opens a menu of its own. */
export interface SubMenu {
  label: string;
  note?: string;
  items: readonly MenuItem[];
}

export type MenuItem = MenuEntry | SubMenu | 'rule' | { heading: string };
