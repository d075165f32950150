import type { Backend } from '../../../ipc/backend';
import type { ImportJob, NearPair, Uuid } from '../../../ipc/wire';
import type { Session } from '../../../lib/session';
import { t } from '../../../lib/words.svelte';

/** One import, from what is chosen to what became of each file. It goes on whatever the person looks at. */
export class Importing {
  job = $state.raw<ImportJob | null>(null);
  /** The report of each file is shown. */
  reporting = $state(false);
  /** The pairs that look alike and are not decided upon yet. */
  pairs = $state.raw<readonly NearPair[]>([]);
  readonly #backend: Backend;
  readonly #session: Session;

  constructor(backend: Backend, session: Session) {
    this.#backend = backend;
    this.#session = session;
  }

  get running(): boolean {
    return this.job?.state === 'running';
  }

  /** Brings in files the person chooses. */
  async files(): Promise<void> {
    const title = t('library.import.dialog');
    await this.#chosen(() => this.#backend.choosePictures({ multiple: true, films: true, title }));
  }

  /** Brings in all that a folder holds. */
  async folder(): Promise<void> {
    await this.#chosen(async () => {
      const start = this.#session.studio.exportFolder;
      const folder = await this.#backend.chooseFolder({ title: t('library.import.folder.dialog'), start });
      return folder === null ? [] : [folder];
    });
  }

  /** Brings in what was copied in another program. */
  async paste(): Promise<void> {
    const brand = this.#session.brand?.id;
    const name = t('library.paste.name', { moment: new Date().toLocaleString('sv').slice(0, 16).replace(':', '.') });
    if (brand) await this.#try(async () => this.#take(await this.#backend.call('pasteFiles', { brand, name })));
  }

  /** Takes up what was interrupted when the studio was closed. */
  async resume(): Promise<void> {
    await this.#try(async () => (await this.#backend.call('resumeImports', {})).forEach((job) => this.#take(job)));
  }

  async start(brand: Uuid, paths: string[]): Promise<void> {
    await this.#try(async () => this.#take(await this.#backend.call('startImport', { brand, paths })));
  }

  async stop(): Promise<void> {
    const { job } = this;
    if (job) await this.#try(() => this.#backend.call('cancelImport', { job: job.id }));
  }

  /** What has ended has been seen. */
  close(): void {
    if (!this.running) this.job = null;
    this.reporting = false;
  }

  /** Keeps both files of a pair. */
  keepBoth(pair: NearPair): void {
    this.#decided(pair);
  }

  /** Keeps the file that was there: the new one goes to the trash. */
  async keepOld(pair: NearPair): Promise<void> {
    const { id } = pair.asset;
    if (await this.#try(() => this.#backend.call('trashAssets', { assets: [id] }))) this.#decided(pair);
  }

  /** Keeps the new file and shows it wherever the old one was, which goes to the trash. */
  async keepNew(pair: NearPair): Promise<void> {
    const [asset, by] = [pair.like.id, pair.asset.id];
    const done = await this.#try(async () => {
      await this.#backend.call('replaceAsset', { asset, by });
      await this.#backend.call('trashAssets', { assets: [asset] });
    });
    if (done) this.#decided(pair);
  }

  /** Hears how the import advances; the answer stops listening. */
  follow(): () => void {
    return this.#backend.on('import', (job) => this.#take(job));
  }

  async #chosen(choose: () => Promise<string[]>): Promise<void> {
    const brand = this.#session.brand?.id;
    await this.#try(async () => {
      const paths = await choose();
      if (brand && paths.length > 0) this.#take(await this.#backend.call('startImport', { brand, paths }));
    });
  }

  /** An event may overtake the reply that starts a job: the state that is further on is kept. */
  #take(job: ImportJob): void {
    const known = this.job?.id === job.id ? this.job : null;
    if (known && (known.state !== 'running' || known.done > job.done)) return;
    if (this.running && !known) return;
    this.job = job;
    if (job.state !== 'running') this.#ended(job);
  }

  #ended(job: ImportJob): void {
    this.pairs = job.near;
    if (this.#session.route.at === 'library') return;
    const open = { label: t('library.import.see'), run: () => this.#session.go({ at: 'library' }) };
    this.#session.toast(t('library.import.imported', { count: job.imported }), open);
  }

  #decided(pair: NearPair): void {
    this.pairs = this.pairs.filter((other) => other !== pair);
  }

  async #try(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (reason) {
      this.#session.fail(reason);
      return false;
    }
  }
}
