import { describe, expect, test } from 'vitest';
import { dayWords, readDay } from './day';

describe('a day', () => {
  test.each([
    ['31/12/2028', 'fr', '2028-12-31'],
    ['12/31/2028', 'en', '2028-12-31'],
    ['31 décembre 2028', 'fr', '2028-12-31'],
    ['1er août 27', 'fr', '2027-08-01'],
    ['Dec 31, 2028', 'en', '2028-12-31'],
    ['3 mai 2028', 'fr', '2028-05-03'],
    ['2028-12-31', 'fr', '2028-12-31'],
    ['30/02/2028', 'fr', null],
    ['31/12', 'fr', null],
    ['un jour', 'fr', null],
    ['12 brumaire 2028', 'fr', null],
  ] as const)('is read from %s in %s as %s', (text, language, day) => {
    expect(readDay(text, language)).toBe(day);
  });

  test.each(['2028-12-31', '2027-08-01', '2026-01-09'])('is read back from its own words: %s', (day) => {
    for (const language of ['fr', 'en'] as const) expect(readDay(dayWords(day, language), language)).toBe(day);
  });
});
