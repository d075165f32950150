//! One file is written as its name, several as a list.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

#[derive(Deserialize)]
#[serde(untagged, expecting = "the name of a font file, or a list of them")]
enum Files {
    One(String),
    Several(Vec<String>),
}

pub fn serialize<S: Serializer>(files: &[String], serializer: S) -> Result<S::Ok, S::Error> {
    match files {
        [one] => one.serialize(serializer),
        several => several.serialize(serializer),
    }
}

pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    Ok(match Files::deserialize(deserializer)? {
        Files::One(file) => vec![file],
        Files::Several(files) => files,
    })
}
