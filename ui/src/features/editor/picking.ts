import type { Uuid } from '../../ipc/wire';

/** A picture of the library on its way to a page; `x`, `y` in CSS px of the window. */
export interface Carry {
  kind: 'over' | 'drop';
  asset: Uuid;
  x: number;
  y: number;
}

/** What the dialog that chooses a picture of the library is asked for. */
export interface Picking {
  brand: Uuid;
  title: string;
  /** What choosing does, in the words of its button. */
  action: string;
  onchoose: (asset: Uuid) => void;
  /** Hears of a picture carried out of the dialog, null when it is given up; true: a page took it. */
  oncarry: (carry: Carry | null) => boolean;
  onclose: () => void;
}
