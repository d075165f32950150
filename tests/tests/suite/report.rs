//! Everything the suite drew, to look at.

use std::{fmt::Write as _, fs};

use planche_tests::picture::Picture;

use crate::{
    drawn::{Drawn, folder},
    reference,
};

const HEAD: &str = "<!doctype html><meta charset=utf-8><title>Rendering suite</title><style>\
body{font:14px system-ui;background:#ddd;margin:24px}h2{font-size:15px;margin:24px 0 8px}\
figure{display:inline-block;margin:0 16px 8px 0;vertical-align:top}figcaption{color:#555}</style>";

/// Writes `index.html`: for each page what was accepted, what each back end draws, and where they differ.
pub fn write(drawn: &[Drawn]) {
    let pictures = folder().join("pictures");
    fs::create_dir_all(&pictures).expect("the target folder takes folders");
    let mut html = String::from(HEAD);
    for drawn in drawn {
        write!(html, "<h2>{drawn}</h2>").expect("a string takes every text");
        for (name, picture) in views(drawn) {
            let file = format!("{}-{name}.png", drawn.name.replace('/', "-"));
            picture.write_fast(&pictures.join(&file));
            write!(html, "<figure><img src=\"pictures/{file}\"><figcaption>{name}</figcaption></figure>")
                .expect("a string takes every text");
        }
    }
    fs::write(folder().join("index.html"), html).expect("the report's folder takes files");
}

fn views(drawn: &Drawn) -> Vec<(String, Picture)> {
    let path = reference::path(drawn);
    let reference = path.exists().then(|| Picture::read(&path));
    let mut views = vec![("raster".to_owned(), drawn.raster.clone())];
    for (name, other) in [("reference", &reference), ("svg", &drawn.svg), ("pdf", &drawn.pdf)] {
        let Some(other) = other else { continue };
        let caption =
            drawn.raster.difference(other).map(|difference| format!("{name}-differs-by-{:.0}", difference.tile));
        views.push((name.to_owned(), other.clone()));
        views.extend(caption.map(|caption| (caption, drawn.raster.difference_map(other))));
    }
    views
}
