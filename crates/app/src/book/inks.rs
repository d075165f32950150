use planche_model::{
    Color,
    charter::{Colors, Mood},
};
use planche_scene::Color as Paint;

/// Colours that can be read on one ground, whatever the charter's are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Inks {
    pub ground: Color,
    /// For any words.
    pub words: Color,
    /// For any words that stay behind the others.
    pub quiet: Color,
    /// For large words and for shapes.
    pub accent: Color,
    /// For lines between things.
    pub line: Color,
    /// For the ornament.
    pub motif: Color,
}

/// WCAG 2.2, 1.4.3: what words need, and what large words need.
pub(super) const ENOUGH: f64 = 4.5;
pub(super) const ENOUGH_IF_LARGE: f64 = 3.0;

const BLACK: Color = Color { red: 0, green: 0, blue: 0 };
const WHITE: Color = Color { red: 255, green: 255, blue: 255 };

impl Inks {
    /// The colours of a mood.
    pub fn of(colors: &Colors, mood: Mood) -> Self {
        let palette = colors.palette(mood);
        let inks = Self::on(colors, palette.ground);
        Self { accent: large(palette.accent, inks), motif: under(palette.motif, inks), ..inks }
    }

    /// What can be read on any colour: the charter's ink or its ground, black or white where neither will do.
    pub fn on(colors: &Colors, ground: Color) -> Self {
        let words = best(ground, [colors.ink.value, colors.ground.value]);
        let words = if words.contrast(ground) >= ENOUGH { words } else { best(ground, [BLACK, WHITE]) };
        let quiet = [0.66, 0.74, 0.82, 0.9].map(|share| words.over(share, ground));
        let quiet = quiet.into_iter().find(|quiet| quiet.contrast(ground) >= ENOUGH).unwrap_or(words);
        let line = words.over(0.24, ground);
        Self { ground, words, quiet, accent: words, line, motif: words.over(0.16, ground) }
    }
}

fn best(ground: Color, [one, other]: [Color; 2]) -> Color {
    if one.contrast(ground) >= other.contrast(ground) { one } else { other }
}

fn large(wanted: Color, inks: Inks) -> Color {
    if wanted.contrast(inks.ground) >= ENOUGH_IF_LARGE { wanted } else { inks.words }
}

/// An ornament that words can still be read over.
fn under(wanted: Color, inks: Inks) -> Color {
    let shares = [1.0, 0.75, 0.5, 0.25];
    let shown = shares.into_iter().map(|share| wanted.over(share, inks.ground));
    shown.into_iter().find(|motif| inks.words.contrast(*motif) >= ENOUGH).unwrap_or(inks.ground)
}

/// From the charter's colours to the scene's.
pub(super) fn paint(color: Color) -> Paint {
    Paint::from_rgb8(color.red, color.green, color.blue)
}
