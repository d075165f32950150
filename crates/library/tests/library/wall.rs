//! Finding: by words, by what files are, by what is said of them.

use planche_library::{Asset, AssetFile, Collection, Facets, Found, Hash, Library, Wall};
use planche_model::{
    AssetId, CollectionId, Color, Content, Document, DocumentId, Node, Page,
    asset::{AssetKind, AssetQuery, AssetSort, Description, Frame, Licence, Rights, Standing, Tone},
    document::{Focus, Order},
};
use tempfile::{TempDir, tempdir};
use uuid::Uuid;

use crate::sample::{self, BRAND, NOW};

const TODAY: &str = "2026-12-01";
const SUMMER: CollectionId = CollectionId(Uuid::from_u128(0xc1));

/// What a test says of a file: the rest is as anywhere.
#[derive(Clone, Copy, Default)]
pub struct Says {
    name: &'static str,
    alt: &'static str,
    tags: &'static [&'static str],
    size: (u32, u32),
    color: &'static str,
    look: u64,
    kind: Option<AssetKind>,
    licence: Licence,
    until: Option<&'static str>,
    rating: u8,
    picked: bool,
    taken: Option<&'static str>,
    summer: bool,
}

pub const FILES: [Says; 6] = [
    Says {
        name: "bols-empilés.jpg",
        alt: "Trois bols en grès",
        tags: &["Bols", "Émaux"],
        size: (3000, 4000),
        color: "#e9a18f",
        look: 0,
        kind: None,
        licence: Licence::Own,
        until: None,
        rating: 5,
        picked: true,
        taken: Some("2026-07-14T10:00:00"),
        summer: true,
    },
    Says {
        name: "four.jpg",
        alt: "Le four à 1 280 °C",
        tags: &["Atelier"],
        size: (4000, 3000),
        color: "#101010",
        look: 0xFF,
        kind: None,
        licence: Licence::Licensed,
        until: Some("2026-11-30"),
        rating: 0,
        picked: false,
        taken: Some("2026-01-02T10:00:00"),
        summer: false,
    },
    Says {
        name: "Œuvre de Noël.png",
        alt: "",
        tags: &["Bols", "Atelier"],
        size: (1080, 1080),
        color: "#1e6fd9",
        look: 0xFFFF,
        kind: None,
        licence: Licence::Unknown,
        until: None,
        rating: 3,
        picked: false,
        taken: None,
        summer: true,
    },
    Says {
        name: "atelier.mp4",
        alt: "",
        tags: &[],
        size: (1080, 1920),
        color: "",
        look: u64::MAX,
        kind: Some(AssetKind::Video),
        licence: Licence::Own,
        until: None,
        rating: 0,
        picked: false,
        taken: Some("2026-07-14T10:00:00"),
        summer: false,
    },
    Says {
        name: "logo.svg",
        alt: "L’océan",
        tags: &["Logos"],
        size: (400, 100),
        color: "#ffffff",
        look: 0x1,
        kind: Some(AssetKind::Drawing),
        licence: Licence::Free,
        until: None,
        rating: 0,
        picked: true,
        taken: None,
        summer: false,
    },
    Says {
        name: "Assiette (2).jpg",
        alt: "",
        tags: &["Émaux"],
        size: (3000, 3000),
        color: "#c8cc5f",
        look: 0xFFFF_FFFF,
        kind: None,
        licence: Licence::Licensed,
        until: Some("2026-12-01"),
        rating: 5,
        picked: false,
        taken: None,
        summer: false,
    },
];

pub fn id(at: usize) -> AssetId {
    AssetId(Uuid::from_u128(0xa000 + at as u128))
}

pub fn asset(at: usize, says: &Says) -> Asset {
    let description = Description {
        name: says.name.to_owned(),
        alt: says.alt.to_owned(),
        rating: says.rating,
        picked: says.picked,
        rights: Rights {
            licence: says.licence,
            until: says.until.map(|day| day.parse().unwrap()),
            ..Rights::default()
        },
        tags: says.tags.iter().map(|tag| (*tag).to_owned()).collect(),
        collections: says.summer.then_some(SUMMER).into_iter().collect(),
        ..Description::default()
    };
    let color: Option<Color> = says.color.parse().ok();
    let file = AssetFile {
        blob: Hash::of(says.name.as_bytes()),
        kind: says.kind.unwrap_or(AssetKind::Photo),
        width: says.size.0,
        height: says.size.1,
        bytes: 1000,
        taken: says.taken.map(str::to_owned),
        look: Some(says.look),
        palette: color.into_iter().collect(),
        ..sample::asset(id(at), b"").file
    };
    Asset::new(id(at), BRAND, file, description, NOW)
}

/// A document whose first page shows this asset, and nothing else.
pub fn showing(id: DocumentId, asset: AssetId) -> Document {
    let page = Page { id: sample::page_id(0), order: Order::between(None, None), layout: None };
    let content = Content::Picture { source: Asset::source(asset), alt: String::new(), focus: Focus::default() };
    let node = Node { id: sample::node_id(0), page: sample::page_id(0), order: Order::between(None, None), content };
    Document::from_rows(id, sample::properties("Vos bols"), [page], [node])
}

/// A brand with those files; the first is on the first page of its document.
pub fn library() -> (TempDir, Library) {
    let folder = tempdir().unwrap();
    let mut library = Library::open(folder.path()).unwrap();
    sample::fill(&mut library);
    let summer = Collection { id: SUMMER, brand: BRAND, name: "Été".to_owned(), query: None, count: 0 };
    library
        .transact(|transaction| {
            transaction.collections_mut().keep(&summer, NOW)?;
            let mut assets = transaction.assets_mut();
            FILES.iter().enumerate().try_for_each(|(at, says)| assets.insert(&asset(at, says)).map(drop))?;
            let shown = showing(DocumentId(Uuid::from_u128(0xd5)), id(0));
            transaction.documents_mut().insert(&shown, NOW)
        })
        .unwrap();
    (folder, library)
}

pub fn wall<'a>(query: &'a AssetQuery, after: Option<&'a str>, limit: usize) -> Wall<'a> {
    Wall { brand: BRAND, query, after, limit, today: TODAY }
}

pub fn find(library: &Library, query: &AssetQuery) -> Found {
    library.assets().find(wall(query, None, 100)).unwrap()
}

/// Which files those are, by their place in the list.
pub fn places(found: &[Asset]) -> Vec<usize> {
    found.iter().map(|asset| (0..FILES.len()).find(|at| id(*at) == asset.id).unwrap()).collect()
}

#[test]
fn a_file_is_found_by_any_of_its_words_however_they_are_typed() {
    let (_folder, library) = library();
    let check = |text: &str, expected: &[usize]| {
        let found = find(&library, &AssetQuery { text: text.to_owned(), ..AssetQuery::default() });
        assert_eq!((places(&found.assets), found.corrected), (expected.to_vec(), None), "{text:?}");
        assert_eq!(found.total, expected.len() as u64, "{text:?}");
    };
    check("bol", &[2, 0]);
    check("BOLS", &[2, 0]);
    check("empiles", &[0]);
    check("empile\u{301}s", &[0]);
    check("gres bol", &[0]);
    check("oeuvre", &[2]);
    check("ŒUVRE noel", &[2]);
    check("ocean", &[4]);
    check("l'océan", &[4]);
    check("atelier", &[3, 2, 1]);
    check("1 280", &[1]);
    check("\" OR NEAR( *", &[]);
    check("  ,;  ", &[5, 4, 3, 2, 1, 0]);
    check("xylophone", &[]);
}

#[test]
fn a_slip_of_the_fingers_is_forgiven() {
    let (_folder, library) = library();
    let check = |text: &str, corrected: &str, expected: &[usize]| {
        let found = find(&library, &AssetQuery { text: text.to_owned(), ..AssetQuery::default() });
        assert_eq!((places(&found.assets), found.corrected.as_deref()), (expected.to_vec(), Some(corrected)));
    };
    check("emplies", "empiles", &[0]);
    check("assiete", "assiette", &[5]);
    check("bosl grès", "bols grès", &[0]);
}

#[test]
fn a_file_is_found_by_what_it_is_and_by_what_is_said_of_it() {
    let (_folder, library) = library();
    let all = AssetQuery::default;
    let named = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let check = |query: AssetQuery, expected: &[usize]| {
        let found = find(&library, &query);
        assert_eq!((places(&found.assets), found.total), (expected.to_vec(), expected.len() as u64), "{query:?}");
    };
    check(all(), &[5, 4, 3, 2, 1, 0]);
    check(AssetQuery { kinds: vec![AssetKind::Video, AssetKind::Drawing], ..all() }, &[4, 3]);
    check(AssetQuery { frames: vec![Frame::Square], ..all() }, &[5, 2]);
    check(AssetQuery { frames: vec![Frame::Vertical, Frame::Horizontal], ..all() }, &[4, 3, 1, 0]);
    check(AssetQuery { standings: vec![Standing::Expired], ..all() }, &[1]);
    check(AssetQuery { standings: vec![Standing::Licensed], ..all() }, &[5]);
    check(AssetQuery { standings: vec![Standing::ToCheck, Standing::Free], ..all() }, &[4, 3, 2, 0]);
    check(AssetQuery { tones: vec![Tone::Blue, Tone::Pink], ..all() }, &[2, 0]);
    check(AssetQuery { tags: named(&["Bols", "Atelier"]), ..all() }, &[2]);
    check(AssetQuery { any_tags: named(&["Bols", "Atelier"]), ..all() }, &[2, 1, 0]);
    check(AssetQuery { without_tags: named(&["Bols", "Logos"]), ..all() }, &[5, 3, 1]);
    check(AssetQuery { tags: named(&["Bols"]), without_tags: named(&["Émaux"]), ..all() }, &[2]);
    check(AssetQuery { picked: Some(true), ..all() }, &[4, 0]);
    check(AssetQuery { used: Some(true), ..all() }, &[0]);
    check(AssetQuery { used: Some(false), ..all() }, &[5, 4, 3, 2, 1]);
    check(AssetQuery { collection: Some(SUMMER), ..all() }, &[2, 0]);
    check(AssetQuery { due: true, ..all() }, &[5, 1]);
    check(AssetQuery { imported_since: Some(NOW.0 + 1), ..all() }, &[]);
    check(AssetQuery { like: Some(id(0)), ..all() }, &[4, 1]);
    check(AssetQuery { trashed: true, ..all() }, &[]);
    check(AssetQuery { text: "bol".to_owned(), picked: Some(true), ..all() }, &[0]);
}

#[test]
fn a_wall_is_the_same_whatever_its_stretches() {
    let (_folder, library) = library();
    let check = |sort: AssetSort, text: &str, expected: &[usize]| {
        let query = AssetQuery { sort, text: text.to_owned(), ..AssetQuery::default() };
        for limit in 1..=FILES.len() + 1 {
            let (mut seen, mut after) = (Vec::new(), None::<String>);
            loop {
                let found = library.assets().find(wall(&query, after.as_deref(), limit)).unwrap();
                seen.extend(places(&found.assets));
                after = found.after;
                if after.is_none() {
                    break;
                }
            }
            assert_eq!(seen, expected, "{sort:?}, {limit} at a time");
        }
    };
    check(AssetSort::Newest, "", &[5, 4, 3, 2, 1, 0]);
    check(AssetSort::Oldest, "", &[0, 1, 2, 3, 4, 5]);
    check(AssetSort::Name, "", &[5, 3, 0, 1, 4, 2]);
    check(AssetSort::Taken, "", &[3, 0, 1, 5, 4, 2]);
    check(AssetSort::Rating, "", &[5, 0, 2, 4, 3, 1]);
    check(AssetSort::Newest, "b", &[2, 0]);
    check(AssetSort::Name, "atelier", &[3, 1, 2]);
}

#[test]
fn a_place_that_no_stretch_ended_at_is_refused() {
    let (_folder, library) = library();
    let found = library.assets().find(wall(&AssetQuery::default(), Some("'; DROP TABLE assets"), 10));
    assert!(matches!(found, Err(planche_library::LibraryError::BadPlace)));
}

#[test]
fn each_facet_is_counted_under_all_the_others() {
    let (_folder, library) = library();
    let facets = |query: &AssetQuery| library.facets(BRAND, query, TODAY, NOW.0).unwrap();
    let tags = |facets: &Facets| facets.tags.iter().map(|tag| (tag.tag.clone(), tag.count)).collect::<Vec<_>>();
    let whole = facets(&AssetQuery::default());
    assert_eq!((whole.all, whole.bytes, whole.trashed), (6, 6000, 0));
    assert_eq!((whole.picked, whole.unused, whole.due, whole.recent), (2, 5, 2, 6));
    assert_eq!(whole.kinds, [(AssetKind::Photo, 4), (AssetKind::Video, 1), (AssetKind::Drawing, 1)].into());
    assert_eq!(whole.standings[&Standing::Expired], 1);
    assert_eq!(whole.tones[&Tone::Yellow], 1);
    let expected = [("Atelier", 2), ("Bols", 2), ("Émaux", 2), ("Logos", 1)];
    assert_eq!(tags(&whole), expected.map(|(tag, count)| (tag.to_owned(), count)));
    // Of photographs: the other kinds are counted still, the frames are those of photographs.
    let photos = facets(&AssetQuery { kinds: vec![AssetKind::Photo], ..AssetQuery::default() });
    assert_eq!(photos.kinds, whole.kinds);
    assert_eq!(photos.frames, [(Frame::Vertical, 1), (Frame::Horizontal, 1), (Frame::Square, 2)].into());
    assert_eq!((photos.all, photos.picked, photos.unused), (6, 1, 3));
    assert_eq!(tags(&photos).len(), 3, "the drawing's subject is not there");
    let words = facets(&AssetQuery { text: "bol".to_owned(), ..AssetQuery::default() });
    assert_eq!((&words.kinds, words.picked), (&[(AssetKind::Photo, 2)].into(), 1));
    let mistyped = facets(&AssetQuery { text: "bosl".to_owned(), ..AssetQuery::default() });
    assert_eq!(mistyped.kinds, words.kinds, "of what the wall shows");
}
