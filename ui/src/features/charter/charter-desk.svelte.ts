import { createContext } from 'svelte';
import type { Backend } from '../../ipc/backend';
import type { Charter, CharterImpact, CharterView, Problem, ProofPage, Uuid } from '../../ipc/wire';
import { asProblem } from '../../lib/problem';
import type { Session } from '../../lib/session';
import { t } from '../../lib/words.svelte';
import { DraftQueue } from './draft-queue';
import { History } from './history';
import { reuse } from './reuse';

/** A dialog of the charter; one at a time. */
export type Asking = { kind: 'impact' } | { kind: 'share' } | { kind: 'version'; number: number };

/** A brand's charter as it is being worked on: every change is kept as a draft, and can be undone until the window is closed. */
export class CharterDesk {
  /** As it was last told; null until the first answer. */
  view = $state.raw<CharterView | null>(null);
  /** What the hand has made of it. */
  charter = $state.raw<Charter | null>(null);
  impact = $state.raw<CharterImpact | null>(null);
  proof = $state.raw<readonly ProofPage[]>([]);
  /** Why the charter cannot be shown at all. */
  problem = $state.raw<Problem | null>(null);
  /** Why the last change could not be kept. */
  refusal = $state.raw<Problem | null>(null);
  /** Why pages cannot be shown in it. */
  blindness = $state.raw<Problem | null>(null);
  asking = $state.raw<Asking | null>(null);
  applying = $state(false);
  turn = $state(0);
  canUndo = $state(false);
  canRedo = $state(false);
  #looks = 0;
  readonly #history = new History<Charter>();
  readonly #queue = new DraftQueue<Charter>((charter) => this.#keep(charter));

  constructor(
    readonly backend: Backend,
    readonly session: Session,
    readonly brand: Uuid,
  ) {}

  /** How many values the draft changes. */
  readonly changes = $derived.by(() => this.impact?.changes.length ?? 0);

  async load(): Promise<void> {
    try {
      this.#adopt(await this.backend.call('charter', { brand: this.brand }));
      this.problem = null;
      await this.#look();
    } catch (reason) {
      this.problem = asProblem(reason);
    }
  }

  /** Changes the charter under the hand; changes of one `key` in a row are undone at once. */
  change(key: string, edit: (charter: Charter) => void): void {
    const before = this.charter;
    if (!before) return;
    const after = structuredClone(before);
    edit(after);
    this.#history.note(before, key);
    this.#put(reuse(before, after));
  }

  undo(): void {
    this.#travel((present) => this.#history.undo(present));
  }

  redo(): void {
    this.#travel((present) => this.#history.redo(present));
  }

  shuffle(): Promise<void> {
    this.turn += 1;
    return this.#look();
  }

  /** Back to the charter in force; it can be undone. */
  discard(): Promise<void> {
    return this.#replace(() => this.backend.call('discardCharter', { brand: this.brand }), t('charter.discarded'));
  }

  /** Works on a charter of before. */
  restore(number: number): Promise<void> {
    const brand = this.brand;
    this.asking = null;
    return this.#replace(
      () => this.backend.call('restoreCharter', { brand, number }),
      t('charter.restored', { number }),
    );
  }

  /** Puts the draft in force. */
  async apply(name: string): Promise<void> {
    this.applying = true;
    await this.#try(async () => {
      await this.#queue.flush();
      const view = await this.backend.call('applyCharter', { brand: this.brand, name: name.trim() });
      this.#history.clear();
      this.#adopt(view);
      this.asking = null;
      this.session.toast(t('charter.applied', { number: view.versions[0]?.number ?? 1 }));
    });
    this.applying = false;
  }

  /** Copies files beside the charter; answers their names there. */
  async addFiles(paths: readonly string[]): Promise<string[]> {
    const names: string[] = [];
    await this.#try(async () => {
      for (const path of paths) names.push(await this.backend.call('addBrandFile', { brand: this.brand, path }));
      const { files } = await this.backend.call('charter', { brand: this.brand });
      if (this.view) this.view = { ...this.view, files };
    });
    return names;
  }

  /** Address of a file beside the charter; null when it is not there. */
  fileUrl(name: string | undefined): string | null {
    const stamp = name === undefined ? undefined : this.view?.files[name];
    return stamp === undefined ? null : this.backend.drawingUrl(this.brand, stamp);
  }

  /** Keeps at once what waits to be. */
  flush(): Promise<void> {
    return this.#queue.flush();
  }

  async #replace(call: () => Promise<CharterView>, done: string): Promise<void> {
    await this.#try(async () => {
      await this.#queue.drop();
      const before = this.charter;
      const view = await call();
      if (before) this.#history.note(before, 'all');
      this.#adopt(view);
      await this.#look();
      this.session.toast(done, { label: t('app.undo'), run: () => this.undo() });
    });
  }

  #travel(step: (present: Charter) => Charter | null): void {
    const found = this.charter && step(this.charter);
    if (found) this.#put(found);
  }

  #put(charter: Charter): void {
    this.charter = charter;
    this.#remember();
    this.#queue.push(charter);
  }

  async #keep(charter: Charter): Promise<void> {
    try {
      const view = await this.backend.call('saveCharter', { brand: this.brand, charter });
      this.refusal = null;
      this.view = view;
      await this.#look();
    } catch (reason) {
      this.refusal = asProblem(reason);
    }
  }

  #adopt(view: CharterView): void {
    [this.view, this.charter, this.refusal] = [view, reuse(this.charter, view.charter), null];
    this.impact = null;
    this.#remember();
  }

  #remember(): void {
    [this.canUndo, this.canRedo] = [this.#history.canUndo, this.#history.canRedo];
  }

  /** What the draft changes, and what pages look like in it; an answer that is overtaken says nothing. */
  async #look(): Promise<void> {
    const { brand, turn } = this;
    const look = ++this.#looks;
    try {
      const [impact, proof] = await Promise.all([
        this.view?.drafted ? this.backend.call('charterImpact', { brand }) : null,
        this.backend.call('proof', { brand, turn }),
      ]);
      if (look === this.#looks) [this.impact, this.proof, this.blindness] = [impact, proof, null];
    } catch (reason) {
      if (look === this.#looks) this.blindness = asProblem(reason);
    }
  }

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (reason) {
      this.session.fail(reason);
    }
  }
}

const [useDesk, provideDesk] = createContext<CharterDesk>();
export { provideDesk, useDesk };

/** The charter under the hand: for what is only there once it is. */
export function held(desk: CharterDesk): Charter {
  if (!desk.charter) throw new Error('the charter is shown before it is there');
  return desk.charter;
}
