import { createContext } from 'svelte';
import type { BrandCard, FormatCard, Uuid } from '../../ipc/wire';
import type { Session } from '../../lib/session';
import type { Editing } from './editing.svelte';
import type { EditorView } from './view.svelte';

/** What every part of the editor works with: the document, how it is looked at, and the formats it is made for. */
export class Desk {
  /** The page under files dragged from the desktop. */
  droppingOn = $state<Uuid | null>(null);
  /** The page a picture of the library is being chosen for. */
  picking = $state<Uuid | null>(null);
  /** The page whose layouts are asked for from the keyboard. */
  layoutMenu = $state<Uuid | null>(null);
  readonly formats: FormatCard[] = $derived.by(() => this.#cards());
  readonly format: FormatCard | undefined = $derived.by(() => this.#card(this.view.format) ?? this.formats[0]);

  constructor(
    readonly editing: Editing,
    readonly view: EditorView,
    readonly session: Session,
  ) {}

  /** Whose document it is. */
  get brand(): BrandCard | undefined {
    return this.session.studio.brands.find(({ id }) => id === this.editing.document.brand);
  }

  shortName(format: FormatCard): string {
    return format.short[this.session.language] ?? format.id;
  }

  isMaster(format: FormatCard): boolean {
    return format.id === this.editing.document.master;
  }

  /** Keeps how the person looks at documents. */
  remember(): void {
    const { panels } = this.session.studio.preferences;
    this.session.prefer({ panels: { ...panels, ...this.view.panels } });
  }

  #cards(): FormatCard[] {
    return this.editing.document.formats.flatMap((id) => this.#card(id) ?? []);
  }

  #card(id: string): FormatCard | undefined {
    return this.session.formats.find((format) => format.id === id);
  }
}

export const [useDesk, provideDesk] = createContext<Desk>();
