//! Colours made of others.

use crate::{Color, Oklch};

pub const BLACK: Color = Color { red: 0, green: 0, blue: 0 };
pub const WHITE: Color = Color { red: 255, green: 255, blue: 255 };

/// The hue of `color` at another lightness, with no more chroma than `chroma`.
pub fn shade(color: Color, lightness: f64, chroma: f64) -> Color {
    let source = Oklch::from(color);
    Oklch { lightness, chroma: source.chroma.min(chroma), hue: source.hue }.into()
}

/// `color`, lighter or darker by the least that does; black or white when no other lightness of that hue does.
pub fn nearest(color: Color, does: impl Fn(Color) -> bool) -> Color {
    let source = Oklch::from(color);
    let around = (1..=100).map(f64::from).flat_map(|step| [-step / 100.0, step / 100.0]);
    let inside = around.map(|by| source.lightness + by).filter(|lightness| (0.0..=1.0).contains(lightness));
    let others = inside.map(|lightness| Color::from(Oklch { lightness, ..source }));
    let mut all = std::iter::once(color).chain(others).chain([BLACK, WHITE]);
    all.find(|candidate| does(*candidate)).unwrap_or(color)
}

/// How far a colour is towards orange, the warmest hue.
pub fn warmth(color: Color) -> f64 {
    let Oklch { chroma, hue, .. } = color.into();
    chroma * (hue - 1.0).cos()
}

/// How different two colours look: mostly their hues, a little their lightness.
pub fn apart(one: Color, other: Color) -> f64 {
    let (one, other) = (Oklch::from(one), Oklch::from(other));
    let across =
        one.chroma.powi(2) + other.chroma.powi(2) - 2.0 * one.chroma * other.chroma * (one.hue - other.hue).cos();
    (across.max(0.0) + 0.1 * (one.lightness - other.lightness).powi(2)).sqrt()
}
