//! How the values that only the model understands are kept in a column.

use planche_model::document::Order;
use rusqlite::{
    ToSql,
    types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef},
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

/// A value as JSON.
pub(crate) struct Json<T>(pub(crate) T);

impl<T: Serialize> ToSql for Json<&T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        serde_json::to_string(self.0).map(ToSqlOutput::from).map_err(unsayable)
    }
}

impl<T: DeserializeOwned> FromSql for Json<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        serde_json::from_str(value.as_str()?).map(Self).map_err(unreadable)
    }
}

/// A variant as its name, without the quotes of JSON.
pub(crate) struct Name<T>(pub(crate) T);

impl<T: Serialize> ToSql for Name<&T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match serde_json::to_value(self.0).map_err(unsayable)? {
            Value::String(name) => Ok(name.into()),
            other => Err(unsayable(format!("`{other}` is not a name"))),
        }
    }
}

impl<T: DeserializeOwned> FromSql for Name<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        serde_json::from_value(value.as_str()?.into()).map(Self).map_err(unreadable)
    }
}

/// A place among siblings as its bytes, which SQLite compares as the model does.
///
/// The model keeps the bytes to itself and says them only through serde.
pub(crate) struct OrderKey<T>(pub(crate) T);

impl ToSql for OrderKey<&Order> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let bytes: Vec<u8> = serde_json::to_value(self.0).and_then(serde_json::from_value).map_err(unsayable)?;
        Ok(bytes.into())
    }
}

impl FromSql for OrderKey<Order> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        serde_json::from_value(value.as_blob()?.into()).map(Self).map_err(unreadable)
    }
}

fn unsayable(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> rusqlite::Error {
    rusqlite::Error::ToSqlConversionFailure(error.into())
}

fn unreadable(error: serde_json::Error) -> FromSqlError {
    FromSqlError::Other(Box::new(error))
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::*;

    /// Places of every shape: at both ends, and many times between the same two.
    fn places() -> Vec<Order> {
        let mut places = vec![Order::between(None, None)];
        for _ in 0..300 {
            places.push(Order::between(places.last(), None));
            places.insert(0, Order::between(None, places.first()));
        }
        for _ in 0..300 {
            places.insert(300, Order::between(Some(&places[299]), Some(&places[300])));
            places.insert(2, Order::between(Some(&places[1]), Some(&places[2])));
        }
        places
    }

    #[test]
    fn order_keys_sort_in_sql_as_in_memory() {
        let places = places();
        assert!(places.is_sorted());
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch("CREATE TABLE places (order_key BLOB NOT NULL) STRICT").unwrap();
        for place in places.iter().rev() {
            connection.execute("INSERT INTO places VALUES (?1)", [OrderKey(place)]).unwrap();
        }
        let mut statement = connection.prepare("SELECT order_key FROM places ORDER BY order_key").unwrap();
        let read: Vec<Order> = statement
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(|key| key.map(|OrderKey(key)| key).unwrap())
            .collect();
        assert_eq!(read, places);
    }
}
