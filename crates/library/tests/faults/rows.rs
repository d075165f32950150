use std::{collections::BTreeMap, path::Path};

use rusqlite::{Connection, Row, types::ValueRef};

use crate::soundness::{Held, require};

/// Everything that is in a database, whatever its pages: its tables, how each was made, and its rows in no order.
#[derive(Debug, PartialEq)]
pub struct Rows {
    /// How many migrations it went through.
    pub schema: u32,
    /// What says that it is ours.
    pub owner: i32,
    tables: BTreeMap<String, Vec<String>>,
}

impl Rows {
    /// Reads a closed database, or says what does not hold in it.
    pub fn of(path: &Path) -> Result<Self, String> {
        let database = Connection::open(path).map_err(|error| error.to_string())?;
        let flaws = read(
            &database,
            "SELECT * FROM pragma_integrity_check UNION SELECT 'dangling' FROM pragma_foreign_key_check",
        )?;
        require(flaws == ["ok"], || format!("{flaws:?}"))?;
        let mut tables =
            BTreeMap::from([(String::new(), read(&database, "SELECT type, name, sql FROM sqlite_schema")?)]);
        for name in names(&database).map_err(|error| error.to_string())? {
            let rows = read(&database, &format!("SELECT * FROM \"{name}\""))?;
            tables.insert(name, rows);
        }
        let mark = |name: &str| database.query_row(&format!("PRAGMA {name}"), [], |row| row.get(0));
        let marks = mark("user_version").and_then(|schema: i32| Ok((schema, mark("application_id")?)));
        let (schema, owner) = marks.map_err(|error| error.to_string())?;
        Ok(Self { schema: schema.unsigned_abs(), owner, tables })
    }

    /// Nothing, or which tables are not as those of `other`.
    pub fn require_same(&self, other: &Self, subject: &str) -> Held {
        let names = self.tables.keys().chain(other.tables.keys());
        let mut differing: Vec<&str> =
            names.filter(|name| self.tables.get(*name) != other.tables.get(*name)).map(String::as_str).collect();
        differing.dedup();
        require(self == other, || format!("{subject}: schema {}, {differing:?} differ", self.schema))
    }
}

fn names(database: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut statement = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")?;
    statement.query_map([], |row| row.get(0))?.collect()
}

/// The rows of a statement as text, sorted.
fn read(database: &Connection, sql: &str) -> Result<Vec<String>, String> {
    let rows = || -> rusqlite::Result<Vec<String>> {
        let mut statement = database.prepare(sql)?;
        let columns = statement.column_count();
        let cells =
            |row: &Row<'_>| (0..columns).map(|at| row.get_ref(at).map(text)).collect::<rusqlite::Result<Vec<_>>>();
        statement.query_map([], |row| cells(row).map(|cells| cells.join(" ")))?.collect()
    };
    let mut rows = rows().map_err(|error| format!("{sql}: {error}"))?;
    rows.sort_unstable();
    Ok(rows)
}

fn text(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
        other => format!("{other:?}"),
    }
}
