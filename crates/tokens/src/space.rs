//! The colour spaces of other programs, brought to sRGB (CSS Color 4, "Sample code for color conversions").
//!
//! Components are in the units of DTCG 2025.10's colour module, which are those of CSS: hues in degrees, percentages as
//! 0 to 100, everything else as 0 to 1 (CIE Lab: 0 to 100).

use planche_model::{Color, Oklch};

/// A colour as a file holds it, and how near sRGB comes to it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paint {
    pub color: Color,
    /// 0 is transparent, 1 opaque.
    pub alpha: f64,
    /// Whether sRGB holds it; otherwise `color` is the nearest of its lightness and hue.
    pub is_inside: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Space {
    Srgb,
    SrgbLinear,
    Hsl,
    Hsv,
    Hwb,
    /// With the white of D50, as CSS and Adobe have it.
    Lab,
    Lch,
    Oklab,
    Oklch,
    DisplayP3,
    A98Rgb,
    ProphotoRgb,
    Rec2020,
    XyzD65,
    XyzD50,
}

type Triple = [f64; 3];
type Matrix = [Triple; 3];

/// What is nearer than this in OKLab looks the same (CSS Color 4, 13.2, "just noticeable difference").
const NOTICEABLE: f64 = 0.02;

impl Space {
    /// By its name in DTCG and in CSS's `color()`.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "srgb" => Self::Srgb,
            "srgb-linear" => Self::SrgbLinear,
            "hsl" => Self::Hsl,
            "hwb" => Self::Hwb,
            "lab" => Self::Lab,
            "lch" => Self::Lch,
            "oklab" => Self::Oklab,
            "oklch" => Self::Oklch,
            "display-p3" => Self::DisplayP3,
            "a98-rgb" => Self::A98Rgb,
            "prophoto-rgb" => Self::ProphotoRgb,
            "rec2020" => Self::Rec2020,
            "xyz" | "xyz-d65" => Self::XyzD65,
            "xyz-d50" => Self::XyzD50,
            _ => return None,
        })
    }

    /// The opaque colour of those components; what is no number counts as 0.
    pub fn paint(self, components: Triple) -> Paint {
        let finite = components.map(|component| if component.is_finite() { component.clamp(-1e4, 1e4) } else { 0.0 });
        let light = self.light(finite);
        let wanted = Oklch::of_light(light);
        let cut = Oklch::of_light(light.map(|channel| channel.clamp(0.0, 1.0)));
        let is_inside = difference(wanted, cut) < NOTICEABLE;
        let color = if is_inside { encode(light) } else { wanted.into() };
        Paint { color, alpha: 1.0, is_inside }
    }

    /// Linear light of sRGB's primaries; beyond 0 and 1 where sRGB ends.
    fn light(self, components: Triple) -> Triple {
        match self {
            Self::Srgb => components.map(decoded),
            Self::SrgbLinear => components,
            Self::Hsl => hsl(components).map(decoded),
            Self::Hsv => hsv(components).map(decoded),
            Self::Hwb => hwb(components).map(decoded),
            Self::Lab => of_d50(lab(components)),
            Self::Lch => of_d50(lab(from_polar(components))),
            Self::Oklab => oklab(components),
            Self::Oklch => oklab(from_polar(components)),
            Self::DisplayP3 => of_xyz(times(&P3, components.map(decoded))),
            Self::A98Rgb => of_xyz(times(&A98, components.map(|channel| power(channel, 563.0 / 256.0)))),
            Self::ProphotoRgb => of_d50(times(&PROPHOTO, components.map(prophoto))),
            Self::Rec2020 => of_xyz(times(&REC2020, components.map(|channel| power(channel, 2.4)))),
            Self::XyzD65 => of_xyz(components),
            Self::XyzD50 => of_d50(components),
        }
    }
}

impl Paint {
    /// What inks (cyan, magenta, yellow, black; 1 is all of it) look like without a profile, as programs show them that
    /// know none.
    pub fn of_inks([cyan, magenta, yellow, black]: [f64; 4]) -> Self {
        Space::Srgb
            .paint([cyan, magenta, yellow].map(|ink| (1.0 - ink.clamp(0.0, 1.0)) * (1.0 - black.clamp(0.0, 1.0))))
    }
}

/// How far apart two colours are in OKLab.
fn difference(one: Oklch, other: Oklch) -> f64 {
    let across = |color: Oklch| (color.chroma * color.hue.cos(), color.chroma * color.hue.sin());
    let ((a, b), (c, d)) = (across(one), across(other));
    (one.lightness - other.lightness).hypot((a - c).hypot(b - d))
}

fn encode(light: Triple) -> Color {
    let [red, green, blue] = light.map(|channel| {
        let channel = channel.clamp(0.0, 1.0);
        let value = if channel <= 0.003_130_8 { channel * 12.92 } else { 1.055 * channel.powf(1.0 / 2.4) - 0.055 };
        (value * 255.0).round() as u8
    });
    Color { red, green, blue }
}

/// sRGB's and Display P3's transfer function (IEC 61966-2-1), the same below 0.
fn decoded(channel: f64) -> f64 {
    let size = channel.abs();
    let light = if size <= 0.04045 { size / 12.92 } else { ((size + 0.055) / 1.055).powf(2.4) };
    light.copysign(channel)
}

fn power(channel: f64, exponent: f64) -> f64 {
    channel.abs().powf(exponent).copysign(channel)
}

fn prophoto(channel: f64) -> f64 {
    if channel.abs() <= 16.0 / 512.0 { channel / 16.0 } else { power(channel, 1.8) }
}

fn hsl([hue, saturation, lightness]: Triple) -> Triple {
    let (saturation, lightness) = (saturation / 100.0, lightness / 100.0);
    let channel = |from: f64| {
        let at = (from + hue / 30.0).rem_euclid(12.0);
        let chroma = saturation * lightness.min(1.0 - lightness);
        lightness - chroma * (at - 3.0).min(9.0 - at).clamp(-1.0, 1.0)
    };
    [channel(0.0), channel(8.0), channel(4.0)]
}

fn hsv([hue, saturation, value]: Triple) -> Triple {
    hwb([hue, (100.0 - saturation) * value / 100.0, 100.0 - value])
}

fn hwb([hue, white, black]: Triple) -> Triple {
    let (white, black) = (white / 100.0, black / 100.0);
    if white + black >= 1.0 {
        return [white / (white + black); 3];
    }
    hsl([hue, 100.0, 50.0]).map(|channel| channel * (1.0 - white - black) + white)
}

/// From lightness, chroma and hue to lightness and two axes.
fn from_polar([lightness, chroma, hue]: Triple) -> Triple {
    let hue = hue.to_radians();
    [lightness, chroma * hue.cos(), chroma * hue.sin()]
}

/// CIE Lab to CIE XYZ, both with the white of D50.
fn lab([lightness, a, b]: Triple) -> Triple {
    const KAPPA: f64 = 24389.0 / 27.0;
    const EPSILON: f64 = 216.0 / 24389.0;
    const WHITE: Triple = [0.3457 / 0.3585, 1.0, (1.0 - 0.3457 - 0.3585) / 0.3585];
    let y = (lightness + 16.0) / 116.0;
    let (x, z) = (y + a / 500.0, y - b / 200.0);
    let of_cube = |root: f64| if root.powi(3) > EPSILON { root.powi(3) } else { (116.0 * root - 16.0) / KAPPA };
    let luminance = if lightness > KAPPA * EPSILON { y.powi(3) } else { lightness / KAPPA };
    [of_cube(x) * WHITE[0], luminance * WHITE[1], of_cube(z) * WHITE[2]]
}

/// Björn Ottosson, "A perceptual color space", 2020.
fn oklab([lightness, a, b]: Triple) -> Triple {
    let cones = [
        lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b,
        lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b,
        lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b,
    ];
    times(&CONES, cones.map(|cone| cone.powi(3)))
}

fn of_d50(xyz: Triple) -> Triple {
    of_xyz(times(&D50_TO_D65, xyz))
}

fn of_xyz(xyz: Triple) -> Triple {
    times(&XYZ_TO_SRGB, xyz)
}

fn times(matrix: &Matrix, [x, y, z]: Triple) -> Triple {
    matrix.map(|row| row[0] * x + row[1] * y + row[2] * z)
}

const CONES: Matrix = [
    [4.076_741_662_1, -3.307_711_591_3, 0.230_969_929_2],
    [-1.268_438_004_6, 2.609_757_401_1, -0.341_319_396_5],
    [-0.004_196_086_3, -0.703_418_614_7, 1.707_614_701_0],
];
const XYZ_TO_SRGB: Matrix = [
    [3.240_969_941_904_522_6, -1.537_383_177_570_094, -0.498_610_760_293_003_4],
    [-0.969_243_636_280_879_6, 1.875_967_501_507_720_2, 0.041_555_057_407_175_59],
    [0.055_630_079_696_993_66, -0.203_976_958_888_976_52, 1.056_971_514_242_878_6],
];
const D50_TO_D65: Matrix = [
    [0.955_473_452_704_218_2, -0.023_098_536_874_261_423, 0.063_259_308_661_021_7],
    [-0.028_369_706_963_208_136, 1.009_995_458_005_822_6, 0.021_041_398_966_943_008],
    [0.012_314_001_688_319_899, -0.020_507_696_433_477_912, 1.330_365_936_608_075_3],
];
const P3: Matrix = [
    [0.486_570_948_648_216_2, 0.265_667_693_169_093_06, 0.198_217_285_234_362_5],
    [0.228_974_564_069_748_8, 0.691_738_521_836_506_4, 0.079_286_914_093_745],
    [0.0, 0.045_113_381_858_902_64, 1.043_944_368_900_976],
];
const A98: Matrix = [
    [0.576_669_042_910_130_5, 0.185_558_237_906_546_3, 0.188_228_646_234_994_7],
    [0.297_344_975_250_536_05, 0.627_363_566_255_466_1, 0.075_291_458_493_997_88],
    [0.027_031_361_386_412_34, 0.070_688_852_535_827_23, 0.991_337_536_837_638_8],
];
const PROPHOTO: Matrix = [
    [0.797_766_644_900_642_3, 0.135_181_297_400_533_08, 0.031_347_734_128_392_2],
    [0.288_074_828_819_401_3, 0.711_835_234_241_873, 0.000_089_936_938_725_64],
    [0.0, 0.0, 0.825_104_602_510_460_2],
];
const REC2020: Matrix = [
    [0.636_958_048_301_291_4, 0.144_616_903_586_208_32, 0.168_880_975_164_172_1],
    [0.262_700_212_011_267_1, 0.677_998_071_518_870_8, 0.059_301_716_469_861_96],
    [0.0, 0.028_072_693_049_087_428, 1.060_985_057_710_791],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_space_reaches_the_same_colour() {
        // As colorjs.io 0.7.1 computes them from sRGB.
        let check = |name: &str, components: Triple, expected: &str| {
            let paint = Space::named(name).unwrap().paint(components);
            assert_eq!((paint.color.to_string().as_str(), paint.is_inside), (expected, true), "{name}");
        };
        CASES.iter().for_each(|(name, components, expected)| check(name, *components, expected));
    }

    #[test]
    fn a_colour_out_of_reach_keeps_its_lightness() {
        let paint = Space::DisplayP3.paint([0.0, 1.0, 0.0]);
        assert!(!paint.is_inside && paint.color.green > 240, "{paint:?}");
        assert_eq!(Space::Lab.paint([f64::NAN, f64::INFINITY, 0.0]).color.to_string(), "#000000");
        Space::Oklch.paint([1e300, -1e300, 1e300]);
    }

    const CASES: [(&str, Triple, &str); 28] = [
        ("srgb", [0.11765, 0.22745, 0.54118], "#1e3a8a"),
        ("srgb-linear", [0.01298, 0.04231, 0.25415], "#1e3a8a"),
        ("hsl", [224.44444, 64.28571, 32.94118], "#1e3a8a"),
        ("hwb", [224.44444, 11.76471, 45.88235], "#1e3a8a"),
        ("lab", [26.34019, 13.76409, -48.67204], "#1e3a8a"),
        ("lch", [26.34019, 50.58080, 285.79051], "#1e3a8a"),
        ("oklab", [0.37906, -0.01076, -0.13734], "#1e3a8a"),
        ("oklch", [0.37906, 0.13776, 265.52219], "#1e3a8a"),
        ("display-p3", [0.14369, 0.22472, 0.52172], "#1e3a8a"),
        ("a98-rgb", [0.17388, 0.23738, 0.52796], "#1e3a8a"),
        ("prophoto-rgb", [0.20276, 0.17942, 0.43679], "#1e3a8a"),
        ("rec2020", [0.24165, 0.26873, 0.54359], "#1e3a8a"),
        ("xyz-d65", [0.06635, 0.05137, 0.24687], "#1e3a8a"),
        ("xyz-d50", [0.05832, 0.04863, 0.18578], "#1e3a8a"),
        ("srgb", [0.96078, 0.61961, 0.04314], "#f59e0b"),
        ("srgb-linear", [0.91310, 0.34191, 0.00335], "#f59e0b"),
        ("hsl", [37.69231, 92.12598, 50.19608], "#f59e0b"),
        ("hwb", [37.69231, 4.31373, 3.92157], "#f59e0b"),
        ("lab", [72.79137, 26.93305, 75.43390], "#f59e0b"),
        ("lch", [72.79137, 80.09783, 70.35132], "#f59e0b"),
        ("oklab", [0.76859, 0.05610, 0.15481], "#f59e0b"),
        ("oklch", [0.76859, 0.16466, 70.08039], "#f59e0b"),
        ("display-p3", [0.91216, 0.63495, 0.23045], "#f59e0b"),
        ("a98-rgb", [0.87759, 0.61386, 0.15799], "#f59e0b"),
        ("prophoto-rgb", [0.75058, 0.59146, 0.20665], "#f59e0b"),
        ("rec2020", [0.85448, 0.66640, 0.28231], "#f59e0b"),
        ("xyz-d65", [0.49942, 0.43893, 0.06159], "#f59e0b"),
        ("xyz-d50", [0.53034, 0.44848, 0.04830], "#f59e0b"),
    ];
}
