/** Where something stands on the wall: CSS px from its top left corner. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How a wall is cut: CSS px. */
export interface Cut {
  columns: number;
  columnWidth: number;
  gap: number;
}

/** As many columns as stand side by side in `width`, none narrower than `least` while there are two. */
export function cutOf(width: number, least: number, gap: number): Cut {
  const columns = Math.max(1, Math.floor((width + gap) / (least + gap)));
  return { columns, columnWidth: (width - gap * (columns - 1)) / columns, gap };
}

/** Things hung one after the other, each at the foot of the shortest column. Grows without moving what hangs already. */
export class Columns {
  readonly boxes: Box[] = [];
  readonly #members: number[][];
  readonly #feet: number[];

  constructor(readonly cut: Cut) {
    this.#members = Array.from({ length: cut.columns }, () => []);
    this.#feet = Array.from({ length: cut.columns }, () => 0);
  }

  /** CSS px, without the gap below the last things. */
  get height(): number {
    return Math.max(0, Math.max(...this.#feet) - this.cut.gap);
  }

  hang(height: number): void {
    const { columnWidth, gap } = this.cut;
    const column = this.#feet.indexOf(Math.min(...this.#feet));
    const y = this.#feet[column]!;
    this.#members[column]!.push(this.boxes.length);
    this.boxes.push({ x: column * (columnWidth + gap), y, width: columnWidth, height });
    this.#feet[column] = y + height + gap;
  }

  /** The things that show between two heights, in their order. */
  between(top: number, bottom: number): number[] {
    return this.#members.flatMap((members) => this.#slice(members, top, bottom)).sort((a, b) => a - b);
  }

  /** The thing beside or above or below another, where its middle points; itself at an edge. */
  neighbour(index: number, direction: 'left' | 'right' | 'up' | 'down'): number {
    const column = this.#members.findIndex((members) => members.includes(index));
    const members = this.#members[column] ?? [];
    if (direction === 'up') return members[members.indexOf(index) - 1] ?? index;
    if (direction === 'down') return members[members.indexOf(index) + 1] ?? index;
    return this.#level(index, this.#members[column + (direction === 'left' ? -1 : 1)]);
  }

  #level(index: number, members: number[] = []): number {
    const height = middle(this.boxes[index]!);
    const away = (other: number) => Math.abs(middle(this.boxes[other]!) - height);
    const [first = index, ...others] = members;
    return others.reduce((best, next) => (away(next) < away(best) ? next : best), first);
  }

  #slice(members: number[], top: number, bottom: number): number[] {
    const from = firstAt(members.length, (at) => foot(this.boxes[members[at]!]!) > top);
    const to = firstAt(members.length, (at) => this.boxes[members[at]!]!.y >= bottom);
    return members.slice(from, to);
  }
}

function foot({ y, height }: Box): number {
  return y + height;
}

function middle({ y, height }: Box): number {
  return y + height / 2;
}

/** The first place, of `count` in order, where `reached` is true. */
function firstAt(count: number, reached: (at: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const at = (low + high) >> 1;
    if (reached(at)) high = at;
    else low = at + 1;
  }
  return low;
}
