//! What a charter's word or phrase may look like in a text.

use super::atom::{Atom, Nature};
use crate::{
    fold::lower,
    token::{Kind, tokens},
    verbs::{self, Imperative},
};

/// Words that follow each other, each in any form.
pub type Pattern = Vec<Atom>;

/// The patterns of a phrase, inflected.
pub fn inflected(phrase: &str) -> Vec<Pattern> {
    let words = words(phrase);
    let mut patterns = Vec::new();
    if let [first, rest @ ..] = words.as_slice()
        && ["se", "s"].contains(&first.as_str())
        && rest.first().is_some_and(|word| verbs::is_infinitive(word))
    {
        let verb = Atom::verb(&rest[0]);
        let tail = || rest[1..].iter().map(|word| atom(word));
        patterns.push([Atom::reflexive(), Atom::verb(&rest[0])].into_iter().chain(tail()).collect());
        patterns.push([verb, Atom::clitic()].into_iter().chain(tail()).collect());
        return patterns;
    }
    patterns.extend(negated_infinitive(&words));
    patterns.extend(joined(phrase, &words));
    patterns.push(head_first(&words));
    patterns
}

/// The patterns of a phrase whose words may be in the plural.
pub fn plural(phrase: &str) -> Vec<Pattern> {
    vec![words(phrase).iter().map(|word| Atom::noun(word)).collect()]
}

/// The pattern of a phrase as it is, whatever its capitals and accents.
pub fn literal(phrase: &str) -> Pattern {
    words(phrase).iter().map(|word| Atom::literal(word)).collect()
}

fn words(phrase: &str) -> Vec<String> {
    let tokens = tokens(phrase).into_iter().filter(|token| matches!(token.kind, Kind::Word | Kind::Figure));
    tokens.map(|token| lower(&phrase[token.range])).collect()
}

/// Each word as what it is; one that addresses somebody stands for its verb.
fn head_first(words: &[String]) -> Pattern {
    let is_alone = words.len() == 1;
    let after_no = |at: usize| at > 0 && ["n", "ne"].contains(&words[at - 1].as_str());
    let each = words.iter().enumerate().map(|(at, word)| {
        let may_address = !is_alone && (at == 0 || after_no(at));
        addressed(word, may_address).map_or_else(|| atom(word), |verb| Atom::verb(&verb))
    });
    each.collect()
}

/// The verb of a word that addresses somebody.
fn addressed(word: &str, may_address: bool) -> Option<String> {
    let is_vous = word.ends_with("ez") && !["chez", "assez", "nez", "rez", "rendez"].contains(&word);
    let is_tu = may_address && verbs::commands(word) == Some(Imperative::Sure);
    (is_vous || is_tu).then(|| verbs::infinitive(word)).flatten()
}

fn atom(word: &str) -> Atom {
    Atom::tool(word).unwrap_or_else(|| if verbs::is_infinitive(word) { Atom::verb(word) } else { Atom::noun(word) })
}

/// `ne pas hésiter` for `n’hésitez pas`.
fn negated_infinitive(words: &[String]) -> Option<Pattern> {
    let [no, verb, not, tail @ ..] = words else { return None };
    let is_negated = ["n", "ne"].contains(&no.as_str()) && ["pas", "plus", "jamais"].contains(&not.as_str());
    let infinitive = addressed(verb, true).filter(|_| is_negated)?;
    let head = [Atom::literal("ne"), Atom::literal(not), Atom::literal(&infinitive)];
    Some(head.into_iter().chain(tail.iter().map(|word| atom(word))).collect())
}

/// One word for those that hyphens join.
fn joined(phrase: &str, words: &[String]) -> Option<Pattern> {
    let is_joined = phrase.contains(['-', '‑', '‐']) && !phrase.contains(char::is_whitespace);
    let (last, first) = words.split_last().filter(|(_, first)| is_joined && !first.is_empty())?;
    Some(vec![atom(last).prefixed(&first.concat())])
}

/// Whether another word may stand between this one of a pattern and the next: a pronoun, an adverb.
pub fn may_part(atom: &Atom) -> bool {
    matches!(atom.nature, Nature::Verb | Nature::Reflexive)
}

/// Whether a word in small letters may stand after a verb without parting it from what belongs to it.
pub fn parts(lower: &str) -> bool {
    const ADVERBS: [&str; 44] = [
        "vraiment", "surtout", "donc", "tous", "toutes", "tout", "bien", "déjà", "encore", "plus", "jamais", "très",
        "trop", "aussi", "ensuite", "enfin", "vite", "toujours", "pas", "vous", "nous", "toi", "tu", "il", "elle",
        "on", "ils", "elles", "je", "y", "en", "est", "sont", "suis", "es", "êtes", "sommes", "était", "étaient",
        "être", "sera", "t", "même", "ici",
    ];
    ADVERBS.contains(&lower) || lower.ends_with("ement")
}
