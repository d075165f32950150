import type { Uuid } from '../../ipc/wire';

/** Screen space, CSS px, y down. */
export interface Rectangle {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
export interface Target extends Rectangle {
  page: Uuid;
}

/** The page whose rectangle holds the point; the last drawn wins where two overlap. */
export function pageAt(x: number, y: number, targets: readonly Target[]): Uuid | null {
  return targets.findLast((target) => holds(target, x, y))?.page ?? null;
}

/** How many columns stand before a drop at `x`: those whose middle is to its left. */
export function columnsBefore(x: number, columns: readonly Rectangle[]): number {
  return columns.filter(({ left, right }) => (left + right) / 2 < x).length;
}

/**
 * Which page to move `moved` after when it is dropped with `place` columns before it (`null`: to the front);
 * `undefined` when it would not move.
 */
export function movedAfter(order: readonly Uuid[], moved: Uuid, place: number): Uuid | null | undefined {
  const from = order.indexOf(moved);
  if (from < 0 || place === from || place === from + 1) return undefined;
  return order[place - 1] ?? null;
}

/** `moved` after its next neighbour (`step` 1) or before its previous one (-1); `undefined` at the ends. */
export function steppedAfter(order: readonly Uuid[], moved: Uuid, step: 1 | -1): Uuid | null | undefined {
  const from = order.indexOf(moved);
  const place = step === 1 ? from + 2 : from - 1;
  return from < 0 || place < 0 || place > order.length ? undefined : movedAfter(order, moved, place);
}

/** Deals files out: the first to `first`, the following to the pages after it; what is left over goes nowhere. */
export function deal(paths: readonly string[], order: readonly Uuid[], first: Uuid): { page: Uuid; path: string }[] {
  const pages = order.slice(order.indexOf(first));
  return paths.slice(0, pages.length).map((path, index) => ({ path, page: pages[index]! }));
}

function holds({ left, top, right, bottom }: Rectangle, x: number, y: number): boolean {
  return x >= left && x < right && y >= top && y < bottom;
}
