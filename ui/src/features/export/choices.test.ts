import { expect, test } from 'vitest';
import type { Finding, FormatCard, Page } from '../../ipc/wire';
import { countPoints, fileKind, findingsOf, firstChoices, request, totalFiles } from './choices';

function format(id: string, change: Partial<FormatCard> = {}): FormatCard {
  const names = { name: { fr: id }, short: { fr: id }, platform: id, aspect: '4:5', verified: '2026-11-21' };
  const safeArea = { top: 0, right: 0, bottom: 0, left: 0 };
  return {
    id,
    ...names,
    size: { width: 1080, height: 1350 },
    isDocument: false,
    maxPages: null,
    safeArea,
    crops: [],
    ...change,
  };
}
const formats = [format('ig'), format('story'), format('li', { isDocument: true }), format('x', { maxPages: 4 })];
const pages = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => ({ id }) as Page);
const order = pages.map(({ id }) => id);
const finding = (change: Partial<Finding>): Finding => {
  return {
    code: 'text-small',
    severity: 'review',
    page: null,
    format: null,
    parameters: {},
    fix: false,
    key: '',
    ...change,
  };
};

test('seven views in four formats are 7 + 7 + 1 + 4 files, or as many PDFs as formats', () => {
  const choices = firstChoices(formats, pages);
  expect(totalFiles(choices, 'png')).toBe(19);
  expect(totalFiles(choices, 'pdf')).toBe(4);
  expect([...choices[3]!.pages]).toEqual(['a', 'b', 'c', 'd']);
});

test('a format left out, or without a page, writes no file and is not asked for', () => {
  const [ig, story, li, x] = firstChoices(formats, pages);
  const choices = [ig!, { ...story!, wanted: false }, { ...li!, pages: new Set<string>() }, x!];
  expect(totalFiles(choices, 'png')).toBe(11);
  expect(request(choices, order).map((choice) => choice.format)).toEqual(['ig', 'x']);
});

test('pages leave in the order of the document, not of the clicks', () => {
  const [ig] = firstChoices(formats, pages);
  expect(request([{ ...ig!, pages: new Set(['e', 'a', 'c']) }], order)).toEqual([
    { format: 'ig', pages: ['a', 'c', 'e'] },
  ]);
});

test('a document is a PDF whatever the images are', () => {
  expect(fileKind(formats[2]!, 'png')).toBe('PDF');
  expect(fileKind(formats[0]!, 'jpeg')).toBe('JPEG');
});

test('findings of other formats and of pages that stay are not points, nor too many pages once fewer are chosen', () => {
  const [ig, , , x] = firstChoices(formats, pages);
  const findings = [
    finding({ format: 'x', page: 'b' }),
    finding({ format: 'x', page: 'g' }),
    finding({ format: 'x', code: 'too-many-pages', severity: 'block' }),
    finding({ page: 'a', code: 'alt-missing' }),
  ];
  expect(findingsOf(x!, findings).map(({ code }) => code)).toEqual(['text-small', 'alt-missing']);
  expect(findingsOf({ ...x!, pages: new Set(order) }, findings)[0]?.code).toBe('too-many-pages');
  expect(findingsOf(ig!, findings)).toHaveLength(1);
  expect(countPoints([ig!, x!], findings)).toEqual({ block: 0, review: 2 });
});
