import type {
  BrandCard,
  DocumentCard,
  DocumentDelta,
  DocumentView,
  Edit,
  ExportAs,
  ExportChoice,
  Job,
  NewBrand,
  Preferences,
  Studio,
  Uuid,
} from './wire';

/** name -> [input, output]. `call` rejects with a Problem. */
export interface Commands {
  studio: [Record<string, never>, Studio];
  savePreferences: [Preferences, null];
  openSample: [Record<string, never>, { studio: Studio; document: Uuid }]; // installs both sample brands and their creations (idempotent)
  createBrand: [NewBrand, BrandCard];
  documents: [{ brand: Uuid }, DocumentCard[]]; // newest change first
  createDocument: [{ brand: Uuid; title: string; outline: string | null }, DocumentView];
  duplicateDocument: [{ document: Uuid }, DocumentCard];
  trashDocument: [{ document: Uuid }, null];
  restoreDocument: [{ document: Uuid }, null];
  openDocument: [{ document: Uuid }, DocumentView];
  edit: [{ document: Uuid; edit: Edit }, DocumentDelta];
  undo: [{ document: Uuid }, DocumentDelta];
  redo: [{ document: Uuid }, DocumentDelta];
  setPicture: [{ document: Uuid; page: Uuid; path: string }, DocumentDelta]; // copies the file into the library
  outline: [{ document: Uuid }, string]; // the whole document as outline text (copy)
  startExport: [{ document: Uuid; choices: ExportChoice[]; as: ExportAs; folder: string }, Job];
  cancelJob: [{ job: Uuid }, null];
  jobs: [Record<string, never>, Job[]];
}
export interface Events {
  job: Job;
  studio: Studio; /* brands or preferences changed elsewhere */
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
  /** Address of a photograph of the library, `width` device pixels wide. */
  photoUrl(asset: Uuid, width: number): string;
  choosePictures(options: { multiple: boolean; title: string }): Promise<string[]>; // native dialog; [] when cancelled
  chooseFolder(options: { title: string; start: string }): Promise<string | null>;
  openFolder(path: string): Promise<void>;
  onFileDrop(listener: (drop: FileDrop) => void): () => void;
  setWindowTitle(title: string): Promise<void>;
}
