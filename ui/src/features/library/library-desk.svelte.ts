import { createContext } from 'svelte';
import type { Backend } from '../../ipc/backend';
import type { AssetCard, CollectionCard, Uuid } from '../../ipc/wire';
import type { Session } from '../../lib/session';
import { Changing } from './changing.svelte';
import { Search } from './search.svelte';
import { type Look, LOOKS } from './wall/looks';
import { Selection } from './wall/selection.svelte';

const KEYS = { look: 'library.look', drawer: 'library.drawer' };

/** What is being asked of the person; one thing at a time. */
export type Asking = 'tag' | 'credit' | 'collection' | 'search' | 'rename' | 'replacement';

/** A brand's library as it is being handled: what is looked for, what is selected, what is open. */
export class LibraryDesk {
  readonly search: Search;
  readonly selection = new Selection();
  readonly changing: Changing;
  look = $state<Look>('columns');
  drawer = $state(true);
  /** The picture under the hand fills the window. */
  preview = $state(false);
  asking = $state<Asking | null>(null);
  /** The collection that would be deleted. */
  leaving = $state.raw<CollectionCard | null>(null);
  /** Where the wall was left, CSS px. */
  top = 0;
  readonly #session: Session;

  constructor(
    readonly backend: Backend,
    session: Session,
    readonly brand: Uuid,
  ) {
    const { panels } = session.studio.preferences;
    this.#session = session;
    this.search = new Search(backend, brand);
    this.changing = new Changing(backend, session, this.search);
    this.look = LOOKS[panels[KEYS.look] ?? 0] ?? 'columns';
    this.drawer = panels[KEYS.drawer] !== 0;
  }

  /** The file under the hand. */
  readonly current: AssetCard | undefined = $derived.by(() => this.search.list.card(this.selection.cursor));

  /** What a change is for. */
  get selected(): Uuid[] {
    return this.selection.ids;
  }

  lookAs(look: Look): void {
    this.look = look;
    this.#remember();
  }

  openDrawer(open: boolean): void {
    this.drawer = open;
    this.#remember();
  }

  #remember(): void {
    const { panels } = this.#session.studio.preferences;
    const own = { [KEYS.look]: LOOKS.indexOf(this.look), [KEYS.drawer]: Number(this.drawer) };
    this.#session.prefer({ panels: { ...panels, ...own } });
  }
}

export const [useDesk, provideDesk] = createContext<LibraryDesk>();
