use std::panic::{AssertUnwindSafe, catch_unwind};

use planche_library::{Change, Library, LibraryError};
use planche_model::BrandId;
use tempfile::tempdir;
use uuid::Uuid;

use crate::sample::{self, NOW};

#[test]
fn what_changed_is_said_once() {
    let folder = tempdir().unwrap();
    let mut library = Library::open(folder.path()).unwrap();
    let document = sample::document(sample::DOCUMENT, sample::properties("Vos bols"));
    let ((), changes) = library
        .transact(|transaction| {
            transaction.brands_mut().insert(&sample::brand(), NOW)?;
            transaction.brands_mut().set_draft(sample::BRAND, None)?;
            transaction.documents_mut().insert(&document, NOW)
        })
        .unwrap();
    let expected = [Change::Brands, Change::Documents(sample::BRAND), Change::Document(sample::DOCUMENT)];
    assert_eq!(changes.iter().collect::<Vec<_>>(), expected);
}

#[test]
fn reading_changes_nothing() {
    let folder = tempdir().unwrap();
    let mut library = Library::open(folder.path()).unwrap();
    let (brands, changes) = library.transact(|transaction| transaction.brands().list()).unwrap();
    assert!(brands.is_empty());
    assert!(changes.is_empty());
}

#[test]
fn an_error_undoes_all_of_it() {
    let folder = tempdir().unwrap();
    let mut library = Library::open(folder.path()).unwrap();
    let nobody = BrandId(Uuid::from_u128(7));
    let failed = library.transact(|transaction| {
        transaction.brands_mut().insert(&sample::brand(), NOW)?;
        transaction.brands_mut().set_draft(nobody, None)
    });
    assert!(matches!(failed, Err(LibraryError::NoSuchBrand(id)) if id == nobody), "{failed:?}");
    assert!(library.brands().list().unwrap().is_empty());
}

#[test]
fn a_panic_undoes_all_of_it() {
    let folder = tempdir().unwrap();
    let mut library = Library::open(folder.path()).unwrap();
    let panicked = catch_unwind(AssertUnwindSafe(|| {
        library.transact::<()>(|transaction| {
            transaction.brands_mut().insert(&sample::brand(), NOW)?;
            panic!("in the middle");
        })
    }));
    assert!(panicked.is_err());
    assert!(library.brands().list().unwrap().is_empty());
    sample::fill(&mut library);
}
