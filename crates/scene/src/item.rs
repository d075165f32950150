use std::sync::Arc;

use kurbo::{Affine, BezPath, Rect, Stroke};
use peniko::BlendMode;

use crate::{Glyphs, Mark, Mask, Paint, Picture, Shadow};

/// One thing to draw.
#[derive(Clone, Debug)]
pub enum Item {
    /// Items that share a transform, a clip, an opacity or a meaning.
    Group(Group),
    /// A filled or stroked outline.
    Shape(Shape),
    /// Text, shaped and placed.
    Glyphs(Glyphs),
    /// A photograph or a raster logo.
    Picture(Picture),
    /// A place that opens an address; draws nothing.
    Link(Link),
}

/// Items drawn as one.
///
/// What is done to them has one order: they are clipped and masked, then blurred, then the shadow of that is laid under
/// it; the whole then takes the opacity and meets the backdrop.
#[derive(Clone, Debug)]
pub struct Group {
    /// From the group's space to its parent's.
    pub transform: Affine,
    /// Between 0 and 1; applied to the group as a whole.
    pub opacity: f32,
    /// How the group meets what lies under it. `None` draws straight onto the backdrop, without a layer.
    pub blend: Option<BlendMode>,
    /// Where the group may paint, in the group's space.
    pub clip: Option<Clip>,
    /// How much of the group shows where, in the group's space.
    pub mask: Option<Mask>,
    /// How soft the group is: the standard deviation of a Gaussian, in u of the group's space. Zero leaves it sharp.
    pub blur: f64,
    /// What the group casts on what lies under it.
    pub shadow: Option<Shadow>,
    /// What the group means to someone who does not see it.
    pub mark: Option<Mark>,
    /// The items, first at the back.
    pub items: Vec<Item>,
}

/// The outline that bounds a group.
pub type Clip = Arc<BezPath>;

impl Default for Group {
    fn default() -> Self {
        Self {
            transform: Affine::IDENTITY,
            opacity: 1.0,
            blend: None,
            clip: None,
            mask: None,
            blur: 0.0,
            shadow: None,
            mark: None,
            items: Vec::new(),
        }
    }
}

impl Group {
    /// `items` under a meaning, drawn as if they were not grouped.
    pub fn marked(mark: Mark, items: Vec<Item>) -> Self {
        Self { mark: Some(mark), items, ..Self::default() }
    }

    /// `items` painted only inside `clip`.
    pub fn clipped(clip: BezPath, items: Vec<Item>) -> Self {
        Self { clip: Some(Arc::new(clip)), items, ..Self::default() }
    }

    /// `items` over their shadow.
    pub fn shaded(shadow: Shadow, items: Vec<Item>) -> Self {
        Self { shadow: Some(shadow), items, ..Self::default() }
    }

    /// Whether the group, its shadow included, must be painted apart, then laid over the backdrop.
    pub fn needs_layer(&self) -> bool {
        self.opacity < 1.0 || self.blend.is_some()
    }
}

/// An outline with a fill, a stroke or both; the stroke lies on top.
#[derive(Clone, Debug)]
pub struct Shape {
    /// The outline, non-zero winding.
    pub path: Arc<BezPath>,
    /// What fills it.
    pub fill: Option<Paint>,
    /// What draws its edge, and with what.
    pub stroke: Option<(Stroke, Paint)>,
}

impl Shape {
    /// A filled outline.
    pub fn filled(path: impl Into<BezPath>, fill: impl Into<Paint>) -> Self {
        Self { path: Arc::new(path.into()), fill: Some(fill.into()), stroke: None }
    }

    /// A stroked outline, `width` u thick.
    pub fn stroked(path: impl Into<BezPath>, width: f64, paint: impl Into<Paint>) -> Self {
        Self { path: Arc::new(path.into()), fill: None, stroke: Some((Stroke::new(width), paint.into())) }
    }
}

/// A rectangle that opens an address where the file format allows it (PDF, SVG).
#[derive(Clone, Debug)]
pub struct Link {
    /// Where, in u.
    pub area: Rect,
    /// What it opens: an absolute address.
    pub address: Arc<str>,
}
