//! Marks of the outline, as they are drawn.

use planche_scene::{Item, Paint, Shape};

use crate::sample::{Setting, lines, runs, visit};

fn shapes(text: &str) -> Vec<Shape> {
    let composition = Setting::default().compose(&format!("{text}\n"));
    let mut shapes = Vec::new();
    visit(&composition.scene.items, &mut |item| {
        if let Item::Shape(shape) = item {
            shapes.push(shape.clone());
        }
    });
    shapes
}

#[test]
fn a_mark_draws_a_shape_on_each_line() {
    let check = |text: &str, expected: usize| assert_eq!(shapes(text).len(), expected, "{text}");
    check("un bol", 0);
    check("un ==bol bleu== cuit", 1);
    check("un ==bol **bleu** et *vert*== cuit", 1);
    check("==un== bol ==bleu==", 2);
    check("~~39 €~~ 29 €", 1);
    check("`planche`", 1);
    check("voir [la page](https://a.fr)", 1);
    check(&format!("=={}==", "des bols ".repeat(12).trim()), 3);
}

#[test]
fn a_highlight_holds_its_words() {
    use kurbo::Shape as _;
    let composition = Setting::default().compose("un ==bol== bleu\n");
    let word = runs(&composition.scene)
        .into_iter()
        .find(|run| run.text[run.glyphs[0].range.start as usize..].starts_with("bol"))
        .unwrap();
    let band = shapes("un ==bol== bleu").pop().unwrap();
    let area = band.path.bounding_box();
    let (first, last) = (&word.glyphs[0], word.glyphs.last().unwrap());
    assert!(area.x0 < f64::from(first.x) && f64::from(last.x + last.advance) < area.x1);
    assert!(area.y0 < word.origin.y && word.origin.y < area.y1);
    let Some(Paint::Solid(color)) = band.fill else { panic!("a band is filled") };
    assert!(color.components[3] < 0.6, "a band lets the ground through");
}

#[test]
fn italics_are_drawn_or_upright_but_never_slanted() {
    let composition = Setting::default().compose("un *bol* bleu\n");
    let families: std::collections::BTreeSet<u64> =
        runs(&composition.scene).iter().map(|run| run.font.data.id()).collect();
    assert_eq!(families.len(), 2, "Karla has an italic of its own");
    let title = Setting::default().compose("# un *bol* bleu\n");
    let families: std::collections::BTreeSet<u64> = runs(&title.scene).iter().map(|run| run.font.data.id()).collect();
    assert_eq!(families.len(), 1, "Young Serif has none");
}

#[test]
fn inline_links_open_their_addresses() {
    let composition = Setting::default().compose("voir [la page](https://a.fr) et [l'autre](https://b.fr)\n");
    let mut addresses = Vec::new();
    visit(&composition.scene.items, &mut |item| {
        if let Item::Link(link) = item {
            addresses.push(link.address.to_string());
        }
    });
    assert_eq!(addresses, ["https://a.fr", "https://b.fr"]);
}

#[test]
fn glyphs_stand_for_their_own_letters() {
    let check = |text: &str, expected: &str| {
        let composition = Setting::default().compose(&format!("{text}\n"));
        let mut spelled: Vec<(u32, String)> = runs(&composition.scene)
            .iter()
            .flat_map(|run| {
                run.glyphs.iter().map(|glyph| {
                    (glyph.range.start, run.text[glyph.range.start as usize..glyph.range.end as usize].to_owned())
                })
            })
            .collect();
        spelled.sort();
        spelled.dedup();
        assert_eq!(spelled.into_iter().map(|(_, letters)| letters).collect::<String>(), expected);
    };
    check("un ==bol== bleu, ==deux== bols", "un bol bleu, deux bols");
    check("un **bol *bleu*** cuit", "un bol bleu cuit");
    check("Paris شالله لا بأس ok", "Paris شالله لا بأس ok");
}

#[test]
fn text_is_outlined_and_cased_where_the_template_asks() {
    let setting = Setting { body: r#""case":"upper","outline":2"#, ..Setting::default() };
    let composition = setting.compose("Été à l'île\n");
    assert_eq!(lines(&composition.scene), ["ÉTÉ À L'ÎLE"]);
    for run in runs(&composition.scene) {
        assert_eq!(run.stroke.as_ref().map(|(stroke, _)| stroke.width), Some(2.0));
        assert!(matches!(run.fill, Paint::Solid(color) if color.components[3] == 0.0));
    }
}

#[test]
fn words_are_cut_only_where_the_template_asks() {
    let text = "L'utilisation quotidienne de la température maximale nécessite vraisemblablement quelques \
                précautions supplémentaires, particulièrement indispensables aux collectionneurs enthousiastes.";
    let outline = format!("{text}\n");
    let check = |language: &'static str, body: &'static str, expected: bool| {
        let setting = Setting { language, body, ..Setting::default() };
        let composition = setting.compose(&outline);
        let is_hyphen = |run: &&planche_scene::Glyphs| run.glyphs.iter().any(|glyph| glyph.range.is_empty());
        assert_eq!(runs(&composition.scene).iter().any(is_hyphen), expected, "{language} {body}");
        // What is copied has neither hyphens nor soft hyphens.
        assert!(runs(&composition.scene).iter().all(|run| !run.text.contains(['\u{ad}', '-'])));
        lines(&composition.scene)
    };
    let whole = check("fr", "", false);
    let cut = check("fr", r#""hyphenate":true"#, true);
    check("tr", r#""hyphenate":true"#, false);
    assert!(cut.len() <= whole.len(), "{cut:?}");
    let ends: Vec<&String> =
        cut.iter().filter(|line| !text.contains(&format!("{line} ")) && !text.ends_with(*line)).collect();
    assert!(!ends.is_empty(), "{cut:?}");
}
