import type { Backend } from '../../ipc/backend';
import type { DocumentDelta, DocumentView, Edit, Page, Uuid } from '../../ipc/wire';
import type { Session } from '../../lib/session';
import { t } from '../../lib/words.svelte';
import { EditorDocument } from './document.svelte';
import { Drafts } from './drafts.svelte';
import { deal, steppedAfter } from './hit';
import { opensPages, openingLine } from './outline';
import { neighbour, Selection } from './selection.svelte';
import { type LaneState, type TextField, type Typed, TypingQueue } from './typing';

/** A field the caret should go to; at the end of its text unless `at` says how many characters in. */
export interface Caret {
  page: Uuid;
  field: TextField;
  at?: number;
}

/** Everything a person can do to the open document. What it shows is always either the reply of the core or a draft. */
export class Editing {
  readonly document: EditorDocument;
  readonly selection = new Selection();
  readonly drafts = new Drafts();
  lane = $state<LaneState>('idle');
  /** A page is being divided: its fields wait for the reply. */
  dividing = $state(false);
  /** Where the caret is asked to go; the field that takes it clears it. */
  caret = $state.raw<Caret | null>(null);
  /** Said to screen readers. */
  announcement = $state('');
  #queue: TypingQueue;

  constructor(
    view: DocumentView,
    readonly backend: Backend,
    readonly session: Session,
  ) {
    this.document = new EditorDocument(view);
    this.selection.select(view.pages[0]?.id ?? null);
    this.#queue = new TypingQueue(
      (typed) => this.#send(typed),
      (state) => this.#laneChanged(state),
    );
  }

  get current(): Page | undefined {
    return this.document.page(this.selection.page);
  }

  /** What a field shows. */
  text(page: Page, field: TextField): string {
    return this.drafts.get(page.id, field) ?? page[field];
  }

  write(page: Uuid, field: TextField, text: string): void {
    if (field === 'title' && text.includes('\n')) return this.#writeLines(page, text);
    this.drafts.set(page, field, text);
    if (field === 'body' && opensPages(text)) void this.#divide(page, text);
    else this.#queue.write({ page, field, text });
  }

  leave(page: Uuid, field: TextField): void {
    this.drafts.leave(page, field);
    this.#settle();
  }

  retry(): void {
    this.#queue.retry();
  }

  async insertAfter(page: Uuid | null): Promise<void> {
    await this.#edit({ kind: 'insertPage', after: page });
    if (this.selection.page) this.caret = { page: this.selection.page, field: 'title' };
  }

  async duplicate(page: Uuid): Promise<void> {
    await this.#edit({ kind: 'duplicatePage', page });
  }

  /** `back`: the caret goes on in the page before, as when a paragraph is erased. */
  async remove(page: Uuid, { back }: { back: boolean } = { back: false }): Promise<void> {
    const number = this.document.page(page)?.number;
    const previous = neighbour(this.document.order, page, -1);
    if (number === undefined || !(await this.#edit({ kind: 'removePage', page }))) return;
    if (back && previous && previous !== page) this.#goOn(previous);
    const undo = { label: t('editor.undo'), run: () => this.undo() };
    this.session.toast(t('editor.toast.removed', { number }), undo);
  }

  async move(page: Uuid, after: Uuid | null): Promise<void> {
    if (!(await this.#edit({ kind: 'movePage', page, after }))) return;
    this.selection.select(page);
    const number = this.document.page(page)?.number ?? 0;
    this.announcement = t('editor.moved', { number, total: this.document.order.length });
  }

  async step(page: Uuid, step: 1 | -1): Promise<void> {
    const after = steppedAfter(this.document.order, page, step);
    if (after !== undefined) await this.move(page, after);
  }

  /** Gives pictures to `first` and, when there are several, to the pages after it. */
  async setPictures(first: Uuid, paths: readonly string[]): Promise<void> {
    for (const { page, path } of deal(paths, this.document.order, first)) {
      await this.#setPicture(page, path, null);
    }
    this.selection.select(first);
  }

  /** Gives a picture of the library to a page. */
  async setAsset(page: Uuid, asset: Uuid): Promise<void> {
    if (await this.#setPicture(page, null, asset)) this.selection.select(page);
  }

  /** Resolves once everything done so far has been sent. */
  settled(): Promise<void> {
    return this.#queue.after(() => Promise.resolve());
  }

  async edit(edit: Edit): Promise<void> {
    await this.#edit(edit);
  }

  /** Mends what a finding is about, as one step. */
  async fix(key: string): Promise<void> {
    const done = await this.#run(async () => {
      const delta = await this.backend.call('fixFinding', { document: this.document.id, key });
      this.drafts.clear();
      return delta;
    });
    const undo = { label: t('editor.undo'), run: () => this.undo() };
    if (done) this.session.toast(t('editor.finding.fixed'), undo);
  }

  /** Lets a finding be; without a reason it speaks again. */
  async waive(key: string, reason: string | null): Promise<void> {
    const { id: document } = this.document;
    await this.#run(() =>
      reason === null
        ? this.backend.call('unwaiveFinding', { document, key })
        : this.backend.call('waiveFinding', { document, key, reason }),
    );
  }

  undo(): Promise<void> {
    return this.#travel('undo');
  }

  redo(): Promise<void> {
    return this.#travel('redo');
  }

  async #travel(direction: 'undo' | 'redo'): Promise<void> {
    await this.#run(async () => {
      const delta = await this.backend.call(direction, { document: this.document.id });
      this.drafts.clear();
      return delta;
    });
  }

  /** Text of several lines in a title: the first stays, the others belong to the body. */
  #writeLines(page: Uuid, text: string): void {
    const { title, rest } = openingLine(text);
    const body = this.drafts.get(page, 'body') ?? this.document.page(page)?.body ?? '';
    this.write(page, 'title', title);
    this.write(page, 'body', [rest, body].filter(Boolean).join('\n'));
    this.caret = { page, field: 'body' };
  }

  async #divide(page: Uuid, text: string): Promise<void> {
    const count = this.document.order.length;
    this.dividing = true;
    const done = await this.#edit({ kind: 'writeBody', page, text });
    this.dividing = false;
    if (!done || this.document.order.length === count) return;
    this.drafts.drop(page, 'body');
    if (this.selection.page) this.#goOn(this.selection.page);
  }

  #goOn(page: Uuid): void {
    this.selection.select(page);
    const { body = '' } = this.document.page(page) ?? {};
    this.caret = { page, field: body ? 'body' : 'title' };
  }

  #setPicture(page: Uuid, path: string | null, asset: Uuid | null): Promise<boolean> {
    return this.#run(() => this.backend.call('setPicture', { document: this.document.id, page, path, asset }));
  }

  async #send({ page, field, text }: Typed): Promise<void> {
    if (!this.document.page(page)) return;
    const kind = field === 'title' ? 'writeTitle' : 'writeBody';
    const edit: Edit = { kind, page, text };
    this.#take(await this.backend.call('edit', { document: this.document.id, edit }), null);
  }

  #edit(edit: Edit): Promise<boolean> {
    return this.#run(() => this.backend.call('edit', { document: this.document.id, edit }));
  }

  async #run(call: () => Promise<DocumentDelta>): Promise<boolean> {
    try {
      const delta = await this.#queue.after(call);
      this.#take(delta, delta.focus);
      return true;
    } catch (reason) {
      this.session.fail(reason);
      return false;
    }
  }

  #take(delta: DocumentDelta, focus: Uuid | null): void {
    const before = this.document.order;
    if (this.document.apply(delta)) this.selection.follow(before, delta.order, focus);
  }

  #laneChanged(state: LaneState): void {
    this.lane = state;
    this.#settle();
  }

  #settle(): void {
    this.drafts.settle((page, field) => this.#queue.unsent(page, field));
  }
}
