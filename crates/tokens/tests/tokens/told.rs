//! What was read, in a few lines.

use planche_tokens::{Palette, Style, read};

/// Reads a file and compares what it holds, a line each: colours with their roles, gradients, styles, sizes, and what
/// was left out.
#[track_caller]
pub fn check(file: impl AsRef<[u8]>, expected: &str) {
    let told = tell(&read(file.as_ref()).expect("the file is read"));
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(told, expected);
}

fn tell(palette: &Palette) -> Vec<String> {
    let name = (!palette.name.is_empty()).then(|| format!("= {}", palette.name));
    let colors = palette.colors.iter().enumerate().map(|(at, swatch)| {
        let roles = palette.roles.iter().filter(|(_, color)| **color == at);
        let roles: String = roles.map(|(role, _)| format!(" @{}", role.name())).collect();
        format!("{} {}{roles}", swatch.value, swatch.name).trim_end().to_owned()
    });
    let gradients = palette.gradients.iter().map(|blend| {
        let stops: String = blend.stops.iter().map(|stop| format!(" {}@{}", stop.color, stop.at)).collect();
        format!("~ {} {}deg{stops}", blend.name, blend.angle)
    });
    let styles = palette.styles.iter().enumerate().map(|(at, style)| {
        let title = if palette.title == Some(at) { " @title" } else { "" };
        let text = if palette.text == Some(at) { " @text" } else { "" };
        format!("T {}{title}{text}", told_style(style))
    });
    let sizes = palette.sizes.iter().map(|(role, sizes)| format!("S {role:?} {}-{}", sizes.least, sizes.most));
    let left = palette.left_out.iter().map(|left| format!("! {} {}", left.reason.code(), left.name));
    name.into_iter().chain(colors).chain(gradients).chain(styles).chain(sizes).chain(left).collect()
}

fn told_style(style: &Style) -> String {
    let parts = [
        ("weight", style.weight),
        ("strong", style.strong),
        ("width", style.width),
        ("tracking", style.tracking),
        ("leading", style.leading),
        ("scale", style.scale),
        ("size", style.size),
    ];
    let parts = parts.into_iter().filter_map(|(name, value)| Some(format!(" {name}={}", value?)));
    format!("{}: {}{}", style.name, style.families.join(", "), parts.collect::<String>())
}
