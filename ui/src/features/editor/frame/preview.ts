/** Makes a decoded picture of an address, ready to be shown without a blink. */
export type Decode<Picture> = (address: string) => Promise<Picture>;

/**
 * Keeps a frame's picture up to date with at most one request under way: what is asked for while one loads waits,
 * and only the newest of it is loaded afterwards. The old picture stays until `show` is given the new one.
 */
export class PreviewLoader<Picture> {
  #wanted: string | null = null;
  #loading = false;
  #shown: string | null = null;
  #stopped = false;

  constructor(
    readonly decode: Decode<Picture>,
    readonly show: (picture: Picture) => void,
    readonly fail: () => void,
  ) {}

  want(address: string): void {
    this.#wanted = address;
    if (!this.#loading && !this.#stopped) void this.#load();
  }

  stop(): void {
    this.#stopped = true;
  }

  async #load(): Promise<void> {
    this.#loading = true;
    while (this.#wanted && this.#wanted !== this.#shown && !this.#stopped) await this.#loadOne(this.#wanted);
    this.#loading = false;
  }

  async #loadOne(address: string): Promise<void> {
    try {
      const picture = await this.decode(address);
      if (!this.#stopped) this.show(picture);
    } catch {
      if (this.#wanted === address && !this.#stopped) this.fail();
    }
    this.#shown = address;
  }
}
