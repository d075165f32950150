use krilla::{
    geom::{Size, Transform},
    mask::{Mask as PdfMask, MaskType},
    paint::{FillRule, Pattern},
    tagging::{ContentTag, SpanTag},
};
use kurbo::{Affine, Rect};
use planche_scene::{Group, Item, Mask};

use super::{
    image::soft_image,
    link::PageLink,
    mark::{PdfNode, speaks},
    page::PageWriter,
    paint::transform as pdf_transform,
    shape::outline,
};
use crate::{
    RenderError,
    label::label,
    raster::soft::{self, Soft, View, scale},
};

/// How finely shadows and blurs are drawn for a page, in pixels a point: 192 an inch, twice what a screen shows.
const DENSITY: f64 = 192.0 / 72.0;

impl PageWriter<'_> {
    /// Draws a group's shadow, then its content; `inner` leads from the group's space to points.
    pub(super) fn effects(
        &mut self,
        group: &Group,
        inner: Affine,
        nodes: &mut Vec<PdfNode>,
    ) -> Result<(), RenderError> {
        let (view, finely) = self.view(inner);
        if let Some(shadow) = &group.shadow
            && let Some(cast) = soft::shadow(group, shadow, view, &self.embedded.pictures)?
        {
            self.decoration(|page| page.soft(&cast, finely))?;
        }
        if group.blur > 0.0 {
            let content = soft::blurred(group, view, &self.embedded.pictures)?;
            content.map_or(Ok(()), |content| self.blurred(group, &content, finely, nodes))?;
            self.links(&group.items, inner, nodes);
            return Ok(());
        }
        self.framed(group, inner, nodes)
    }

    /// How the group's space is drawn in pixels, and how many of them a unit of it is worth.
    fn view(&self, inner: Affine) -> (View, f64) {
        let finely = DENSITY * scale(inner);
        let visible = if finely > 0.0 { inner.inverse().transform_rect_bbox(self.area) } else { Rect::ZERO };
        (View { transform: Affine::scale(finely), visible: visible.scale_from_origin(finely) }, finely)
    }

    /// Places what was drawn with `finely` pixels a unit.
    fn soft(&mut self, soft: &Soft, finely: f64) -> Result<(), RenderError> {
        let area = soft.area.scale_from_origin(1.0 / finely);
        let Some(size) = Size::from_wh(area.width() as f32, area.height() as f32) else { return Ok(()) };
        let image = soft_image(soft)?;
        self.surface.push_transform(&Transform::from_translate(area.x0 as f32, area.y0 as f32));
        self.surface.draw_image(image, size);
        self.surface.pop();
        Ok(())
    }

    /// Places a picture of what can no longer be text, with the words it shows.
    fn blurred(
        &mut self,
        group: &Group,
        content: &Soft,
        finely: f64,
        nodes: &mut Vec<PdfNode>,
    ) -> Result<(), RenderError> {
        if !speaks(&group.items) {
            return self.decoration(|page| page.soft(content, finely));
        }
        let words = label(&group.items);
        let tag = ContentTag::Span(SpanTag::empty().with_actual_text(Some(&words)));
        let leaf = self.seal(tag, |page| page.soft(content, finely))?;
        nodes.extend(leaf.map(PdfNode::Content));
        Ok(())
    }

    /// Keeps the links among `items` that are not drawn otherwise.
    fn links(&mut self, items: &[Item], transform: Affine, nodes: &mut Vec<PdfNode>) {
        for item in items {
            match item {
                Item::Group(group) => self.links(&group.items, transform * group.transform, nodes),
                Item::Link(link) => self.link(PageLink::new(link, transform), nodes),
                Item::Shape(_) | Item::Glyphs(_) | Item::Picture(_) => {}
            }
        }
    }

    /// Draws what a group holds, clipped and masked.
    fn framed(&mut self, group: &Group, inner: Affine, nodes: &mut Vec<PdfNode>) -> Result<(), RenderError> {
        let clip = group.clip.as_ref().map(|clip| outline(clip));
        // A clip that encloses nothing lets nothing through.
        let Some(clip) = clip.map_or(Some(None), |path| path.map(Some)) else { return Ok(()) };
        let mut pushed = 0;
        if let Some(clip) = clip {
            self.surface.push_clip_path(&clip, &FillRule::NonZero);
            pushed += 1;
        }
        if let Some(mask) = &group.mask {
            let mask = self.mask(mask, inner)?;
            self.surface.push_mask(mask);
            pushed += 1;
        }
        let drawn = self.items(&group.items, inner, nodes);
        (0..pushed).for_each(|_| self.surface.pop());
        drawn
    }

    fn mask(&mut self, mask: &Mask, inner: Affine) -> Result<PdfMask, RenderError> {
        let mut builder = self.surface.stream_builder();
        let mut writer = PageWriter::sealed(builder.surface(), self.embedded, self.area);
        let drawn = writer.items(mask, inner, &mut Vec::new());
        writer.finish();
        drawn.map(|()| PdfMask::new(builder.finish(), MaskType::Alpha))
    }

    /// A paint that lays a picture over its area.
    pub(super) fn pattern(&mut self, picture: &Soft) -> Result<Pattern, RenderError> {
        let Rect { x0, y0, .. } = picture.area;
        let (width, height) = (picture.area.width() as f32, picture.area.height() as f32);
        let size = Size::from_wh(width, height).ok_or_else(|| RenderError::Image("it has no area".to_owned()))?;
        let image = soft_image(picture)?;
        let mut builder = self.surface.stream_builder();
        let mut surface = builder.surface();
        surface.draw_image(image, size);
        surface.finish();
        let transform = pdf_transform(Affine::translate((x0, y0)));
        Ok(Pattern { stream: builder.finish(), transform, width, height })
    }
}
