import { expect, test } from 'vitest';
import { type Typed, TypingQueue } from './typing';

/** A lane whose replies come when the test says so. */
function lane() {
  const sent: string[] = [];
  const replies: { resolve: () => void; reject: () => void }[] = [];
  const queue = new TypingQueue((typed: Typed) => {
    sent.push(`${typed.page}.${typed.field}=${typed.text}`);
    return new Promise((resolve, reject) => replies.push({ resolve, reject: () => reject(new Error('disk full')) }));
  });
  const reply = async (how: 'resolve' | 'reject' = 'resolve') => {
    replies.shift()?.[how]();
    await new Promise((done) => setTimeout(done));
  };
  const write = (text: string, page = 'a', field: Typed['field'] = 'title') => queue.write({ page, field, text });
  return { queue, sent, reply, write };
}

test('sends one text at a time and only the latest of what waits for a field', async () => {
  const { sent, reply, write } = lane();
  write('B');
  write('Bo');
  write('Bol');
  expect(sent).toEqual(['a.title=B']);
  await reply();
  expect(sent).toEqual(['a.title=B', 'a.title=Bol']);
});

test('keeps the order of different fields and pages', async () => {
  const { sent, reply, write } = lane();
  write('1');
  write('body', 'a', 'body');
  write('other', 'b');
  write('12');
  for (let replies = 0; replies < 4; replies++) await reply();
  expect(sent).toEqual(['a.title=1', 'a.body=body', 'b.title=other', 'a.title=12']);
});

test('a step waits for what was typed before it, and text typed after it stays after it', async () => {
  const { queue, sent, reply, write } = lane();
  write('B');
  write('Bo');
  const step = queue.after(async () => sent.push('undo'));
  write('Bol');
  await reply();
  expect(sent).toEqual(['a.title=B', 'a.title=Bo']);
  await reply();
  await step;
  await reply();
  expect(sent).toEqual(['a.title=B', 'a.title=Bo', 'undo', 'a.title=Bol']);
});

test('tells the unsent text of a field until its own reply, whatever older replies say', async () => {
  const { queue, reply, write } = lane();
  write('B');
  write('Bo');
  await reply();
  expect(queue.unsent('a', 'title')).toBe('Bo');
  await reply();
  expect(queue.unsent('a', 'title')).toBeUndefined();
  expect(queue.state).toBe('idle');
});

test('text that could not be written stays first and goes again on retry', async () => {
  const { queue, sent, reply, write } = lane();
  write('B');
  await reply('reject');
  expect(queue.state).toBe('failed');
  expect(queue.unsent('a', 'title')).toBe('B');
  queue.retry();
  await reply();
  expect(sent).toEqual(['a.title=B', 'a.title=B']);
  expect(queue.state).toBe('idle');
});

test('newer text replaces text that could not be written', async () => {
  const { sent, reply, write } = lane();
  write('B');
  await reply('reject');
  write('Bo');
  await reply();
  expect(sent).toEqual(['a.title=B', 'a.title=Bo']);
});

test('a step that fails tells its caller and lets the lane go on', async () => {
  const { queue, sent, reply, write } = lane();
  const step = queue.after(() => Promise.reject(new Error('refused')));
  write('B');
  await expect(step).rejects.toThrow('refused');
  await reply();
  expect(sent).toEqual(['a.title=B']);
  expect(queue.state).toBe('idle');
});
