import { afterEach, describe, expect, test } from 'vitest';
import { moment } from './dates';
import { setLanguage } from './words.svelte';

const now = new Date(2026, 10, 21, 18, 45);
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();

afterEach(() => setLanguage('fr'));

describe('a past moment', () => {
  test.each([
    ['à l’instant', at(2026, 10, 21, 18, 45)],
    ['il y a 20\u202fmin', at(2026, 10, 21, 18, 25)],
    ['aujourd’hui à 9\u202fh', at(2026, 10, 21, 9, 0)],
    ['hier à 18\u202fh\u202f30', at(2026, 10, 20, 18, 30)],
    ['1er nov.', at(2026, 10, 1, 12, 0)],
    ['27 nov. 2025', at(2025, 10, 27, 12, 0)],
  ])('reads %s', (words, instant) => {
    expect(moment(instant, 'fr', now)).toBe(words);
  });

  test('counts days by the calendar, not by 24 hours', () => {
    expect(moment(at(2026, 10, 20, 23, 50), 'fr', new Date(2026, 10, 21, 1, 0))).toBe('hier à 23\u202fh\u202f50');
  });

  test('reads in English too', () => {
    setLanguage('en');
    expect(moment(at(2026, 10, 20, 18, 30), 'en', now)).toMatch(/^yesterday at 6:30\sPM$/);
  });
});
