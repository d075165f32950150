use std::path::Path;

use planche_model::{AssetId, DocumentId, PageId, Patch};

use super::{Open, Studio, lock};
use crate::wire::{DocumentDelta, EditDocument, OfDocument, Problem, SetPicture};

impl Studio {
    /// Does what a person meant. When it answers, it is on the disk.
    pub fn edit(&self, EditDocument { document, edit }: EditDocument) -> Result<DocumentDelta, Problem> {
        let gesture = edit.gesture();
        self.change(DocumentId(document), |open| {
            let patch = open.document.apply(edit, &mut || self.host.id())?;
            open.history.record(patch.clone(), gesture, self.host.now());
            Ok(patch)
        })
    }

    /// Puts a photograph of the library on a page, with its words and the point to keep in view; a file comes into the
    /// library first.
    #[expect(clippy::needless_pass_by_value, reason = "every command takes its input whole")]
    pub fn set_picture(&self, wanted: SetPicture) -> Result<DocumentDelta, Problem> {
        let document = DocumentId(wanted.document);
        let asset = match (wanted.asset, &wanted.path) {
            (Some(asset), _) => AssetId(asset),
            (None, Some(path)) => self.bring_in(self.brand_of(document)?, Path::new(path))?,
            (None, None) => return Err(Problem::new("badInput").with("detail", "neither a file nor an asset")),
        };
        self.show(document, &[PageId(wanted.page)], asset)
    }

    /// Undoes the last step, if there is one.
    pub fn undo(&self, of: OfDocument) -> Result<DocumentDelta, Problem> {
        self.change(DocumentId(of.document), |open| Ok(open.history.undo(&mut open.document).unwrap_or_default()))
    }

    /// Does the last undone step again, if there is one.
    pub fn redo(&self, of: OfDocument) -> Result<DocumentDelta, Problem> {
        self.change(DocumentId(of.document), |open| Ok(open.history.redo(&mut open.document).unwrap_or_default()))
    }

    /// The one way a document changes: in memory, on the disk, then for the window.
    pub(super) fn change(
        &self,
        id: DocumentId,
        change: impl FnOnce(&mut Open) -> Result<Patch, Problem>,
    ) -> Result<DocumentDelta, Problem> {
        let open = self.opened(id)?;
        let mut open = lock(&open);
        let before = open.pages();
        let patch = change(&mut open)?;
        if !patch.is_empty() {
            self.keep(&mut open, &patch).inspect_err(|_| self.forget(id))?;
        }
        open.look(&self.engine, &self.pictures);
        Ok(open.delta(&before, &patch, &self.engine.assets.formats))
    }

    fn keep(&self, open: &mut Open, patch: &Patch) -> Result<(), Problem> {
        let (id, now) = (open.document.id(), self.now());
        let history = &open.history;
        open.revision = self.transact(|transaction| {
            let revision = transaction.documents_mut().apply_patch(id, patch, now)?;
            transaction.histories_mut().keep_change(id, history)?;
            Ok(revision)
        })?;
        Ok(())
    }

    /// What is in memory is ahead of the disk: the next look reads it again.
    fn forget(&self, id: DocumentId) {
        lock(&self.documents).remove(&id);
    }
}
