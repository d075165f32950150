//! Words that say tu or vous wherever they stand: pronouns, possessives, verbs in `-ez`.

use std::collections::BTreeMap;

use super::{
    Person,
    words::{AUXILIARIES, NAMES, NO_VERBS, TONE},
};
use crate::text::{Case, Gap, Text, Word};

/// The words that address somebody, by their place.
pub fn find(text: &Text<'_>) -> BTreeMap<usize, Person> {
    let person = |at: usize| if is_tu(text, at) { Some(Person::Tu) } else { is_vous(text, at).then_some(Person::Vous) };
    (0..text.words.len()).filter_map(|at| Some((at, person(at)?))).collect()
}

fn is_tu(text: &Text<'_>, at: usize) -> bool {
    let word = &text.words[at];
    let next = text.word(at, 1).filter(|next| next.follows());
    match word.lower.as_str() {
        "tu" => !is_silent(text, at) && !is_name(text, at) && !is_spoken_of(text, at),
        "te" => !is_name(text, at),
        "t" => next.is_some_and(|next| next.gap == Gap::Apostrophe) && word.gap != Gap::Hyphen,
        "toi" | "tes" => true,
        "ta" => !next.is_some_and(|next| next.gap == Gap::Hyphen || next.lower == "ta") && !follows(text, at, &["ta"]),
        "ton" => !is_tone(text, at),
        "tien" | "tienne" | "tiens" | "tiennes" => follows(text, at, &["le", "la", "les", "du", "des", "au", "aux"]),
        _ => false,
    }
}

/// The participle of `taire`.
fn is_silent(text: &Text<'_>, at: usize) -> bool {
    text.words[at].gap == Gap::Space && follows(text, at, &AUXILIARIES)
}

/// `Tu Youyou`, `Te Deum`: a capital where there would be none.
fn is_name(text: &Text<'_>, at: usize) -> bool {
    let capital = |word: &Word| matches!(word.case, Case::Initial);
    let next = text.word(at, 1).is_some_and(|next| next.follows() && capital(next));
    capital(&text.words[at]) && text.words[at].gap != Gap::Sentence && next
}

/// `se dire tu`, `le vous`.
fn is_spoken_of(text: &Text<'_>, at: usize) -> bool {
    text.words[at].gap == Gap::Space && follows(text, at, &["dire", "dit", "disons", "disent", "le", "au", "du", "un"])
}

fn is_tone(text: &Text<'_>, at: usize) -> bool {
    let next = text.word(at, 1).filter(|next| next.follows());
    let ends = next
        .is_none_or(|next| next.is(&["sur", "et", "ou", "est", "de", "du", "qui", "pour", "plus", "monte", "juste"]));
    let of = follows(text, at, &["de", "d"]) && ends;
    let same = follows(text, at, &["même"]) && text.word(at, -2).is_some_and(|word| word.is(&["le", "du", "au", "un"]));
    follows(text, at, &TONE) && !follows_tool_sur(text, at) || of || same || ends && next.is_some()
}

/// `sur ton vélo`, but `ton sur ton`.
fn follows_tool_sur(text: &Text<'_>, at: usize) -> bool {
    follows(text, at, &["sur"]) && text.word(at, -2).is_none_or(|word| word.lower != "ton")
}

fn is_vous(text: &Text<'_>, at: usize) -> bool {
    let word = &text.words[at];
    match word.lower.as_str() {
        "vous" => !is_meeting(text, at) && (word.gap != Gap::Space || !follows(text, at, &["dire", "le"])),
        "votre" | "vos" | "vôtre" | "vôtres" | "êtes" => true,
        "faites" | "dites" => is_command(text, at),
        _ => word.folded.ends_with("ez") && word.lower.ends_with("ez") && is_verb(text, at),
    }
}

fn is_verb(text: &Text<'_>, at: usize) -> bool {
    let word = &text.words[at];
    let next = text.word(at, 1);
    let is_meeting = word.lower == "rendez" && next.is_some_and(|next| next.gap == Gap::Hyphen && next.lower == "vous");
    let starts = matches!(word.gap, Gap::Sentence | Gap::Colon);
    let is_name = matches!(word.case, Case::Initial | Case::Mixed) && !starts || NAMES.contains(&word.folded.as_str());
    word.folded.len() > 3 && !is_meeting && !is_name && !word.is(&NO_VERBS) && !is_cheer(text, at)
}

/// `Allez, on y va`, `Allez les Bleus`: an exclamation.
fn is_cheer(text: &Text<'_>, at: usize) -> bool {
    let word = &text.words[at];
    let next = text.word(at, 1);
    let cheers = next.is_none_or(|next| !next.follows() || next.is(&["hop", "zou", "go", "les", "on", "viens"]));
    word.lower == "allez" && cheers && !matches!(word.gap, Gap::Space | Gap::Apostrophe)
}

/// `rendez-vous`, `garde-à-vous`.
fn is_meeting(text: &Text<'_>, at: usize) -> bool {
    text.words[at].gap == Gap::Hyphen && text.word(at, -1).is_some_and(|word| word.is(&["rendez", "à"]))
}

/// `Faites-le`, but `bien faites` and `Faites à la main`.
fn is_command(text: &Text<'_>, at: usize) -> bool {
    let word = &text.words[at];
    let next = text.word(at, 1).filter(|next| next.follows());
    if next.is_some_and(|next| next.gap == Gap::Hyphen)
        || follows(text, at, &["vous", "ne", "en", "le", "la", "les", "nous", "me"])
    {
        return true;
    }
    let made = ["à", "main", "maison", "par", "pour", "en", "avec", "ici", "de", "d"];
    let is_made = word.lower == "faites" && next.is_none_or(|next| next.is(&made));
    word.gap != Gap::Space && !is_made
        || word.gap == Gap::Space && follows(text, at, &["et", "puis", "alors"]) && !is_made
}

fn follows(text: &Text<'_>, at: usize, words: &[&str]) -> bool {
    text.words[at].follows() && text.word(at, -1).is_some_and(|before| before.is(words))
}
