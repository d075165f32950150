/** What crosses the wire between the window and the Rust core. */
export type Uuid = string;

export interface Size {
  width: number;
  height: number;
}
export interface Insets {
  top: number;
  right: number;
  bottom: number;
  left: number;
} // px on the format's size

/** One place where a visual is published. From assets/platforms, dated. */
export interface FormatCard {
  id: string; // "ig_carousel_4_5"
  platform: string; // "instagram" | "linkedin" | "x" | ... (icon)
  name: Record<string, string>; // {fr:"Instagram, carrousel", en:"Instagram, carousel"}: the export list
  short: Record<string, string>; // {fr:"Instagram", en:"Instagram"}: the sheet's row header
  size: Size; // px
  aspect: string; // "4:5"
  isDocument: boolean; // true: all pages become one PDF
  maxPages: number | null; // 4 for X
  safeArea: Insets; // what the network's own interface covers
  verified: string; // "2026-11-21"
}

export interface FontPair {
  id: string;
  title: string;
  text: string;
} // family names
export interface Swatch {
  role: string;
  name: string;
  value: string;
} // role: ground ink accent vivid soft cool; value "#rrggbb"
export interface BrandCard {
  id: Uuid;
  name: string;
  tagline: string;
  swatches: Swatch[];
  tile: { ground: string; ink: string }; // colours of the brand tile
  logoStamp: string | null; // not null: logoUrl(id, stamp) works (SVG/PNG); null: show initials
  titleFamily: string;
  textFamily: string;
  sample: boolean;
}
export interface DocumentCard {
  id: Uuid;
  brand: Uuid;
  title: string;
  pageCount: number;
  firstPage: Uuid | null;
  firstStamp: string; // for the thumbnail
  master: string;
  formats: string[];
  changed: string; // RFC 3339
}
export interface Studio {
  brands: BrandCard[];
  formats: FormatCard[];
  layouts: string[];
  fontPairs: FontPair[];
  preferences: Preferences;
  version: string;
  exportFolder: string;
}
export interface Preferences {
  theme: 'system' | 'light' | 'dark';
  language: 'fr' | 'en' | null;
  brand: Uuid | null;
  panels: Record<string, number>;
}

export interface Picture {
  asset: string | null;
  source: string;
  alt: string;
  focusX: number;
  focusY: number;
  missing: boolean;
}
export interface Page {
  id: Uuid;
  number: number; // from 1
  layout: string; // resolved: cover point list quote number call
  chosen: boolean; // false: the layout is inferred from the text
  title: string; // outline inline text of the heading ("" for a lone quote page)
  body: string; // everything below the heading, as outline text, without the picture line
  picture: Picture | null;
  words: number;
  budget: number; // words written, words the layout holds comfortably
  stamp: string; // changes when the page's picture changes in any format
}
export type Severity = 'block' | 'review' | 'info';
export interface Finding {
  code: string;
  severity: Severity;
  page: Uuid | null;
  format: string | null;
  parameters: Record<string, string | number>;
  fix: boolean;
}
export interface DocumentView {
  id: Uuid;
  brand: Uuid;
  title: string;
  revision: number;
  master: string;
  formats: string[];
  pages: Page[];
  findings: Finding[];
  canUndo: boolean;
  canRedo: boolean;
}
/** What an edit changed: upsert `pages` by id, then order by `order`; ids not in `order` are gone. */
export interface DocumentDelta {
  document: Uuid;
  revision: number;
  title: string;
  master: string;
  formats: string[];
  order: Uuid[];
  pages: Page[];
  findings: Finding[];
  canUndo: boolean;
  canRedo: boolean;
  focus: Uuid | null; // the page the change happened on (select it after undo/redo/insert)
}

/** A person's intent. */
export type Edit =
  | { kind: 'rename'; title: string }
  | { kind: 'writeTitle'; page: Uuid; text: string }
  | { kind: 'writeBody'; page: Uuid; text: string } // a line "# …" in it opens new pages: pasting a whole outline works
  | { kind: 'insertPage'; after: Uuid | null }
  | { kind: 'duplicatePage'; page: Uuid }
  | { kind: 'removePage'; page: Uuid }
  | { kind: 'movePage'; page: Uuid; after: Uuid | null }
  | { kind: 'setLayout'; page: Uuid; layout: string | null } // null: infer from the text
  | { kind: 'describePicture'; page: Uuid; alt: string }
  | { kind: 'focusPicture'; page: Uuid; x: number; y: number } // fractions 0..1
  | { kind: 'removePicture'; page: Uuid }
  | { kind: 'setFormats'; formats: string[]; master: string };

export interface NewBrand {
  name: string;
  tagline: string;
  primary: string;
  secondary: string;
  logo: string | null /* path */;
  fontPair: string;
}
export interface ExportChoice {
  format: string;
  pages: Uuid[];
}
export type ExportAs = 'png' | 'jpeg' | 'svg' | 'pdf'; // for image formats; a document format always gives one PDF
export interface JobStep {
  format: string;
  done: number;
  total: number;
  bytes: number;
}
export interface Job {
  id: Uuid;
  document: Uuid;
  state: 'running' | 'done' | 'cancelled' | 'failed';
  steps: JobStep[];
  folder: string;
  secondsLeft: number | null;
  problems: Problem[]; // files that could not be written, one each; the others are there
}
/** Outward error or problem: a code, its parameters; words live in ui/messages/{fr,en}.json under "error.<code>.{what,safe,hint}". */
export interface Problem {
  code: string;
  parameters: Record<string, string | number>;
}
