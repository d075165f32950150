import { describe, expect, test, vi } from 'vitest';
import { memory } from './memory';
import { read, write } from './memory/outline';
import type { Job } from './wire';

async function created(outline: string) {
  const backend = memory({ library: 'sample' });
  const brand = backend.library.brands[0]!.id;
  const view = await backend.call('createDocument', { brand, title: 'Essai', outline });
  return { backend, document: view.id, pages: view.pages };
}

describe('the library in memory', () => {
  test('reads an outline and writes the same one back', () => {
    const outline =
      '---\ntitle: Essai\n---\n# Un {number}\nTexte\n![Bol](bol.jpg){focus=52,58}\n\n> Cité\n> — Ada\n\n# Trois\n- a\n- b\n';
    const pages = read(outline);
    expect(pages.map(({ title, layout }) => [title, layout])).toEqual([
      ['Un', 'number'],
      ['', null],
      ['Trois', null],
    ]);
    expect(write('Essai', pages)).toBe(outline);
  });

  test('opens new pages where a heading is written in a body', async () => {
    const { backend, document, pages } = await created('# Un\n\n# Trois');
    const edit = { kind: 'writeBody', page: pages[0]!.id, text: 'Texte\n# Deux\nSuite' } as const;
    const delta = await backend.call('edit', { document, edit });
    expect(delta.pages.map(({ title, body }) => [title, body])).toEqual([
      ['Un', 'Texte'],
      ['Deux', 'Suite'],
      ['Trois', ''],
    ]);
    expect(delta.focus).toBe(delta.order[1]);
  });

  test('undoes and redoes, and tells where', async () => {
    const { backend, document, pages } = await created('# Un\n\n# Deux');
    const [, second] = pages;
    await backend.call('edit', { document, edit: { kind: 'writeTitle', page: second!.id, text: 'Autre' } });
    const undone = await backend.call('undo', { document });
    expect([undone.pages[1]!.title, undone.focus, undone.canUndo, undone.canRedo]).toEqual([
      'Deux',
      second!.id,
      false,
      true,
    ]);
    const redone = await backend.call('redo', { document });
    expect(redone.pages[1]!.title).toBe('Autre');
  });

  test('gives a page another stamp when it changes, and no other', async () => {
    const { backend, document, pages } = await created('# Un\n\n# Deux');
    const edit = { kind: 'writeTitle', page: pages[0]!.id, text: 'Autre' } as const;
    const delta = await backend.call('edit', { document, edit });
    expect(delta.pages[0]!.stamp).not.toBe(pages[0]!.stamp);
    expect(delta.pages[1]!.stamp).toBe(pages[1]!.stamp);
  });

  test('advances an export until it is done, and stops one that is cancelled', async () => {
    vi.useFakeTimers();
    const { backend, document, pages } = await created('# Un\n\n# Deux');
    const told: Job[] = [];
    backend.on('job', (job) => told.push(job));
    const choices = [{ format: 'ig_carousel_4_5', pages: pages.map(({ id }) => id) }];
    const request = { document, choices, as: 'png', folder: '/tmp' } as const;
    await backend.call('startExport', request);
    const { id } = await backend.call('startExport', request);
    await backend.call('cancelJob', { job: id });
    await vi.runAllTimersAsync();
    vi.useRealTimers();
    const jobs = await backend.call('jobs', {});
    expect(jobs.map(({ state, steps }) => [state, steps[0]!.done])).toEqual([
      ['done', 2],
      ['cancelled', 0],
    ]);
    expect(told.at(-1)?.state).toBe('done');
  });
});
