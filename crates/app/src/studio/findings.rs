use planche_library::Waiver;
use planche_model::{DocumentId, Patch};

use super::{Studio, open::Open};
use crate::wire::{DocumentDelta, OfFinding, Problem, WaiveFinding};

impl Studio {
    /// Mends what a finding is about, as one step. Nothing happens when it is not so any more.
    pub fn fix_finding(&self, OfFinding { document, key }: OfFinding) -> Result<DocumentDelta, Problem> {
        let formats = &self.engine.assets.formats;
        self.change(DocumentId(document), |open| {
            let found = open.all_findings(formats).into_iter().find(|finding| finding.key() == key);
            let edit = found.and_then(|finding| open.document.edit_for(&finding.fix?));
            let Some(edit) = edit else { return Ok(Patch::default()) };
            let patch = open.document.apply(edit, &mut || self.host.id())?;
            open.history.record(patch.clone(), None, self.host.now());
            Ok(patch)
        })
    }

    /// Lets a finding be, with the reason: it speaks again when what it is about changes.
    pub fn waive_finding(
        &self,
        WaiveFinding { document, key, reason }: WaiveFinding,
    ) -> Result<DocumentDelta, Problem> {
        let reason = reason.trim().to_owned();
        if reason.is_empty() {
            return Err(Problem::new("emptyReason"));
        }
        let (id, now) = (DocumentId(document), self.now());
        let waiver = Waiver { finding: key, reason };
        self.transact(|transaction| transaction.documents_mut().waive(id, &waiver, now))?;
        self.with_waivers(id, |open| {
            open.waivers.retain(|known| known.finding != waiver.finding);
            open.waivers.push(waiver);
        })
    }

    /// Lets a finding speak again.
    pub fn unwaive_finding(&self, OfFinding { document, key }: OfFinding) -> Result<DocumentDelta, Problem> {
        let id = DocumentId(document);
        self.transact(|transaction| transaction.documents_mut().unwaive(id, &key))?;
        self.with_waivers(id, |open| open.waivers.retain(|known| known.finding != key))
    }

    fn with_waivers(&self, id: DocumentId, change: impl FnOnce(&mut Open)) -> Result<DocumentDelta, Problem> {
        self.change(id, |open| {
            change(open);
            Ok(Patch::default())
        })
    }
}
