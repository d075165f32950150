import type { ColorRole, Contrast } from '../../../ipc/wire';

/** How well words of a colour are read on another: WCAG 2.2, 1.4.3 asks for 4.5, and for 3 when they are large. */
export type Reading = 'text' | 'titles' | 'none' | 'same';

export interface ContrastCell {
  ground: ColorRole;
  ratio: number;
  reading: Reading;
}

export interface ContrastRow {
  ink: ColorRole;
  cells: ContrastCell[];
}

/** The colours words are set in, and what they are set on. */
const INKS: readonly ColorRole[] = ['ink', 'ground', 'accent', 'vivid'];
const GROUNDS: readonly ColorRole[] = ['ground', 'ink', 'vivid', 'soft', 'cool'];

export function contrastRows(contrasts: readonly Contrast[]): ContrastRow[] {
  const ratio = (ink: ColorRole, ground: ColorRole) =>
    contrasts.find((pair) => pair.ink === ink && pair.ground === ground)?.ratio ?? 1;
  const cell = (ink: ColorRole, ground: ColorRole) => ({
    ground,
    ratio: ratio(ink, ground),
    reading: ink === ground ? 'same' : readingOf(ratio(ink, ground)),
  });
  return INKS.map((ink) => ({ ink, cells: GROUNDS.map((ground) => cell(ink, ground) as ContrastCell) }));
}

export const grounds = GROUNDS;

export function readingOf(ratio: number): Exclude<Reading, 'same'> {
  if (ratio >= 4.5) return 'text';
  return ratio >= 3 ? 'titles' : 'none';
}

/** Never rounded up over a threshold: 4.46 is 4.4, which is not enough. */
export function ratioWords(ratio: number, language: string): string {
  const tenths = Math.floor(ratio * 10) / 10;
  return tenths.toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}
