use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Charter, Colors, Face, Fonts, Logo, Mood, PictureShape, Rules, Shapes, Swatch, Treatment};
use crate::{Color, Layout, Oklch, editorial::Editorial};

/// Two typefaces that go together, with how each is set: an entry of `assets/fonts/pairs.json`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FontPair {
    /// Its name, stable.
    pub id: String,
    /// For titles.
    pub title: Face,
    /// For text.
    pub text: Face,
}

/// How light a page's ground is and how dark its ink: far enough apart for any hue to give 10 to 1.
const GROUND_LIGHTNESS: f64 = 0.955;
const INK_LIGHTNESS: f64 = 0.27;

impl Charter {
    /// A first charter from what a person knows on the first day: a name, two colours, a pair of fonts, a logo.
    pub fn from_two_colors(
        name: &str,
        tagline: &str,
        [first, second]: [Color; 2],
        pair: &FontPair,
        logo: Option<Logo>,
    ) -> Self {
        Self {
            planche: Self::VERSION.to_owned(),
            name: name.trim().to_owned(),
            tagline: tagline.trim().to_owned(),
            language: "fr".to_owned(),
            template: "atelier".to_owned(),
            colors: Colors::from_two(first, second),
            gradients: Vec::new(),
            fonts: Fonts { title: pair.title.clone(), text: pair.text.clone(), sizes: BTreeMap::new() },
            shapes: Shapes { picture: PictureShape::Arch, rule: 3.0, button: 100.0 },
            photographs: Treatment::default(),
            moods: default_moods(),
            logo,
            motif: None,
            editorial: Editorial::default(),
            rules: Rules::default(),
        }
    }
}

impl Colors {
    /// Six roles from two colours: the first speaks loudest, the second answers.
    pub fn from_two(first: Color, second: Color) -> Self {
        let ground = shade(first, GROUND_LIGHTNESS, 0.012);
        Self {
            ink: swatch("Encre", shade(first, INK_LIGHTNESS, 0.05)),
            accent: swatch("Accent", legible_on(ground, first)),
            vivid: swatch("Vif", first),
            soft: swatch("Doux", shade(second, 0.83, 0.08)),
            cool: swatch("Frais", shade(second, 0.72, 0.05)),
            ground: swatch("Fond", ground),
            more: Vec::new(),
        }
    }
}

fn swatch(name: &str, value: Color) -> Swatch {
    Swatch { name: name.to_owned(), value }
}

/// The hue of `color` at another lightness, with no more chroma than `chroma`.
fn shade(color: Color, lightness: f64, chroma: f64) -> Color {
    let source = Oklch::from(color);
    Oklch { lightness, chroma: source.chroma.min(chroma), hue: source.hue }.into()
}

/// `color`, darkened until small words in it can be read on `ground` (WCAG 2.2, 1.4.3: 4.5 to 1).
fn legible_on(ground: Color, color: Color) -> Color {
    let source = Oklch::from(color);
    let darker = |step: i32| Color::from(Oklch { lightness: source.lightness - f64::from(step) * 0.02, ..source });
    (0..50).map(darker).find(|candidate| candidate.contrast(ground) >= 4.5).unwrap_or(Color {
        red: 0,
        green: 0,
        blue: 0,
    })
}

fn default_moods() -> BTreeMap<Layout, Vec<Mood>> {
    BTreeMap::from([
        (Layout::Cover, vec![Mood::Ground]),
        (Layout::Point, vec![Mood::Ground, Mood::Soft]),
        (Layout::List, vec![Mood::Ground]),
        (Layout::Quote, vec![Mood::Ink]),
        (Layout::Number, vec![Mood::Vivid]),
        (Layout::Person, vec![Mood::Soft]),
        (Layout::Call, vec![Mood::Ground]),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_two_colours_give_words_that_can_be_read() {
        for first in ["#000000", "#ffffff", "#ff0000", "#ffff00", "#00ff00", "#0000ff", "#808080", "#1f3d36"] {
            let colors = Colors::from_two(first.parse().unwrap(), "#ff00ff".parse().unwrap());
            for mood in [Mood::Ground, Mood::Ink, Mood::Vivid, Mood::Soft, Mood::Cool] {
                let palette = colors.palette(mood);
                let ratio = palette.ink.contrast(palette.ground);
                assert!(ratio >= 3.5, "{first} {mood:?}: {ratio}");
            }
            assert!(colors.accent.value.contrast(colors.ground.value) >= 4.5, "{first}");
        }
    }
}
