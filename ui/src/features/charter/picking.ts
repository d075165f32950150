import type { Uuid } from '../../ipc/wire';

/** What the dialog that chooses a picture of the library is asked for. */
export interface Picking {
  brand: Uuid;
  title: string;
  /** What choosing does, in the words of its button. */
  action: string;
  onchoose: (asset: Uuid) => void;
  onclose: () => void;
}
