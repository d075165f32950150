//! The outline: what it reads, what it writes, and that it loses nothing.

use planche_model::{
    Content, Layout,
    document::{Focus, Role, Sticker},
    outline::{self, Outline},
};
use proptest::prelude::*;

use crate::samples::{SAMPLE, build, counting, outline_text};

fn printed(text: &str) -> String {
    let document = build(text, &mut counting());
    document.validate().expect("a document made of an outline is sound");
    outline::print(&document)
}

fn text(role: Role, text: &str) -> Content {
    Content::Text { role, text: text.to_owned() }
}

fn unknown(text: &str) -> Content {
    Content::Unknown { text: text.to_owned() }
}

fn picture(source: &str, alt: &str, focus: Option<(f64, f64)>) -> Content {
    let focus = focus.map_or(Focus::default(), |(x, y)| Focus { x, y });
    Content::Picture { source: source.to_owned(), alt: alt.to_owned(), focus }
}

fn link(label: &str, address: &str) -> Content {
    Content::Link { label: label.to_owned(), address: address.to_owned() }
}

/// The blocks of the only page of an outline, and what it prints as when that is not what was read.
fn check_blocks(written: &str, blocks: &[Content], canonical: Option<&str>) {
    let read = outline::parse(written);
    assert_eq!(read.pages.len(), 1, "{written}");
    assert_eq!(read.pages[0].blocks, blocks, "{written}");
    assert_eq!(printed(written), canonical.unwrap_or(written), "{written}");
}

/// The title and layout of each page.
fn check_pages(written: &str, expected: &[(Option<&str>, Option<Layout>)]) {
    let pages = outline::parse(written).pages;
    let found: Vec<_> = pages.iter().map(|page| (page.title.as_deref(), page.layout)).collect();
    assert_eq!(found, expected, "{written}");
}

/// The line and text of each finding.
fn check_reports(written: &str, expected: &[(usize, &str)]) {
    let findings = outline::parse(written).findings;
    let found: Vec<_> =
        findings.iter().map(|finding| (finding.place.line.unwrap_or(0), finding.parameters["text"].as_str())).collect();
    assert_eq!(found, expected, "{written}");
    assert!(findings.iter().all(|finding| finding.code == "outline-unknown"));
}

#[test]
fn the_sample_is_six_pages_and_comes_back_byte_for_byte() {
    let document = build(SAMPLE, &mut counting());
    let layouts: Vec<Layout> = document.pages().iter().map(|page| document.layout(page.id)).collect();
    use Layout::{Call, Cover, List, Number, Point, Quote};
    assert_eq!(layouts, [Cover, Number, List, Quote, Call, Point]);
    assert_eq!(document.properties().title, "Oui, vos bols vont au four");
    assert_eq!(printed(SAMPLE), SAMPLE);
    check_reports(SAMPLE, &[]);
}

#[test]
fn a_document_without_words_is_an_empty_text() {
    assert_eq!(printed(""), "");
    assert_eq!(printed("\r\n \n"), "");
    assert_eq!(printed("#"), "#\n");
}

#[test]
fn front_matter_keeps_what_it_does_not_know() {
    let read = outline::parse("---\nlangue: fr\ntitle: \"Un\" : deux \ntags:\n  - a\n---\n# T\n");
    assert_eq!(read.title.as_deref(), Some("\"Un\" : deux"));
    assert_eq!(read.front_matter, ["langue: fr", "tags:", "  - a"]);
    assert_eq!(printed("---\nlangue: fr\ntitle: T\n---\n\n\n# T\n"), "---\ntitle: T\nlangue: fr\n---\n# T\n");
    assert_eq!(printed("---\nlangue: fr\n---\n"), "---\nlangue: fr\n---\n");
}

#[test]
fn front_matter_that_nothing_closes_is_text() {
    let written = "---\ntitle: T\n# A\n---\n";
    assert_eq!(outline::parse(written).title, None);
    check_reports(written, &[(1, "---"), (4, "---")]);
    assert_eq!(printed(written), "#\n---\n\ntitle: T\n\n# A\n---\n");
}

#[test]
fn headings_open_pages() {
    check_pages("texte\n# A\n#\n#b\n   # C #\n", &[(None, None), (Some("A"), None), (None, None), (Some("C #"), None)]);
}

#[test]
fn an_attribute_picks_the_layout() {
    let cover = Some(Layout::Cover);
    check_pages("# A {cover}\n# {cover}\n", &[(Some("A"), cover), (None, cover)]);
    check_pages("# A{cover}\n# A {bord}\n", &[(Some("A{cover}"), None), (Some("A {bord}"), None)]);
    check_reports("# A\n# A {bord}\n", &[(2, "A {bord}")]);
    check_pages("# A \\{cover}\n# A {{nom}}\n", &[(Some("A \\{cover}"), None), (Some("A {{nom}}"), None)]);
    check_pages("# A {list} {cover}\n", &[(Some("A \\{list}"), cover)]);
}

#[test]
fn a_quote_opens_a_page_unless_it_comes_first_under_a_heading() {
    check_pages("# A\n> q\n", &[(Some("A"), None)]);
    check_pages("# A\n*k*\n![](b)\n\n> q\n", &[(Some("A"), None)]);
    check_pages("# A\nTexte\n\n> q\n\n> r\nTexte\n", &[(Some("A"), None), (None, None), (None, None)]);
    check_pages("> q\n> — moi {quote}\n", &[(None, Some(Layout::Quote))]);
    check_pages("> {quote}\n", &[(None, Some(Layout::Quote))]);
    assert_eq!(printed("> q {quote}\n> {call}\n"), "> q \\{quote} {call}\n");
    assert_eq!(printed("# A\n#\n> q\n"), "# A\n\n#\n> q\n");
    assert_eq!(printed("# A\n> q {cover}\n"), "# A\n> q \\{cover}\n");
}

#[test]
fn quotes_have_attributions() {
    let quote = [text(Role::Quote, "q\n\nr"), text(Role::Attribution, "moi")];
    check_blocks("> q\n>\n> r\n> — moi\n", &quote, None);
    check_blocks(">q\n>\n>  r\n>\n> -- moi\n>\n", &quote, Some("> q\n>\n> r\n> — moi\n"));
    check_blocks("> — moi\n", &[text(Role::Quote, "— moi")], None);
    check_blocks("> q\nTexte\n", &[text(Role::Quote, "q"), text(Role::Body, "Texte")], Some("> q\n\nTexte\n"));
}

#[test]
fn paragraphs_keep_their_lines() {
    check_blocks("# A\nUn\nDeux\n\nTrois\n", &[text(Role::Body, "Un\nDeux"), text(Role::Body, "Trois")], None);
    check_blocks("  Un \r\n\tDeux\r", &[text(Role::Body, "Un\nDeux")], Some("Un\nDeux\n"));
}

#[test]
fn a_first_paragraph_all_in_emphasis_is_the_kicker() {
    let check = |written: &str, role: Role, words: &str| check_blocks(written, &[text(role, words)], None);
    check("# A\n*Grès*\n", Role::Kicker, "Grès");
    check("*Grès **brut***\n", Role::Kicker, "Grès **brut**");
    check("# A\n*Grès* et *émail*\n", Role::Body, "*Grès* et *émail*");
    check("# A\n**Grès**\n", Role::Body, "**Grès**");
    check("# A\n*Grès\\*\n", Role::Body, "*Grès\\*");
    check_blocks("# A\nUn\n\n*Grès*\n", &[text(Role::Body, "Un"), text(Role::Body, "*Grès*")], None);
    let pictured = [picture("b", "", None), text(Role::Kicker, "Grès")];
    check_blocks("# A\n![](b)\n\n*Grès*\n", &pictured, None);
}

#[test]
fn items_make_a_list() {
    let items = [text(Role::Item, "un : deux"), text(Role::Item, "trois\nquatre")];
    check_blocks("# A\n- un : deux\n- trois\n  quatre\n", &items, None);
    check_blocks(
        "# A\n* un : deux\n-\n\n  • trois\n    quatre\n",
        &items,
        Some("# A\n- un : deux\n- trois\n  quatre\n"),
    );
    let apart = [text(Role::Item, "un"), text(Role::Body, "deux")];
    check_blocks("# A\n- un\ndeux\n", &apart, Some("# A\n- un\n\ndeux\n"));
}

#[test]
fn pictures_stand_alone_on_their_line() {
    let check = |written: &str, expected: Content| check_blocks(written, &[expected], None);
    check("![trois bols](photos/un bol (1).jpg)\n", picture("photos/un bol (1).jpg", "trois bols", None));
    check("![](a.jpg) {focus=52,58.5}\n", picture("a.jpg", "", Some((0.52, 0.585))));
    check("![a [b] \\](c) \\\\](d)\n", picture("d", "a [b] ](c) \\", None));
    check_blocks("![ a ](b){focus=50,50}\n", &[picture("b", "a", None)], Some("![a](b)\n"));
    for malformed in ["![a](b", "![a]()", "![a](b) et c", "![a](b) {focus=101,0}", "![a](b) ![c](d)", "![a](b)c)"] {
        check_blocks(&format!("{malformed}\n"), &[text(Role::Body, malformed)], None);
        check_reports(malformed, &[(1, malformed)]);
    }
}

#[test]
fn links_stand_alone_on_their_line() {
    check_blocks(
        "Voir\n[a.fr](https://a.fr/(b))\n",
        &[text(Role::Body, "Voir"), link("a.fr", "https://a.fr/(b)")],
        None,
    );
    for inline in ["[a](b) et [c](d)", "voir [a](b)"] {
        check_blocks(&format!("{inline}\n"), &[text(Role::Body, inline)], None);
        check_reports(inline, &[]);
    }
    for malformed in ["[a](b c)", "[a](b"] {
        check_blocks(&format!("{malformed}\n"), &[text(Role::Body, malformed)], None);
        check_reports(malformed, &[(1, malformed)]);
    }
    check_reports("[a] et (b)", &[]);
}

#[test]
fn every_sticker_is_known() {
    for sticker in Sticker::ALL {
        let expected = Content::Sticker { sticker, prompt: "Une ?".into(), choices: vec!["A".into(), "B c".into()] };
        check_blocks(&format!(":{sticker}[Une ?]{{A|B c}}\n"), &[expected], None);
    }
    let bare = Content::Sticker { sticker: Sticker::Music, prompt: String::new(), choices: vec![] };
    check_blocks(":music[ ]{ | }\n", &[bare], Some(":music[]\n"));
    check_blocks(":poll[Une\n", &[text(Role::Body, ":poll[Une")], None);
    check_reports(":poll[Une\n:carte[Paris]\n", &[(1, ":poll[Une"), (2, ":carte[Paris]")]);
}

#[test]
fn what_is_unknown_is_kept_and_reported() {
    let check = |written: &str| {
        let block = written.trim_end();
        check_blocks(&format!("# A\n{written}"), &[unknown(block)], None);
        check_reports(&format!("\n# A\n{written}"), &[(3, block.lines().next().unwrap_or_default())]);
    };
    check("| a | b |\n|---|---|\n| c | d |\n");
    check("## Sous-titre\n");
    check("1. un\n   encore\n2. deux\n");
    check("<div>\nun\n</div>\n");
    check("```rust\n# a\n\n  - b\n```\n");
    check("~~~~\n~~~\n~~~~\n");
    check("***\n");
    check(":carte[Paris]{2}\n");
    check_blocks("2026. Une année\n", &[text(Role::Body, "2026. Une année")], None);
    check_blocks("<3 `a`\n", &[text(Role::Body, "<3 `a`")], None);
    check_blocks("```a```\n", &[text(Role::Body, "```a```")], None);
}

#[test]
fn a_code_fence_that_nothing_closes_is_text() {
    check_blocks("Un\n```\n", &[text(Role::Body, "Un\n\\```")], Some("Un\n\\```\n"));
    check_blocks("# A\n| a\n```b\n", &[unknown("| a\n\\```b")], Some("# A\n| a\n\\```b\n"));
}

/// Read in steps that grow with the square of its length, a text of this one would take an hour.
#[test]
fn half_a_megabyte_of_syntax_is_read() {
    let parts = [
        "```a\n",
        "```\n~~~~a\n",
        "| a\n```b\n",
        "`",
        "{",
        "[",
        "(",
        "](",
        "\\",
        ">",
        "> ",
        "- ",
        ":a[",
        "# {",
        "> a {b}\n",
        "1. a\n",
    ];
    let read = |text: &str| assert!(!outline::parse(text).pages.is_empty());
    parts.iter().for_each(|part| read(&part.repeat((1 << 19) / part.len())));
    read(&("![](a)\n".repeat(1 << 15) + &"*a*\n\n".repeat(1 << 16)));
    read(&format!("# {}}}\n> {0}}}", "{".repeat(1 << 18)));
    read(&format!("![{}](a)", "\\](".repeat(1 << 17)));
}

#[test]
fn a_body_is_read_as_if_under_its_heading() {
    let body = |text: &str, titled: bool| outline::parse_body(text, titled);
    assert_eq!(body("", true), [outline::OutlinePage::default()]);
    assert_eq!(body("> q {quote}", false)[0].layout, Some(Layout::Quote));
    assert_eq!(body("> q {quote}", true)[0].blocks, [text(Role::Quote, "q \\{quote}")]);
    let pages = body("un\n# B {list}\n- deux\n\n> trois", true);
    assert_eq!(pages.len(), 3);
    assert_eq!((pages[1].title.as_deref(), pages[1].layout), (Some("B"), Some(Layout::List)));
}

/// What an outline says, where it says it apart.
fn meaning(outline: Outline) -> Outline {
    Outline { findings: Vec::new(), ..outline }
}

fn check_round_trip(text: &str) -> Result<(), TestCaseError> {
    let once = printed(text);
    prop_assert_eq!(meaning(outline::parse(&once)), meaning(outline::parse(text)), "{}", once);
    prop_assert_eq!(&printed(&once), &once);
    for word in text.split(|letter: char| !letter.is_alphanumeric()) {
        prop_assert!(once.contains(word), "{} is lost in {}", word, once);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn an_outline_survives_being_written(text in outline_text()) {
        check_round_trip(&text)?;
    }

    #[test]
    fn any_text_survives_being_written(text in any::<String>()) {
        check_round_trip(&text)?;
    }

    #[test]
    fn any_line_of_punctuation_survives_being_written(text in "[-#>*`~!:\\[\\](){}|<\\\\ \n\ta1=,.]{0,40}") {
        check_round_trip(&text)?;
    }

    #[test]
    fn inline_marks_survive_being_written(text in "([*=~`]{1,3}|[ab \\\\\n]|\\[a\\]\\(b\\)){0,30}") {
        check_round_trip(&text)?;
    }

    #[test]
    fn spans_keep_every_letter_between_all_marks(text in "[*=~a\\[\\]() b]{0,20}") {
        let shown: String = outline::spans(&text).into_iter().map(|span| span.text + &span.link.unwrap_or_default()).collect();
        let letters = |text: &str| text.chars().filter(|letter| letter.is_ascii_alphabetic()).count();
        prop_assert_eq!(letters(&shown), letters(&text));
    }

    #[test]
    fn spans_keep_every_letter(text in "[*a \\\\b\n]{0,20}") {
        let shown: String = outline::spans(&text).into_iter().map(|span| span.text).collect();
        let letters = |text: &str| text.replace(['*', '\\'], "");
        prop_assert_eq!(letters(&shown), letters(&text));
    }
}
