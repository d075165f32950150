import type { Backend } from '../../ipc/backend';
import type { DocumentView, ExportAs, FormatCard, Job, Uuid } from '../../ipc/wire';
import type { Session } from '../../lib/session';
import { t } from '../../lib/words.svelte';
import { type Choice, firstChoices, request } from './choices';

/** One export, from what is chosen to the files in their folder. It outlives the dialog that shows it. */
export class Exporting {
  choices = $state.raw<readonly Choice[]>([]);
  as = $state<ExportAs>('png');
  folder = $state('');
  /** The format whose pages and points are shown. */
  shown = $state('');
  job = $state.raw<Job | null>(null);
  starting = $state(false);

  constructor(
    readonly backend: Backend,
    readonly session: Session,
    readonly document: () => DocumentView,
  ) {}

  get formats(): FormatCard[] {
    const { formats } = this.document();
    return formats.flatMap((id) => this.session.formats.find((format) => format.id === id) ?? []);
  }

  /** Starts from a clean choice, unless there is an export to come back to. */
  prepare(): void {
    if (this.job && this.choices.length > 0) return;
    this.choices = firstChoices(this.formats, this.document().pages);
    this.folder ||= this.session.studio.exportFolder;
    this.shown = this.document().master;
  }

  want(format: string, wanted: boolean): void {
    this.#change(format, (choice) => ({ ...choice, wanted }));
  }

  choosePage(format: string, page: Uuid, chosen: boolean): void {
    this.#change(format, (choice) => {
      const pages = new Set(choice.pages);
      if (chosen) pages.add(page);
      else pages.delete(page);
      return { ...choice, pages };
    });
  }

  /** Asks for a folder; false when the person kept the one there is. */
  async chooseFolder(): Promise<boolean> {
    const options = { title: t('export.folder.dialog'), start: this.folder };
    const folder = await this.backend.chooseFolder(options);
    if (folder) this.folder = folder;
    return folder !== null;
  }

  async start(): Promise<void> {
    const { id, pages } = this.document();
    const order = pages.map((page) => page.id);
    this.starting = true;
    try {
      const input = { document: id, choices: request(this.choices, order), as: this.as, folder: this.folder };
      this.#take(await this.backend.call('startExport', input));
    } catch (reason) {
      this.session.fail(reason);
    } finally {
      this.starting = false;
    }
  }

  async changeFolder(): Promise<void> {
    if (await this.chooseFolder()) await this.start();
  }

  async stop(): Promise<void> {
    if (this.job) await this.#try(this.backend.call('cancelJob', { job: this.job.id }));
  }

  openFolder(): Promise<void> {
    return this.#try(this.backend.openFolder(this.job?.folder ?? this.folder));
  }

  /** Hears of the document's exports, one already running included; the answer stops listening. */
  follow(): () => void {
    const { id } = this.document();
    const running = (job: Job) => job.document === id && job.state === 'running';
    void this.#try(this.backend.call('jobs', {}).then((jobs) => this.#take(jobs.findLast(running))));
    return this.backend.on('job', (job) => {
      if (job.document === id) this.#take(job);
    });
  }

  /** The dialog is closed: what has ended has been seen. */
  leave(): void {
    if (this.job?.state !== 'running') this.job = null;
  }

  /** An event may overtake the reply to `startExport`: the state that is further on is kept. */
  #take(job: Job | undefined): void {
    if (!job || (job.id === this.job?.id && job.state === 'running' && this.job.state !== 'running')) return;
    this.job = job;
  }

  #change(format: string, change: (choice: Choice) => Choice): void {
    this.choices = this.choices.map((choice) => (choice.format.id === format ? change(choice) : choice));
  }

  async #try(action: Promise<unknown>): Promise<void> {
    try {
      await action;
    } catch (reason) {
      this.session.fail(reason);
    }
  }
}
