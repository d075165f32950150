use std::{ops::Range, sync::Arc};

use planche_scene::{Glyphs, Item};

/// The bytes of its text that a run of glyphs stands for.
pub fn run_range(run: &Glyphs) -> Range<u32> {
    let start = run.glyphs.iter().map(|glyph| glyph.range.start).min().unwrap_or(0);
    let end = run.glyphs.iter().map(|glyph| glyph.range.end).max().unwrap_or(0);
    start..end
}

/// The text that the run at `place` among its siblings tells of: all that they show of it, in the order in which it is
/// read, without the hyphens of cut words. `None` when an earlier sibling tells it.
pub fn told(run: &Glyphs, siblings: &[Item], place: usize) -> Option<String> {
    let same = |item: &&Item| matches!(item, Item::Glyphs(other) if Arc::ptr_eq(&other.text, &run.text));
    if siblings[..place].iter().any(|item| same(&item)) {
        return None;
    }
    let ranges = siblings[place..].iter().filter(same).filter_map(|item| match item {
        Item::Glyphs(other) => Some(run_range(other)),
        _ => None,
    });
    let whole = ranges.reduce(|all, range| all.start.min(range.start)..all.end.max(range.end))?;
    let text = run.text.get(whole.start as usize..whole.end as usize).unwrap_or_default();
    Some(text.trim().replace('\n', " "))
}

/// All that `items` tell, texts joined by single spaces.
pub fn label(items: &[Item]) -> String {
    let mut texts = Vec::new();
    collect(items, &mut texts);
    texts.join(" ")
}

fn collect(items: &[Item], texts: &mut Vec<String>) {
    for (place, item) in items.iter().enumerate() {
        match item {
            Item::Group(group) => collect(&group.items, texts),
            Item::Glyphs(run) => texts.extend(told(run, items, place).filter(|text| !text.is_empty())),
            Item::Shape(_) | Item::Picture(_) | Item::Link(_) => {}
        }
    }
}
