use std::{
    fs::File,
    io::{self, ErrorKind, Read},
    path::{Path, PathBuf},
};

use rusqlite::{
    Connection, OpenFlags, OptionalExtension, Params, Row, Transaction, TransactionBehavior, config::DbConfig,
    types::FromSql,
};
use tempfile::NamedTempFile;

use crate::{LibraryError, files};

/// Marks the file as ours: `PLCH` in ASCII.
const APPLICATION_ID: i32 = i32::from_be_bytes(*b"PLCH");

/// Enough for every statement of the crate, so that none is prepared twice.
const STATEMENTS_KEPT: usize = 64;

/// What is set on each connection.
///
/// A commit is on the disk before it returns (`synchronous`, and `fullfsync` where the system's `fsync` is not one).
/// The file is never trusted (`trusted_schema`, `cell_size_check`, no `mmap`). `journal_size_limit` is 64 MiB, and so is
/// what is kept of the file in memory (`cache_size`, in KiB when negative): a search in a large library reads a third.
const PRAGMAS: &str = "
    PRAGMA synchronous = FULL;
    PRAGMA fullfsync = ON;
    PRAGMA checkpoint_fullfsync = ON;
    PRAGMA foreign_keys = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA mmap_size = 0;
    PRAGMA busy_timeout = 5000;
    PRAGMA journal_size_limit = 67108864;
    PRAGMA cache_size = -65536;
";

/// How many flaws of a kind are told: SQLite's own limit for its check.
const FLAWS_TOLD: usize = 100;

/// The first SQLite without the WAL-reset race, which corrupted databases since 3.7.0.
const SQLITE_NEEDED: (i32, &str) = (3_051_003, "3.51.3");

/// An SQLite file, whose errors name it.
pub(crate) struct Database {
    connection: Connection,
    path: PathBuf,
}

impl Database {
    /// Opens the file to write in it, creating it when it is missing.
    pub(crate) fn open(path: &Path) -> Result<Self, LibraryError> {
        let database = Self::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
        let journal: String = database.value("PRAGMA journal_mode = WAL")?;
        if journal != "wal" {
            let source = io::Error::other("this file system cannot hold a write-ahead log");
            return Err(LibraryError::Io { path: path.to_owned(), source });
        }
        Ok(database)
    }

    /// A database of nothing: what stands in for one while its file is replaced.
    pub(crate) fn nowhere() -> Result<Self, LibraryError> {
        let path = PathBuf::new();
        let connection = Connection::open_in_memory().map_err(|error| LibraryError::database(&path, error))?;
        Ok(Self { connection, path })
    }

    /// Opens the file and changes nothing in it, whatever is asked.
    pub(crate) fn open_read_only(path: &Path) -> Result<Self, LibraryError> {
        Self::connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)
    }

    /// Lets SQLite finish or undo what a kill interrupted in the file before it had a write-ahead log, that is while it
    /// was being made. A connection that only reads may not.
    pub(crate) fn recover(path: &Path) -> Result<(), LibraryError> {
        if path.exists() && beside(path, "-journal").exists() {
            Self::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?.schema()?;
        }
        Ok(())
    }

    /// Whether the file itself says that it has a log beside it, as every library does and no backup of one.
    ///
    /// SQLite takes any log it finds for the file's own. The offset is of <https://sqlite.org/fileformat.html>, 1.3.3.
    pub(crate) fn has_log(path: &Path) -> Result<bool, LibraryError> {
        let mut header = [0; 20];
        match File::open(path).and_then(|mut file| file.read_exact(&mut header)) {
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(false),
            read => read.map(|()| header[18..] == [2, 2]).map_err(|error| LibraryError::reading(path, error)),
        }
    }

    fn connect(path: &Path, flags: OpenFlags) -> Result<Self, LibraryError> {
        require_safe_sqlite()?;
        let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection =
            Connection::open_with_flags(path, flags).map_err(|error| LibraryError::database(path, error))?;
        let database = Self { connection, path: path.to_owned() };
        database.checked(database.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true))?;
        database.batch(PRAGMAS)?;
        database.connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
        Ok(database)
    }

    /// Begins a transaction that rolls back unless it is committed. There must be no other.
    pub(crate) fn begin(&self) -> Result<Transaction<'_>, LibraryError> {
        self.checked(Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate))
    }

    pub(crate) fn commit(&self, transaction: Transaction<'_>) -> Result<(), LibraryError> {
        self.checked(transaction.commit())
    }

    /// Runs one statement; answers with how many rows it changed.
    pub(crate) fn execute(&self, sql: &str, params: impl Params) -> Result<usize, LibraryError> {
        self.checked(self.connection.prepare_cached(sql).and_then(|mut statement| statement.execute(params)))
    }

    /// The rows of one statement.
    pub(crate) fn rows<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, LibraryError> {
        self.checked(
            self.connection.prepare_cached(sql).and_then(|mut statement| statement.query_map(params, read)?.collect()),
        )
    }

    /// Reads the rows of one statement one by one: there are too many to keep.
    pub(crate) fn each(
        &self,
        sql: &str,
        params: impl Params,
        mut read: impl FnMut(&Row<'_>) -> rusqlite::Result<()>,
    ) -> Result<(), LibraryError> {
        let mut statement = self.checked(self.connection.prepare_cached(sql))?;
        let mut rows = self.checked(statement.query(params))?;
        while let Some(row) = self.checked(rows.next())? {
            self.checked(read(row))?;
        }
        Ok(())
    }

    /// The first row of one statement, if it has any.
    pub(crate) fn row<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, LibraryError> {
        self.checked(
            self.connection.prepare_cached(sql).and_then(|mut statement| statement.query_row(params, read).optional()),
        )
    }

    /// How many migrations the file went through; 0 is an empty one.
    pub(crate) fn schema(&self) -> Result<usize, LibraryError> {
        self.value("PRAGMA user_version")
    }

    /// Runs one migration, the whole of it or nothing.
    pub(crate) fn migrate(&self, sql: &str, schema: usize) -> Result<(), LibraryError> {
        let transaction = self.begin()?;
        self.batch(sql)?;
        self.batch(&format!("PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {schema}"))?;
        self.commit(transaction)
    }

    /// How many rows this connection changed since it was opened.
    pub(crate) fn changes(&self) -> Result<u64, LibraryError> {
        self.value("SELECT total_changes()")
    }

    /// Refuses a file that is damaged or somebody else's. Reads all of it.
    pub(crate) fn require_sound(&self) -> Result<(), LibraryError> {
        match self.value::<String>("PRAGMA quick_check(1)") {
            Ok(verdict) if verdict == "ok" => self.require_ours(),
            // A turned bit may also leave the definition of a table that makes no sense to SQLite.
            Ok(_) | Err(LibraryError::Database { .. }) => Err(self.damaged()),
            Err(error) => Err(error),
        }
    }

    /// Refuses a file that is somebody else's.
    pub(crate) fn require_ours(&self) -> Result<(), LibraryError> {
        let owner: i32 = self.value("PRAGMA application_id")?;
        let tables: usize = self.value("SELECT count(*) FROM sqlite_schema")?;
        match (owner, tables) {
            (APPLICATION_ID, _) | (0, 0) => Ok(()),
            _ => Err(LibraryError::NotALibrary { path: self.path.clone() }),
        }
    }

    /// Refuses a file in which anything at all does not hold. Takes twice as long as [`Self::require_sound`].
    pub(crate) fn require_flawless(&self) -> Result<(), LibraryError> {
        match self.flaws() {
            Ok(flaws) if flaws.is_empty() => Ok(()),
            Ok(_) | Err(LibraryError::Database { .. }) => Err(self.damaged()),
            Err(error) => Err(error),
        }
    }

    /// What does not hold in the file, in the words of SQLite, at most [`FLAWS_TOLD`] of each kind.
    pub(crate) fn flaws(&self) -> Result<Vec<String>, LibraryError> {
        let mut flaws: Vec<String> = self.rows("PRAGMA integrity_check", [], |row| row.get(0))?;
        flaws.retain(|flaw| flaw != "ok");
        let dangling = "SELECT \"table\" || ' names a row of ' || parent || ' that is not there'
                        FROM pragma_foreign_key_check LIMIT ?1";
        flaws.extend(self.rows(dangling, [FLAWS_TOLD], |row| row.get::<_, String>(0))?);
        Ok(flaws)
    }

    /// Puts everything into the file itself and leaves nothing in the log beside it.
    pub(crate) fn gather(&self) -> Result<(), LibraryError> {
        match self.value("PRAGMA wal_checkpoint(TRUNCATE)")? {
            0 => Ok(()),
            _ => Err(LibraryError::Locked { path: files::folder_of(&self.path).to_owned() }),
        }
    }

    /// Copies the whole database to `path`, in place of what was there, and makes sure that the copy is sound.
    pub(crate) fn back_up(&self, path: &Path) -> Result<(), LibraryError> {
        files::place(self.copy_for(path)?, path)
    }

    /// A durable and sound copy of the whole database, to be placed at `path`. The same rows always give the same
    /// bytes.
    pub(crate) fn copy_for(&self, path: &Path) -> Result<NamedTempFile, LibraryError> {
        let failed = |error| LibraryError::writing(path, error);
        let copy = files::unfinished(files::folder_of(path)).map_err(failed)?;
        let name = copy.path().to_str().ok_or_else(|| failed(ErrorKind::InvalidFilename.into()))?;
        self.execute("VACUUM INTO ?1", [name]).map_err(|error| about(error, path))?;
        Self::open_read_only(copy.path())?.require_sound()?;
        copy.as_file().sync_all().map_err(failed)?;
        Ok(copy)
    }

    fn damaged(&self) -> LibraryError {
        LibraryError::Damaged { path: self.path.clone() }
    }

    fn value<T: FromSql>(&self, sql: &str) -> Result<T, LibraryError> {
        self.checked(self.connection.query_row(sql, [], |row| row.get(0)))
    }

    fn batch(&self, sql: &str) -> Result<(), LibraryError> {
        self.checked(self.connection.execute_batch(sql))
    }

    fn checked<T>(&self, result: rusqlite::Result<T>) -> Result<T, LibraryError> {
        result.map_err(|error| LibraryError::database(&self.path, error))
    }
}

/// The file that SQLite keeps beside a database, by the end of its name: `-wal`, `-shm`, `-journal`.
pub(crate) fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}

/// A backup that finds no room is about the backup's disk, which may not be the database's.
pub(crate) fn about(error: LibraryError, path: &Path) -> LibraryError {
    match error {
        LibraryError::DiskFull { .. } => LibraryError::DiskFull { path: path.to_owned() },
        other => other,
    }
}

fn require_safe_sqlite() -> Result<(), LibraryError> {
    let (number, needed) = SQLITE_NEEDED;
    if rusqlite::version_number() < number {
        return Err(LibraryError::OldSqlite { found: rusqlite::version(), needed });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_connection_is_as_careful_as_promised() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("library.db");
        let expected = [
            ("synchronous", 2),
            ("fullfsync", 1),
            ("checkpoint_fullfsync", 1),
            ("foreign_keys", 1),
            ("trusted_schema", 0),
            ("cell_size_check", 1),
            ("mmap_size", 0),
            ("busy_timeout", 5000),
            ("cache_size", -65536),
        ];
        for database in [Database::open(&path).unwrap(), Database::open_read_only(&path).unwrap()] {
            assert_eq!(database.value::<String>("PRAGMA journal_mode").unwrap(), "wal");
            for (pragma, value) in expected {
                assert_eq!(database.value::<i64>(&format!("PRAGMA {pragma}")).unwrap(), value, "{pragma}");
            }
        }
    }
}
