use planche_model::{
    Charter, Severity,
    charter::Rule,
    editorial::{Address, Capitals, Editorial, Inclusive, Mention, Typography},
};

use crate::{
    capitals, emoji,
    hashtags::Tags,
    inclusive,
    mentions::Mentions,
    register,
    remark::{Draft, Remark},
    text::Text,
    typography,
    vocabulary::{Language, Phrases, Vocabulary},
};

/// What a charter asks of words, ready to be held against any number of texts. Making one takes longer than reading a
/// text: every inflection of its vocabulary is derived.
#[derive(Debug)]
pub struct Checker {
    editorial: Editorial,
    severities: Vec<(Rule, Severity)>,
    language: Language,
    vocabulary: Vocabulary,
    exceptions: Phrases,
    mentions: Mentions,
    tags: Tags,
    names: capitals::Names,
}

/// Where a text is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting<'a> {
    /// The `platform` of the formats; `None` when it is not known.
    pub network: Option<&'a str>,
    /// What the text is.
    pub place: Place,
}

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// What stands beside a picture, with its hashtags: complete in itself.
    Caption,
    /// Words of a picture: what has to be mentioned may stand in another text of it, see [`Checker::missing`].
    Visual,
}

impl Checker {
    /// Reads what a charter asks for.
    pub fn new(charter: &Charter) -> Self {
        let editorial = charter.editorial.clone();
        let language = language(&charter.language);
        let graded = |rule: &Rule| charter.severity(*rule).map(|severity| (*rule, severity));
        Self {
            severities: Rule::ALL.iter().filter_map(graded).collect(),
            language,
            vocabulary: Vocabulary::new(&editorial.vocabulary, language),
            exceptions: Phrases::literal(&editorial.register.exceptions),
            mentions: Mentions::new(&editorial.mentions, language),
            tags: Tags::new(charter),
            names: capitals::Names::new(charter),
            editorial,
        }
    }

    /// What a text does not do as the charter asks, in reading order. Rules that are off are not checked.
    pub fn check(&self, source: &str, setting: Setting<'_>) -> Vec<Remark> {
        let text = Text::new(source);
        let mut remarks: Vec<Remark> =
            self.drafts(&text, setting).into_iter().filter_map(|draft| self.grade(draft)).collect();
        remarks.sort_by_key(|remark| (remark.range.start, remark.range.end, remark.rule));
        remarks
    }

    /// The mentions that texts which are seen together call for and none of them makes.
    pub fn missing(&self, sources: &[&str]) -> Vec<&Mention> {
        let texts: Vec<Text<'_>> = sources.iter().map(|source| Text::new(source)).collect();
        self.mentions.missing(&texts).into_iter().map(|index| &self.editorial.mentions[index]).collect()
    }

    fn drafts(&self, text: &Text<'_>, setting: Setting<'_>) -> Vec<Draft> {
        let editorial = &self.editorial;
        let mut drafts = Vec::new();
        if self.is_french() && self.asks(Rule::Register) {
            drafts.extend(register::check(text, self.address(setting), &self.exceptions));
        }
        if self.asks(Rule::BannedWord) || self.asks(Rule::PreferredWord) {
            drafts.extend(self.vocabulary.check(text));
        }
        drafts.extend(emoji::check(text, &editorial.emoji, editorial.most_emoji(setting.network)));
        drafts.extend(self.tags.check(text, most_hashtags(editorial, setting)));
        if editorial.typography != Typography::Any && self.asks(Rule::Typography) {
            drafts.extend(typography::check(text, editorial.typography));
        }
        if editorial.capitals == Capitals::Sentence && self.asks(Rule::Capitals) {
            drafts.extend(capitals::check(text, &self.names));
        }
        if editorial.inclusive != Inclusive::Any && self.is_french() && self.asks(Rule::Inclusive) {
            drafts.extend(inclusive::check(text, editorial.inclusive));
        }
        if setting.place == Place::Caption {
            drafts.extend(self.mentions.check(text));
        }
        drafts
    }

    fn address(&self, setting: Setting<'_>) -> Address {
        self.editorial.address(setting.network)
    }

    fn is_french(&self) -> bool {
        self.language == Language::French
    }

    fn asks(&self, rule: Rule) -> bool {
        self.severity(rule).is_some()
    }

    fn severity(&self, rule: Rule) -> Option<Severity> {
        self.severities.iter().find(|(graded, _)| *graded == rule).map(|(_, severity)| *severity)
    }

    fn grade(&self, draft: Draft) -> Option<Remark> {
        self.severity(draft.rule).map(|severity| draft.graded(severity))
    }
}

/// Hashtags are counted in captions only: pictures have none that open anything.
fn most_hashtags(editorial: &Editorial, setting: Setting<'_>) -> Option<u32> {
    match setting.place {
        Place::Caption => editorial.most_hashtags(setting.network),
        Place::Visual => None,
    }
}

fn language(tag: &str) -> Language {
    if tag.split(['-', '_']).next() == Some("fr") { Language::French } else { Language::Other }
}
