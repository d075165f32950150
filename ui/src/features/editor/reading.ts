import type { Page } from '../../ipc/wire';

/** Silent reading on a phone, words a second (200 a minute). */
const WORDS_A_SECOND = 200 / 60;
/** Swiping to a view and taking in its picture, seconds. */
const SECONDS_A_PAGE = 3;

export function wordCount(pages: readonly Page[]): number {
  return pages.reduce((sum, page) => sum + page.words, 0);
}

/** Time a reader spends on the whole creation. */
export function readingTime(pages: readonly Page[]): { minutes: number; seconds: number } {
  const total = Math.floor(wordCount(pages) / WORDS_A_SECOND + pages.length * SECONDS_A_PAGE);
  return { minutes: Math.floor(total / 60), seconds: total % 60 };
}
