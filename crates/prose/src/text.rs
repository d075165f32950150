//! A text as its words, each with what stands between it and the one before.

mod quotes;

use std::ops::Range;

use crate::{
    fold::{fold, lower},
    token::{Kind, Token, tokens},
};

/// What is read of a sentence before a word, in words.
const LONGEST: usize = 200;

/// A text, its tokens and its words.
#[derive(Debug)]
pub struct Text<'t> {
    pub source: &'t str,
    pub tokens: Vec<Token>,
    pub words: Vec<Word>,
}

/// A word: letters between spaces, signs, apostrophes and hyphens.
#[derive(Debug)]
pub struct Word {
    /// In bytes.
    pub range: Range<usize>,
    /// Its place among the tokens.
    pub token: usize,
    /// In small letters.
    pub lower: String,
    /// In small letters without accents.
    pub folded: String,
    pub case: Case,
    pub gap: Gap,
    pub quote: Quote,
}

/// Where a word has capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    Small,
    Initial,
    /// Everywhere, in two letters or more.
    Full,
    Mixed,
}

/// What stands before a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Nothing, or what ends a sentence.
    Sentence,
    Colon,
    /// A comma or another sign within a sentence.
    Clause,
    Space,
    Hyphen,
    Apostrophe,
    /// Something that is no word: a figure, a hashtag, an account.
    Thing,
}

/// Whether somebody else is speaking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quote {
    None,
    /// A word or two between quotation marks.
    Words,
    /// More than that: what somebody said.
    Speech,
}

impl<'t> Text<'t> {
    pub fn new(source: &'t str) -> Self {
        let tokens = tokens(source);
        let mut words: Vec<Word> = Vec::with_capacity(tokens.len() / 2);
        let mut gap = GapReader::new();
        for (index, token) in tokens.iter().enumerate() {
            if token.kind == Kind::Word {
                words.push(Word::new(&source[token.range.clone()], index, token.range.clone(), &gap));
                gap = GapReader::after_word();
            } else {
                gap.read(token.kind);
            }
        }
        quotes::mark(&tokens, &mut words);
        Self { source, tokens, words }
    }

    /// The letters of a range.
    pub fn slice(&self, range: Range<usize>) -> &'t str {
        &self.source[range]
    }

    /// The word as it is written.
    pub fn written(&self, word: &Word) -> &'t str {
        self.slice(word.range.clone())
    }

    /// The word so far from another one, when there is one.
    pub fn word(&self, index: usize, distance: isize) -> Option<&Word> {
        self.words.get(index.checked_add_signed(distance)?)
    }

    /// The kind of the token so far from a word.
    pub fn beside(&self, word: &Word, distance: isize) -> Option<Kind> {
        Some(self.tokens.get(word.token.checked_add_signed(distance)?)?.kind)
    }

    /// From the first of some words to the last.
    pub fn range(&self, words: Range<usize>) -> Range<usize> {
        self.words[words.start].range.start..self.words[words.end - 1].range.end
    }

    /// Where the sentence of a word begins, as a word.
    pub fn sentence_start(&self, index: usize) -> usize {
        (index.saturating_sub(LONGEST)..=index)
            .rev()
            .find(|&at| self.words[at].gap == Gap::Sentence)
            .unwrap_or(index.saturating_sub(LONGEST))
    }
}

impl Word {
    fn new(written: &str, token: usize, range: Range<usize>, gap: &GapReader) -> Self {
        let case = case(written);
        let gap = gap.before(case != Case::Small);
        Self { range, token, lower: lower(written), folded: fold(written), case, gap, quote: Quote::None }
    }

    /// Whether it is one of these, accents included.
    pub fn is(&self, words: &[&str]) -> bool {
        words.contains(&self.lower.as_str())
    }

    /// Whether it goes on where the word before ended, with nothing but a space, a hyphen or an apostrophe between them.
    pub fn follows(&self) -> bool {
        matches!(self.gap, Gap::Space | Gap::Hyphen | Gap::Apostrophe)
    }
}

fn case(written: &str) -> Case {
    let mut letters = written.chars().filter(|letter| letter.is_alphabetic());
    let first = letters.next().is_some_and(char::is_uppercase);
    let (mut large, mut small) = (0, 0);
    for letter in letters {
        if letter.is_uppercase() { large += 1 } else { small += 1 }
    }
    match (first, large, small) {
        (false, 0, _) => Case::Small,
        (true, 0, _) => Case::Initial,
        (true, _, 0) => Case::Full,
        _ => Case::Mixed,
    }
}

/// Reads what stands between two words, token by token.
struct GapReader {
    gap: Gap,
    /// Whether an emoji is what may end the sentence: it does before a capital only.
    emoji: bool,
}

impl GapReader {
    fn new() -> Self {
        Self { gap: Gap::Sentence, emoji: false }
    }

    fn after_word() -> Self {
        // Two words touch when figures or accents are between them that no word begins with.
        Self { gap: Gap::Thing, emoji: false }
    }

    fn read(&mut self, kind: Kind) {
        let gap = match kind {
            Kind::Break => Gap::Sentence,
            Kind::Emoji | Kind::Emoticon => return self.emoji = true,
            Kind::Sign(sign) => self.sign(sign),
            Kind::Space if self.gap == Gap::Thing => Gap::Space,
            Kind::Space if self.gap == Gap::Hyphen => Gap::Clause,
            Kind::Space | Kind::Mark | Kind::Word => return,
            Kind::Figure | Kind::Hashtag | Kind::Mention | Kind::Address | Kind::Code => Gap::Thing,
        };
        if gap != Gap::Space {
            self.emoji = false;
        }
        self.gap = gap;
    }

    fn sign(&self, sign: char) -> Gap {
        match sign {
            '.' | '!' | '?' | '…' | '•' | '→' | '▶' | '«' | '“' | '"' | '¡' | '¿' | '·' | '|' | '✓' | '➜' | '❯'
            | '*' => Gap::Sentence,
            _ if self.gap == Gap::Sentence => Gap::Sentence,
            ':' => Gap::Colon,
            '\'' | '’' if self.gap == Gap::Thing => Gap::Apostrophe,
            '-' | '‐' | '‑' if self.gap == Gap::Thing => Gap::Hyphen,
            '/' | '&' | '+' | '=' | '%' | '€' | '@' | '#' | '°' | '\'' | '’' => Gap::Thing,
            _ => Gap::Clause,
        }
    }

    fn before(&self, has_capital: bool) -> Gap {
        match (self.emoji, self.gap, has_capital) {
            (true, Gap::Sentence, _) | (true, _, true) => Gap::Sentence,
            (true, _, false) => Gap::Clause,
            (false, gap, _) => gap,
        }
    }
}
