import type { AssetCard } from '../../../ipc/wire';
import { Columns, cutOf, type Cut } from './columns';

/** How the wall is looked at. */
export type Look = 'columns' | 'grid' | 'list';

export const LOOKS: readonly Look[] = ['columns', 'grid', 'list'];

/** CSS px: the least width of a column and the gap between two, then the height of a line of the list. */
const LEAST = 150;
const GAP = 10;
const LINE = 52;
/** Height over width of the flattest and the tallest place a picture gets: beyond, it is cropped on the wall. */
const FLATTEST = 0.42;
const TALLEST = 2.4;

export function cutFor(look: Look, width: number): Cut {
  return look === 'list' ? { columns: 1, columnWidth: width, gap: 0 } : cutOf(width, LEAST, GAP);
}

/** Hangs the cards that are not on the wall yet. */
export function hang(columns: Columns, look: Look, cards: readonly AssetCard[]): void {
  const { columnWidth } = columns.cut;
  for (const card of cards.slice(columns.boxes.length)) columns.hang(heightOf(look, card, columnWidth));
}

function heightOf(look: Look, { width, height }: AssetCard, columnWidth: number): number {
  if (look === 'list') return LINE;
  if (look === 'grid') return columnWidth;
  const ratio = width > 0 && height > 0 ? height / width : 1;
  return Math.round(columnWidth * Math.min(TALLEST, Math.max(FLATTEST, ratio)));
}
