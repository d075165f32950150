//! A text cut into what its letters are for.
//!
//! Everything is in some token, so that the neighbours of each are known: what a rule passes over never hides what is
//! beside it (`10:30 : on part`, `#Noël !`).

mod address;
mod emoji;
mod emoticon;
mod figure;
mod tag;

use std::ops::Range;

/// A piece of a text with one purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub kind: Kind,
    /// In bytes.
    pub range: Range<usize>,
}

/// What a piece of a text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters, with their accents; figures too when a letter comes first.
    Word,
    /// Figures, a time or a ratio, with the letters that touch them.
    Figure,
    /// Spaces of any kind, on one line.
    Space,
    /// The end of a line.
    Break,
    /// One sign.
    Sign(char),
    /// The inline marks of a document's texts: `**`, `==`…
    Mark,
    Emoji,
    Emoticon,
    Hashtag,
    Mention,
    /// A URL, a domain or an e-mail address.
    Address,
    /// Something between backticks.
    Code,
}

/// Cuts a text; the tokens are in order and leave nothing out.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 3);
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        let (kind, length) = next(text, at, letter);
        tokens.push(Token { kind, range: at..at + length });
        at += length;
    }
    tokens
}

fn next(text: &str, at: usize, letter: char) -> (Kind, usize) {
    let rest = &text[at..];
    let before = text[..at].chars().next_back();
    let found = |kind: Kind, length: Option<usize>| length.map(|length| (kind, length));
    if letter.is_alphanumeric() {
        let starts_a_word = !before.is_some_and(char::is_alphanumeric);
        let address = if starts_a_word { found(Kind::Address, address::length(rest)) } else { None };
        return address
            .or_else(|| found(Kind::Emoticon, emoticon::length(rest, before)))
            .or_else(|| found(Kind::Emoji, emoji::length(rest)))
            .or_else(|| found(Kind::Figure, figure::length(rest)))
            .unwrap_or_else(|| (Kind::Word, word(rest)));
    }
    match letter {
        '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => return (Kind::Break, letter.len_utf8()),
        _ if letter.is_whitespace() => return (Kind::Space, spaces(rest)),
        _ => {}
    }
    found(Kind::Emoji, emoji::length(rest))
        .or_else(|| found(Kind::Hashtag, tag::hashtag(rest, before)))
        .or_else(|| found(Kind::Mention, tag::mention(rest, before)))
        .or_else(|| found(Kind::Emoticon, emoticon::length(rest, before)))
        .or_else(|| found(Kind::Code, code(rest)))
        .or_else(|| found(Kind::Mark, mark(rest, before)))
        .unwrap_or((Kind::Sign(letter), letter.len_utf8()))
}

fn word(rest: &str) -> usize {
    let ends = |letter: char| !letter.is_alphanumeric() && !unicode_normalization::char::is_combining_mark(letter);
    rest.find(ends).unwrap_or(rest.len())
}

fn spaces(rest: &str) -> usize {
    let is_space = |letter: char| {
        letter.is_whitespace() && !matches!(letter, '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}')
    };
    rest.find(|letter| !is_space(letter)).unwrap_or(rest.len())
}

/// Something between two backticks of one line.
fn code(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('`')?;
    let end = inside.find(['`', '\n'])?;
    (end > 0 && inside[end..].starts_with('`')).then_some(end + 2)
}

/// The marks of `planche_model::outline::spans` that touch a word: a star between spaces is a star.
fn mark(rest: &str, before: Option<char>) -> Option<usize> {
    let letter = rest.chars().next()?;
    let count = rest.chars().take(4).take_while(|next| *next == letter).count();
    let is_mark = matches!((letter, count), ('*', 1..=3) | ('=' | '~', 2)) && before != Some(letter);
    let touches = |neighbour: Option<char>| neighbour.is_some_and(|letter| !letter.is_whitespace());
    (is_mark && (touches(before) || touches(rest[count..].chars().next()))).then_some(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let shown = |token: &Token| {
            let letters = &text[token.range.clone()];
            match token.kind {
                Kind::Space => "_".to_owned(),
                Kind::Break => "/".to_owned(),
                Kind::Word => letters.to_owned(),
                Kind::Sign(sign) => sign.to_string(),
                Kind::Figure => format!("0{letters}"),
                kind => format!("{kind:?}[{letters}]"),
            }
        };
        let found: Vec<String> = tokens(text).iter().map(shown).collect();
        assert_eq!(found.join(" "), expected, "{text}");
    }

    #[test]
    fn words_stand_apart_from_signs() {
        check("L’eau d'ici !", "L ’ eau _ d ' ici _ !");
        check("à\n  quoi ?", "à / _ quoi _ ?");
        check("du **grès**, 5 * 3", "du _ Mark[**] grès Mark[**] , _ 05 _ * _ 03");
        check("tapez `a!b` ici", "tapez _ Code[`a!b`] _ ici");
    }

    #[test]
    fn addresses_tags_and_mentions_are_whole() {
        check("voir https://a.fr/b?c=1!", "voir _ Address[https://a.fr/b?c=1] !");
        check("(www.a.fr)", "( Address[www.a.fr] )");
        check("mareebasse.fr. Et", "Address[mareebasse.fr] . _ Et");
        check("à moi@a-b.fr :", "à _ Address[moi@a-b.fr] _ :");
        check("#Noel! @a.b, l'#été", "Hashtag[#Noel] ! _ Mention[@a.b] , _ l ' Hashtag[#été]");
        check("n#1 a@b", "n # 01 _ a @ b");
        check("client.e.s", "client . e . s");
    }

    #[test]
    fn times_and_emoticons_are_no_punctuation() {
        check("10:30 : on", "010:30 _ : _ on");
        check("16:9, 20h30, 3,5 €", "016:9 , _ 020h30 , _ 03,5 _ €");
        check("oui :) non ;-)", "oui _ Emoticon[:)] _ non _ Emoticon[;-)]");
        check("voici :Paul", "voici _ : Paul");
    }

    #[test]
    fn an_emoji_is_one_token() {
        check("a🙏🏽b ❤️ ©", "a Emoji[🙏🏽] b _ Emoji[❤️] _ ©");
        check("1️⃣ 1 👩🏽‍🔧🇫🇷", "Emoji[1️⃣] _ 01 _ Emoji[👩🏽‍🔧] Emoji[🇫🇷]");
    }
}
