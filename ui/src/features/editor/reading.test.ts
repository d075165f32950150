import { expect, test } from 'vitest';
import type { Page } from '../../ipc/wire';
import { readingTime, wordCount } from './reading';

test('seven views of 148 words take a minute and five seconds', () => {
  const pages = [4, 14, 34, 30, 16, 20, 30].map((words) => ({ words }) as Page);
  expect(wordCount(pages)).toBe(148);
  expect(readingTime(pages)).toEqual({ minutes: 1, seconds: 5 });
});
