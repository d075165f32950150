//! An arrangement filled with a page's words: the tree that flows, then is painted.

mod build;
mod slots;

use std::sync::Arc;

use planche_model::{
    charter::Palette,
    template::{self, Direction, Fade, Frame, Outline, Tone, ToneRole},
};
use planche_scene::{Color, Mark};

pub(crate) use build::Builder;

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
    Picture { radii: [f32; 4], mask: Option<Outline> },
    Shape { outline: Outline, color: Color, line: Option<f32> },
    Rule(Color),
    Button { fill: Color, radius: f32, address: Arc<str> },
    Mark { color: Color },
    Arrow { color: Color, size: f32 },
    Scale(Scale),
}

/// What lies behind a box's children.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Panel {
    pub fill: Option<Color>,
    /// Of its corners, in u.
    pub radius: f32,
    /// Thickness in u, and colour.
    pub border: Option<(f32, Color)>,
    pub fade: Option<Fade>,
}

impl Panel {
    /// The same in a page that is read from the right.
    pub fn mirrored(self) -> Self {
        let fade = self.fade.map(|fade| match fade {
            Fade::Left => Fade::Right,
            Fade::Right => Fade::Left,
            upright => upright,
        });
        Self { fade, ..self }
    }
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
    let color = match tone.role {
        ToneRole::Ground => palette.ground,
        ToneRole::Ink => palette.ink,
        ToneRole::Accent => palette.accent,
        ToneRole::Motif => palette.motif,
    };
    color.over(f64::from(tone.share), palette.ground).paint()
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
