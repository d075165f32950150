//! Photographs by the thousand, of which everything is also known here: the library counts, finds and orders them as one
//! who reads every one of them would.

use std::collections::{HashMap, HashSet};

use fastrand::Rng;
use planche_library::{Asset, AssetFile, Facets, Hash};
use planche_model::{
    AssetId, BrandId, CollectionId, Color,
    asset::{AssetKind, AssetQuery, AssetSort, Description, Frame, Licence, Rights, Standing, Tone},
};
use uuid::Uuid;

use crate::sample::{self, BRAND, NOW};

/// Another brand, whose photographs nobody may see from the first.
pub const OTHER: BrandId = BrandId(Uuid::from_u128(0xb1));

/// What some are gathered in.
pub const SUMMER: CollectionId = CollectionId(Uuid::from_u128(0xc1));

/// The day on which rights are looked at.
pub const TODAY: &str = "2026-12-01";
const IN_THIRTY_DAYS: &str = "2026-12-31";

pub const WORDS: [&str; 24] = [
    "bol", "bols", "tasse", "assiette", "four", "terre", "émail", "émaux", "atelier", "océan", "été", "hiver",
    "lichen", "varech", "marée", "basse", "grès", "argile", "tour", "séchage", "vitrine", "marché", "galerie",
    "oiseau",
];

/// A photograph, and what the library knows of it beside.
pub struct Known {
    pub asset: Asset,
    pub trashed: bool,
    pub used: bool,
    /// All it is called by.
    words: Vec<String>,
    tones: HashSet<Tone>,
}

/// A photograph of that number, the same each time.
pub fn asset(number: usize, brand: BrandId) -> Asset {
    const SIZES: [(u32, u32); 5] = [(4000, 3000), (3000, 4000), (3000, 3000), (1920, 1080), (1000, 1031)];
    let mut random = Rng::with_seed(number as u64);
    let (width, height) = SIZES[random.usize(..SIZES.len())];
    let taken = format!("20{}-{:02}-{:02}T10:00:00", random.u8(10..27), random.u8(1..13), random.u8(1..29));
    let file = AssetFile {
        blob: Hash::of(&number.to_le_bytes()),
        kind: AssetKind::ALL[random.usize(..3).saturating_sub(usize::from(random.bool()))],
        width,
        height,
        bytes: random.u64(1..9_000_000),
        taken: random.bool().then_some(taken),
        look: Some(random.u64(..)),
        palette: (0..random.usize(..4)).map(|_| color(&mut random)).collect(),
        ..sample::asset(id(number), b"").file
    };
    let asset = Asset::new(id(number), brand, file, description(&mut random), NOW);
    Asset { created: planche_library::Timestamp(NOW.0 + number as i64), ..asset }
}

pub fn description(random: &mut Rng) -> Description {
    const LICENCES: [Licence; 5] =
        [Licence::Unknown, Licence::Own, Licence::Assigned, Licence::Licensed, Licence::Free];
    let words = |random: &mut Rng, count| (0..count).map(|_| word(random)).collect::<Vec<_>>();
    let until = format!("2026-{:02}-{:02}", random.u8(10..13), random.u8(1..29));
    Description {
        name: format!("{} {}.jpg", words(random, 2).join(" "), random.u16(..)),
        alt: words(random, 4).join(", "),
        rating: random.u8(..6),
        picked: random.u8(..8) == 0,
        rights: Rights {
            licence: LICENCES[random.usize(..5)],
            credit: word(random).to_owned(),
            until: random.bool().then(|| until.parse().expect("it is a day")),
            ..Rights::default()
        },
        tags: words(random, 3).into_iter().map(str::to_owned).collect(),
        collections: (random.u8(..10) == 0).then_some(SUMMER).into_iter().collect(),
        ..Description::default()
    }
}

pub fn id(number: usize) -> AssetId {
    AssetId(Uuid::from_u128(0xA_0000 + number as u128))
}

fn color(random: &mut Rng) -> Color {
    Color { red: random.u8(..), green: random.u8(..), blue: random.u8(..) }
}

fn word(random: &mut Rng) -> &'static str {
    WORDS[random.usize(..WORDS.len())]
}

/// Something to look for; most ask little, so that much is found.
pub fn query(random: &mut Rng) -> AssetQuery {
    let seldom = |random: &mut Rng| random.u8(..4) == 0;
    let one = |random: &mut Rng| if seldom(random) { vec![word(random).to_owned()] } else { Vec::new() };
    let mut text = one(random).concat();
    text.truncate(text.char_indices().nth(3).map_or(text.len(), |(at, _)| at));
    AssetQuery {
        text,
        kinds: if seldom(random) { vec![AssetKind::ALL[random.usize(..3)]] } else { Vec::new() },
        frames: if seldom(random) { Frame::ALL[random.usize(..3)..].to_vec() } else { Vec::new() },
        standings: if seldom(random) { Standing::ALL[random.usize(..4)..][..1].to_vec() } else { Vec::new() },
        tones: if seldom(random) { Tone::ALL[random.usize(..11)..][..2].to_vec() } else { Vec::new() },
        tags: one(random),
        any_tags: [one(random), one(random)].concat(),
        without_tags: one(random),
        picked: seldom(random).then(|| random.bool()),
        used: seldom(random).then(|| random.bool()),
        collection: (random.u8(..10) == 0).then_some(SUMMER),
        due: random.u8(..10) == 0,
        imported_since: seldom(random).then(|| NOW.0 + random.i64(..20_000)),
        trashed: random.u8(..10) == 0,
        sort: [AssetSort::Newest, AssetSort::Oldest, AssetSort::Name, AssetSort::Taken, AssetSort::Rating]
            [random.usize(..5)],
        ..AssetQuery::default()
    }
}

impl Known {
    pub fn new(asset: Asset, used: bool) -> Self {
        let Description { name, alt, rights, tags, .. } = &asset.description;
        let tags = tags.iter().cloned().collect::<Vec<_>>().join(" ");
        let words = plain(&format!("{name} {alt} {} {tags}", rights.credit));
        let words = words.split([' ', ',', '.']).map(str::to_owned).collect();
        let tones = asset.file.palette.iter().map(|color| Tone::of(*color)).collect();
        Self { asset, trashed: false, used, words, tones }
    }

    /// Whether a query asks for it.
    pub fn is_asked_by(&self, query: &AssetQuery) -> bool {
        let Description { tags, picked, collections, .. } = &self.asset.description;
        let AssetQuery { kinds, frames, standings, tones, .. } = query;
        self.asset.brand == BRAND
            && self.trashed == query.trashed
            && (kinds.is_empty() || kinds.contains(&self.asset.file.kind))
            && (frames.is_empty() || frames.contains(&self.frame()))
            && (standings.is_empty() || standings.contains(&self.asset.standing_on(TODAY)))
            && (tones.is_empty() || tones.iter().any(|tone| self.tones.contains(tone)))
            && query.tags.iter().all(|tag| tags.contains(tag))
            && (query.any_tags.is_empty() || query.any_tags.iter().any(|tag| tags.contains(tag)))
            && !query.without_tags.iter().any(|tag| tags.contains(tag))
            && query.picked.is_none_or(|wanted| wanted == *picked)
            && query.used.is_none_or(|wanted| wanted == self.used)
            && query.collection.is_none_or(|collection| collections.contains(&collection))
            && (!query.due || self.is_due())
            && query.imported_since.is_none_or(|since| self.asset.created.0 >= since)
            && self.is_called(&query.text)
    }

    fn is_called(&self, text: &str) -> bool {
        if text.is_empty() {
            return true;
        }
        let beginning = plain(text);
        self.words.iter().any(|word| word.starts_with(&beginning))
    }

    /// Whether its rights end before thirty days are over, if they have not ended.
    fn is_due(&self) -> bool {
        let withdrawn = self.asset.standing == Standing::Withdrawn;
        withdrawn || self.asset.ends.as_deref().is_some_and(|day| day <= IN_THIRTY_DAYS)
    }

    fn frame(&self) -> Frame {
        Frame::of(self.asset.file.width, self.asset.file.height)
    }
}

/// Without accents: as many as are in [`WORDS`].
fn plain(word: &str) -> String {
    word.chars().map(|letter| if "éèê".contains(letter) { 'e' } else { letter }).collect()
}

/// Those that a query asks for, in its order.
pub fn asked<'a>(all: &'a [Known], query: &AssetQuery) -> Vec<&'a Known> {
    let mut asked: Vec<&Known> = all.iter().filter(|known| known.is_asked_by(query)).collect();
    // They are in the order of their arrival.
    match query.sort {
        AssetSort::Oldest => {}
        AssetSort::Name => asked.sort_by_key(|known| known.asset.description.name.to_ascii_lowercase()),
        AssetSort::Newest => asked.reverse(),
        AssetSort::Taken => {
            asked.sort_by_key(|known| known.asset.file.taken.clone().unwrap_or_default());
            asked.reverse();
        }
        AssetSort::Rating => {
            asked.sort_by_key(|known| known.asset.description.rating);
            asked.reverse();
        }
    }
    asked
}

/// How many there are of each sort, each sort being asked all that the query asks of the others.
pub fn facets(all: &[Known], query: &AssetQuery, recent: i64) -> Facets {
    let without = |change: fn(&mut AssetQuery)| {
        let mut query = query.clone();
        change(&mut query);
        all.iter().filter(move |known| known.is_asked_by(&query))
    };
    let kept = || all.iter().filter(|known| known.asset.brand == BRAND && !known.trashed);
    let count = |picked: usize| u64::try_from(picked).expect("they can be counted");
    Facets {
        all: count(kept().count()),
        bytes: kept().map(|known| known.asset.file.bytes).sum(),
        trashed: count(all.iter().filter(|known| known.asset.brand == BRAND && known.trashed).count()),
        picked: count(without(|query| query.picked = None).filter(|known| known.asset.description.picked).count()),
        unused: count(without(|query| query.used = None).filter(|known| !known.used).count()),
        due: count(without(|query| query.due = false).filter(|known| known.is_due()).count()),
        recent: count(
            without(|query| query.imported_since = None).filter(|known| known.asset.created.0 >= recent).count(),
        ),
        kinds: by(without(|query| query.kinds.clear()).map(|known| known.asset.file.kind)),
        frames: by(without(|query| query.frames.clear()).map(Known::frame)),
        standings: by(without(|query| query.standings.clear()).map(|known| known.asset.standing_on(TODAY))),
        tones: by(without(|query| query.tones.clear()).flat_map(|known| known.tones.iter().copied())),
        tags: Vec::new(),
    }
}

/// How many of each.
pub fn by<T: std::hash::Hash + Eq>(all: impl Iterator<Item = T>) -> HashMap<T, u64> {
    let mut counts = HashMap::new();
    all.for_each(|one| *counts.entry(one).or_default() += 1);
    counts
}
