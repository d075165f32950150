//! How much a typeface may ask for. The largest text faces in use stay well under each of these.

/// A file as it is brought, in bytes: a face for Chinese and Japanese together weighs 10 to 15 MB.
pub const FILE: usize = 16 << 20;
/// The same once decompressed.
pub const DECOMPRESSED: usize = 32 << 20;
/// Tables in one file; some fifty are registered.
pub const TABLES: usize = 64;
/// Glyphs within glyphs: makers of fonts flatten at two or three, hinting tools allow seven.
pub const DEPTH: usize = 8;
/// Points and components of one glyph with all that it is made of.
pub const OUTLINE: u64 = 65_536;
/// The same, each counted once for every variation that may move it.
pub const WORK: u64 = 4 << 20;
/// The same for all glyphs of a font: each is drawn once when it is read.
pub const ALL_WORK: u64 = 256 << 20;
/// Operators that one PostScript glyph may run, its subroutines included.
pub const OPERATORS: u64 = 100_000;
/// The same for all glyphs of a font.
pub const ALL_OPERATORS: u64 = 50_000_000;
/// How deep PostScript subroutines nest (Type 2 charstring format, appendix B).
pub const SUBROUTINES: u32 = 10;
/// Operands that a charstring stacks (CFF2 charstrings, "Operand stack").
pub const OPERANDS: usize = 513;
/// Axes of variation; the most parametric faces have some forty.
pub const AXES: u16 = 64;
/// Regions of a design space that one table distinguishes.
pub const REGIONS: u16 = 4096;
