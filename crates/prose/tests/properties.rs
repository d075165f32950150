//! What holds for any text.

use std::sync::LazyLock;

use planche_model::{
    Charter,
    charter::Rule,
    editorial::{Capitals, Editorial, Emoji, HashtagSet, Hashtags, Inclusive, Register, Term, Typography},
};
use planche_prose::{Checker, Place, Remark, Setting, typeset};
use proptest::prelude::*;

const HANDS: [Typography; 3] = [Typography::French, Typography::Wide, Typography::English];
const CAPTION: Setting<'_> = Setting { network: None, place: Place::Caption };

/// What captions are made of, and what is set wrong in them.
const PARTS: [&str; 74] = [
    "Bonjour",
    "l'atelier",
    "L’eau",
    "été",
    "coeur",
    "aujourd'hui",
    "bols",
    "à",
    "A",
    "Etape",
    "vous",
    "tu",
    "10:30",
    "12",
    "3,5",
    "100",
    "24/7",
    "#Noël",
    "#gres",
    "@maree.basse",
    "https://a.fr/b?c=1;d!e",
    "www.a.fr",
    "a@b.fr",
    "mareebasse.fr/x:y",
    ":)",
    ";-)",
    ":D",
    "<3",
    "🍵",
    "❤️",
    "👩🏽‍🔧",
    "1️⃣",
    "🇫🇷",
    "client·e·s",
    "client(e)s",
    "PROMO",
    "Nos Belles Tasses",
    "!",
    "?",
    "!",
    "?",
    ";",
    ":",
    "!!",
    "?!",
    "...",
    "…",
    "..",
    ".",
    ",",
    "«",
    "»",
    "\"",
    "\"",
    "“",
    "”",
    "(",
    ")",
    "%",
    "€",
    "–",
    "-",
    "'",
    "’",
    "*",
    "**",
    "==",
    "`a!b`",
    "\\",
    "&",
    "/",
    "\u{202f}",
    "\u{a0}",
    "e\u{301}",
];

fn caption() -> impl Strategy<Value = String> {
    let glue = prop_oneof![3 => Just(" "), 3 => Just(""), 1 => Just("\n"), 1 => Just("  "), 1 => Just("\u{a0}")];
    let part = (prop::sample::select(&PARTS[..]), glue).prop_map(|(part, glue)| format!("{part}{glue}"));
    prop::collection::vec(part, 0..24).prop_map(|parts| parts.concat())
}

fn charter(typography: Typography) -> Charter {
    let json = include_str!("../../../assets/brands/maree-basse/charter.json");
    let own: Charter = serde_json::from_str(json).expect("the sample charter is one");
    let vocabulary =
        ["se régaler de", "anti-âge", "n’hésitez pas", "produit", "à", "de", "", "craquer pour", "éco-responsable"];
    let editorial = Editorial {
        register: Register { address: planche_model::editorial::Address::Neutral, exceptions: vec![String::new()] },
        vocabulary: vocabulary
            .map(|avoid| Term { avoid: avoid.to_owned(), say: "dans un bol".to_owned(), ..Term::default() })
            .into(),
        emoji: Emoji { most: Some(1), only: vec!["🍵".to_owned()], never: Vec::new() },
        hashtags: Hashtags {
            most: Some(1),
            sets: vec![HashtagSet { tags: vec!["GrèsBleu".to_owned()], ..HashtagSet::default() }],
            closed: true,
            camel: true,
            ..Hashtags::default()
        },
        typography,
        capitals: Capitals::Sentence,
        inclusive: Inclusive::None,
        ..own.editorial
    };
    Charter { editorial, ..own }
}

/// One for each hand: making one takes longer than reading a text.
static CHECKERS: LazyLock<[(Typography, Checker); 3]> =
    LazyLock::new(|| HANDS.map(|hand| (hand, Checker::new(&charter(hand)))));

fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

fn fix(text: &str, remarks: &[Remark]) -> String {
    let (mut fixed, mut at) = (String::new(), 0);
    for remark in remarks.iter().filter(|remark| remark.rule == Rule::Typography) {
        if remark.range.start >= at {
            fixed.push_str(&text[at..remark.range.start]);
            fixed.push_str(remark.fix.as_ref().expect("a computer knows what to set"));
            at = remark.range.end;
        }
    }
    fixed + &text[at..]
}

/// Read in steps that grow with the square of its length, a text of this one would take hours.
#[test]
fn a_long_text_is_read_as_fast_as_its_parts() {
    let parts = [
        "la ",
        "\"",
        "« ",
        "'",
        "=",
        "*",
        "`a",
        "a-",
        "a.",
        "((",
        "https://a.fr/)",
        "Le ",
        "A ",
        "PROMO ",
        "va, ",
        "ne la ",
        "#a",
        "a@",
        "!",
        "…",
        ":a",
        "client·e",
        "🍵",
        "\n",
        "e\u{301}",
        "se ",
        "craquez ",
    ];
    let (hand, checker) = &CHECKERS[0];
    for part in parts {
        let text = part.repeat((1 << 15) / part.len());
        checker.check(&text, CAPTION);
        typeset(&text, *hand);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_set_stays_set(text in caption()) {
        for hand in HANDS {
            let set = typeset(&text, hand);
            prop_assert_eq!(typeset(&set, hand), &set[..], "{:?}: {:?}", hand, text);
            prop_assert_eq!(letters(&set), letters(&text));
        }
    }

    #[test]
    fn addresses_tags_and_faces_are_not_touched(text in "[a-z]{1,3}", sign in "[!?;:»]{1,2}") {
        for kept in ["https://a.fr/b?c=1;d!e", "#Noël", "@maree.basse", "a@b.fr", "10:30", ":)", ";-)", "❤️"] {
            let set = typeset(&format!("{text} {kept} {sign} {text}\n{kept}{sign}"), Typography::French);
            prop_assert_eq!(set.matches(kept).count(), 2, "{}", set);
        }
    }

    #[test]
    fn what_is_remarked_can_be_shown(text in prop_oneof![caption(), any::<String>()]) {
        for (_, checker) in CHECKERS.iter() {
            let remarks = checker.check(&text, CAPTION);
            prop_assert!(remarks.iter().all(|remark| text.get(remark.range.clone()).is_some_and(|shown| !shown.is_empty())));
            prop_assert!(remarks.is_sorted_by_key(|remark| remark.range.start));
        }
    }

    #[test]
    fn what_is_fixed_is_remarked_no_more(text in caption()) {
        for (hand, checker) in CHECKERS.iter() {
            let fixed = fix(&text, &checker.check(&text, CAPTION));
            let left = checker.check(&fixed, CAPTION);
            prop_assert!(left.iter().all(|remark| remark.rule != Rule::Typography), "{:?}: {:?} to {:?}: {:?}", hand, text, fixed, left);
        }
    }
}
