import type { Language } from './words.svelte';

const MONTHS: Record<Language, string[]> = {
  fr: ['janv', 'fevr', 'mars', 'avri', 'mai', 'juin', 'juil', 'aout', 'sept', 'octo', 'nove', 'dece'],
  en: ['janu', 'febr', 'marc', 'apri', 'may', 'june', 'july', 'augu', 'sept', 'octo', 'nove', 'dece'],
};

/** A day of the calendar, `2028-12-31`, as people write it: "31 décembre 2028". */
export function dayWords(day: string, language: Language): string {
  const date = new Date(`${day.slice(0, 10)}T00:00:00`);
  const words = date.toLocaleDateString(language, { day: 'numeric', month: 'long', year: 'numeric' });
  return language === 'fr' && date.getDate() === 1 ? words.replace(/^1\b/, '1er') : words;
}

/** The day that people write: "31/12/2028", "31 déc. 2028", "Dec 31, 2028", "2028-12-31"; null when it is none. */
export function readDay(text: string, language: Language): string | null {
  const parts = fold(text).match(/[a-z]{3,}|\d+/g) ?? [];
  if (parts.length !== 3) return null;
  const numbers = parts.filter((part) => /\d/.test(part)).map(Number);
  const word = parts.find((part) => !/\d/.test(part));
  return word === undefined ? fromNumbers(numbers, parts[0]!, language) : fromMonth(numbers, word);
}

function fromNumbers(numbers: number[], first: string, language: Language): string | null {
  const [a, b, c] = numbers as [number, number, number];
  if (first.length === 4) return dayOf(a, b, c);
  return language === 'en' ? dayOf(c, a, b) : dayOf(c, b, a);
}

function fromMonth(numbers: number[], word: string): string | null {
  const names = [...MONTHS.fr, ...MONTHS.en];
  const month = names.findIndex((name) => name.startsWith(word.slice(0, 4)) || word.startsWith(name)) % 12;
  const [day, year] = numbers.toSorted((a, b) => a - b);
  return month < 0 || day === undefined || year === undefined ? null : dayOf(year, month + 1, day);
}

/** A day that the calendar has; two figures are a year of this century. */
function dayOf(year: number, month: number, day: number): string | null {
  const full = year < 100 ? 2000 + year : year;
  const date = new Date(Date.UTC(full, month - 1, day));
  const real = date.getUTCFullYear() === full && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/(\d)er\b/, '$1');
}
