import type { Backend } from '../../ipc/backend';
import type { AssetChange, AssetUse, Consent, Uuid } from '../../ipc/wire';
import type { Session } from '../../lib/session';
import { t } from '../../lib/words.svelte';
import type { Search } from './search.svelte';

/** What can be done to files of the library. Each change can be undone; what fails is said. */
export class Changing {
  readonly #backend: Backend;
  readonly #session: Session;
  readonly #search: Search;
  /** What shows files in full reads them again before a change is said to be done. */
  readonly #readers = new Set<() => Promise<void>>();

  constructor(backend: Backend, session: Session, search: Search) {
    this.#backend = backend;
    this.#session = session;
    this.#search = search;
  }

  /** Reads something again with every change; the answer stops that. */
  followedBy(read: () => Promise<void>): () => void {
    this.#readers.add(read);
    return () => void this.#readers.delete(read);
  }

  /** True once it is done. */
  change(assets: Uuid[], change: AssetChange): Promise<boolean> {
    return this.#try(async () => {
      this.#search.list.take(await this.#backend.call('changeAssets', { assets, change }));
    });
  }

  /** Picks them all, unless all are picked already. */
  pick(assets: Uuid[]): Promise<boolean> {
    const picked = assets.every((id) => this.#search.list.card(id)?.picked);
    return this.change(assets, { kind: 'pick', picked: !picked });
  }

  async trash(assets: Uuid[]): Promise<void> {
    if (assets.length === 0) return;
    if (!(await this.#try(() => this.#backend.call('trashAssets', { assets })))) return;
    this.#session.toast(t('library.trashed', { count: assets.length }), {
      label: t('app.undo'),
      run: async () => void (await this.#try(() => this.#backend.call('restoreAssets', { assets }))),
    });
  }

  async restore(assets: Uuid[]): Promise<void> {
    if (assets.length === 0) return;
    if (!(await this.#try(() => this.#backend.call('restoreAssets', { assets })))) return;
    this.#session.toast(t('library.restored', { count: assets.length }));
  }

  async undo(): Promise<void> {
    await this.#try(async () => {
      const cards = await this.#backend.call('undoAssets', {});
      this.#search.list.take(cards);
      this.#session.toast(cards.length > 0 ? t('library.undone', { count: cards.length }) : t('library.nothingToUndo'));
    });
  }

  /** Puts files in the collection called `name`, made when there is none. */
  async collect(assets: Uuid[], name: string): Promise<boolean> {
    return this.#try(async () => {
      const known = this.#search.facets?.collections.find((other) => other.query === null && other.name === name);
      const kept = known ?? (await this.#saveCollection(name, false));
      const change: AssetChange = { kind: 'collect', collection: kept.id };
      this.#search.list.take(await this.#backend.call('changeAssets', { assets, change }));
    });
  }

  /** Keeps what is being looked for under a name. */
  async keepSearch(name: string): Promise<boolean> {
    return this.#try(async () => {
      await this.#saveCollection(name, true);
      this.#session.toast(t('library.search.kept', { name }));
    });
  }

  async deleteCollection(collection: Uuid): Promise<void> {
    if (this.#search.query.collection === collection) this.#search.narrow({ collection: null });
    await this.#try(() => this.#backend.call('deleteCollection', { collection }));
  }

  /** Shows `by` wherever `asset` was shown. */
  async replace(asset: Uuid, by: Uuid): Promise<boolean> {
    return this.#try(async () => {
      const uses = await this.#backend.call('replaceAsset', { asset, by });
      this.#session.toast(t('library.replaced', { count: uses.length }));
    });
  }

  /** True once it is written down; what is wrong with the signed document at that path goes to `refuse`. */
  saveConsent(
    assets: Uuid[],
    consent: Consent,
    attach: string | null,
    refuse: (reason: unknown) => void,
  ): Promise<boolean> {
    const save = () => this.#backend.call('saveConsent', { assets, consent, attach });
    return this.#try(save, attach === null ? undefined : refuse);
  }

  /** The path of a file that the person points at; null when they do not. */
  async chooseDocument(): Promise<string | null> {
    const chosen = await this.#backend.chooseFiles({ multiple: false, title: t('library.consent.file') });
    return chosen[0] ?? null;
  }

  /** Shows the signed document of a consent in the program that is for it. */
  async openDocument(consent: Uuid): Promise<void> {
    await this.#backend.call('openConsentFile', { consent }).catch((reason) => this.#session.fail(reason));
  }

  /** Every creation that shows someone who no longer agrees to be seen. */
  async withdraw(consent: Uuid): Promise<AssetUse[]> {
    let uses: AssetUse[] = [];
    await this.#try(async () => void (uses = await this.#backend.call('withdrawConsent', { consent })));
    return uses;
  }

  #saveCollection(name: string, smart: boolean) {
    const query = smart ? this.#search.query : null;
    return this.#backend.call('saveCollection', { brand: this.#search.brand, collection: null, name, query });
  }

  async #try(work: () => Promise<unknown>, fail = (reason: unknown) => this.#session.fail(reason)): Promise<boolean> {
    try {
      await work();
      this.#search.refresh();
      await Promise.all([...this.#readers].map((read) => read()));
      return true;
    } catch (reason) {
      fail(reason);
      return false;
    }
  }
}
