//! Palettes of others on a charter.

use planche_model::{
    Charter,
    charter::{Origin, Role},
};
use planche_tokens::{Reason, read};

const SAMPLE: &str = include_str!("../../../../assets/brands/maree-basse/charter.json");

#[test]
fn a_palette_without_roles_gets_them() {
    let charter = Charter::parse(SAMPLE).unwrap();
    let file = "GIMP Palette\nName: Quai\n30 58 138 Bleu nuit\n245 240 230 Papier kraft\n200 60 30 Brique\n";
    let laid = read(file.as_bytes()).unwrap().lay_on(&charter).unwrap();
    assert_eq!(laid.origins[&Role::Soft], Origin::Made);
    let colors = &laid.charter.colors;
    assert_eq!(colors.ground.name, "Papier kraft");
    assert!(colors.ink.value.contrast(colors.ground.value) >= 7.0);
    // What a palette does not say stays as it was.
    assert_eq!(laid.charter.fonts, charter.fonts);
    assert_eq!((laid.charter.name, laid.charter.logo), (charter.name, charter.logo));
}

#[test]
fn gradients_keep_colours_that_have_a_role() {
    let charter = Charter::parse(SAMPLE).unwrap();
    let file = r##"{ "a": { "$type": "color", "primary": { "$value": "#7c3aed" }, "background": { "$value": "#ffffff" },
        "x": { "$value": "#123456" }, "y": { "$value": "#9acd32" } },
        "g": { "$type": "gradient", "kept": { "$value": [{ "color": "{a.primary}", "position": 0 }, { "color": "{a.background}", "position": 1 }] },
        "lost": { "$value": [{ "color": "#00ff00", "position": 0 }, { "color": "{a.background}", "position": 1 }] } } }"##;
    let laid = read(file.as_bytes()).unwrap().lay_on(&charter).unwrap();
    let names: Vec<&str> = laid.charter.gradients.iter().map(|gradient| gradient.name.as_str()).collect();
    assert_eq!(names, ["g kept"]);
    assert_eq!(laid.left_out[0].reason, Reason::NoRole);
}

#[test]
fn typefaces_go_where_their_names_say() {
    let charter = Charter::parse(SAMPLE).unwrap();
    let file = ":root { --font-mono: Fira Code; --font-heading: 'Lora', serif; --font-heading-weight: 650; --font-body: Inter }";
    let laid = read(file.as_bytes()).unwrap().lay_on(&charter).unwrap();
    let fonts = &laid.charter.fonts;
    assert_eq!((fonts.title.family.as_str(), fonts.title.weight, fonts.text.family.as_str()), ("Lora", 650.0, "Inter"));
    assert_eq!((laid.left_out[0].name.as_str(), laid.left_out[0].reason), ("font mono", Reason::NoUse));
}

#[test]
fn reasons_are_called_as_they_are_written() {
    let all = [Reason::Kind, Reason::NoKind, Reason::NoRole, Reason::NoUse, Reason::Overridden, Reason::Inks];
    assert!(all.into_iter().all(|reason| serde_json::to_value(reason).unwrap() == reason.code()));
}

#[test]
fn one_typeface_is_for_everything() {
    let charter = Charter::parse(SAMPLE).unwrap();
    let laid = read(b":root { --font-sans: Inter, sans-serif }").unwrap().lay_on(&charter).unwrap().charter;
    assert_eq!((laid.fonts.title.family.as_str(), laid.fonts.text.family.as_str()), ("Inter", "Inter"));
    assert_eq!(laid.colors, charter.colors);
}
