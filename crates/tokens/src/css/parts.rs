//! Properties that complete others: `--font-title-weight` says more of `--font-title`.

use planche_model::charter::{Sizes, TypeRole};

use crate::{Palette, Style, dtcg::type_role};

/// Takes in what a property of that name says of the style whose name comes before the last hyphen.
pub fn complete(style: &mut Style, part: &str, value: &str) -> Option<()> {
    let (field, number, (low, high)) = match part {
        "weight" => (&mut style.weight, number(value, "")?, (1.0, 1000.0)),
        "strong" => (&mut style.strong, number(value, "")?, (1.0, 1000.0)),
        "stretch" => (&mut style.width, number(value, "%")?, (25.0, 200.0)),
        "tracking" => (&mut style.tracking, number(value, "em")?, (-0.5, 2.0)),
        "leading" => (&mut style.leading, number(value, "")?, (0.7, 2.5)),
        _ => return None,
    };
    *field = Some(number).filter(|number| (low..=high).contains(number));
    field.map(|_| ())
}

/// Takes in `--shape-rule` and `--shape-button`.
pub fn shape(palette: &mut Palette, name: &str, value: &str) -> Option<()> {
    let (field, number, most) = match name {
        "shape-rule" => (&mut palette.rule, number(value, "px")?, 40.0),
        "shape-button" => (&mut palette.button, number(value, "em")?, 100.0),
        _ => return None,
    };
    *field = Some(number).filter(|number| (0.0..=most).contains(number));
    field.map(|_| ())
}

/// Which words the two ends of `--size-title-least` and `--size-title-most` are for, and how large these may be.
pub fn sizes<'a>(of: impl Fn(&str) -> Option<&'a str>) -> Vec<(TypeRole, Sizes)> {
    let end = |role: TypeRole, end: &str| number(of(&format!("size-{}-{end}", type_role(role)))?, "px");
    let found = TypeRole::ALL.into_iter().filter_map(|role| {
        let sizes = Sizes { least: end(role, "least")?, most: end(role, "most")? };
        Some((role, sizes))
    });
    let is_held = |sizes: &Sizes| 8.0 <= sizes.least && sizes.least <= sizes.most && sizes.most <= 600.0;
    found.filter(|(_, sizes)| is_held(sizes)).collect()
}

fn number(value: &str, unit: &str) -> Option<f32> {
    value.strip_suffix(unit)?.parse().ok()
}
