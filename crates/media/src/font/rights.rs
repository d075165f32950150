use skrifa::{FontRef, raw::TableProvider};

/// What a font's licence says of files that carry it, by its own `fsType` (OpenType 1.9, "OS/2").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rights {
    /// Files may carry it.
    Free,
    /// Files may carry it to be looked at and printed, not edited.
    Preview,
    /// Files may only carry the whole of it, and a PDF carries the letters it uses.
    Whole,
    /// No file may carry it: pictures of it are all that goes out.
    Restricted,
}

const RESTRICTED: u16 = 0x0002;
const PREVIEW: u16 = 0x0004;
const EDITABLE: u16 = 0x0008;
const NO_SUBSET: u16 = 0x0100;
const BITMAPS_ONLY: u16 = 0x0200;

impl Rights {
    /// A font that says nothing is free.
    pub(super) fn of(font: &FontRef<'_>) -> Self {
        font.os2().map_or(Self::Free, |table| Self::from_bits(table.fs_type()))
    }

    /// Where old fonts set several of the first bits, the least restrictive holds.
    fn from_bits(bits: u16) -> Self {
        let has = |bit: u16| bits & bit != 0;
        if has(BITMAPS_ONLY) || (has(RESTRICTED) && !has(PREVIEW) && !has(EDITABLE)) {
            Self::Restricted
        } else if has(NO_SUBSET) {
            Self::Whole
        } else if has(PREVIEW) && !has(EDITABLE) {
            Self::Preview
        } else {
            Self::Free
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bits_say_what_files_may_carry() {
        let check = |bits: u16, expected: Rights| assert_eq!(Rights::from_bits(bits), expected, "{bits:#06x}");
        check(0, Rights::Free);
        check(EDITABLE, Rights::Free);
        check(PREVIEW, Rights::Preview);
        check(RESTRICTED, Rights::Restricted);
        check(RESTRICTED | PREVIEW, Rights::Preview);
        check(PREVIEW | EDITABLE, Rights::Free);
        check(NO_SUBSET, Rights::Whole);
        check(BITMAPS_ONLY | EDITABLE, Rights::Restricted);
        check(0x0001, Rights::Free);
    }
}
