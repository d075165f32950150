use crate::{
    Color,
    color::{encoded, linear},
};

/// A colour by lightness, chroma and hue, as the eye spaces them (Björn Ottosson, "A perceptual color space", 2020).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Oklch {
    /// 0 is black, 1 is white.
    pub lightness: f64,
    /// 0 is grey; sRGB reaches about 0.32.
    pub chroma: f64,
    /// In radians.
    pub hue: f64,
}

/// Lightness, green to red, blue to yellow.
type Lab = [f64; 3];

impl Color {
    /// How far apart the eye sees two colours: the distance in Oklab, 0 to 1 (CSS Color 4, "deltaEOK").
    pub fn distance(self, other: Self) -> f64 {
        let squares = std::iter::zip(lab(linear_light(self)), lab(linear_light(other))).map(|(a, b)| (a - b).powi(2));
        squares.sum::<f64>().sqrt()
    }

    /// `share` (0 to 1) of this colour over `other`, mixed as the eye sees it.
    #[must_use]
    pub fn over(self, share: f64, other: Self) -> Self {
        let (top, under) = (lab(linear_light(self)), lab(linear_light(other)));
        color(std::array::from_fn(|at| top[at] * share + under[at] * (1.0 - share)))
    }
}

impl Oklch {
    /// The colour of a light of sRGB's primaries, linear, 1 where sRGB ends; it may reach beyond.
    pub fn of_light(light: [f64; 3]) -> Self {
        let [lightness, a, b] = lab(light);
        Self { lightness, chroma: a.hypot(b), hue: b.atan2(a) }
    }
}

impl From<Color> for Oklch {
    fn from(color: Color) -> Self {
        Self::of_light(linear_light(color))
    }
}

impl From<Oklch> for Color {
    /// The nearest colour of that lightness and hue that sRGB holds: chroma gives way first.
    fn from(wanted: Oklch) -> Self {
        let at = |chroma: f64| [wanted.lightness, chroma * wanted.hue.cos(), chroma * wanted.hue.sin()];
        let (mut low, mut high) = (0.0, wanted.chroma);
        if fits(light(at(high))) {
            return color(at(high));
        }
        for _ in 0..20 {
            let middle = (low + high) / 2.0;
            if fits(light(at(middle))) { low = middle } else { high = middle }
        }
        color(at(low))
    }
}

fn fits(light: [f64; 3]) -> bool {
    light.iter().all(|channel| (-1e-4..=1.0 + 1e-4).contains(channel))
}

fn linear_light(color: Color) -> [f64; 3] {
    [color.red, color.green, color.blue].map(linear)
}

fn lab([red, green, blue]: [f64; 3]) -> Lab {
    let [l, m, s] = [
        0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue,
        0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue,
        0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue,
    ]
    .map(f64::cbrt);
    [
        0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
        1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
        0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s,
    ]
}

fn light([lightness, a, b]: Lab) -> [f64; 3] {
    let [l, m, s] = [
        lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b,
        lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b,
        lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b,
    ]
    .map(|cone| cone.powi(3));
    [
        4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
        -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
        -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
    ]
}

fn color(lab: Lab) -> Color {
    let [red, green, blue] = light(lab).map(encoded);
    Color { red, green, blue }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Color {
        text.parse().unwrap()
    }

    #[test]
    fn a_colour_survives_the_trip_through_oklch() {
        for text in ["#000000", "#ffffff", "#1f3d36", "#ef5a33", "#c9cb62", "#0000ff", "#808080"] {
            assert_eq!(Color::from(Oklch::from(parse(text))).to_string(), text);
        }
    }

    #[test]
    fn mixing_agrees_with_browsers() {
        // color-mix(in oklab, A share, B) as Chromium computes it.
        let check = |top: &str, share: f64, under: &str, expected: &str| {
            assert_eq!(parse(top).over(share, parse(under)).to_string(), expected);
        };
        check("#1f3d36", 0.0, "#efebe2", "#efebe2");
        check("#1f3d36", 1.0, "#efebe2", "#1f3d36");
        check("#ffffff", 0.5, "#000000", "#636363");
    }

    #[test]
    fn a_colour_out_of_reach_keeps_its_lightness() {
        let wanted = Oklch { lightness: 0.9, chroma: 0.4, hue: 0.5 };
        assert!((Oklch::from(Color::from(wanted)).lightness - 0.9).abs() < 0.01);
    }
}
