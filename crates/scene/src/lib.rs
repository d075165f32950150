//! The display list: what to draw, and nothing about why.
//!
//! A [`Scene`] is one page, ready for any back end. Newcomers trip over one thing: coordinates are in *page units*
//! (u), never in pixels. One u is 1/1080 of the page's short side, y points down, angles turn clockwise. A back end
//! chooses how many pixels a u is worth when it draws.

mod dump;
mod effect;
mod glyphs;
mod item;
mod mark;
mod paint;
mod picture;
mod scene;

pub use effect::{Mask, Shadow};
pub use glyphs::{Font, Glyph, Glyphs, Variation};
pub use item::{Clip, Group, Item, Link, Shape};
pub use kurbo::{Affine, BezPath, Point, Rect, RoundedRect, Size, Stroke, Vec2};
pub use mark::Mark;
pub use paint::{Color, Gradient, GradientShape, Paint};
pub use peniko::{BlendMode, Compose, Mix};
pub use picture::{Encoded, Encoding, Image, ImageId, Picture};
pub use scene::Scene;
