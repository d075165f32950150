import type { Backend } from '../../ipc/backend';
import type { BackupCard, CheckReport, Problem } from '../../ipc/wire';
import { asProblem } from '../../lib/problem';
import type { Session } from '../../lib/session';
import { t } from '../../lib/words.svelte';

/** The backups of the library and what its check found. */
export class SettingsDesk {
  /** null until the first answer; the newest first. */
  backups = $state.raw<readonly BackupCard[] | null>(null);
  problem = $state.raw<Problem | null>(null);
  /** The backup that would take the library's place. */
  restoring = $state.raw<BackupCard | null>(null);
  saving = $state(false);
  checking = $state(false);
  report = $state.raw<CheckReport | null>(null);
  readonly #backend: Backend;
  readonly #session: Session;
  readonly #reload: () => void;

  constructor(backend: Backend, session: Session, reload: () => void) {
    this.#backend = backend;
    this.#session = session;
    this.#reload = reload;
  }

  async load(): Promise<void> {
    try {
      const backups = await this.#backend.call('backups', {});
      this.backups = backups.toSorted((a, b) => b.at - a.at);
      this.problem = null;
    } catch (reason) {
      this.problem = asProblem(reason);
    }
  }

  async backUp(): Promise<void> {
    this.saving = true;
    await this.#try(async () => {
      await this.#backend.call('backUp', {});
      this.#session.toast(t('settings.backup.made'));
      await this.load();
    });
    this.saving = false;
  }

  /** Puts a backup in the library's place; the window starts over on it. */
  async restore({ name }: BackupCard): Promise<void> {
    this.restoring = null;
    await this.#try(async () => {
      await this.#backend.call('restoreBackup', { name });
      this.#reload();
    });
  }

  async check(): Promise<void> {
    this.checking = true;
    await this.#try(async () => void (this.report = await this.#backend.call('verify', {})));
    this.checking = false;
  }

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (reason) {
      this.#session.fail(reason);
    }
  }
}
