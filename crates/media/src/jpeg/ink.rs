//! Four inks to three lights.

use crate::{pixels::Pixels, profile::Profile};

/// Converts CMYK samples to sRGB in place: through `profile`, else by the plain formula.
///
/// `inverted`: 255 stands for no ink, as Adobe's software writes and everyone reads.
pub fn to_srgb(samples: &mut Pixels, profile: Option<&Profile>, inverted: bool) {
    if inverted {
        samples.bytes.iter_mut().for_each(|sample| *sample = u8::MAX - *sample);
    }
    if !profile.is_some_and(|profile| profile.convert_cmyk(samples)) {
        samples.bytes.as_chunks_mut::<4>().0.iter_mut().for_each(|pixel| *pixel = plain(*pixel));
    }
}

/// Each ink takes away its complement, black takes away everything.
fn plain([cyan, magenta, yellow, black]: [u8; 4]) -> [u8; 4] {
    let light = |ink: u8| {
        let product = u16::from(u8::MAX - ink) * u16::from(u8::MAX - black);
        u8::try_from((product + 127) / 255).expect("the product of two fractions of 255")
    };
    [light(cyan), light(magenta), light(yellow), u8::MAX]
}
