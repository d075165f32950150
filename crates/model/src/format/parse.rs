use serde::Deserialize;
use serde_json::{Map, Value};

use super::{Format, FormatFault, FormatId, Formats, FormatsError};

/// A file of formats, its entries not yet read.
#[derive(Deserialize)]
struct File {
    #[serde(default)]
    planche: Option<String>,
    formats: Vec<Entry>,
}

/// A format as it is written.
type Entry = Map<String, Value>;

impl Formats {
    /// What a file's `planche` says.
    pub const VERSION: &'static str = "formats/1";

    /// Reads the JSON of `assets/platforms/formats.json`.
    ///
    /// # Errors
    /// The text is no such file, or an entry does not hold together: the error names it.
    pub fn parse(json: &str) -> Result<Self, FormatsError> {
        let entries = entries(json)?;
        let formats = entries.into_iter().map(|(id, entry)| read(id, entry)).collect::<Result<_, _>>()?;
        Ok(Self(formats))
    }

    /// These formats, corrected and completed by a person's own file.
    ///
    /// An entry whose `id` is known replaces only the fields that it states; any other is a whole format and comes
    /// last.
    ///
    /// # Errors
    /// As [`Formats::parse`].
    pub fn with_overrides(mut self, own: &str) -> Result<Self, FormatsError> {
        for (id, entry) in entries(own)? {
            match self.0.iter_mut().find(|format| format.id == id) {
                Some(known) => *known = read(id, corrected(known, entry))?,
                None => self.0.push(read(id, entry)?),
            }
        }
        Ok(self)
    }
}

/// The entries of a file with their names, each name once.
fn entries(json: &str) -> Result<Vec<(FormatId, Entry)>, FormatsError> {
    let File { planche, formats } = serde_json::from_str(json)?;
    if let Some(found) = planche.filter(|found| found != Formats::VERSION) {
        return Err(FormatsError::Version { found });
    }
    let mut entries: Vec<(FormatId, Entry)> = Vec::with_capacity(formats.len());
    for (entry, number) in formats.into_iter().zip(1..) {
        let id = entry.get("id").and_then(Value::as_str).filter(|id| !id.is_empty());
        let id = FormatId::from(id.ok_or(FormatsError::NoId { number })?);
        if entries.iter().any(|(other, _)| *other == id) {
            return Err(FormatsError::Twice(id));
        }
        entries.push((id, entry));
    }
    Ok(entries)
}

fn corrected(known: &Format, own: Entry) -> Entry {
    let Ok(Value::Object(mut entry)) = serde_json::to_value(known) else {
        unreachable!("a format is written as an object");
    };
    entry.extend(own);
    entry
}

fn read(id: FormatId, entry: Entry) -> Result<Format, FormatsError> {
    let format: Result<Format, _> = serde_path_to_error::deserialize(Value::Object(entry));
    let format = format
        .map_err(|error| FormatFault::Field { field: error.path().to_string(), problem: error.inner().to_string() });
    let checked = format.and_then(|format| format.check().map(|()| format));
    checked.map_err(|fault| FormatsError::Entry { id, fault })
}
