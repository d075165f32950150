//! Verbs that address somebody without a pronoun: `Découvre`, `n’hésite pas`, `pour réserver, clique`.
//!
//! `Découvre` is also what `elle découvre` says, so the place decides: where a sentence begins, after what can only stand
//! before a main clause, or after another imperative.

use std::collections::BTreeMap;

use super::{
    Person,
    words::{CLITICS, DAYS, FRONTS, LEADS, NEGATIONS, OBJECT_PRONOUNS, OBJECTS},
};
use crate::{
    text::{Case, Gap, Text, Word},
    verbs::{self, Imperative},
};

/// Adds the verbs that say tu; those that say vous end in `-ez` and are known.
pub fn find(text: &Text<'_>, persons: &mut BTreeMap<usize, Person>) {
    for at in 0..text.words.len() {
        if !persons.contains_key(&at) && is_imperative(text, at, persons) {
            persons.insert(at, Person::Tu);
        }
    }
}

fn is_imperative(text: &Text<'_>, at: usize, persons: &BTreeMap<usize, Person>) -> bool {
    let word = &text.words[at];
    let Some(sure) = commands(text, at).filter(|_| !is_compound(text, at)) else { return false };
    if takes_clitic(text, at) {
        return true;
    }
    if let Some(no) = negation(text, at) {
        return may_command(text, no, persons);
    }
    let fits = sure == Imperative::Sure || has_object(text, at);
    fits && !matches!(word.gap, Gap::Hyphen | Gap::Apostrophe | Gap::Thing) && may_command(text, at, persons)
}

/// Whether a word may be an imperative, and how surely, by itself and by what follows.
fn commands(text: &Text<'_>, at: usize) -> Option<Imperative> {
    let word = &text.words[at];
    let next = text.word(at, 1);
    let followed = |words: &[&str]| next.is_some_and(|next| next.follows() && next.is(words));
    match word.lower.as_str() {
        "va" | "vas" => followed(&["voir", "jeter", "chercher", "faire", "lire", "découvrir", "sur", "vite", "y"])
            .then_some(Imperative::Sure),
        "reste" => {
            followed(&["connecté", "connectée", "informé", "informée", "avec", "calme", "toi", "curieux", "curieuse"])
                .then_some(Imperative::Sure)
        }
        "entre" => followed(&["dans", "donc", "vite", "ici"]).then_some(Imperative::Sure),
        "mets" if followed(&["et", "de", "d"]) => None,
        "passe" if followed(&["encore", "de", "d"]) => None,
        "compte" if followed(&["sur"]) => Some(Imperative::Sure),
        // An exclamation: `Tiens, il neige`.
        "tiens" if !next.is_some_and(Word::follows) => None,
        // `Penses-y`, `vas-y`: with an `s` that the verb alone has not.
        lower if next.is_some_and(|next| next.gap == Gap::Hyphen && next.is(&["y", "en"])) => {
            verbs::commands(lower).or_else(|| verbs::commands(lower.strip_suffix('s')?))
        }
        lower => verbs::commands(lower).or_else(|| takes_object(text, at).then_some(Imperative::Sure)),
    }
}

/// Whether what follows is what the noun written alike has not: an object, or another command.
fn has_object(text: &Text<'_>, at: usize) -> bool {
    let Some(next) = text.word(at, 1) else { return false };
    let goes_on = match next.gap {
        Gap::Clause => is_clear(text, at + 1),
        Gap::Space if next.is(&["et", "puis"]) => is_clear(text, at + 2),
        _ => false,
    };
    goes_on || is_object(text, at + 1)
}

/// Whether a word can only be an imperative after another.
fn is_clear(text: &Text<'_>, at: usize) -> bool {
    let command = text.words.get(at).and_then(|word| verbs::commands(&word.lower));
    command == Some(Imperative::Sure) || command == Some(Imperative::Doubtful) && is_object(text, at + 1)
}

fn is_object(text: &Text<'_>, at: usize) -> bool {
    let is_time = text.word(at, 1).is_some_and(|word| word.is(&DAYS));
    text.words.get(at).is_some_and(|word| word.gap == Gap::Space && word.is(&OBJECTS)) && !is_time
}

/// `tire-bouchon`: what a hyphen joins to a noun is none.
fn is_compound(text: &Text<'_>, at: usize) -> bool {
    text.word(at, 1).is_some_and(|next| next.gap == Gap::Hyphen && !next.is(&CLITICS))
}

/// A verb that is in no list, with its object: `recopie-le`.
fn takes_object(text: &Text<'_>, at: usize) -> bool {
    let word = &text.words[at];
    let ends = !text.word(at, 2).is_some_and(|word| word.gap == Gap::Hyphen);
    let is_name = word.case != Case::Small && word.gap != Gap::Sentence;
    let next = text.word(at, 1).filter(|next| next.gap == Gap::Hyphen);
    let is_object = next.is_some_and(|next| next.is(&["moi", "toi", "le", "la", "les", "lui", "leur"]));
    is_object && word.lower.ends_with('e') && word.folded.len() > 3 && !is_name && ends
}

/// `dis-moi`, `abonne-toi`, `vas-y`.
fn takes_clitic(text: &Text<'_>, at: usize) -> bool {
    let Some(next) = text.word(at, 1).filter(|next| next.gap == Gap::Hyphen) else { return false };
    let is_place = text.words[at].case == Case::Initial
        && text.word(at, 2).is_some_and(|word| word.gap == Gap::Hyphen && word.case == Case::Initial);
    next.is(&CLITICS) && text.words[at].gap != Gap::Hyphen && !is_place
}

/// The `ne` that belongs to a verb which `pas` or the like follows.
fn negation(text: &Text<'_>, at: usize) -> Option<usize> {
    let denied =
        (1..=2).any(|distance| text.word(at, distance).is_some_and(|word| word.follows() && word.is(&NEGATIONS)));
    if !denied {
        return None;
    }
    let mut no = at.checked_sub(1)?;
    while no > 0 && text.words[no].is(&OBJECT_PRONOUNS) {
        no -= 1;
    }
    text.words[no].is(&["n", "ne"]).then_some(no)
}

/// Whether a clause that begins here can be a command.
fn may_command(text: &Text<'_>, at: usize, persons: &BTreeMap<usize, Person>) -> bool {
    match text.words[at].gap {
        Gap::Sentence | Gap::Colon => true,
        Gap::Clause => follows_command(text, at, persons) || follows_front(text, at),
        Gap::Space => follows_lead(text, at, persons),
        Gap::Hyphen | Gap::Apostrophe | Gap::Thing => false,
    }
}

/// `Alors lave ton maillot`, `Passe et prends un café`, `Pour réserver, alors clique`.
fn follows_lead(text: &Text<'_>, at: usize, persons: &BTreeMap<usize, Person>) -> bool {
    let Some(lead) = text.word(at, -1).filter(|word| word.is(&LEADS)) else { return false };
    match lead.gap {
        Gap::Sentence | Gap::Colon => true,
        Gap::Clause if follows_front(text, at - 1) => true,
        _ => follows_command(text, at, persons),
    }
}

/// Whether the sentence has commanded before.
fn follows_command(text: &Text<'_>, at: usize, persons: &BTreeMap<usize, Person>) -> bool {
    let start = text.sentence_start(at);
    let mut before = persons.range(start..at);
    before.any(|(word, person)| match person {
        Person::Tu => verbs::commands(&text.words[*word].lower).is_some(),
        Person::Vous => {
            text.words[*word].lower.ends_with("ez") && text.word(*word, -1).is_none_or(|word| word.lower != "vous")
        }
    })
}

/// Whether what is between this comma and the one before can only stand before a main clause.
fn follows_front(text: &Text<'_>, at: usize) -> bool {
    let begins = |word: &Word| !word.follows();
    let Some(start) = (0..at).rev().find(|&start| begins(&text.words[start])) else { return false };
    text.words[start].is(&FRONTS)
}

#[cfg(test)]
mod tests {
    use super::{super::second_person, *};

    fn check(source: &str, expected: &[&str]) {
        let text = Text::new(source);
        let mut persons = second_person::find(&text);
        find(&text, &mut persons);
        let tu = persons.iter().filter(|(_, person)| **person == Person::Tu);
        let found: Vec<&str> = tu.map(|(word, _)| text.written(&text.words[*word])).collect();
        assert_eq!(found, expected, "{source}");
    }

    #[test]
    fn a_sentence_that_begins_with_a_verb_commands() {
        check("Découvre la théière. Elle découvre la mer.", &["Découvre"]);
        check("🎉 Viens samedi ! Ce bol passe au four.", &["Viens"]);
        check("Pour réserver, clique sur le lien", &["clique"]);
        check("Claire tourne, émaille et signe.", &[]);
        check("Passe nous voir, goûte et repars.", &["Passe", "goûte", "repars"]);
        check("Alors lave le maillot", &["lave"]);
        check("N’hésite pas, et n’oublie rien", &["hésite", "oublie"]);
        check("Il pleut et ne manque pas d’air", &[]);
    }

    #[test]
    fn a_noun_that_looks_like_a_verb_does_not() {
        check("Commande en ligne. Commande ta pizza.", &["Commande", "ta"]);
        check("Visite de l’atelier. Visite le samedi.", &[]);
        check("Réserve la place", &["Réserve"]);
        check("Choisis à la main, nos grains…", &[]);
    }

    #[test]
    fn pronouns_are_told_from_what_looks_like_them() {
        check("Il s’est tu. Le ton monte, de ton vélo.", &["ton"]);
        check("T’as vu ? A-t-il plu ?", &["T"]);
        check("Merci à Tu Youyou. Ta ta ta.", &[]);
        check("Le tien ou le mien, viens-tu ?", &["tien", "tu"]);
        check("Bleu ton sur ton, ton bol", &["ton"]);
    }
}
