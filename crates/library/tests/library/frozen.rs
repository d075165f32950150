//! A library of every released schema opens for ever.

use std::{fs, path::PathBuf};

use planche_library::{
    Asset, AssetFile, BrandFile, Collection, Hash, Import, Library, LibraryError, Transaction, Wall,
};
use planche_model::{
    CollectionId, ConsentId, Document, History, Node, Patch,
    asset::{AssetQuery, Consent, ConsentFile, Description, Licence, People, Rights, Standing},
    document::{self, Focus, Gesture, Role},
};
use tempfile::tempdir;
use uuid::Uuid;

use crate::sample::{self, ASSET, BRAND, DOCUMENT, LATER, NOW, node_id, page_id};

/// Set it to write the database of the present schema anew, before that schema is released:
/// `PLANCHE_FREEZE=1 cargo test -p planche-library --test library frozen`.
const FREEZE: &str = "PLANCHE_FREEZE";

const PRESENT: u32 = 2;

const COLLECTION: CollectionId = CollectionId(Uuid::from_u128(0xc0));

fn frozen(schema: u32) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/databases/v{schema}.sqlite"))
}

/// The asset as the first schema knew it, and as the present one brings it up to date.
fn asset(schema: u32) -> Asset {
    let asset = sample::asset(ASSET, b"photo");
    if schema > 1 {
        return Asset { description: described(), ..asset };
    }
    let file = AssetFile { bytes: 5, taken: None, look: None, palette: vec![], faces: 0, ..asset.file };
    Asset { file, ..asset }
}

/// Everything that can be said of a file.
fn described() -> Description {
    Description {
        name: "Bols empilés".to_owned(),
        alt: "Trois bols empilés".to_owned(),
        notes: "Série de juillet".to_owned(),
        rating: 4,
        picked: true,
        focus: Focus { x: 0.25, y: 0.75 },
        aimed: true,
        rights: Rights {
            author: "Camille Roussel".to_owned(),
            credit: "© Camille Roussel".to_owned(),
            licence: Licence::Assigned,
            terms: "Facture 2026-041".to_owned(),
            source: "Séance de juillet".to_owned(),
            until: None,
            people: People::Some,
        },
        tags: ["bols", "émaux"].map(str::to_owned).into(),
        collections: [COLLECTION].into(),
    }
}

fn consent() -> Consent {
    Consent {
        id: ConsentId(Uuid::from_u128(0xe0)),
        person: "Anaïs".to_owned(),
        scope: "Réseaux de la marque".to_owned(),
        channels: vec!["instagram".to_owned()],
        until: None,
        document: Some("Dossier RH".to_owned()),
        file: Some(ConsentFile { name: "accord.pdf".to_owned(), blob: Hash::of(b"signed").into() }),
        withdrawn: None,
    }
}

fn collection() -> Collection {
    let query = AssetQuery { text: "bol".to_owned(), picked: Some(true), ..AssetQuery::default() };
    Collection { id: COLLECTION, brand: BRAND, name: "Été".to_owned(), query: Some(query), count: 1 }
}

fn import() -> Import {
    Import { id: Uuid::from_u128(0xf0), brand: BRAND, paths: vec!["/photos/été".to_owned()], created: NOW }
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
    transaction.collections_mut().keep(&collection(), NOW)?;
    transaction.assets_mut().insert(&asset(PRESENT))?;
    transaction.assets_mut().keep_consent(BRAND, &consent(), &[ASSET])?;
    transaction.imports_mut().begin(&import())?;
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
    let versions: Vec<u32> = library.brands().versions(BRAND).unwrap().iter().map(|version| version.number).collect();
    assert_eq!(versions, [1], "the charter that was there is the first one");
    check_assets(&library, schema);
    assert_eq!(library.preferences().get::<String>("language").unwrap().as_deref(), Some("fr"));
    let (document, history) = worked_on();
    let stored = library.documents().load(DOCUMENT).unwrap();
    assert_eq!((stored.document, stored.revision, stored.changed), (document, 1, LATER));
    let kept = library.histories().load(DOCUMENT).unwrap();
    assert_eq!((kept.cursor(), kept.step(0)), (history.cursor(), history.step(0)));
}

fn check_assets(library: &Library, schema: u32) {
    let assets = library.assets();
    let kept = assets.get(ASSET).unwrap().unwrap();
    let expected = asset(schema);
    assert_eq!((kept.brand, &kept.file, &kept.description), (BRAND, &expected.file, &expected.description));
    let query = AssetQuery { text: "empiles".to_owned(), ..AssetQuery::default() };
    let wall = Wall { brand: BRAND, query: &query, after: None, limit: 10, today: "2026-12-01" };
    assert_eq!(assets.find(wall).unwrap().assets, std::slice::from_ref(&kept), "its words are found");
    assert_eq!(assets.uses(ASSET).unwrap().len(), 1, "the document that shows it is known");
    if schema == 1 {
        return assert_eq!(kept.standing, Standing::ToCheck);
    }
    assert_eq!(kept.standing, Standing::Free);
    assert_eq!(assets.consents(ASSET).unwrap(), [consent()]);
    assert_eq!(library.collections().of(BRAND).unwrap(), [collection()]);
    assert_eq!(library.imports().unfinished().unwrap(), [import()]);
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
