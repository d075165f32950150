//! Palettes read from pictures and files, charters given out as files.

use std::path::Path;

use planche_app::wire::{CharterKind, ExportCharter, OfBrand, PaletteProposal, Problem, ReadPalette};
use uuid::Uuid;

use crate::Bench;

impl Bench {
    fn palette(&self, brand: Uuid, path: &Path) -> Result<PaletteProposal, Problem> {
        self.studio().read_palette(ReadPalette { brand, path: Some(path.display().to_string()), asset: None })
    }

    fn give(&self, brand: Uuid, kinds: &[CharterKind]) -> Vec<String> {
        let folder = self.folder.path().join("given").display().to_string();
        self.studio().export_charter(ExportCharter { brand, folder, kinds: kinds.to_vec() }).unwrap()
    }
}

#[test]
fn a_charter_given_out_as_tokens_comes_back_as_it_was() {
    let bench = Bench::new();
    let brand = bench.sample().brand;
    let charter = bench.studio().charter(OfBrand { brand }).unwrap().charter;
    let [dtcg, legacy, ase, gpl, css]: [String; 5] = bench
        .give(brand, &[CharterKind::Dtcg, CharterKind::Legacy, CharterKind::Ase, CharterKind::Gpl, CharterKind::Css])
        .try_into()
        .unwrap();
    let read = |path: &str| bench.palette(brand, Path::new(path)).unwrap();
    let back = read(&dtcg);
    assert_eq!(back.charter, charter);
    assert_eq!((back.adjusted.len(), back.left_out.len()), (0, 0));
    for path in [&gpl, &css] {
        assert_eq!(read(path).proposal, charter.colors, "{path}");
    }
    assert_eq!(read(&legacy).proposal.vivid.value, charter.colors.vivid.value);
    assert_eq!(read(&ase).colors.len(), 6);
    let again = bench.give(brand, &[CharterKind::Ase]);
    assert_ne!(again[0], ase, "no file is written over");
}

#[test]
fn another_brand_takes_tokens_without_the_files_they_name() {
    let bench = Bench::new();
    let brand = bench.sample().brand;
    let dtcg = bench.give(brand, &[CharterKind::Dtcg]).remove(0);
    let brands = bench.studio().overview(planche_app::wire::Nothing {}).unwrap().brands;
    let other = brands.iter().find(|card| card.name == "Rustine").unwrap().id;
    let own = bench.studio().charter(OfBrand { brand: other }).unwrap().charter;
    let back = bench.palette(other, Path::new(&dtcg)).unwrap();
    assert_eq!(back.charter.fonts.title.family, "Young Serif");
    assert_eq!(back.charter.editorial, own.editorial, "no word crosses");
    assert_eq!(back.charter.name, own.name);
}

#[test]
fn a_picture_gives_colours_that_can_be_read() {
    let bench = Bench::new();
    let brand = bench.sample().brand;
    let photo = bench.engine.assets.sample("maree-basse").join("photos/bols-empiles.jpg");
    let logo = bench.engine.assets.sample("rustine").join("logo.svg");
    for path in [photo, logo] {
        let found = bench.palette(brand, &path).unwrap();
        assert!(!found.colors.is_empty());
        let colors = &found.proposal;
        assert!(colors.ink.value.contrast(colors.ground.value) >= 7.0, "{path:?}");
    }
    let own = bench.studio().read_palette(ReadPalette { brand, path: None, asset: None }).unwrap();
    assert_eq!(own.source, "logo.svg");
}

#[test]
fn what_holds_no_colours_is_refused_with_the_reason() {
    let bench = Bench::new();
    let brand = bench.sample().brand;
    let check = |bytes: &[u8], code: &str| {
        let path = bench.folder.path().join("palette");
        std::fs::write(&path, bytes).unwrap();
        assert_eq!(bench.palette(brand, &path).unwrap_err().code, code);
    };
    check(b"bonjour", "noColours");
    check(b"ASEF\0\x01\0\0\0\0\0\x09", "damagedPalette");
    check(b"{\"a\": {\"$value\": 3}}", "noColours");
    assert_eq!(bench.palette(brand, Path::new("/nowhere.ase")).unwrap_err().code, "missingFile");
}

#[test]
fn a_brand_book_and_a_whole_brand_are_given_out_of_the_charter_in_force() {
    let bench = Bench::new();
    let brand = bench.sample().brand;
    let given = bench.give(brand, &[CharterKind::Pdf, CharterKind::Brand]);
    let name = |path: &String| Path::new(path).file_name().unwrap().to_string_lossy().into_owned();
    assert_eq!(given.iter().map(name).collect::<Vec<_>>(), ["Marée Basse (charte).pdf", "Marée Basse.planche"]);
    assert!(std::fs::read(&given[0]).unwrap().starts_with(b"%PDF"));
    let taken = bench.studio().import_brand(planche_app::wire::ImportBrand { path: given[1].clone() }).unwrap();
    assert_eq!(taken.name, "Marée Basse 2");
}
