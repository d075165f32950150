use std::{ops::Range, sync::Arc};

use planche_model::{outline, template::Case};

use super::{
    limit::{end_of, graphemes, limited},
    spaces::bind,
};

/// Words ready to shape: plain text, and which parts of it differ.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Words {
    pub text: Arc<str>,
    pub runs: Vec<Run>,
    /// The addresses that manners refer to.
    pub links: Vec<Arc<str>>,
    /// As an IETF tag.
    pub language: Arc<str>,
    /// Whether this is only the beginning of what was written, which is too long for any page.
    pub cut: bool,
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
    pub highlight: bool,
    pub strike: bool,
    pub code: bool,
    /// Small and high, as the unit beside a large figure.
    pub raised: bool,
    /// The place of its address among those of the text.
    pub link: Option<u16>,
}

impl Words {
    /// The words of the outline's inline text, with its marks turned into manners and its spaces bound.
    pub fn from_markup(markup: &str, language: &str) -> Self {
        let (markup, cut) = limited(markup);
        let mut links = Vec::new();
        let mut marked = Vec::new();
        for span in outline::spans(&markup) {
            let manner = manner(&span, &mut links);
            marked.extend(span.text.chars().map(|character| (character, manner)));
        }
        Self { links, cut, ..Self::assemble(marked, language) }
    }

    /// Words without marks.
    pub fn plain(text: &str, language: &str) -> Self {
        let (text, cut) = limited(text);
        let marked = text.chars().map(|character| (character, Manner::default())).collect();
        Self { cut, ..Self::assemble(marked, language) }
    }

    /// `text`, then `raised` small and high, close to it.
    pub fn with_raised(text: &str, raised: &str, language: &str) -> Self {
        let high = Manner { raised: true, ..Manner::default() };
        let ((text, is_text_cut), (raised, is_raised_cut)) = (limited(text), limited(raised));
        let low = text.chars().map(|character| (character, Manner::default()));
        let marked = low.chain(raised.chars().map(|character| (character, high))).collect();
        Self { cut: is_text_cut || is_raised_cut, ..Self::assemble(marked, language) }
    }

    fn assemble(marked: Vec<(char, Manner)>, language: &str) -> Self {
        let (mut characters, manners): (Vec<char>, Vec<Manner>) = marked.into_iter().unzip();
        bind(&mut characters, language);
        let (mut text, mut runs) = (String::new(), Vec::<Run>::new());
        for (character, manner) in characters.into_iter().zip(manners) {
            let start = text.len();
            text.push(character);
            match runs.last_mut().filter(|run| run.manner == manner) {
                Some(run) => run.range.end = text.len(),
                None => runs.push(Run { range: start..text.len(), manner }),
            }
        }
        Self { text: text.into(), runs, links: Vec::new(), language: language.into(), cut: false }
    }

    /// The paragraphs, without the line breaks that end them, in bytes.
    pub fn paragraphs(&self) -> impl Iterator<Item = Range<usize>> {
        let mut start = 0;
        self.text.split('\n').map(move |line| {
            let range = start..start + line.len();
            start = range.end + 1;
            range
        })
    }

    /// How many graphemes there are: what a person would count.
    pub fn length(&self) -> usize {
        graphemes(&self.text)
    }

    /// So many of the first graphemes.
    pub fn first(&self, graphemes: usize) -> Self {
        let end = end_of(&self.text, graphemes);
        let runs = self.runs.iter().filter(|run| run.range.start < end);
        let runs = runs.map(|run| Run { range: run.range.start..run.range.end.min(end), manner: run.manner });
        Self { text: self.text[..end].into(), runs: runs.collect(), cut: false, ..self.clone() }
    }

    /// The same words in another case; accents stay on capitals.
    pub fn cased(self, case: Case) -> Self {
        let change = match case {
            Case::Written => return self,
            Case::Upper => str::to_uppercase,
            Case::Lower => str::to_lowercase,
        };
        let mut text = String::with_capacity(self.text.len());
        let mut runs = Vec::with_capacity(self.runs.len());
        for run in &self.runs {
            let start = text.len();
            text.push_str(&change(&self.text[run.range.clone()]));
            runs.push(Run { range: start..text.len(), manner: run.manner });
        }
        Self { text: text.into(), runs, ..self }
    }

    /// The same words, prepositions held to what follows: no line of a title ends on "de" or "à". Words with marks stay
    /// as they are.
    pub fn holding_prepositions(self) -> Self {
        if self.runs.len() > 1 {
            return self;
        }
        let text: Arc<str> = self.text.split_inclusive(' ').map(hold).collect::<String>().into();
        let runs = self.runs.iter().map(|run| Run { range: 0..text.len(), manner: run.manner }).collect();
        Self { text, runs, ..self }
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

fn manner(span: &outline::Span, links: &mut Vec<Arc<str>>) -> Manner {
    let link = span.link.as_deref().and_then(|address| {
        if links.last().is_none_or(|last| **last != *address) {
            links.push(address.into());
        }
        u16::try_from(links.len() - 1).ok()
    });
    let outline::Span { strong, emphasis, highlight, strike, code, .. } = *span;
    Manner { strong, emphasis, highlight, strike, code, raised: false, link }
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

    #[test]
    fn every_mark_is_a_manner() {
        let words = Words::from_markup("==a== ~~b~~ `c` [d](e) [f](g)", "en");
        let said = |is: fn(&Manner) -> bool| -> String {
            words.runs.iter().filter(|run| is(&run.manner)).map(|run| &words.text[run.range.clone()]).collect()
        };
        assert_eq!(said(|manner| manner.highlight), "a");
        assert_eq!(said(|manner| manner.strike), "b");
        assert_eq!(said(|manner| manner.code), "c");
        assert_eq!(said(|manner| manner.link == Some(0)), "d");
        assert_eq!(said(|manner| manner.link == Some(1)), "f");
        assert_eq!(words.links, ["e".into(), "g".into()]);
    }

    #[test]
    fn capitals_keep_their_accents() {
        let check = |text: &str, case: Case, expected: &str| {
            let words = Words::from_markup(text, "fr").cased(case);
            assert_eq!(&*words.text, expected);
            assert_eq!(words.runs.last().map_or(0, |run| run.range.end), words.text.len());
        };
        check("l'été **à l'île**", Case::Upper, "L'ÉTÉ À L'ÎLE");
        check("cœur, straße", Case::Upper, "CŒUR, STRASSE");
        check("L'ÉTÉ", Case::Lower, "l'été");
        check("L'Été", Case::Written, "L'Été");
    }

    #[test]
    fn paragraphs_are_lines() {
        let check = |text: &str, expected: &[&str]| {
            let words = Words::plain(text, "fr");
            let paragraphs: Vec<&str> = words.paragraphs().map(|range| &words.text[range]).collect();
            assert_eq!(paragraphs, expected);
        };
        check("un\n\ndeux", &["un", "", "deux"]);
        check("", &[""]);
    }

    #[test]
    fn words_are_shortened_with_their_manners() {
        let words = Words::from_markup("du **grès** brut", "fr").first(5);
        assert_eq!((&*words.text, words.runs.len(), words.runs[1].range.clone()), ("du gr", 2, 3..5));
    }
}
