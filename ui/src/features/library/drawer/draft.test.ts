import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Draft } from './draft.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function writing(kept = 'bol') {
  const state = { kept };
  const keep = vi.fn(async (text: string) => void (state.kept = text));
  return { draft: new Draft(() => state.kept, keep), keep, state };
}

describe('a draft', () => {
  test('is kept once, when the hand rests', async () => {
    const { draft, keep } = writing();
    draft.text = 'bols';
    draft.text = 'bols empilés';
    expect([draft.text, keep.mock.calls]).toEqual(['bols empilés', []]);
    await vi.runAllTimersAsync();
    expect(keep.mock.calls).toEqual([['bols empilés']]);
  });

  test('is kept at once when it is left, and not again', async () => {
    const { draft, keep } = writing();
    draft.text = 'vase';
    await draft.keep();
    await vi.runAllTimersAsync();
    expect(keep.mock.calls).toEqual([['vase']]);
  });

  test('that says what is kept already keeps nothing', async () => {
    const { draft, keep } = writing();
    draft.text = 'bol';
    await draft.keep();
    expect(keep).not.toHaveBeenCalled();
  });

  test('gives way to what is kept elsewhere', async () => {
    const { draft, state } = writing();
    draft.text = 'vase';
    await draft.keep();
    state.kept = 'tasse';
    expect(draft.text).toBe('tasse');
  });
});
