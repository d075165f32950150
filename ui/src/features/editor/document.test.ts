import { expect, test } from 'vitest';
import type { DocumentDelta, DocumentView, Page } from '../../ipc/wire';
import { EditorDocument } from './document.svelte';

const state = {
  title: 'Oui',
  master: 'ig',
  template: null,
  formats: ['ig'],
  findings: [],
  waived: [],
  canUndo: false,
  canRedo: false,
};

function page(id: string, number: number, title = id): Page {
  const layout = { layout: 'point' as const, chosen: false, words: 1, budget: 45, stamp: '1' };
  return { id, number, title, body: '', picture: null, ...layout };
}

function opened(): EditorDocument {
  const view: DocumentView = {
    ...state,
    id: 'd',
    brand: 'm',
    revision: 4,
    pages: [page('a', 1), page('b', 2), page('c', 3)],
  };
  return new EditorDocument(view);
}

function delta(change: Partial<DocumentDelta>): DocumentDelta {
  return { ...state, document: 'd', revision: 5, order: ['a', 'b', 'c'], pages: [], focus: null, ...change };
}

const shown = (document: EditorDocument) => document.pages.map(({ number, title }) => `${number} ${title}`);

test('changed pages replace the old ones, the others stay', () => {
  const document = opened();
  document.apply(delta({ pages: [page('b', 2, 'Chiffre')] }));
  expect(shown(document)).toEqual(['1 a', '2 Chiffre', '3 c']);
});

test('a new order renumbers pages that the reply does not repeat', () => {
  const document = opened();
  document.apply(delta({ order: ['c', 'a', 'b'] }));
  expect(shown(document)).toEqual(['1 c', '2 a', '3 b']);
});

test('pages out of the order are gone, and come back only when told again', () => {
  const document = opened();
  document.apply(delta({ order: ['a', 'c'] }));
  expect(shown(document)).toEqual(['1 a', '2 c']);
  document.apply(delta({ revision: 6, order: ['a', 'b', 'c'], pages: [page('b', 2, 'revenue')] }));
  expect(shown(document)).toEqual(['1 a', '2 revenue', '3 c']);
});

test('a stale reply, or one for another document, changes nothing', () => {
  const document = opened();
  document.apply(delta({ revision: 6, pages: [page('a', 1, 'neuf')] }));
  expect(document.apply(delta({ revision: 5, pages: [page('a', 1, 'vieux')] }))).toBe(false);
  expect(document.apply(delta({ revision: 7, document: 'autre', order: [] }))).toBe(false);
  expect(shown(document)).toEqual(['1 neuf', '2 b', '3 c']);
});
