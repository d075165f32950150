//! SVG files as a browser shows them.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use planche_tests::{not_checked, picture::Picture};

/// A page to show.
pub struct Page {
    file: PathBuf,
    width: usize,
    height: usize,
}

/// A place on a sheet: its left and top, in px.
type Corner = (usize, usize);

const BROWSERS: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];
/// A sheet's width in px, and the height after which a new sheet begins: browsers refuse windows of more than 16,384 px.
const SHEET: (usize, usize) = (1920, 4000);

impl Page {
    pub fn new((file, raster): (PathBuf, &Picture)) -> Self {
        Self { file, width: raster.width, height: raster.height }
    }
}

/// Shows each list of pages side by side. `None` when no browser is installed.
///
/// Starting a browser takes longer than all it shows, so many pages share a sheet.
pub fn draw(lists: &[Vec<Page>], folder: &Path) -> Option<Vec<Picture>> {
    let Some(browser) = BROWSERS.into_iter().find(|name| Command::new(name).arg("--version").output().is_ok()) else {
        not_checked("SVG files, because no Chromium is installed");
        return None;
    };
    fs::create_dir_all(folder).expect("the target folder takes folders");
    let pages: Vec<&Page> = lists.iter().flatten().collect();
    let mut pictures = Vec::new();
    let mut rest = &pages[..];
    while !rest.is_empty() {
        let corners = arrange(rest);
        let (sheet, after) = rest.split_at(corners.len());
        let shown = show(browser, sheet, &corners, &folder.join(format!("{}.html", pictures.len())));
        pictures.extend(sheet.iter().zip(corners).map(|(page, corner)| shown.part(corner, page.width, page.height)));
        rest = after;
    }
    let mut pictures = pictures.into_iter();
    Some(lists.iter().map(|list| Picture::beside(&pictures.by_ref().take(list.len()).collect::<Vec<_>>())).collect())
}

/// Corners for as many pages as a sheet takes, in rows.
fn arrange(pages: &[&Page]) -> Vec<Corner> {
    let (mut corners, mut corner, mut row) = (Vec::new(), (0, 0), 0);
    for page in pages {
        if corner.0 + page.width > SHEET.0 {
            corner = (0, corner.1 + row);
            row = 0;
        }
        row = row.max(page.height);
        if corner.1 + page.height > SHEET.1 {
            break;
        }
        corners.push(corner);
        corner.0 += page.width;
    }
    corners
}

fn show(browser: &str, pages: &[&Page], corners: &[Corner], html: &Path) -> Picture {
    let mut body = String::from("<!doctype html><style>img{position:absolute}</style>");
    for (page, (x, y)) in pages.iter().zip(corners) {
        let file = page.file.display();
        write!(body, "<img src=\"file://{file}\" style=\"left:{x}px;top:{y}px\">").expect("a string takes every text");
    }
    fs::write(html, body).expect("the sheets' folder takes files");
    let picture = html.with_extension("png");
    let profile = tempfile::tempdir().expect("there is room for a passing folder");
    let mut command = Command::new(browser);
    command.args(["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=1"]);
    command.args(["--force-color-profile=srgb", &format!("--window-size={},{}", SHEET.0, SHEET.1)]);
    command.arg(format!("--user-data-dir={}", profile.path().display()));
    command.arg(format!("--screenshot={}", picture.display())).arg(format!("file://{}", html.display()));
    let answer = command.output().expect("the browser has just answered");
    assert!(picture.exists(), "{}", String::from_utf8_lossy(&answer.stderr));
    Picture::read(&picture)
}
