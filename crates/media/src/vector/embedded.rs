//! Pictures inside a drawing: which of them the parser is given.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use usvg::{
    ImageHrefResolver, ImageKind, Options,
    roxmltree::{Document, Node},
};

use super::region::number;
use crate::Format;

/// The proportions of a picture, and of its box with where it stands, that the parser can bear: it stops the program
/// over a box so thin that its two edges are one number (usvg 0.49.0, `Size::to_non_zero_rect`).
const SLIM: usize = 100;
const REACH: f32 = 1000.0;

/// Options that open no file and that count in `asked` the pictures that the drawing asks for.
pub fn options<'a>(document: &Document<'_>, asked: &'a AtomicUsize) -> Options<'a> {
    let borne = document.descendants().all(is_borne);
    let image_href_resolver = ImageHrefResolver {
        resolve_data: Box::new(move |_, data, _| {
            asked.fetch_add(1, Ordering::Relaxed);
            picture(data).filter(|_| borne)
        }),
        resolve_string: Box::new(|_, _| {
            asked.fetch_add(1, Ordering::Relaxed);
            None
        }),
    };
    Options { image_href_resolver, ..Options::default() }
}

/// A picture, told by content; a drawing in the drawing is none, and is not even read.
fn picture(data: Arc<Vec<u8>>) -> Option<ImageKind> {
    let format = Format::recognise(&data).ok()?;
    let size = imagesize::blob_size(&data).ok()?;
    let (short, long) = (size.width.min(size.height), size.width.max(size.height));
    if short == 0 || long / short >= SLIM {
        return None;
    }
    Some(match format {
        Format::Jpeg => ImageKind::JPEG(data),
        Format::Png => ImageKind::PNG(data),
        Format::WebP => ImageKind::WEBP(data),
        Format::Gif | Format::Tiff | Format::Bmp | Format::Avif | Format::Heic => return None,
    })
}

/// Whether a box is in proportion with where it stands. What is no plain number cannot be told.
fn is_borne(node: Node<'_, '_>) -> bool {
    match node.tag_name().name() {
        "image" => {
            let given = |name: &str, absent: f32| node.attribute(name).map_or(Some(absent), number);
            let values = [given("x", 0.0), given("y", 0.0), given("width", 1.0), given("height", 1.0)];
            let [Some(x), Some(y), Some(width), Some(height)] = values else { return false };
            [x, y, width, height].iter().all(|value| value.abs() <= REACH * width.min(height))
        }
        "feImage" => false,
        _ => true,
    }
}
