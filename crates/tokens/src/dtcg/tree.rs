//! JSON with its keys in their order, read within bounds.

use std::{cell::Cell, fmt};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{DeserializeOwned, DeserializeSeed, MapAccess, SeqAccess, Visitor},
    ser::SerializeMap,
};

use crate::{ReadError, read::MOST};

/// How many levels a file may have.
pub const DEEPEST: usize = 64;
/// How many values a file may have: a token is made of a dozen or two.
const MOST_VALUES: usize = 30 * MOST;

/// A value of JSON.
#[derive(Clone, Debug, PartialEq)]
pub enum Tree {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Self>),
    Map(Vec<(String, Self)>),
}

impl Tree {
    pub fn parse(bytes: &[u8]) -> Result<Self, ReadError> {
        let bounds = Bounds { values: Cell::new(MOST_VALUES), broken: Cell::new(None) };
        let mut deserializer = serde_json::Deserializer::from_slice(bytes);
        let tree = Seed { bounds: &bounds, depth: 0 }
            .deserialize(&mut deserializer)
            .and_then(|tree| deserializer.end().map(|()| tree));
        tree.map_err(|error| bounds.broken.take().unwrap_or_else(|| ReadError::Damaged(offset(bytes, &error))))
    }

    /// What serde makes of a value of ours.
    pub fn of(value: &impl Serialize) -> Self {
        let text = serde_json::to_vec(value).expect("a charter is plain data");
        Self::parse(&text).expect("a charter is within bounds")
    }

    /// What serde reads from it, if it can.
    pub fn to<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_slice(&serde_json::to_vec(self).ok()?).ok()
    }

    /// The value of a key; of a key that stands twice, the last, as in every reader of JSON.
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.entries().iter().rfind(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// The same with other texts; keys stay.
    pub fn map_texts(self, change: &impl Fn(&str) -> String) -> Self {
        match self {
            Self::Text(text) => Self::Text(change(&text)),
            Self::List(items) => Self::List(items.into_iter().map(|item| item.map_texts(change)).collect()),
            Self::Map(entries) => {
                Self::Map(entries.into_iter().map(|(key, value)| (key, value.map_texts(change))).collect())
            }
            other => other,
        }
    }

    pub fn entries(&self) -> &[(String, Self)] {
        if let Self::Map(entries) = self { entries } else { &[] }
    }

    pub fn items(&self) -> &[Self] {
        if let Self::List(items) = self { items } else { &[] }
    }

    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    pub fn number(&self) -> Option<f64> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }
}

/// Where serde_json stopped, as a place in the file.
fn offset(bytes: &[u8], error: &serde_json::Error) -> usize {
    let before: usize =
        bytes.split_inclusive(|byte| *byte == b'\n').take(error.line().saturating_sub(1)).map(<[u8]>::len).sum();
    before + error.column()
}

/// What may still be read.
struct Bounds {
    values: Cell<usize>,
    broken: Cell<Option<ReadError>>,
}

#[derive(Clone, Copy)]
struct Seed<'a> {
    bounds: &'a Bounds,
    depth: usize,
}

impl<'a> Seed<'a> {
    /// One value more, a level deeper.
    fn inner<E: serde::de::Error>(self) -> Result<Self, E> {
        let left = self.bounds.values.get();
        if self.depth >= DEEPEST {
            return Err(self.broken(ReadError::TooDeep));
        }
        if left == 0 {
            return Err(self.broken(ReadError::TooMany));
        }
        self.bounds.values.set(left - 1);
        Ok(Self { depth: self.depth + 1, ..self })
    }

    fn broken<E: serde::de::Error>(self, error: ReadError) -> E {
        self.bounds.broken.set(Some(error));
        E::custom("out of bounds")
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Tree;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Tree;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Number(value as f64))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
        Ok(Tree::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
        Ok(Tree::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Tree, E> {
        Ok(Tree::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Tree, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = sequence.next_element_seed(self.inner()?)? {
            items.push(item);
        }
        Ok(Tree::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        let mut entries = Vec::new();
        while let Some(key) = map.next_key()? {
            entries.push((key, map.next_value_seed(self.inner()?)?));
        }
        Ok(Tree::Map(entries))
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let bounds = Bounds { values: Cell::new(MOST_VALUES), broken: Cell::new(None) };
        Seed { bounds: &bounds, depth: 0 }.deserialize(deserializer)
    }
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            // Whole numbers as everybody writes them, as far as every program counts exactly.
            Self::Number(number) if number.fract() == 0.0 && number.abs() < 9e15 => {
                serializer.serialize_i64(*number as i64)
            }
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Map(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                entries.iter().try_for_each(|(key, value)| map.serialize_entry(key, value))?;
                map.end()
            }
        }
    }
}

impl From<&str> for Tree {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<f64> for Tree {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<f32> for Tree {
    /// With no more digits than the number has.
    fn from(number: f32) -> Self {
        let short: f64 = number.to_string().parse().unwrap_or_default();
        Self::Number(if short as f32 == number { short } else { number.into() })
    }
}
