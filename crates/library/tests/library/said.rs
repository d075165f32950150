//! What is said of files, and where they are put away.

use planche_library::{Asset, Wall};
use planche_model::{
    AssetId, DocumentId,
    asset::{AssetQuery, Consent, Description, Standing},
};
use uuid::Uuid;

use crate::{
    sample::{self, BRAND, LATER, NOW},
    wall::{FILES, asset, find, id, library, places, wall},
};

#[test]
fn what_is_said_anew_is_found_and_what_was_said_is_not() {
    let (_folder, mut library) = library();
    let described = Description {
        name: "Plat.jpg".to_owned(),
        tags: ["Cuisson".to_owned()].into(),
        ..library.assets().get(id(0)).unwrap().unwrap().description
    };
    library.transact(|transaction| transaction.assets_mut().describe(id(0), &described)).unwrap();
    assert_eq!(library.assets().get(id(0)).unwrap().unwrap().description, described);
    let found =
        |text: &str| places(&find(&library, &AssetQuery { text: text.to_owned(), ..AssetQuery::default() }).assets);
    assert_eq!((found("plat"), found("cuisson"), found("empilés")), (vec![0], vec![0], vec![]));
}

#[test]
fn words_of_every_script_are_found() {
    let (_folder, mut library) = library();
    for name in ["हिन्दी", "สวัสดี", "עִבְרִית", "مُحَمَّد", "Tiếng Việt", "한국어", "日本語", "i\u{307}stanbul"]
    {
        let described =
            Description { name: name.to_owned(), ..library.assets().get(id(0)).unwrap().unwrap().description };
        library.transact(|transaction| transaction.assets_mut().describe(id(0), &described)).unwrap();
        let query = AssetQuery { text: name.to_owned(), ..AssetQuery::default() };
        assert_eq!(places(&find(&library, &query).assets), [0], "{name}");
        assert_eq!(library.facets(BRAND, &query, "2026-12-01", 0).unwrap().kinds.values().sum::<u64>(), 1, "{name}");
    }
}

#[test]
fn an_agreement_that_ends_or_is_withdrawn_says_so_of_all_its_pictures() {
    let (_folder, mut library) = library();
    let consent = Consent {
        id: planche_model::ConsentId(Uuid::from_u128(1)),
        person: "Anaïs".to_owned(),
        scope: String::new(),
        channels: vec![],
        until: Some("2026-12-24".parse().unwrap()),
        document: None,
        file: None,
        withdrawn: None,
    };
    let withdrawn = Consent { withdrawn: Some("2026-12-02".parse().unwrap()), ..consent.clone() };
    let mut check = |consent: &Consent, of: &[AssetId], expected: Standing| {
        library.transact(|transaction| transaction.assets_mut().keep_consent(BRAND, consent, of)).unwrap();
        let standings = [0, 3].map(|at| library.assets().get(id(at)).unwrap().unwrap().standing);
        assert_eq!(standings, [expected; 2]);
        assert_eq!(library.assets().agreed(consent.id).unwrap(), [id(0), id(3)]);
    };
    check(&consent, &[id(0), id(3)], Standing::Licensed);
    check(&withdrawn, &[], Standing::Withdrawn);
    let query = AssetQuery { standings: vec![Standing::Withdrawn], ..AssetQuery::default() };
    assert_eq!(places(&find(&library, &query).assets), [3, 0]);
}

#[test]
fn only_what_no_creation_would_miss_leaves_the_trash() {
    let (_folder, mut library) = library();
    let month = planche_library::Timestamp(NOW.0 + 31 * 24 * 3600 * 1000);
    library
        .transact(|transaction| [0, 1].iter().try_for_each(|at| transaction.assets_mut().trash(id(*at), NOW)))
        .unwrap();
    let trashed = AssetQuery { trashed: true, ..AssetQuery::default() };
    assert_eq!(places(&find(&library, &trashed).assets), [1, 0]);
    assert_eq!(places(&find(&library, &AssetQuery::default()).assets), [5, 4, 3, 2]);
    let mut empty = |now| library.transact(|transaction| transaction.assets_mut().empty_trash(now)).unwrap().0;
    assert_eq!((empty(LATER), empty(month)), (0, 1));
    assert_eq!(places(&find(&library, &trashed).assets), [0], "a creation shows it");
    library.transact(|transaction| transaction.assets_mut().restore(id(0))).unwrap();
    assert_eq!(places(&find(&library, &AssetQuery::default()).assets), [5, 4, 3, 2, 0]);
}

#[test]
fn the_same_bytes_come_back_out_of_the_trash() {
    let (_folder, mut library) = library();
    library.transact(|transaction| transaction.assets_mut().trash(id(0), NOW)).unwrap();
    let again = Asset { id: AssetId(Uuid::from_u128(9)), ..asset(0, &FILES[0]) };
    let (known, _) = library.transact(|transaction| transaction.assets_mut().insert(&again)).unwrap();
    assert_eq!((known, library.assets().get(id(0)).unwrap().unwrap().trashed), (id(0), None));
}

#[test]
fn a_file_knows_the_creations_that_show_it() {
    let (_folder, mut library) = library();
    let uses = library.assets().uses(id(0)).unwrap();
    assert_eq!(uses.len(), 1);
    assert_eq!((uses[0].title.as_str(), uses[0].pages.as_slice()), ("Vos bols", [sample::page_id(0)].as_slice()));
    assert_eq!((library.assets().use_count(id(0)).unwrap(), library.assets().use_count(id(1)).unwrap()), (1, 0));
    let shown: DocumentId = uses[0].document;
    library.transact(|transaction| transaction.documents_mut().trash(shown, LATER)).unwrap();
    assert_eq!(library.assets().use_count(id(0)).unwrap(), 0);
}

#[test]
fn nothing_of_a_brand_is_found_from_another() {
    let (_folder, mut library) = library();
    let other = planche_model::Brand { id: planche_model::BrandId(Uuid::from_u128(0xb9)), ..sample::brand() };
    library.transact(|transaction| transaction.brands_mut().insert(&other, NOW)).unwrap();
    let query = AssetQuery { text: "bols".to_owned(), ..AssetQuery::default() };
    let found = library.assets().find(Wall { brand: other.id, ..wall(&query, None, 10) }).unwrap();
    assert_eq!((found.assets, found.corrected), (vec![], None));
    let mine = Asset { id: AssetId(Uuid::from_u128(7)), brand: other.id, ..asset(0, &FILES[0]) };
    let (kept, _) = library.transact(|transaction| transaction.assets_mut().insert(&mine)).unwrap();
    assert_eq!(kept, mine.id, "each brand has its own");
    assert_eq!(library.assets().get(kept).unwrap().unwrap().description.collections, [].into());
}
