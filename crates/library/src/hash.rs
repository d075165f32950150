use std::{
    fmt,
    fs::File,
    io::{self, Read},
    path::Path,
    str::FromStr,
};

use planche_model::asset::ContentHash;
use rusqlite::{
    ToSql,
    types::{FromSql, FromSqlResult, ToSqlOutput, ValueRef},
};

/// How much of a file is read at a time, in bytes.
const PIECE: usize = 1 << 17;

/// The name of a blob: the BLAKE3 of its bytes. Written as 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Hash(blake3::Hash);

/// Bytes and their name, which is computed once.
#[derive(Debug)]
pub struct Content {
    bytes: Vec<u8>,
    hash: Hash,
}

impl Content {
    /// Names these bytes.
    pub fn new(bytes: Vec<u8>) -> Self {
        Self { hash: Hash::of(&bytes), bytes }
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The bytes, without their name.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Their name.
    pub fn hash(&self) -> Hash {
        self.hash
    }
}

impl Hash {
    /// The hash of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(blake3::hash(bytes))
    }

    /// The hash of what is read to its end, piece by piece.
    pub fn of_reader(mut source: impl Read) -> io::Result<Self> {
        let mut hasher = blake3::Hasher::new();
        let mut piece = vec![0; PIECE];
        loop {
            match source.read(&mut piece)? {
                0 => return Ok(Self::so_far(&hasher)),
                length => hasher.update(&piece[..length]),
            };
        }
    }

    /// The hash of what a hasher was given.
    pub fn so_far(hasher: &blake3::Hasher) -> Self {
        Self(hasher.finalize())
    }

    pub(crate) fn of_file(path: &Path) -> io::Result<Self> {
        Self::of_reader(File::open(path)?)
    }
}

impl From<ContentHash> for Hash {
    fn from(hash: ContentHash) -> Self {
        Self(blake3::Hash::from_bytes(hash.0))
    }
}

impl From<Hash> for ContentHash {
    fn from(hash: Hash) -> Self {
        Self(*hash.0.as_bytes())
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Hash({})", self.0)
    }
}

impl FromStr for Hash {
    type Err = blake3::HexError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

impl ToSql for Hash {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.as_bytes().as_slice().into())
    }
}

impl FromSql for Hash {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        <[u8; 32]>::column_result(value).map(|bytes| Self(blake3::Hash::from_bytes(bytes)))
    }
}
