import CircleCheck from '@lucide/svelte/icons/circle-check';
import ClipboardCopy from '@lucide/svelte/icons/clipboard-copy';
import CopyPlus from '@lucide/svelte/icons/copy-plus';
import FolderOpen from '@lucide/svelte/icons/folder-open';
import PencilLine from '@lucide/svelte/icons/pencil-line';
import RotateCcw from '@lucide/svelte/icons/rotate-ccw';
import Trash2 from '@lucide/svelte/icons/trash-2';
import type { MenuItem } from '../../design/menu';
import type { DocumentCard, Uuid } from '../../ipc/wire';
import type { Session } from '../../lib/session';
import type { Shelf } from '../../lib/shelf.svelte';
import { t } from '../../lib/words.svelte';

/** The shelf as it is being handled: the creation under the hand, the one being renamed, what can be done to each. */
export class ShelfDesk {
  /** The creation that holds the focus among the others. */
  current = $state<Uuid | null>(null);
  renaming = $state<Uuid | null>(null);

  constructor(
    readonly shelf: Shelf,
    readonly session: Session,
    readonly open: (document: Uuid) => void,
  ) {}

  /** Index of the creation under the hand; the first when there is none yet. */
  get index(): number {
    const index = this.shelf.cards?.findIndex((card) => card.id === this.current) ?? -1;
    return Math.max(index, 0);
  }

  menu(card: DocumentCard): MenuItem[] {
    return [
      { label: t('creations.open'), icon: FolderOpen, shortcut: 'Enter', run: () => this.open(card.id) },
      { label: t('creations.duplicate'), icon: CopyPlus, shortcut: 'Mod+D', run: () => this.duplicate(card) },
      { label: t('creations.rename'), icon: PencilLine, shortcut: 'F2', run: () => this.startRenaming(card) },
      { label: t('creations.copyPlan'), icon: ClipboardCopy, run: () => this.copyPlan(card) },
      card.published
        ? { label: t('creations.unpublish'), icon: RotateCcw, run: () => this.unpublish(card) }
        : { label: t('creations.publish'), icon: CircleCheck, run: () => this.publish(card) },
      'rule',
      { label: t('creations.trash'), icon: Trash2, shortcut: 'Delete', danger: true, run: () => this.trash(card) },
    ];
  }

  duplicate(card: DocumentCard): Promise<void> {
    return this.#try(async () => {
      const copy = await this.shelf.duplicate(card.id);
      this.current = copy.id;
      this.session.toast(t('creations.duplicated', { title: card.title }));
    });
  }

  startRenaming(card: DocumentCard): void {
    this.renaming = card.id;
  }

  /** Ends the renaming; an empty or unchanged title changes nothing. */
  rename(card: DocumentCard, title: string): Promise<void> {
    this.renaming = null;
    const wanted = title.trim();
    if (!wanted || wanted === card.title) return Promise.resolve();
    return this.#try(() => this.shelf.rename(card.id, wanted));
  }

  copyPlan(card: DocumentCard): Promise<void> {
    return this.#try(async () => {
      await navigator.clipboard.writeText(await this.shelf.outline(card.id));
      this.session.toast(t('creations.planCopied', { title: card.title }));
    });
  }

  publish(card: DocumentCard): Promise<void> {
    return this.#try(async () => {
      await this.shelf.publish(card.id);
      this.session.toast(t('creations.published.done', { title: card.title }), {
        label: t('app.undo'),
        run: () => this.#try(() => this.shelf.unpublish(card.id)),
      });
    });
  }

  unpublish(card: DocumentCard): Promise<void> {
    return this.#try(async () => {
      await this.shelf.unpublish(card.id);
      this.session.toast(t('creations.unpublished.done', { title: card.title }));
    });
  }

  trash(card: DocumentCard): Promise<void> {
    return this.#try(async () => {
      const neighbour = this.#neighbourOf(card);
      await this.shelf.trash(card.id);
      this.current = neighbour;
      this.session.toast(t('creations.trashed', { title: card.title }), {
        label: t('app.undo'),
        run: () => this.#try(() => this.shelf.restore(card.id)),
      });
    });
  }

  /** The next creation, or the previous one at the end of the shelf. */
  #neighbourOf(card: DocumentCard): Uuid | null {
    const cards = this.shelf.cards ?? [];
    const index = cards.findIndex((other) => other.id === card.id);
    return (cards[index + 1] ?? cards[index - 1])?.id ?? null;
  }

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (reason) {
      this.session.fail(reason);
    }
  }
}
