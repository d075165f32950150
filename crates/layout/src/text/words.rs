use std::{ops::Range, sync::Arc};

use planche_model::outline;

use super::spaces::bind;

/// Words ready to shape: plain text, and which parts of it differ.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Words {
    pub text: Arc<str>,
    pub runs: Vec<Run>,
}

/// A part of the text that is set differently.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Run {
    /// In bytes.
    pub range: Range<usize>,
    pub manner: Manner,
}

/// How a part of a text is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Manner {
    pub strong: bool,
    pub emphasis: bool,
    /// Small and high, as the unit beside a large figure.
    pub raised: bool,
}

impl Words {
    /// The words of the outline's inline text, with its marks turned into manners and its spaces bound.
    pub fn from_markup(markup: &str, language: &str) -> Self {
        let spans = outline::spans(markup);
        let marked = spans.iter().flat_map(|span| {
            let manner = Manner { strong: span.strong, emphasis: span.emphasis, raised: false };
            span.text.chars().map(move |character| (character, manner))
        });
        Self::assemble(marked.collect(), language)
    }

    /// Words without marks.
    pub fn plain(text: &str, language: &str) -> Self {
        Self::assemble(text.chars().map(|character| (character, Manner::default())).collect(), language)
    }

    /// `text`, then `raised` small and high, close to it.
    pub fn with_raised(text: &str, raised: &str, language: &str) -> Self {
        let high = Manner { raised: true, ..Manner::default() };
        let low = text.chars().map(|character| (character, Manner::default()));
        Self::assemble(low.chain(raised.chars().map(|character| (character, high))).collect(), language)
    }

    fn assemble(marked: Vec<(char, Manner)>, language: &str) -> Self {
        let (mut characters, manners): (Vec<char>, Vec<Manner>) = marked.into_iter().unzip();
        if language.starts_with("fr") {
            bind(&mut characters);
        }
        let (mut text, mut runs) = (String::new(), Vec::<Run>::new());
        for (character, manner) in characters.into_iter().zip(manners) {
            let start = text.len();
            text.push(character);
            match runs.last_mut().filter(|run| run.manner == manner) {
                Some(run) => run.range.end = text.len(),
                None => runs.push(Run { range: start..text.len(), manner }),
            }
        }
        Self { text: text.into(), runs }
    }

    /// The same words, prepositions held to what follows: no line of a title ends on "de" or "à". Words with marks stay
    /// as they are.
    pub fn holding_prepositions(self) -> Self {
        if self.runs.len() > 1 {
            return self;
        }
        let text: Arc<str> = self.text.split_inclusive(' ').map(hold).collect::<String>().into();
        let runs = self.runs.into_iter().map(|run| Run { range: 0..text.len(), ..run }).collect();
        Self { text, runs }
    }

    /// The same words with a capital first.
    pub fn capitalised(mut self) -> Self {
        let Some(first) = self.text.chars().next() else { return self };
        let capital: String = first.to_uppercase().collect();
        if capital.len() == first.len_utf8() {
            self.text = format!("{capital}{}", &self.text[first.len_utf8()..]).into();
        }
        self
    }
}

/// Words that belong to what follows them. Articles are not among them: a line may end on one.
const LEADING: [&str; 7] = ["à", "de", "du", "en", "et", "ou", "y"];

/// A word and the space after it, which does not break after a word that leads to the next.
fn hold(word: &str) -> String {
    match word.strip_suffix(' ') {
        Some(short) if LEADING.contains(&short) => format!("{short}\u{a0}"),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_manners_and_spaces_bind() {
        let words = Words::from_markup("Le **grès** ?", "fr");
        assert_eq!(&*words.text, "Le grès\u{202f}?");
        let strong: Vec<&str> =
            words.runs.iter().filter(|run| run.manner.strong).map(|run| &words.text[run.range.clone()]).collect();
        assert_eq!(strong, ["grès"]);
        assert_eq!(&*Words::plain("why ?", "en").text, "why ?");
        assert_eq!(&*Words::plain("écrue", "fr").capitalised().text, "Écrue");
        let held = Words::plain("La cuisson de mai à 10 heures", "fr").holding_prepositions();
        assert_eq!(&*held.text, "La cuisson de\u{a0}mai à\u{a0}10\u{a0}heures");
        assert_eq!(held.runs[0].range, 0..held.text.len());
    }
}
