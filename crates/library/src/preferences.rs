use serde::{Serialize, de::DeserializeOwned};

use crate::{Change, Changes, Library, LibraryError, Transaction, column::Json, database::Database};

/// What a person chose, by key. What the values mean is their reader's business.
pub struct Preferences<'a>(&'a Database);

/// The preferences, to change them.
pub struct PreferencesMut<'a> {
    database: &'a Database,
    changes: &'a mut Changes,
}

impl Library {
    /// The preferences.
    pub fn preferences(&self) -> Preferences<'_> {
        Preferences(&self.database)
    }
}

impl Transaction<'_> {
    /// The preferences.
    pub fn preferences(&self) -> Preferences<'_> {
        Preferences(self.database)
    }

    /// The preferences, to change them.
    pub fn preferences_mut(&mut self) -> PreferencesMut<'_> {
        PreferencesMut { database: self.database, changes: &mut self.changes }
    }
}

impl Preferences<'_> {
    /// The value of that key, when one was set.
    pub fn get<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>, LibraryError> {
        let value = self.0.row("SELECT value FROM preferences WHERE key = ?1", [key], |row| row.get(0))?;
        Ok(value.map(|Json(value)| value))
    }
}

impl PreferencesMut<'_> {
    /// Gives the key that value.
    pub fn set<T: Serialize>(&mut self, key: &str, value: &T) -> Result<(), LibraryError> {
        let sql = "INSERT INTO preferences (key, value) VALUES (?1, ?2)
                   ON CONFLICT (key) DO UPDATE SET value = excluded.value";
        self.database.execute(sql, (key, Json(value)))?;
        self.changes.add(Change::Preferences);
        Ok(())
    }

    /// Forgets the key.
    pub fn remove(&mut self, key: &str) -> Result<(), LibraryError> {
        self.database.execute("DELETE FROM preferences WHERE key = ?1", [key])?;
        self.changes.add(Change::Preferences);
        Ok(())
    }
}
