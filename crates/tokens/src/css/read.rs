//! A palette out of custom properties.

use std::collections::HashMap;

use planche_model::charter::{Role, TypeRole};

use super::{
    MARK,
    color::paint,
    parts,
    scan::{Declaration, declarations},
};
use crate::{
    Palette, ReadError, Reason, Style,
    dtcg::type_role,
    names::{self, Use},
    read::MOST,
};

/// How many aliases may lead from one to the next.
const LONGEST_CHAIN: usize = 64;

/// Whether a file has a custom property; text that is no style sheet has none.
pub fn is_css(bytes: &[u8]) -> bool {
    !bytes.contains(&0) && declarations(&String::from_utf8_lossy(bytes)).next().is_some()
}

pub fn read(text: &str) -> Result<Palette, ReadError> {
    let mut sheet = Sheet::default();
    for declaration in declarations(text) {
        sheet.take(declaration);
        if sheet.all.len() + sheet.palette.left_out.len() > MOST {
            return Err(ReadError::TooMany);
        }
    }
    if let Some(name) = text.trim_start().strip_prefix(MARK).and_then(|rest| rest.split_once("*/")) {
        sheet.is_ours = true;
        name.0.trim().clone_into(&mut sheet.palette.name);
    }
    sheet.colors();
    sheet.others();
    Ok(sheet.palette)
}

#[derive(Default)]
struct Sheet<'a> {
    /// Each name once.
    all: Vec<Declaration<'a>>,
    index: HashMap<&'a str, usize>,
    /// For each property, the place of the colour that it holds itself.
    colors: Vec<Option<usize>>,
    palette: Palette,
    is_ours: bool,
}

impl<'a> Sheet<'a> {
    fn take(&mut self, declaration: Declaration<'a>) {
        match self.index.get(declaration.name) {
            Some(at) if self.all[*at].value == declaration.value => {}
            Some(_) => self.palette.leave_out(declaration.name, Reason::Overridden),
            None => {
                self.index.insert(declaration.name, self.all.len());
                self.all.push(declaration);
            }
        }
    }

    /// Colours first, then the aliases that say what they are for.
    fn colors(&mut self) {
        for at in 0..self.all.len() {
            let Declaration { name, value, comment } = self.all[at];
            let is_tint = self.is_ours && name.starts_with("tint-");
            let found = paint(value).filter(|_| !is_tint);
            let called = if self.is_ours { comment.unwrap_or_default().to_owned() } else { names::spoken(&[name]) };
            let place = found.map(|paint| self.palette.add(called, paint));
            self.colors.push(place);
        }
        for at in 0..self.all.len() {
            if alias(self.all[at].value).is_some()
                && let Ok(color) = self.target(at)
            {
                self.palette.cast(self.role(at), color);
                self.palette.leave_out(self.all[at].name, Reason::Same);
            }
        }
        for at in 0..self.all.len() {
            if let Some(color) = self.colors[at] {
                self.palette.cast(self.role(at), color);
            }
        }
    }

    fn role(&self, at: usize) -> Option<Role> {
        let name = self.all[at].name;
        match name.strip_prefix("color-") {
            Some(name) if self.is_ours => Role::ALL.into_iter().find(|role| role.name() == name),
            _ if self.is_ours => None,
            _ => names::role(&[name]),
        }
    }

    /// The colour that a chain of aliases ends at.
    fn target(&self, mut at: usize) -> Result<usize, Reason> {
        for _ in 0..LONGEST_CHAIN {
            if let Some(color) = self.colors[at] {
                return Ok(color);
            }
            let name = alias(self.all[at].value).ok_or(Reason::Kind)?;
            at = *self.index.get(name).ok_or(Reason::Lost)?;
        }
        Err(Reason::Cycle)
    }

    /// What is no colour: typefaces, what completes them, sizes, shapes; the rest is left out.
    fn others(&mut self) {
        let styles = self.styles();
        let sizes = parts::sizes(|name| self.index.get(name).map(|at| self.all[*at].value));
        self.palette.sizes.extend(sizes);
        for at in 0..self.all.len() {
            let is_tint = self.is_ours && self.all[at].name.starts_with("tint-");
            let is_read = self.colors[at].is_some() || is_tint || styles.contains_key(self.all[at].name);
            if !is_read && !self.is_size(at) && !self.complete(at, &styles) {
                self.leave_out(at);
            }
        }
    }

    /// Every typeface, by its property's name.
    fn styles(&mut self) -> HashMap<&'a str, usize> {
        let mut styles = HashMap::new();
        for at in 0..self.all.len() {
            let Declaration { name, value, .. } = self.all[at];
            if self.colors[at].is_none()
                && let Some(style) = self.style(name, value)
            {
                styles.insert(name, self.palette.styles.len());
                self.add_style(name, style);
            }
        }
        styles
    }

    /// Whether a property is an end of sizes that were read.
    fn is_size(&self, at: usize) -> bool {
        let is_end = |role: &TypeRole, end: &str| self.all[at].name == format!("size-{}-{end}", type_role(*role));
        self.palette.sizes.keys().any(|role| is_end(role, "least") || is_end(role, "most"))
    }

    fn complete(&mut self, at: usize, styles: &HashMap<&str, usize>) -> bool {
        let Declaration { name, value, .. } = self.all[at];
        let style = name.rsplit_once('-').and_then(|(style, part)| Some((*styles.get(style)?, part)));
        match style {
            Some((style, part)) => parts::complete(&mut self.palette.styles[style], part, value).is_some(),
            None => parts::shape(&mut self.palette, name, value).is_some(),
        }
    }

    /// `--font-title: "Fraunces", serif`: a name of fonts that says nothing of sizes and weights.
    fn style(&self, name: &str, value: &str) -> Option<Style> {
        let key = names::key(name);
        let words: Vec<&str> = key.split('-').collect();
        let is_family = words.iter().any(|word| ["font", "police", "typeface"].contains(word))
            && !words.iter().any(|word| OTHER_PARTS.contains(word));
        let is_quoted = value.starts_with(['"', '\'']);
        let is_list = is_quoted || (value.starts_with(char::is_alphabetic) && !value.contains('('));
        let families = if is_family && is_list { families(value) } else { Vec::new() };
        (!families.is_empty()).then(|| Style { name: names::spoken(&[name]), families, ..Style::default() })
    }

    fn add_style(&mut self, name: &str, style: Style) {
        let place = self.palette.styles.len();
        match names::purpose(&[name]) {
            Some(Use::Title) => self.palette.title.get_or_insert(place),
            Some(Use::Text) => self.palette.text.get_or_insert(place),
            None => &mut 0,
        };
        self.palette.styles.push(style);
    }

    /// Aliases of colours have been told already.
    fn leave_out(&mut self, at: usize) {
        let Declaration { name, value, .. } = self.all[at];
        let reason = match alias(value) {
            Some(_) => match self.target(at) {
                Ok(_) => return,
                Err(reason) => reason,
            },
            None if is_computed(value) => Reason::Expression,
            None if value.starts_with('#') => Reason::Value,
            None => Reason::Kind,
        };
        self.palette.leave_out(name, reason);
    }
}

/// Parts of type that are no family.
const OTHER_PARTS: [&str; 11] = [
    "size",
    "weight",
    "strong",
    "spacing",
    "leading",
    "tracking",
    "height",
    "feature",
    "style",
    "stretch",
    "variation",
];

/// The name in `var(--name)`; what stands behind it in case it is lost is not read.
fn alias(value: &str) -> Option<&str> {
    let inside = value.strip_prefix("var(")?.strip_suffix(')')?;
    let name = inside.split(',').next()?.trim().strip_prefix("--")?;
    (!name.contains(['(', ')'])).then_some(name)
}

fn is_computed(value: &str) -> bool {
    ["calc(", "color-mix(", "from ", "var(", "light-dark(", "clamp(", "min(", "max("]
        .iter()
        .any(|sign| value.contains(sign))
}

/// The families of a list (CSS Fonts 4, 2.1): between commas, in quotes or not.
pub fn families(value: &str) -> Vec<String> {
    let mut families = Vec::new();
    let mut quote = None;
    let mut family = String::new();
    let mut characters = value.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => family.extend(characters.next()),
            _ if quote == Some(character) => quote = None,
            '"' | '\'' if quote.is_none() => quote = Some(character),
            ',' if quote.is_none() => families.push(std::mem::take(&mut family)),
            other => family.push(other),
        }
    }
    families.push(family);
    families.into_iter().map(|family| family.trim().to_owned()).filter(|family| !family.is_empty()).collect()
}
