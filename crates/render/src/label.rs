use planche_scene::{Glyphs, Item};

/// The text that a run of glyphs stands for.
pub fn run_text(run: &Glyphs) -> &str {
    let start = run.glyphs.iter().map(|glyph| glyph.range.start).min().unwrap_or(0);
    let end = run.glyphs.iter().map(|glyph| glyph.range.end).max().unwrap_or(0);
    run.text.get(start as usize..end as usize).unwrap_or("")
}

/// The text of all the runs in `items`, lines joined by single spaces.
pub fn label(items: &[Item]) -> String {
    let mut words = Vec::new();
    collect(items, &mut words);
    words.join(" ")
}

fn collect<'a>(items: &'a [Item], words: &mut Vec<&'a str>) {
    for item in items {
        match item {
            Item::Group(group) => collect(&group.items, words),
            Item::Glyphs(run) => words.extend(Some(run_text(run).trim()).filter(|text| !text.is_empty())),
            Item::Shape(_) | Item::Picture(_) | Item::Link(_) => {}
        }
    }
}
