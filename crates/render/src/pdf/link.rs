use krilla::{
    action::LinkAction,
    annotation::{Annotation, LinkAnnotation, Target},
    geom::Rect,
};
use kurbo::Affine;
use planche_scene::Link;

use super::mark::pdf_rect;

/// A link met on a page; the file takes links only once the page's content is complete.
pub struct PageLink {
    /// In points from the page's top left corner.
    area: Rect,
    address: String,
}

impl PageLink {
    /// The link on its page, or `None` when nobody could click it.
    pub fn new(link: &Link, transform: Affine) -> Option<Self> {
        let area = pdf_rect(transform.transform_rect_bbox(link.area))?;
        Some(Self { area, address: link.address.to_string() })
    }

    /// The link as the file writes it; the address itself is what a screen reader says.
    pub fn annotation(&self) -> Annotation {
        let target = Target::Action(LinkAction::new(self.address.clone()).into());
        Annotation::new_link(LinkAnnotation::new(self.area, target), Some(self.address.clone()))
    }
}
