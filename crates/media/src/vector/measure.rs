//! How much an SVG asks for once all that it names is in its place.
//!
//! The parser copies what `<use>`, a marker or a pattern names each time it is named, and what is named may name in its
//! turn: a kilobyte can ask for hours. This follows the names without copying, each element once.

use std::{
    collections::HashMap,
    ops::{Add, Mul},
};

use usvg::roxmltree::{Document, Node, NodeId};

use crate::MediaError;

/// The most bytes of SVG with everything in its place: eight times the greatest file.
const MOST_BYTES: u64 = 1 << 27;
/// The most elements with everything in its place: twice what a file may hold. Each takes half a kilobyte of memory.
const MOST_ELEMENTS: u64 = 400_000;
/// What an element weighs beside its attributes.
const ELEMENT: u64 = 16;
/// How long a way through elements and names may be: the parser recurses along it, and gives up at about as much.
const LONGEST: usize = 1024;

/// Fails when the drawing would be larger than it is worth.
pub fn check(document: &Document<'_>) -> Result<(), MediaError> {
    let mut measure = Measure { named: HashMap::new(), styles: String::new(), seen: HashMap::new() };
    for node in document.descendants().filter(Node::is_element) {
        if let Some(id) = node.attribute("id") {
            measure.named.entry(id).or_insert(node);
        }
        if node.tag_name().name() == "style" {
            measure.styles.extend(node.children().filter_map(|text| text.text()));
        }
    }
    let root = measure.element(document.root_element(), 0)?;
    let styles = std::mem::take(&mut measure.styles);
    if has_vast_stroke(&styles) {
        return Err(MediaError::TooComplex);
    }
    let styled = measure.all(painted(&styles), root, 0)?;
    admit(root + styled).map(drop)
}

/// What an element comes to with all that is in it.
#[derive(Clone, Copy, Debug, Default)]
struct Weight {
    bytes: u64,
    elements: u64,
    /// Where markers go, at most.
    corners: u64,
}

impl Add for Weight {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            bytes: self.bytes.saturating_add(other.bytes),
            elements: self.elements.saturating_add(other.elements),
            corners: self.corners.saturating_add(other.corners),
        }
    }
}

impl Mul<u64> for Weight {
    type Output = Self;

    fn mul(self, times: u64) -> Self {
        Self {
            bytes: self.bytes.saturating_mul(times),
            elements: self.elements.saturating_mul(times),
            corners: self.corners.saturating_mul(times),
        }
    }
}

enum Seen {
    /// On the way down to what is being weighed: the parser breaks circles.
    Open,
    Done(Weight),
}

struct Measure<'a, 'input> {
    named: HashMap<&'a str, Node<'a, 'input>>,
    styles: String,
    seen: HashMap<NodeId, Seen>,
}

impl<'a, 'input> Measure<'a, 'input> {
    fn element(&mut self, node: Node<'a, 'input>, depth: usize) -> Result<Weight, MediaError> {
        match self.seen.get(&node.id()) {
            Some(Seen::Done(weight)) => return Ok(*weight),
            Some(Seen::Open) => return Ok(Weight::default()),
            None if depth > LONGEST => return Err(MediaError::TooComplex),
            None => {}
        }
        self.seen.insert(node.id(), Seen::Open);
        if node.attributes().any(|attribute| is_vast(attribute.name(), attribute.value())) {
            return Err(MediaError::TooComplex);
        }
        let mut inside = own(node);
        for child in node.children().filter(Node::is_element) {
            inside = inside + self.element(child, depth + 1)?;
        }
        let (links, others): (Vec<_>, Vec<_>) = node.attributes().partition(|attribute| attribute.name() == "href");
        let linked = links.iter().filter_map(|link| link.value().trim().strip_prefix('#'));
        inside = inside + self.all(linked, Weight { elements: 1, ..inside }, depth)?;
        let painted = others.iter().flat_map(|attribute| painted(attribute.value()));
        let weight = admit(inside + self.all(painted, inside, depth)?)?;
        self.seen.insert(node.id(), Seen::Done(weight));
        Ok(weight)
    }

    /// What elements come to that are named for what is `inside`: what is inherited may be painted for each element,
    /// and a marker for each corner.
    fn all<'n>(
        &mut self,
        names: impl Iterator<Item = &'n str>,
        inside: Weight,
        depth: usize,
    ) -> Result<Weight, MediaError> {
        let mut sum = Weight::default();
        for name in names {
            let Some(target) = self.named.get(name).copied() else { continue };
            let times = if target.tag_name().name() == "marker" { inside.corners } else { inside.elements };
            sum = admit(sum + self.element(target, depth + 1)? * times)?;
        }
        Ok(sum)
    }
}

fn admit(weight: Weight) -> Result<Weight, MediaError> {
    let Weight { bytes, elements, .. } = weight;
    if bytes > MOST_BYTES || elements > MOST_ELEMENTS { Err(MediaError::TooComplex) } else { Ok(weight) }
}

fn own(node: Node<'_, '_>) -> Weight {
    let bytes: usize = node.attributes().map(|attribute| attribute.value().len()).sum();
    let is_color = matches!(node.tag_name().name(), "linearGradient" | "radialGradient" | "stop");
    // A corner takes two bytes at least, as in `h9`; a rectangle has four, which no attribute spells.
    Weight { bytes: ELEMENT + bytes as u64, elements: u64::from(!is_color), corners: 4 + bytes as u64 / 2 }
}

/// The attributes of which the parser may make arcs: the larger, the more pieces, without end.
const LENGTHS: [&str; 10] = ["d", "x", "y", "width", "height", "cx", "cy", "r", "rx", "ry"];
/// The most digits before a point; the exponent may add as many.
const MOST_DIGITS: u32 = 12;
/// What the parser draws around to know how far it reaches: from ten million on, seconds for a few circles.
const STROKE: &str = "stroke-width";
/// The most digits of its width before a point; the exponent may add as many.
const MOST_STROKE_DIGITS: u32 = 6;

fn is_vast(name: &str, value: &str) -> bool {
    match name {
        STROKE => has_vast_number(value, MOST_STROKE_DIGITS),
        "style" => has_vast_stroke(value),
        _ => LENGTHS.contains(&name) && has_vast_number(value, MOST_DIGITS),
    }
}

fn has_vast_stroke(style: &str) -> bool {
    let mut widths = style.split(STROKE).skip(1).filter_map(|rest| rest.split([';', '}']).next());
    widths.any(|width| has_vast_number(width, MOST_STROKE_DIGITS))
}

fn has_vast_number(value: &str, most: u32) -> bool {
    let (mut digits, mut exponent, mut fraction) = (0_u32, None, false);
    value.bytes().any(|byte| {
        match (byte, exponent) {
            (b'0'..=b'9', Some(so_far)) => exponent = Some(10_u32.saturating_mul(so_far) + u32::from(byte - b'0')),
            (b'0', None) if digits == 0 => {}
            (b'0'..=b'9', None) => digits += u32::from(!fraction),
            (b'e' | b'E', None) => exponent = Some(0),
            (b'+', Some(0)) => {}
            _ => (digits, exponent, fraction) = (0, None, byte == b'.'),
        }
        digits > most || exponent.is_some_and(|exponent| exponent > most)
    })
}

/// The names in `url(#a)`.
fn painted(value: &str) -> impl Iterator<Item = &str> {
    let is_end = |letter: char| matches!(letter, ')' | '"' | '\'') || letter.is_whitespace();
    let inside = value.split("url(").skip(1).map(|rest| rest.trim_start_matches(['"', '\'', ' ']));
    inside.filter_map(move |rest| rest.strip_prefix('#')?.split(is_end).next())
}
