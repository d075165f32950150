use planche_model::{charter::Mood, editorial::Hashtags};

use super::{
    desk::Desk,
    flow::{Columns, Frame, Row, flow},
    grid::{GUTTER, matter},
    sheet::Sheet,
    text::Text,
};

/// The sets of hashtags, then those that are never used.
pub(super) fn sheets(desk: &mut Desk<'_>) -> Vec<Sheet> {
    let (title, hashtags) = (desk.say("hashtags"), &desk.charter.editorial.hashtags);
    if hashtags.sets.is_empty() && hashtags.never.is_empty() && rules(desk).is_empty() {
        return Vec::new();
    }
    flow(desk, Mood::Cool, &title, Columns { area: matter(), count: 1 }, rows)
}

/// How many hashtags stand together in a row, so that a long set goes on over pages.
const TOGETHER: usize = 12;

fn rows(desk: &mut Desk<'_>, frame: Frame) -> Vec<Row> {
    let Hashtags { sets, never, .. } = &desk.charter.editorial.hashtags;
    let mut rows = Vec::new();
    for set in sets {
        let note = set.always.then(|| desk.say("hashtags.always"));
        rows.extend(listed(desk, (&set.name, note.as_deref()), (&set.tags, false), frame));
    }
    let name = desk.say("hashtags.never");
    let never = listed(desk, (&name, None), (never, true), frame);
    rows.extend(never);
    let rules = rules(desk);
    if !rules.is_empty() {
        let rules = rules.join("\n");
        let text = Text::label(&rules, 26.0).leading(1.5);
        rows.push(Row::new(0.0, frame).beside(desk, &text, (0.0, frame.width)).ruled(24.0));
    }
    rows
}

fn listed(
    desk: &mut Desk<'_>,
    named: (&str, Option<&str>),
    (tags, struck): (&[String], bool),
    frame: Frame,
) -> Vec<Row> {
    let left = (frame.width - 3.0 * GUTTER) / 4.0;
    let room = (left + GUTTER, frame.width - left - GUTTER);
    let mut rows = Vec::new();
    for (at, some) in tags.chunks(TOGETHER).enumerate() {
        let words = some.iter().map(|tag| format!("#{}", tag.trim_start_matches('#'))).collect::<Vec<_>>().join("  ");
        let text = Text { balance: false, struck, ..Text::title(&words, 42.0).leading(1.3).down_to(24.0) };
        let after = if (at + 1) * TOGETHER < tags.len() { 0.0 } else { 34.0 };
        let row = Row::new(after, frame).beside(desk, &text, room);
        rows.push(if at == 0 { row.over(name(desk, named, left, frame)).ruled(26.0) } else { row });
    }
    rows
}

fn name(desk: &mut Desk<'_>, (name, note): (&str, Option<&str>), width: f64, frame: Frame) -> Row {
    let text = Text::brand(name, 24.0).strong().leading(1.5).heading(2);
    let row = Row::new(0.0, frame).beside(desk, &text, (0.0, width));
    let Some(note) = note else { return row };
    row.below(desk, &Text::label(note, 20.0).color(frame.inks.quiet), (0.0, width), 2.0)
}

fn rules(desk: &Desk<'_>) -> Vec<String> {
    let hashtags = &desk.charter.editorial.hashtags;
    let most = hashtags.most.map(|count| desk.labels.with("hashtags.most", "count", count));
    let closed = (hashtags.closed && !hashtags.sets.is_empty()).then(|| desk.say("hashtags.closed"));
    let camel = hashtags.camel.then(|| desk.say("hashtags.camel"));
    [most, closed, camel].into_iter().flatten().collect()
}
