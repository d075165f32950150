use std::{collections::BTreeMap, sync::Arc};

use parley::{
    FontContext, GenericFamily,
    fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, SourceCache},
};
use planche_model::{Charter, template::Family};
use planche_scene::{Image, Scene};

/// A font file and the family it belongs to. Files of one family complete each other (scripts, styles).
#[derive(Clone)]
pub struct FontFile {
    /// The family's name, as charters write it: the file's own name table is not trusted.
    pub family: String,
    /// Whether it holds colour emoji.
    pub emoji: bool,
    /// An OpenType font.
    pub bytes: Arc<Vec<u8>>,
}

/// Every typeface the studio sets text in; no font of the machine is ever among them. Cheap to clone.
#[derive(Clone)]
pub struct Fonts {
    pub(crate) context: FontContext,
    pub(crate) fallback: Arc<[String]>,
    families: Arc<BTreeMap<String, usize>>,
}

impl Fonts {
    /// The typefaces of these files. `fallback` is the family asked for what a charter's own lacks.
    pub fn new(files: impl IntoIterator<Item = FontFile>, fallback: &str) -> Self {
        let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        let (mut families, mut emoji) = (BTreeMap::new(), Vec::new());
        for file in files {
            let named = FontInfoOverride { family_name: Some(&file.family), ..FontInfoOverride::default() };
            let registered = collection.register_fonts(Blob::new(file.bytes), Some(named));
            *families.entry(file.family.clone()).or_insert(0) += registered.len();
            if file.emoji {
                emoji.push(file.family.clone());
                collection.set_generic_families(GenericFamily::Emoji, registered.iter().map(|(id, _)| *id));
            }
        }
        // The generic family alone does not catch emoji that default to text presentation; and the fallback has plain
        // signs for some of them: emoji come before it.
        let fallback = emoji.into_iter().chain(std::iter::once(fallback.to_owned())).collect();
        let context = FontContext { collection, source_cache: SourceCache::default() };
        Self { context, fallback, families: Arc::new(families) }
    }

    /// Whether a charter may name this family.
    pub fn has(&self, family: &str) -> bool {
        self.families.get(family).is_some_and(|files| *files > 0)
    }
}

/// A brand, ready to compose with: its charter and the drawings and templates that it names.
#[derive(Clone)]
pub struct BrandKit {
    /// The tokens.
    pub charter: Arc<Charter>,
    /// The templates.
    pub family: Arc<Family>,
    /// The logo, drawn in its own space.
    pub logo: Option<Arc<Scene>>,
    /// The ornament, drawn in its own space.
    pub motif: Option<Arc<Scene>>,
}

/// Where the photographs come from.
pub trait Pictures {
    /// The photograph a node names, decoded; `None` when it cannot be had.
    fn picture(&self, source: &str) -> Option<Image>;
}

impl<F: Fn(&str) -> Option<Image>> Pictures for F {
    fn picture(&self, source: &str) -> Option<Image> {
        self(source)
    }
}
