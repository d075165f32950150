import type { Backend } from '../../ipc/backend';
import type { AssetCard, AssetPage, AssetQuery, Problem, Uuid } from '../../ipc/wire';
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
    const query = this.#query;
    if (this.#reading || this.#after === null || !query) return;
    await this.#read(async (turn) => {
      const page = await this.#page(query, this.#after);
      if (!this.#ends(turn)) return;
      this.#after = page.after;
      this.cards = [...this.cards, ...page.assets];
    });
  }

  /** Reads all there is. */
  async all(): Promise<void> {
    if (this.#after !== null) await this.#reread(Infinity);
  }

  /** Takes in cards that changed, where they are. */
  take(changed: readonly AssetCard[]): void {
    const byId = new Map(changed.map((card) => [card.id, card]));
    this.cards = this.cards.map((card) => byId.get(card.id) ?? card);
  }

  async #reread(count: number): Promise<void> {
    const query = this.#query;
    if (!query) return;
    this.#turn += 1;
    await this.#read(async (turn) => {
      let page = await this.#page(query, null);
      const cards = [...page.assets];
      while (cards.length < count && page.after !== null && turn === this.#turn) {
        page = await this.#page(query, page.after);
        cards.push(...page.assets);
      }
      if (this.#ends(turn)) this.#startWith(cards, page, query);
    });
  }

  #startWith(cards: AssetCard[], { total, corrected, after }: AssetPage, query: AssetQuery): void {
    this.cards = cards;
    this.found = query;
    this.total = total;
    this.corrected = corrected;
    this.#after = after;
    this.known = true;
    this.edition += 1;
  }

  /** Called before what was read shows: whoever sees it may ask for more at once. False when something else was asked. */
  #ends(turn: number): boolean {
    if (turn !== this.#turn) return false;
    this.#reading = false;
    return true;
  }

  async #read(read: (turn: number) => Promise<void>): Promise<void> {
    const turn = this.#turn;
    this.#reading = true;
    try {
      await read(turn);
      this.problem = null;
    } catch (reason) {
      if (this.#ends(turn)) this.problem = asProblem(reason);
    }
  }

  #page(query: AssetQuery, after: string | null) {
    return this.#backend.call('findAssets', { brand: this.#brand, query, after, limit: PAGE });
  }
}
