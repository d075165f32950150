import type { Commands as Generated } from './generated';
import type { BrandCard, ColorRole, Colors, CharterSwatch } from './generated';

/** What crosses the wire between the window and the Rust core. Written from `crates/app/src/wire`: `npm run types`. */
export type * from './generated';

/** A name drawn at random. */
export type Uuid = string;
export type Severity = 'block' | 'review' | 'info';

/** Where colours are read from: a file, a picture of the library; neither is the brand's logo. */
export type ReadPalette = { brand: string; path: string | null; asset: string | null };

/** A colour that was found and is not proposed. */
export type LeftOut = { name: string; reason: string };

/** Colours found in a picture or a file, and roles for them. */
export type PaletteProposal = {
  /** The name of what they were read from. */
  source: string;
  /** All that were found. */
  colors: Array<CharterSwatch>;
  proposal: Colors;
  /** The roles whose colour was changed so that words can be read. */
  adjusted: Array<ColorRole>;
  leftOut: Array<LeftOut>;
};

/** In which form a charter is given out. */
export type CharterKind = 'pdf' | 'dtcg' | 'legacy' | 'ase' | 'gpl' | 'css' | 'brand';

export type ExportCharter = { brand: string; folder: string; kinds: Array<CharterKind> };
export type ImportBrand = { path: string };

export interface Commands extends Generated {
  readPalette: [ReadPalette, PaletteProposal];
  exportCharter: [ExportCharter, Array<string>];
  importBrand: [ImportBrand, BrandCard];
}
