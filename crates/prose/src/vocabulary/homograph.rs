//! Words that are written as a form of another and are none: `il produit`, `notre offre`, `à tue-tête`.

use super::{
    atom::{Atom, Nature},
    phrases::Found,
};
use crate::{
    common::is_tool,
    register::OBJECTS,
    text::{Gap, Text, Word},
    verbs::{self, Imperative},
};

const SUBJECTS: [&str; 14] = ["je", "j", "tu", "il", "elle", "on", "qui", "ils", "elles", "se", "s", "ne", "n", "y"];
const DETERMINERS: [&str; 40] = [
    "un",
    "une",
    "des",
    "du",
    "de",
    "d",
    "au",
    "aux",
    "ce",
    "cet",
    "cette",
    "ces",
    "mon",
    "ma",
    "mes",
    "ton",
    "ta",
    "tes",
    "son",
    "sa",
    "ses",
    "notre",
    "nos",
    "votre",
    "vos",
    "leur",
    "leurs",
    "chaque",
    "aucun",
    "aucune",
    "quel",
    "quelle",
    "quelles",
    "plusieurs",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "dix",
];
const ARTICLES: [&str; 4] = ["le", "la", "les", "l"];
const ADJECTIVES: [&str; 22] = [
    "nouvel",
    "nouvelle",
    "nouvelles",
    "belle",
    "belles",
    "bonne",
    "bonnes",
    "meilleure",
    "meilleures",
    "dernière",
    "dernières",
    "première",
    "premières",
    "petite",
    "petites",
    "grande",
    "grandes",
    "autre",
    "autres",
    "seule",
    "vraie",
    "même",
];
const HAVING: [&str; 16] = [
    "ai", "as", "a", "avons", "avez", "ont", "avais", "avait", "avions", "aviez", "avaient", "aura", "auront",
    "aurait", "ayant", "avoir",
];
/// What stands before a hyphen without making another word of what follows.
const PREFIXES: [&str; 26] = [
    "ultra", "super", "hyper", "éco", "eco", "multi", "extra", "méga", "archi", "e", "pro", "non", "anti", "mini",
    "maxi", "néo", "bio", "auto", "pré", "ex", "micro", "semi", "quasi", "giga", "post", "top",
];
/// What may follow a hyphen after a verb.
const CLITICS: [&str; 20] = [
    "je", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "t", "moi", "toi", "le", "la", "les", "lui",
    "leur", "y", "en", "ce",
];

/// Whether a word alone that was found is another word, written alike.
pub fn is_other(text: &Text<'_>, found: &Found<'_>) -> bool {
    let [atom] = found.pattern else { return false };
    let at = found.words.start;
    if found.words.len() > 1 {
        return false;
    }
    is_compound(text, found)
        || match atom.nature {
            Nature::Verb => is_noun(text, found) || is_short(text, at, atom),
            Nature::Noun => is_verb(text, at, atom),
            Nature::Tool | Nature::Literal | Nature::Reflexive | Nature::Clitic => false,
        }
}

/// `à tue-tête`, `sous-produit`.
fn is_compound(text: &Text<'_>, found: &Found<'_>) -> bool {
    let joins = |word: &Word| word.gap == Gap::Hyphen;
    let after = text.words.get(found.words.end).is_some_and(|word| joins(word) && !word.is(&CLITICS));
    let is_joined = joins(&text.words[found.words.start]);
    let before =
        text.word(found.words.start, -1).is_some_and(|word| is_joined && !word.is(&PREFIXES) && !word.is(&["t"]));
    after || before
}

/// A form in `-e` or `-es` after a determiner, or at the start of a sentence that it does not command.
fn is_noun(text: &Text<'_>, found: &Found<'_>) -> bool {
    let at = found.words.start;
    let word = &text.words[at];
    if !word.lower.trim_end_matches('s').ends_with('e') {
        return false;
    }
    let Some(before) = text.word(at, -1).filter(|_| word.follows()) else { return is_headline(text, found) };
    let subject = text.word(at, -2).is_some_and(|word| word.is(&SUBJECTS) || word.is(&["nous", "vous", "me", "te"]));
    let is_article = before.is(&ARTICLES) && !subject;
    before.is(&DETERMINERS) || is_article || before.is(&ADJECTIVES) || before.is(&["sans", "sous", "avec", "par"])
}

/// `Offre valable samedi`, but `Offre un bol` and `Booste ta rentrée`.
fn is_headline(text: &Text<'_>, found: &Found<'_>) -> bool {
    let at = found.words.start;
    let word = &text.words[at];
    let next = text.word(at, 1).filter(|next| next.follows());
    let has_object = next.is_some_and(|next| next.gap == Gap::Hyphen || next.is(&OBJECTS));
    let may_be_noun = found.form >= verbs::PARTICIPLE || verbs::commands(&word.lower) == Some(Imperative::Doubtful);
    word.gap == Gap::Sentence && may_be_noun && !has_object
}

/// Forms of so few letters are other words more often than not.
fn is_short(text: &Text<'_>, at: usize, atom: &Atom) -> bool {
    let word = &text.words[at];
    word.folded.len() < 3 && word.lower != atom.word
}

/// What follows a subject's pronoun is a verb; so is a participle after `avoir`.
fn is_verb(text: &Text<'_>, at: usize, atom: &Atom) -> bool {
    let word = &text.words[at];
    let Some(before) = text.word(at, -1).filter(|_| word.follows()) else { return false };
    let is_participle = atom.word.ends_with('é') || atom.word.ends_with("it");
    let has = before.is(&HAVING)
        || text.word(at, -2).is_some_and(|word| word.is(&HAVING))
            && before.is(&["bien", "toujours", "déjà", "jamais", "pas"]);
    before.is(&SUBJECTS) || is_participle && has || has_object(text, at, before, atom)
}

/// `ce four produit assez de chaleur`: after a noun and before an object.
fn has_object(text: &Text<'_>, at: usize, before: &Word, atom: &Atom) -> bool {
    const QUANTITIES: [&str; 16] = [
        "un", "une", "des", "du", "assez", "peu", "beaucoup", "trop", "plus", "moins", "autant", "deux", "trois",
        "cent", "mille", "nos",
    ];
    let may_end_a_subject = !before.is(&DETERMINERS) && !before.is(&ARTICLES) && !is_tool(&before.lower);
    let object = text.word(at, 1).is_some_and(|next| next.gap == Gap::Space && next.is(&QUANTITIES));
    atom.word.ends_with("uit") && may_end_a_subject && object
}
