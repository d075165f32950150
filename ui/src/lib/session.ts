import type { BrandCard, FormatCard, Preferences, Studio, Uuid } from '../ipc/wire';
import type { Action } from './action';
import type { Language } from './words.svelte';

/** Where the person is. */
export type Route =
  | { at: 'home' }
  | { at: 'creations' }
  | { at: 'library' }
  | { at: 'charter' }
  | { at: 'settings' }
  | { at: 'editor'; document: Uuid };

/** The one thing a toast offers to do. */
export interface ToastAction {
  label: string;
  run: () => void | Promise<void>;
}

/** What a feature may know of, and ask from, the window it lives in. Reactive. */
export interface Session {
  readonly studio: Studio;
  /** The brand being worked for; null until there is one. */
  readonly brand: BrandCard | null;
  readonly formats: readonly FormatCard[];
  readonly language: Language;
  readonly route: Route;
  /** Every action in reach now, innermost last. */
  readonly actions: readonly Action[];

  go(route: Route): void;
  /** What the window is about, shown in its title after the brand; null: nothing in particular. */
  setSubject(subject: string | null): void;
  /** Says that something was done, for six seconds. */
  toast(message: string, action?: ToastAction): void;
  /** Says that something failed; stays until it is closed. */
  fail(reason: unknown): void;
  /** Puts actions in reach; the answer takes them back. Later ones win a shortcut. */
  registerActions(actions: readonly Action[]): () => void;
  /** Changes and keeps some preferences. */
  prefer(change: Partial<Preferences>): void;
}
