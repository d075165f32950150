import type { AssetCard } from '../../../ipc/wire';

/** CSS px the pointer moves before a press becomes a carry. */
const SLACK = 6;

/** A file on its way off the wall; `x`, `y` in CSS px of the window. */
export interface Carry {
  kind: 'over' | 'drop';
  card: AssetCard;
  x: number;
  y: number;
}

/** A press on a file, then perhaps its carry: told at every move, at its end, and with null when it is given up. */
export class Carrying {
  #from: { card: AssetCard; x: number; y: number } | null = null;
  #moved = false;
  readonly #tell: (carry: Carry | null) => void;

  constructor(tell: (carry: Carry | null) => void) {
    this.#tell = tell;
  }

  press({ button, clientX: x, clientY: y }: PointerEvent, card: AssetCard): void {
    this.#from = button === 0 ? { card, x, y } : null;
    this.#moved = false;
  }

  move(event: PointerEvent): void {
    if (!this.#from) return;
    const { card, x, y } = this.#from;
    const away = Math.hypot(event.clientX - x, event.clientY - y);
    if (!this.#moved && away < SLACK) return;
    if (!this.#moved) (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#moved = true;
    this.#tell({ kind: 'over', card, x: event.clientX, y: event.clientY });
  }

  release({ clientX: x, clientY: y }: PointerEvent): void {
    const from = this.#from;
    this.#from = null;
    if (from && this.#moved) this.#tell({ kind: 'drop', card: from.card, x, y });
  }

  cancel(): void {
    this.#from = null;
    if (this.#moved) this.#tell(null);
  }
}
