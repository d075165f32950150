import type { Backend } from '../../ipc/backend';
import type { Job, Uuid } from '../../ipc/wire';

/** The last export of the open document, followed while its dialog is closed. */
export class RunningExport {
  job = $state.raw<Job | null>(null);
  readonly progress = $derived.by(() => this.job && filesOf(this.job));

  constructor(readonly document: Uuid) {}

  /** Follows jobs, those already running included; the answer stops following. */
  follow(backend: Backend, failed: (reason: unknown) => void): () => void {
    backend
      .call('jobs', {})
      .then((jobs) => this.#take(jobs.findLast((job) => job.document === this.document && job.state === 'running')))
      .catch(failed);
    return backend.on('job', (job) => this.#take(job));
  }

  /** The person has seen how it ended. */
  forget(): void {
    if (this.job?.state !== 'running') this.job = null;
  }

  #take(job: Job | undefined): void {
    if (job?.document === this.document) this.job = job;
  }
}

/** Counts files: gathered pages are one however many there are. */
function filesOf(job: Job): { done: number; total: number } {
  return job.steps.reduce(
    (sum, { gathered, done, total }) => ({
      done: sum.done + (gathered ? Number(done >= total) : done),
      total: sum.total + (gathered ? 1 : total),
    }),
    { done: 0, total: 0 },
  );
}
