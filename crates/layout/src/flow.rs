//! Where every box of a page goes.

use kurbo::{Point, Rect, Size};
use planche_model::template::{Align, Direction, Frame, Length, Sides, Stack};
use taffy::prelude::*;
use taffy::{LayoutInput, LayoutOutput, compute_leaf_layout};

use crate::{
    boxes::{Node, Paint, Scale},
    text::{Extent, Room, Shaper, TextBox},
};

/// A tree of boxes, placed: the rectangles follow the nodes, children after their parent, depth first.
pub(crate) struct Placement {
    pub areas: Vec<Rect>,
    /// Whether everything has the room it needs.
    pub fits: bool,
}

impl Placement {
    /// Turns the page around its vertical axis, for scripts that are read from right to left.
    pub fn mirror(&mut self, width: f64) {
        for area in &mut self.areas {
            *area = Rect::new(width - area.x1, area.y0, width - area.x0, area.y1);
        }
    }
}

/// Rounding errors are smaller than this, in u.
const TOLERANCE: f64 = 0.5;

/// Places a page's boxes, with sizes that may shrink multiplied by `factor`.
pub(crate) fn place(root: &mut Node, page: Size, shaper: &mut Shaper, factor: f32) -> Placement {
    let mut flow = Flow { tree: TaffyTree::new(), texts: Vec::new() };
    flow.tree.disable_rounding();
    let top = flow.add(root, 1.0, factor);
    let space = taffy::Size {
        width: AvailableSpace::Definite(page.width as f32),
        height: AvailableSpace::Definite(page.height as f32),
    };
    let Flow { tree, texts } = &mut flow;
    tree.compute_layout_with_measure(top, space, |input, _, leaf, style| {
        measure(input, style, leaf.as_deref(), texts, shaper, factor)
    })
    .expect("the tree was just built, so its nodes exist");
    let mut placement = Placement { areas: Vec::new(), fits: true };
    flow.read(top, Point::ZERO, &mut placement);
    settle(root, &mut placement);
    placement
}

/// What a leaf measures: a text by its place among the texts, a scale by its labels.
enum Leaf {
    Text(usize),
    Scale { height: f32 },
    Arrow { size: f32 },
}

struct Flow<'a> {
    tree: TaffyTree<Leaf>,
    texts: Vec<&'a mut TextBox>,
}

impl<'a> Flow<'a> {
    /// `air` multiplies the box's own gaps and paddings, `inner` those of the boxes in it: the page's margins stay.
    fn add(&mut self, node: &'a mut Node, air: f32, inner: f32) -> NodeId {
        let style = style(&node.frame, &node.stack, air);
        let leaf = match &mut node.paint {
            Paint::Text(text) => {
                self.texts.push(text);
                Some(Leaf::Text(self.texts.len() - 1))
            }
            Paint::Scale(scale) => Some(Leaf::Scale { height: scale_height(scale) }),
            Paint::Arrow { size, .. } => Some(Leaf::Arrow { size: *size }),
            _ => None,
        };
        let added = match leaf {
            Some(leaf) => self.tree.new_leaf_with_context(style, leaf),
            None => {
                let children: Vec<NodeId> =
                    node.children.iter_mut().map(|child| self.add(child, inner, inner)).collect();
                self.tree.new_with_children(style, &children)
            }
        };
        added.expect("taffy only fails on nodes of another tree")
    }

    fn read(&self, node: NodeId, corner: Point, placement: &mut Placement) {
        let layout = self.tree.layout(node).expect("the node was laid out");
        let origin = corner + kurbo::Vec2::new(f64::from(layout.location.x), f64::from(layout.location.y));
        let area = Rect::from_origin_size(origin, (f64::from(layout.size.width), f64::from(layout.size.height)));
        placement.areas.push(area);
        for child in self.tree.children(node).expect("the node exists") {
            placement.fits &= self.inside(child, layout);
            self.read(child, origin, placement);
        }
    }

    /// Whether a child in the flow stays within its parent's padding, save for margins that reach out on purpose.
    fn inside(&self, child: NodeId, parent: &taffy::Layout) -> bool {
        let style = self.tree.style(child).expect("the node exists");
        if style.position == Position::Absolute {
            return true;
        }
        let layout = self.tree.layout(child).expect("the node was laid out");
        let over =
            |end: f32, margin: f32, room: f32| f64::from(end + margin.max(0.0) - room) > TOLERANCE && margin >= 0.0;
        let bottom = layout.location.y + layout.size.height;
        let right = layout.location.x + layout.size.width;
        let before = f64::from(layout.location.y - layout.margin.top - parent.padding.top) < -TOLERANCE;
        !before
            && !over(bottom, layout.margin.bottom, parent.size.height - parent.padding.bottom)
            && !over(right, layout.margin.right, parent.size.width - parent.padding.right)
    }
}

fn measure(
    input: LayoutInput,
    style: &Style,
    leaf: Option<&Leaf>,
    texts: &mut [&mut TextBox],
    shaper: &mut Shaper,
    factor: f32,
) -> LayoutOutput {
    let mut baseline = None;
    let mut output = compute_leaf_layout(
        input,
        style,
        |_, _| 0.0,
        |known, available| match leaf {
            Some(Leaf::Text(at)) => {
                let extent = texts[*at].measure(shaper, factor, room(known.width, available.width));
                baseline = Some(extent.baseline);
                sized(known, extent)
            }
            Some(Leaf::Scale { height }) => {
                taffy::Size { width: known.width.unwrap_or(0.0), height: known.height.unwrap_or(*height) }
            }
            Some(Leaf::Arrow { size }) => {
                taffy::Size { width: known.width.unwrap_or(*size * 7.0 / 3.0), height: known.height.unwrap_or(*size) }
            }
            None => known.unwrap_or(taffy::Size::ZERO),
        },
    );
    if baseline.is_some() {
        output.baselines.first = baseline;
    }
    output
}

fn sized(known: taffy::Size<Option<f32>>, extent: Extent) -> taffy::Size<f32> {
    taffy::Size { width: known.width.unwrap_or(extent.width), height: known.height.unwrap_or(extent.height) }
}

fn room(known: Option<f32>, available: AvailableSpace) -> Room {
    match (known, available) {
        (Some(width), _) | (None, AvailableSpace::Definite(width)) => Room::Width(width),
        (None, AvailableSpace::MinContent) => Room::Least,
        (None, AvailableSpace::MaxContent) => Room::Any,
    }
}

/// Breaks every text for the box it got.
fn settle(root: &mut Node, placement: &mut Placement) {
    let mut at = 0;
    let Placement { areas, fits } = placement;
    visit(root, &mut |node| {
        if let Paint::Text(text) = &mut node.paint {
            *fits &= text.settle(areas[at].width() as f32);
        }
        at += 1;
    });
}

fn visit(node: &mut Node, see: &mut impl FnMut(&mut Node)) {
    see(node);
    node.children.iter_mut().for_each(|child| visit(child, see));
}

/// The line with its points, and two lines of words under it.
fn scale_height(scale: &Scale) -> f32 {
    scale.points.first().map_or(0.0, |point| point.text.size * (1.2 + 2.0 * 1.25))
}

fn style(frame: &Frame, stack: &Stack, air: f32) -> Style {
    Style {
        display: Display::Flex,
        flex_direction: match stack.direction {
            Direction::Column => FlexDirection::Column,
            Direction::Row => FlexDirection::Row,
        },
        flex_wrap: if stack.wrap { FlexWrap::Wrap } else { FlexWrap::NoWrap },
        gap: taffy::Size::length(stack.gap * air),
        padding: padding(stack.padding, air),
        align_items: stack.align.map_or(AlignItems::STRETCH, align_items),
        justify_content: stack.justify.map_or(JustifyContent::START, justify),
        size: taffy::Size { width: dimension(frame.width), height: dimension(frame.height) },
        min_size: taffy::Size { width: bound(frame.min_width), height: bound(frame.min_height) },
        max_size: taffy::Size { width: bound(frame.max_width), height: bound(frame.max_height) },
        flex_grow: frame.grow,
        flex_shrink: frame.shrink,
        align_self: frame.align_self.map(align_items),
        margin: margin(frame),
        ..placed(frame)
    }
}

fn placed(frame: &Frame) -> Style {
    let Some(pin) = frame.pin else { return Style::default() };
    let edge = |edge: Option<f32>| edge.map_or(LengthPercentageAuto::AUTO, LengthPercentageAuto::length);
    let inset =
        taffy::Rect { left: edge(pin.left), top: edge(pin.top), right: edge(pin.right), bottom: edge(pin.bottom) };
    Style { position: Position::Absolute, inset, ..Style::default() }
}

fn dimension(length: Option<Length>) -> Dimension {
    match length {
        None => Dimension::AUTO,
        Some(Length::Units(units)) => Dimension::length(units),
        Some(Length::Fraction(fraction)) => Dimension::percent(fraction),
    }
}

fn bound(length: Option<Length>) -> LengthPercentageAuto {
    match length {
        None => LengthPercentageAuto::AUTO,
        Some(Length::Units(units)) => LengthPercentageAuto::length(units),
        Some(Length::Fraction(fraction)) => LengthPercentageAuto::percent(fraction),
    }
}

fn padding(sides: Sides, air: f32) -> taffy::Rect<LengthPercentage> {
    let length = |units: f32| LengthPercentage::length(units * air);
    taffy::Rect {
        left: length(sides.left),
        right: length(sides.right),
        top: length(sides.top),
        bottom: length(sides.bottom),
    }
}

fn margin(frame: &Frame) -> taffy::Rect<LengthPercentageAuto> {
    let length = LengthPercentageAuto::length;
    let Sides { top, right, bottom, left } = frame.margin;
    let top = if frame.push { LengthPercentageAuto::AUTO } else { length(top) };
    taffy::Rect { left: length(left), right: length(right), top, bottom: length(bottom) }
}

fn align_items(align: Align) -> AlignItems {
    match align {
        Align::Start => AlignItems::START,
        Align::Center => AlignItems::CENTER,
        Align::End => AlignItems::END,
        Align::Baseline => AlignItems::BASELINE,
        Align::Stretch | Align::Between => AlignItems::STRETCH,
    }
}

fn justify(align: Align) -> JustifyContent {
    match align {
        Align::Center => JustifyContent::CENTER,
        Align::End => JustifyContent::END,
        Align::Between => JustifyContent::SPACE_BETWEEN,
        Align::Start | Align::Stretch | Align::Baseline => JustifyContent::START,
    }
}
