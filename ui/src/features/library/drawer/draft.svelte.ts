/** How long the writing rests before it is kept, ms. */
const REST = 500;

/** Text being written over a kept one: kept itself once the hand rests or leaves. */
export class Draft {
  #text = $state<string | null>(null);
  #clock: ReturnType<typeof setTimeout> | undefined;
  readonly #kept: () => string;
  readonly #keep: (text: string) => Promise<unknown>;

  constructor(kept: () => string, keep: (text: string) => Promise<unknown>) {
    this.#kept = kept;
    this.#keep = keep;
  }

  get text(): string {
    return this.#text ?? this.#kept();
  }
  set text(text: string) {
    this.#text = text;
    clearTimeout(this.#clock);
    this.#clock = setTimeout(() => void this.keep(), REST);
  }

  async keep(): Promise<void> {
    clearTimeout(this.#clock);
    const text = this.#text;
    if (text !== null && text !== this.#kept()) await this.#keep(text);
    if (this.#text === text) this.#text = null;
  }
}
