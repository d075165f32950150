//! Edits: what each one does, what it leaves alone, and that any sequence of them can be undone.

use planche_model::{
    Content, Document, Edit, EditError, FormatId, Ids, Layout, NodeId, PageId, Patch,
    document::{Change, Focus},
    outline,
};
use proptest::prelude::*;
use uuid::Uuid;

use crate::samples::{SAMPLE, build, counting, outline_text};

/// A document and what its edits need.
struct Desk {
    document: Document,
    ids: Box<dyn Ids>,
}

impl Desk {
    fn new(text: &str) -> Self {
        let mut ids: Box<dyn Ids> = Box::new(counting());
        Self { document: build(text, ids.as_mut()), ids }
    }

    fn page(&self, number: usize) -> PageId {
        self.document.pages()[number - 1].id
    }

    /// Does an edit, and checks what must hold of every edit.
    fn edit(&mut self, edit: Edit) -> Result<Patch, EditError> {
        let before = self.document.clone();
        let outcome = self.document.apply(edit, self.ids.as_mut());
        self.document.validate().expect("an edit leaves a sound document");
        match &outcome {
            Ok(patch) => check_patch(&before, &self.document, patch),
            Err(_) => assert_eq!(self.document, before),
        }
        outcome
    }

    /// Does an edit and checks the outline that comes of it.
    fn check(&mut self, edit: Edit, expected: &str) {
        self.edit(edit).expect("the edit can be done");
        assert_eq!(outline::print(&self.document), expected);
    }

    fn contents(&self, page: PageId) -> Vec<(NodeId, Content)> {
        self.document.nodes(page).into_iter().map(|node| (node.id, node.content.clone())).collect()
    }
}

fn check_patch(before: &Document, after: &Document, patch: &Patch) {
    assert_eq!(patch.inverted().inverted(), *patch);
    assert_eq!(patch.is_empty(), before == after);
    let mut document = after.clone();
    document.apply_patch(&patch.inverted());
    assert_eq!(document, *before);
    document.apply_patch(patch);
    assert_eq!(document, *after);
}

fn title(page: PageId, text: &str) -> Edit {
    Edit::WriteTitle { page, text: text.to_owned() }
}

fn body(page: PageId, text: &str) -> Edit {
    Edit::WriteBody { page, text: text.to_owned() }
}

#[test]
fn the_wire_is_the_contract() {
    let page = PageId(Uuid::nil());
    let check = |edit: Edit, json: &str| {
        let json = json.replace("PAGE", &page.to_string());
        assert_eq!(serde_json::to_string(&edit).expect("an edit is JSON"), json);
        assert_eq!(serde_json::from_str::<Edit>(&json).expect("the JSON is an edit"), edit);
    };
    check(Edit::Rename { title: "T".into() }, r#"{"kind":"rename","title":"T"}"#);
    check(body(page, "B"), r#"{"kind":"writeBody","page":"PAGE","text":"B"}"#);
    check(Edit::InsertPage { after: None }, r#"{"kind":"insertPage","after":null}"#);
    check(
        Edit::SetLayout { page, layout: Some(Layout::Call) },
        r#"{"kind":"setLayout","page":"PAGE","layout":"call"}"#,
    );
    check(Edit::FocusPicture { page, x: 0.5, y: 1.0 }, r#"{"kind":"focusPicture","page":"PAGE","x":0.5,"y":1.0}"#);
    check(
        Edit::SetFormats { formats: vec!["x".into()], master: "x".into() },
        r#"{"kind":"setFormats","formats":["x"],"master":"x"}"#,
    );
    check(Edit::SetTemplate { template: None }, r#"{"kind":"setTemplate","template":null}"#);
}

#[test]
fn rename_keeps_one_line_and_never_loses_the_name() {
    let mut desk = Desk::new("---\ntitle: A\n---\n");
    desk.check(Edit::Rename { title: " B\nC ".into() }, "---\ntitle: B C\n---\n");
    assert!(desk.edit(Edit::Rename { title: "  ".into() }).expect("a blank name is let pass").is_empty());
}

#[test]
fn a_title_is_one_line_and_may_pick_the_layout() {
    let mut desk = Desk::new("# A\nTexte\n");
    let page = desk.page(1);
    let patch = desk.edit(title(page, "Ab")).expect("the page is there");
    assert!(matches!(patch.changes.as_slice(), [Change::Node { before: Some(_), after: Some(_), .. }]));
    desk.check(title(page, "B\nC {list}"), "# B C {list}\nTexte\n");
    desk.check(title(page, "B"), "# B {list}\nTexte\n");
    desk.check(title(page, "  "), "# {list}\nTexte\n");
    desk.check(Edit::SetLayout { page, layout: None }, "Texte\n");
    desk.check(title(page, "# D"), "# # D\nTexte\n");
}

#[test]
fn typing_a_letter_in_a_body_changes_one_row() {
    let mut desk = Desk::new("# A\nIntro\n\n- un\n- deux\n- trois\n![](p.jpg)\n");
    let page = desk.page(1);
    let before = desk.contents(page);
    let patch = desk.edit(body(page, "Intro\n\n- un\n- deuxx\n- trois")).expect("the page is there");
    assert_eq!(patch.changes.len(), 1);
    let patch = desk.edit(body(page, "Intro\n\n- un\n- entre\n- deuxx\n- trois")).expect("the page is there");
    assert!(matches!(patch.changes.as_slice(), [Change::Node { before: None, .. }]));
    let patch = desk.edit(body(page, "Intro\n\n- entre\n- deuxx\n- trois")).expect("the page is there");
    assert!(matches!(patch.changes.as_slice(), [Change::Node { after: None, .. }]));
    let kept = desk.contents(page).into_iter().filter(|(id, _)| before.iter().any(|(old, _)| old == id)).count();
    assert_eq!(kept, 5);
}

#[test]
fn writing_a_body_keeps_the_picture_unless_it_brings_its_own() {
    let mut desk = Desk::new("# A\nUn\n![b](b.jpg)\n\nDeux\n![c](c.jpg)\n");
    let page = desk.page(1);
    desk.check(body(page, "Un\n\nDeux\n\nTrois"), "# A\nUn\n![b](b.jpg)\n\nDeux\n\nTrois\n![c](c.jpg)\n");
    desk.check(body(page, ""), "# A\n![b](b.jpg)\n![c](c.jpg)\n");
    desk.check(body(page, "> q\n> — moi"), "# A\n> q\n> — moi\n![b](b.jpg)\n![c](c.jpg)\n");
    desk.check(body(page, "![d](d.jpg)\n\nTexte"), "# A\n![d](d.jpg)\n\nTexte\n");
    desk.check(body(page, "> q\n> — moi"), "# A\n![d](d.jpg)\n\n> q\n> — moi\n");
}

#[test]
fn a_picture_never_comes_between_a_quote_and_its_author() {
    let mut desk = Desk::new("# A\n*k*\n![b](b.jpg)\n\nTexte\n");
    let page = desk.page(1);
    desk.check(body(page, "> q\n> — moi"), "# A\n> q\n> — moi\n![b](b.jpg)\n");
}

#[test]
fn a_heading_in_a_body_opens_a_page_after_this_one() {
    let mut desk = Desk::new("# A\n\n# Z\n");
    let page = desk.page(1);
    desk.check(body(page, "un\n# B {list}\n- deux\n# C"), "# A\nun\n\n# B {list}\n- deux\n\n# C\n\n# Z\n");
}

#[test]
fn a_whole_outline_fills_an_empty_document() {
    let mut desk = Desk::new("#\n");
    let page = desk.page(1);
    desk.check(body(page, SAMPLE), SAMPLE);
    assert_eq!(desk.page(1), page);
}

#[test]
fn the_first_heading_fills_an_empty_page() {
    let mut desk = Desk::new("# A\n\n#\n![](p.jpg)\n");
    let page = desk.page(2);
    desk.check(body(page, "# B {call}\nun\n# C"), "# A\n\n# B {call}\nun\n![](p.jpg)\n\n# C\n");
    assert_eq!(desk.page(2), page);
}

#[test]
fn pages_come_go_and_move() {
    let mut desk = Desk::new("# A\n\n# B\n");
    let (a, b) = (desk.page(1), desk.page(2));
    desk.check(Edit::InsertPage { after: None }, "#\n\n# A\n\n# B\n");
    let new = desk.page(1);
    desk.check(Edit::MovePage { page: new, after: Some(a) }, "# A\n\n#\n\n# B\n");
    desk.check(Edit::MovePage { page: b, after: None }, "# B\n\n# A\n\n#\n");
    for after in [Some(b), Some(a)] {
        assert!(desk.edit(Edit::MovePage { page: a, after }).expect("both pages are there").is_empty());
    }
    desk.check(Edit::RemovePage { page: new }, "# B\n\n# A\n");
    desk.check(Edit::DuplicatePage { page: b }, "# B\n\n# B\n\n# A\n");
    desk.check(title(desk.page(2), "C"), "# B\n\n# C\n\n# A\n");
    assert_eq!(desk.edit(Edit::RemovePage { page: new }), Err(EditError::UnknownPage(new)));
    assert_eq!(desk.edit(Edit::InsertPage { after: Some(new) }), Err(EditError::UnknownPage(new)));
}

#[test]
fn a_page_of_a_quote_alone_needs_a_heading_mark_only_where_it_would_be_taken_for_another() {
    let mut desk = Desk::new("# A\nun\n\n> q {quote}\n");
    let (a, quote) = (desk.page(1), desk.page(2));
    desk.check(body(a, ""), "# A\n\n# {quote}\n> q\n");
    desk.check(Edit::MovePage { page: quote, after: None }, "> q {quote}\n\n# A\n");
}

#[test]
fn a_page_has_a_picture_that_can_be_changed() {
    let mut desk = Desk::new("# A\nun\n");
    let page = desk.page(1);
    let set = |source: &str, alt: Option<&str>| Edit::SetPicture {
        page,
        source: source.to_owned(),
        alt: alt.map(str::to_owned),
    };
    assert_eq!(desk.edit(Edit::RemovePicture { page }), Err(EditError::PictureMissing(page)));
    desk.check(set("asset:1", None), "# A\nun\n![](asset:1)\n");
    desk.check(
        Edit::DescribePicture { page, alt: " deux\nbols ](x) ".into() },
        "# A\nun\n![deux bols \\](x)](asset:1)\n",
    );
    desk.check(
        Edit::FocusPicture { page, x: 0.12345, y: 1.0 },
        "# A\nun\n![deux bols \\](x)](asset:1) {focus=12.3,100}\n",
    );
    desk.check(set("asset:1", None), "# A\nun\n![deux bols \\](x)](asset:1) {focus=12.3,100}\n");
    desk.check(set("asset:2", None), "# A\nun\n![](asset:2)\n");
    desk.check(set("asset:2", Some("un bol")), "# A\nun\n![un bol](asset:2)\n");
    assert_eq!(desk.edit(set("a)b", None)), Err(EditError::BadSource("a)b".into())));
    for (x, y) in [(-0.1, 0.0), (0.0, 1.1), (f64::INFINITY, 0.0)] {
        assert_eq!(desk.edit(Edit::FocusPicture { page, x, y }), Err(EditError::BadFocus { x, y }));
    }
    assert!(desk.edit(Edit::FocusPicture { page, x: f64::NAN, y: 0.0 }).is_err());
    desk.check(Edit::RemovePicture { page }, "# A\nun\n");
}

#[test]
fn a_document_goes_out_in_formats_and_follows_one_of_them() {
    let mut desk = Desk::new("");
    let mut set = |formats: &[&str], master: &str| {
        let formats = formats.iter().map(|id| FormatId::from(*id)).collect();
        desk.edit(Edit::SetFormats { formats, master: master.into() }).map(|patch| patch.changes.len())
    };
    assert_eq!(set(&["a", "b"], "b"), Ok(1));
    assert_eq!(set(&["a", "b"], "b"), Ok(0));
    assert_eq!(set(&[], "b"), Err(EditError::NoFormats));
    assert_eq!(set(&["a", "a"], "a"), Err(EditError::RepeatedFormat("a".into())));
    assert_eq!(set(&["a"], "b"), Err(EditError::UnknownFormat("b".into())));
}

#[test]
fn a_document_is_set_in_a_family_or_in_the_charter_s() {
    let mut desk = Desk::new("---\ntitle: A\nauthor: moi\n---\n");
    let set = |name: Option<&str>| Edit::SetTemplate { template: name.map(str::to_owned) };
    desk.check(set(Some(" affiche ")), "---\ntitle: A\ntemplate: affiche\nauthor: moi\n---\n");
    desk.check(set(Some("revue")), "---\ntitle: A\ntemplate: revue\nauthor: moi\n---\n");
    desk.check(set(Some(" ")), "---\ntitle: A\nauthor: moi\n---\n");
    assert!(desk.edit(set(None)).expect("nothing is a family too").is_empty());
}

#[test]
fn an_edit_that_cannot_be_done_changes_nothing() {
    let mut desk = Desk::new(SAMPLE);
    let stranger = PageId(Uuid::nil());
    for edit in [
        title(stranger, "a"),
        body(stranger, "a"),
        Edit::DuplicatePage { page: stranger },
        Edit::MovePage { page: stranger, after: None },
        Edit::MovePage { page: desk.page(1), after: Some(stranger) },
        Edit::SetLayout { page: stranger, layout: None },
        Edit::SetPicture { page: stranger, source: "a".into(), alt: None },
        Edit::DescribePicture { page: stranger, alt: String::new() },
    ] {
        assert_eq!(desk.edit(edit), Err(EditError::UnknownPage(stranger)));
    }
}

/// An intent before it is known which pages there are: `page` and `other` count from the first and go round.
#[derive(Clone, Debug)]
struct Intent {
    page: usize,
    other: Option<usize>,
    what: What,
}

#[derive(Clone, Debug)]
enum What {
    Rename(String),
    Title(String),
    Body(String),
    Retype,
    Insert,
    Duplicate,
    Remove,
    Move,
    Layout(Option<Layout>),
    Picture(String),
    Describe(String),
    Focus(f64, f64),
    RemovePicture,
}

fn intent() -> impl Strategy<Value = Intent> {
    let words = || {
        prop::sample::select(vec!["", "Un bol", "12 {cover}", "a {call} {list}", "> x", "# y", "](z)", "\\", "a\nb"])
    };
    let layout = prop::option::of(prop::sample::select(Layout::ALL.to_vec()));
    let what = prop_oneof![
        1 => words().prop_map(|text| What::Rename(text.into())),
        3 => words().prop_map(|text| What::Title(text.into())),
        6 => outline_text().prop_map(What::Body),
        2 => Just(What::Retype),
        2 => Just(What::Insert),
        1 => Just(What::Duplicate),
        2 => Just(What::Remove),
        3 => Just(What::Move),
        2 => layout.prop_map(What::Layout),
        2 => words().prop_map(|text| What::Picture(text.into())),
        1 => words().prop_map(|text| What::Describe(text.into())),
        1 => (-0.1..1.1, -0.1..1.1).prop_map(|(x, y)| What::Focus(x, y)),
        1 => Just(What::RemovePicture),
    ];
    (0_usize..8, prop::option::of(0_usize..8), what).prop_map(|(page, other, what)| Intent { page, other, what })
}

fn edit(document: &Document, intent: Intent) -> Edit {
    let pages = document.pages();
    let at = |number: usize| pages.get(number % pages.len().max(1)).map_or(PageId(Uuid::nil()), |page| page.id);
    let (page, after) = (at(intent.page), intent.other.filter(|_| !pages.is_empty()).map(at));
    match intent.what {
        What::Rename(title) => Edit::Rename { title },
        What::Title(text) => Edit::WriteTitle { page, text },
        What::Body(text) => Edit::WriteBody { page, text },
        What::Retype => Edit::WriteBody { page, text: outline::print_page_body(document, page) + "x" },
        What::Insert => Edit::InsertPage { after },
        What::Duplicate => Edit::DuplicatePage { page },
        What::Remove => Edit::RemovePage { page },
        What::Move => Edit::MovePage { page, after },
        What::Layout(layout) => Edit::SetLayout { page, layout },
        What::Picture(source) => Edit::SetPicture { page, source, alt: None },
        What::Describe(alt) => Edit::DescribePicture { page, alt },
        What::Focus(x, y) => Edit::FocusPicture { page, x, y },
        What::RemovePicture => Edit::RemovePicture { page },
    }
}

/// What a document says, without its ids and places.
fn said(document: &Document) -> Vec<(Option<Layout>, Vec<Content>)> {
    let contents = |page| document.nodes(page).into_iter().map(|node| node.content.clone()).collect();
    document.pages().into_iter().map(|page| (page.layout, contents(page.id))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_edits_leave_a_sound_document_that_its_outline_says_whole(
        start in outline_text(),
        intents in prop::collection::vec(intent(), 0..16),
    ) {
        let mut desk = Desk::new(&start);
        let beginning = desk.document.clone();
        let mut patches = Vec::new();
        for intent in intents {
            let edit = edit(&desk.document, intent);
            patches.extend(desk.edit(edit));
            let printed = outline::print(&desk.document);
            prop_assert_eq!(said(&build(&printed, &mut counting())), said(&desk.document), "{}", printed);
        }
        let end = desk.document.clone();
        for patch in patches.iter().rev() {
            desk.document.apply_patch(&patch.inverted());
        }
        prop_assert_eq!(&desk.document, &beginning);
        let all = patches.into_iter().fold(Patch::default(), Patch::then);
        desk.document.apply_patch(&all);
        prop_assert_eq!(&desk.document, &end);
    }

    #[test]
    fn writing_a_body_back_changes_nothing(start in outline_text()) {
        let mut desk = Desk::new(&start);
        for page in desk.document.pages().into_iter().map(|page| page.id).collect::<Vec<_>>() {
            let text = outline::print_page_body(&desk.document, page);
            let patch = desk.edit(body(page, &text)).expect("the page is there");
            prop_assert!(patch.is_empty(), "{} gives {:?}", text, patch);
        }
    }

    #[test]
    fn a_focus_is_kept_to_the_thousandth(x in 0.0..=1.0, y in 0.0..=1.0) {
        let focus = Focus::new(x, y).expect("the point is inside");
        prop_assert!((focus.x - x).abs() <= 0.0005 && (focus.y - y).abs() <= 0.0005);
        prop_assert_eq!(Focus::new(focus.x, focus.y), Some(focus));
    }
}
