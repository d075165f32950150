use std::collections::BTreeSet;

use planche_scene::{Affine, BlendMode, Color, Compose, Group, Image, Item, Mix, Picture, Rect};
use usvg::{ImageKind, Node};

use super::{Ignored, clip, shape};
use crate::{Limits, MediaError, decode};

/// The deepest nesting of groups in a drawing: what draws them recurses too.
const DEEPEST: usize = 64;
/// How many times the drawing's longer side shapes may reach: a curve is cut into pieces as long as a pixel.
const FARTHEST: f32 = 1000.0;
/// The most pictures in a drawing: each is decoded where it stands.
const MOST_PICTURES: usize = 16;
/// A logo holds no photograph: 16 megapixels a picture, and 2048 pixels a side once decoded.
const PICTURE: Limits = Limits { file_side: 1 << 14, file_pixels: 1 << 24, codec_bytes: 1 << 27, side: 2048 };

/// Walks the tree of an SVG and makes items of it.
pub struct Reader {
    /// The colour that replaces every other one.
    pub ink: Option<Color>,
    /// What was left out so far.
    pub ignored: BTreeSet<Ignored>,
    /// How many images were met so far.
    pub images: usize,
    /// The work that turning even-odd outlines took so far.
    pub turning: usize,
    /// How far from the drawing's origin a shape may be, in the drawing's units.
    pub reach: f32,
    /// How many groups with a meaning of their own enclose the current node.
    depth: usize,
}

impl Reader {
    /// A reader of a drawing whose longer side is `side`.
    pub fn new(ink: Option<Color>, side: f32) -> Self {
        Self { ink, ignored: BTreeSet::new(), images: 0, turning: 0, reach: FARTHEST * side, depth: 0 }
    }

    /// Notes that `feature` is left out, if it is `present`.
    pub fn note_if(&mut self, present: bool, feature: Ignored) {
        if present {
            self.ignored.insert(feature);
        }
    }

    /// Whether a path is near enough to be drawn; notes that it is left out when it is not.
    pub fn reaches(&mut self, path: &usvg::Path) -> bool {
        let bounds = path.abs_stroke_bounding_box();
        let edges = [bounds.left(), bounds.top(), bounds.right(), bounds.bottom()];
        let near = edges.iter().all(|edge| edge.abs() <= self.reach);
        self.note_if(!near, Ignored::Far);
        near
    }

    /// The items of a group's children, in the group's space.
    pub fn children(&mut self, group: &usvg::Group) -> Result<Vec<Item>, MediaError> {
        let mut items = Vec::new();
        for node in group.children() {
            match node {
                Node::Group(group) => items.append(&mut self.group(group)?),
                Node::Path(path) => items.append(&mut shape::items(self, path)),
                Node::Image(image) => items.extend(self.image(image)?),
                Node::Text(_) => {}
            }
        }
        Ok(items)
    }

    fn group(&mut self, group: &usvg::Group) -> Result<Vec<Item>, MediaError> {
        self.note_if(group.mask().is_some(), Ignored::Mask);
        self.note_if(!group.filters().is_empty(), Ignored::Filter);
        self.note_if(group.blend_mode() == usvg::BlendMode::PlusLighter, Ignored::Blending);
        let clips = clip::outlines(self, group.clip_path());
        let frame = frame(group);
        let layers = clips.len() + usize::from(frame.is_some());
        self.depth += layers;
        if self.depth > DEEPEST {
            return Err(MediaError::TooComplex);
        }
        let mut items = self.children(group)?;
        self.depth -= layers;
        if items.is_empty() {
            return Ok(items);
        }
        for outline in clips {
            items = vec![Item::Group(Group::clipped(outline, items))];
        }
        Ok(match frame {
            Some(frame) => vec![Item::Group(Group { items, ..frame })],
            None => items,
        })
    }

    fn image(&mut self, image: &usvg::Image) -> Result<Option<Item>, MediaError> {
        self.images += 1;
        if self.images > MOST_PICTURES {
            return Err(MediaError::TooComplex);
        }
        if !image.is_visible() {
            return Ok(None);
        }
        let decoded = match image.kind() {
            ImageKind::JPEG(bytes) | ImageKind::PNG(bytes) | ImageKind::WEBP(bytes) => decode(bytes, PICTURE).ok(),
            ImageKind::GIF(_) | ImageKind::SVG(_) => None,
        };
        self.note_if(decoded.is_none(), Ignored::Image);
        Ok(decoded.map(|decoded| place(decoded.image, image.size())))
    }
}

fn place(pixels: Image, size: usvg::Size) -> Item {
    let source = Rect::new(0.0, 0.0, pixels.width.into(), pixels.height.into());
    let target = Rect::new(0.0, 0.0, size.width().into(), size.height().into());
    Item::Picture(Picture { image: pixels, source, target })
}

/// The same transform in the scene's terms.
pub fn affine(transform: usvg::Transform) -> Affine {
    let usvg::Transform { sx, kx, ky, sy, tx, ty } = transform;
    Affine::new([sx, ky, kx, sy, tx, ty].map(f64::from))
}

/// An empty group with the transform, the opacity and the blending of `group`; `None` when it has none of them.
fn frame(group: &usvg::Group) -> Option<Group> {
    let frame = Group {
        transform: affine(group.transform()),
        opacity: group.opacity().get(),
        blend: blend(group),
        ..Group::default()
    };
    (frame.transform != Affine::IDENTITY || frame.needs_layer()).then_some(frame)
}

/// How a group meets its backdrop; `None` when drawing it piece by piece gives the same picture.
fn blend(group: &usvg::Group) -> Option<BlendMode> {
    use usvg::BlendMode as Svg;
    let mix = match group.blend_mode() {
        Svg::Normal => return group.isolate().then(|| BlendMode::new(Mix::Normal, Compose::SrcOver)),
        Svg::Multiply => Mix::Multiply,
        Svg::Screen => Mix::Screen,
        Svg::Overlay => Mix::Overlay,
        Svg::Darken => Mix::Darken,
        Svg::Lighten => Mix::Lighten,
        Svg::ColorDodge => Mix::ColorDodge,
        Svg::ColorBurn => Mix::ColorBurn,
        Svg::HardLight => Mix::HardLight,
        Svg::SoftLight => Mix::SoftLight,
        Svg::Difference => Mix::Difference,
        Svg::Exclusion => Mix::Exclusion,
        Svg::Hue => Mix::Hue,
        Svg::Saturation => Mix::Saturation,
        Svg::Color => Mix::Color,
        Svg::Luminosity => Mix::Luminosity,
        // The nearest that every file format has.
        Svg::PlusLighter => Mix::Screen,
    };
    Some(BlendMode::new(mix, Compose::SrcOver))
}
