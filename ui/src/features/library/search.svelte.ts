import type { Backend } from '../../ipc/backend';
import type { AssetFacets, AssetQuery, Uuid } from '../../ipc/wire';
import { asProblem } from '../../lib/problem';
import { AssetList } from './asset-list.svelte';
import { everything } from './query';

/** How long the typing rests before it is looked for, ms. */
const TYPING = 120;
/** How often, at most, a library that changes is read again, ms: an import changes it many times a second. */
const CHANGES = 300;

/** What is looked for in a brand's library, what is found, and what each other choice would find. */
export class Search {
  query = $state.raw<AssetQuery>(everything);
  facets = $state.raw<AssetFacets | null>(null);
  readonly list: AssetList;
  readonly #backend: Backend;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #changing: ReturnType<typeof setTimeout> | undefined;

  constructor(
    backend: Backend,
    readonly brand: Uuid,
  ) {
    this.#backend = backend;
    this.list = new AssetList(backend, brand);
  }

  /** Looks for something else at once. */
  ask(query: AssetQuery): void {
    clearTimeout(this.#typing);
    this.query = query;
    void this.#look(() => this.list.find(query));
  }

  narrow(change: Partial<AssetQuery>): void {
    this.ask({ ...this.query, ...change });
  }

  /** Looks for words once they rest. */
  type(text: string): void {
    this.query = { ...this.query, text };
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.ask(this.query), TYPING);
  }

  /** Reads again what is shown, soon. */
  refresh(): void {
    this.#changing ??= setTimeout(() => {
      this.#changing = undefined;
      void this.#look(() => this.list.refresh());
    }, CHANGES);
  }

  /** Hears of the changes of the library; the answer stops listening. */
  follow(): () => void {
    void this.#look(() => (this.list.known ? this.list.refresh() : this.list.find(this.query)));
    const stop = this.#backend.on('assets', ({ brand }) => {
      if (brand === this.brand) this.refresh();
    });
    return () => {
      clearTimeout(this.#typing);
      clearTimeout(this.#changing);
      this.#changing = undefined;
      stop();
    };
  }

  async #look(read: () => Promise<void>): Promise<void> {
    await Promise.all([read(), this.#count()]);
  }

  async #count(): Promise<void> {
    const { query } = this;
    try {
      const facets = await this.#backend.call('assetFacets', { brand: this.brand, query });
      if (query === this.query) this.facets = facets;
    } catch (reason) {
      this.list.problem = asProblem(reason);
    }
  }
}
