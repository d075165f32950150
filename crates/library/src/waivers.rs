use planche_model::DocumentId;

use crate::{Change, Documents, DocumentsMut, LibraryError, Timestamp};

/// A finding that a person decided to let be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// Which finding, by what it is about.
    pub finding: String,
    /// Why.
    pub reason: String,
}

impl Documents<'_> {
    /// The findings of a document that were let be, the oldest first.
    pub fn waivers(&self, id: DocumentId) -> Result<Vec<Waiver>, LibraryError> {
        let sql = "SELECT finding, reason FROM waivers WHERE document = ?1 ORDER BY created, finding";
        self.0.rows(sql, [id.0], |row| Ok(Waiver { finding: row.get("finding")?, reason: row.get("reason")? }))
    }
}

impl DocumentsMut<'_> {
    /// Lets a finding be; the reason takes the place of the one given before.
    pub fn waive(&mut self, id: DocumentId, waiver: &Waiver, now: Timestamp) -> Result<(), LibraryError> {
        let sql = "INSERT INTO waivers (document, finding, reason, created) VALUES (?1, ?2, ?3, ?4)
                   ON CONFLICT (document, finding) DO UPDATE SET reason = excluded.reason";
        self.database.execute(sql, (id.0, &waiver.finding, &waiver.reason, now))?;
        self.changes.add(Change::Document(id));
        Ok(())
    }

    /// Lets a finding speak again.
    pub fn unwaive(&mut self, id: DocumentId, finding: &str) -> Result<(), LibraryError> {
        self.database.execute("DELETE FROM waivers WHERE document = ?1 AND finding = ?2", (id.0, finding))?;
        self.changes.add(Change::Document(id));
        Ok(())
    }
}
