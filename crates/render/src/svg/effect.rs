use kurbo::Rect;
use planche_scene::{Group, Item, Shadow};

use super::{
    Writer, compose,
    paint::solid,
    shape,
    xml::{matrix, number},
};
use crate::{
    RenderError,
    extent::{content_extent, effects_extent, extent},
};

impl Writer {
    /// Draws a group's content with what is done to it as a whole. What is clipped and masked lies inside what is
    /// filtered, since a file would clip the filter's result otherwise.
    pub(super) fn frame(&mut self, group: &Group, meaning: &str) -> Result<(), RenderError> {
        let whole = format!("{meaning}{}", whole(group));
        let filter = self.filter(group);
        let shown = self.shown(group)?;
        match filter {
            Some(filter) if !shown.is_empty() => self.inside(group, &format!("{whole}{filter}"), |writer| {
                writer.write(format_args!("<g{shown}>"));
                writer.items(&group.items)?;
                writer.body.push_str("</g>");
                Ok(())
            }),
            filter => {
                let filter = filter.unwrap_or_default();
                self.inside(group, &format!("{whole}{filter}{shown}"), |writer| writer.items(&group.items))
            }
        }
    }

    fn inside(
        &mut self,
        group: &Group,
        attributes: &str,
        draw: impl FnOnce(&mut Self) -> Result<(), RenderError>,
    ) -> Result<(), RenderError> {
        if attributes.is_empty() {
            return draw(self);
        }
        self.write(format_args!("<g{attributes}>"));
        self.name(group.mark.as_ref());
        draw(self)?;
        self.body.push_str("</g>");
        Ok(())
    }

    /// The attributes that say where the content shows.
    fn shown(&mut self, group: &Group) -> Result<String, RenderError> {
        let mut attributes = String::new();
        if let Some(clip) = &group.clip {
            let id = self.next_id();
            let path = shape::data(clip);
            self.define(format_args!("<clipPath id=\"d{id}\"><path d=\"{path}\"/></clipPath>"));
            attributes += &format!(" clip-path=\"url(#d{id})\"");
        }
        if let Some(mask) = &group.mask {
            let id = self.mask(mask)?;
            attributes += &format!(" mask=\"url(#d{id})\"");
        }
        Ok(attributes)
    }

    /// Defines a mask by the alpha of `items`.
    pub(super) fn mask(&mut self, items: &[Item]) -> Result<u32, RenderError> {
        let region = region(extent(items).unwrap_or_default());
        let silhouette: Vec<Item> = items.iter().map(compose::silhouette).collect();
        let mask = self.apart(|writer| writer.items(&silhouette))?;
        let id = self.next_id();
        self.define(format_args!(
            "<mask id=\"d{id}\" style=\"mask-type:alpha\" maskUnits=\"userSpaceOnUse\"{region}>{mask}</mask>"
        ));
        Ok(id)
    }

    /// The attribute that blurs a group and casts its shadow.
    ///
    /// The shadow is written step by step: editors do not all know `feDropShadow`.
    fn filter(&mut self, group: &Group) -> Option<String> {
        let content = content_extent(group)?;
        let blurs = group.blur > 0.0;
        if !blurs && group.shadow.is_none() {
            return None;
        }
        let id = self.next_id();
        let region = region(effects_extent(content, group));
        self.define(format_args!(
            "<filter id=\"d{id}\" filterUnits=\"userSpaceOnUse\"{region} color-interpolation-filters=\"sRGB\">"
        ));
        let source = if blurs { "soft" } else { "SourceGraphic" };
        if blurs {
            let deviation = number(group.blur);
            self.define(format_args!("<feGaussianBlur stdDeviation=\"{deviation}\" result=\"soft\"/>"));
        }
        if let Some(shadow) = &group.shadow {
            self.cast(shadow, group.blur);
            self.define(format_args!("<feMerge><feMergeNode/><feMergeNode in=\"{source}\"/></feMerge>"));
        }
        self.define(format_args!("</filter>"));
        Some(format!(" filter=\"url(#d{id})\""))
    }

    /// The silhouette softened once, by what the blur and the shadow come to together.
    fn cast(&mut self, shadow: &Shadow, blur: f64) {
        let deviation = blur.hypot(shadow.deviation);
        if deviation > 0.0 {
            let deviation = number(deviation);
            self.define(format_args!(
                "<feGaussianBlur in=\"SourceAlpha\" stdDeviation=\"{deviation}\" result=\"cast\"/>"
            ));
        }
        let from = if deviation > 0.0 { "cast" } else { "SourceAlpha" };
        let [x, y] = [shadow.offset.x, shadow.offset.y].map(number);
        let color = solid(shadow.color, "flood-color", "flood-opacity");
        self.define(format_args!(
            "<feOffset in=\"{from}\" dx=\"{x}\" dy=\"{y}\" result=\"place\"/><feFlood{color}/>\
             <feComposite in2=\"place\" operator=\"in\"/>"
        ));
    }
}

/// The attributes that place a group and lay it over the backdrop as one.
fn whole(group: &Group) -> String {
    let mut attributes = String::new();
    if group.transform != kurbo::Affine::IDENTITY {
        attributes += &format!(" transform=\"{}\"", matrix(group.transform));
    }
    if group.opacity < 1.0 {
        attributes += &format!(" opacity=\"{}\"", number(f64::from(group.opacity)));
    }
    if let Some(blend) = group.blend {
        attributes += compose::style(blend.mix);
    }
    attributes
}

/// The attributes of a region in the user's space, a unit larger than `area` for what smoothing adds.
fn region(area: Rect) -> String {
    let area = area.inflate(1.0, 1.0);
    let [x, y, width, height] = [area.x0, area.y0, area.width(), area.height()].map(number);
    format!(" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"")
}
