//! Brands that say little, much, or something difficult.

use std::path::{Path, PathBuf};

use planche_app::{Engine, kit};
use planche_layout::BrandKit;
use planche_model::{
    BrandId, Charter, Document, DocumentId, FormatId,
    charter::{Gradient, Role, Sizes, Stop, Swatch, Treatment, TypeRole},
    editorial::{Example, HashtagSet, Mention, Nuance, Objective, Persona, Pillar, Term},
    outline,
};
use uuid::Uuid;

/// A brand, ready to make a book of.
pub struct Brand {
    pub kit: BrandKit,
    pub documents: Vec<Document>,
    pub folder: PathBuf,
}

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets")
}

fn charter(name: &str) -> (Charter, PathBuf) {
    let folder = root().join("brands").join(name);
    (Charter::parse(&std::fs::read_to_string(folder.join("charter.json")).unwrap()).unwrap(), folder)
}

fn brand(engine: &Engine, charter: Charter, folder: PathBuf, outline: Option<&str>) -> Brand {
    let kit = kit::build(charter, &engine.assets, |name| Ok(std::fs::read(folder.join(name)).unwrap())).unwrap();
    Brand { kit, documents: outline.map(document).into_iter().collect(), folder }
}

fn document(text: &str) -> Document {
    let mut last = 0;
    let mut ids = || {
        last += 1;
        Uuid::from_u128(last)
    };
    let format = FormatId::from("ig_carousel_4_5");
    let (document, brand) = (DocumentId(Uuid::nil()), BrandId(Uuid::nil()));
    outline::build(outline::parse(text), document, brand, format.clone(), vec![format], &mut ids)
}

pub fn sample(engine: &Engine, name: &str) -> Brand {
    let (charter, folder) = charter(name);
    let creation = std::fs::read_to_string(folder.join("creation.md")).unwrap();
    brand(engine, charter, folder, Some(&creation))
}

/// One of the brands that try templates: colours without contrast, long words, loud shapes.
pub fn difficult(engine: &Engine, name: &str) -> Brand {
    let folder = root().join("../tests/brands").join(name);
    let charter = Charter::parse(&std::fs::read_to_string(folder.join("charter.json")).unwrap()).unwrap();
    brand(engine, charter, folder, None)
}

/// What a person knows on the first day, in two colours that go badly together.
pub fn sparse(engine: &Engine) -> Brand {
    let colors = ["#8a8f94", "#7d9aa6"].map(|color| color.parse().unwrap());
    let charter = Charter::from_two_colors("Lune", "", colors, &engine.assets.pairs[0], None);
    brand(engine, charter, root(), None)
}

/// German, with words as long as that language makes them.
pub fn german(engine: &Engine) -> Brand {
    let (mut charter, folder) = charter("rustine");
    charter.language = "de".to_owned();
    charter.name = "Fahrradreparaturwerkstatt Donaudampfschifffahrtsgesellschaft".to_owned();
    charter.tagline = "Rechtsschutzversicherungsgesellschaften und Kraftfahrzeughaftpflichtversicherung".to_owned();
    charter.colors.cool.name = "Schlauchreparaturflickenorange".to_owned();
    brand(engine, charter, folder, None)
}

/// Read from the right, by name and by words.
pub fn arabic(engine: &Engine) -> Brand {
    let (mut charter, folder) = charter("maree-basse");
    charter.language = "ar".to_owned();
    charter.name = "دار الطين".to_owned();
    charter.tagline = "خزف من نانت".to_owned();
    charter.editorial.tone.statement = "خزّافة تفتح لكم باب المشغل: دقيقة ودافئة ولا تبيع أبدا.".to_owned();
    charter.editorial.vocabulary =
        vec![Term { avoid: "منتج".to_owned(), say: "قطعة".to_owned(), reason: String::new() }];
    brand(engine, charter, folder, None)
}

/// More of everything than a book was drawn for.
pub fn overfull(engine: &Engine, language: &str) -> Brand {
    let (mut charter, folder) = charter("maree-basse");
    let word = "anticonstitutionnellement".repeat(4);
    charter.language = language.to_owned();
    charter.name = "مشغل الخزف Marée Basse et compagnie, céramiques de Nantes".to_owned();
    charter.tagline = format!("Céramique {word}");
    colours(&mut charter, &word);
    voice(&mut charter, &word);
    lists(&mut charter, &word);
    line(&mut charter, &word);
    let text = std::fs::read_to_string(folder.join("creation.md")).unwrap();
    brand(engine, charter, folder, Some(&text))
}

fn colours(charter: &mut Charter, word: &str) {
    let swatch = |at: u8| Swatch {
        name: format!("Couleur {at} {word}"),
        value: charter.colors.ink.value.tints()[usize::from(at % 9)],
    };
    charter.colors.more = (0..11).map(swatch).collect();
    charter.colors.soft.name = format!("Coque {word}");
    let stops = vec![Stop { color: Role::Vivid, at: 0.0 }, Stop { color: Role::Ink, at: 1.0 }];
    charter.gradients = vec![Gradient { name: "Aube".to_owned(), angle: 30.0, stops }; 4];
    charter.photographs = Treatment { duotone: Some([Role::Ink, Role::Ground]), grain: 0.1, ..Treatment::default() };
    charter.fonts.sizes = TypeRole::ALL.into_iter().map(|role| (role, Sizes { least: 24.0, most: 120.0 })).collect();
    charter.logo.as_mut().unwrap().never_on = vec![Role::Accent, Role::Vivid];
}

fn voice(charter: &mut Charter, word: &str) {
    let tone = &mut charter.editorial.tone;
    tone.statement = "Une potière qui vous ouvre la porte de l’atelier, précise et chaleureuse. ".repeat(9);
    tone.axes.iter_mut().for_each(|axis| axis.from = word.to_owned());
    let example = |at: usize| Example {
        say: format!("Phrase {at}. {}", "Un bol. ".repeat(at * 9)),
        avoid: format!("{word} {at}"),
    };
    tone.examples = (1..12).map(example).collect();
}

fn lists(charter: &mut Charter, word: &str) {
    let editorial = &mut charter.editorial;
    let term = |at: usize| Term {
        avoid: format!("mot{at} {}", if at.is_multiple_of(9) { word } else { "de trop" }),
        say: if at.is_multiple_of(2) { format!("terme{at}") } else { String::new() },
        reason: if at.is_multiple_of(3) {
            format!("Raison {at}. {}", "Parce que. ".repeat(at / 9))
        } else {
            String::new()
        },
    };
    editorial.vocabulary = (0..200).map(term).collect();
    let tags = (0..60).map(|at| if at == 7 { word.to_owned() } else { format!("motclef{at}") }).collect();
    editorial.hashtags.sets.push(HashtagSet { name: word.to_owned(), tags, always: true });
    editorial.hashtags.never = vec!["jamais".to_owned()];
    (editorial.hashtags.closed, editorial.hashtags.camel) = (true, true);
    let mention = |at: usize| Mention {
        text: format!("Mention {at}"),
        when: vec![word.to_owned()],
        reason: "Une loi.".to_owned(),
    };
    editorial.mentions = (0..20).map(mention).collect();
    editorial.emoji.never = vec!["🙏".to_owned()];
    editorial.register.exceptions = vec!["s’il vous plaît".to_owned()];
    let note = "Une question en première ligne, jamais deux. ".repeat(60);
    let nuance = |network: &str| {
        (network.to_owned(), Nuance { hashtags: Some(1), emoji: Some(2), note: note.clone(), address: None })
    };
    editorial.networks = ["instagram", "pinterest", "unheardofnetwork"].map(nuance).into();
}

fn line(charter: &mut Charter, word: &str) {
    let line = &mut charter.editorial.line;
    let about = "Tourner, émailler, cuire, et recommencer jusqu’à ce que la pièce tienne. ".repeat(12);
    let pillar = |at: usize| Pillar {
        name: format!("Sujet {at} {word}"),
        about: about.clone(),
        color: Role::ALL[at % 6],
        share: 1 + at as u32,
    };
    line.pillars = (0..9).map(pillar).collect();
    line.objectives = vec![Objective { name: word.to_owned(), indicators: vec!["vues".to_owned(); 5] }; 12];
    line.personas = vec![Persona { name: format!("Claire {word}"), about: about.repeat(4) }; 3];
    line.cadence = [("instagram".to_owned(), 40.5), ("linkedin".to_owned(), 0.5)].into();
}

impl Brand {
    pub fn name(&self) -> String {
        format!("{} ({})", self.kit.charter.name, self.kit.charter.language)
    }

    /// Words of the charter that its book has to say.
    pub fn words(&self) -> Vec<String> {
        let charter = &self.kit.charter;
        let editorial = &charter.editorial;
        let terms = editorial.vocabulary.iter().flat_map(|term| [&term.avoid, &term.say]);
        let tags = editorial.hashtags.sets.iter().flat_map(|set| &set.tags);
        let colors = Role::ALL.map(|role| &charter.colors.swatch(role).name);
        let personas = editorial.line.personas.iter().map(|persona| &persona.name);
        let said = [&charter.name, &charter.tagline].into_iter().chain(terms).chain(tags).chain(personas);
        let mentions = editorial.mentions.iter().map(|mention| &mention.text);
        said.chain(colors).chain(mentions).flat_map(|words| words.split_whitespace()).map(str::to_owned).collect()
    }
}
