use planche_library::{Change, Library, LibraryError};
use planche_model::{
    Brand, BrandId, Document, DocumentId, FormatId, Layout, Node, Page, Patch,
    document::{self, Order, Role},
};
use tempfile::{TempDir, tempdir};
use uuid::Uuid;

use crate::sample::{self, BRAND, DOCUMENT, LATER, NOW, node_id, page_id};

fn library() -> (TempDir, Library, Document) {
    let folder = tempdir().unwrap();
    let mut library = Library::open(folder.path()).unwrap();
    let document = sample::fill(&mut library);
    (folder, library, document)
}

/// A page put first with a text of its own, its node before it.
fn page_added(number: u128, before: &Document) -> Patch {
    let order = Order::between(None, before.pages().first().map(|page| &page.order));
    let page = Page { id: page_id(number), order: order.clone(), layout: Some(Layout::Number) };
    let content = sample::text(Role::Title, "1280 °C");
    let node = Node { id: node_id(number), page: page.id, order, content };
    let changes = vec![
        document::Change::Node { id: node.id, before: None, after: Some(node) },
        document::Change::Page { id: page.id, before: None, after: Some(page) },
    ];
    Patch { changes }
}

/// Another text in the first node, another name, the second page gone.
fn several_rows(before: &Document) -> Patch {
    let node = before.node(node_id(0)).unwrap().clone();
    let page = before.page(page_id(1)).unwrap().clone();
    let after = Node { content: sample::text(Role::Title, "Vos bols vont au four."), ..node.clone() };
    let properties = sample::properties("Mode d'emploi");
    let changes = vec![
        document::Change::Document { before: before.properties().clone(), after: properties },
        document::Change::Node { id: node.id, before: Some(node), after: Some(after) },
        document::Change::Page { id: page.id, before: Some(page), after: None },
    ];
    Patch { changes }
}

/// Writes the patch and its inverse: the rows must be those of the document in memory, each time.
fn check_patch(make: impl FnOnce(&Document) -> Patch) {
    let (folder, mut library, mut document) = library();
    let patch = make(&document);
    for (patch, revision) in [(patch.clone(), 1), (patch.inverted(), 2), (patch, 3)] {
        document.apply_patch(&patch);
        let (written, changes) =
            library.transact(|transaction| transaction.documents_mut().apply_patch(DOCUMENT, &patch, LATER)).unwrap();
        assert_eq!(written, revision);
        assert!(changes.contains(Change::Document(DOCUMENT)) && changes.contains(Change::Documents(BRAND)));
        let stored = library.documents().load(DOCUMENT).unwrap();
        assert_eq!((&stored.document, stored.revision, stored.changed), (&document, revision, LATER));
    }
    drop(library);
    assert_eq!(Library::open(folder.path()).unwrap().documents().load(DOCUMENT).unwrap().document, document);
}

#[test]
fn a_document_comes_back_as_it_went() {
    let (_folder, library, document) = library();
    let stored = library.documents().load(DOCUMENT).unwrap();
    assert_eq!(stored.document, document);
    assert_eq!((stored.revision, stored.changed, stored.trashed), (0, NOW, None));
}

#[test]
fn a_patch_of_several_rows_is_written_and_undone() {
    check_patch(several_rows);
}

#[test]
fn a_patch_may_name_a_node_before_its_page() {
    check_patch(|document| page_added(7, document));
}

#[test]
fn a_patch_of_nothing_still_counts() {
    check_patch(|_| Patch::default());
}

#[test]
fn a_node_without_its_page_is_refused_whole() {
    let (_folder, mut library, document) = library();
    let mut patch = page_added(7, &document);
    patch.changes.pop();
    let refused = library.transact(|transaction| transaction.documents_mut().apply_patch(DOCUMENT, &patch, LATER));
    assert!(matches!(refused, Err(LibraryError::Database { .. })), "{refused:?}");
    let stored = library.documents().load(DOCUMENT).unwrap();
    assert_eq!((stored.document, stored.revision), (document, 0));
}

#[test]
fn a_document_that_is_not_there_is_named() {
    let (_folder, mut library, _) = library();
    let nothing = DocumentId(Uuid::from_u128(9));
    let loaded = library.documents().load(nothing);
    assert!(matches!(loaded, Err(LibraryError::NoSuchDocument(id)) if id == nothing));
    let patched =
        library.transact(|transaction| transaction.documents_mut().apply_patch(nothing, &Patch::default(), LATER));
    assert!(matches!(patched, Err(LibraryError::NoSuchDocument(id)) if id == nothing));
}

#[test]
fn the_same_rows_in_two_documents_do_not_meet() {
    let (_folder, mut library, first) = library();
    let second = sample::document(DocumentId(Uuid::from_u128(0xd1)), sample::properties("Copie"));
    library.transact(|transaction| transaction.documents_mut().insert(&second, NOW)).unwrap();
    let patch = several_rows(&second);
    library.transact(|transaction| transaction.documents_mut().apply_patch(second.id(), &patch, LATER)).unwrap();
    assert_eq!(library.documents().load(DOCUMENT).unwrap().document, first);
}

#[test]
fn a_document_that_moves_to_another_brand_changes_both_lists() {
    let (_folder, mut library, document) = library();
    let other = Brand { id: BrandId(Uuid::from_u128(0xb1)), ..sample::brand() };
    library.transact(|transaction| transaction.brands_mut().insert(&other, NOW)).unwrap();
    let before = document.properties().clone();
    let after = document::Properties { brand: other.id, ..before.clone() };
    let patch = Patch { changes: vec![document::Change::Document { before, after }] };
    let (_, changes) =
        library.transact(|transaction| transaction.documents_mut().apply_patch(DOCUMENT, &patch, LATER)).unwrap();
    assert!(changes.contains(Change::Documents(BRAND)) && changes.contains(Change::Documents(other.id)));
    assert!(library.documents().cards_of(BRAND).unwrap().is_empty());
    assert_eq!(library.documents().cards_of(other.id).unwrap().len(), 1);
}

#[test]
fn a_card_shows_the_first_page_in_order() {
    let (_folder, mut library, document) = library();
    let patch = page_added(7, &document);
    library.transact(|transaction| transaction.documents_mut().apply_patch(DOCUMENT, &patch, LATER)).unwrap();
    let cards = library.documents().cards().unwrap();
    let [card] = cards.as_slice() else { panic!("one document, one card: {cards:?}") };
    assert_eq!((card.id, card.brand, card.kind), (DOCUMENT, BRAND, document.properties().kind));
    assert_eq!((card.title.as_str(), card.master.clone()), ("Vos bols", FormatId::from("ig_carousel_4_5")));
    assert_eq!(card.formats, document.properties().formats);
    assert_eq!((card.pages, card.first_page), (3, Some(page_id(7))));
    assert_eq!((card.revision, card.changed, card.trashed), (1, LATER, None));
}

#[test]
fn a_document_without_pages_has_a_card_without_a_page() {
    let (_folder, mut library, _) = library();
    let empty = Document::from_rows(DocumentId(Uuid::from_u128(1)), sample::properties("Vide"), [], []);
    library.transact(|transaction| transaction.documents_mut().insert(&empty, LATER)).unwrap();
    let cards = library.documents().cards().unwrap();
    assert_eq!(cards.iter().map(|card| card.id).collect::<Vec<_>>(), [empty.id(), DOCUMENT]);
    assert_eq!((cards[0].pages, cards[0].first_page), (0, None));
}

#[test]
fn the_trash_keeps_a_document_whole() {
    let (_folder, mut library, document) = library();
    let (_, changes) = library.transact(|transaction| transaction.documents_mut().trash(DOCUMENT, LATER)).unwrap();
    assert!(changes.contains(Change::Documents(BRAND)));
    assert!(library.documents().cards().unwrap().is_empty());
    assert!(library.documents().cards_of(BRAND).unwrap().is_empty());
    assert_eq!(library.documents().trashed_cards().unwrap()[0].trashed, Some(LATER));
    library.transact(|transaction| transaction.documents_mut().restore(DOCUMENT)).unwrap();
    assert_eq!(library.documents().load(DOCUMENT).unwrap().document, document);
    assert_eq!(library.documents().cards().unwrap().len(), 1);
}

#[test]
fn only_what_was_trashed_long_ago_is_destroyed() {
    let (folder, mut library, _) = library();
    let recent = sample::document(DocumentId(Uuid::from_u128(1)), sample::properties("Récent"));
    let gone = library.transact(|transaction| {
        let mut documents = transaction.documents_mut();
        documents.insert(&recent, NOW)?;
        documents.trash(DOCUMENT, NOW)?;
        documents.trash(recent.id(), LATER)?;
        documents.purge_trashed_before(LATER)
    });
    assert_eq!(gone.unwrap().0, [DOCUMENT]);
    assert!(matches!(library.documents().load(DOCUMENT), Err(LibraryError::NoSuchDocument(_))));
    assert_eq!(library.documents().load(recent.id()).unwrap().document, recent);
    drop(library);
    let rows = "SELECT (SELECT count(*) FROM pages) + (SELECT count(*) FROM nodes)";
    let connection = rusqlite::Connection::open(folder.path().join("library.db")).unwrap();
    let left: usize = connection.query_row(rows, [], |row| row.get(0)).unwrap();
    assert_eq!(left, 2 + sample::contents().len());
}
