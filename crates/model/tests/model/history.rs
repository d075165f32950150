//! The history: steps that can be undone and done again, and what there is to write down of them.

use planche_model::{
    Document, Edit, History, Ids, PageId, Patch,
    document::{Gesture, HistoryChange},
    outline,
};
use proptest::prelude::*;

use crate::samples::{SAMPLE, build, counting};

/// A document whose edits are taken down.
struct Desk {
    document: Document,
    history: History,
    ids: Box<dyn Ids>,
    page: PageId,
}

impl Desk {
    fn new() -> Self {
        let mut ids: Box<dyn Ids> = Box::new(counting());
        let document = build("# A\n\n# B\n", ids.as_mut());
        let page = document.pages()[0].id;
        Self { document, history: History::default(), ids, page }
    }

    fn edit(&mut self, edit: Edit, at_ms: i64) -> HistoryChange {
        let gesture = edit.gesture();
        let patch = self.document.apply(edit, self.ids.as_mut()).expect("the edit can be done");
        self.history.record(patch, gesture, at_ms)
    }

    fn type_title(&mut self, text: &str, at_ms: i64) -> HistoryChange {
        self.edit(Edit::WriteTitle { page: self.page, text: text.to_owned() }, at_ms)
    }

    fn drag(&mut self, x: f64, at_ms: i64) -> HistoryChange {
        self.edit(Edit::FocusPicture { page: self.page, x, y: 0.5 }, at_ms)
    }

    fn undo(&mut self) -> Option<Patch> {
        self.history.undo(&mut self.document)
    }

    fn redo(&mut self) -> Option<Patch> {
        self.history.redo(&mut self.document)
    }

    fn title(&self) -> String {
        outline::print(&self.document).lines().next().unwrap_or_default().to_owned()
    }
}

fn appended(step: u64) -> HistoryChange {
    HistoryChange::Appended { step, oldest: 0 }
}

#[test]
fn typing_without_a_pause_is_one_step() {
    let mut desk = Desk::new();
    assert_eq!(desk.type_title("Ab", 0), appended(0));
    assert_eq!(desk.type_title("Abc", 1000), HistoryChange::Replaced { step: 0 });
    assert_eq!(desk.type_title("Abcd", 2001), appended(1));
    desk.undo();
    assert_eq!(desk.title(), "# Abc");
    desk.undo();
    assert_eq!(desk.title(), "# A");
    assert!(!desk.history.can_undo() && desk.undo().is_none());
    assert_eq!(desk.redo().map(|patch| patch.pages()), Some(vec![desk.page]));
    assert_eq!(desk.title(), "# Abc");
}

#[test]
fn typing_elsewhere_or_after_an_undo_is_another_step() {
    let mut desk = Desk::new();
    desk.type_title("Ab", 0);
    let body = Edit::WriteBody { page: desk.page, text: "x".into() };
    assert_eq!(desk.edit(body, 1), appended(1));
    assert_eq!(desk.type_title("Abc", 2), appended(2));
    desk.undo();
    assert_eq!(desk.history.change(), HistoryChange::Moved);
    desk.redo();
    assert_eq!(desk.type_title("Abcd", 3), appended(3));
    let duplicate = || Edit::DuplicatePage { page: desk.page };
    let (first, second) = (duplicate(), duplicate());
    assert_eq!((desk.edit(first, 4), desk.edit(second, 5)), (appended(4), appended(5)));
}

#[test]
fn what_was_undone_is_gone_after_the_next_edit() {
    let mut desk = Desk::new();
    for (at, text) in ["B", "C", "D"].into_iter().enumerate() {
        desk.type_title(text, 2000 * i64::try_from(at).expect("there are three"));
    }
    desk.undo();
    desk.undo();
    assert!(desk.history.can_redo());
    assert_eq!(desk.type_title("E", 9000), appended(1));
    assert!(!desk.history.can_redo() && desk.redo().is_none());
    assert_eq!((desk.history.cursor(), desk.history.step(2)), (2, None));
    desk.undo();
    assert_eq!(desk.title(), "# B");
}

#[test]
fn a_step_that_comes_back_to_where_it_began_is_forgotten() {
    let mut desk = Desk::new();
    desk.type_title("Ab", 0);
    assert_eq!(desk.type_title("A", 1), HistoryChange::Truncated { end: 0 });
    assert_eq!(desk.type_title("A", 2), HistoryChange::Nothing);
    assert!(!desk.history.can_undo());
}

#[test]
fn a_gesture_is_one_step_however_long() {
    let mut desk = Desk::new();
    desk.edit(Edit::SetPicture { page: desk.page, source: "p.jpg".into(), alt: None }, 0);
    desk.history.begin_gesture();
    assert_eq!(desk.drag(0.1, 0), appended(1));
    assert_eq!(desk.drag(0.2, 60_000), HistoryChange::Replaced { step: 1 });
    assert_eq!(desk.drag(0.5, 60_001), HistoryChange::Truncated { end: 1 });
    assert_eq!(desk.drag(0.3, 60_002), appended(1));
    desk.history.end_gesture();
    assert_eq!(desk.drag(0.4, 60_003), appended(2));
    desk.undo();
    desk.undo();
    assert_eq!(outline::print(&desk.document), "# A\n![](p.jpg)\n\n# B\n");
}

#[test]
fn a_gesture_can_be_cancelled() {
    let mut desk = Desk::new();
    desk.edit(Edit::SetPicture { page: desk.page, source: "p.jpg".into(), alt: None }, 0);
    let before = desk.document.clone();
    desk.history.begin_gesture();
    assert_eq!(desk.history.cancel_gesture(&mut desk.document), None);
    desk.history.begin_gesture();
    desk.drag(0.1, 0);
    desk.drag(0.2, 1);
    assert!(desk.history.cancel_gesture(&mut desk.document).is_some());
    assert_eq!(desk.history.change(), HistoryChange::Truncated { end: 1 });
    assert_eq!(desk.document, before);
    assert!(desk.history.can_undo() && !desk.history.can_redo());
}

#[test]
fn old_steps_are_forgotten_and_the_others_keep_their_number() {
    let mut desk = Desk::new();
    for at in 0..500 {
        assert_eq!(desk.edit(Edit::InsertPage { after: None }, at), appended(u64::try_from(at).expect("it counts up")));
    }
    assert_eq!(desk.edit(Edit::InsertPage { after: None }, 500), HistoryChange::Appended { step: 500, oldest: 1 });
    assert_eq!((desk.history.step(0), desk.history.step(500).is_some()), (None, true));
    while desk.undo().is_some() {}
    assert_eq!((desk.history.cursor(), desk.document.pages().len()), (1, 3));
}

#[test]
fn a_history_survives_a_restart() {
    let mut desk = Desk::new();
    desk.type_title("B", 0);
    desk.edit(Edit::WriteBody { page: desk.page, text: SAMPLE.into() }, 5000);
    desk.undo();
    let json = serde_json::to_string(&desk.history).expect("a history is JSON");
    let mut again: History = serde_json::from_str(&json).expect("the JSON is a history");
    let steps = (0..2).filter_map(|number| desk.history.step(number).cloned());
    let mut from_rows = History::from_rows(0, 1, steps);
    for history in [&mut again, &mut from_rows] {
        let mut document = desk.document.clone();
        assert_eq!((history.can_undo(), history.can_redo()), (true, true));
        history.redo(&mut document).expect("there is a step to redo");
        history.undo(&mut document).expect("there is a step to undo");
        assert_eq!(document, desk.document);
        history.undo(&mut document).expect("there is a step to undo");
        assert_eq!(outline::print(&document), "# A\n\n# B\n");
    }
    assert_eq!(History::from_rows(3, 9, []).cursor(), 3);
}

#[derive(Clone, Debug)]
enum Act {
    Type { page: usize, text: String, pause_ms: i64 },
    Insert,
    Remove,
    Undo,
    Redo,
    Begin,
    End,
    Cancel,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        8 => (0_usize..3, "[ab]{0,2}", 0_i64..2000).prop_map(|(page, text, pause_ms)| Act::Type { page, text, pause_ms }),
        2 => Just(Act::Insert),
        1 => Just(Act::Remove),
        3 => Just(Act::Undo),
        2 => Just(Act::Redo),
        1 => Just(Act::Begin),
        1 => Just(Act::End),
        1 => Just(Act::Cancel),
    ]
}

/// What a library keeps that writes only what each change names.
#[derive(Default)]
struct Shelf {
    steps: Vec<(u64, planche_model::document::Step)>,
    oldest: u64,
}

impl Shelf {
    fn keep(&mut self, history: &History) {
        let step = |number| history.step(number).expect("the step is named because it is there").clone();
        match history.change() {
            HistoryChange::Nothing | HistoryChange::Moved => {}
            HistoryChange::Truncated { end } => self.steps.retain(|(number, _)| *number < end),
            HistoryChange::Replaced { step: number } => {
                self.steps.retain(|(other, _)| *other < number);
                self.steps.push((number, step(number)));
            }
            HistoryChange::Appended { step: number, oldest } => {
                self.oldest = oldest;
                self.steps.retain(|(other, _)| (oldest..number).contains(other));
                self.steps.push((number, step(number)));
            }
        }
    }
}

proptest! {
    #[test]
    fn any_history_can_be_undone_redone_and_kept_by_its_changes(acts in prop::collection::vec(act(), 0..60)) {
        let mut desk = Desk::new();
        let beginning = desk.document.clone();
        let mut shelf = Shelf::default();
        let mut now = 0;
        for act in acts {
            let pages: Vec<PageId> = desk.document.pages().iter().map(|page| page.id).collect();
            match act {
                Act::Type { page, text, pause_ms } if !pages.is_empty() => {
                    now += pause_ms;
                    desk.edit(Edit::WriteTitle { page: pages[page % pages.len()], text }, now);
                }
                Act::Insert => drop(desk.edit(Edit::InsertPage { after: None }, now)),
                Act::Remove if !pages.is_empty() => drop(desk.edit(Edit::RemovePage { page: pages[0] }, now)),
                Act::Undo if desk.undo().is_none() => continue,
                Act::Redo if desk.redo().is_none() => continue,
                Act::Begin => desk.history.begin_gesture(),
                Act::End => desk.history.end_gesture(),
                Act::Cancel => drop(desk.history.cancel_gesture(&mut desk.document)),
                Act::Type { .. } | Act::Remove | Act::Undo | Act::Redo => {}
            }
            desk.document.validate().expect("the document stays sound");
            shelf.keep(&desk.history);
        }
        let kept = History::from_rows(shelf.oldest, desk.history.cursor(), shelf.steps.into_iter().map(|(_, step)| step));
        prop_assert_eq!(serde_json::to_string(&kept).ok(), serde_json::to_string(&desk.history).ok());
        while desk.redo().is_some() {}
        let end = desk.document.clone();
        while desk.undo().is_some() {}
        prop_assert_eq!(&desk.document, &beginning);
        while desk.redo().is_some() {}
        prop_assert_eq!(&desk.document, &end);
    }

    #[test]
    fn merging_equals_not_merging(texts in prop::collection::vec("[ab]{0,3}", 1..12)) {
        let mut desk = Desk::new();
        let mut apart = (desk.document.clone(), History::default());
        for text in texts {
            let edit = Edit::WriteTitle { page: desk.page, text };
            let patch = desk.document.apply(edit, desk.ids.as_mut()).expect("the page is there");
            apart.0.apply_patch(&patch);
            apart.1.record(patch.clone(), None, 0);
            desk.history.record(patch, Some(Gesture::Title(desk.page)), 0);
        }
        prop_assert!(desk.history.cursor() <= 1);
        desk.undo();
        while apart.1.undo(&mut apart.0).is_some() {}
        prop_assert_eq!(&desk.document, &apart.0);
        desk.redo();
        while apart.1.redo(&mut apart.0).is_some() {}
        prop_assert_eq!(&desk.document, &apart.0);
    }
}
