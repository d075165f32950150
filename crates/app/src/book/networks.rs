use planche_model::{charter::Mood, editorial::Nuance};

use super::{
    desk::Desk,
    flow::{Columns, Row, flow, pieces},
    grid::{GUTTER, matter},
    inks::Inks,
    sheet::Sheet,
    text::{BODY, Text},
    voice::address_of,
};

/// What differs on each network.
pub(super) fn sheets(desk: &mut Desk<'_>) -> Vec<Sheet> {
    let networks = &desk.charter.editorial.networks;
    let told = networks.iter().filter(|(_, nuance)| **nuance != Nuance::default());
    let (title, area, inks) = (desk.say("networks"), matter(), desk.inks(Mood::Ground));
    let rows: Vec<Row> = told.flat_map(|(name, nuance)| rows(desk, (name, nuance), area.width(), inks)).collect();
    if rows.is_empty() { Vec::new() } else { flow(desk, Mood::Ground, &title, Columns { area, count: 1 }, rows) }
}

fn rows(desk: &mut Desk<'_>, (platform, nuance): (&str, &Nuance), width: f64, inks: Inks) -> Vec<Row> {
    let left = (width - 2.0 * GUTTER) / 3.0;
    let (x, room) = (left + GUTTER, width - left - GUTTER);
    let name = desk.labels.network(platform).to_owned();
    let figures = figures(desk, nuance).join("\n");
    let notes = pieces(&nuance.note);
    let mut head = Row::new(0.0).beside(desk, &Text::title(&name, 52.0).heading(2), (0.0, left), inks);
    if !figures.is_empty() {
        let text = Text::label(&figures, 24.0).color(inks.quiet).leading(1.45);
        head = head.below(desk, &text, (0.0, left), 8.0, inks);
    }
    let mut rows = Vec::new();
    for (at, note) in notes.iter().enumerate() {
        let is_last = at + 1 == notes.len();
        let row =
            Row::new(if is_last { 40.0 } else { 0.0 }).beside(desk, &Text::brand(note, BODY + 4.0), (x, room), inks);
        rows.push(row);
    }
    let first = rows.remove(0).over(head).ruled(width, 2.0, 28.0, inks.line);
    rows.insert(0, first);
    rows
}

fn figures(desk: &Desk<'_>, nuance: &Nuance) -> Vec<String> {
    let address = nuance.address.and_then(|address| address_of(desk, address));
    let emoji = nuance.emoji.map(|count| match count {
        0 => desk.say("network.noEmoji"),
        count => desk.labels.with("network.emoji", "count", count),
    });
    let hashtags = nuance.hashtags.map(|count| match count {
        0 => desk.say("network.noHashtags"),
        1 => desk.say("network.oneHashtag"),
        count => desk.labels.with("network.hashtags", "count", count),
    });
    [address, emoji, hashtags].into_iter().flatten().collect()
}
