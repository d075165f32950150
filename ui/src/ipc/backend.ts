import type { Commands, ImportJob, Job, OfBrand, ProofPage, Studio, Uuid } from './wire';

export type { Commands } from './wire';

export interface Events {
  job: Job;
  studio: Studio; /* brands or preferences changed elsewhere */
  import: ImportJob;
  assets: OfBrand; /* something of that brand's library changed */
}

/** Files dragged over the window by the system; `x`, `y` in CSS pixels. */
export interface FileDrop {
  kind: 'over' | 'drop' | 'leave';
  paths: string[];
  x: number;
  y: number;
}

/** The only door to Rust. Implementations: ui/src/ipc/tauri.ts (the window), ui/src/ipc/memory.ts (component tests). Only ui/src/ipc imports @tauri-apps. */
export interface Backend {
  call<N extends keyof Commands>(name: N, input: Commands[N][0]): Promise<Commands[N][1]>;
  on<N extends keyof Events>(name: N, listener: (payload: Events[N]) => void): () => void;
  /** Address of a page's picture, `width` device pixels wide. `stamp` makes it cacheable for ever. */
  previewUrl(document: Uuid, page: Uuid, format: string, width: number, stamp: string): string;
  logoUrl(brand: Uuid, stamp: string): string;
  /** Address of a page as the draft of the brand's charter sets it, `width` device pixels wide. */
  proofUrl(brand: Uuid, page: ProofPage, width: number): string;
  /** Address of a drawing or a typeface that was given to a brand, by its stamp. */
  drawingUrl(brand: Uuid, stamp: string): string;
  /** Address of the letters of an offered typeface, by its place among `Studio.typefaces`. */
  typefaceUrl(place: number): string;
  /** Address of a picture of the library, `width` device pixels wide. `stamp` makes it cacheable for ever. */
  photoUrl(asset: Uuid, width: number, stamp?: string): string;
  choosePictures(options: { multiple: boolean; title: string; films?: boolean }): Promise<string[]>; // native dialog; [] when cancelled
  chooseFiles(options: { multiple: boolean; title: string; extensions?: readonly string[] }): Promise<string[]>; // as above; any file without extensions
  chooseFolder(options: { title: string; start: string }): Promise<string | null>;
  openFolder(path: string): Promise<void>;
  onFileDrop(listener: (drop: FileDrop) => void): () => void;
  setWindowTitle(title: string): Promise<void>;
}
