import type { ExportChoice, Job, Uuid } from '../wire';

/** Milliseconds a file takes, and the bytes it would weigh. */
const PACE = 40;
const WEIGHT = 180_000;

/** Exports that write nothing but advance like real ones, one file at a time. */
export class Jobs {
  all: Job[] = [];
  readonly #tell: (job: Job) => void;

  constructor(tell: (job: Job) => void) {
    this.#tell = tell;
  }

  start(document: Uuid, choices: ExportChoice[], folder: string, gathered: (format: string) => boolean): Job {
    const steps = choices.map(({ format, pages }) => {
      return { format, done: 0, total: pages.length, gathered: gathered(format), bytes: 0 };
    });
    const job: Job = {
      id: crypto.randomUUID(),
      document,
      state: 'running',
      steps,
      folder,
      secondsLeft: 1,
      problems: [],
      points: [],
    };
    this.all.push(job);
    setTimeout(() => this.#advance(job.id), PACE);
    return job;
  }

  cancel(id: Uuid): null {
    this.#update(id, (job) => ({ ...job, state: 'cancelled', secondsLeft: null }));
    return null;
  }

  #advance(id: Uuid): void {
    const job = this.all.find((candidate) => candidate.id === id);
    if (job?.state !== 'running') return;
    const next = job.steps.findIndex((step) => step.done < step.total);
    if (next < 0) return this.#update(id, (ended) => ({ ...ended, state: 'done', secondsLeft: 0 }));
    this.#update(id, (running) => ({
      ...running,
      steps: running.steps.map((step, at) => (at === next ? oneMore(step) : step)),
    }));
    setTimeout(() => this.#advance(id), PACE);
  }

  #update(id: Uuid, change: (job: Job) => Job): void {
    this.all = this.all.map((job) => (job.id === id ? change(job) : job));
    const changed = this.all.find((job) => job.id === id);
    if (changed) this.#tell(structuredClone(changed));
  }
}

function oneMore(step: Job['steps'][number]): Job['steps'][number] {
  return { ...step, done: step.done + 1, bytes: step.bytes + WEIGHT };
}
