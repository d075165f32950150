use std::{collections::HashMap, sync::Arc};

use krilla::{
    blend::BlendMode as PdfBlend,
    surface::Surface,
    tagging::{Artifact, ContentTag, Identifier, SpanTag},
    text::Font,
};
use kurbo::{Affine, Rect};
use peniko::{BlendMode, Compose, Mix};
use planche_scene::{Group, ImageId, Item, Mark, Scene};

use super::{
    link::PageLink,
    mark::{Block, PdfNode, attach, bounds, keep_links, speaks},
    paint::{normalized, transform as pdf_transform},
    text::FontKey,
    words::Words,
};
use crate::{RenderError, label::label, raster::PictureCache};

/// What pages share: each font and each image is in the file once.
#[derive(Default)]
pub struct Embedded {
    pub fonts: HashMap<FontKey, Font>,
    pub images: HashMap<ImageId, krilla::image::Image>,
    /// What shadows and blurs are drawn of.
    pub pictures: Arc<PictureCache>,
}

/// A heading, for the outline that viewers show beside the pages.
pub struct Heading {
    pub text: String,
    /// Distance from the top of the page, in points.
    pub top: f64,
}

/// Draws one page and keeps what its structure needs.
pub struct PageWriter<'a> {
    pub(super) surface: Surface<'a>,
    pub(super) embedded: &'a mut Embedded,
    /// The page, in points.
    pub(super) area: Rect,
    index: usize,
    links: Vec<PageLink>,
    headings: Vec<Heading>,
    /// Whether what is drawn belongs to tagged content already, which cannot be divided further.
    sealed: bool,
}

impl<'a> PageWriter<'a> {
    pub fn new(surface: Surface<'a>, embedded: &'a mut Embedded, area: Rect, index: usize) -> Self {
        Self { surface, embedded, area, index, links: Vec::new(), headings: Vec::new(), sealed: false }
    }

    /// A writer for content that belongs to another piece already.
    pub fn sealed(surface: Surface<'a>, embedded: &'a mut Embedded, area: Rect) -> Self {
        Self { sealed: true, ..Self::new(surface, embedded, area, 0) }
    }

    /// Draws a whole page at `scale` points a unit; returns its structure in reading order.
    pub fn page(&mut self, scene: &Scene, scale: f64) -> Result<Vec<PdfNode>, RenderError> {
        let mut nodes = Vec::new();
        let transform = Affine::scale(scale);
        self.surface.push_transform(&pdf_transform(transform));
        let drawn = self.items(&scene.items, transform, &mut nodes);
        self.surface.pop();
        drawn.map(|()| nodes)
    }

    /// Ends the page's content; returns the links and the headings met on it.
    pub fn finish(self) -> (Vec<PageLink>, Vec<Heading>) {
        self.surface.finish();
        (self.links, self.headings)
    }

    /// Draws items under `transform`, from their space to points from the page's top left corner.
    pub(super) fn items(
        &mut self,
        items: &[Item],
        transform: Affine,
        nodes: &mut Vec<PdfNode>,
    ) -> Result<(), RenderError> {
        items.iter().try_for_each(|item| match item {
            Item::Group(group) => self.marked_group(group, transform, nodes),
            Item::Shape(shape) => self.decoration(|page| page.shape(shape)),
            Item::Picture(picture) => self.decoration(|page| page.picture(picture)),
            Item::Glyphs(run) => {
                let leaf = self.seal(ContentTag::Span(SpanTag::empty()), |page| page.glyphs(run))?;
                nodes.extend(leaf.map(|leaf| PdfNode::Words(leaf, Words::of(run))));
                Ok(())
            }
            Item::Link(link) => {
                self.link(PageLink::new(link, transform), nodes);
                Ok(())
            }
        })
    }

    pub(super) fn link(&mut self, link: Option<PageLink>, nodes: &mut Vec<PdfNode>) {
        if let Some(link) = link {
            nodes.push(PdfNode::Link(self.links.len()));
            self.links.push(link);
        }
    }

    fn marked_group(&mut self, group: &Group, transform: Affine, nodes: &mut Vec<PdfNode>) -> Result<(), RenderError> {
        let inner = transform * group.transform;
        match &group.mark {
            Some(Mark::Heading(level)) => self.heading(*level, group, inner, nodes),
            Some(Mark::Figure(text)) if !text.is_empty() => self.figure(text, group, inner, nodes),
            Some(Mark::Figure(_) | Mark::Artifact) => {
                let mut silenced = Vec::new();
                self.decoration(|page| page.group(group, inner, &mut silenced))?;
                keep_links(silenced, nodes);
                Ok(())
            }
            Some(Mark::Paragraph) => self.block(Block::Paragraph, group, inner, nodes),
            Some(Mark::Quote) => self.block(Block::Quote, group, inner, nodes),
            Some(Mark::List) => self.block(Block::List, group, inner, nodes),
            Some(Mark::ListItem) => self.block(Block::ListItem, group, inner, nodes),
            None => self.group(group, inner, nodes),
        }
    }

    fn figure(
        &mut self,
        text: &str,
        group: &Group,
        inner: Affine,
        nodes: &mut Vec<PdfNode>,
    ) -> Result<(), RenderError> {
        let mut content = Vec::new();
        self.content(&mut content, |page, nodes| page.group(group, inner, nodes))?;
        let area = bounds(&group.items, inner).map(|area| (self.index, area));
        nodes.push(PdfNode::Block(Block::Figure { text: text.to_owned(), area }, content));
        Ok(())
    }

    fn heading(
        &mut self,
        level: u8,
        group: &Group,
        inner: Affine,
        nodes: &mut Vec<PdfNode>,
    ) -> Result<(), RenderError> {
        let text = label(&group.items);
        let top = bounds(&group.items, inner).map_or(0.0, |area| area.y0);
        self.headings.push(Heading { text: text.clone(), top });
        self.block(Block::Heading { level, text }, group, inner, nodes)
    }

    fn block(
        &mut self,
        block: Block,
        group: &Group,
        inner: Affine,
        nodes: &mut Vec<PdfNode>,
    ) -> Result<(), RenderError> {
        let mut children = Vec::new();
        self.group(group, inner, &mut children)?;
        // Inside a sealed piece a block has no content of its own, but tells what the piece means.
        if self.sealed || !children.is_empty() {
            nodes.push(PdfNode::Block(block, children));
        }
        Ok(())
    }

    /// Draws a group whose meaning is settled. A layer or what is masked becomes one piece of content, since its insides are a drawing of
    /// their own that the page's structure cannot reach into.
    fn group(&mut self, group: &Group, inner: Affine, nodes: &mut Vec<PdfNode>) -> Result<(), RenderError> {
        if (group.needs_layer() || group.mask.is_some()) && !self.sealed {
            return if speaks(&group.items) {
                self.content(nodes, |page, nodes| page.group(group, inner, nodes))
            } else {
                self.decoration(|page| page.group(group, inner, nodes))
            };
        }
        let pushed = self.push(group)?;
        let drawn = self.effects(group, inner, nodes);
        (0..pushed).for_each(|_| self.surface.pop());
        drawn
    }

    /// Enters a group; returns how often to pop.
    fn push(&mut self, group: &Group) -> Result<usize, RenderError> {
        let blend = group.blend.map(blend).transpose()?;
        self.surface.push_transform(&pdf_transform(group.transform));
        let mut pushed = 1;
        if let Some(blend) = blend {
            self.surface.push_blend_mode(blend);
            self.surface.push_isolated();
            pushed += 2;
        }
        if group.opacity < 1.0 {
            self.surface.push_opacity(normalized(group.opacity));
            pushed += 1;
        }
        Ok(pushed)
    }

    /// Draws something that is to be read: one leaf of the structure.
    fn content(
        &mut self,
        nodes: &mut Vec<PdfNode>,
        draw: impl FnOnce(&mut Self, &mut Vec<PdfNode>) -> Result<(), RenderError>,
    ) -> Result<(), RenderError> {
        let mut inside = Vec::new();
        let leaf = self.seal(ContentTag::Span(SpanTag::empty()), |page| draw(page, &mut inside))?;
        match leaf {
            Some(leaf) => nodes.extend(attach(leaf, inside)),
            None => nodes.extend(inside),
        }
        Ok(())
    }

    /// Draws something that nobody needs to hear of.
    pub(super) fn decoration(
        &mut self,
        draw: impl FnOnce(&mut Self) -> Result<(), RenderError>,
    ) -> Result<(), RenderError> {
        self.seal(ContentTag::Artifact(Artifact::default()), draw).map(drop)
    }

    /// Draws as one tagged piece, unless what is drawn is part of one already.
    pub(super) fn seal(
        &mut self,
        tag: ContentTag<'_>,
        draw: impl FnOnce(&mut Self) -> Result<(), RenderError>,
    ) -> Result<Option<Identifier>, RenderError> {
        if self.sealed {
            return draw(self).map(|()| None);
        }
        let leaf = self.surface.start_tagged(tag);
        self.sealed = true;
        let drawn = draw(self);
        self.sealed = false;
        self.surface.end_tagged();
        drawn.map(|()| Some(leaf))
    }
}

fn blend(blend: BlendMode) -> Result<PdfBlend, RenderError> {
    if blend.compose != Compose::SrcOver {
        return Err(RenderError::Compose(blend.compose));
    }
    Ok(match blend.mix {
        Mix::Normal => PdfBlend::Normal,
        Mix::Multiply => PdfBlend::Multiply,
        Mix::Screen => PdfBlend::Screen,
        Mix::Overlay => PdfBlend::Overlay,
        Mix::Darken => PdfBlend::Darken,
        Mix::Lighten => PdfBlend::Lighten,
        Mix::ColorDodge => PdfBlend::ColorDodge,
        Mix::ColorBurn => PdfBlend::ColorBurn,
        Mix::HardLight => PdfBlend::HardLight,
        Mix::SoftLight => PdfBlend::SoftLight,
        Mix::Difference => PdfBlend::Difference,
        Mix::Exclusion => PdfBlend::Exclusion,
        Mix::Hue => PdfBlend::Hue,
        Mix::Saturation => PdfBlend::Saturation,
        Mix::Color => PdfBlend::Color,
        Mix::Luminosity => PdfBlend::Luminosity,
    })
}
