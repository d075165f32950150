use kurbo::Size;

use crate::{
    boxes::Node,
    flow::{Placement, place},
    text::Shaper,
};

/// The least that sizes may be multiplied by; each text also has a least size of its own.
const LEAST_FACTOR: f32 = 0.4;
/// How finely the factor is searched: a hundredth of a size is not seen.
const STEPS: u32 = 60;

/// Places a page's boxes with the largest sizes that fit, or with the least ones when none does.
pub(crate) fn fit(root: &mut Node, page: Size, shaper: &mut Shaper) -> Placement {
    let factor = |step: u32| 1.0 - (1.0 - LEAST_FACTOR) * step as f32 / STEPS as f32;
    let first = place(root, page, shaper, 1.0);
    if first.fits {
        return first;
    }
    // Step 0 does not fit; find the first step that does. Room grows with every step.
    let (mut too_large, mut small_enough) = (0, STEPS);
    while small_enough - too_large > 1 {
        let middle = too_large.midpoint(small_enough);
        if place(root, page, shaper, factor(middle)).fits { small_enough = middle } else { too_large = middle }
    }
    place(root, page, shaper, factor(small_enough))
}
