use planche_library::{CharterVersion, Dates, Library, LibraryError, Timestamp, Waiver};
use planche_model::{Brand, BrandId, Charter};
use tempfile::{TempDir, tempdir};
use uuid::Uuid;

use crate::sample::{self, BRAND, DOCUMENT, LATER, NOW};

fn library() -> (TempDir, Library) {
    let folder = tempdir().unwrap();
    let mut library = Library::open(folder.path()).unwrap();
    sample::fill(&mut library);
    (folder, library)
}

fn called(name: &str) -> Charter {
    Charter { name: name.to_owned(), ..sample::brand().charter }
}

#[test]
fn a_draft_changes_nothing_until_it_is_put_in_force() {
    let (_folder, mut library) = library();
    let draft = called("Marée Haute");
    library.transact(|transaction| transaction.brands_mut().set_draft(BRAND, Some(&draft))).unwrap();
    assert_eq!(library.brands().draft(BRAND).unwrap().as_ref(), Some(&draft));
    assert_eq!(library.brands().get(BRAND).unwrap(), Some(sample::brand()));

    let put = |transaction: &mut planche_library::Transaction<'_>| {
        transaction.brands_mut().put_in_force(BRAND, &draft, "Automne", LATER)
    };
    assert_eq!(library.transact(put).unwrap().0, 2);
    let brands = library.brands();
    assert_eq!(brands.draft(BRAND).unwrap(), None);
    assert_eq!(brands.get(BRAND).unwrap().unwrap().charter, draft);
    assert_eq!(brands.charter(BRAND, 1).unwrap().unwrap(), sample::brand().charter);
    let versions: Vec<_> = brands.versions(BRAND).unwrap();
    let told: Vec<_> =
        versions.iter().map(|version| (version.number, version.name.as_str(), version.created)).collect();
    assert_eq!(told, [(2, "Automne", LATER), (1, "", NOW)]);
}

#[test]
fn a_brand_that_is_not_there_has_no_charter() {
    let (_folder, mut library) = library();
    let nobody = BrandId(Uuid::from_u128(7));
    let refused = library.transact(|transaction| transaction.brands_mut().put_in_force(nobody, &called("X"), "", NOW));
    assert!(matches!(refused, Err(LibraryError::NoSuchBrand(id)) if id == nobody), "{refused:?}");
    let refused = library.transact(|transaction| transaction.brands_mut().name_version(BRAND, 9, "X"));
    assert!(matches!(refused, Err(LibraryError::NoSuchBrand(_))), "{refused:?}");
}

#[test]
fn a_published_document_keeps_its_charter() {
    let (_folder, mut library) = library();
    let charter = |library: &Library| library.documents().load(DOCUMENT).unwrap().charter;
    let published = |library: &Library| library.documents().cards_of(BRAND).unwrap()[0].published;
    assert_eq!((charter(&library), published(&library)), (None, None));
    library.transact(|transaction| transaction.documents_mut().publish(DOCUMENT, LATER)).unwrap();
    library.transact(|transaction| transaction.brands_mut().put_in_force(BRAND, &called("X"), "", LATER)).unwrap();
    assert_eq!((charter(&library), published(&library)), (Some(1), Some(LATER)));
    library.transact(|transaction| transaction.documents_mut().unpublish(DOCUMENT)).unwrap();
    assert_eq!((charter(&library), published(&library)), (None, None));
}

#[test]
fn a_finding_is_let_be_with_a_reason_and_speaks_again() {
    let (_folder, mut library) = library();
    let waiver = |reason: &str| Waiver { finding: "banned-word tendance".to_owned(), reason: reason.to_owned() };
    let waive = |library: &mut Library, reason: &str| {
        library.transact(|transaction| transaction.documents_mut().waive(DOCUMENT, &waiver(reason), NOW)).unwrap();
    };
    waive(&mut library, "cité");
    waive(&mut library, "titre d’un livre");
    assert_eq!(library.documents().waivers(DOCUMENT).unwrap(), [waiver("titre d’un livre")]);
    let again = |transaction: &mut planche_library::Transaction<'_>| {
        transaction.documents_mut().unwaive(DOCUMENT, "banned-word tendance")
    };
    library.transact(again).unwrap();
    assert_eq!(library.documents().waivers(DOCUMENT).unwrap(), []);
}

#[test]
fn a_brand_from_elsewhere_keeps_its_numbers_and_dates() {
    let (_folder, mut library) = library();
    let brand = Brand { id: BrandId(Uuid::from_u128(0xb7)), charter: called("Après"), sample: false };
    let version = |number, name: &str, created| CharterVersion { number, name: name.to_owned(), created };
    let past = vec![(version(3, "Avant", NOW), called("Avant")), (version(7, "", LATER), called("Après"))];
    library.transact(|transaction| transaction.brands_mut().insert_with_past(&brand, &past, LATER)).unwrap();
    let brands = library.brands();
    assert_eq!(brands.versions(brand.id).unwrap(), [past[1].0.clone(), past[0].0.clone()]);
    assert_eq!((brands.in_force(brand.id).unwrap(), brands.get(brand.id).unwrap()), (7, Some(brand.clone())));
    assert_eq!(brands.charter(brand.id, 3).unwrap(), Some(called("Avant")));
}

#[test]
fn a_document_from_elsewhere_keeps_its_dates() {
    let (_folder, mut library) = library();
    let dates = Dates { created: Timestamp(1), changed: Timestamp(3), published: Some((Timestamp(2), 1)) };
    assert_eq!(library.documents().dates(DOCUMENT).unwrap(), Dates { created: NOW, changed: NOW, published: None });
    library.transact(|transaction| transaction.documents_mut().set_dates(DOCUMENT, &dates)).unwrap();
    assert_eq!(library.documents().dates(DOCUMENT).unwrap(), dates);
    let stored = library.documents().load(DOCUMENT).unwrap();
    assert_eq!((stored.changed, stored.charter), (Timestamp(3), Some(1)));
}
