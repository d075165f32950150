import { untrack } from 'svelte';
import type { Action } from '../lib/action';
import { isCommand, matches } from '../lib/shortcut';

/** The actions in reach, outermost first. */
export class ActionList {
  #groups = $state.raw<readonly (readonly Action[])[]>([]);
  all = $derived(this.#groups.flat());

  /** Puts actions in reach; the answer takes them back. Made for effects: it does not make them depend on the list. */
  register(actions: readonly Action[]): () => void {
    const group = [...actions];
    this.#regroup((groups) => [...groups, group]);
    return () => this.#regroup((groups) => groups.filter((other) => other !== group));
  }

  #regroup(change: (groups: readonly (readonly Action[])[]) => readonly (readonly Action[])[]): void {
    this.#groups = change(untrack(() => this.#groups));
  }

  /** Runs the innermost action that answers to this key press, if any. */
  dispatch(event: KeyboardEvent, failed: (reason: unknown) => void): void {
    if (event.defaultPrevented || event.isComposing || inFloating(event.target)) return;
    const action = this.all.findLast((candidate) => answers(candidate, event));
    if (!action) return;
    event.preventDefault();
    Promise.resolve()
      .then(() => action.run())
      .catch(failed);
  }
}

function answers(action: Action, event: KeyboardEvent): boolean {
  const { shortcut, enabled, whileWriting } = action;
  if (!shortcut || !matches(shortcut, event)) return false;
  if (isWriting(event.target) && !(whileWriting ?? isCommand(shortcut))) return false;
  return enabled?.() ?? true;
}

/** Dialogs and menus keep their keys to themselves. */
function inFloating(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=dialog], [role=alertdialog], .p-menu') !== null;
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA)$/.test(target.tagName));
}
