//! A brand's own typefaces, from the charter to the files.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails, and says where")]

use std::{fs, path::Path, sync::Arc};

use planche_app::{
    Assets, Engine,
    export::Outcome,
    finding::Severity,
    render::{Request, Style, render},
    wire::{ExportAs, Problem},
};
use tempfile::TempDir;

const TITLE: &str = r#""title": { "family": "Young Serif","#;

fn shipped(path: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)).unwrap()
}

fn karla() -> Vec<u8> {
    shipped("assets/fonts/files/Karla.ttf")
}

/// The font with another `fsType`, 8 bytes into its `OS/2` table.
fn licensed(bits: u16) -> Vec<u8> {
    let mut font = karla();
    let record = font[12..].chunks_exact(16).find(|record| record.starts_with(b"OS/2")).unwrap();
    let offset = u32::from_be_bytes(record[8..12].try_into().unwrap()) as usize;
    font[offset + 8..offset + 10].copy_from_slice(&bits.to_be_bytes());
    font
}

/// A sample brand whose titles are set in another face, and the font files beside it.
fn brand(face: &str, fonts: &[(&str, Vec<u8>)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let charter = String::from_utf8(shipped("assets/brands/maree-basse/charter.json")).unwrap();
    let changed = charter.replacen(TITLE, &format!(r#""title": {{ {face},"#), 1);
    assert!(charter.contains(TITLE), "the sample names its typeface otherwise");
    fs::write(folder.path().join("charter.json"), changed).unwrap();
    for file in ["logo.svg", "motif.svg"] {
        fs::write(folder.path().join(file), shipped(&format!("assets/brands/maree-basse/{file}"))).unwrap();
    }
    fs::create_dir(folder.path().join("fonts")).unwrap();
    for (name, bytes) in fonts {
        fs::write(folder.path().join("fonts").join(name), bytes).unwrap();
    }
    folder
}

fn run(brand: &TempDir, format: &str, file_type: ExportAs) -> Result<Outcome, Problem> {
    let assets = Assets::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets")).unwrap();
    let style = Style {
        charter: brand.path().join("charter.json"),
        formats: vec![format.to_owned()],
        file_type,
        scale: 0.2,
        date: None,
    };
    let request = Request {
        style,
        outline: "# Un titre\nUne phrase.\n".to_owned(),
        pictures: brand.path().to_owned(),
        folder: brand.path().join("out"),
        threads: 1,
    };
    render(&Engine::new(Arc::new(assets)), request, &())
}

fn picture(brand: &TempDir) -> Vec<u8> {
    let outcome = run(brand, "ig_carousel_4_5", ExportAs::Png).unwrap();
    assert_eq!((outcome.problems, outcome.findings), (vec![], vec![]));
    fs::read(&outcome.files[0].path).unwrap()
}

#[test]
fn titles_are_set_in_the_file_beside_the_charter() {
    let woff2 = shipped("node_modules/@fontsource/karla/files/karla-latin-700-normal.woff2");
    let own = picture(&brand(r#""file": "fonts/Marque.ttf""#, &[("Marque.ttf", karla())]));
    assert_ne!(own, picture(&brand(r#""family": "Young Serif""#, &[])), "the title is in the shipped face");
    assert_eq!(own, picture(&brand(r#""family": "Karla""#, &[])), "the same face gives the same picture");
    let compressed = picture(&brand(r#""file": ["fonts/Marque.woff2"]"#, &[("Marque.woff2", woff2)]));
    assert_ne!(compressed, picture(&brand(r#""family": "Young Serif""#, &[])), "WOFF2 was not used");
}

#[test]
fn a_bad_file_is_named_with_its_fault() {
    let check = |bytes: Vec<u8>, code: &str, detail: &str| {
        let problem =
            run(&brand(r#""file": "fonts/M.ttf""#, &[("M.ttf", bytes)]), "ig_story", ExportAs::Png).unwrap_err();
        let told = |name: &str| problem.parameters.get(name).map_or("", String::as_str);
        assert_eq!((problem.code.as_str(), told("path"), told("detail")), (code, "fonts/M.ttf", detail));
    };
    let unknown = "this is no TrueType, OpenType or WOFF2 font";
    check(b"not a font".to_vec(), "unknownFontFormat", unknown);
    check(karla()[..5000].to_vec(), "damagedFont", "the font is damaged: its `table directory` cannot be read");
    let missing = run(&brand(r#""file": "fonts/M.ttf""#, &[]), "ig_story", ExportAs::Png).unwrap_err();
    assert_eq!(missing.code, "missingFile");
}

#[test]
fn a_licence_decides_what_a_pdf_may_carry() {
    let check = |bits: u16, format: &str, file_type: ExportAs, files: usize, expected: &[(&str, Severity)]| {
        let brand = brand(r#""file": "fonts/Marque.ttf""#, &[("Marque.ttf", licensed(bits))]);
        let outcome = run(&brand, format, file_type).unwrap();
        let found: Vec<_> = outcome.findings.iter().map(|finding| (finding.code.as_str(), finding.severity)).collect();
        assert_eq!((outcome.files.len(), found.as_slice()), (files, expected), "{bits:#06x} {format}");
        let refused = outcome.problems.iter().all(|problem| problem.code == "fontEmbeddingRestricted");
        assert!(refused && outcome.problems.len() == 1 - files, "{:?}", outcome.problems);
        for finding in &outcome.findings {
            assert_eq!(finding.parameters["font"], "Marque");
            assert_eq!(finding.place.format.as_ref().unwrap().0, format);
        }
    };
    check(0, "li_document_4_5", ExportAs::Png, 1, &[]);
    check(8, "li_document_4_5", ExportAs::Png, 1, &[]);
    check(4, "li_document_4_5", ExportAs::Png, 1, &[("font-embedding-preview", Severity::Review)]);
    for bits in [2, 0x100, 0x200] {
        check(bits, "li_document_4_5", ExportAs::Png, 0, &[("font-embedding-restricted", Severity::Block)]);
    }
    check(2, "ig_carousel_4_5", ExportAs::Pdf, 0, &[("font-embedding-restricted", Severity::Block)]);
    check(2, "ig_carousel_4_5", ExportAs::Png, 1, &[]);
    check(2, "ig_carousel_4_5", ExportAs::Svg, 1, &[]);
}

#[test]
fn an_svg_carries_outlines_and_no_font() {
    let brand = brand(r#""file": "fonts/Marque.ttf""#, &[("Marque.ttf", licensed(2))]);
    let outcome = run(&brand, "ig_carousel_4_5", ExportAs::Svg).unwrap();
    let svg = fs::read_to_string(&outcome.files[0].path).unwrap();
    assert!(!svg.contains("font-face") && !svg.contains("<text") && svg.contains("<path"));
}

#[test]
fn a_person_s_own_formats_join_those_that_ship() {
    let folder = tempfile::tempdir().unwrap();
    let assets = || Assets::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets")).unwrap();
    let count = assets().formats.iter().count();
    assert_eq!(assets().with_own_formats(folder.path()).unwrap().formats.iter().count(), count);
    let own = r#"{"formats":[{"id":"news","platform":"other","name":{"fr":"Infolettre","en":"Newsletter"},
        "short":{"fr":"Infolettre","en":"Newsletter"},"width":1200,"height":400,"aspect":"3:1","verified":"2026-11-21"}]}"#;
    fs::write(folder.path().join("formats.json"), own).unwrap();
    assert_eq!(assets().with_own_formats(folder.path()).unwrap().formats.iter().count(), count + 1);
    fs::write(folder.path().join("formats.json"), own.replace("1200", "0")).unwrap();
    let problem = assets().with_own_formats(folder.path()).err().unwrap();
    assert_eq!(problem.code, "badFormats");
    assert_eq!(problem.parameters["detail"], "the format `news`: 0 × 400 px is no size; each side is from 1 to 16384");
}
