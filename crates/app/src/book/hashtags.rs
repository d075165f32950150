use planche_model::{charter::Mood, editorial::HashtagSet};

use super::{
    desk::Desk,
    flow::{Columns, Row, flow},
    grid::{GUTTER, matter},
    inks::Inks,
    sheet::Sheet,
    text::Text,
};

/// The sets of hashtags, then those that are never used.
pub(super) fn sheets(desk: &mut Desk<'_>) -> Vec<Sheet> {
    let hashtags = &desk.charter.editorial.hashtags;
    let (title, area, inks) = (desk.say("hashtags"), matter(), desk.inks(MOOD));
    let width = area.width();
    let mut rows: Vec<Row> = hashtags.sets.iter().flat_map(|set| rows(desk, set, width, inks)).collect();
    if !hashtags.never.is_empty() {
        rows.extend(never(desk, &hashtags.never, width, inks));
    }
    let rules = rules(desk);
    if !rules.is_empty() {
        let row = Row::new(0.0).beside(desk, &Text::label(&rules.join("\n"), 26.0).leading(1.5), (0.0, width), inks);
        rows.push(row.ruled(width, 2.0, 24.0, inks.line));
    }
    if rows.is_empty() { Vec::new() } else { flow(desk, MOOD, &title, Columns { area, count: 1 }, rows) }
}

const MOOD: Mood = Mood::Cool;
/// How many hashtags stand together in a row, so that a long set goes on over pages.
const TOGETHER: usize = 12;

fn rows(desk: &mut Desk<'_>, set: &HashtagSet, width: f64, inks: Inks) -> Vec<Row> {
    let note = set.always.then(|| desk.say("hashtags.always"));
    listed(desk, (&set.name, note), &set.tags, false, width, inks)
}

fn never(desk: &mut Desk<'_>, tags: &[String], width: f64, inks: Inks) -> Vec<Row> {
    let name = desk.say("hashtags.never");
    listed(desk, (&name, None), tags, true, width, inks)
}

fn listed(
    desk: &mut Desk<'_>,
    (name, note): (&str, Option<String>),
    tags: &[String],
    struck: bool,
    width: f64,
    inks: Inks,
) -> Vec<Row> {
    let left = (width - 3.0 * GUTTER) / 4.0;
    let (x, room) = (left + GUTTER, width - left - GUTTER);
    let mut rows = Vec::new();
    for (at, some) in tags.chunks(TOGETHER).enumerate() {
        let words = some.iter().map(|tag| format!("#{}", tag.trim_start_matches('#'))).collect::<Vec<_>>().join("  ");
        let text = Text { struck, ..Text::title(&words, 44.0).leading(1.3).down_to(24.0) };
        let text = Text { balance: false, ..text };
        let row =
            Row::new(if (at + 1) * TOGETHER < tags.len() { 0.0 } else { 34.0 }).beside(desk, &text, (x, room), inks);
        rows.push(if at == 0 { named(desk, row, (name, note.as_deref()), (left, width), inks) } else { row });
    }
    rows
}

fn named(
    desk: &mut Desk<'_>,
    row: Row,
    (name, note): (&str, Option<&str>),
    (left, width): (f64, f64),
    inks: Inks,
) -> Row {
    let mut head =
        Row::new(0.0).beside(desk, &Text::brand(name, 28.0).strong().leading(1.3).heading(2), (0.0, left), inks);
    if let Some(note) = note {
        head = head.below(desk, &Text::label(note, 22.0).color(inks.quiet), (0.0, left), 2.0, inks);
    }
    row.over(head).ruled(width, 2.0, 26.0, inks.line)
}

fn rules(desk: &Desk<'_>) -> Vec<String> {
    let hashtags = &desk.charter.editorial.hashtags;
    let most = hashtags.most.map(|count| desk.labels.with("hashtags.most", "count", count));
    let closed = (hashtags.closed && !hashtags.sets.is_empty()).then(|| desk.say("hashtags.closed"));
    let camel = hashtags.camel.then(|| desk.say("hashtags.camel"));
    [most, closed, camel].into_iter().flatten().collect()
}
