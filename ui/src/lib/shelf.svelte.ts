import type { Backend } from '../ipc/backend';
import type { DocumentCard, Problem, Uuid } from '../ipc/wire';
import { asProblem } from './problem';

/** One brand's creations, newest change first, and what can be done to each from the outside. */
export class Shelf {
  /** null until the first answer. */
  cards = $state.raw<readonly DocumentCard[] | null>(null);
  problem = $state.raw<Problem | null>(null);
  readonly #backend: Backend;
  readonly #brand: Uuid;

  constructor(backend: Backend, brand: Uuid) {
    this.#backend = backend;
    this.#brand = brand;
  }

  async load(): Promise<void> {
    try {
      this.cards = await this.#backend.call('documents', { brand: this.#brand });
      this.problem = null;
    } catch (reason) {
      this.problem = asProblem(reason);
    }
  }

  /** A new creation, starting from `outline` (one `# Title` a view) or blank. Answers its id. */
  async create(title: string, outline: string | null): Promise<Uuid> {
    const { id } = await this.#backend.call('createDocument', { brand: this.#brand, title, outline });
    return id;
  }

  async duplicate(document: Uuid): Promise<DocumentCard> {
    const copy = await this.#backend.call('duplicateDocument', { document });
    await this.load();
    return copy;
  }

  async rename(document: Uuid, title: string): Promise<void> {
    await this.#backend.call('edit', { document, edit: { kind: 'rename', title } });
    await this.load();
  }

  async trash(document: Uuid): Promise<void> {
    await this.#backend.call('trashDocument', { document });
    this.cards = this.cards?.filter((card) => card.id !== document) ?? null;
  }

  /** A published creation keeps the charter of that day. */
  async publish(document: Uuid): Promise<void> {
    await this.#backend.call('publishDocument', { document });
    await this.load();
  }

  async unpublish(document: Uuid): Promise<void> {
    await this.#backend.call('unpublishDocument', { document });
    await this.load();
  }

  async restore(document: Uuid): Promise<void> {
    await this.#backend.call('restoreDocument', { document });
    await this.load();
  }

  /** The whole text of a creation, as outline. */
  outline(document: Uuid): Promise<string> {
    return this.#backend.call('outline', { document });
  }

  /** Address of the first page's picture, for a place `width` CSS pixels wide; null when there is no page. */
  thumbnail(card: DocumentCard, width: number): string | null {
    if (!card.firstPage) return null;
    const pixels = Math.ceil(width * window.devicePixelRatio);
    return this.#backend.previewUrl(card.id, card.firstPage, card.master, pixels, card.firstStamp);
  }
}
