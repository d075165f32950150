use std::sync::Arc;

use moxcms::{
    CicpColorPrimaries, CicpProfile, ColorProfile, DataColorSpace, Layout, MatrixCoefficients, TransferCharacteristics,
    Transform8BitExecutor, TransformOptions,
};

use crate::pixels::Pixels;

/// An ICC profile: what a file's numbers mean as colours.
pub struct Profile(ColorProfile);

impl Profile {
    /// Reads a profile; `None` when it cannot be understood.
    pub fn parse(icc: &[u8]) -> Option<Self> {
        ColorProfile::new_from_slice(icc).ok().map(Self)
    }

    /// The profile of stated primaries (ITU-T H.273, table 2) with the curve of sRGB; `None` for those of sRGB and for
    /// unknown ones.
    pub fn of_primaries(code: u16) -> Option<Self> {
        let color_primaries = match code {
            9 => CicpColorPrimaries::Bt2020,
            11 => CicpColorPrimaries::Smpte431,
            12 => CicpColorPrimaries::Smpte432,
            _ => return None,
        };
        let stated = CicpProfile {
            color_primaries,
            transfer_characteristics: TransferCharacteristics::Srgb,
            matrix_coefficients: MatrixCoefficients::Identity,
            full_range: true,
        };
        Some(Self(ColorProfile::new_from_cicp(stated)))
    }

    /// Whether the numbers already are sRGB: told by what the profile does, as names vary and lie.
    pub fn is_srgb(&self) -> bool {
        let Some(transform) = self.rgb_to_srgb() else { return false };
        let probes = probes();
        let mut seen = vec![0; probes.len()];
        transform.transform(&probes, &mut seen).is_ok()
            && probes.iter().zip(&seen).all(|(sent, seen)| sent.abs_diff(*seen) <= SAME)
    }

    /// Converts `pixels` to sRGB in place. Leaves them alone when the profile is not made for them.
    pub fn convert(&self, pixels: &mut Pixels) {
        match self.0.color_space {
            DataColorSpace::Gray => self.convert_grey(pixels),
            _ => apply(self.rgb_to_srgb(), pixels, <[u8]>::to_vec),
        }
    }

    /// Converts CMYK, 255 for full ink, to sRGB in place; whether the profile could.
    pub fn convert_cmyk(&self, pixels: &mut Pixels) -> bool {
        let usable = self.0.color_space == DataColorSpace::Cmyk;
        let transform = usable.then(|| self.to_srgb(Layout::Rgba)).flatten();
        let done = transform.is_some();
        apply(transform, pixels, <[u8]>::to_vec);
        done
    }

    fn convert_grey(&self, pixels: &mut Pixels) {
        if !pixels.grey() {
            return;
        }
        apply(self.to_srgb(Layout::GrayAlpha), pixels, |row| {
            row.as_chunks::<4>().0.iter().flat_map(|pixel| [pixel[0], pixel[3]]).collect()
        });
    }

    fn rgb_to_srgb(&self) -> Option<Arc<Transform8BitExecutor>> {
        (self.0.color_space == DataColorSpace::Rgb).then(|| self.to_srgb(Layout::Rgba)).flatten()
    }

    fn to_srgb(&self, layout: Layout) -> Option<Arc<Transform8BitExecutor>> {
        self.0.create_transform_8bit(layout, &ColorProfile::new_srgb(), Layout::Rgba, TransformOptions::default()).ok()
    }
}

/// How far a level may move through a profile that still counts as sRGB: rounding, in 8 bits, twice.
const SAME: u8 = 2;

/// Opaque colours spread over the whole cube.
fn probes() -> Vec<u8> {
    const LEVELS: [u8; 6] = [0, 32, 96, 160, 224, 255];
    let color = |index: usize| [LEVELS[index / 36], LEVELS[index / 6 % 6], LEVELS[index % 6], u8::MAX];
    (0..216).flat_map(color).collect()
}

/// Runs `transform` over each row, given as the samples that `channels` takes from it.
fn apply(transform: Option<Arc<Transform8BitExecutor>>, pixels: &mut Pixels, channels: impl Fn(&[u8]) -> Vec<u8>) {
    let Some(transform) = transform else { return };
    for row in pixels.bytes.chunks_exact_mut(pixels.width as usize * 4) {
        let source = channels(row);
        transform.transform(&source, row).expect("as many samples as pixels in each row");
    }
}
