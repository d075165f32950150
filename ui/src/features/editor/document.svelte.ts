import type { DocumentDelta, DocumentView, Finding, Page, Uuid, Waived } from '../../ipc/wire';

/** The open document as last heard from the core. Only replies change it. */
export class EditorDocument {
  readonly id: Uuid;
  readonly brand: Uuid;
  title = $state('');
  master = $state('');
  template = $state<string | null>(null);
  formats = $state.raw<string[]>([]);
  findings = $state.raw<Finding[]>([]);
  waived = $state.raw<Waived[]>([]);
  canUndo = $state(false);
  canRedo = $state(false);
  revision = $state(0);
  order = $state.raw<Uuid[]>([]);
  #pages = $state.raw<ReadonlyMap<Uuid, Page>>(new Map());
  readonly pages = $derived(this.order.flatMap((id, index) => numbered(this.#pages.get(id), index + 1)));

  constructor(view: DocumentView) {
    this.id = view.id;
    this.brand = view.brand;
    this.#take(
      view,
      view.pages.map((page) => page.id),
    );
  }

  page(id: Uuid | null): Page | undefined {
    return this.pages.find((page) => page.id === id);
  }

  /** Takes a reply in; false when a newer one was already taken. */
  apply(delta: DocumentDelta): boolean {
    if (delta.document !== this.id || delta.revision < this.revision) return false;
    this.#take(delta, delta.order);
    return true;
  }

  get view(): DocumentView {
    const { id, brand, title, revision, master, template, formats, pages, findings, waived, canUndo, canRedo } = this;
    return { id, brand, title, revision, master, template, formats, pages, findings, waived, canUndo, canRedo };
  }

  #take(state: DocumentView | DocumentDelta, order: Uuid[]): void {
    const known = new Map([...this.#pages, ...state.pages.map((page) => [page.id, page] as const)]);
    this.#pages = new Map(order.flatMap((id) => (known.has(id) ? [[id, known.get(id)!]] : [])));
    this.order = order;
    this.title = state.title;
    this.revision = state.revision;
    this.master = state.master;
    this.template = state.template;
    this.formats = state.formats;
    this.findings = state.findings;
    this.waived = state.waived;
    this.canUndo = state.canUndo;
    this.canRedo = state.canRedo;
  }
}

/** A page's number is its place: replies need not repeat the pages that only moved along. */
function numbered(page: Page | undefined, number: number): Page[] {
  if (!page) return [];
  return [page.number === number ? page : { ...page, number }];
}
