//! Which words go where.

use planche_model::{Layout, charter::TypeRole, template::Slot};
use planche_scene::Mark;

use super::{Builder, Part};
use crate::{
    content::PageContent,
    text::{Figure, Words},
};

impl Builder<'_> {
    /// The words that fill a slot, if any. What is shown here is not reported as hidden.
    pub(super) fn words(&mut self, slot: Slot) -> Option<Words> {
        let content = self.content;
        let language = self.charter.language.clone();
        let shows = |builder: &mut Self, part: Part, text: &str| {
            builder.shown.insert(part);
            Words::from_markup(text, &language)
        };
        match slot {
            Slot::Title => content.title.map(|text| shows(self, Part::Title, text)),
            Slot::Kicker => content.kicker.map(|text| shows(self, Part::Kicker, text)),
            Slot::Body if content.paragraphs.is_empty() => None,
            Slot::Body => Some(shows(self, Part::Body, &content.paragraphs.join("\n\n"))),
            Slot::Quote => content.quote.map(|text| shows(self, Part::Quote, text)),
            Slot::Author => content.attribution.map(|text| shows(self, Part::Author, split_author(text).0)),
            Slot::AuthorRole => split_author(content.attribution?).1.map(|text| Words::from_markup(text, &language)),
            Slot::Figure => self.figure(&language),
            Slot::Label => self.item.map(|(_, text)| Words::from_markup(split_item(text).0, &language)),
            Slot::Detail => split_item(self.item?.1).1.map(|text| Words::from_markup(text, &language).capitalised()),
            Slot::Index => self.item.map(|(at, _)| Words::plain(&(at + 1).to_string(), &language)),
            Slot::Link => content.link.map(|link| shows(self, Part::Link, link.label)),
            Slot::Brand => (!self.logo_says_name).then(|| Words::plain(&self.charter.name, &language)),
        }
    }

    fn figure(&mut self, language: &str) -> Option<Words> {
        let figure = Figure::read(self.content.title?)?;
        self.shown.insert(Part::Title);
        Some(Words::with_raised(&figure.figure, &format!("\u{a0}{}", figure.unit), language))
    }
}

pub(super) fn mark_of(slot: Slot, content: &PageContent<'_>) -> Mark {
    match slot {
        Slot::Title | Slot::Figure => Mark::Heading(if content.number == 1 { 1 } else { 2 }),
        Slot::Quote => Mark::Quote,
        Slot::Brand | Slot::Index => Mark::Artifact,
        _ => Mark::Paragraph,
    }
}

/// What a slot's words are, as far as the charter bounds their size.
pub(super) fn type_role(slot: Slot, layout: Layout) -> Option<TypeRole> {
    Some(match slot {
        Slot::Title if layout == Layout::Cover => TypeRole::Cover,
        Slot::Title => TypeRole::Title,
        Slot::Body | Slot::Detail | Slot::Label => TypeRole::Text,
        Slot::Kicker => TypeRole::Kicker,
        _ => return None,
    })
}

/// The name before the first comma, and what follows it.
fn split_author(text: &str) -> (&str, Option<&str>) {
    text.split_once(", ").map_or((text, None), |(name, role)| (name, Some(role)))
}

/// The few words before an item's colon, and what follows it.
fn split_item(text: &str) -> (&str, Option<&str>) {
    /// Beyond this many bytes the words before a colon are a sentence, not a label.
    const LONGEST_LABEL: usize = 60;
    [" : ", "\u{202f}: ", "\u{a0}: ", ": "]
        .into_iter()
        .find_map(|colon| text.split_once(colon))
        .filter(|(label, _)| label.len() <= LONGEST_LABEL)
        .map_or((text, None), |(label, detail)| (label, Some(detail)))
}

pub(super) fn scale_point(item: &str) -> Option<(f64, String)> {
    let (label, detail) = split_item(item);
    let figure = Figure::read(label)?;
    let shown = format!("{}\u{a0}{}", figure.figure, figure.unit);
    Some((figure.value()?, detail.map_or(shown.clone(), |detail| format!("{shown}\n{detail}"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_splits_at_its_colon() {
        assert_eq!(split_item("Enfournez à froid : la terre monte."), ("Enfournez à froid", Some("la terre monte.")));
        assert_eq!(split_item("À 10:30"), ("À 10:30", None));
        assert_eq!(split_item("Cold start: wait"), ("Cold start", Some("wait")));
        assert_eq!(split_author("Samir, mécano, Rennes"), ("Samir", Some("mécano, Rennes")));
    }

    #[test]
    fn a_scale_needs_figures() {
        assert_eq!(scale_point("250 °C : votre four"), Some((250.0, "250\u{a0}°C\nvotre four".to_owned())));
        assert_eq!(scale_point("chaud : votre four"), None);
    }
}
