import type { Uuid } from '../../ipc/wire';
import { columnsBefore, movedAfter, type Rectangle } from './hit';

/** How far the pointer goes before a press becomes a drag, CSS px. */
const THRESHOLD = 5;
/** How near an edge of the scroller makes it scroll, and by how much a move, CSS px. */
const EDGE = 48;
const CRAWL = 14;

interface Press {
  page: Uuid;
  startX: number;
  startY: number;
}
export interface Drag {
  page: Uuid;
  /** Pointer, CSS px of the window. */
  x: number;
  y: number;
  /** Columns before the place of the drop. */
  place: number;
  /** Where the mark of that place stands, CSS px from the left of the window. */
  mark: number;
}

/** Drags a page along the columns of a scroller: pressed, then dragging past a threshold, then dropped or let go. */
export class Reordering {
  drag = $state.raw<Drag | null>(null);
  #press: Press | null = null;

  constructor(
    readonly order: () => readonly Uuid[],
    readonly move: (page: Uuid, after: Uuid | null) => void,
  ) {}

  press(event: PointerEvent, page: Uuid): void {
    if (event.button === 0) this.#press = { page, startX: event.clientX, startY: event.clientY };
  }

  moveTo(event: PointerEvent): void {
    const press = this.#press;
    if (!press) return;
    const scroller = event.currentTarget as HTMLElement;
    if (!this.drag && !this.#passed(press, event)) return;
    if (!this.drag) scroller.setPointerCapture(event.pointerId);
    crawl(scroller, event.clientX);
    this.drag = { page: press.page, x: event.clientX, y: event.clientY, ...placeOf(event.clientX, columns(scroller)) };
  }

  drop(): void {
    const drag = this.drag;
    this.cancel();
    if (!drag) return;
    const after = movedAfter(this.order(), drag.page, drag.place);
    if (after !== undefined) this.move(drag.page, after);
  }

  cancel(): void {
    this.#press = null;
    this.drag = null;
  }

  #passed({ startX, startY }: Press, event: PointerEvent): boolean {
    return Math.hypot(event.clientX - startX, event.clientY - startY) > THRESHOLD;
  }
}

function columns(scroller: HTMLElement): Rectangle[] {
  return [...scroller.querySelectorAll('[data-column]')].map((column) => column.getBoundingClientRect());
}

function placeOf(x: number, columns: readonly Rectangle[]): { place: number; mark: number } {
  const place = columnsBefore(x, columns);
  const before = columns[place - 1];
  const after = columns[place];
  const mark = before && after ? (before.right + after.left) / 2 : before ? before.right + 10 : (after?.left ?? 0) - 10;
  return { place, mark };
}

function crawl(scroller: HTMLElement, x: number): void {
  const { left, right } = scroller.getBoundingClientRect();
  if (x > right - EDGE) scroller.scrollLeft += CRAWL;
  if (x < left + EDGE) scroller.scrollLeft -= CRAWL;
}
