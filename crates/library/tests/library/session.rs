use planche_library::{Change, Library};
use planche_model::{
    Document, Edit, History, Node, Patch,
    document::{self, Gesture, Role},
};
use tempfile::{TempDir, tempdir};
use uuid::Uuid;

use crate::sample::{self, DOCUMENT, LATER, node_id, page_id};

/// A document being worked on, and its library.
pub struct Session {
    pub folder: TempDir,
    pub library: Library,
    pub document: Document,
    pub history: History,
    clock: i64,
}

impl Session {
    pub fn new() -> Self {
        let folder = tempdir().unwrap();
        let mut library = Library::open(folder.path()).unwrap();
        let document = sample::fill(&mut library);
        let history = library.histories().load(DOCUMENT).unwrap();
        Self { folder, library, document, history, clock: 0 }
    }

    /// Types a text in the first node; within a second of the last, it is the same step.
    pub fn type_text(&mut self, text: &str, pause_ms: i64) {
        let patch = self.record_text(text, pause_ms);
        self.keep(&patch);
    }

    /// Makes an edit, a while after the last.
    pub fn edit(&mut self, edit: Edit) {
        let gesture = edit.gesture();
        // What the document cannot do changes nothing: the next edit will.
        let Ok(patch) = self.document.apply(edit, &mut Uuid::new_v4) else { return };
        self.clock += 400;
        self.history.record(patch.clone(), gesture, self.clock);
        self.keep(&patch);
    }

    /// Types a text that is not kept yet.
    pub fn record_text(&mut self, text: &str, pause_ms: i64) -> Patch {
        self.clock += pause_ms;
        let node = self.document.node(node_id(0)).unwrap().clone();
        let after = Node { content: sample::text(Role::Title, text), ..node.clone() };
        let patch =
            Patch { changes: vec![document::Change::Node { id: node.id, before: Some(node), after: Some(after) }] };
        self.document.apply_patch(&patch);
        self.history.record(patch.clone(), Some(Gesture::Title(page_id(0))), self.clock);
        patch
    }

    pub fn undo(&mut self) {
        if let Some(patch) = self.history.undo(&mut self.document) {
            self.keep(&patch);
        }
    }

    pub fn redo(&mut self) {
        if let Some(patch) = self.history.redo(&mut self.document) {
            self.keep(&patch);
        }
    }

    /// Writes what was just done, as one action.
    pub fn keep(&mut self, patch: &Patch) {
        let ((), changes) = self
            .library
            .transact(|transaction| {
                transaction.documents_mut().apply_patch(DOCUMENT, patch, LATER)?;
                transaction.histories_mut().keep_change(DOCUMENT, &self.history)
            })
            .unwrap();
        assert!(changes.contains(Change::Document(DOCUMENT)));
    }

    /// What is kept is what is in memory.
    pub fn check(&self) {
        let kept = self.library.histories().load(DOCUMENT).unwrap();
        assert_eq!((kept.oldest(), kept.cursor()), (self.history.oldest(), self.history.cursor()));
        let numbers = || self.history.oldest()..self.history.cursor() + 600;
        assert!(numbers().all(|number| kept.step(number) == self.history.step(number)));
        assert_eq!(self.library.documents().load(DOCUMENT).unwrap().document, self.document);
    }

    /// Closes the library and opens it again.
    pub fn restart(self) -> Self {
        self.check();
        let Self { folder, library, clock, .. } = self;
        drop(library);
        let library = Library::open(folder.path()).unwrap();
        let document = library.documents().load(DOCUMENT).unwrap().document;
        let history = library.histories().load(DOCUMENT).unwrap();
        let session = Self { folder, library, document, history, clock };
        session.check();
        session
    }

    pub fn text(&self) -> &str {
        self.document.node(node_id(0)).unwrap().text(Role::Title).unwrap()
    }
}
