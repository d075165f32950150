//! Verbs: which there are, and what becomes of them.

mod conjugate;
mod model;

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use crate::fold::fold;

pub use conjugate::{FIRST, INFINITIVE, PARTICIPLE, THIRD, conjugate, imperative};

/// How sure a form is the imperative of tu where no subject is before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Imperative {
    Sure,
    /// It is a noun, an adjective or a participle as well.
    Doubtful,
}

/// What a word in small letters commands a person one says tu to; `None` when it is nothing of the kind.
pub fn commands(lower: &str) -> Option<Imperative> {
    COMMANDS.get(lower).copied()
}

/// Whether a word in small letters looks like the infinitive of a verb.
pub fn is_infinitive(lower: &str) -> bool {
    if VERBS.iter().any(|(verb, _)| *verb == lower) {
        return true;
    }
    let stem = lower.chars().count().saturating_sub(2);
    let is_regular =
        (lower.ends_with("er") && !lower.ends_with("ier") || lower.ends_with("fier") || lower.ends_with("cier"))
            || lower.ends_with("ir") && !lower.ends_with("oir");
    stem >= 3 && (is_regular || model::of(lower).is_some()) && !NOUNS.contains(lower)
}

/// The infinitive of a form that addresses somebody: `hésitez`, `craque`, `viens`.
pub fn infinitive(lower: &str) -> Option<String> {
    let known = ADDRESSES.get(&fold(lower)).map(|verb| (*verb).to_owned());
    known.or_else(|| Some(format!("{}er", lower.strip_suffix("ez").filter(|stem| stem.len() > 2)?)))
}

/// The verbs of the list, and whether the imperative of tu is doubtful.
static VERBS: LazyLock<Vec<(&str, bool)>> = LazyLock::new(|| {
    let words = words(include_str!("list.txt"));
    words.map(|word| word.strip_suffix('*').map_or((word, false), |verb| (verb, true))).collect()
});

static NOUNS: LazyLock<HashSet<&str>> = LazyLock::new(|| words(include_str!("nouns.txt")).collect());

static COMMANDS: LazyLock<HashMap<String, Imperative>> = LazyLock::new(|| {
    let mut commands = HashMap::new();
    for (verb, doubtful) in VERBS.iter() {
        let how = if *doubtful { Imperative::Doubtful } else { Imperative::Sure };
        let sure = commands.entry(imperative(verb)).or_insert(how);
        if how == Imperative::Doubtful {
            *sure = how;
        }
    }
    commands
});

/// The verbs by what they say to tu and to vous.
static ADDRESSES: LazyLock<HashMap<String, &str>> = LazyLock::new(|| {
    let forms = |verb: &'static str| [fold(&imperative(verb)), fold(&conjugate::present_of_vous(verb))];
    VERBS.iter().flat_map(|(verb, _)| forms(verb).map(|form| (form, *verb))).collect()
});

/// The infinitives, participles and commands of the verbs of the list.
pub fn everyday() -> impl Iterator<Item = String> {
    VERBS.iter().flat_map(|(verb, _)| {
        let forms = conjugate(verb);
        let participles = forms.len().saturating_sub(4);
        let vous = conjugate::present_of_vous(verb);
        forms[participles..].iter().cloned().chain([(*verb).to_owned(), imperative(verb), vous]).collect::<Vec<_>>()
    })
}

/// The words of a list, without its remarks.
pub fn words(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace)
}
