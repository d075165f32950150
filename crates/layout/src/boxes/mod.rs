//! An arrangement filled with a page's words: the tree that flows, then is painted.

use std::{collections::BTreeSet, sync::Arc};

use planche_model::{
    Charter,
    charter::{Face, Palette},
    template::{self, Body, Direction, Element, Fit, FolioKind, Frame, Sides, Slot, Tone, ToneRole, Typeface},
};
use planche_scene::{Color, Mark};

use crate::{
    content::PageContent,
    text::{Figure, TextBox, TextStyle, Words},
};

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
    Fill(Color),
    Text(Box<TextBox>),
    Picture { radii: [f32; 4] },
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

/// Fills an arrangement with a page's content.
pub(crate) struct Builder<'a> {
    pub charter: &'a Charter,
    pub palette: Palette,
    pub content: &'a PageContent<'a>,
    /// Whether the logo already shows the brand's name.
    pub logo_says_name: bool,
    /// Whether there is a logo at all.
    pub has_logo: bool,
    shown: BTreeSet<Part>,
    /// The item that `each` is at.
    item: Option<(usize, &'a str)>,
}

impl<'a> Builder<'a> {
    pub fn new(charter: &'a Charter, palette: Palette, content: &'a PageContent<'a>, logo: Option<LogoKind>) -> Self {
        let logo_says_name = logo == Some(LogoKind::Wordmark);
        Self { charter, palette, content, logo_says_name, has_logo: logo.is_some(), shown: BTreeSet::new(), item: None }
    }

    /// The page's tree, and the parts of its content that the arrangement has no room for.
    pub fn build(mut self, element: &Element) -> (Node, Vec<Part>) {
        let root = self
            .node(element)
            .unwrap_or_else(|| container(element.frame.clone(), template::Stack::default(), Vec::new()));
        let hidden = self.present().into_iter().filter(|part| !self.shown.contains(part)).collect();
        (root, hidden)
    }

    fn present(&self) -> Vec<Part> {
        let content = self.content;
        [
            (Part::Title, content.title.is_some()),
            (Part::Kicker, content.kicker.is_some()),
            (Part::Body, !content.paragraphs.is_empty()),
            (Part::Quote, content.quote.is_some()),
            (Part::Author, content.attribution.is_some()),
            (Part::Items, !content.items.is_empty()),
            (Part::Link, content.link.is_some()),
            (Part::Picture, content.picture.is_some()),
        ]
        .into_iter()
        .filter_map(|(part, present)| present.then_some(part))
        .collect()
    }

    fn node(&mut self, element: &Element) -> Option<Node> {
        let frame = element.frame.clone();
        match &element.body {
            Body::Stack(stack) => self.stack(frame, stack),
            Body::Text(text) => self.text(frame, text),
            Body::Picture(picture) => self.picture(frame, picture),
            Body::Each(each) => self.each(frame, each),
            Body::Rule(rule) => Some(self.rule(&frame, *rule)),
            Body::Button(button) => self.button(frame, *button),
            Body::Mark => self.has_logo.then(|| artifact(frame, Paint::Mark { color: self.palette.ink.paint() })),
            Body::Folio(folio) => self.folio(frame, *folio),
            // The ornament belongs to the page, behind everything.
            Body::Motif(_) => None,
            Body::Scale(scale) => self.scale(frame, *scale),
        }
    }

    fn stack(&mut self, frame: Frame, stack: &template::Stack) -> Option<Node> {
        let children: Vec<Node> = stack.children.iter().filter_map(|child| self.node(child)).collect();
        let fill = stack.fill.map(|tone| self.tone(tone));
        if children.is_empty() && fill.is_none() && frame.grow == 0.0 {
            return None;
        }
        let paint = fill.map_or(Paint::Nothing, Paint::Fill);
        Some(Node { paint, ..container(frame, template::Stack { children: Vec::new(), ..stack.clone() }, children) })
    }

    fn text(&mut self, frame: Frame, text: &template::Text) -> Option<Node> {
        let language = &self.charter.language;
        let (words, mark) = match &text.literal {
            Some(literal) => (Words::plain(literal, language), Mark::Artifact),
            None => text
                .slot
                .iter()
                .find_map(|slot| self.words(*slot).map(|words| (words, mark_of(*slot, self.content))))?,
        };
        let scale =
            if text.face == Typeface::Title && text.fit == Fit::Page { self.charter.fonts.title.scale } else { 1.0 };
        let size = text.size * scale;
        let words = if text.balance { words.holding_prepositions() } else { words };
        let text_box =
            TextBox::new(words, self.style(text), size, text.least.unwrap_or(size * 0.6), self.tone(text.tone));
        Some(Node { mark: Some(mark), ..leaf(frame, Paint::Text(Box::new(text_box))) })
    }

    /// The words that fill a slot, if any. What is shown here is not reported as hidden.
    fn words(&mut self, slot: Slot) -> Option<Words> {
        let content = self.content;
        let language = self.charter.language.clone();
        let shows = |builder: &mut Self, part: Part, text: &str| {
            builder.shown.insert(part);
            Words::from_markup(text, &language)
        };
        match slot {
            Slot::Title => content.title.map(|text| shows(self, Part::Title, text)),
            Slot::Kicker => content.kicker.map(|text| shows(self, Part::Kicker, text)),
            Slot::Body if content.paragraphs.is_empty() => None,
            Slot::Body => Some(shows(self, Part::Body, &content.paragraphs.join("\n\n"))),
            Slot::Quote => content.quote.map(|text| shows(self, Part::Quote, text)),
            Slot::Author => content.attribution.map(|text| shows(self, Part::Author, split_author(text).0)),
            Slot::AuthorRole => split_author(content.attribution?).1.map(|text| Words::from_markup(text, &language)),
            Slot::Figure => self.figure(&language),
            Slot::Label => self.item.map(|(_, text)| Words::from_markup(split_item(text).0, &language)),
            Slot::Detail => split_item(self.item?.1).1.map(|text| Words::from_markup(text, &language).capitalised()),
            Slot::Index => self.item.map(|(at, _)| Words::plain(&(at + 1).to_string(), &language)),
            Slot::Link => content.link.map(|link| shows(self, Part::Link, link.label)),
            Slot::Brand => (!self.logo_says_name).then(|| Words::plain(&self.charter.name, &language)),
        }
    }

    fn figure(&mut self, language: &str) -> Option<Words> {
        let figure = Figure::read(self.content.title?)?;
        self.shown.insert(Part::Title);
        Some(Words::with_raised(&figure.figure, &format!("\u{a0}{}", figure.unit), language))
    }

    fn picture(&mut self, frame: Frame, picture: &template::Picture) -> Option<Node> {
        let shown = self.content.picture?;
        self.shown.insert(Part::Picture);
        let mark = Some(Mark::Figure(shown.alt.into()));
        Some(Node { mark, ..leaf(frame, Paint::Picture { radii: picture.radii }) })
    }

    fn each(&mut self, frame: Frame, each: &template::Each) -> Option<Node> {
        if self.content.items.is_empty() {
            return None;
        }
        self.shown.insert(Part::Items);
        let mut children = Vec::new();
        for (at, text) in self.content.items.iter().enumerate() {
            if let (Some(rule), true) = (each.between, at > 0) {
                children.push(self.rule(&Frame::default(), rule));
            }
            self.item = Some((at, text));
            let item = each.children.iter().filter_map(|child| self.node(child)).collect();
            children.push(Node {
                mark: Some(Mark::ListItem),
                ..container(Frame::default(), template::Stack::default(), item)
            });
        }
        self.item = None;
        let stack = template::Stack { gap: each.gap, ..template::Stack::default() };
        Some(Node { mark: Some(Mark::List), ..container(frame, stack, children) })
    }

    fn rule(&self, frame: &Frame, rule: template::Rule) -> Node {
        let height = Some(template::Length::Units(self.charter.shapes.rule));
        artifact(Frame { height, ..frame.clone() }, Paint::Rule(self.tone(rule.tone)))
    }

    fn button(&mut self, frame: Frame, button: template::Button) -> Option<Node> {
        let address = self.content.link?.address.into();
        let words = self.words(Slot::Link)?;
        let text = template::Text {
            slot: Vec::new(),
            literal: None,
            size: button.size,
            least: None,
            face: Typeface::Strong,
            tone: Tone { role: ToneRole::Ground, share: 1.0 },
            leading: Some(1.0),
            tracking: None,
            balance: false,
            fit: Fit::Page,
        };
        let label = TextBox::new(words, self.style(&text), button.size, button.size * 0.6, self.palette.ground.paint());
        let (across, along) = (button.size * 0.92, button.size * 1.3);
        let padding = Sides { top: across, bottom: across, left: along, right: along };
        let label = Node { mark: Some(Mark::Paragraph), ..leaf(Frame::default(), Paint::Text(Box::new(label))) };
        let radius = self.charter.shapes.button * button.size;
        let paint = Paint::Button { fill: self.palette.ink.paint(), radius, address };
        Some(Node { paint, ..container(frame, template::Stack { padding, ..template::Stack::default() }, vec![label]) })
    }

    fn folio(&self, frame: Frame, folio: template::Folio) -> Option<Node> {
        let PageContent { number, total, .. } = *self.content;
        let color = self.palette.ink.paint();
        let paint = match folio.kind {
            _ if total < 2 => return None,
            FolioKind::Arrow => Paint::Arrow { color, size: folio.size },
            FolioKind::Number => {
                Paint::Text(Box::new(self.small(&format!("{number}/{total}"), folio.size, Typeface::Strong)))
            }
        };
        Some(artifact(frame, paint))
    }

    /// The items on a line, when each of them begins with a figure.
    fn scale(&mut self, frame: Frame, scale: template::Scale) -> Option<Node> {
        let items: Vec<(f64, String)> =
            self.content.items.iter().map(|item| scale_point(item)).collect::<Option<_>>()?;
        let most = items.iter().map(|(value, _)| *value).fold(0.0, f64::max);
        if items.len() < 2 || most <= 0.0 {
            return None;
        }
        self.shown.insert(Part::Items);
        let point = |(value, label): &(f64, String)| ScalePoint {
            at: (value / most).max(0.0),
            text: self.small(label, scale.size, Typeface::Text),
        };
        let color = self.palette.ink.paint();
        let faint = self.tone(Tone { role: ToneRole::Ink, share: 0.45 });
        let points = items.iter().map(point).collect();
        Some(Node { mark: Some(Mark::Paragraph), ..leaf(frame, Paint::Scale(Scale { points, color, faint })) })
    }

    /// A text that never changes size.
    fn small(&self, text: &str, size: f32, face: Typeface) -> TextBox {
        let style = TextStyle {
            leading: 1.25,
            fit: Fit::Never,
            balance: false,
            ..face_style(&self.charter.fonts.text, face == Typeface::Strong)
        };
        TextBox::new(Words::plain(text, &self.charter.language), style, size, size, self.palette.ink.paint())
    }

    fn style(&self, text: &template::Text) -> TextStyle {
        let fonts = &self.charter.fonts;
        let base = match text.face {
            Typeface::Text => face_style(&fonts.text, false),
            Typeface::Strong => face_style(&fonts.text, true),
            Typeface::Title => face_style(&fonts.title, false),
        };
        TextStyle {
            leading: text.leading.unwrap_or(base.leading),
            tracking: text.tracking.unwrap_or(base.tracking),
            fit: text.fit,
            balance: text.balance,
            ..base
        }
    }

    fn tone(&self, tone: Tone) -> Color {
        let color = match tone.role {
            ToneRole::Ground => self.palette.ground,
            ToneRole::Ink => self.palette.ink,
            ToneRole::Accent => self.palette.accent,
            ToneRole::Motif => self.palette.motif,
        };
        color.over(f64::from(tone.share), self.palette.ground).paint()
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

fn face_style(face: &Face, strong: bool) -> TextStyle {
    TextStyle {
        family: face.family.clone(),
        weight: if strong { face.strong } else { face.weight },
        strong: face.strong,
        width: face.width,
        tracking: face.tracking,
        leading: face.leading,
        fit: Fit::Page,
        balance: false,
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

fn mark_of(slot: Slot, content: &PageContent<'_>) -> Mark {
    match slot {
        Slot::Title | Slot::Figure => Mark::Heading(if content.number == 1 { 1 } else { 2 }),
        Slot::Quote => Mark::Quote,
        Slot::Brand | Slot::Index => Mark::Artifact,
        _ => Mark::Paragraph,
    }
}

/// The name before the first comma, and what follows it.
fn split_author(text: &str) -> (&str, Option<&str>) {
    text.split_once(", ").map_or((text, None), |(name, role)| (name, Some(role)))
}

/// The few words before an item's colon, and what follows it.
fn split_item(text: &str) -> (&str, Option<&str>) {
    /// Beyond this many bytes the words before a colon are a sentence, not a label.
    const LONGEST_LABEL: usize = 60;
    [" : ", "\u{202f}: ", "\u{a0}: ", ": "]
        .into_iter()
        .find_map(|colon| text.split_once(colon))
        .filter(|(label, _)| label.len() <= LONGEST_LABEL)
        .map_or((text, None), |(label, detail)| (label, Some(detail)))
}

fn scale_point(item: &str) -> Option<(f64, String)> {
    let (label, detail) = split_item(item);
    let figure = Figure::read(label)?;
    let shown = format!("{}\u{a0}{}", figure.figure, figure.unit);
    Some((figure.value()?, detail.map_or(shown.clone(), |detail| format!("{shown}\n{detail}"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_splits_at_its_colon() {
        assert_eq!(split_item("Enfournez à froid : la terre monte."), ("Enfournez à froid", Some("la terre monte.")));
        assert_eq!(split_item("À 10:30"), ("À 10:30", None));
        assert_eq!(split_item("Cold start: wait"), ("Cold start", Some("wait")));
        assert_eq!(split_author("Samir, mécano, Rennes"), ("Samir", Some("mécano, Rennes")));
    }

    #[test]
    fn a_scale_needs_figures() {
        assert_eq!(scale_point("250 °C : votre four"), Some((250.0, "250\u{a0}°C\nvotre four".to_owned())));
        assert_eq!(scale_point("chaud : votre four"), None);
    }
}
