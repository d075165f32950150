//! Colours as texts (CSS Color 4).

use planche_model::Color;

use super::named::NAMED;
use crate::space::{Paint, Space};

/// `#rgb`, `#rrggbb` and both with alpha, the functions of CSS Color 4 in both spellings, names; and the channels of
/// `hsl()` alone (`222.2 84% 4.9%`), as Tailwind's themes have them. Nothing that is computed from another colour.
pub fn paint(text: &str) -> Option<Paint> {
    let text = text.trim();
    if let Some(digits) = text.strip_prefix('#') {
        return hex(digits);
    }
    match text.split_once('(') {
        Some((name, rest)) => function(&name.trim().to_ascii_lowercase(), rest.strip_suffix(')')?),
        None => by_name(text).or_else(|| channels(text)),
    }
}

fn hex(digits: &str) -> Option<Paint> {
    let values: Option<Vec<u8>> = digits.chars().map(|digit| Some(digit.to_digit(16)? as u8)).collect();
    let (channels, alpha) = match values?[..] {
        [red, green, blue] => ([red, green, blue].map(|digit| digit * 17), 255),
        [red, green, blue, alpha] => ([red, green, blue].map(|digit| digit * 17), alpha * 17),
        [a, b, c, d, e, f] => ([a * 16 + b, c * 16 + d, e * 16 + f], 255),
        [a, b, c, d, e, f, g, h] => ([a * 16 + b, c * 16 + d, e * 16 + f], g * 16 + h),
        _ => return None,
    };
    let [red, green, blue] = channels;
    Some(Paint { color: Color { red, green, blue }, alpha: f64::from(alpha) / 255.0, is_inside: true })
}

fn by_name(text: &str) -> Option<Paint> {
    let lower = text.to_ascii_lowercase();
    let at = NAMED.binary_search_by_key(&lower.as_str(), |(name, _)| name).ok()?;
    let [_, red, green, blue] = NAMED[at].1.to_be_bytes();
    Some(Paint { color: Color { red, green, blue }, alpha: 1.0, is_inside: true })
}

fn channels(text: &str) -> Option<Paint> {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words[..] {
        [hue, saturation, lightness] if saturation.ends_with('%') && lightness.ends_with('%') => {
            function("hsl", &[hue, saturation, lightness].join(" "))
        }
        _ => None,
    }
}

fn function(name: &str, arguments: &str) -> Option<Paint> {
    let arguments = arguments.replace([',', '/'], " ");
    let mut words: Vec<&str> = arguments.split_whitespace().take(6).collect();
    let space = if name == "color" { Space::named(words.first()?)? } else { space(name)? };
    if name == "color" {
        words.remove(0);
    }
    let alpha = match words.len() {
        3 => 1.0,
        4 => unit(words[3], 1.0)?,
        _ => return None,
    };
    let mut components = [0.0; 3];
    for (component, (word, scale)) in components.iter_mut().zip(words.iter().zip(scales(name))) {
        *component = scale.read(word)?;
    }
    Some(Paint { alpha: alpha.clamp(0.0, 1.0), ..space.paint(components) })
}

/// Of the functions that name their space by themselves.
fn space(name: &str) -> Option<Space> {
    match name {
        "rgb" | "rgba" => Some(Space::Srgb),
        "hsla" => Some(Space::Hsl),
        "hsl" | "hwb" | "lab" | "lch" | "oklab" | "oklch" => Space::named(name),
        _ => None,
    }
}

/// How a component is written.
#[derive(Clone, Copy)]
enum Scale {
    /// 0 to 255, or percent; taken to 0 to 1.
    Byte,
    /// A hue, in degrees or with its unit.
    Hue,
    /// A number that is a percentage, with or without its sign.
    Percent,
    /// A number; 100 % is so much.
    Whole(f64),
}

fn scales(function: &str) -> [Scale; 3] {
    match function {
        "rgb" | "rgba" => [Scale::Byte; 3],
        "hsl" | "hsla" | "hwb" => [Scale::Hue, Scale::Percent, Scale::Percent],
        "lab" => [Scale::Whole(100.0), Scale::Whole(125.0), Scale::Whole(125.0)],
        "lch" => [Scale::Whole(100.0), Scale::Whole(150.0), Scale::Hue],
        "oklab" => [Scale::Whole(1.0), Scale::Whole(0.4), Scale::Whole(0.4)],
        "oklch" => [Scale::Whole(1.0), Scale::Whole(0.4), Scale::Hue],
        _ => [Scale::Whole(1.0); 3],
    }
}

impl Scale {
    fn read(self, word: &str) -> Option<f64> {
        match self {
            _ if word.eq_ignore_ascii_case("none") => Some(0.0),
            Self::Byte => unit(word, 255.0).map(|value| (value / 255.0).clamp(0.0, 1.0)),
            Self::Hue => hue(word),
            Self::Percent => word.trim_end_matches('%').parse().ok(),
            Self::Whole(whole) => unit(word, whole),
        }
    }
}

/// A number, or a percentage of `whole`.
fn unit(word: &str, whole: f64) -> Option<f64> {
    match word.strip_suffix('%') {
        Some(percent) => Some(percent.parse::<f64>().ok()? / 100.0 * whole),
        None => word.parse().ok(),
    }
}

fn hue(word: &str) -> Option<f64> {
    let units = [("grad", 0.9), ("turn", 360.0), ("rad", 180.0 / std::f64::consts::PI), ("deg", 1.0)];
    let found = units.into_iter().find_map(|(unit, degrees)| Some((word.strip_suffix(unit)?, degrees)));
    let (number, degrees) = found.unwrap_or((word, 1.0));
    Some(number.parse::<f64>().ok()? * degrees)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_in_every_spelling() {
        let check = |text: &str, expected: &str| {
            let paint = paint(text).unwrap_or_else(|| panic!("{text} is no colour"));
            let alpha = if paint.alpha < 1.0 { format!(" {:.2}", paint.alpha) } else { String::new() };
            assert_eq!(format!("{}{alpha}", paint.color), expected, "{text}");
        };
        check("#F59", "#ff5599");
        check("#f59e0b80", "#f59e0b 0.50");
        check(" RebeccaPurple ", "#663399");
        check("rgb(30, 58, 138)", "#1e3a8a");
        check("rgba(30 58 138 / 50%)", "#1e3a8a 0.50");
        check("rgb(100% 0% 0%)", "#ff0000");
        check("hsl(224.44deg 64.29% 32.94%)", "#1e3a8a");
        check("hsla(0.5turn, 100%, 50%, 0.25)", "#00ffff 0.25");
        check("222.2 84% 4.9%", "#020817");
        check("hwb(0 20% 30%)", "#b33333");
        check("oklch(0.37906 0.13776 265.52)", "#1e3a8a");
        check("oklch(37.906% 34.44% 265.52)", "#1e3a8a");
        check("oklab(0.76859 0.0561 0.15481)", "#f59e0b");
        check("lab(72.79 26.93 75.43)", "#f59e0b");
        check("lch(none none none)", "#000000");
        check("color(display-p3 0.14369 0.22472 0.52172)", "#1e3a8a");
        check("color(srgb 1 0 0 / 1)", "#ff0000");
    }

    #[test]
    fn what_is_no_colour_is_none() {
        let others = [
            "",
            "#",
            "#12",
            "#é",
            "16px",
            "inherit",
            "transparent",
            "currentColor",
            "rgb(1 2)",
            "rgb(1 2 3",
            "rgb()",
            "color(nothing 1 2 3)",
            "color-mix(in oklab, red, blue)",
            "rgb(from red r g b)",
            "1 2 3",
            "url(#fff)",
        ];
        others.into_iter().for_each(|text| assert_eq!(paint(text), None, "{text}"));
    }
}
