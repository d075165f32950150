//! What a brand does to its photographs: pixels in, pixels out.
//!
//! Everything works on sRGB levels as they are stored, which is what CSS filters of the same names and photo editors do;
//! alpha never changes, except under a blur. Newcomers trip over the order, which is fixed: blur, brightness, contrast,
//! saturation, duotone, grain.

mod color;
mod grain;
mod soften;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use planche_scene::Image;

/// What to do to a photograph. The default does nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Treatment {
    /// The standard deviation of a Gaussian, as a share of the picture's short side. 0 leaves it sharp.
    pub blur: f32,
    /// What every level is multiplied by, as in CSS: 0 is black, 1 changes nothing.
    pub brightness: f32,
    /// What every level's distance from the middle is multiplied by, as in CSS: 0 is grey, 1 changes nothing.
    pub contrast: f32,
    /// What every colour's distance from its grey is multiplied by, as in CSS: 0 is grayscale, 1 changes nothing.
    pub saturation: f32,
    /// Two inks in the place of all colours.
    pub duotone: Option<Duotone>,
    /// How far grain moves a level, as a share of the whole range. 0 leaves the picture clean.
    pub grain: f32,
    /// Which grain, so that two pictures need not share one.
    pub seed: u32,
}

/// The sRGB colours that black and white become; what lies between is mixed of both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duotone {
    /// In the place of black.
    pub dark: [u8; 3],
    /// In the place of white.
    pub light: [u8; 3],
}

impl Default for Treatment {
    fn default() -> Self {
        Self { blur: 0.0, brightness: 1.0, contrast: 1.0, saturation: 1.0, duotone: None, grain: 0.0, seed: 0 }
    }
}

/// Treats `rgba`, rows of `width` pixels with straight alpha, in place. Equal pixels and treatments give equal pixels.
///
/// Values out of range count as the nearest that means something.
///
/// # Panics
/// `rgba` is not made of whole rows.
pub fn treat(rgba: &mut [u8], width: u32, treatment: &Treatment) {
    if rgba.is_empty() {
        return;
    }
    assert_eq!(rgba.len() % (width as usize * 4), 0, "a picture is made of whole rows");
    soften::soften(rgba, width, treatment.blur);
    color::adjust(rgba, treatment);
    grain::strew(rgba, width, treatment.grain, treatment.seed);
}

impl Treatment {
    /// `image`, treated: another image, under an id of its own. Its file no longer stands for it.
    pub fn applied(&self, image: &Image) -> Image {
        if *self == Self::default() {
            return image.clone();
        }
        let mut pixels = image.pixels.to_vec();
        treat(&mut pixels, image.width, self);
        Image { id: self.id_of(image), pixels: Arc::from(pixels), encoded: None, ..image.clone() }
    }

    fn id_of(&self, image: &Image) -> planche_scene::ImageId {
        let Self { blur, brightness, contrast, saturation, duotone, grain, seed } = self;
        let mut hasher = blake3::Hasher::new();
        hasher.update(&image.id);
        for amount in [blur, brightness, contrast, saturation, grain] {
            hasher.update(&amount.to_bits().to_le_bytes());
        }
        hasher.update(&seed.to_le_bytes());
        if let Some(Duotone { dark, light }) = duotone {
            hasher.update(dark).update(light);
        }
        *hasher.finalize().as_bytes()
    }
}
