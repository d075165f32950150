import type { Backend, Commands, Events, FileDrop } from './backend';
import { Assets } from './memory/assets';
import { Backups } from './memory/backups';
import { Charters } from './memory/charters';
import { commands, type Handlers } from './memory/commands';
import { Imports } from './memory/imports';
import { Jobs } from './memory/jobs';
import { Library } from './memory/library';
import { placeholder } from './memory/picture';
import { typefaceUrl } from './memory/samples';
import type { Preferences, Problem, ProofPage } from './wire';

export interface MemoryOptions {
  /** `empty` before the first brand; `sample` with the sample brands and creations installed. */
  library?: 'empty' | 'sample';
  preferences?: Partial<Preferences>;
  /** How many files the first sample brand has. */
  assets?: number;
  /** Another window holds the library: the first opening fails. */
  locked?: boolean;
}

/** A library in memory, for component tests and the workbench: small, but nothing it answers is made up. */
export function memory(options: MemoryOptions = {}): MemoryBackend {
  const { library = 'empty', preferences = {}, assets = 400, locked = false } = options;
  const backend = new MemoryBackend();
  if (library === 'sample') backend.installSamples(assets);
  Object.assign(backend.library.preferences, preferences);
  if (locked) backend.refuse('studio', { code: 'libraryLocked', parameters: {} });
  return backend;
}

/** Stands for a picture that no sample is: one grey pixel. */
const photograph = 'data:image/gif;base64,R0lGODlhAQABAIAAAMLCwgAAACwAAAAAAQABAAACAkQBADs=';

export class MemoryBackend implements Backend {
  readonly library = new Library();
  /** What the system's dialogs answer next. */
  chosenPictures: string[] = [];
  chosenFiles: string[] = [];
  chosenFolder: string | null = null;
  /** What was asked of the system. */
  windowTitle = '';
  openedFolders: string[] = [];

  readonly assets = new Assets(this.library, (brand) => this.tell('assets', { brand }));
  readonly charters = new Charters(this.library);
  readonly #handlers: Handlers = commands({
    library: this.library,
    jobs: new Jobs((job) => this.tell('job', job)),
    assets: this.assets,
    charters: this.charters,
    imports: new Imports(this.assets, (job) => this.tell('import', job)),
    backups: new Backups(),
  });
  readonly #refusals = new Map<keyof Commands, Problem>();
  readonly #listeners = new Map<keyof Events, Set<(payload: never) => void>>();
  readonly #dropListeners = new Set<(drop: FileDrop) => void>();

  async call<N extends keyof Commands>(name: N, input: Commands[N][0]): Promise<Commands[N][1]> {
    const refusal = this.#refusals.get(name);
    if (refusal) {
      this.#refusals.delete(name);
      throw refusal;
    }
    return structuredClone(await this.#handlers[name](structuredClone(input)));
  }

  /** The sample brands with their creations, and `count` files in the first one's library. */
  installSamples(count: number): void {
    this.library.installSamples();
    this.assets.addSamples(count);
  }

  /** Makes the next call of `name` fail. */
  refuse(name: keyof Commands, problem: Problem): void {
    this.#refusals.set(name, problem);
  }

  /** Drags files over the window, as the system would. */
  drop(drop: FileDrop): void {
    this.#dropListeners.forEach((listener) => listener(drop));
  }

  on<N extends keyof Events>(name: N, listener: (payload: Events[N]) => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners.add(listener));
    return () => void listeners.delete(listener);
  }

  previewUrl(document: string, page: string, format: string): string {
    return placeholder(this.library, document, page, format);
  }

  photoUrl(asset: string): string {
    return this.assets.url(asset) ?? photograph;
  }

  logoUrl(brand: string): string {
    const { charter, files } = this.library.wardrobe(brand);
    return files.get(charter.logo?.file ?? '') ?? '';
  }

  proofUrl(brand: string, page: ProofPage): string {
    return this.charters.picture(brand, page);
  }

  drawingUrl(brand: string, stamp: string): string {
    return this.charters.drawing(brand, stamp);
  }

  typefaceUrl(place: number): string {
    return typefaceUrl(place);
  }

  async chooseFiles(): Promise<string[]> {
    return this.chosenFiles;
  }

  async choosePictures(): Promise<string[]> {
    return this.chosenPictures;
  }

  async chooseFolder(): Promise<string | null> {
    return this.chosenFolder;
  }

  async openFolder(path: string): Promise<void> {
    this.openedFolders.push(path);
  }

  onFileDrop(listener: (drop: FileDrop) => void): () => void {
    this.#dropListeners.add(listener);
    return () => void this.#dropListeners.delete(listener);
  }

  async setWindowTitle(title: string): Promise<void> {
    this.windowTitle = title;
    document.title = title;
  }

  /** Sends an event, as Rust would. */
  tell<N extends keyof Events>(name: N, payload: Events[N]): void {
    this.#listeners.get(name)?.forEach((listener) => (listener as (payload: Events[N]) => void)(payload));
  }
}
