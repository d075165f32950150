//! What single values say.

use super::tree::Tree;
use crate::{
    css,
    space::{Paint, Space},
};

/// A kind of token that a charter has a place for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Color,
    Dimension,
    Family,
    Weight,
    Number,
    Typography,
    Gradient,
    /// Of Tokens Studio, which has more kinds than the format.
    Leading,
    Tracking,
    Size,
    /// Any other.
    Other,
}

impl Kind {
    /// By its `$type`, as the format, Tokens Studio and Penpot write it.
    pub fn named(name: &str) -> Self {
        match name {
            "color" => Self::Color,
            "dimension" => Self::Dimension,
            "fontFamily" | "fontFamilies" => Self::Family,
            "fontWeight" | "fontWeights" => Self::Weight,
            "number" => Self::Number,
            "typography" => Self::Typography,
            "gradient" => Self::Gradient,
            "lineHeight" | "lineHeights" => Self::Leading,
            "letterSpacing" => Self::Tracking,
            "fontSize" | "fontSizes" => Self::Size,
            _ => Self::Other,
        }
    }
}

/// A colour: an object of the format, or a text as CSS has it.
pub fn paint(value: &Tree) -> Option<Paint> {
    if let Some(text) = value.text() {
        return css::paint(text);
    }
    let alpha = value.get("alpha").and_then(Tree::number).unwrap_or(1.0).clamp(0.0, 1.0);
    Some(Paint { alpha, ..of_components(value).or_else(|| css::paint(value.get("hex")?.text()?))? })
}

/// `{ "colorSpace", "components" }` (2025.10, colour module, 4.1); `none` counts as 0.
fn of_components(value: &Tree) -> Option<Paint> {
    let space = Space::named(value.get("colorSpace")?.text()?)?;
    let component = |tree: &Tree| if tree.text() == Some("none") { Some(0.0) } else { tree.number() };
    let components: Option<Vec<f64>> = value.get("components")?.items().iter().map(component).collect();
    Some(space.paint(components?.try_into().ok()?))
}

/// A length, and what it is a length in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Length {
    /// Pixels; a rem is 16 of them, as in browsers.
    Pixels(f64),
    /// Shares of the size of the text.
    Ems(f64),
}

/// `{ "value", "unit" }`, or a text as CSS has it, or a number of pixels as Tokens Studio has it.
pub fn length(value: &Tree) -> Option<Length> {
    match value {
        Tree::Number(number) => Some(Length::Pixels(*number)),
        Tree::Text(text) => {
            let text = text.trim();
            let end = text.find(|character: char| !(character.is_ascii_digit() || ".+-".contains(character)));
            let (number, unit) = text.split_at(end.unwrap_or(text.len()));
            of_unit(number.parse().ok()?, unit.trim())
        }
        _ => of_unit(value.get("value")?.number()?, value.get("unit")?.text()?),
    }
}

fn of_unit(number: f64, unit: &str) -> Option<Length> {
    match unit {
        "px" | "" => Some(Length::Pixels(number)),
        "rem" => Some(Length::Pixels(number * 16.0)),
        "em" => Some(Length::Ems(number)),
        "%" => Some(Length::Ems(number / 100.0)),
        _ => None,
    }
}

/// One family or several, the first one first; a text of several as CSS has it.
pub fn families(value: &Tree) -> Option<Vec<String>> {
    match value {
        Tree::Text(text) => Some(css::families(text)),
        Tree::List(items) => items.iter().map(|item| item.text().map(str::to_owned)).collect(),
        _ => None,
    }
    .filter(|families| !families.is_empty())
}

/// A number, or one of the names of 2025.10, format module, 8.4; Tokens Studio writes "SemiBold" and "Bold Italic".
pub fn weight(value: &Tree) -> Option<f32> {
    if let Some(number) = value.number() {
        return Some(number as f32);
    }
    let text = value.text()?.to_lowercase().replace(['-', ' ', '_'], "");
    let name = text.trim_end_matches("italic").trim_end_matches("oblique");
    Some(match name {
        "thin" | "hairline" => 100.0,
        "extralight" | "ultralight" => 200.0,
        "light" => 300.0,
        "normal" | "regular" | "book" | "" => 400.0,
        "medium" => 500.0,
        "semibold" | "demibold" => 600.0,
        "bold" => 700.0,
        "extrabold" | "ultrabold" => 800.0,
        "black" | "heavy" => 900.0,
        "extrablack" | "ultrablack" => 950.0,
        number => number.parse().ok()?,
    })
}

/// Whether a text is computed from others: `{a} * 2`, `calc(…)`.
pub fn is_expression(value: &Tree) -> bool {
    value.text().is_some_and(|text| text.contains(['{', '}']) || text.contains("calc("))
}
