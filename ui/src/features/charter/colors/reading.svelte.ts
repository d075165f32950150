import type { Backend } from '../../../ipc/backend';
import type { Colors, PaletteProposal } from '../../../ipc/wire';
import { t } from '../../../lib/words.svelte';
import type { CharterDesk } from '../charter-desk.svelte';

const PICTURES = ['png', 'jpg', 'jpeg', 'webp', 'svg', 'gif', 'tif', 'tiff', 'bmp', 'avif', 'heic', 'heif'];
const PALETTES = ['json', 'ase', 'aco', 'gpl', 'css'];

/** Colours being read from a picture or a file, until a person takes them or not. */
export class Reading {
  busy = $state(false);
  /** The dialog that chooses a picture of the library is open. */
  choosing = $state(false);
  found = $state.raw<PaletteProposal | null>(null);
  readonly #backend: Backend;

  constructor(readonly desk: CharterDesk) {
    this.#backend = desk.backend;
  }

  async fromFile(): Promise<void> {
    const title = t('charter.palette.title');
    const [path] = await this.#backend.chooseFiles({ multiple: false, title, extensions: [...PICTURES, ...PALETTES] });
    if (path) await this.#read({ path, asset: null });
  }

  choose(): void {
    this.choosing = true;
  }

  fromLibrary(asset: string): Promise<void> {
    return this.#read({ path: null, asset });
  }

  fromLogo(): Promise<void> {
    return this.#read({ path: null, asset: null });
  }

  /** Takes roles for the charter's own, and whatever else of a charter the file held; its other colours stay. */
  take(colors: Colors): void {
    const laid = this.found?.charter;
    this.desk.change('colors', (charter) => {
      const more = [...charter.colors.more, ...colors.more.filter(isNew(charter.colors.more))];
      Object.assign(charter, structuredClone(laid), { colors: { ...structuredClone(colors), more } });
    });
    this.found = null;
  }

  async #read(from: { path: string | null; asset: string | null }): Promise<void> {
    this.busy = true;
    try {
      this.found = await this.#backend.call('readPalette', { brand: this.desk.brand, ...from });
    } catch (reason) {
      this.desk.session.fail(reason);
    }
    this.busy = false;
  }
}

function isNew(known: Colors['more']): (color: Colors['more'][number]) => boolean {
  return ({ value }) => !known.some((other) => other.value === value);
}
