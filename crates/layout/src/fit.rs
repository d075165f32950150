use kurbo::Size;

use crate::{
    boxes::{Node, Paint},
    flow::{Placement, place},
    text::{MOST_ON_A_PAGE, Shaper, TextBox, Words},
};

/// The least that sizes may be multiplied by; each text also has a least size of its own.
const LEAST_FACTOR: f32 = 0.4;
/// How finely the factor is searched: a hundredth of a size is not seen.
const STEPS: u32 = 60;

/// Places a page's boxes with the largest sizes that fit, or with the least ones when none does.
pub(crate) fn fit(root: &mut Node, page: Size, shaper: &mut Shaper) -> Placement {
    if shorten(root) {
        return place(root, page, shaper, LEAST_FACTOR);
    }
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

/// What would make a page fit: its longest text, and how much of it has room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Overflow {
    /// How the text begins.
    pub begins: String,
    /// How many graphemes it has.
    pub length: usize,
    /// How many of them have room, at the least size and with all other texts as they are.
    pub fits: usize,
}

/// Looks for what would make a page fit that does not at its least sizes; leaves it as it was.
pub(crate) fn overflow(root: &mut Node, page: Size, shaper: &mut Shaper) -> Option<Overflow> {
    let longest = longest(root)?;
    let (length, whole) = with_text(root, longest, |text| (text.words.length(), text.words.clone()))?;
    let mut fits_with = |count: usize| {
        let shortened = with_text(root, longest, |text| {
            text.replace(whole.first(count));
        });
        shortened.is_some() && place(root, page, shaper, LEAST_FACTOR).fits
    };
    let (mut fits, mut too_many) = (0, length);
    while too_many - fits > 1 {
        let middle = fits.midpoint(too_many);
        if fits_with(middle) { fits = middle } else { too_many = middle }
    }
    let begins = whole.text.chars().take(BEGINNING).collect();
    with_text(root, longest, |text| text.replace(whole.clone()));
    place(root, page, shaper, LEAST_FACTOR);
    Some(Overflow { begins, length, fits })
}

/// How many characters tell which text is meant.
const BEGINNING: usize = 40;

/// Leaves out what no page could hold, so that composing takes no longer than a page does; tells whether it did.
fn shorten(root: &mut Node) -> bool {
    let (mut left, mut is_short) = (MOST_ON_A_PAGE, false);
    each_text(root, &mut |text| {
        let length = text.words.length();
        if length > left {
            let words = text.words.first(left);
            text.replace(Words { cut: true, ..words });
        }
        is_short |= text.words.cut;
        left -= length.min(left);
    });
    is_short
}

/// The place among the page's texts of the one with the most graphemes.
fn longest(root: &mut Node) -> Option<usize> {
    let mut lengths = Vec::new();
    each_text(root, &mut |text| lengths.push(text.words.length()));
    lengths.iter().enumerate().max_by_key(|(at, length)| (**length, std::cmp::Reverse(*at))).map(|(at, _)| at)
}

fn with_text<T>(root: &mut Node, wanted: usize, mut see: impl FnMut(&mut TextBox) -> T) -> Option<T> {
    let (mut at, mut seen) = (0, None);
    each_text(root, &mut |text| {
        if at == wanted {
            seen = Some(see(text));
        }
        at += 1;
    });
    seen
}

fn each_text(node: &mut Node, see: &mut impl FnMut(&mut TextBox)) {
    if let Paint::Text(text) = &mut node.paint {
        see(text);
    }
    node.children.iter_mut().for_each(|child| each_text(child, see));
}
