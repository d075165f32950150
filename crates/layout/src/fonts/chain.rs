use std::{collections::BTreeMap, sync::Arc};

use parley::{
    FontContext, GenericFamily,
    fontique::{Collection, CollectionOptions, FontInfoOverride, SourceCache},
};

use super::{FontFamily, Fonts, Purpose};

/// The typefaces as one thread uses them: registered when a text first needs them.
pub(crate) struct Typefaces {
    families: Arc<[FontFamily]>,
    /// Families by their place in the list, and whether they could be read.
    registered: BTreeMap<usize, bool>,
    pub context: FontContext,
}

/// The families a text is set in, in the order in which they are tried for each character.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Chain {
    pub families: Vec<String>,
    /// Families that should be there and cannot be read.
    pub unreadable: Vec<String>,
    /// Whether families for other languages are left out, as long as nothing is missing.
    pub is_short: bool,
}

impl Typefaces {
    pub fn new(fonts: &Fonts) -> Self {
        let collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        let context = FontContext { collection, source_cache: SourceCache::default() };
        Self { families: fonts.families.clone(), registered: BTreeMap::new(), context }
    }

    /// Adds a brand's own families, unless they are there.
    pub fn add(&mut self, families: &[FontFamily]) {
        let is_new = |family: &&FontFamily| self.families.iter().all(|known| known.name != family.name);
        let new: Vec<FontFamily> = families.iter().filter(is_new).cloned().collect();
        if !new.is_empty() {
            self.families = self.families.iter().cloned().chain(new).collect();
        }
    }

    /// The families for a text in the family `asked`, each ready to use: those that draw Chinese characters as another
    /// language does only where they serve no other purpose.
    pub fn chain(&mut self, asked: &str, text: &str, language: &str) -> Chain {
        let all = wanted(&self.families, asked, text, language);
        let usual = usual(&self.families, &all, Ideographs::of(text, language));
        Chain { is_short: usual.len() < all.len(), ..self.ready(usual) }
    }

    /// All families for a text, the usual ones first.
    pub fn whole_chain(&mut self, asked: &str, text: &str, language: &str) -> Chain {
        self.ready(wanted(&self.families, asked, text, language))
    }

    fn ready(&mut self, families: Vec<usize>) -> Chain {
        let mut chain = Chain::default();
        for at in families {
            let readable = self.register(at);
            let name = self.families[at].name.clone();
            if readable { chain.families.push(name) } else { chain.unreadable.push(name) }
        }
        chain
    }

    /// The family for `code`.
    pub fn code(&mut self) -> Option<String> {
        let at = self.families.iter().position(|family| family.purpose == Purpose::Code)?;
        self.register(at).then(|| self.families[at].name.clone())
    }

    fn register(&mut self, at: usize) -> bool {
        if let Some(readable) = self.registered.get(&at) {
            return *readable;
        }
        let family = &self.families[at];
        let named = FontInfoOverride { family_name: Some(&family.name), ..FontInfoOverride::default() };
        let collection = &mut self.context.collection;
        let blobs = family.files.iter().filter_map(super::FontFile::bytes);
        let registered: Vec<_> = blobs.flat_map(|bytes| collection.register_fonts(bytes, Some(named))).collect();
        if matches!(family.purpose, Purpose::Emoji(_)) {
            // Characters that show as emoji by themselves are looked for in this generic family.
            collection.set_generic_families(GenericFamily::Emoji, registered.iter().map(|(id, _)| *id));
        }
        self.registered.insert(at, !registered.is_empty());
        !registered.is_empty()
    }
}

/// The places of the families for a text: the one asked for, emoji, the fallback, scripts and signs.
fn wanted(families: &[FontFamily], asked: &str, text: &str, language: &str) -> Vec<usize> {
    let asked = families.iter().position(|family| family.name == asked);
    let script = Ideographs::of(text, language);
    let mut others: Vec<(u8, usize)> = families
        .iter()
        .enumerate()
        .filter(|(at, family)| Some(*at) != asked && family.purpose.covers().is_none_or(|covers| covers.meets(text)))
        .filter_map(|(at, family)| Some((rank(&family.purpose, script)?, at)))
        .collect();
    others.sort_unstable();
    asked.into_iter().chain(others.into_iter().map(|(_, at)| at)).collect()
}

/// Without the families for other languages, when there is one for this one.
fn usual(families: &[FontFamily], all: &[usize], script: Ideographs) -> Vec<usize> {
    let is_for = |at: usize, own: bool| match &families[at].purpose {
        Purpose::Script { language: Some(language), .. } => (language == script.language()) == own,
        _ => false,
    };
    let has_own = all.iter().any(|at| is_for(*at, true));
    all.iter().copied().filter(|at| !has_own || !is_for(*at, false)).collect()
}

fn rank(purpose: &Purpose, script: Ideographs) -> Option<u8> {
    match purpose {
        Purpose::Asked | Purpose::Code => None,
        Purpose::Emoji(_) => Some(0),
        Purpose::Fallback => Some(1),
        Purpose::Script { language: Some(language), .. } if language == script.language() => Some(2),
        Purpose::Script { .. } => Some(3),
    }
}

/// Whose forms Chinese characters take: one code point is drawn differently in each language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ideographs {
    Japanese,
    Chinese,
    Korean,
}

impl Ideographs {
    /// Kana and Hangul tell; else the charter's language; else they are Chinese, whose texts have nothing beside them.
    fn of(text: &str, language: &str) -> Self {
        let has = |ranges: [std::ops::RangeInclusive<char>; 2]| {
            text.chars().any(|character| ranges.iter().any(|range| range.contains(&character)))
        };
        if text.is_ascii() {
            Self::Chinese
        } else if has(['\u{3041}'..='\u{30ff}', '\u{ff66}'..='\u{ff9d}']) {
            Self::Japanese
        } else if has(['\u{ac00}'..='\u{d7a3}', '\u{1100}'..='\u{11ff}']) {
            Self::Korean
        } else {
            match language.get(..2) {
                Some("ja") => Self::Japanese,
                Some("ko") => Self::Korean,
                _ => Self::Chinese,
            }
        }
    }

    fn language(self) -> &'static str {
        match self {
            Self::Japanese => "ja",
            Self::Chinese => "zh",
            Self::Korean => "ko",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fonts::{Covers, FontFile};

    fn families() -> Vec<FontFamily> {
        let covers = |range: &'static str| Covers::parse([range]).unwrap();
        let script = |range: &'static str, language: Option<&str>| Purpose::Script {
            covers: covers(range),
            language: language.map(str::to_owned),
        };
        let family = |name: &str, purpose: Purpose| FontFamily {
            name: name.to_owned(),
            purpose,
            files: vec![FontFile::new(|| None)],
        };
        vec![
            family("Karla", Purpose::Asked),
            family("Mono", Purpose::Code),
            family("Inter", Purpose::Fallback),
            family("Emoji", Purpose::Emoji(covers("1F000-1FAFF"))),
            family("Arabic", script("0600-06FF", None)),
            family("JP", script("3040-9FFF", Some("ja"))),
            family("SC", script("3400-9FFF", Some("zh"))),
            family("KR", script("3400-D7FF", Some("ko"))),
        ]
    }

    #[test]
    fn a_text_wants_the_families_of_its_characters() {
        let families = families();
        let check = |text: &str, language: &str, expected: &[&str]| {
            let wanted = wanted(&families, "Karla", text, language);
            let names: Vec<&str> = wanted.into_iter().map(|at| families[at].name.as_str()).collect();
            assert_eq!(names, expected, "{text}");
        };
        check("Un bol", "fr", &["Karla", "Inter"]);
        check("Un bol 🍜", "fr", &["Karla", "Emoji", "Inter"]);
        check("مرحبا", "fr", &["Karla", "Inter", "Arabic"]);
        check("茶碗", "fr", &["Karla", "Inter", "SC", "JP", "KR"]);
        check("茶碗", "ja", &["Karla", "Inter", "JP", "SC", "KR"]);
        check("お茶碗", "fr", &["Karla", "Inter", "JP", "SC", "KR"]);
        check("차 茶", "fr", &["Karla", "Inter", "KR", "JP", "SC"]);
    }

    #[test]
    fn a_family_that_cannot_be_read_is_said() {
        let chain = Typefaces::new(&Fonts::new(families())).chain("Karla", "Un bol", "fr");
        assert_eq!(
            chain,
            Chain { families: vec![], unreadable: vec!["Karla".to_owned(), "Inter".to_owned()], is_short: false }
        );
    }
}
