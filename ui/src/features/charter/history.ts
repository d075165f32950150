/** How long after one change another of the same thing belongs to it, ms. */
const TOGETHER = 1000;
const MOST = 200;

/** What there was before each change, to go back to, and what was left, to come back to. */
export class History<T> {
  #past: T[] = [];
  #future: T[] = [];
  #last = { key: '', at: -Infinity };

  get canUndo(): boolean {
    return this.#past.length > 0;
  }
  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** `before` is about to change. Changes of one `key` that follow each other are undone at once. */
  note(before: T, key: string, now = Date.now()): void {
    const together = key === this.#last.key && now - this.#last.at < TOGETHER;
    this.#last = { key, at: now };
    this.#future = [];
    if (!together) this.#past = [...this.#past, before].slice(-MOST);
  }

  /** What there was before `present`; `null` at the beginning. */
  undo(present: T): T | null {
    return this.#travel(this.#past, this.#future, present);
  }

  redo(present: T): T | null {
    return this.#travel(this.#future, this.#past, present);
  }

  clear(): void {
    [this.#past, this.#future] = [[], []];
    this.#last = { key: '', at: -Infinity };
  }

  #travel(from: T[], to: T[], present: T): T | null {
    const found = from.pop() ?? null;
    if (found !== null) to.push(present);
    this.#last = { key: '', at: -Infinity };
    return found;
  }
}
