use planche_library::{BrandFile, Hash, Library, LibraryError};
use planche_model::{Brand, BrandId};
use tempfile::tempdir;
use uuid::Uuid;

use crate::sample::{self, BRAND, LATER, NOW};

#[test]
fn brands_come_back_as_they_went_the_oldest_first() {
    let folder = tempdir().unwrap();
    let mut library = Library::open(folder.path()).unwrap();
    let second = Brand { id: BrandId(Uuid::from_u128(1)), ..sample::brand() };
    library
        .transact(|transaction| {
            transaction.brands_mut().insert(&second, LATER)?;
            transaction.brands_mut().insert(&sample::brand(), NOW)
        })
        .unwrap();
    assert_eq!(library.brands().list().unwrap(), [sample::brand(), second]);
}

#[test]
fn a_brand_keeps_the_files_of_its_charter() {
    let folder = tempdir().unwrap();
    let mut library = Library::open(folder.path()).unwrap();
    sample::fill(&mut library);
    let file = |name: &str, bytes: &[u8]| BrandFile { name: name.to_owned(), blob: Hash::of(bytes) };
    library
        .transact(|transaction| {
            let mut brands = transaction.brands_mut();
            brands.set_file(BRAND, &file("motif.svg", b"<svg/>"))?;
            brands.set_file(BRAND, &file("logo.svg", b"first"))?;
            brands.set_file(BRAND, &file("logo.svg", b"second"))?;
            brands.set_file(BRAND, &file("old.svg", b"old"))?;
            brands.remove_file(BRAND, "old.svg")
        })
        .unwrap();
    let kept = [file("logo.svg", b"second"), file("motif.svg", b"<svg/>")];
    assert_eq!(library.brands().files(BRAND).unwrap(), kept);
    assert_eq!(library.brands().file(BRAND, "logo.svg").unwrap(), Some(kept[0].blob));
    assert_eq!(library.brands().file(BRAND, "old.svg").unwrap(), None);
}

#[test]
fn a_file_needs_its_brand() {
    let folder = tempdir().unwrap();
    let mut library = Library::open(folder.path()).unwrap();
    let file = BrandFile { name: "logo.svg".to_owned(), blob: Hash::of(b"logo") };
    let refused = library.transact(|transaction| transaction.brands_mut().set_file(BRAND, &file));
    assert!(matches!(refused, Err(LibraryError::Database { .. })), "{refused:?}");
}
