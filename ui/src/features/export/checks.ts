import type { Finding, Page } from '../../ipc/wire';
import type { MessageKey } from '../../lib/words.svelte';
import type { Choice } from './choices';

/** What was looked at and is fine: each is the absence of findings, never a guess. */
export interface Check {
  what: MessageKey;
  detail: MessageKey;
}

export function fineChecks(choice: Choice, pages: readonly Page[], points: readonly Finding[]): Check[] {
  const chosen = pages.filter((page) => choice.pages.has(page.id));
  const clear = (...codes: string[]) => !points.some(({ code }) => codes.includes(code));
  const pictured = chosen.some((page) => page.picture);
  const fits = choice.format.maxPages !== null && chosen.length <= choice.format.maxPages;
  return [
    ...check('texts', chosen.length > 0 && clear('text-overflow')),
    ...check('sizes', chosen.length > 0 && clear('text-small')),
    ...check('pictures', pictured && clear('picture-missing')),
    ...check('alternatives', pictured && clear('alt-missing')),
    ...check('count', fits),
  ];
}

function check(name: 'texts' | 'sizes' | 'pictures' | 'alternatives' | 'count', fine: boolean): Check[] {
  return fine ? [{ what: `export.fine.${name}.what`, detail: `export.fine.${name}.detail` }] : [];
}
