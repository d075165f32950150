import type { Language } from './words.svelte';

const UNITS = [
  { unit: 'gigabyte', bytes: 1e9, digits: 1 },
  { unit: 'megabyte', bytes: 1e6, digits: 1 },
  { unit: 'kilobyte', bytes: 1e3, digits: 0 },
] as const;

/** "2,4 Mo": in the largest unit that gives a figure of one or more, kilobytes at the least. */
export function byteWords(bytes: number, language: Language): string {
  const { unit, bytes: size, digits } = UNITS.find((larger) => bytes >= larger.bytes) ?? UNITS[2];
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: digits }).format(bytes / size);
}
