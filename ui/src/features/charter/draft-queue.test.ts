import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DraftQueue } from './draft-queue';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A queue whose calls end when they are told to. */
function queue() {
  const kept: string[] = [];
  const ends: (() => void)[] = [];
  const keep = (value: string) => {
    kept.push(value);
    return new Promise<void>((end) => ends.push(end));
  };
  return { queue: new DraftQueue<string>(keep), kept, end: () => ends.shift()?.() };
}

test('keeps what was written last, once the hand rests', async () => {
  const { queue: drafts, kept } = queue();
  drafts.push('a');
  await vi.advanceTimersByTimeAsync(200);
  drafts.push('ab');
  await vi.advanceTimersByTimeAsync(200);
  expect(kept).toEqual([]);
  await vi.advanceTimersByTimeAsync(50);
  expect(kept).toEqual(['ab']);
});

test('has one call under way; the latest waits for it', async () => {
  const { queue: drafts, kept, end } = queue();
  drafts.push('a');
  await vi.advanceTimersByTimeAsync(250);
  for (const text of ['ab', 'abc', 'abcd']) {
    drafts.push(text);
    await vi.advanceTimersByTimeAsync(300);
  }
  expect(kept).toEqual(['a']);
  end();
  await vi.advanceTimersByTimeAsync(0);
  expect(kept).toEqual(['a', 'abcd']);
  end();
  await vi.advanceTimersByTimeAsync(0);
  expect(drafts.idle).toBe(true);
});

test('forgets what waits when it is dropped', async () => {
  const { queue: drafts, kept } = queue();
  drafts.push('a');
  await drafts.drop();
  await vi.advanceTimersByTimeAsync(500);
  expect(kept).toEqual([]);
});
