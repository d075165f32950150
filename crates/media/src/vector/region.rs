//! Where filters, masks and patterns work: boxes told as shares of what they are for.

use std::ops::RangeInclusive;

use usvg::roxmltree::{Document, Node};

use crate::MediaError;

/// The shares that the parser can bear: it stops the program over a box so thin that its two edges are one number
/// (usvg 0.49.0, `NonZeroRect::bbox_transform`).
const PLACES: RangeInclusive<f32> = -1e4..=1e4;
const SIDES: RangeInclusive<f32> = 0.01..=1e4;

/// Fails when a box is beyond all proportion.
pub fn check(document: &Document<'_>) -> Result<(), MediaError> {
    let is_region = |node: &Node<'_, '_>| matches!(node.tag_name().name(), "filter" | "mask" | "pattern");
    let borne = document.descendants().filter(is_region).all(is_borne);
    if borne { Ok(()) } else { Err(MediaError::Damaged) }
}

/// Whether the attributes that are there are shares it can bear; units of the drawing itself always are.
fn is_borne(region: Node<'_, '_>) -> bool {
    let among = |names: [&str; 2], borne: RangeInclusive<f32>| {
        let mut given = names.into_iter().filter_map(|name| region.attribute(name));
        given.all(|value| share(value).is_some_and(|share| borne.contains(&share)))
    };
    let units = ["filterUnits", "maskUnits", "patternUnits"].into_iter().find_map(|name| region.attribute(name));
    units == Some("userSpaceOnUse") || among(["x", "y"], PLACES) && among(["width", "height"], SIDES)
}

fn share(value: &str) -> Option<f32> {
    let value = value.trim();
    let percents = value.strip_suffix('%').map(|percents| percents.parse::<f32>().map(|number| number / 100.0));
    percents.map_or_else(|| number(value), Result::ok)
}

/// A plain number, or one of pixels.
pub fn number(value: &str) -> Option<f32> {
    value.trim().trim_end_matches("px").parse().ok()
}
