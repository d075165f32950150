//! The bytes of files, as they pass.

use std::io::{self, Read};

use planche_library::Hash;
use zip::CompressionMethod;

use super::{PIECE, Refusal};

/// How files begin that are compressed already: doing it again takes time and gains nothing.
const COMPRESSED: [&[u8]; 8] =
    [b"\x89PNG", b"\xff\xd8\xff", b"RIFF", b"GIF8", b"wOF2", b"%PDF", b"PK\x03\x04", b"\x1a\x45\xdf\xa3"];

/// How bytes are written: as they are when they are compressed already, else as `other` says.
pub fn method(bytes: &[u8], other: impl Fn(&[u8]) -> CompressionMethod) -> CompressionMethod {
    // Films and photographs of telephones say what they are a little later.
    let is_boxed = bytes.get(4..8) == Some(b"ftyp");
    let is_compressed = is_boxed || COMPRESSED.iter().any(|head| bytes.starts_with(head));
    if is_compressed { CompressionMethod::Stored } else { other(bytes) }
}

/// Hands over what is read piece by piece; answers with the name of all of it.
pub fn pieces(
    mut source: impl Read,
    unread: impl Fn(io::Error) -> Refusal,
    mut each: impl FnMut(&[u8]) -> Result<(), Refusal>,
) -> Result<Hash, Refusal> {
    let mut hasher = blake3::Hasher::new();
    let mut piece = vec![0; PIECE];
    loop {
        match source.read(&mut piece).map_err(&unread)? {
            0 => return Ok(Hash::so_far(&hasher)),
            length => {
                hasher.update(&piece[..length]);
                each(&piece[..length])?;
            }
        }
    }
}
