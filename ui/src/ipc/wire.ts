/** What crosses the wire between the window and the Rust core. Written from `crates/app/src/wire`: `npm run types`. */
export type * from './generated';

/** A name drawn at random. */
export type Uuid = string;
export type Severity = 'block' | 'review' | 'info';
