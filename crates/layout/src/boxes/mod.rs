//! An arrangement filled with a page's words: the tree that flows, then is painted.

mod build;
mod panel;
mod slots;

use std::sync::Arc;

use planche_model::{
    charter::Palette,
    template::{self, Direction, Frame, Outline, Tone, ToneRole},
};
use planche_scene::{Color, Mark, Shadow};

pub(crate) use build::Builder;
pub(crate) use panel::{Ground, Panel};

use crate::text::TextBox;

/// A box of the page and what is in it.
pub(crate) struct Node {
    pub frame: Frame,
    /// How its children follow each other.
    pub stack: template::Stack,
    pub paint: Paint,
    pub mark: Option<Mark>,
    pub children: Vec<Self>,
}

/// What a box shows of itself.
pub(crate) enum Paint {
    Nothing,
    Panel(Panel),
    Text(Box<TextBox>),
    Picture { radii: [f32; 4], mask: Option<Outline>, shadow: Option<Shadow> },
    Shape { outline: Outline, color: Color, line: Option<f32> },
    Rule(Color),
    Button { fill: Color, radius: f32, address: Arc<str> },
    Mark { color: Color },
    Arrow { color: Color, size: f32 },
    Scale(Scale),
}

/// Points on a line, each at its figure.
pub(crate) struct Scale {
    pub points: Vec<ScalePoint>,
    pub color: Color,
    pub faint: Color,
}

pub(crate) struct ScalePoint {
    /// Between 0 and 1, along the line.
    pub at: f64,
    pub text: TextBox,
}

/// The parts of a page that an arrangement may or may not show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    Title,
    Kicker,
    Body,
    Quote,
    Author,
    Items,
    Link,
    Picture,
}

impl Part {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Kicker => "kicker",
            Self::Body => "body",
            Self::Quote => "quote",
            Self::Author => "author",
            Self::Items => "items",
            Self::Link => "link",
            Self::Picture => "picture",
        }
    }
}

/// What a logo shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LogoKind {
    /// A sign; the name stands beside it.
    Sign,
    /// The name itself.
    Wordmark,
}

/// From the charter's colours to the scene's.
pub(crate) trait ToScene {
    fn paint(self) -> Color;
}

impl ToScene for planche_model::Color {
    fn paint(self) -> Color {
        Color::from_rgb8(self.red, self.green, self.blue)
    }
}

/// A template's colour in the colours at hand.
pub(crate) fn tone(tone: Tone, palette: Palette) -> Color {
    color_of(tone.role, palette).over(f64::from(tone.share), palette.ground).paint()
}

fn color_of(role: ToneRole, palette: Palette) -> planche_model::Color {
    match role {
        ToneRole::Ground => palette.ground,
        ToneRole::Ink => palette.ink,
        ToneRole::Accent => palette.accent,
        ToneRole::Motif => palette.motif,
    }
}

fn container(frame: Frame, stack: template::Stack, children: Vec<Node>) -> Node {
    Node { frame, stack, paint: Paint::Nothing, mark: None, children }
}

fn leaf(frame: Frame, paint: Paint) -> Node {
    Node {
        frame,
        stack: template::Stack { direction: Direction::Column, ..template::Stack::default() },
        paint,
        mark: None,
        children: Vec::new(),
    }
}

fn artifact(frame: Frame, paint: Paint) -> Node {
    Node { mark: Some(Mark::Artifact), ..leaf(frame, paint) }
}
