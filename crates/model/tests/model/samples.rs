//! Documents and texts the tests of this folder share.

use planche_model::{BrandId, Document, DocumentId, FormatId, Ids, outline};
use proptest::prelude::*;
use uuid::Uuid;

/// The outline of the design, byte for byte.
pub const SAMPLE: &str = "\
---
title: Oui, vos bols vont au four
---
# Oui, vos bols vont au four.
Grès, mode d'emploi
![trois bols empilés](photos/bols-empiles.jpg)

# 1280 °C {number}
La température de notre deuxième cuisson. Votre four, lui, s'arrête bien avant.

# Quatre gestes qui les font durer
- Enfournez à froid : la terre monte avec le four.
- Posez sur un torchon

> Un bol qu'on n'ose pas utiliser est un bol raté.
> — Anne-Laure Kerdoncuff, tourneuse

# La cuisson de décembre ouvre samedi. {call}
[mareebasse.fr](https://mareebasse.fr)

# Coque ou lichen ?
:poll[Votre prochaine cuisson]{Coque|Lichen}
";

/// Ids that count up from 1.
pub fn counting() -> impl Ids {
    let mut last = 0_u128;
    move || {
        last += 1;
        Uuid::from_u128(last)
    }
}

pub fn build(text: &str, ids: &mut dyn Ids) -> Document {
    let master = FormatId::from("ig_carousel_4_5");
    let formats = vec![master.clone(), FormatId::from("ig_story")];
    let (id, brand) = (DocumentId(Uuid::from_u128(0)), BrandId(Uuid::from_u128(0)));
    outline::build(outline::parse(text), id, brand, master, formats, ids)
}

/// Outline text: lines of every kind, well formed or not, close together or apart.
pub fn outline_text() -> impl Strategy<Value = String> {
    prop::collection::vec((line(), prop::sample::select(vec!["\n", "\n", "\n\n", "\r\n", " \n\n\n"])), 0..24)
        .prop_map(|lines| lines.into_iter().map(|(line, end)| line + end).collect())
}

fn line() -> impl Strategy<Value = String> {
    let start = prop::sample::select(STARTS.to_vec());
    let end = prop::sample::select(ENDS.to_vec());
    prop_oneof![
        6 => (start, words(), end).prop_map(|(start, words, end)| format!("{start}{words}{end}")),
        4 => prop::sample::select(LINES.to_vec()).prop_map(str::to_owned),
        1 => "\\PC{0,12}",
    ]
}

fn words() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["", "bol", "Grès chamotté", "a *b* c", "12 bols", "— moi", "x](y", "\\", "{call}", "(]"])
        .prop_map(str::to_owned)
}

const STARTS: &[&str] = &[
    "", "", "# ", "#", "- ", "* ", "  ", "  - ", "> ", ">", "> — ", "> -- ", "## ", "| ", "1. ", "<p>", "![", "[",
    ":poll[", ":carte[", "*", "\\", "   # ", "```", "title: ", "lang: ",
];

const ENDS: &[&str] = &[
    "",
    "",
    "",
    " {cover}",
    " {list}",
    "{quote}",
    " {bord}",
    "*",
    "](photos/a b.jpg)",
    "](https://a.fr)",
    "](a(1).jpg) {focus=12,7.5}",
    "]{A|B}",
    "]",
    " |",
    "}",
    "\u{a0}",
    "\t",
    "\\](a)",
];

const LINES: &[&str] = &[
    "---",
    "```",
    "~~~~",
    "```rust",
    "***",
    "*kicker*",
    "> q {quote}",
    "> q {cover} {quote}",
    ">",
    "#",
    "# {cover}",
    "# a {cover} {list}",
    "-",
    ":poll[a]{b",
    ":quiz[Q]{A|B|C}",
    "![a\\](b](c.jpg)",
    "![](d.jpg)",
    "[e](f)",
    "[e](f) et [g](h)",
    "<div>",
    "| a | b |",
    "1. un",
    "title: T",
    "\u{feff}x",
    "  suite",
    "![m](n) {focus=101,2}",
];
