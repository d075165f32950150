use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use planche_layout::{BrandKit, Composition, Compositor, Covers, FontFamily, FontFile, Fonts, Job, Purpose};
use planche_model::{BrandId, Charter, DocumentId, Format, FormatId, Formats, Layout, outline, template::Family};
use planche_scene::{Glyphs, Group, Item, Scene};
use serde::Deserialize;
use uuid::Uuid;

/// What a page is made with, apart from its words.
pub struct Setting {
    /// An IETF tag.
    pub language: &'static str,
    /// Fields of the text that shows the body, as JSON members.
    pub body: &'static str,
    /// A last element of the page, as JSON.
    pub last: &'static str,
    /// In px.
    pub size: (u32, u32),
}

impl Default for Setting {
    fn default() -> Self {
        Self { language: "fr", body: "", last: "", size: (1080, 1350) }
    }
}

impl Setting {
    /// The first page of an outline.
    pub fn compose(&self, outline: &str) -> Composition {
        self.compose_in(outline, &fonts())
    }

    pub fn compose_in(&self, outline: &str, fonts: &Fonts) -> Composition {
        let mut last = 0_u128;
        let mut ids = || {
            last += 1;
            Uuid::from_u128(last)
        };
        let format = self.format();
        let (id, brand) = (DocumentId(Uuid::nil()), BrandId(Uuid::nil()));
        let parsed = outline::parse(outline);
        let document = outline::build(parsed, id, brand, format.id.clone(), vec![format.id.clone()], &mut ids);
        let page = document.pages()[0].id;
        let job = Job { document: &document, page, format: &format, brand: &self.brand(), pictures: &() };
        Compositor::new(fonts).compose(job)
    }

    fn format(&self) -> Format {
        let formats = Formats::parse(&read("platforms/formats.json")).expect("the shipped formats are valid");
        let known = formats.get(&FormatId::from("ig_carousel_4_5")).expect("it ships").clone();
        Format { width: self.size.0, height: self.size.1, ..known }
    }

    fn brand(&self) -> BrandKit {
        let charter = read("brands/maree-basse/charter.json").replace("\"fr\"", &format!("{:?}", self.language));
        let body = if self.body.is_empty() { String::new() } else { format!(", {}", self.body) };
        let last = if self.last.is_empty() { String::new() } else { format!(",{}", self.last) };
        let page = format!(
            r#"{{"is":"stack","width":"100%","height":"100%","padding":90,"gap":40,"children":[
                {{"is":"text","slot":"title","face":"title","size":96,"least":40,"balance":true}},
                {{"is":"text","slot":"body","size":46,"least":24{body}}},
                {{"is":"each","gap":10,"children":[{{"is":"text","slot":"label","size":40,"least":24}}]}}{last}]}}"#
        );
        let layouts: Vec<String> = Layout::ALL.iter().map(|layout| format!("\"{layout}\":{page}")).collect();
        let family = format!(r#"{{"planche":"template/1","name":"sample","layouts":{{{}}}}}"#, layouts.join(","));
        BrandKit {
            charter: Arc::new(Charter::parse(&charter).expect("a sample charter is valid")),
            family: Arc::new(Family::parse(&family).expect("the fields of a setting are valid")),
            logos: Vec::new(),
            motif: None,
            fonts: Vec::new(),
            embedding: Vec::new(),
        }
    }
}

/// The shipped typefaces, none of them read yet.
pub fn fonts() -> Fonts {
    let manifest: Manifest = serde_json::from_str(&read("fonts/manifest.json")).expect("the manifest is valid");
    Fonts::new(manifest.families.into_iter().map(family))
}

#[derive(Deserialize)]
struct Manifest {
    families: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    family: String,
    files: Vec<File>,
    #[serde(default)]
    fallback: bool,
    #[serde(default)]
    code: bool,
    #[serde(default)]
    emoji: bool,
    covers: Option<Vec<String>>,
    language: Option<String>,
}

#[derive(Deserialize)]
struct File {
    name: String,
    source: String,
}

fn family(entry: Entry) -> FontFamily {
    let covers = Covers::parse(entry.covers.iter().flatten().map(String::as_str)).expect("the ranges are valid");
    let purpose = match entry.covers {
        _ if entry.fallback => Purpose::Fallback,
        _ if entry.code => Purpose::Code,
        _ if entry.emoji => Purpose::Emoji(covers),
        Some(_) => Purpose::Script { covers, language: entry.language },
        None => Purpose::Asked,
    };
    let files = entry.files.into_iter().map(|file| {
        let extension = if file.source.contains('#') { "ttc" } else { "ttf" };
        let path = assets().join(format!("fonts/files/{}.{extension}", file.name));
        FontFile::new(move || fs::read(&path).ok())
    });
    FontFamily { name: entry.family, purpose, files: files.collect() }
}

fn read(path: &str) -> String {
    fs::read_to_string(assets().join(path)).expect("it ships")
}

fn assets() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets")
}

/// The runs of glyphs of a scene, in the order in which they are drawn.
pub fn runs(scene: &Scene) -> Vec<&Glyphs> {
    let mut found = Vec::new();
    visit(&scene.items, &mut |item| {
        if let Item::Glyphs(glyphs) = item {
            found.push(glyphs);
        }
    });
    found
}

/// Sees every item of a scene that is no group.
pub fn visit<'a>(items: &'a [Item], see: &mut impl FnMut(&'a Item)) {
    for item in items {
        match item {
            Item::Group(Group { items, .. }) => visit(items, see),
            other => see(other),
        }
    }
}

/// What stands on each line of a scene, from the top: lines are told apart by their baselines.
pub fn lines(scene: &Scene) -> Vec<String> {
    let mut lines: BTreeMap<i64, (u32, u32, &Glyphs)> = BTreeMap::new();
    for run in runs(scene) {
        let baseline = (run.origin.y * 10.0).round() as i64;
        for glyph in run.glyphs.iter().filter(|glyph| !glyph.range.is_empty()) {
            let line = lines.entry(baseline).or_insert((glyph.range.start, glyph.range.end, run));
            *line = (line.0.min(glyph.range.start), line.1.max(glyph.range.end), line.2);
        }
    }
    lines.values().map(|(start, end, run)| run.text[*start as usize..*end as usize].trim().to_owned()).collect()
}

/// The codes of what there is to say of a page.
pub fn codes(composition: &Composition) -> BTreeSet<&str> {
    composition.findings.iter().map(|finding| finding.code.as_str()).collect()
}
