//! How words are set: single tokens of a group, and composite ones.

use std::collections::HashMap;

use super::{
    read::Reader,
    tree::Tree,
    value::{self, Kind, Length},
};
use crate::{
    Reason, Style,
    names::{self, Use},
};

pub fn read(reader: &mut Reader<'_>) {
    composites(reader);
    groups(reader);
}

/// `typography` tokens (2025.10, format module, 9.7).
fn composites(reader: &mut Reader<'_>) {
    for at in reader.of_kind(Kind::Typography) {
        // What we write for other programs says nothing new.
        if reader.file.token(at).own.as_ref().and_then(|own| own.get("from")).is_some() {
            continue;
        }
        let (style, used, lost) = composite(reader, at);
        if style.says_nothing() {
            reader.leave_out(at, Reason::Value);
            continue;
        }
        let path = reader.file.token(at).path.join(".");
        lost.into_iter().for_each(|(name, reason)| reader.palette.leave_out(&format!("{path}.{name}"), reason));
        used.into_iter().for_each(|token| reader.is_done[token] = true);
        add(reader, at, style);
    }
}

/// What a composite says, the tokens that say nothing else than a part of it, and what of it cannot be read.
fn composite(reader: &Reader<'_>, at: usize) -> (Style, Vec<usize>, Vec<(&'static str, Reason)>) {
    let mut style = Style { name: reader.name(at), ..Style::default() };
    let (mut used, mut lost) = (Vec::new(), Vec::new());
    let Some(value) = reader.value(at) else { return (style, used, lost) };
    for (name, part) in COMPOSITE {
        let Some(value) = value.get(name) else { continue };
        match reader.file.value(value) {
            Ok((value, holder)) => {
                set(&mut style, part, value);
                used.extend(holder.filter(|_| part != Part::Families));
            }
            Err(reason) => lost.push((name, reason)),
        }
        if !style.holds(part) && lost.last().is_none_or(|(last, _)| *last != name) {
            lost.push((name, Reason::Value));
        }
    }
    (style, used, lost)
}

/// A part of a style. Sizes come first: lengths are read in shares of them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Size,
    Families,
    Weight,
    Strong,
    Width,
    Tracking,
    Leading,
    Scale,
}

const COMPOSITE: [(&str, Part); 5] = [
    ("fontSize", Part::Size),
    ("fontFamily", Part::Families),
    ("fontWeight", Part::Weight),
    ("letterSpacing", Part::Tracking),
    ("lineHeight", Part::Leading),
];

impl Part {
    /// By the last part of a token's path.
    fn named(name: &str) -> Option<Self> {
        Some(match names::key(name).replace('-', "").as_str() {
            "size" | "fontsize" => Self::Size,
            "family" | "fontfamily" => Self::Families,
            "weight" | "fontweight" => Self::Weight,
            "strong" => Self::Strong,
            "width" | "fontwidth" => Self::Width,
            "tracking" | "letterspacing" => Self::Tracking,
            "leading" | "lineheight" => Self::Leading,
            "scale" => Self::Scale,
            _ => return None,
        })
    }
}

fn set(style: &mut Style, part: Part, value: &Tree) {
    let number = || value.number().map(|number| number as f32);
    match part {
        Part::Size => style.size = pixels(value),
        Part::Families => style.families = value::families(value).unwrap_or_default(),
        Part::Weight => style.weight = value::weight(value),
        Part::Strong => style.strong = value::weight(value),
        Part::Width => style.width = number(),
        Part::Scale => style.scale = number(),
        Part::Tracking => style.tracking = tracking(value, style.size),
        Part::Leading => style.leading = leading(value, style.size),
    }
}

fn pixels(value: &Tree) -> Option<f32> {
    match value::length(value)? {
        Length::Pixels(pixels) => Some(pixels as f32),
        Length::Ems(_) => None,
    }
}

/// In em: our own number, a share of the size, or a length over the size.
fn tracking(value: &Tree, size: Option<f32>) -> Option<f32> {
    match (value, value::length(value)?) {
        (Tree::Number(number), _) => Some(*number as f32),
        (_, Length::Ems(ems)) => Some(ems as f32),
        (_, Length::Pixels(0.0)) => Some(0.0),
        (_, Length::Pixels(pixels)) => size.map(|size| pixels as f32 / size),
    }
}

/// In em; a number alone is a share of the size, in the format as in CSS.
fn leading(value: &Tree, size: Option<f32>) -> Option<f32> {
    match (value, value::length(value)?) {
        (Tree::Number(number), _) => Some(*number as f32),
        (Tree::Text(text), Length::Pixels(number)) if text.trim().parse::<f64>().is_ok() => Some(number as f32),
        (_, Length::Ems(ems)) => Some(ems as f32),
        (_, Length::Pixels(pixels)) => size.map(|size| pixels as f32 / size),
    }
}

/// A group with one family is a style; what else it says of type completes it. Other families are styles by themselves.
fn groups(reader: &mut Reader<'_>) {
    let families = reader.of_kind(Kind::Family);
    let mut of_group: HashMap<Vec<&str>, usize> = HashMap::new();
    for at in &families {
        *of_group.entry(parent(reader, *at)).or_default() += 1;
    }
    let alone: Vec<(usize, bool)> = families.iter().map(|at| (*at, of_group[&parent(reader, *at)] == 1)).collect();
    let mut siblings: HashMap<Vec<&str>, Vec<usize>> = HashMap::new();
    for at in (0..reader.is_done.len()).filter(|at| !reader.is_done[*at]) {
        siblings.entry(parent(reader, at)).or_default().push(at);
    }
    let parts: Vec<_> = alone
        .into_iter()
        .map(|(at, is_alone)| {
            (at, if is_alone { siblings.remove(&parent(reader, at)).unwrap_or_default() } else { vec![at] })
        })
        .collect();
    drop(siblings);
    for (at, parts) in parts {
        group(reader, at, &parts);
    }
}

fn parent<'a>(reader: &Reader<'a>, at: usize) -> Vec<&'a str> {
    let path = &reader.file.token(at).path;
    path[..path.len().saturating_sub(1)].to_vec()
}

fn group(reader: &mut Reader<'_>, at: usize, parts: &[usize]) {
    let mut style = Style { name: reader.name(at), ..Style::default() };
    let mut named: Vec<(Part, usize)> =
        parts.iter().filter_map(|part| Some((part_of(reader, *part, at)?, *part))).collect();
    named.sort_by_key(|(part, _)| *part != Part::Size);
    for (part, token) in &named {
        if let Some(value) = reader.value(*token) {
            set(&mut style, *part, value);
        }
    }
    let own = reader.file.token(at).own.as_ref();
    let exact = own.and_then(|own| own.get("family")).and_then(Tree::text);
    if let Some(exact) = exact {
        style.families = vec![exact.to_owned()];
    }
    style.files = own.and_then(|own| own.get("files")).and_then(Tree::to).unwrap_or_default();
    style.licence = own.and_then(|own| own.get("licence")).and_then(Tree::text).unwrap_or_default().to_owned();
    if style.families.is_empty() {
        return reader.leave_out(at, Reason::Value);
    }
    for (part, token) in named.into_iter().filter(|(_, token)| *token != at) {
        match style.holds(part) {
            true => reader.is_done[token] = true,
            false => reader.leave_out(token, Reason::Value),
        }
    }
    add(reader, at, style);
}

/// Which part of the style a token of its group is; the family is told by its kind.
fn part_of(reader: &Reader<'_>, token: usize, family: usize) -> Option<Part> {
    if token == family {
        return Some(Part::Families);
    }
    Part::named(reader.file.token(token).path.last()?).filter(|part| *part != Part::Families)
}

fn add(reader: &mut Reader<'_>, at: usize, mut style: Style) {
    reader.is_done[at] = true;
    if !style.hold() {
        reader.palette.leave_out(&reader.file.token(at).path.join("."), Reason::Range);
    }
    let place = reader.palette.styles.len();
    match names::purpose(&reader.file.token(at).path) {
        Some(Use::Title) => reader.palette.title.get_or_insert(place),
        Some(Use::Text) => reader.palette.text.get_or_insert(place),
        None => &mut 0,
    };
    reader.palette.styles.push(style);
}

impl Style {
    fn says_nothing(&self) -> bool {
        *self == Self { name: self.name.clone(), ..Self::default() }
    }

    fn holds(&self, part: Part) -> bool {
        match part {
            Part::Size => self.size.is_some(),
            Part::Families => !self.families.is_empty(),
            Part::Weight => self.weight.is_some(),
            Part::Strong => self.strong.is_some(),
            Part::Width => self.width.is_some(),
            Part::Tracking => self.tracking.is_some(),
            Part::Leading => self.leading.is_some(),
            Part::Scale => self.scale.is_some(),
        }
    }

    /// Forgets what no charter may hold; whether there was nothing to forget.
    fn hold(&mut self) -> bool {
        let ranges = [
            (&mut self.weight, 1.0, 1000.0),
            (&mut self.strong, 1.0, 1000.0),
            (&mut self.width, 25.0, 200.0),
            (&mut self.tracking, -0.5, 2.0),
            (&mut self.leading, 0.7, 2.5),
            (&mut self.scale, 0.4, 2.0),
        ];
        ranges.into_iter().fold(true, |held, (value, low, high)| {
            let is_held = value.is_none_or(|value| (low..=high).contains(&value));
            *value = value.filter(|_| is_held);
            held && is_held
        })
    }
}
