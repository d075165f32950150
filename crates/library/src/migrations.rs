use std::path::Path;

use crate::{LibraryError, database::Database, files};

/// What a database goes through to be of today, in order. A step that was released never changes.
pub(crate) const ALL: [&str; 2] = [
    include_str!("../migrations/001_brands_documents_assets.sql"),
    include_str!("../migrations/002_content_library.sql"),
];

/// Brings the database up to the last of `steps`, each the whole of it or nothing. One that already held data is first
/// copied to `schema-<n>.db` in `backups`, or to `schema-<n>-2.db`… when there is one from before.
pub(crate) fn run(database: &Database, steps: &[&str], backups: &Path) -> Result<(), LibraryError> {
    let done = database.schema()?;
    if (1..steps.len()).contains(&done) {
        let copy = files::names(&backups.join(format!("schema-{done}.db"))).find(|path| !path.exists());
        database.back_up(&copy.expect("there is always another number to try"))?;
    }
    migrate(database, steps, done)
}

/// Brings a copy of a database up to date. Nothing is backed up: the original is still there.
pub(crate) fn run_all(copy: &Database) -> Result<(), LibraryError> {
    migrate(copy, &ALL, copy.schema()?)
}

fn migrate(database: &Database, steps: &[&str], done: usize) -> Result<(), LibraryError> {
    for (step, schema) in steps.iter().zip(1..).skip(done) {
        database.migrate(step, schema)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::*;

    const FIRST: &str = "CREATE TABLE cups (name TEXT NOT NULL) STRICT; INSERT INTO cups VALUES ('coque')";
    const SECOND: &str = "ALTER TABLE cups ADD COLUMN glaze TEXT; UPDATE cups SET glaze = 'lichen'";
    const HALF: &str = "UPDATE cups SET name = 'lost'; INSERT INTO no_such_table VALUES (1)";

    fn names(path: &Path) -> Vec<String> {
        let connection = Connection::open(path).unwrap();
        let mut statement = connection.prepare("SELECT name FROM cups").unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    }

    #[test]
    fn a_new_database_goes_through_every_step_without_a_backup() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::open(&folder.path().join("library.db")).unwrap();
        run(&database, &[FIRST, SECOND], folder.path()).unwrap();
        assert_eq!(database.schema().unwrap(), 2);
        assert!(!folder.path().join("schema-1.db").exists());
    }

    #[test]
    fn data_is_backed_up_before_it_is_migrated() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::open(&folder.path().join("library.db")).unwrap();
        run(&database, &[FIRST], folder.path()).unwrap();
        run(&database, &[FIRST, SECOND], folder.path()).unwrap();
        let backup = Database::open_read_only(&folder.path().join("schema-1.db")).unwrap();
        assert_eq!((database.schema().unwrap(), backup.schema().unwrap()), (2, 1));
        assert_eq!(names(&folder.path().join("schema-1.db")), ["coque"]);
    }

    #[test]
    fn a_backup_from_an_earlier_migration_stays() {
        let folder = tempfile::tempdir().unwrap();
        for (name, backup) in [("library.db", "schema-1.db"), ("restored.db", "schema-1-2.db")] {
            let database = Database::open(&folder.path().join(name)).unwrap();
            run(&database, &[FIRST], folder.path()).unwrap();
            run(&database, &[FIRST, SECOND], folder.path()).unwrap();
            assert!(folder.path().join(backup).exists());
        }
        assert!(folder.path().join("schema-1.db").exists());
    }

    #[test]
    fn a_step_that_fails_leaves_everything_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("library.db");
        let database = Database::open(&path).unwrap();
        run(&database, &[FIRST], folder.path()).unwrap();
        let failed = run(&database, &[FIRST, HALF], folder.path());
        assert!(matches!(failed, Err(LibraryError::Database { .. })), "{failed:?}");
        assert_eq!(database.schema().unwrap(), 1);
        assert_eq!(names(&path), ["coque"]);
    }

    #[test]
    fn a_backup_takes_the_place_of_an_older_one_and_leaves_nothing_beside() {
        let folder = tempfile::tempdir().unwrap();
        let backups = folder.path().join("backups");
        files::create_folder(&backups).unwrap();
        let database = Database::open(&folder.path().join("library.db")).unwrap();
        run(&database, &[FIRST], &backups).unwrap();
        database.back_up(&backups.join("schema-1.db")).unwrap();
        database.back_up(&backups.join("schema-1.db")).unwrap();
        let left: Vec<_> = std::fs::read_dir(&backups).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left, ["schema-1.db"]);
    }
}
