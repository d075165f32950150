use exif::{In, Tag};
use planche_resample::Part;

use crate::{facts::fields, pixels::Pixels};

/// How stored pixels must be turned to stand upright.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Orientation {
    /// Rows and columns are exchanged.
    transposed: bool,
    /// The stored columns run from the right.
    from_right: bool,
    /// The stored rows run from the bottom.
    from_bottom: bool,
}

impl Orientation {
    /// The orientation that EXIF data states; upright when there is none, or none that makes sense.
    pub fn from_exif(data: &[u8]) -> Self {
        let value = fields(data).and_then(|exif| exif.get_field(Tag::Orientation, In::PRIMARY)?.value.get_uint(0));
        value.map_or_else(Self::default, Self::from_tag)
    }

    /// The meaning of the tag's values (EXIF 2.32, 4.6.4, "Orientation").
    pub fn from_tag(value: u32) -> Self {
        let (transposed, from_right, from_bottom) = match value {
            2 => (false, true, false),
            3 => (false, true, true),
            4 => (false, false, true),
            5 => (true, false, false),
            6 => (true, false, true),
            7 => (true, true, true),
            8 => (true, true, false),
            _ => (false, false, false),
        };
        Self { transposed, from_right, from_bottom }
    }

    /// `quarters` of a turn anticlockwise.
    pub fn turned(quarters: u8) -> Self {
        Self::from_tag([1, 8, 3, 6][usize::from(quarters % 4)])
    }

    /// The same, then left and right exchanged.
    pub fn mirrored_across(self) -> Self {
        if self.transposed {
            Self { from_bottom: !self.from_bottom, ..self }
        } else {
            Self { from_right: !self.from_right, ..self }
        }
    }

    /// The same, then top and bottom exchanged.
    pub fn mirrored_down(self) -> Self {
        if self.transposed {
            Self { from_right: !self.from_right, ..self }
        } else {
            Self { from_bottom: !self.from_bottom, ..self }
        }
    }

    /// Whether nothing has to be turned.
    pub fn is_upright(self) -> bool {
        self == Self::default()
    }

    /// The upright dimensions of a picture stored as `width` × `height`.
    pub fn upright_size(self, width: u32, height: u32) -> (u32, u32) {
        if self.transposed { (height, width) } else { (width, height) }
    }

    /// Where a part of the upright picture is in the stored one, which is `width` × `height`.
    pub fn stored_part(self, upright: Part, width: u32, height: u32) -> Part {
        let Part { left, top, width: across, height: down } = upright;
        let turned = Part { left: top, top: left, width: down, height: across };
        let part = if self.transposed { turned } else { upright };
        let left = if self.from_right { f64::from(width) - part.left - part.width } else { part.left };
        let top = if self.from_bottom { f64::from(height) - part.top - part.height } else { part.top };
        Part { left, top, ..part }
    }

    /// `stored`, upright.
    pub fn turned_upright(self, stored: Pixels) -> Pixels {
        if self.is_upright() {
            return stored;
        }
        let (width, height) = self.upright_size(stored.width, stored.height);
        let bytes = self.rearranged(stored.bytes.as_chunks::<4>().0, stored.width, stored.height).into_flattened();
        Pixels { width, height, bytes }
    }

    /// A plane of `width` × `height` samples, upright.
    pub fn plane_upright(self, stored: Vec<u8>, width: u32, height: u32) -> Vec<u8> {
        if self.is_upright() { stored } else { self.rearranged(&stored, width, height) }
    }

    fn rearranged<T: Copy>(self, stored: &[T], width: u32, height: u32) -> Vec<T> {
        let (across, down) = self.upright_size(width, height);
        let places = (0..down).flat_map(|y| (0..across).map(move |x| self.stored_index(x, y, width, height)));
        places.map(|place| stored[place]).collect()
    }

    /// Where the upright pixel (`x`, `y`) is stored.
    fn stored_index(self, x: u32, y: u32, width: u32, height: u32) -> usize {
        let (x, y) = if self.transposed { (y, x) } else { (x, y) };
        let column = if self.from_right { width - 1 - x } else { x };
        let row = if self.from_bottom { height - 1 - y } else { y };
        row as usize * width as usize + column as usize
    }
}
