use std::collections::{BTreeMap, BTreeSet};

use kurbo::{Point, Rect, Size};
use planche_model::{
    Document, Finding, Format, Layout, PageId, Place, Position, Severity,
    template::{Aspect, Body, Conditions, Element, Motif},
};
use planche_scene::{Image, Item, Scene};

use crate::{
    boxes::{Builder, LogoKind, Node, Paint, Part, tone},
    content::PageContent,
    fit::{Overflow, fit, overflow},
    fonts::Fonts,
    paint::Painter,
    text::{self, Shaper},
    world::{BrandKit, Pictures},
};

/// One page to compose.
#[derive(Clone, Copy)]
pub struct Job<'a> {
    /// The document.
    pub document: &'a Document,
    /// The page.
    pub page: PageId,
    /// The format.
    pub format: &'a Format,
    /// By which charter.
    pub brand: &'a BrandKit,
    /// Where the photographs are.
    pub pictures: &'a dyn Pictures,
}

/// A composed page, and what there is to say of it.
#[derive(Clone, Debug)]
pub struct Composition {
    /// What to draw.
    pub scene: Scene,
    /// What a person should know.
    pub findings: Vec<Finding>,
    /// The texts that are set smaller than their template wishes.
    pub shrunk: Vec<Shrunk>,
    /// Where the logo is, in u; `None` when the page shows none.
    pub logo: Option<Rect>,
}

/// A text set smaller than its template wishes, for want of room.
#[derive(Clone, Debug, PartialEq)]
pub struct Shrunk {
    /// The text as it is shown.
    pub words: String,
    /// Its size for 1 wished, to the hundredth.
    pub share: f64,
}

/// Composes pages; one a thread.
pub struct Compositor {
    shaper: Shaper,
}

/// The page's short side, in u.
const SHORT_SIDE: f64 = 1080.0;
/// Under this size in px, words are hard to read on a telephone (design direction, "Validation").
const LEGIBLE: f64 = 24.0;

impl Compositor {
    /// A compositor that sets text in these typefaces.
    pub fn new(fonts: &Fonts) -> Self {
        Self { shaper: Shaper::new(fonts) }
    }

    /// The page, laid out for the format.
    ///
    /// # Panics
    /// When the document has no such page.
    pub fn compose(&mut self, job: Job<'_>) -> Composition {
        self.shaper.add_families(&job.brand.fonts);
        let view = View::new(job);
        let charter = &job.brand.charter;
        let palette = charter.colors.palette(charter.mood(view.content.layout, view.position.nth));
        let element = view.element();
        let logo = job.brand.logo_on(palette.ground).map(|logo| &*logo.drawing);
        let builder = Builder::new(charter, palette, &view.content, logo.map(logo_kind));
        let (mut root, hidden) = builder.build(&element);
        measure_marks(&mut root, logo);
        self.shape_scales(&mut root);
        let mut placement = fit(&mut root, view.size, &mut self.shaper);
        if charter.is_read_from_the_right() {
            placement.mirror(view.size.width);
        }
        let overflow = if placement.fits { None } else { overflow(&mut root, view.size, &mut self.shaper) };
        let image = view.content.picture.and_then(|picture| job.pictures.picture(picture.source, charter));
        let mut findings = Findings { view: &view, found: Vec::new() };
        findings.look(&root, &placement.fits, &hidden, image.as_ref());
        findings.read(&root, overflow, self.shaper.take_unreadable());
        let found = findings.found;
        let scene = view.scene(&element, &root, &placement.areas, palette, image.as_ref());
        let logo = logo.and_then(|_| logo_area(&root, &mut placement.areas.iter()));
        Composition { scene, findings: found, shrunk: shrunk(&root), logo }
    }

    /// Labels on a scale never shrink: they are shaped once.
    fn shape_scales(&mut self, node: &mut Node) {
        if let Paint::Scale(scale) = &mut node.paint {
            for point in &mut scale.points {
                point.text.measure(&mut self.shaper, 1.0, text::Room::Any);
            }
        }
        node.children.iter_mut().for_each(|child| self.shape_scales(child));
    }
}

/// A page among the others, seen in one format.
struct View<'a> {
    job: Job<'a>,
    position: Position,
    content: PageContent<'a>,
    size: Size,
    aspect: Aspect,
}

impl<'a> View<'a> {
    fn new(job: Job<'a>) -> Self {
        let position = job.document.position(job.page).expect("the caller names a page of the document");
        let scale = SHORT_SIDE / f64::from(job.format.width.min(job.format.height));
        let size = Size::new(f64::from(job.format.width) * scale, f64::from(job.format.height) * scale);
        Self {
            job,
            position,
            content: PageContent::read(job.document, job.page, position),
            size,
            aspect: Aspect::of(size.width, size.height),
        }
    }

    fn element(&self) -> Element {
        self.resolve(self.content.layout, self.content.picture.is_some())
    }

    fn resolve(&self, layout: Layout, picture: bool) -> Element {
        let conditions = Conditions { aspect: self.aspect, shape: self.job.brand.charter.shapes.picture, picture };
        self.job
            .brand
            .family
            .resolve(layout, &conditions)
            .expect("a family was proved to resolve everywhere when it was read")
    }

    fn scene(
        &self,
        element: &Element,
        root: &Node,
        areas: &[Rect],
        palette: planche_model::charter::Palette,
        image: Option<&Image>,
    ) -> Scene {
        let brand = self.job.brand;
        let mut painter = Painter {
            palette,
            picture: image,
            focus: self.content.picture.map(|picture| picture.focus).unwrap_or_default(),
            logo: brand.logo_on(palette.ground),
            mirrored: brand.charter.is_read_from_the_right(),
            areas: areas.iter(),
        };
        let ornaments: Vec<Item> =
            self.ornaments(element).into_iter().filter_map(|motif| self.ornament(&painter, motif)).collect();
        let mut items = painter.paint(root);
        // The first item is the page's ground.
        let behind = usize::from(!items.is_empty());
        items.splice(behind..behind, ornaments);
        Scene { size: self.size, items }
    }

    fn ornament(&self, painter: &Painter<'_>, (motif, shift): (Motif, f64)) -> Option<Item> {
        let x = if painter.mirrored { 1.0 - f64::from(motif.x) } else { f64::from(motif.x) };
        let center = Point::new((x + shift) * self.size.width, f64::from(motif.y) * self.size.height);
        let (width, reach) = (f64::from(motif.size), f64::from(motif.size) / 2.0);
        let seen = center.x + reach > 0.0 && center.x - reach < self.size.width;
        match motif.outline {
            _ if !seen => None,
            Some(outline) => Some(painter.ornamental(outline, tone(motif.tone, painter.palette), center, width)),
            None => Some(painter.ornament(self.job.brand.motif.as_deref()?, center, width)),
        }
    }

    /// The page's own ornaments and those of its neighbours, which run on across the cut unless a picture is in the way.
    fn ornaments(&self, element: &Element) -> Vec<(Motif, f64)> {
        let own = motifs(element).into_iter().map(|motif| (motif, 0.0));
        if self.content.picture.is_some() {
            return own.collect();
        }
        let neighbours = [(self.position.before, -1.0), (self.position.after, 1.0)];
        let beside = neighbours.into_iter().filter_map(|(page, shift)| {
            let (document, page) = (self.job.document, page?);
            let content = PageContent::read(document, page, document.position(page)?);
            Some((self.resolve(content.layout, content.picture.is_some()), shift))
        });
        let beside = beside.flat_map(|(element, shift)| motifs(&element).into_iter().map(move |motif| (motif, shift)));
        own.chain(beside).collect()
    }
}

fn motifs(element: &Element) -> Vec<Motif> {
    match &element.body {
        Body::Motif(motif) => vec![*motif],
        Body::Stack(stack) => stack.children.iter().flat_map(motifs).collect(),
        _ => Vec::new(),
    }
}

fn logo_kind(logo: &Scene) -> LogoKind {
    /// Wider than this, a logo spells the name.
    const SIGN: f64 = 1.6;
    if logo.size.width > logo.size.height * SIGN { LogoKind::Wordmark } else { LogoKind::Sign }
}

/// Gives the boxes of the logo the width that goes with their height.
fn measure_marks(node: &mut Node, logo: Option<&Scene>) {
    use planche_model::template::Length;
    if let (Paint::Mark { .. }, Some(logo), Some(Length::Units(height))) = (&node.paint, logo, node.frame.height) {
        node.frame.width = Some(Length::Units(height * (logo.size.width / logo.size.height) as f32));
    }
    node.children.iter_mut().for_each(|child| measure_marks(child, logo));
}

/// The first box of the logo; `areas` are those of the boxes, in the order of the tree.
fn logo_area(node: &Node, areas: &mut std::slice::Iter<'_, Rect>) -> Option<Rect> {
    let own = areas.next().copied();
    if let Paint::Mark { .. } = node.paint {
        return own;
    }
    node.children.iter().find_map(|child| logo_area(child, areas))
}

struct Findings<'a> {
    view: &'a View<'a>,
    found: Vec<Finding>,
}

impl Findings<'_> {
    /// What the setting of the page's words has to say.
    fn read(&mut self, root: &Node, overflow: Option<Overflow>, unreadable: BTreeSet<String>) {
        if let (Some(Overflow { begins, length, fits }), Some(found)) =
            (overflow, self.found.iter_mut().find(|found| found.code == "text-overflow"))
        {
            *found = found.clone().with("text", begins).with("length", length).with("fits", fits);
        }
        for family in unreadable {
            self.add("font-missing", Severity::Block, &[("family", family)]);
        }
        let missing = missing_characters(root);
        if !missing.is_empty() {
            let named = missing.iter().take(MOST_NAMED);
            let codes: Vec<String> =
                named.clone().map(|character| format!("U+{:04X}", u32::from(*character))).collect();
            let parameters =
                [("characters", named.collect()), ("codes", codes.join(" ")), ("count", missing.len().to_string())];
            self.add("text-missing-glyph", Severity::Block, &parameters);
        }
    }

    fn look(&mut self, root: &Node, fits: &bool, hidden: &[Part], image: Option<&Image>) {
        if !fits {
            self.add("text-overflow", Severity::Block, &[]);
        }
        for part in hidden {
            self.add("part-hidden", Severity::Review, &[("part", part.name().to_owned())]);
        }
        if let (Some(picture), None) = (self.view.content.picture, image) {
            self.add("picture-missing", Severity::Block, &[("source", picture.source.to_owned())]);
        }
        let smallest = smallest(root) * f64::from(self.view.job.format.width) / self.view.size.width;
        if smallest < LEGIBLE {
            self.add("text-small", Severity::Review, &[("size", format!("{}", smallest.floor()))]);
        }
    }

    fn add(&mut self, code: &str, severity: Severity, parameters: &[(&str, String)]) {
        let place = Place {
            number: Some(self.view.content.number),
            page: Some(self.view.job.page),
            node: None,
            format: Some(self.view.job.format.id.clone()),
            line: None,
        };
        let parameters: BTreeMap<String, String> =
            parameters.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        self.found.push(Finding { parameters, ..Finding::new(code, severity, place) });
    }
}

/// How many missing characters a finding names.
const MOST_NAMED: usize = 12;

/// The characters of a page that no typeface has.
fn missing_characters(node: &Node) -> BTreeSet<char> {
    let mut missing: BTreeSet<char> = node.children.iter().flat_map(missing_characters).collect();
    match &node.paint {
        Paint::Text(text) => missing.extend(text::missing(text)),
        Paint::Scale(scale) => missing.extend(scale.points.iter().flat_map(|point| text::missing(&point.text))),
        _ => {}
    }
    missing
}

/// The smallest size in which the page's words are set, in u.
fn smallest(node: &Node) -> f64 {
    let own = match &node.paint {
        Paint::Text(text) => f64::from(text.shaped().size),
        _ => f64::INFINITY,
    };
    node.children.iter().map(smallest).fold(own, f64::min)
}

/// The texts set smaller than wished, from the first to the last box.
fn shrunk(node: &Node) -> Vec<Shrunk> {
    let own = match &node.paint {
        Paint::Text(text) => Some((f64::from(text.shaped().size / text.size * 100.0).round() / 100.0, text)),
        _ => None,
    };
    let own = own.filter(|(share, _)| *share < 1.0);
    let own = own.map(|(share, text)| Shrunk { words: text.words.text.to_string(), share });
    own.into_iter().chain(node.children.iter().flat_map(shrunk)).collect()
}
