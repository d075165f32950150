use planche_library::{Library, LibraryError};
use planche_model::{Edit, FormatId, History, Layout, PageId, Patch};
use proptest::prelude::*;
use tempfile::tempdir;

use crate::{
    sample::{DOCUMENT, LATER, page_id},
    session::Session,
};

#[test]
fn a_new_document_has_nothing_to_undo() {
    let session = Session::new();
    assert!(!session.history.can_undo() && !session.history.can_redo());
}

#[test]
fn undo_and_redo_survive_a_restart() {
    let mut session = Session::new();
    for text in ["un", "deux", "trois"] {
        session.type_text(text, 5000);
    }
    session.undo();
    let mut session = session.restart();
    session.redo();
    assert_eq!(session.text(), "trois");
    for expected in ["deux", "un", "Oui, vos bols vont au **four**."] {
        session.undo();
        assert_eq!(session.text(), expected);
    }
    assert!(!session.history.can_undo());
}

#[test]
fn typing_grows_one_step() {
    let mut session = Session::new();
    for text in ["t", "tr", "tro"] {
        session.type_text(text, 100);
    }
    assert_eq!(session.history.cursor(), 1);
    session.undo();
    assert_eq!(session.text(), "Oui, vos bols vont au **four**.");
}

#[test]
fn typing_back_to_the_start_forgets_the_step() {
    let mut session = Session::new();
    session.type_text("Oui", 5000);
    session.type_text("Oui, vos bols vont au **four**.", 100);
    assert_eq!(session.history.cursor(), 0);
    assert!(!session.restart().history.can_undo());
}

#[test]
fn what_was_undone_is_gone_when_something_else_is_done() {
    let mut session = Session::new();
    for text in ["un", "deux", "trois"] {
        session.type_text(text, 5000);
    }
    session.undo();
    session.undo();
    session.type_text("autre", 5000);
    let session = session.restart();
    assert_eq!((session.history.cursor(), session.history.can_redo()), (2, false));
}

#[test]
fn the_oldest_steps_are_forgotten() {
    let mut session = Session::new();
    let typed: Vec<(Patch, History)> =
        (0..510).map(|at| (session.record_text(&at.to_string(), 5000), session.history.clone())).collect();
    let all = session.library.transact(|transaction| {
        for (patch, history) in &typed {
            transaction.documents_mut().apply_patch(DOCUMENT, patch, LATER)?;
            transaction.histories_mut().keep_change(DOCUMENT, history)?;
        }
        Ok(())
    });
    all.unwrap();
    let mut session = session.restart();
    assert_eq!((session.history.oldest(), session.history.cursor()), (10, 510));
    session.undo();
    assert_eq!(session.text(), "508");
}

#[test]
fn steps_after_a_missing_one_are_the_only_ones_left() {
    let mut session = Session::new();
    for text in ["un", "deux", "trois", "quatre"] {
        session.type_text(text, 5000);
    }
    let Session { folder, library, .. } = session;
    drop(library);
    let connection = rusqlite::Connection::open(folder.path().join("library.db")).unwrap();
    connection.execute("DELETE FROM steps WHERE number = 1", []).unwrap();
    drop(connection);
    let history = Library::open(folder.path()).unwrap().histories().load(DOCUMENT).unwrap();
    assert_eq!((history.oldest(), history.cursor(), history.step(1)), (2, 4, None));
}

#[test]
fn a_history_needs_its_document() {
    let folder = tempdir().unwrap();
    let library = Library::open(folder.path()).unwrap();
    assert!(matches!(library.histories().load(DOCUMENT), Err(LibraryError::NoSuchDocument(DOCUMENT))));
}

/// What a person may do next. Pages are taken in turn, so that any number names one.
#[derive(Clone, Debug)]
enum Deed {
    Edit(usize, fn(PageId, String) -> Edit, String),
    Undo,
    Redo,
    Restart,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let makes: Vec<fn(PageId, String) -> Edit> = vec![
        |_, title| Edit::Rename { title },
        |page, text| Edit::WriteTitle { page, text },
        |page, text| Edit::WriteBody { page, text },
        |page, _| Edit::InsertPage { after: Some(page) },
        |_, _| Edit::InsertPage { after: None },
        |page, _| Edit::DuplicatePage { page },
        |page, _| Edit::RemovePage { page },
        |page, _| Edit::MovePage { page, after: None },
        |page, _| Edit::SetLayout { page, layout: Some(Layout::Quote) },
        |page, alt| Edit::DescribePicture { page, alt },
        |page, _| Edit::FocusPicture { page, x: 0.1 + 0.2, y: 1.0 / 3.0 },
        |page, _| Edit::RemovePicture { page },
        |_, _| Edit::SetFormats { formats: vec![FormatId::from("ig_story")], master: FormatId::from("ig_story") },
    ];
    let text = "[a-zé°🏺*\\\\\"' \n-]{0,30}";
    let edit = (0..20_usize, prop::sample::select(makes), text).prop_map(|(at, make, text)| Deed::Edit(at, make, text));
    let deed = prop_oneof![12 => edit, 4 => Just(Deed::Undo), 2 => Just(Deed::Redo), 1 => Just(Deed::Restart)];
    prop::collection::vec(deed, 1..30)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_rows_are_the_document_whatever_is_done(deeds in deeds()) {
        let mut session = Session::new();
        for deed in deeds {
            match deed {
                Deed::Edit(at, make, text) => {
                    let pages = session.document.pages();
                    let page = pages.get(at % pages.len().max(1)).map_or(page_id(0), |page| page.id);
                    session.edit(make(page, text));
                }
                Deed::Undo => session.undo(),
                Deed::Redo => session.redo(),
                Deed::Restart => session = session.restart(),
            }
            session.check();
        }
    }
}
