import type { Uuid } from '../../ipc/wire';

export type TextField = 'title' | 'body';
/** What one field of one page now says. */
export interface Typed {
  page: Uuid;
  field: TextField;
  text: string;
}
export type LaneState = 'idle' | 'busy' | 'failed';

type Entry = { typed: Typed } | { step: () => Promise<void> };

/**
 * The one lane from the person's hands to the document: a single request at a time, in order. Of the text waiting for
 * a field only the latest is kept, so slow replies never pile up keystrokes. Text that could not be written stays at
 * the head of the lane until `retry` or the next keystroke.
 */
export class TypingQueue {
  #waiting: Entry[] = [];
  #running: Entry | null = null;
  #failed = false;

  constructor(
    readonly send: (typed: Typed) => Promise<void>,
    readonly changed: (state: LaneState) => void = () => {},
  ) {}

  get state(): LaneState {
    if (this.#failed) return 'failed';
    return this.#running || this.#waiting.length > 0 ? 'busy' : 'idle';
  }

  write(typed: Typed): void {
    const index = this.#coalescible(typed);
    if (index < 0) this.#waiting.push({ typed });
    else this.#waiting[index] = { typed };
    this.retry();
  }

  /** Runs `step` once everything asked for before it has been sent. */
  after<T>(step: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ step: () => step().then(resolve, reject) });
      this.retry();
    });
  }

  /** The text of a field that the document has not acknowledged yet. */
  unsent(page: Uuid, field: TextField): string | undefined {
    const entries = this.#running ? [this.#running, ...this.#waiting] : this.#waiting;
    const entry = entries.findLast((entry) => 'typed' in entry && sameField(entry.typed, page, field));
    return entry && 'typed' in entry ? entry.typed.text : undefined;
  }

  retry(): void {
    this.#failed = false;
    this.#advance();
  }

  #advance(): void {
    if (!this.#running && !this.#failed) {
      this.#running = this.#waiting.shift() ?? null;
      if (this.#running) void this.#run(this.#running);
    }
    this.changed(this.state);
  }

  async #run(entry: Entry): Promise<void> {
    try {
      await ('typed' in entry ? this.send(entry.typed) : entry.step());
    } catch {
      this.#failed = true;
      if ('typed' in entry && this.#coalescible(entry.typed) < 0) this.#waiting.unshift(entry);
    }
    this.#running = null;
    this.#advance();
  }

  /** Place of the waiting text that newer text of the same field may replace: none behind a step, which keeps its turn. */
  #coalescible({ page, field }: Typed): number {
    const lastStep = this.#waiting.findLastIndex((entry) => 'step' in entry);
    const index = this.#waiting.findLastIndex((entry) => 'typed' in entry && sameField(entry.typed, page, field));
    return index > lastStep ? index : -1;
  }
}

function sameField(typed: Typed, page: Uuid, field: TextField): boolean {
  return typed.page === page && typed.field === field;
}
