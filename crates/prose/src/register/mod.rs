//! Tu and vous.

mod imperative;
mod second_person;
mod words;

pub use words::OBJECTS;

use std::{collections::BTreeMap, ops::Range};

use planche_model::{charter::Rule, editorial::Address};

use crate::{
    remark::Draft,
    text::{Case, Quote, Text},
    token::Kind,
    vocabulary::Phrases,
};

/// Whom a word addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Person {
    Tu,
    Vous,
}

/// A remark for each word, or words in a row, that address people otherwise.
pub fn check(text: &Text<'_>, address: Address, exceptions: &Phrases) -> Vec<Draft> {
    let persons = persons(text, exceptions);
    let Some((wrong, asked)) = unwanted(&persons, address) else { return Vec::new() };
    let found = persons.iter().filter(|(_, person)| wrong.contains(person)).map(|(word, _)| *word);
    let runs = runs(text, found).into_iter();
    runs.map(|words| {
        let range = text.range(words);
        Draft::new(Rule::Register, range.clone()).with("asked", asked).with("found", text.slice(range))
    })
    .collect()
}

/// The words that address somebody, by their place.
fn persons(text: &Text<'_>, exceptions: &Phrases) -> BTreeMap<usize, Person> {
    let mut persons = second_person::find(text);
    imperative::find(text, &mut persons);
    for excepted in exceptions.find(text) {
        excepted.words.for_each(|word| {
            persons.remove(&word);
        });
    }
    persons.retain(|word, _| text.words[*word].quote == Quote::None && !is_ending(text, *word));
    persons
}

/// `tous·tes`, `client(e)s`: what a sign without spaces joins to a word is the end of that word.
fn is_ending(text: &Text<'_>, at: usize) -> bool {
    let word = &text.words[at];
    let joins = matches!(text.beside(word, -1), Some(Kind::Sign('.' | '·' | '•' | '‧' | '(' | '/')));
    joins && text.beside(word, -2) == Some(Kind::Word) && word.case == Case::Small
}

/// The persons that should not be there, and what is asked for.
fn unwanted(persons: &BTreeMap<usize, Person>, address: Address) -> Option<(&'static [Person], &'static str)> {
    match address {
        Address::Tu => Some((&[Person::Vous], "tu")),
        Address::Vous => Some((&[Person::Tu], "vous")),
        Address::Neutral => Some((&[Person::Tu, Person::Vous], "neutral")),
        Address::Any => minority(persons),
    }
}

/// The person that is less often in a text with both; the later one when they are as often.
fn minority(persons: &BTreeMap<usize, Person>) -> Option<(&'static [Person], &'static str)> {
    let count = |wanted: Person| persons.values().filter(|person| **person == wanted).count();
    let (tu, vous) = (count(Person::Tu), count(Person::Vous));
    if tu == 0 || vous == 0 {
        return None;
    }
    let is_tu_first = persons.values().next() == Some(&Person::Tu);
    let keeps_tu = tu > vous || tu == vous && is_tu_first;
    Some(if keeps_tu { (&[Person::Vous], "tu") } else { (&[Person::Tu], "vous") })
}

/// Words in a row, as one.
fn runs(text: &Text<'_>, words: impl Iterator<Item = usize>) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for word in words {
        match runs.last_mut() {
            Some(last) if last.end == word && text.words[word].follows() => last.end = word + 1,
            _ => runs.push(word..word + 1),
        }
    }
    runs
}
