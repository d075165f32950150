//! Fills an arrangement with a page's content.

use std::collections::BTreeSet;

use planche_model::{
    Charter,
    charter::{Face, Mood, Palette},
    template::{
        self, Body, Case, Element, Fit, FolioKind, Frame, Sides, Slot, Surface, TextAlign, Tone, ToneRole, Typeface,
    },
};
use planche_scene::{Color, Mark};

use super::{
    LogoKind, Node, Paint, Part, Scale, ScalePoint, ToScene, artifact, container, leaf,
    slots::{mark_of, scale_point, type_role},
    tone,
};
use crate::{
    content::PageContent,
    text::{TextBox, TextStyle, Words},
};

/// Fills an arrangement with a page's content.
pub(crate) struct Builder<'a> {
    pub charter: &'a Charter,
    pub palette: Palette,
    pub content: &'a PageContent<'a>,
    /// Whether the logo already shows the brand's name.
    pub logo_says_name: bool,
    /// Whether there is a logo at all.
    pub has_logo: bool,
    pub(super) shown: BTreeSet<Part>,
    /// The item that `each` is at.
    pub(super) item: Option<(usize, &'a str)>,
}

impl<'a> Builder<'a> {
    pub fn new(charter: &'a Charter, palette: Palette, content: &'a PageContent<'a>, logo: Option<LogoKind>) -> Self {
        let logo_says_name = logo == Some(LogoKind::Wordmark);
        Self { charter, palette, content, logo_says_name, has_logo: logo.is_some(), shown: BTreeSet::new(), item: None }
    }

    /// The page's tree, and the parts of its content that the arrangement has no room for.
    pub fn build(mut self, element: &Element) -> (Node, Vec<Part>) {
        let root = self.node(element).unwrap_or_else(|| self.blank(element));
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
            Body::Shape(shape) => Some(self.shape(frame, *shape)),
            Body::Scale(scale) => self.scale(frame, *scale),
        }
    }

    fn stack(&mut self, frame: Frame, stack: &template::Stack) -> Option<Node> {
        let outside = self.palette;
        self.enter(stack.mood);
        let (speaking, nodes): (Vec<bool>, Vec<Option<Node>>) =
            stack.children.iter().map(|child| (child.speaks(), self.node(child))).unzip();
        let panel = self.panel(stack);
        self.palette = outside;
        let says_nothing = speaking.contains(&true)
            && !std::iter::zip(&speaking, &nodes).any(|(speaks, node)| *speaks && node.is_some());
        let children: Vec<Node> = nodes.into_iter().flatten().collect();
        if says_nothing || (children.is_empty() && panel.is_none()) {
            // Room that is left to the other boxes stays theirs.
            return (frame.grow > 0.0).then(|| container(frame, template::Stack::default(), Vec::new()));
        }
        let paint = panel.map_or(Paint::Nothing, Paint::Panel);
        Some(Node { paint, ..container(frame, template::Stack { children: Vec::new(), ..stack.clone() }, children) })
    }

    /// A page on which nothing is said yet: its ground.
    fn blank(&self, element: &Element) -> Node {
        let panel = match &element.body {
            Body::Stack(stack) => self.panel(stack),
            _ => None,
        };
        let paint = panel.map_or(Paint::Nothing, Paint::Panel);
        Node { paint, ..container(element.frame.clone(), template::Stack::default(), Vec::new()) }
    }

    /// Sets what follows in the colours of another surface.
    fn enter(&mut self, surface: Option<Surface>) {
        let colors = &self.charter.colors;
        let mood = match surface {
            None => return,
            Some(Surface::Ground) => Mood::Ground,
            Some(Surface::Ink) => Mood::Ink,
            Some(Surface::Vivid) => Mood::Vivid,
            Some(Surface::Soft) => Mood::Soft,
            Some(Surface::Cool) => Mood::Cool,
            Some(Surface::Contrast) if self.palette.ground == colors.ink.value => Mood::Ground,
            Some(Surface::Contrast) => Mood::Ink,
        };
        self.palette = colors.palette(mood);
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
        let words = if text.balance { words.holding_prepositions() } else { words }.cased(text.case);
        let (least, size) = self.held(text, text.least.unwrap_or(size * 0.6), size);
        let mut text_box = TextBox::new(words, self.style(text), size, least, self.tone(text.tone));
        if text.tone.role == ToneRole::Ink {
            text_box.band = band(self.palette).unwrap_or(text_box.band);
        }
        Some(Node { mark: Some(mark), ..leaf(frame, Paint::Text(Box::new(text_box))) })
    }

    /// The least and the wished size of a text, as the charter allows them for what it is.
    fn held(&self, text: &template::Text, least: f32, size: f32) -> (f32, f32) {
        let role = text.slot.iter().find_map(|slot| type_role(*slot, self.content.layout));
        match role.and_then(|role| self.charter.fonts.sizes.get(&role)) {
            Some(sizes) => (sizes.hold(least), sizes.hold(size)),
            None => (least, size),
        }
    }

    fn picture(&mut self, frame: Frame, picture: &template::Picture) -> Option<Node> {
        let shown = self.content.picture?;
        self.shown.insert(Part::Picture);
        let mark = Some(Mark::Figure(shown.alt.into()));
        Some(Node {
            mark,
            ..leaf(
                frame,
                Paint::Picture {
                    radii: picture.radii,
                    mask: picture.mask,
                    shadow: picture.shadow.map(|shadow| self.shadow(shadow)),
                },
            )
        })
    }

    fn shape(&self, frame: Frame, shape: template::Shape) -> Node {
        let template::Shape { outline, tone, line } = shape;
        artifact(frame, Paint::Shape { outline, color: self.tone(tone), line })
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
            children.extend(self.item(at, each));
        }
        self.item = None;
        let template::Each { direction, gap, wrap, align, .. } = *each;
        let stack = template::Stack { direction, gap, wrap, align, ..template::Stack::default() };
        Some(Node { mark: Some(Mark::List), ..container(frame, stack, children) })
    }

    /// One item. A single child is the item itself, so that its box is the one that flows.
    fn item(&mut self, at: usize, each: &template::Each) -> Option<Node> {
        let children = match each.children.len() {
            0 => return None,
            count if each.turns => &each.children[at % count..=at % count],
            _ => &each.children[..],
        };
        let mut nodes: Vec<Node> = children.iter().filter_map(|child| self.node(child)).collect();
        match nodes.pop() {
            Some(only) if nodes.is_empty() && only.mark.is_none() => Some(Node { mark: Some(Mark::ListItem), ..only }),
            last => {
                nodes.extend(last);
                let item = container(Frame::default(), template::Stack::default(), nodes);
                Some(Node { mark: Some(Mark::ListItem), ..item })
            }
        }
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
            align: TextAlign::Start,
            case: Case::Written,
            outline: None,
            hyphenate: false,
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
            align: text.align,
            hyphenate: text.hyphenate && text.face != Typeface::Title,
            outline: text.outline,
            ..base
        }
    }

    pub(super) fn tone(&self, own: Tone) -> Color {
        tone(own, self.palette)
    }
}

/// What lies behind highlighted words: as much of the accent as leaves them readable (WCAG 2.2, 1.4.3), if it shows.
fn band(palette: Palette) -> Option<Color> {
    const READABLE: f64 = 4.5;
    const SHOWS: f64 = 1.12;
    let suits = |share: &f64| {
        let band = palette.accent.over(*share, palette.ground);
        palette.ink.contrast(band) >= READABLE && band.contrast(palette.ground) >= SHOWS
    };
    let share = [0.5, 0.4, 0.32, 0.24, 0.16].into_iter().find(suits)?;
    Some(palette.accent.paint().with_alpha(share as f32))
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
        align: TextAlign::Start,
        hyphenate: false,
        breaks: false,
        outline: None,
    }
}
