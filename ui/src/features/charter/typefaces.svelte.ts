import type { Backend } from '../../ipc/backend';
import type { Face } from '../../ipc/wire';

/** The faces of the studio and of a brand, under names that the window does not use for itself. */
export class Typefaces {
  /** Names of those whose letters are there. */
  #loaded = $state.raw<ReadonlySet<string>>(new Set());
  readonly #asked = new Set<string>();
  readonly #backend: Backend;
  readonly #offered: readonly string[];

  constructor(backend: Backend, offered: readonly string[]) {
    this.#backend = backend;
    this.#offered = offered;
  }

  /** A CSS family for a face, its letters asked for: those of `file` when it is the brand's own. */
  family(face: Pick<Face, 'family'>, file: string | null): string {
    const name = file === null ? `charter ${face.family}` : `charter ${file}`;
    this.#ask(name, file ?? this.#address(face.family));
    return this.#loaded.has(name) ? `'Planche Spaces', '${name}'` : 'inherit';
  }

  #address(family: string): string | null {
    const place = this.#offered.indexOf(family);
    return place < 0 ? null : this.#backend.typefaceUrl(place);
  }

  #ask(name: string, address: string | null): void {
    if (address === null || this.#asked.has(name)) return;
    this.#asked.add(name);
    void this.#load(name, address);
  }

  /** A face that does not come leaves the sample in the window's own. */
  async #load(name: string, address: string): Promise<void> {
    try {
      const face = new FontFace(name, `url("${address}")`, { weight: '1 1000', stretch: '25% 200%' });
      document.fonts.add(await face.load());
      this.#loaded = new Set([...this.#loaded, name]);
    } catch {
      this.#asked.delete(name);
    }
  }
}
