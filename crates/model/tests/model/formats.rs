//! What a list of formats must be, and how a person's own file changes it.

use planche_model::{Confidence, FileType, FormatId, Formats, Shape};

const SHIPPED: &str = include_str!("../../../../assets/platforms/formats.json");

/// One format, whole.
const ONE: &str = r#"{"id":"news","platform":"other","name":{"fr":"Infolettre"},"short":{"fr":"Infolettre"},
    "width":1200,"height":400,"aspect":"3:1","verified":"2026-11-21"}"#;

fn file(entries: &[&str]) -> String {
    format!(r#"{{"planche":"formats/1","formats":[{}]}}"#, entries.join(","))
}

#[test]
fn the_shipped_list_holds_together() {
    let formats = Formats::parse(SHIPPED).unwrap();
    assert!(formats.iter().count() >= 98, "every still format of every network");
    for format in formats.iter() {
        assert!(!format.source.is_empty() && !format.file_types.is_empty(), "{}", format.id);
        assert!(format.crops.iter().all(|crop| !crop.source.is_empty()), "{}", format.id);
        assert!(["fr", "en"].iter().all(|language| format.name.contains_key(*language)), "{}", format.id);
        assert!(["fr", "en"].iter().all(|language| format.short.contains_key(*language)), "{}", format.id);
    }
}

#[test]
fn crops_say_what_is_seen_elsewhere() {
    let formats = Formats::parse(SHIPPED).unwrap();
    let check = |id: &str, name: &str, expected: Shape| {
        let format = formats.get(&FormatId::from(id)).unwrap();
        let crop = format.crops.iter().find(|crop| crop.name == name).unwrap();
        assert_eq!(crop.shape, expected, "{id}");
    };
    check("ig_carousel_4_5", "profile-grid", Shape::Rectangle { x: 34, y: 0, width: 1012, height: 1350 });
    check("ig_reel_cover", "square-preview", Shape::Rectangle { x: 0, y: 420, width: 1080, height: 1080 });
    check("fb_page_cover", "mobile", Shape::Rectangle { x: 292, y: 0, width: 1120, height: 630 });
    check("x_profile_picture", "circle", Shape::Circle { x: 200, y: 200, radius: 200 });
}

#[test]
fn a_bad_list_names_the_entry_and_the_fault() {
    let check = |from: &str, to: &str, expected: &str| {
        let bad = ONE.replacen(from, to, 1);
        assert_ne!(bad, ONE, "`{from}` is not in the entry");
        assert_eq!(Formats::parse(&file(&[&bad])).unwrap_err().to_string(), expected);
    };
    check(r#""id":"news""#, r#""id":"""#, "the format number 1 has no `id`");
    check(r#""id":"news","#, "", "the format number 1 has no `id`");
    check(r#""width":1200"#, r#""width":0"#, "the format `news`: 0 × 400 px is no size; each side is from 1 to 16384");
    check(
        r#""aspect":"3:1""#,
        r#""aspect":"4:1""#,
        "the format `news`: `aspect` is `4:1`, not the proportions of 1200 × 400 px",
    );
    check(
        r#""aspect":"3:1""#,
        r#""aspect":"wide""#,
        "the format `news`: `aspect` is `wide`, not the proportions of 1200 × 400 px",
    );
    check(
        r#""width":1200"#,
        r#""width":1200,"max_pages":0"#,
        "the format `news`: `max_pages` is 0; leave it out where there is no limit",
    );
    check(
        r#""width":1200"#,
        r#""width":1200,"safe_area":{"top":200,"right":0,"bottom":200,"left":0}"#,
        "the format `news`: `safe_area` leaves nothing of 1200 × 400 px",
    );
    for date in ["2026-02-29", "2026-13-01", "2026-1-01", "today", "2100-02-29"] {
        let to = format!(r#""verified":"{date}""#);
        let expected = format!("the format `news`: `verified` is `{date}`, which is no date written as 2026-12-01");
        check(r#""verified":"2026-11-21""#, &to, &expected);
    }
    let twice = Formats::parse(&file(&[ONE, ONE])).unwrap_err().to_string();
    assert_eq!(twice, "the format `news` is there twice");
    let version = Formats::parse(r#"{"planche":"formats/9","formats":[]}"#).unwrap_err().to_string();
    assert_eq!(version, "the formats file is of kind `formats/9`, not `formats/1`");
}

#[test]
fn a_bad_field_is_named() {
    let check = |from: &str, to: &str, expected: &str| {
        let error = Formats::parse(&file(&[&ONE.replacen(from, to, 1)])).unwrap_err().to_string();
        assert!(error.starts_with("the format `news`: ") && error.contains(expected), "{error}");
    };
    check(r#","aspect":"3:1""#, "", "missing field `aspect`");
    check(r#""width":1200"#, r#""width":"1200""#, "(`width`)");
    check(r#""width":1200"#, r#""width":1200,"max_byte":3"#, "unknown field `max_byte`");
    check(r#""width":1200"#, r#""width":1200,"file_types":["gif"]"#, "unknown variant `gif`");
}

#[test]
fn a_crop_stays_inside() {
    let check = |crops: &str, expected: &str| {
        let entry = ONE.replacen(r#""width":1200"#, &format!(r#""width":1200,"crops":[{crops}]"#), 1);
        let error = Formats::parse(&file(&[&entry])).unwrap_err().to_string();
        assert!(error.starts_with("the format `news`: ") && error.ends_with(expected), "{error}");
    };
    let grid = |area: &str| format!(r#"{{"name":"grid",{area},"verified":"2026-11-21"}}"#);
    let outside = "the crop `grid` is empty or not inside 1200 × 400 px";
    check(&grid(r#""shape":"rectangle","x":801,"y":0,"width":400,"height":400"#), outside);
    check(&grid(r#""shape":"rectangle","x":0,"y":0,"width":0,"height":400"#), outside);
    check(&grid(r#""shape":"rectangle","x":4294967295,"y":0,"width":4294967295,"height":4"#), outside);
    check(&grid(r#""shape":"circle","x":100,"y":200,"radius":101"#), outside);
    check(&grid(r#""shape":"circle","x":100,"y":200,"radius":0"#), outside);
    let same = grid(r#""shape":"circle","x":200,"y":200,"radius":9"#);
    check(&format!("{same},{same}"), "`crops` has no name, or one name twice: `grid`");
}

#[test]
fn a_person_corrects_one_figure_and_adds_a_format() {
    let shipped = Formats::parse(SHIPPED).unwrap();
    let count = shipped.iter().count();
    let story = FormatId::from("ig_story");
    let before = shipped.get(&story).unwrap().clone();
    let own = file(&[r#"{"id":"ig_story","max_bytes":4000000,"file_types":["jpeg"]}"#, ONE]);
    let formats = shipped.with_overrides(&own).unwrap();
    let after = formats.get(&story).unwrap();
    assert_eq!((after.max_bytes, after.file_types.as_slice()), (Some(4_000_000), [FileType::Jpeg].as_slice()));
    assert_eq!((after.safe_area, &after.name), (before.safe_area, &before.name));
    let last = formats.iter().last().unwrap();
    assert_eq!((formats.iter().count(), last.id.0.as_str(), last.confidence), (count + 1, "news", Confidence::Low));
}

#[test]
fn a_correction_is_checked_like_the_rest() {
    let check = |entry: &str, expected: &str| {
        let error = Formats::parse(SHIPPED).unwrap().with_overrides(&file(&[entry])).unwrap_err();
        assert_eq!(error.to_string(), expected);
    };
    check(
        r#"{"id":"ig_story","height":1900}"#,
        "the format `ig_story`: `aspect` is `9:16`, not the proportions of 1080 × 1900 px",
    );
    check(r#"{"id":"new","width":10}"#, "the format `new`: missing field `platform`");
}
