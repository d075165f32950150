use crate::{Changes, Library, LibraryError, database::Database};

/// A write under way. Nothing of it is kept unless all of it is.
pub struct Transaction<'a> {
    pub(crate) database: &'a Database,
    pub(crate) changes: Changes,
}

impl Library {
    /// The only way to write. When it answers, what `operation` did is on the disk for good, and the answer says what
    /// changed. When `operation` fails or panics, nothing happened.
    pub fn transact<T>(
        &mut self,
        operation: impl FnOnce(&mut Transaction<'_>) -> Result<T, LibraryError>,
    ) -> Result<(T, Changes), LibraryError> {
        if self.is_read_only() {
            return Err(LibraryError::ReadOnly { path: self.folder().to_owned() });
        }
        let open = self.database.begin()?;
        let mut transaction = Transaction { database: &self.database, changes: Changes::default() };
        let value = operation(&mut transaction)?;
        let changes = transaction.changes;
        self.database.commit(open)?;
        Ok((value, changes))
    }
}
