use planche_model::{
    charter::Mood,
    editorial::{Capitals, Emoji, Inclusive, Mention, Typography},
};

use super::{
    desk::Desk,
    flow::{Columns, Frame, Row, flow, pieces},
    grid::{GUTTER, matter},
    sheet::Sheet,
    text::Text,
};

/// A name, and what there is to say of it, a paragraph each.
type Entry = (String, Vec<String>);

/// The rules of writing, as a list of names and what they stand for.
pub(super) fn sheets(desk: &mut Desk<'_>) -> Vec<Sheet> {
    let entries = entries(desk);
    if entries.is_empty() {
        return Vec::new();
    }
    let title = desk.say("writing");
    flow(desk, Mood::Ground, &title, Columns { area: matter(), count: 1 }, |desk, frame| {
        entries.iter().flat_map(|entry| rows(desk, entry, frame)).collect()
    })
}

fn entries(desk: &Desk<'_>) -> Vec<Entry> {
    let editorial = &desk.charter.editorial;
    let signature = Some(editorial.signature.trim().to_owned()).filter(|signature| !signature.is_empty());
    let all = [
        ("typography", typography(desk).into_iter().collect()),
        ("capitals", capitals(desk).into_iter().collect()),
        ("inclusive", inclusive(desk).into_iter().collect()),
        ("emoji", emoji(desk)),
        ("signature", signature.into_iter().collect()),
        ("calls", editorial.calls.clone()),
        ("mentions", editorial.mentions.iter().flat_map(|mention| said(desk, mention)).collect()),
    ];
    let said = all.into_iter().filter(|(_, paragraphs): &(_, Vec<String>)| !paragraphs.is_empty());
    said.map(|(name, paragraphs)| (desk.say(name), paragraphs)).collect()
}

fn rows(desk: &mut Desk<'_>, (name, paragraphs): &Entry, frame: Frame) -> Vec<Row> {
    let left = (frame.width - 3.0 * GUTTER) / 4.0;
    let room = (left + GUTTER, frame.width - left - GUTTER);
    let lines: Vec<&str> = paragraphs.iter().flat_map(|paragraph| pieces(paragraph)).collect();
    let mut rows = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let row = Row::new(if at + 1 == lines.len() { 24.0 } else { 4.0 }, frame);
        let row = row.beside(desk, &Text::brand(line, 28.0).leading(1.38).balanced(), room);
        rows.push(if at == 0 {
            let name = Text::label(name, 24.0).strong().leading(1.61).heading(2);
            row.beside(desk, &name, (0.0, left)).ruled(20.0)
        } else {
            row
        });
    }
    rows
}

fn typography(desk: &Desk<'_>) -> Option<String> {
    Some(desk.say(match desk.charter.editorial.typography {
        Typography::Any => return None,
        Typography::French => "typography.french",
        Typography::Wide => "typography.wide",
        Typography::English => "typography.english",
    }))
}

fn capitals(desk: &Desk<'_>) -> Option<String> {
    match desk.charter.editorial.capitals {
        Capitals::Any => None,
        Capitals::Sentence => Some(desk.say("capitals.sentence")),
    }
}

fn inclusive(desk: &Desk<'_>) -> Option<String> {
    Some(desk.say(match desk.charter.editorial.inclusive {
        Inclusive::Any => return None,
        Inclusive::Spelled => "inclusive.spelled",
        Inclusive::Point => "inclusive.point",
        Inclusive::None => "inclusive.none",
    }))
}

fn emoji(desk: &Desk<'_>) -> Vec<String> {
    let Emoji { most, only, never } = &desk.charter.editorial.emoji;
    let most = most.map(|count| match count {
        0 => desk.say("emoji.none"),
        count => desk.labels.with("most", "count", count),
    });
    let list =
        |name: &str, signs: &[String]| (!signs.is_empty()).then(|| desk.labels.with(name, "list", signs.join("  ")));
    [most, list("only", only), list("never", never)].into_iter().flatten().collect()
}

fn said(desk: &Desk<'_>, mention: &Mention) -> Vec<String> {
    let when = (!mention.when.is_empty()).then(|| desk.labels.with("mention.when", "list", mention.when.join(", ")));
    let reason = Some(mention.reason.clone()).filter(|reason| !reason.is_empty());
    [Some(mention.text.clone()), when, reason].into_iter().flatten().collect()
}
