import { waitFor } from '@testing-library/svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Action } from '../lib/action';
import { ActionList } from './actions.svelte';

afterEach(() => document.body.replaceChildren());

function action(shortcut: string, more: Partial<Action> = {}): Action {
  return { id: shortcut, label: 'app.close', group: 'app.group.general', shortcut, run: vi.fn(), ...more };
}

/** Presses a key on an element of the page, as the window hears it. */
async function press(list: ActionList, init: KeyboardEventInit, html = '<p></p>'): Promise<KeyboardEvent> {
  document.body.innerHTML = html;
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
  document.body.querySelector('[data-here], p, input')!.dispatchEvent(event);
  list.dispatch(event, failed);
  await Promise.resolve();
  return event;
}
const failed = vi.fn();

describe('a key press', () => {
  test('runs the action that answers to it, once, and nothing else of the browser', async () => {
    const list = new ActionList();
    const wanted = action('Mod+N');
    list.register([action('Mod+B'), wanted]);
    const event = await press(list, { key: 'n', ctrlKey: true });
    expect(wanted.run).toHaveBeenCalledOnce();
    expect(event.defaultPrevented).toBe(true);
  });

  test('goes to the innermost action, and back to the outer one when it leaves', async () => {
    const list = new ActionList();
    const [outer, inner] = [action('Mod+E'), action('Mod+E')];
    list.register([outer]);
    const leave = list.register([inner]);
    await press(list, { key: 'e', ctrlKey: true });
    leave();
    await press(list, { key: 'e', ctrlKey: true });
    expect(inner.run).toHaveBeenCalledOnce();
    expect(outer.run).toHaveBeenCalledOnce();
  });

  test('passes over an action that is not enabled', async () => {
    const list = new ActionList();
    const [outer, inner] = [action('Mod+E'), action('Mod+E', { enabled: () => false })];
    list.register([outer, inner]);
    await press(list, { key: 'e', ctrlKey: true });
    expect(outer.run).toHaveBeenCalledOnce();
    expect(inner.run).not.toHaveBeenCalled();
  });

  test('is text while writing, unless it holds Ctrl', async () => {
    const list = new ActionList();
    const [sign, command, kept] = [action('?'), action('Mod+N'), action('Mod+Z', { whileWriting: false })];
    list.register([sign, command, kept]);
    await press(list, { key: '?' }, '<input>');
    await press(list, { key: 'z', ctrlKey: true }, '<input>');
    await press(list, { key: 'n', ctrlKey: true }, '<input>');
    expect(sign.run).not.toHaveBeenCalled();
    expect(kept.run).not.toHaveBeenCalled();
    expect(command.run).toHaveBeenCalledOnce();
  });

  test('belongs to the dialog it is made in', async () => {
    const list = new ActionList();
    const wanted = action('Mod+N');
    list.register([wanted]);
    await press(list, { key: 'n', ctrlKey: true }, '<div role="dialog"><button data-here></button></div>');
    expect(wanted.run).not.toHaveBeenCalled();
  });

  test('tells when the action failed', async () => {
    const list = new ActionList();
    list.register([action('F6', { run: () => Promise.reject(new Error('no')) })]);
    await press(list, { key: 'F6' });
    await waitFor(() => expect(failed).toHaveBeenCalledWith(new Error('no')));
  });
});
