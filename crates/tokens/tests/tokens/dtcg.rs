//! Design tokens.

use planche_model::Charter;
use planche_tokens::{Target, read, write, write_keeping};

use crate::told::check;

const SAMPLE: &str = include_str!("../../../../assets/brands/maree-basse/charter.json");

#[test]
fn the_format_of_2025_10_is_read() {
    check(
        r##"{ "$schema": "https://www.designtokens.org/schemas/2025.10/format.json", "$description": "Atelier",
        "marque": {
          "couleur": { "$type": "color",
            "primaire": { "$value": { "colorSpace": "srgb", "components": [0.118, 0.227, 0.541], "alpha": 1, "hex": "#1e3a8a" } },
            "voile": { "$value": { "colorSpace": "srgb", "components": [0, 0, 0], "alpha": 0.5 } },
            "neon": { "$value": { "colorSpace": "display-p3", "components": [0, 1, 0] } },
            "encre": { "$root": { "$value": { "colorSpace": "oklch", "components": [0.3, "none", 200] } } },
            "hors": { "$value": { "colorSpace": "acescg", "components": [0, 1, 0], "hex": "#102030" } } },
          "lien": { "$value": "{marque.couleur.primaire}" } },
        "background": { "$value": { "$ref": "#/gris/100" } },
        "gris": { "100": { "$type": "color", "$value": { "colorSpace": "hsl", "components": [40, 50, 95] } } },
        "aube": { "$type": "gradient", "$value": [
            { "color": "{marque.lien}", "position": 0 },
            { "color": { "colorSpace": "srgb", "components": [1, 0, 0] }, "position": 1.5 } ] },
        "ombre": { "$type": "shadow", "$value": {} },
        "duree": { "$value": { "value": 100, "unit": "ms" } } }"##,
        "= Atelier
        #1e3a8a primaire @vivid
        #000000 voile
        #00f74f neon
        #2e2e2e encre @ink
        #102030 hors
        #f9f4ec gris 100 @ground
        #ff0000 aube
        ~ aube 180deg 0@0 6@1
        ! alpha voile
        ! gamut neon
        ! same marque.lien
        ! same background
        ! kind ombre
        ! no-kind duree",
    );
}

#[test]
fn type_is_read_from_composites_and_from_groups() {
    check(
        r##"{
        "heading": { "$type": "typography", "$value": { "fontFamily": "{police.titre}", "fontSize": { "value": 2, "unit": "rem" },
            "fontWeight": "semi-bold", "letterSpacing": { "value": -0.32, "unit": "px" }, "lineHeight": 1.1 } },
        "police": { "titre": { "$type": "fontFamily", "$value": ["Fraunces", "serif"] } },
        "body": { "font": { "$type": "fontFamily", "$value": "Karla" }, "weight": { "$type": "fontWeight", "$value": 450 },
            "leading": { "$type": "number", "$value": 9 }, "odd": { "$type": "number", "$value": 1 } } }"##,
        "T heading: Fraunces, serif weight=600 tracking=-0.01 leading=1.1 size=32 @title
        T police titre: Fraunces, serif
        T body font: Karla weight=450 @text
        ! range body.font
        ! kind body.odd",
    );
}

#[test]
fn what_came_before_the_format_is_read() {
    check(
        r##"{ "color": { "$type": "color", "primary": { "$value": "#f59e0b" }, "ink": { "$value": "rgb(20 20 30)" },
          "mixed": { "$value": "{color.primary} * 2" }, "bad": { "$value": "beige-ish" } },
        "space": { "$type": "dimension", "m": { "$value": "16px" } } }"##,
        "#f59e0b primary @vivid
        #14141e ink @ink
        ! expression color.mixed
        ! value color.bad
        ! kind space.m",
    );
    check(
        r##"{ "color": { "base": { "gray": { "value": "#ccc" } }, "text": { "value": "{color.base.gray.value}" },
          "size": { "value": "12px" } } }"##,
        "#cccccc base gray @ink
        ! same color.text
        ! no-kind color.size",
    );
}

#[test]
fn sets_are_laid_over_each_other_in_their_order() {
    check(
        r##"{ "$themes": [], "$metadata": { "tokenSetOrder": ["global", "nuit", "global", "absent"] },
        "nuit": { "fond": { "$type": "color", "$value": "#101014" }, "titres": { "$type": "typography",
          "$value": { "fontFamily": "{police}", "fontWeight": "Bold Italic", "fontSize": "{corps}", "lineHeight": "120%", "letterSpacing": "-2%" } } },
        "global": { "fond": { "$type": "color", "$value": "#ffffff" }, "marque": { "$type": "color", "$value": "#f59e0b" },
          "police": { "$type": "fontFamilies", "$value": "Young Serif" }, "corps": { "$type": "fontSizes", "$value": "20" } } }"##,
        "#101014 fond @ground
        #f59e0b marque @vivid
        T titres: Young Serif weight=700 tracking=-0.02 leading=1.2 size=20 @title
        T police: Young Serif
        ! overridden fond",
    );
}

#[test]
fn aliases_may_be_lost_or_go_round() {
    check(
        r##"{ "a": { "$type": "color", "$value": "{b}" }, "b": { "$value": "{c}" }, "c": { "$value": "{b}" },
          "me": { "$value": "{me}" }, "lost": { "$type": "color", "$value": "{nobody}" }, "after": { "$value": "{lost}" },
          "group": { "$extends": "{a}", "$type": "color", "x": { "$value": "#123456" } } }"##,
        "#123456 group x
        ! inheritance group
        ! cycle a
        ! cycle b
        ! cycle c
        ! cycle me
        ! lost lost
        ! lost after",
    );
}

#[test]
fn what_others_keep_in_our_tokens_is_written_again() {
    let charter = Charter::parse(SAMPLE).unwrap();
    let written = String::from_utf8(write(&charter, Target::Tokens)).unwrap();
    let noted = written
        .replacen(
            "\"$description\": \"Kaolin\"",
            "\"$description\": \"Kaolin\", \"$extensions\": { \"com.figma\": { \"scopes\": [1, \"all\"] } }",
            1,
        )
        .replacen("\"fr.planche\": {", "\"org.example\": 2.5, \"fr.planche\": {", 1);
    let palette = read(noted.as_bytes()).unwrap();
    assert_eq!(palette.lay_on(&charter).unwrap().charter, charter);
    let again = write_keeping(&charter, &palette.extensions);
    assert!(again.contains("\"org.example\": 2.5") && again.contains("\"com.figma\""), "{again}");
    assert_eq!(read(again.as_bytes()).unwrap(), palette);
    assert_ne!(again, written);
}

#[test]
fn what_another_program_changes_is_what_is_read() {
    let charter = Charter::parse(SAMPLE).unwrap();
    let written = String::from_utf8(write(&charter, Target::Tokens)).unwrap();
    let from = "\"components\": [\n          0.7882,\n          0.7961,\n          0.3843\n        ],\n        \"alpha\": 1,\n        \"hex\": \"#c9cb62\"";
    let changed = written.replacen(from, "\"components\": [1, 0, 0]", 1).replacen("\"Young Serif\"", "\"Lora\"", 1);
    let laid = read(changed.as_bytes()).unwrap().lay_on(&charter).unwrap().charter;
    assert_eq!(laid.colors.vivid.value.to_string(), "#ff0000");
    assert_eq!(laid.fonts.title.family, "Lora");
    let outside = written.replacen("logo.svg", "../logo.svg", 1);
    assert!(read(outside.as_bytes()).unwrap().lay_on(&charter).is_err());
}
