import { SvelteMap } from 'svelte/reactivity';
import type { Uuid } from '../../ipc/wire';
import type { TextField } from './typing';

/**
 * What fields show while the document has not said the same. Text being typed wins over any reply until its field is
 * left and everything of it was acknowledged; otherwise the document wins.
 */
export class Drafts {
  #texts = new SvelteMap<string, string>();
  #entered: string | null = null;

  get(page: Uuid, field: TextField): string | undefined {
    return this.#texts.get(key(page, field));
  }

  set(page: Uuid, field: TextField, text: string): void {
    this.#texts.set(key(page, field), text);
  }

  drop(page: Uuid, field: TextField): void {
    this.#texts.delete(key(page, field));
  }

  clear(): void {
    this.#texts.clear();
  }

  enter(page: Uuid, field: TextField): void {
    this.#entered = key(page, field);
  }

  leave(page: Uuid, field: TextField): void {
    if (this.#entered === key(page, field)) this.#entered = null;
  }

  /** Lets go of every text that is neither being typed nor on its way. */
  settle(unsent: (page: Uuid, field: TextField) => string | undefined): void {
    for (const name of [...this.#texts.keys()]) {
      const [page, field] = name.split('/') as [Uuid, TextField];
      if (name !== this.#entered && unsent(page, field) === undefined) this.#texts.delete(name);
    }
  }
}

function key(page: Uuid, field: TextField): string {
  return `${page}/${field}`;
}
