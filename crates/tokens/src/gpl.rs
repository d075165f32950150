//! GIMP's palettes (GIMP, `app/core/gimppalette-load.c`): `GIMP Palette`, `Name:`, `Columns:`, comments after `#`,
//! then a colour a line: red, green and blue in decimal, and what it is called. Aseprite adds `Channels: RGBA` and a
//! fourth number.

use planche_model::{
    Charter,
    charter::{Role, Swatch},
};

use crate::{
    Palette, ReadError, Reason, names,
    read::MOST,
    space::{Paint, Space},
};

pub const SIGNATURE: &str = "GIMP Palette";
/// Before the roles of the first colours, in a comment that other programs pass over.
const ROLES: &str = "# fr.planche roles:";

pub fn read(text: &str) -> Result<Palette, ReadError> {
    let mut palette = Palette::default();
    let mut roles = None;
    let mut has_alpha = false;
    for line in text.lines().skip(1) {
        match line.split_once(':') {
            Some(("Name", name)) => palette.name = name.trim().to_owned(),
            Some(("Columns", _)) => {}
            Some(("Channels", channels)) => has_alpha = channels.trim() == "RGBA",
            _ if line.starts_with(ROLES) => roles = Some(&line[ROLES.len()..]),
            _ if line.starts_with('#') || line.trim().is_empty() => {}
            _ => read_color(&mut palette, line, has_alpha),
        }
        if palette.colors.len() + palette.left_out.len() > MOST {
            return Err(ReadError::TooMany);
        }
    }
    cast(&mut palette, roles);
    Ok(palette)
}

fn read_color(palette: &mut Palette, line: &str, has_alpha: bool) {
    let Some((numbers, name)) = numbers(line, if has_alpha { 4 } else { 3 }) else {
        return palette.leave_out(line.trim(), Reason::Value);
    };
    let share = |at: usize| f64::from(numbers[at]) / 255.0;
    let alpha = if has_alpha { share(3) } else { 1.0 };
    let paint = Paint { alpha, ..Space::Srgb.paint([share(0), share(1), share(2)]) };
    palette.add(name.to_owned(), paint);
}

/// As many numbers of 0 to 255, and what follows them.
fn numbers(line: &str, count: usize) -> Option<([u8; 4], &str)> {
    let mut numbers = [0; 4];
    let mut rest = line;
    for number in numbers.iter_mut().take(count) {
        rest = rest.trim_start();
        let end = rest.find(|character: char| !character.is_ascii_digit()).unwrap_or(rest.len());
        *number = rest[..end].parse().ok()?;
        rest = &rest[end..];
    }
    Some((numbers, rest.trim()))
}

/// Our own files say the roles; in others the names may.
fn cast(palette: &mut Palette, roles: Option<&str>) {
    let said: Vec<Option<Role>> = match roles {
        Some(roles) => {
            roles.split_whitespace().map(|name| Role::ALL.into_iter().find(|role| role.name() == name)).collect()
        }
        None => palette.colors.iter().map(|swatch| names::role(&[&swatch.name])).collect(),
    };
    for (at, role) in said.into_iter().enumerate().take(palette.colors.len()) {
        palette.cast(role, at);
    }
}

pub fn write(charter: &Charter) -> String {
    let colors = &charter.colors;
    let roles = Role::ALL.map(Role::name).join(" ");
    let lines = Role::ALL.map(|role| colors.swatch(role)).into_iter().chain(&colors.more).map(line);
    format!(
        "{SIGNATURE}\nName: {}\nColumns: 6\n{ROLES} {roles}\n#\n{}",
        on_a_line(&charter.name),
        lines.collect::<String>()
    )
}

fn line(Swatch { name, value }: &Swatch) -> String {
    let name = on_a_line(name);
    format!("{:3} {:3} {:3}\t{name}\n", value.red, value.green, value.blue)
}

/// A name ends with its line.
fn on_a_line(name: &str) -> String {
    name.replace(char::is_control, " ")
}
