use planche_model::{
    DocumentId, History,
    document::{HistoryChange, Step},
};
use rusqlite::Row;

use crate::{Change, Changes, Library, LibraryError, Transaction, column::Json, database::Database};

/// What can be undone and redone of each document; it survives a restart.
pub struct Histories<'a>(&'a Database);

/// What can be undone and redone of each document, to change it.
pub struct HistoriesMut<'a> {
    database: &'a Database,
    changes: &'a mut Changes,
}

impl Library {
    /// What can be undone and redone.
    pub fn histories(&self) -> Histories<'_> {
        Histories(&self.database)
    }
}

impl Transaction<'_> {
    /// What can be undone and redone.
    pub fn histories(&self) -> Histories<'_> {
        Histories(self.database)
    }

    /// What can be undone and redone, to change it.
    pub fn histories_mut(&mut self) -> HistoriesMut<'_> {
        HistoriesMut { database: self.database, changes: &mut self.changes }
    }
}

impl Histories<'_> {
    /// The history of a document.
    pub fn load(&self, id: DocumentId) -> Result<History, LibraryError> {
        let cursor: u64 = self
            .0
            .row("SELECT cursor FROM documents WHERE id = ?1", [id.0], |row| row.get("cursor"))?
            .ok_or(LibraryError::NoSuchDocument(id))?;
        let sql = "SELECT number, patch, gesture, at_ms FROM steps WHERE document = ?1 ORDER BY number";
        let steps = self.0.rows(sql, [id.0], |row| Ok((row.get("number")?, read(row)?)))?;
        let steps = without_gap(steps);
        // Without a step, the next one takes the number at which the last was forgotten.
        let oldest = steps.first().map_or(cursor, |(number, _)| *number);
        Ok(History::from_rows(oldest, cursor, steps.into_iter().map(|(_, step)| step)))
    }
}

impl HistoriesMut<'_> {
    /// Writes what the last call to `history` changed, and nothing else. Belongs in the transaction that applies the
    /// patch of that call.
    pub fn keep_change(&mut self, id: DocumentId, history: &History) -> Result<(), LibraryError> {
        match history.change() {
            HistoryChange::Nothing => return Ok(()),
            HistoryChange::Appended { step, oldest } => {
                self.truncate(id, step)?;
                self.keep_step(id, step, history)?;
                self.forget_before(id, oldest)?;
            }
            HistoryChange::Replaced { step } => {
                self.truncate(id, step)?;
                self.keep_step(id, step, history)?;
            }
            HistoryChange::Truncated { end } => self.truncate(id, end)?,
            HistoryChange::Moved => {}
        }
        self.move_cursor(id, history.cursor())
    }

    fn keep_step(&mut self, id: DocumentId, number: u64, history: &History) -> Result<(), LibraryError> {
        let step = history.step(number).expect("a history has the step that it says it changed");
        let sql = "INSERT INTO steps (document, number, patch, gesture, at_ms) VALUES (?1, ?2, ?3, ?4, ?5)";
        let row = (id.0, number, Json(&step.patch), step.gesture.as_ref().map(Json), step.at_ms);
        self.database.execute(sql, row).map(drop)
    }

    fn truncate(&mut self, id: DocumentId, end: u64) -> Result<(), LibraryError> {
        self.database.execute("DELETE FROM steps WHERE document = ?1 AND number >= ?2", (id.0, end)).map(drop)
    }

    fn forget_before(&mut self, id: DocumentId, oldest: u64) -> Result<(), LibraryError> {
        self.database.execute("DELETE FROM steps WHERE document = ?1 AND number < ?2", (id.0, oldest)).map(drop)
    }

    fn move_cursor(&mut self, id: DocumentId, cursor: u64) -> Result<(), LibraryError> {
        match self.database.execute("UPDATE documents SET cursor = ?2 WHERE id = ?1", (id.0, cursor))? {
            0 => Err(LibraryError::NoSuchDocument(id)),
            _ => {
                self.changes.add(Change::Document(id));
                Ok(())
            }
        }
    }
}

/// The last steps that follow each other: undoing over a missing one would give a document nobody ever saw.
fn without_gap(mut steps: Vec<(u64, Step)>) -> Vec<(u64, Step)> {
    let gap = steps.windows(2).rposition(|pair| pair[0].0 + 1 != pair[1].0);
    steps.split_off(gap.map_or(0, |at| at + 1))
}

fn read(row: &Row<'_>) -> rusqlite::Result<Step> {
    let Json(patch) = row.get("patch")?;
    let gesture: Option<Json<_>> = row.get("gesture")?;
    Ok(Step { patch, gesture: gesture.map(|Json(gesture)| gesture), at_ms: row.get("at_ms")? })
}
