import { ToastList, type Offer } from '../design/toasts.svelte';
import type { Backend } from '../ipc/backend';
import type { BrandCard, FormatCard, Preferences, Studio, Uuid } from '../ipc/wire';
import type { Action } from '../lib/action';
import { asProblem, paragraph } from '../lib/problem';
import type { Route, Session } from '../lib/session';
import { Shelf } from '../lib/shelf.svelte';
import { language, setLanguage, systemLanguage, t, type Language } from '../lib/words.svelte';
import { ActionList } from './actions.svelte';

/** A dialog of the window; one at a time. */
export type OpenDialog = 'brand' | 'creation' | 'shortcuts';

/** All that the window knows: the studio as Rust last told it, where the person is, what is being said to them. */
export class WindowSession implements Session {
  studio = $state.raw<Studio>() as Studio;
  route = $state.raw<Route>({ at: 'home' });
  dialog = $state<OpenDialog | null>(null);
  brandMenu = $state(false);
  subject = $state<string | null>(null);
  readonly toasts = new ToastList();
  readonly #actions = new ActionList();
  readonly #backend: Backend;

  constructor(backend: Backend, studio: Studio) {
    this.#backend = backend;
    this.adopt(studio);
  }

  brand = $derived.by(() => currentBrand(this.studio));
  /** Known by its id alone, so that a studio told again keeps the shelf. */
  readonly #brandId = $derived(this.brand?.id ?? null);
  /** The current brand's creations; null until there is a brand. */
  shelf = $derived.by(() => this.#shelfOf(this.#brandId));

  get formats(): readonly FormatCard[] {
    return this.studio.formats;
  }
  get language(): Language {
    return language();
  }
  get actions(): readonly Action[] {
    return this.#actions.all;
  }

  /** The studio changed, here or elsewhere. */
  adopt(studio: Studio): void {
    this.studio = studio;
    setLanguage(studio.preferences.language ?? systemLanguage(navigator.languages));
  }

  go(route: Route): void {
    this.subject = null;
    this.route = route;
  }

  setSubject(subject: string | null): void {
    this.subject = subject;
  }

  toast(message: string, action?: Offer): void {
    this.toasts.show('done', message, action);
  }

  fail(reason: unknown): void {
    this.toasts.show('problem', paragraph(asProblem(reason)));
  }

  registerActions(actions: readonly Action[]): () => void {
    return this.#actions.register(actions);
  }

  /** Runs the innermost action that answers to this key press. */
  press(event: KeyboardEvent): void {
    this.#actions.dispatch(event, (reason) => this.fail(reason));
  }

  prefer(change: Partial<Preferences>): void {
    const preferences = { ...this.studio.preferences, ...change };
    this.adopt({ ...this.studio, preferences });
    this.#backend.call('savePreferences', preferences).catch((reason) => this.fail(reason));
  }

  chooseBrand(brand: Uuid): void {
    this.prefer({ brand });
    if (this.route.at === 'editor') this.go({ at: 'creations' });
  }

  /** A brand was just created: work for it from now on. */
  welcome(brand: BrandCard): void {
    const others = this.studio.brands.filter((other) => other.id !== brand.id);
    this.adopt({ ...this.studio, brands: [...others, brand] });
    this.prefer({ brand: brand.id });
    this.go({ at: 'home' });
  }

  /** A copy of the current brand, without its creations; work goes on with the copy. */
  async duplicateBrand(): Promise<void> {
    const original = this.brand;
    if (!original) return;
    await this.#receive(
      () => this.#backend.call('duplicateBrand', { brand: original.id }),
      (name) => t('app.brand.duplicated', { name }),
    );
  }

  /** A brand that another studio gave out. */
  async importBrand(): Promise<void> {
    await this.#receive(
      async () => {
        const title = t('app.brand.import');
        const [path] = await this.#backend.chooseFiles({ multiple: false, title, extensions: ['planche'] });
        return path ? this.#backend.call('importBrand', { path }) : null;
      },
      (name) => t('app.brand.imported', { name }),
    );
  }

  async #receive(call: () => Promise<BrandCard | null>, said: (name: string) => string): Promise<void> {
    try {
      const brand = await call();
      if (!brand) return;
      this.welcome(brand);
      this.go({ at: 'charter' });
      this.toast(said(brand.name));
    } catch (reason) {
      this.fail(reason);
    }
  }

  async openSample(): Promise<void> {
    const { studio, document } = await this.#backend.call('openSample', {});
    this.adopt(studio);
    this.go({ at: 'editor', document });
  }

  #shelfOf(brand: Uuid | null): Shelf | null {
    return brand === null ? null : new Shelf(this.#backend, brand);
  }
}

function currentBrand({ brands, preferences }: Studio): BrandCard | null {
  return brands.find((brand) => brand.id === preferences.brand) ?? brands[0] ?? null;
}
