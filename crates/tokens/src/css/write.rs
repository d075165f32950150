//! Custom properties out of a charter.

use std::fmt::Write;

use planche_model::{
    Charter,
    charter::{Colors, Face, Gradient, Role, Swatch},
};

use super::MARK;
use crate::{dtcg::type_role, names};

pub fn write(charter: &Charter) -> String {
    let mut sheet = format!("{MARK}{} */\n:root {{\n", comment(&charter.name));
    let all = [
        colors(&charter.colors),
        gradients(&charter.gradients),
        fonts(charter),
        shapes(charter),
        tints(&charter.colors),
    ];
    for line in all.into_iter().flatten() {
        writeln!(sheet, "  --{line}").expect("a text takes a line");
    }
    sheet + "}\n"
}

/// The six, then the others by number: two of them may have one name.
fn colors(colors: &Colors) -> Vec<String> {
    let line = |name: &str, swatch: &Swatch| format!("color-{name}: {}; /* {} */", swatch.value, comment(&swatch.name));
    let six = Role::ALL.map(|role| line(role.name(), colors.swatch(role)));
    let more = colors.more.iter().zip(1..).map(|(swatch, number)| line(&format!("more-{number}"), swatch));
    six.into_iter().chain(more).collect()
}

/// A comment ends at its own end, and with its line.
fn comment(text: &str) -> String {
    text.replace("*/", "* /").replace(char::is_control, " ")
}

/// Nine of each colour, from 100 (light) to 900 (dark).
fn tints(colors: &Colors) -> Vec<String> {
    let of = |role: Role| {
        let tints = colors.of(role).tints();
        let line = move |(tint, step): (_, u32)| format!("tint-{}-{step}: {tint};", role.name());
        tints.into_iter().zip((100..).step_by(100)).map(line)
    };
    Role::ALL.into_iter().flat_map(of).collect()
}

fn gradients(gradients: &[Gradient]) -> Vec<String> {
    let keys = names::keys(gradients.iter().map(|gradient| gradient.name.as_str()), "gradient");
    let value = |gradient| linear_gradient(gradient, |role| format!("var(--color-{})", role.name()));
    keys.into_iter().zip(gradients).map(|(key, gradient)| format!("gradient-{key}: {};", value(gradient))).collect()
}

/// As CSS Images 4, 3.1 has it.
pub fn linear_gradient(gradient: &Gradient, color: impl Fn(Role) -> String) -> String {
    let stops = gradient.stops.iter().map(|stop| format!(", {} {}%", color(stop.color), round(stop.at * 100.0)));
    format!("linear-gradient({}deg{})", gradient.angle, stops.collect::<String>())
}

/// As many digits as are seen.
fn round(number: f32) -> f64 {
    (f64::from(number) * 1e3).round() / 1e3
}

fn fonts(charter: &Charter) -> Vec<String> {
    let fonts = &charter.fonts;
    let faces = [("title", &fonts.title), ("text", &fonts.text)].into_iter().flat_map(|(name, own)| face(name, own));
    let sizes = fonts.sizes.iter().flat_map(|(role, sizes)| {
        let role = type_role(*role);
        [format!("size-{role}-least: {}px;", sizes.least), format!("size-{role}-most: {}px;", sizes.most)]
    });
    faces.chain(sizes).collect()
}

fn face(name: &str, face: &Face) -> [String; 6] {
    [
        format!("font-{name}: {};", quoted(&face.family)),
        format!("font-{name}-weight: {};", face.weight),
        format!("font-{name}-strong: {};", face.strong),
        format!("font-{name}-stretch: {}%;", face.width),
        format!("font-{name}-tracking: {}em;", face.tracking),
        format!("font-{name}-leading: {};", face.leading),
    ]
}

/// A string (CSS Syntax 3, 4.3.5).
fn quoted(text: &str) -> String {
    let mut string = String::from("\"");
    for character in text.chars().map(|character| if character.is_control() { ' ' } else { character }) {
        if matches!(character, '"' | '\\') {
            string.push('\\');
        }
        string.push(character);
    }
    string + "\""
}

fn shapes(charter: &Charter) -> Vec<String> {
    let shapes = &charter.shapes;
    vec![format!("shape-rule: {}px;", shapes.rule), format!("shape-button: {}em;", shapes.button)]
}
