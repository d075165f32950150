import type { AssetList } from '../asset-list.svelte';
import { Columns } from './columns';
import { cutFor, hang, type Look } from './looks';

/** CSS px: how finely scrolling is followed, and how far above and below the window things hang already. */
const STEP = 120;
const MARGIN = 720;
/** Heights of the window that are read ahead. */
const AHEAD = 8;

/** The window on the wall: what hangs, what of it shows, and how to go somewhere on it. */
export class WallView {
  width = $state(0);
  height = $state(0);
  #top = $state(0);
  #hung: { columns: Columns; key: string } | null = null;
  readonly #list: AssetList;
  readonly #look: () => Look;

  constructor(list: AssetList, look: () => Look) {
    this.#list = list;
    this.#look = look;
  }

  /** The wall, and how tall it is: a new object whenever more hangs on it. */
  readonly wall = $derived.by(() => this.#hang());
  /** Indices of the things in or near the window. */
  readonly shown: readonly number[] = $derived.by(() => {
    const { columns } = this.wall;
    return columns.between(this.#top - MARGIN, this.#top + this.height + MARGIN);
  });
  /** Whether what is read ends too near the foot of the window. */
  readonly wanting = $derived.by(() => this.wall.height < this.#top + (1 + AHEAD) * this.height);

  scrolled(top: number): void {
    this.#top = Math.floor(top / STEP) * STEP;
  }

  /** How far to scroll, in CSS px from the top, for the thing to be in sight; null when it is. */
  reveal(index: number, top: number): number | null {
    const box = this.wall.columns.boxes[index];
    if (!box) return null;
    if (box.y < top) return Math.max(0, box.y - this.wall.columns.cut.gap);
    const foot = box.y + box.height + this.wall.columns.cut.gap;
    return foot > top + this.height ? foot - this.height : null;
  }

  /** Where a key leads from a thing; null when it leads nowhere. */
  step(key: string, index: number): number | null {
    const { columns } = this.wall;
    const last = columns.boxes.length - 1;
    if (last < 0) return null;
    if (key === 'Home') return 0;
    if (key === 'End') return last;
    if (index < 0) return key.startsWith('Arrow') ? 0 : null;
    if (key === 'PageDown' || key === 'PageUp') return this.#leap(index, key === 'PageDown' ? 'down' : 'up');
    const direction = ARROWS[key];
    return direction ? columns.neighbour(index, direction) : null;
  }

  #leap(index: number, direction: 'up' | 'down'): number {
    const { columns } = this.wall;
    const start = columns.boxes[index]!.y;
    let at = index;
    let next = columns.neighbour(at, direction);
    while (next !== at && Math.abs(columns.boxes[next]!.y - start) < this.height) {
      at = next;
      next = columns.neighbour(at, direction);
    }
    return at;
  }

  /** Adds what was read since; starts over when the wall is cut another way or something else is looked for. */
  #hang(): { columns: Columns; height: number } {
    const look = this.#look();
    const key = `${look} ${this.width} ${this.#list.edition}`;
    const columns = this.#hung?.key === key ? this.#hung.columns : new Columns(cutFor(look, this.width));
    this.#hung = { columns, key };
    hang(columns, look, this.#list.cards);
    return { columns, height: columns.height };
  }
}

const ARROWS: Record<string, 'left' | 'right' | 'up' | 'down'> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
