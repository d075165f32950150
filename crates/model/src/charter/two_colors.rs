use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Charter, Colors, Face, Fonts, Logo, Mood, PictureShape, Rules, Shapes, Treatment};
use crate::{Color, Layout, editorial::Editorial};

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
