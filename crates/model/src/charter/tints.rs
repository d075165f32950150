use crate::{Color, Oklch};

/// How light each tint is, from the lightest: the ladder most design systems use.
const LADDER: [f64; 9] = [0.97, 0.93, 0.87, 0.78, 0.68, 0.58, 0.48, 0.38, 0.28];

impl Color {
    /// The same hue from light to dark, nine steps the eye finds even; chroma gives way where sRGB ends, and towards
    /// white and black.
    pub fn tints(self) -> [Self; 9] {
        let source = Oklch::from(self);
        LADDER.map(|lightness| {
            let room = 1.0 - (2.0 * lightness - 1.0).powi(4);
            Oklch { lightness, chroma: source.chroma * room, hue: source.hue }.into()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tints_go_from_light_to_dark_and_keep_the_hue() {
        for text in ["#ef5a33", "#1f3d36", "#c9cb62", "#0000ff"] {
            let color: Color = text.parse().unwrap();
            let tints = color.tints();
            assert!(tints.windows(2).all(|pair| pair[0].luminance() > pair[1].luminance()), "{text}");
            let hue = Oklch::from(tints[5]).hue - Oklch::from(color).hue;
            assert!(hue.abs() < 0.12, "{text}: {hue}");
        }
        let grey: Color = "#777777".parse().unwrap();
        assert!(grey.tints().iter().all(|tint| Oklch::from(*tint).chroma < 0.001));
    }
}
