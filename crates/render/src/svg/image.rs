use std::borrow::Cow;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use kurbo::{Rect, Shape as _};
use planche_scene::{Encoding, Image, Picture};

use super::{Writer, shape, xml::matrix};
use crate::{
    RenderError,
    crop::{bounds, onto},
    encode,
};

impl Writer {
    /// Places an image; the part that does not show is clipped away, so that one file serves every crop of it.
    pub(super) fn picture(&mut self, picture: &Picture) -> Result<(), RenderError> {
        if picture.source.is_zero_area() || picture.target.is_zero_area() {
            return Ok(());
        }
        let id = self.image(&picture.image)?;
        let whole = picture.source == bounds(&picture.image);
        let clip = if whole { String::new() } else { self.crop(picture.target) };
        let transform = matrix(onto(picture.source, picture.target));
        self.write(format_args!(
            "<g aria-hidden=\"true\"{clip}><use xlink:href=\"#d{id}\" transform=\"{transform}\"/></g>"
        ));
        Ok(())
    }

    fn crop(&mut self, target: Rect) -> String {
        let id = self.next_id();
        let path = shape::data(&target.to_path(0.1));
        self.define(format_args!("<clipPath id=\"d{id}\"><path d=\"{path}\"/></clipPath>"));
        format!(" clip-path=\"url(#d{id})\"")
    }

    fn image(&mut self, image: &Image) -> Result<u32, RenderError> {
        if let Some(id) = self.images.get(&image.id) {
            return Ok(*id);
        }
        let (kind, bytes) = file(image)?;
        let (id, data) = (self.next_id(), STANDARD.encode(bytes));
        let (width, height) = (image.width, image.height);
        self.define(format_args!(
            "<image id=\"d{id}\" width=\"{width}\" height=\"{height}\" preserveAspectRatio=\"none\" \
             xlink:href=\"data:{kind};base64,{data}\"/>"
        ));
        self.images.insert(image.id, id);
        Ok(id)
    }
}

/// The image's own file, or else a PNG of its pixels.
fn file(image: &Image) -> Result<(&'static str, Cow<'_, [u8]>), RenderError> {
    match &image.encoded {
        Some(file) => Ok((media_type(file.encoding), Cow::Borrowed(&*file.bytes))),
        None => Ok((media_type(Encoding::Png), Cow::Owned(encode::png_of_image(image)?))),
    }
}

fn media_type(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Jpeg => "image/jpeg",
        Encoding::Png => "image/png",
    }
}
