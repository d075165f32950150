//! How fast a large library answers: `wall COUNT` fills one with so many files of one brand, then prints a line of JSON a
//! measure, in milliseconds of the processor. `wall COUNT FOLDER` fills the one of that folder and ends. Words come as often as in French: the commonest is half as rare as the next but one (Zipf).
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

use std::{error::Error, path::Path};

use cpu_time::ProcessTime;
use planche_library::{Asset, AssetFile, Hash, Library, Timestamp, Wall};
use planche_model::{
    AssetId, Brand, BrandId, Charter, Color,
    asset::{AssetKind, AssetQuery, AssetSort, Description, Frame, Licence, Rights, Tone},
};
use serde_json::json;
use uuid::Uuid;

type Failure = Box<dyn Error>;

const BRAND: BrandId = BrandId(Uuid::from_u128(1));
const TODAY: &str = "2026-12-01";
/// How many files are committed at once, as an import would.
const BATCH: usize = 500;
/// How often each question is asked.
const TIMES: usize = 300;

fn main() -> Result<(), Failure> {
    let count = std::env::args().nth(1).map_or(Ok(200_000), |count| count.parse())?;
    if let Some(folder) = std::env::args().nth(2) {
        return fill(&mut Library::open(Path::new(&folder))?, count, &Words::new());
    }
    let folder = tempfile::tempdir()?;
    let mut library = Library::open(folder.path())?;
    let words = Words::new();
    timed("fill", 1, |_| fill(&mut library, count, &words))?;
    drop(library);
    let mut opened = None;
    let mut open = |name: &str| {
        opened = None;
        timed(name, 1, |_| {
            opened = Some(Library::open(folder.path())?);
            Ok(())
        })?;
        opened.as_ref().ok_or("not opened")?.settle().map_err(Failure::from)
    };
    open("open after a power cut")?;
    open("open")?;
    let mut library = opened.ok_or("not opened")?;
    ask(&library, &words)?;
    timed("facets after a change", TIMES / 30, |at| {
        library.transact(|transaction| transaction.preferences_mut().set("at", &at))?;
        library.facets(BRAND, &AssetQuery::default(), TODAY, 0).map(drop).map_err(Into::into)
    })
}

fn ask(library: &Library, words: &Words) -> Result<(), Failure> {
    let all = AssetQuery::default;
    let find = |query: &AssetQuery, after: Option<&str>| -> Result<_, Failure> {
        Ok(library.assets().find(Wall { brand: BRAND, query, after, limit: 200, today: TODAY })?)
    };
    timed("first page", TIMES, |_| find(&all(), None).map(drop))?;
    for sort in [AssetSort::Name, AssetSort::Taken, AssetSort::Rating] {
        timed(&format!("first page by {sort:?}"), TIMES / 10, |_| find(&AssetQuery { sort, ..all() }, None).map(drop))?;
    }
    let mut after = None;
    timed("next page", TIMES, |_| {
        after = find(&all(), after.as_deref())?.after;
        Ok(())
    })?;
    timed("two words begun", TIMES, |at| find(&AssetQuery { text: words.two(at), ..all() }, None).map(drop))?;
    timed("a word mistyped", TIMES / 10, |at| find(&AssetQuery { text: words.slip(at), ..all() }, None).map(drop))?;
    let narrow = AssetQuery { frames: vec![Frame::Square], tones: vec![Tone::Blue], tags: vec![words.at(3)], ..all() };
    timed("frame, colour and subject", TIMES / 10, |_| find(&narrow, None).map(drop))?;
    let facets = |query: &AssetQuery| -> Result<(), Failure> {
        library.facets(BRAND, query, TODAY, 0).map(drop).map_err(Into::into)
    };
    timed("facets", TIMES / 10, |_| facets(&all()))?;
    timed("facets of a word", TIMES / 10, |at| facets(&AssetQuery { text: words.at(at % 40), ..all() }))?;
    timed("like one", TIMES / 10, |_| {
        library.assets().like(AssetId(Uuid::from_u128(9)), 8)?;
        Ok(())
    })
}

fn fill(library: &mut Library, count: usize, words: &Words) -> Result<(), Failure> {
    let charter = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/brands/maree-basse/charter.json");
    let charter = Charter::parse(&std::fs::read_to_string(charter)?)?;
    library.transact(|transaction| {
        transaction.brands_mut().insert(&Brand { id: BRAND, charter, sample: false }, Timestamp(0))
    })?;
    let mut chance = Chance(7);
    for first in (0..count).step_by(BATCH) {
        library.transact(|transaction| {
            let mut assets = transaction.assets_mut();
            (first..count.min(first + BATCH)).try_for_each(|at| assets.insert(&asset(at, words, &mut chance)).map(drop))
        })?;
    }
    Ok(())
}

fn asset(at: usize, words: &Words, chance: &mut Chance) -> Asset {
    const SIZES: [(u32, u32); 4] = [(4000, 3000), (3000, 4000), (3000, 3000), (1920, 1080)];
    const LICENCES: [Licence; 5] = [Licence::Own, Licence::Own, Licence::Free, Licence::Licensed, Licence::Unknown];
    let (width, height) = SIZES[chance.below(4)];
    let mut channel = || chance.below(256) as u8;
    let palette = [(); 3].map(|()| Color { red: channel(), green: channel(), blue: channel() }).to_vec();
    let mut text = |count: usize| (0..count).map(|_| words.any(chance)).collect::<Vec<_>>().join(" ");
    let (name, alt) = (format!("{} {at}.jpg", text(3)), text(8));
    let tags = (0..3).map(|_| words.at(chance.common(60))).collect();
    let rights = Rights { licence: LICENCES[chance.below(5)], credit: words.at(chance.below(30)), ..Rights::default() };
    let description = Description {
        name,
        alt,
        tags,
        rights,
        picked: chance.below(8) == 0,
        rating: chance.below(6) as u8,
        ..Description::default()
    };
    let file = AssetFile {
        blob: Hash::of(&at.to_le_bytes()),
        kind: AssetKind::Photo,
        format: "jpg".to_owned(),
        width,
        height,
        bytes: 2_800_000,
        taken: Some(format!(
            "20{:02}-{:02}-{:02}T10:00:00",
            10 + chance.below(16),
            1 + chance.below(12),
            1 + chance.below(28)
        )),
        look: Some(chance.next()),
        palette,
        faces: 0,
    };
    Asset::new(AssetId(Uuid::from_u128(at as u128)), BRAND, file, description, Timestamp(at as i64))
}

/// A vocabulary of French-like words, the commonest first.
struct Words(Vec<String>);

impl Words {
    fn new() -> Self {
        const BEGINNINGS: [&str; 18] = [
            "bo", "a", "é", "ma", "pla", "gre", "tou", "ca", "li", "ver", "ser", "por", "cha", "fleu", "in", "re",
            "dé", "mu",
        ];
        const MIDDLES: [&str; 14] =
            ["", "", "ri", "ta", "li", "mé", "nou", "sse", "cer", "di", "po", "che", "lan", "bu"];
        const ENDS: [&str; 16] = [
            "l", "re", "tte", "ge", "son", "ère", "ment", "tion", "eau", "ie", "que", "age", "oir", "isme", "ette", "s",
        ];
        let words = BEGINNINGS.iter().flat_map(|first| {
            MIDDLES.iter().flat_map(move |middle| ENDS.iter().map(move |end| format!("{first}{middle}{end}")))
        });
        let mut words: Vec<String> = words.collect();
        let mut chance = Chance(3);
        (1..words.len()).rev().for_each(|at| words.swap(at, chance.below(at + 1)));
        words.dedup();
        Self(words)
    }

    fn at(&self, rank: usize) -> String {
        self.0[rank % self.0.len()].clone()
    }

    fn any(&self, chance: &mut Chance) -> String {
        self.at(chance.common(self.0.len()))
    }

    /// The beginnings of two words, the first a common one.
    fn two(&self, at: usize) -> String {
        let begun = |word: String| word.chars().take(4).collect::<String>();
        format!("{} {}", begun(self.at(at % 50)), begun(self.at(at * 7 % 400)))
    }

    fn slip(&self, at: usize) -> String {
        let mut letters: Vec<char> = self.at(at * 3).chars().collect();
        letters.insert(letters.len() / 2, 'x');
        letters.into_iter().collect()
    }
}

/// Chance that is the same at every run (SplitMix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, count: usize) -> usize {
        (self.next() % count as u64) as usize
    }

    /// A rank that comes the more often the lower it is.
    fn common(&mut self, count: usize) -> usize {
        let share = self.below(1 << 20) as f64 / f64::from(1 << 20);
        ((count as f64).powf(share) as usize).saturating_sub(1)
    }
}

fn timed(name: &str, times: usize, mut work: impl FnMut(usize) -> Result<(), Failure>) -> Result<(), Failure> {
    let mut took = Vec::new();
    for at in 0..times {
        let started = ProcessTime::now();
        work(at)?;
        took.push(started.elapsed().as_secs_f64() * 1e3);
    }
    took.sort_by(f64::total_cmp);
    let at = |share: usize| took[(took.len() - 1) * share / 100];
    println!("{}", json!({ "name": name, "times": times, "p50": at(50), "p99": at(99) }));
    Ok(())
}
