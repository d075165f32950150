//! What a document says of itself: its layouts, its words, its findings, and what would make it unsound.

use planche_model::{
    Content, Document, FormatId, Formats, Layout, Node, NodeId, PageId,
    document::{Focus, Kind, Order, Properties, Role, Violation},
};
use uuid::Uuid;

use crate::samples::{SAMPLE, build, counting};

const FORMATS: &str = r#"{"formats":[
    {"id":"ig_carousel_4_5","platform":"instagram","name":{},"short":{},"width":1080,"height":1350,"aspect":"4:5",
     "max_pages":2,"verified":"2026-11-21"},
    {"id":"ig_story","platform":"instagram","name":{},"short":{},"width":1080,"height":1920,"aspect":"9:16",
     "verified":"2026-11-21"}
]}"#;

#[test]
fn a_page_is_arranged_as_its_place_and_text_suggest() {
    let check = |page: &str, expected: Layout| {
        let document = build(&format!("# A\n\n{page}\n"), &mut counting());
        assert_eq!(document.layout(document.pages()[1].id), expected, "{page}");
    };
    check("# 3 gestes\n- un", Layout::List);
    check("# 3 gestes\n> un", Layout::Quote);
    check("# **+ 12 %**\nun", Layout::Number);
    check("# 12 bols\n[a](b)", Layout::Number);
    check("# Venez\n[a](b)", Layout::Call);
    check("# Venez\n[a](b)\n# Z", Layout::Point);
    check("# Douze\nun", Layout::Point);
    check("# 12 {call}", Layout::Call);
    let one = build("# 12\n- un\n", &mut counting());
    assert_eq!(one.layout(one.pages()[0].id), Layout::Cover);
}

#[test]
fn words_are_those_a_page_shows() {
    let check = |text: &str, expected: usize| {
        let document = build(text, &mut counting());
        let words: usize = document.pages().iter().map(|page| document.words(page.id)).sum();
        assert_eq!(words, expected, "{text}");
    };
    check("# Quatre **gestes**\n- un : deux\n- l'eau\n", 5);
    check("*Grès*\n![alt text](b.jpg)\n[a b](c)\n\n:poll[un]{deux}\n\n## trois\n", 3);
    check("# 1280 °C\n> q\n> — moi\n", 4);
    check("#\n", 0);
}

#[test]
fn findings_say_what_is_worth_a_look() {
    let formats = Formats::parse(FORMATS).expect("the formats are JSON");
    let document = build("![](a.jpg)\n#\n# B\n![b](b.jpg)\n:poll[c]\n\n| d |\n| e |\n", &mut counting());
    let findings = document.findings(&formats);
    let found: Vec<_> = findings.iter().map(|finding| (finding.code.as_str(), finding.place.number)).collect();
    let expected = [
        ("alt-missing", Some(1)),
        ("page-empty", Some(2)),
        ("sticker-reserved", Some(3)),
        ("outline-unknown", Some(3)),
        ("too-many-pages", None),
    ];
    assert_eq!(found, expected);
    assert_eq!(findings[2].parameters["sticker"], "poll");
    assert_eq!(findings[3].parameters["text"], "| d |");
    assert_eq!(findings[4].place.format, Some(FormatId::from("ig_carousel_4_5")));
    assert_eq!((&*findings[4].parameters["max"], &*findings[4].parameters["count"]), ("2", "3"));
    assert!(build("# A\nun\n", &mut counting()).findings(&formats).is_empty());
}

#[test]
fn a_new_document_goes_out_in_its_master() {
    let formats = |ids: &[&str]| -> Vec<FormatId> { ids.iter().map(|id| FormatId::from(*id)).collect() };
    let model = build("", &mut counting());
    let new = |given: &[&str]| {
        let brand = model.properties().brand;
        Document::new(model.id(), brand, "A".into(), "m".into(), formats(given)).properties().clone()
    };
    assert_eq!(new(&[]).formats, formats(&["m"]));
    assert_eq!(new(&["a", "m", "a"]).formats, formats(&["a", "m"]));
    assert_eq!((new(&[]).kind, new(&[]).title), (Kind::Carousel, "A".to_owned()));
}

/// Changes the rows of the sample, and checks what is found to be wrong.
fn check_violation(spoil: impl FnOnce(&mut Properties, &mut Vec<planche_model::Page>, &mut Vec<Node>), expected: &str) {
    let sample = build(SAMPLE, &mut counting());
    let mut properties = sample.properties().clone();
    let mut pages: Vec<_> = sample.pages().into_iter().cloned().collect();
    let mut nodes: Vec<_> = pages.iter().flat_map(|page| sample.nodes(page.id)).cloned().collect();
    spoil(&mut properties, &mut pages, &mut nodes);
    let spoilt = Document::from_rows(sample.id(), properties, pages, nodes);
    let violation: Violation = spoilt.validate().expect_err(expected);
    assert!(format!("{violation:?}").starts_with(expected), "{violation:?} is not {expected}");
}

#[test]
fn every_violation_is_found() {
    let find =
        |nodes: &[Node], role: Role| nodes.iter().position(|node| node.text(role).is_some()).expect("it is there");
    check_violation(|properties, _, _| properties.formats.clear(), "NoFormats");
    check_violation(|properties, _, _| properties.formats.push("ig_story".into()), "RepeatedFormat");
    check_violation(|properties, _, _| properties.master = "x".into(), "MasterNotAmongFormats");
    check_violation(|_, pages, _| pages[1].order = pages[0].order.clone(), "SharedPagePlace");
    check_violation(|_, _, nodes| nodes[1].order = nodes[0].order.clone(), "SharedNodePlace");
    check_violation(|_, _, nodes| nodes[0].page = PageId(Uuid::nil()), "Stray");
    check_violation(|_, _, nodes| nodes[0].order = Order::between(Some(&nodes[2].order), None), "TitleNotFirst");
    check_violation(
        |_, _, nodes| {
            let (quote, author) = (find(nodes, Role::Quote), find(nodes, Role::Attribution));
            nodes[quote].order = Order::between(Some(&nodes[author].order), None);
        },
        "AttributionWithoutQuote",
    );
    check_violation(
        |_, _, nodes| {
            let (item, page) = (find(nodes, Role::Item), nodes[find(nodes, Role::Quote)].page);
            let first = nodes[find(nodes, Role::Quote)].order.clone();
            nodes[item] = Node { page, order: Order::between(None, Some(&first)), ..nodes[item].clone() };
        },
        "NotAtHead",
    );
    for text in ["", " a", "a\nb"] {
        check_violation(
            |_, _, nodes| nodes[0].content = Content::Text { role: Role::Title, text: text.into() },
            "BadText",
        );
    }
    for x in [-0.1, 1.1, 0.12345, f64::NAN] {
        check_violation(
            |_, _, nodes| {
                let focus = Focus { x, y: 0.0 };
                nodes[2].content = Content::Picture { source: "a".into(), alt: String::new(), focus };
            },
            "BadFocus",
        );
    }
}

#[test]
fn a_node_is_found_by_its_id() {
    let document = build(SAMPLE, &mut counting());
    let title = document.title(document.pages()[0].id).expect("the first page has a title");
    assert_eq!(document.node(title.id), Some(title));
    assert_eq!(document.node(NodeId(Uuid::nil())), None);
}
