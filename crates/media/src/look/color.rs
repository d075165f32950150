/// A colour as eyes compare colours: near ones look alike (Björn Ottosson, "A perceptual color space for image
/// processing").
#[derive(Clone, Copy, Debug, Default)]
pub struct Oklab {
    /// From 0, black, to 1, white.
    light: f32,
    /// Green to red.
    a: f32,
    /// Blue to yellow.
    b: f32,
}

impl Oklab {
    /// Of levels of sRGB.
    pub fn of_srgb(levels: [f32; 3]) -> Self {
        let [red, green, blue] = levels.map(|level| linear(level / 255.0));
        let long = (0.412_221_46 * red + 0.536_332_55 * green + 0.051_445_995 * blue).cbrt();
        let medium = (0.211_903_5 * red + 0.680_699_5 * green + 0.107_396_96 * blue).cbrt();
        let short = (0.088_302_46 * red + 0.281_718_85 * green + 0.629_978_7 * blue).cbrt();
        Self {
            light: 0.210_454_26 * long + 0.793_617_8 * medium - 0.004_072_047 * short,
            a: 1.977_998_5 * long - 2.428_592_2 * medium + 0.450_593_7 * short,
            b: 0.025_904_037 * long + 0.782_771_77 * medium - 0.808_675_77 * short,
        }
    }

    /// How unlike two colours look; black and white are 1 apart.
    pub fn distance(self, other: Self) -> f32 {
        let (light, a, b) = (self.light - other.light, self.a - other.a, self.b - other.b);
        (light * light + a * a + b * b).sqrt()
    }

    /// How far from grey.
    pub fn chroma(self) -> f32 {
        self.a.hypot(self.b)
    }
}

/// The light of a level of sRGB, both from 0 to 1 (IEC 61966-2-1).
fn linear(level: f32) -> f32 {
    if level <= 0.040_45 { level / 12.92 } else { ((level + 0.055) / 1.055).powf(2.4) }
}
