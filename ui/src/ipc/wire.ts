import type { Commands as Generated } from './generated';
import type { BrandCard } from './generated';

/** What crosses the wire between the window and the Rust core. Written from `crates/app/src/wire`: `npm run types`. */
export type * from './generated';

/** A name drawn at random. */
export type Uuid = string;
export type Severity = 'block' | 'review' | 'info';

/** In which form a charter is given out. */
export type CharterKind = 'pdf' | 'dtcg' | 'legacy' | 'ase' | 'gpl' | 'css' | 'brand';

export type ExportCharter = { brand: string; folder: string; kinds: Array<CharterKind> };
export type ImportBrand = { path: string };

export interface Commands extends Omit<Generated, 'exportCharter'> {
  exportCharter: [ExportCharter, Array<string>];
  importBrand: [ImportBrand, BrandCard];
}
