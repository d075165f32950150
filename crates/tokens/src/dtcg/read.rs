//! A palette out of tokens.

use planche_model::charter::{Role, Sizes, TypeRole};

use super::{
    follow::{End, Followed, alias},
    gather::{Token, Tokens},
    own::{self, Own},
    tree::Tree,
    type_styles,
    value::{self, Kind, Length},
};
use crate::{Blend, BlendStop, Palette, ReadError, Reason, names, read::MOST};

/// How many colours may run into each other: nobody draws more.
const MOST_STOPS: usize = 100;

pub fn read(bytes: &[u8]) -> Result<Palette, ReadError> {
    let root = Tree::parse(bytes)?;
    let mut reader = Reader::new(&root)?;
    reader.colors();
    reader.roles();
    reader.gradients();
    reader.sizes();
    reader.shapes();
    type_styles::read(&mut reader);
    reader.leave_out_the_rest();
    Ok(reader.palette)
}

/// A file's tokens, what was made of them, and what is still to be looked at.
pub struct Reader<'a> {
    pub file: Followed<'a>,
    pub palette: Palette,
    /// For each token, whether it has been read or left out.
    pub is_done: Vec<bool>,
    /// For each token that holds a colour, its place in the palette.
    colors: Vec<Option<usize>>,
}

impl<'a> Reader<'a> {
    fn new(root: &'a Tree) -> Result<Self, ReadError> {
        let mut tokens = Tokens::gather(root)?;
        let own: Option<Own> = own::in_corner(root).and_then(|own| own.to());
        let own = own.filter(|own| own.graphics == Own::VERSION);
        let name = own.as_ref().map(|own| own.name.clone());
        let description = || root.get("$description").and_then(Tree::text).map(str::to_owned);
        let palette = Palette {
            name: name.or_else(description).unwrap_or_default(),
            own,
            extensions: std::mem::take(&mut tokens.extensions),
            left_out: std::mem::take(&mut tokens.left_out),
            ..Palette::default()
        };
        let count = tokens.all.len();
        Ok(Self { file: Followed::new(tokens), palette, is_done: vec![false; count], colors: vec![None; count] })
    }

    /// The tokens of a kind that have not been looked at, with their values.
    pub fn of_kind(&self, kind: Kind) -> Vec<usize> {
        (0..self.is_done.len()).filter(|at| !self.is_done[*at] && self.file.kind(*at) == Some(kind)).collect()
    }

    /// A token's value, wherever its alias leads.
    pub fn value(&self, at: usize) -> Option<&Tree> {
        match self.file.end(at) {
            End::At(end) => Some(self.file.token(end).value),
            End::Lost | End::Cycle => None,
        }
    }

    pub fn leave_out(&mut self, at: usize, reason: Reason) {
        self.is_done[at] = true;
        self.palette.leave_out(&self.file.token(at).path.join("."), reason);
    }

    /// What a token is called: the brand's own word in our files, the end of its path in others.
    pub fn name(&self, at: usize) -> String {
        let token = self.file.token(at);
        if self.palette.own.is_none() {
            return names::spoken(&token.path);
        }
        let exact = token.own.as_ref().and_then(|own| own.get("name")).and_then(Tree::text);
        exact.or(token.description).unwrap_or_default().to_owned()
    }

    /// Colours with a value of their own; without a kind, only a text that can be nothing else.
    fn colors(&mut self) {
        for at in 0..self.is_done.len() {
            let is_color = match self.file.kind(at) {
                Some(kind) => kind == Kind::Color,
                None => self.file.token(at).value.text().is_some_and(|text| text.starts_with('#')),
            };
            if is_color && self.file.end(at) == End::At(at) {
                self.color(at);
            }
        }
    }

    fn color(&mut self, at: usize) {
        let token = self.file.token(at);
        let Some(paint) = value::paint(token.value) else {
            let reason = if value::is_expression(token.value) { Reason::Expression } else { Reason::Value };
            return self.leave_out(at, reason);
        };
        self.is_done[at] = true;
        self.colors[at] = Some(self.palette.add(self.name(at), paint));
    }

    /// Aliases of colours say what these are for (`background` → `grey.50`), and say it before names do.
    fn roles(&mut self) {
        let aliases: Vec<usize> =
            (0..self.is_done.len()).filter(|at| alias(self.file.token(*at).value).is_some()).collect();
        for at in aliases {
            let End::At(end) = self.file.end(at) else { continue };
            let Some(color) = self.colors[end] else { continue };
            self.palette.cast(self.role(at), color);
            self.leave_out(at, Reason::Same);
        }
        for at in 0..self.is_done.len() {
            if let Some(color) = self.colors[at] {
                self.palette.cast(self.role(at), color);
            }
        }
    }

    /// In our files the path decides; a colour of `more` may be called anything.
    fn role(&self, at: usize) -> Option<Role> {
        let path = &self.file.token(at).path;
        match path[..] {
            ["color", name] if self.palette.own.is_some() => Role::ALL.into_iter().find(|role| role.name() == name),
            _ if self.palette.own.is_some() => None,
            _ => names::role(path),
        }
    }

    fn gradients(&mut self) {
        for at in self.of_kind(Kind::Gradient) {
            match self.gradient(at) {
                Ok(blend) => {
                    self.is_done[at] = true;
                    self.palette.gradients.push(blend);
                }
                Err(reason) => self.leave_out(at, reason),
            }
        }
    }

    fn gradient(&mut self, at: usize) -> Result<Blend, Reason> {
        let value = self.value(at).ok_or(Reason::Lost)?.clone();
        if value.items().len() > MOST_STOPS {
            return Err(Reason::Range);
        }
        let name = self.name(at);
        let own = self.file.token(at).own.as_ref().and_then(|own| own.get("angle")).and_then(Tree::number);
        let stops: Result<Vec<BlendStop>, Reason> = value.items().iter().map(|stop| self.stop(stop, &name)).collect();
        let stops = stops?;
        let angle = own.map_or(180.0, |angle| angle as f32);
        if stops.len() < 2 { Err(Reason::Value) } else { Ok(Blend { name, angle, stops }) }
    }

    /// A stop's colour is one of the palette, which takes it in when it is not there yet.
    fn stop(&mut self, stop: &Tree, gradient: &str) -> Result<BlendStop, Reason> {
        let (value, holder) = self.file.value(stop.get("color").ok_or(Reason::Value)?)?;
        let (position, _) = self.file.value(stop.get("position").ok_or(Reason::Value)?)?;
        let at = position.number().ok_or(Reason::Value)?.clamp(0.0, 1.0) as f32;
        if let Some(color) = holder.and_then(|holder| self.colors[holder]) {
            return Ok(BlendStop { color, at });
        }
        let paint = value::paint(value).ok_or(Reason::Value)?;
        if self.palette.colors.len() >= MOST {
            return Err(Reason::Range);
        }
        let known = self.palette.colors.iter().position(|swatch| swatch.value == paint.color);
        let color = known.unwrap_or_else(|| self.palette.add(gradient.to_owned(), paint));
        Ok(BlendStop { color, at })
    }

    /// `size.title.least` and `size.title.most`, in px.
    fn sizes(&mut self) {
        for role in TypeRole::ALL {
            let of = |end: &str| format!("size.{}.{end}", super::write::type_role(role));
            let (Some(least), Some(most)) = (self.pixels(&of("least")), self.pixels(&of("most"))) else { continue };
            if (8.0..=600.0).contains(&most.1) && (8.0..=most.1).contains(&least.1) {
                self.palette.sizes.insert(role, Sizes { least: least.1, most: most.1 });
                self.is_done[least.0] = true;
                self.is_done[most.0] = true;
            } else {
                [least.0, most.0].into_iter().for_each(|at| self.leave_out(at, Reason::Range));
            }
        }
    }

    fn shapes(&mut self) {
        self.palette.rule = self.pixels("shape.rule").and_then(|(at, rule)| self.within(at, rule, 40.0));
        let button = self.file.tokens.index.get("shape.button").copied();
        let number = button.and_then(|at| Some((at, self.value(at)?.number()? as f32)));
        self.palette.button = number.and_then(|(at, button)| self.within(at, button, 100.0));
    }

    fn within(&mut self, at: usize, number: f32, most: f32) -> Option<f32> {
        if !(0.0..=most).contains(&number) {
            self.leave_out(at, Reason::Range);
            return None;
        }
        self.is_done[at] = true;
        Some(number)
    }

    fn pixels(&self, path: &str) -> Option<(usize, f32)> {
        let at = *self.file.tokens.index.get(path)?;
        match value::length(self.value(at)?)? {
            Length::Pixels(pixels) => Some((at, pixels as f32)),
            Length::Ems(_) => None,
        }
    }

    fn leave_out_the_rest(&mut self) {
        for at in (0..self.is_done.len()).filter(|at| !self.is_done[*at]).collect::<Vec<_>>() {
            if let Some(reason) = self.why_left(at) {
                self.leave_out(at, reason);
            }
        }
    }

    /// `None` for what we compute from other tokens and write for other programs.
    fn why_left(&self, at: usize) -> Option<Reason> {
        let token: &Token<'_> = self.file.token(at);
        match (self.file.end(at), self.file.kind(at)) {
            _ if token.own.as_ref().and_then(|own| own.get("from")).is_some() => None,
            (End::Lost, _) => Some(Reason::Lost),
            (End::Cycle, _) => Some(Reason::Cycle),
            _ if value::is_expression(token.value) && alias(token.value).is_none() => Some(Reason::Expression),
            (_, None) => Some(Reason::NoKind),
            (_, Some(Kind::Typography | Kind::Family | Kind::Color | Kind::Gradient)) => Some(Reason::Value),
            (_, Some(_)) => Some(Reason::Kind),
        }
    }
}
