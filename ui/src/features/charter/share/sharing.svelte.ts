import type { CharterKind } from '../../../ipc/wire';
import { t } from '../../../lib/words.svelte';
import type { CharterDesk } from '../charter-desk.svelte';

/** Every form a charter is given out in, the one people ask for first. */
export const KINDS: readonly CharterKind[] = ['pdf', 'brand', 'dtcg', 'css', 'ase', 'gpl', 'legacy'];

/** A charter on its way to files in a folder. */
export class Sharing {
  kinds = $state.raw<readonly CharterKind[]>(['pdf']);
  folder = $state('');
  busy = $state(false);
  /** The files that were written; null before. */
  written = $state.raw<readonly string[] | null>(null);

  constructor(readonly desk: CharterDesk) {
    this.folder = desk.session.studio.exportFolder;
  }

  toggle(kind: CharterKind, wanted: boolean): void {
    this.kinds = KINDS.filter((other) => (other === kind ? wanted : this.kinds.includes(other)));
  }

  async chooseFolder(): Promise<void> {
    const { backend, session } = this.desk;
    try {
      this.folder =
        (await backend.chooseFolder({ title: t('charter.share.folder'), start: this.folder })) ?? this.folder;
    } catch (reason) {
      session.fail(reason);
    }
  }

  async write(): Promise<void> {
    const { backend, brand, session } = this.desk;
    this.busy = true;
    try {
      await this.desk.flush();
      this.written = await backend.call('exportCharter', { brand, folder: this.folder, kinds: [...this.kinds] });
    } catch (reason) {
      session.fail(reason);
    }
    this.busy = false;
  }

  async open(): Promise<void> {
    try {
      await this.desk.backend.openFolder(this.folder);
    } catch (reason) {
      this.desk.session.fail(reason);
    }
  }
}
