use planche_model::{charter::Mood, editorial::Nuance};

use super::{
    desk::Desk,
    flow::{Columns, Frame, Row, flow, pieces},
    grid::{GUTTER, matter},
    sheet::Sheet,
    text::Text,
    voice::address_of,
};

/// What differs on each network.
pub(super) fn sheets(desk: &mut Desk<'_>) -> Vec<Sheet> {
    let title = desk.say("networks");
    let told = told(desk);
    if told.is_empty() {
        return Vec::new();
    }
    flow(desk, Mood::Ground, &title, Columns { area: matter(), count: 1 }, |desk, frame| {
        told.iter().flat_map(|network| rows(desk, *network, frame)).collect()
    })
}

fn told<'a>(desk: &Desk<'a>) -> Vec<(&'a str, &'a Nuance)> {
    let networks = desk.charter.editorial.networks.iter().map(|(name, nuance)| (name.as_str(), nuance));
    networks.filter(|(_, nuance)| **nuance != Nuance::default()).collect()
}

fn rows(desk: &mut Desk<'_>, (platform, nuance): (&str, &Nuance), frame: Frame) -> Vec<Row> {
    let left = (frame.width - 2.0 * GUTTER) / 3.0;
    let room = (left + GUTTER, frame.width - left - GUTTER);
    let notes = pieces(&nuance.note);
    let mut head = Some(name(desk, (platform, nuance), left, frame));
    let mut rows = Vec::new();
    for (at, note) in notes.iter().enumerate() {
        let row = Row::new(if at + 1 == notes.len() { 40.0 } else { 0.0 }, frame);
        let row = row.beside(desk, &Text::brand(note, 30.0).balanced(), room);
        rows.push(match head.take() {
            Some(head) => row.over(head).ruled(28.0),
            None => row,
        });
    }
    rows
}

fn name(desk: &mut Desk<'_>, (platform, nuance): (&str, &Nuance), width: f64, frame: Frame) -> Row {
    let name = desk.labels.network(platform).to_owned();
    let row = Row::new(0.0, frame).beside(desk, &Text::title(&name, 44.0).heading(2), (0.0, width));
    let figures = figures(desk, nuance).join("\n");
    if figures.is_empty() {
        return row;
    }
    row.below(desk, &Text::label(&figures, 22.0).color(frame.inks.quiet).leading(1.45), (0.0, width), 8.0)
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
