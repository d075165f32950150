//! A library of thousands of photographs counts, finds and orders them rightly, whatever is done to it.

use std::collections::HashMap;

use fastrand::Rng;
use planche_library::{Asset, Collection, Library, Timestamp, Wall};
use planche_model::{
    AssetId, Brand, Content, Document, DocumentId, Node, Page,
    asset::AssetQuery,
    document::{Focus, Order},
};
use tempfile::TempDir;
use uuid::Uuid;

use crate::{
    counts::Counts,
    crowd::{self, Known, OTHER, SUMMER, TODAY},
    sample::{self, BRAND, NOW},
    soundness::{Held, require, told},
};

/// How many are written at once, as an import does.
const BATCH: usize = 1_000;

/// How many of them documents show.
const SHOWN: usize = 60;

/// How many are asked for at once, and how many stretches of a long wall are compared.
const STRETCH: usize = 200;
const STRETCHES: usize = 4;

/// What is looked for each time something was done.
const QUERIES: usize = 12;

/// A while after what is in the trash is forgotten.
const MUCH_LATER: Timestamp = Timestamp(NOW.0 + 40 * 24 * 3600 * 1000);

/// A library, and all that is known of it.
struct Crowd {
    _folder: TempDir,
    library: Library,
    known: Vec<Known>,
    random: Rng,
}

/// What is done to a crowd, and when that is.
type Change = (&'static str, fn(&mut Crowd));

/// Says how much was counted.
pub fn it_counts_what_is_there(counts: &Counts) -> String {
    let mut crowd = Crowd::new(counts.assets);
    let mut found = crowd.check("when all came in");
    let changes: [Change; 4] = [
        ("when some came in twice", Crowd::come_in_twice),
        ("when some were described again", Crowd::describe),
        ("when some were thrown away", Crowd::throw_away),
        ("when the trash was emptied", Crowd::empty_the_trash),
    ];
    for (subject, change) in changes {
        change(&mut crowd);
        found += crowd.check(subject);
    }
    format!("{} photographs, {found} found in {} walls", counts.assets, QUERIES * 5)
}

impl Crowd {
    fn new(count: usize) -> Self {
        let folder = tempfile::tempdir().expect("a folder to work in");
        let mut library = Library::open(folder.path()).expect("a new library opens");
        sample::fill(&mut library);
        let other = Brand { id: OTHER, ..sample::brand() };
        let summer = Collection { id: SUMMER, brand: BRAND, name: "Été".to_owned(), query: None, count: 0 };
        let begun = library.transact(|transaction| {
            transaction.brands_mut().insert(&other, NOW)?;
            transaction.collections_mut().keep(&summer, NOW)
        });
        begun.expect("there is room");
        let brand = |number| if number % 7 == 3 { OTHER } else { BRAND };
        let known = (0..count).map(|number| Known::new(crowd::asset(number, brand(number)), number < SHOWN));
        let mut crowd = Self { _folder: folder, library, known: known.collect(), random: Rng::with_seed(1) };
        crowd.come_in();
        crowd
    }

    fn come_in(&mut self) {
        for batch in self.known.chunks(BATCH) {
            let written = self.library.transact(|transaction| {
                let mut assets = transaction.assets_mut();
                batch.iter().try_for_each(|known| assets.insert(&known.asset).map(drop))
            });
            written.expect("there is room");
        }
        let shown = self.library.transact(|transaction| {
            let mut documents = transaction.documents_mut();
            self.known.iter().take(SHOWN).try_for_each(|known| documents.insert(&showing(known.asset.id), NOW))
        });
        shown.expect("there is room");
    }

    /// The same bytes again, as another file.
    fn come_in_twice(&mut self) {
        for at in self.some() {
            let Known { asset, .. } = &self.known[at];
            let again = Asset { id: AssetId(Uuid::from_u128(at as u128)), ..asset.clone() };
            let kept = self.library.transact(|transaction| transaction.assets_mut().insert(&again));
            assert_eq!(kept.expect("there is room").0, asset.id, "the same bytes come in once");
        }
    }

    fn describe(&mut self) {
        for at in self.some() {
            let Known { asset, used, .. } = &self.known[at];
            let Asset { id, brand, ref file, created, .. } = *asset;
            let description = crowd::description(&mut self.random);
            let asset = Asset::new(id, brand, file.clone(), description, created);
            self.known[at] = Known::new(asset, *used);
            let description = &self.known[at].asset.description;
            let said = self.library.transact(|transaction| transaction.assets_mut().describe(id, description));
            said.expect("there is room");
        }
    }

    fn throw_away(&mut self) {
        for (turn, at) in self.some().into_iter().enumerate() {
            let known = &mut self.known[at];
            known.trashed = turn % 4 > 0;
            let thrown = self.library.transact(|transaction| {
                transaction.assets_mut().trash(known.asset.id, NOW)?;
                if known.trashed { Ok(()) } else { transaction.assets_mut().restore(known.asset.id) }
            });
            thrown.expect("there is room");
        }
    }

    fn empty_the_trash(&mut self) {
        let gone = self.library.transact(|transaction| transaction.assets_mut().empty_trash(MUCH_LATER));
        let before = self.known.len();
        self.known.retain(|known| !known.trashed || known.used);
        assert_eq!(gone.expect("there is room").0, before - self.known.len(), "what nobody shows is forgotten");
    }

    /// One in thirty, and some of those that are shown.
    fn some(&mut self) -> Vec<usize> {
        let mut places: Vec<usize> = (0..self.known.len()).collect();
        self.random.shuffle(&mut places);
        let few = places.len() / 30;
        let shown = places.iter().copied().filter(|at| *at < SHOWN).take(SHOWN / 4);
        let mut some: Vec<usize> = places.iter().copied().take(few).chain(shown).collect();
        some.sort_unstable();
        some.dedup();
        some
    }

    /// Looks for things, and compares with what one finds who reads everything. Answers with how many were found.
    fn check(&mut self, subject: &str) -> usize {
        let everything = std::iter::once(AssetQuery::default());
        let queries = everything.chain((1..QUERIES).map(|_| crowd::query(&mut self.random))).collect::<Vec<_>>();
        let checked = queries.iter().map(|query| {
            let asked = crowd::asked(&self.known, query);
            let checked = self.check_wall(query, &asked).and_then(|()| self.check_facets(query, &asked));
            checked.unwrap_or_else(|broken| panic!("{subject}: {broken} of {query:?}"));
            asked.len()
        });
        checked.sum()
    }

    fn check_wall(&self, query: &AssetQuery, expected: &[&Known]) -> Held {
        let mut after: Option<String> = None;
        // What nobody has is looked for once, too.
        let stretches = expected.chunks(STRETCH).take(STRETCHES).chain(expected.is_empty().then_some(expected));
        for stretch in stretches {
            let wall = Wall { brand: BRAND, query, after: after.as_deref(), limit: STRETCH, today: TODAY };
            let found = told(self.library.assets().find(wall), "the wall")?;
            let total = expected.len() as u64;
            require(found.total == total, || format!("{} are told, there are {total}", found.total))?;
            let same = |(found, known): (&Asset, &&Known)| {
                found.id == known.asset.id
                    && found.file == known.asset.file
                    && found.description == known.asset.description
            };
            let all_same = found.assets.len() == stretch.len() && found.assets.iter().zip(stretch).all(same);
            require(all_same, || "other photographs are shown".to_owned())?;
            after = found.after;
        }
        Ok(())
    }

    fn check_facets(&self, query: &AssetQuery, asked: &[&Known]) -> Held {
        let recent = NOW.0 + 5_000;
        let mut found = told(self.library.facets(BRAND, query, TODAY, recent), "the facets")?;
        let tags: HashMap<String, u64> = found.tags.drain(..).map(|tag| (tag.tag, tag.count)).collect();
        let expected = crowd::by(asked.iter().flat_map(|known| known.asset.description.tags.iter().cloned()));
        require(tags == expected, || format!("{tags:?} are counted, there are {expected:?}"))?;
        let expected = crowd::facets(&self.known, query, recent);
        require(found == expected, || format!("{found:?} are counted, there are {expected:?}"))
    }
}

/// A document whose first page shows this photograph.
fn showing(asset: AssetId) -> Document {
    let page = Page { id: sample::page_id(0), order: Order::between(None, None), layout: None };
    let content = Content::Picture { source: Asset::source(asset), alt: String::new(), focus: Focus::default() };
    let node = Node { id: sample::node_id(0), page: sample::page_id(0), order: Order::between(None, None), content };
    Document::from_rows(DocumentId(asset.0), sample::properties("Vos bols"), [page], [node])
}
