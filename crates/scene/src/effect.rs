use std::sync::Arc;

use kurbo::Vec2;

use crate::{Color, Item};

/// What a group casts on what lies under it: its silhouette, moved, softened and in one colour.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shadow {
    /// How far it lies from the group, in u of the group's space: it turns with the group.
    pub offset: Vec2,
    /// How soft it is: the standard deviation of a Gaussian, in u of the group's space. Zero is a hard edge; CSS and
    /// design tools write twice this as their blur radius.
    pub deviation: f64,
    /// Its colour where the group is opaque.
    pub color: Color,
}

/// Items that say by their alpha where a group shows: fully where they are opaque, not at all where they are not.
///
/// Their colours mean nothing.
pub type Mask = Arc<[Item]>;
