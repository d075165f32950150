/** How long the hand rests before what it did is kept, ms. */
const REST = 250;

/** Keeps the latest of what it is given once the hand rests: one call under way, and nothing older after something newer. */
export class DraftQueue<T> {
  #waiting: { value: T } | null = null;
  #clock: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  readonly #keep: (value: T) => Promise<void>;

  constructor(keep: (value: T) => Promise<void>) {
    this.#keep = keep;
  }

  /** Nothing waits and nothing is under way. */
  get idle(): boolean {
    return this.#waiting === null && this.#running === null;
  }

  push(value: T): void {
    this.#waiting = { value };
    clearTimeout(this.#clock);
    this.#clock = setTimeout(() => void this.flush(), REST);
  }

  /** Keeps at once what waits; resolves when nothing does any more. */
  flush(): Promise<void> {
    clearTimeout(this.#clock);
    this.#running ??= this.#run().finally(() => (this.#running = null));
    return this.#running;
  }

  /** Forgets what waits; resolves when the call under way is over. */
  async drop(): Promise<void> {
    clearTimeout(this.#clock);
    this.#waiting = null;
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#waiting) {
      const { value } = this.#waiting;
      this.#waiting = null;
      await this.#keep(value);
    }
  }
}
