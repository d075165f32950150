import type { Uuid } from '../../../ipc/wire';

/** How a click or an arrow adds to what is selected: the thing alone, one more or one less, all up to it. */
export type Reach = 'alone' | 'toggle' | 'range';

/** What is selected of a list that may be longer than what is known of it. */
export class Selection {
  #chosen = $state.raw<ReadonlySet<Uuid>>(new Set());
  /** The one under the hand. */
  cursor = $state<Uuid | null>(null);
  /** Where a range starts. */
  #anchor: Uuid | null = null;

  get size(): number {
    return this.#chosen.size;
  }
  get ids(): Uuid[] {
    return [...this.#chosen];
  }

  has(id: Uuid): boolean {
    return this.#chosen.has(id);
  }

  /** Goes to `id`, one of `order`. */
  go(id: Uuid, reach: Reach, order: readonly Uuid[]): void {
    if (reach === 'range') return this.#range(id, order);
    this.#chosen = reach === 'toggle' ? toggled(this.#chosen, id) : new Set([id]);
    this.cursor = this.#anchor = id;
  }

  all(order: readonly Uuid[]): void {
    this.#chosen = new Set(order);
    this.cursor ??= order[0] ?? null;
  }

  clear(): void {
    this.#chosen = new Set();
    this.cursor = this.#anchor = null;
  }

  /** Something else is looked for: the one under the hand stays there alone, or the first takes its place. */
  startOver(order: readonly Uuid[]): void {
    if (this.cursor === null) return;
    const next = order.includes(this.cursor) ? this.cursor : order[0];
    if (next === undefined) this.clear();
    else this.go(next, 'alone', order);
  }

  /** Forgets what is there no longer; the cursor goes on to what took its place. */
  keep(order: readonly Uuid[], before: readonly Uuid[]): void {
    const left = new Set(order);
    if ([...this.#chosen].some((id) => !left.has(id))) {
      this.#chosen = new Set([...this.#chosen].filter((id) => left.has(id)));
    }
    if (this.cursor === null || left.has(this.cursor)) return;
    const next = survivor(before, this.cursor, left);
    if (next === null) this.clear();
    else if (this.size > 0) this.cursor = next;
    else this.go(next, 'alone', order);
  }

  #range(id: Uuid, order: readonly Uuid[]): void {
    const from = Math.max(0, order.indexOf(this.#anchor ?? id));
    const to = order.indexOf(id);
    this.#chosen = new Set(order.slice(Math.min(from, to), Math.max(from, to) + 1));
    this.#anchor ??= id;
    this.cursor = id;
  }
}

function toggled(chosen: ReadonlySet<Uuid>, id: Uuid): Set<Uuid> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** The nearest of `before` after `gone`, else before it, that is still there. */
function survivor(before: readonly Uuid[], gone: Uuid, left: ReadonlySet<Uuid>): Uuid | null {
  const at = before.indexOf(gone);
  const after = before.slice(at + 1).find((id) => left.has(id));
  return after ?? before.slice(0, Math.max(0, at)).findLast((id) => left.has(id)) ?? null;
}
