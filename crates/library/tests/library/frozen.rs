//! A library of every released schema opens for ever.

use std::{fs, path::PathBuf};

use planche_library::{Asset, BrandFile, Hash, Library, LibraryError, Transaction};
use planche_model::{
    Document, History, Node, Patch,
    document::{self, Gesture, Role},
};
use tempfile::tempdir;

use crate::sample::{self, ASSET, BRAND, DOCUMENT, LATER, NOW, node_id, page_id};

/// Set it to write the database of the present schema anew, before that schema is released:
/// `PLANCHE_FREEZE=1 cargo test -p planche-library --test library frozen`.
const FREEZE: &str = "PLANCHE_FREEZE";

const PRESENT: u32 = 1;

fn frozen(schema: u32) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/databases/v{schema}.sqlite"))
}

fn asset() -> Asset {
    let name = "bols-empilés.jpg".to_owned();
    Asset { id: ASSET, blob: Hash::of(b"photo"), name, width: 4032, height: 3024, bytes: 5, created: NOW }
}

fn logo() -> BrandFile {
    BrandFile { name: "logo.svg".to_owned(), blob: Hash::of(b"<svg/>") }
}

fn typed() -> Patch {
    let before = sample::document(DOCUMENT, sample::properties("Vos bols")).node(node_id(0)).unwrap().clone();
    let after = Node { content: sample::text(Role::Title, "Vos bols vont au four."), ..before.clone() };
    Patch { changes: vec![document::Change::Node { id: before.id, before: Some(before), after: Some(after) }] }
}

/// The document and its history as they were frozen.
fn worked_on() -> (Document, History) {
    let mut document = sample::document(DOCUMENT, sample::properties("Vos bols"));
    let mut history = History::default();
    document.apply_patch(&typed());
    history.record(typed(), Some(Gesture::Title(page_id(0))), 5000);
    (document, history)
}

fn fill(transaction: &mut Transaction<'_>) -> Result<(), LibraryError> {
    transaction.brands_mut().set_file(BRAND, &logo())?;
    transaction.assets_mut().insert(&asset())?;
    transaction.preferences_mut().set("language", &"fr")?;
    transaction.documents_mut().apply_patch(DOCUMENT, &typed(), LATER)?;
    transaction.histories_mut().keep_change(DOCUMENT, &worked_on().1)
}

fn freeze() {
    let folder = tempdir().unwrap();
    let mut library = Library::open(folder.path()).unwrap();
    sample::fill(&mut library);
    library.transact(fill).unwrap();
    library.back_up(&frozen(PRESENT)).unwrap();
}

fn check(schema: u32) {
    let folder = tempdir().unwrap();
    fs::copy(frozen(schema), folder.path().join("library.db")).unwrap();
    let library = Library::open(folder.path()).unwrap();
    assert!(!library.is_read_only());
    let brand = library.brands().get(BRAND).unwrap().unwrap();
    assert_eq!((brand.charter.name.as_str(), brand.sample), ("Marée Basse", true));
    assert_eq!(library.brands().files(BRAND).unwrap(), [logo()]);
    assert_eq!(library.assets().get(ASSET).unwrap(), Some(asset()));
    assert_eq!(library.preferences().get::<String>("language").unwrap().as_deref(), Some("fr"));
    let (document, history) = worked_on();
    let stored = library.documents().load(DOCUMENT).unwrap();
    assert_eq!((stored.document, stored.revision, stored.changed), (document, 1, LATER));
    let kept = library.histories().load(DOCUMENT).unwrap();
    assert_eq!((kept.cursor(), kept.step(0)), (history.cursor(), history.step(0)));
}

#[test]
fn a_library_of_every_schema_opens_with_all_it_held() {
    if std::env::var_os(FREEZE).is_some() {
        freeze();
    }
    for schema in 1..=PRESENT {
        check(schema);
    }
}
