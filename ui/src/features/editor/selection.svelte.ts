import type { Uuid } from '../../ipc/wire';

/** The current page: exactly one as long as the document has pages. */
export class Selection {
  page = $state<Uuid | null>(null);

  select(page: Uuid | null): void {
    this.page = page;
  }

  /** Keeps a page current across a change of order: the one the change names, else the same one, else its heir. */
  follow(before: readonly Uuid[], after: readonly Uuid[], focus: Uuid | null): void {
    if (focus && after.includes(focus)) this.page = focus;
    else if (!this.page || !after.includes(this.page)) this.page = heir(before, after, this.page);
  }

  /** Moves by `step` pages and stops at the ends. */
  move(order: readonly Uuid[], step: number): void {
    this.page = neighbour(order, this.page, step) ?? this.page;
  }
}

/** The page that stands where `gone` stood: the next that remains, else the last before it. */
export function heir(before: readonly Uuid[], after: readonly Uuid[], gone: Uuid | null): Uuid | null {
  const place = gone ? before.indexOf(gone) : -1;
  if (place < 0) return after[0] ?? null;
  const remains = (id: Uuid) => after.includes(id);
  return before.slice(place + 1).find(remains) ?? before.slice(0, place).findLast(remains) ?? after[0] ?? null;
}

export function neighbour(order: readonly Uuid[], page: Uuid | null, step: number): Uuid | undefined {
  const place = page ? order.indexOf(page) : -1;
  if (place < 0) return order[0];
  return order[Math.min(order.length - 1, Math.max(0, place + step))];
}
