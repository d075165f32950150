import type { Backend } from '../../ipc/backend';
import type { AssetCard, AssetQuery, Problem, Uuid } from '../../ipc/wire';
import { asProblem } from '../../lib/problem';

/** Cards asked for at once. */
const PAGE = 200;

/** What a search finds, read page after page as far as someone looks. */
export class AssetList {
  cards = $state.raw<readonly AssetCard[]>([]);
  total = $state(0);
  /** What the cards answer to. */
  found = $state.raw<AssetQuery | null>(null);
  /** The words looked for instead of those typed. */
  corrected = $state<string | null>(null);
  /** False until the first answer. */
  known = $state(false);
  problem = $state.raw<Problem | null>(null);
  /** Changes when what was read is no longer a beginning of `cards`. */
  edition = $state(0);
  readonly order: readonly Uuid[] = $derived(this.cards.map((card) => card.id));
  readonly #byId = $derived(new Map(this.cards.map((card) => [card.id, card])));
  readonly #backend: Backend;
  readonly #brand: Uuid;
  #query: AssetQuery | null = null;
  #after: string | null = null;
  #reading = false;
  #turn = 0;

  constructor(backend: Backend, brand: Uuid) {
    this.#backend = backend;
    this.#brand = brand;
  }

  card(id: Uuid | null): AssetCard | undefined {
    return id === null ? undefined : this.#byId.get(id);
  }

  /** Reads the first page of another search. */
  find(query: AssetQuery): Promise<void> {
    this.#query = query;
    return this.#reread(PAGE);
  }

  /** Reads again as much as was read: something changed. */
  refresh(): Promise<void> {
    return this.#reread(Math.max(PAGE, this.cards.length));
  }

  /** Reads the next page, unless it is being read or there is none. */
  async more(): Promise<void> {
    if (this.#reading || this.#after === null || !this.#query) return;
    const turn = this.#turn;
    this.#reading = true;
    await this.#try(async () => {
      const page = await this.#page(this.#query!, this.#after);
      if (turn !== this.#turn) return;
      this.#after = page.after;
      this.cards = [...this.cards, ...page.assets];
    });
    if (turn === this.#turn) this.#reading = false;
  }

  /** Takes in cards that changed, where they are. */
  take(changed: readonly AssetCard[]): void {
    const byId = new Map(changed.map((card) => [card.id, card]));
    this.cards = this.cards.map((card) => byId.get(card.id) ?? card);
  }

  async #reread(count: number): Promise<void> {
    const query = this.#query;
    if (!query) return;
    const turn = ++this.#turn;
    this.#reading = true;
    await this.#try(() => this.#readUpTo(count, query, turn));
    if (turn === this.#turn) this.#reading = false;
  }

  async #readUpTo(count: number, query: AssetQuery, turn: number): Promise<void> {
    let page = await this.#page(query, null);
    const cards = [...page.assets];
    while (cards.length < count && page.after !== null && turn === this.#turn) {
      page = await this.#page(query, page.after);
      cards.push(...page.assets);
    }
    if (turn !== this.#turn) return;
    this.cards = cards;
    this.found = query;
    this.total = page.total;
    this.corrected = page.corrected;
    this.#after = page.after;
    this.known = true;
    this.edition += 1;
  }

  #page(query: AssetQuery, after: string | null) {
    return this.#backend.call('findAssets', { brand: this.#brand, query, after, limit: PAGE });
  }

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.problem = null;
    } catch (reason) {
      this.problem = asProblem(reason);
    }
  }
}
