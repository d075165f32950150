//! PDF files as poppler shows them: the renderer of Linux desktops.

use std::{
    path::Path,
    process::{Command, Output},
};

use planche_tests::{not_checked, picture::Picture};

/// Pixels a side for each pixel wanted: poppler rounds glyphs to whole pixels, which is seen at the suite's size.
const OVERSAMPLING: usize = 4;

/// The pages of a file side by side, at the 96 px an inch that the files count in. `None` without poppler.
pub fn draw(file: &Path, pages: usize) -> Option<Picture> {
    let folder = tempfile::tempdir().expect("there is room for a passing folder");
    let stem = folder.path().join("page");
    let mut command = Command::new("pdftoppm");
    let resolution = (96 * OVERSAMPLING).to_string();
    let answer = answer(command.args(["-r", &resolution, "-png"]).arg(file).arg(&stem))?;
    assert!(answer.status.success(), "{}: {}", file.display(), String::from_utf8_lossy(&answer.stderr));
    let pages: Vec<Picture> = (1..=pages)
        .map(|page| Picture::read(&folder.path().join(format!("page-{page}.png"))).shrunk(OVERSAMPLING))
        .collect();
    Some(Picture::beside(&pages))
}

/// The lines of text of a file; none without poppler.
pub fn lines(file: &Path) -> Vec<String> {
    let mut command = Command::new("pdftotext");
    let Some(answer) = answer(command.args(["-layout", "-enc", "UTF-8"]).arg(file).arg("-")) else { return Vec::new() };
    String::from_utf8_lossy(&answer.stdout).lines().map(str::to_owned).collect()
}

fn answer(command: &mut Command) -> Option<Output> {
    let answer = command.output().ok();
    if answer.is_none() {
        not_checked("PDF files, because poppler is not installed");
    }
    answer
}
