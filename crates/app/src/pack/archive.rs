//! The archive itself: what is refused before anything of it is believed.

use std::{
    collections::HashSet,
    io::{BufReader, Read, Seek, SeekFrom},
    path::Path,
};

use planche_library::{Content, Hash, LibraryError, files};
use planche_media::video::{self, Video};
use planche_model::asset::ContentHash;
use serde::de::DeserializeOwned;
use unicode_normalization::UnicodeNormalization;
use zip::{
    CompressionMethod, ZipArchive,
    read::{Config, ZipFileEntry},
    result::ZipResult,
    unstable::read::ZipIterable,
};

use super::{MARKER, MOST_BYTES, MOST_ENTRIES, MOST_SAID, RATIO, Refusal, VERSION, blob, entries, refusal::Rule};
use crate::folder_name::is_device;

/// Where the first entry's name begins in an archive, after what is said of it.
const NAME_AT: usize = 30;
/// What kinds of file Unix knows, of which one is a file, in the upper bits of the mode.
const FILE_KIND: u32 = 0o170_000;
const REGULAR: u32 = 0o100_000;

/// An open pack. Its entries are files with harmless names, each there once, of a size there is room for; what they say is
/// not looked at.
pub(super) struct Archive {
    zip: ZipArchive<Source>,
    /// How many bytes its sheets may still take.
    unsaid: u64,
}

type Source = BufReader<Box<dyn Bytes>>;

trait Bytes: Read + Seek + Send {}

impl<T: Read + Seek + Send> Bytes for T {}

impl Archive {
    /// Opens the pack at `path`; there are `room` bytes where it is to go.
    pub fn open(path: &Path, room: u64) -> Result<Self, Refusal> {
        let mut source: Source = BufReader::new(Box::new(files::open(path)?));
        let unread = |error| Refusal::from(LibraryError::reading(path, error));
        let mut head = Vec::new();
        (&mut source).take(64).read_to_end(&mut head).map_err(unread)?;
        let length = source.seek(SeekFrom::End(0)).map_err(unread)?;
        require_kind(&head)?;
        Entries::default().look(&mut source, length, room)?;
        let mut zip = ZipArchive::new(source).map_err(|_| Refusal::damaged(MARKER))?;
        zip.validate_header_consistency().map_err(|_| Refusal::damaged(MARKER))?;
        Ok(Self { zip, unsaid: MOST_SAID })
    }

    /// Refuses an archive that lacks one of these entries, or has another one.
    pub fn require(&self, expected: impl Iterator<Item = String>) -> Result<(), Refusal> {
        let mut rest: HashSet<&[u8]> = self.zip.file_names_raw().collect();
        for name in expected {
            if !rest.remove(name.as_bytes()) {
                return Err(Refusal::Damaged { entry: name });
            }
        }
        match rest.into_iter().min() {
            Some(name) => Err(hostile(Rule::Unknown, &String::from_utf8_lossy(name))),
            None => Ok(()),
        }
    }

    /// What a sheet says.
    pub fn sheet<T: DeserializeOwned>(&mut self, name: &str) -> Result<T, Refusal> {
        let refused = || Refusal::damaged(name);
        let entry = self.zip.by_name(name).map_err(|_| refused())?;
        let length = entry.size();
        self.unsaid = self.unsaid.checked_sub(length).ok_or_else(refused)?;
        serde_json::from_reader(BufReader::new(entry.take(length))).map_err(|_| refused())
    }

    /// The bytes of that name, proved to be, when they are at most `limit`.
    pub fn bytes(&mut self, hash: ContentHash, limit: u64) -> Result<Content, Refusal> {
        let name = entries::blob(hash);
        let refused = || Refusal::damaged(&name);
        let entry = self.zip.by_name(&name).map_err(|_| refused())?;
        let length = Some(entry.size()).filter(|length| *length <= limit).ok_or_else(refused)?;
        let mut bytes = Vec::new();
        entry.take(length + 1).read_to_end(&mut bytes).map_err(|_| refused())?;
        Some(Content::new(bytes)).filter(|content| content.hash() == hash.into()).ok_or_else(refused)
    }

    /// Hands over the bytes of that name piece by piece; fails at the end when they are not.
    pub fn stream(&mut self, hash: ContentHash, each: impl FnMut(&[u8]) -> Result<(), Refusal>) -> Result<(), Refusal> {
        let name = entries::blob(hash);
        let refused = || Refusal::damaged(&name);
        let entry = self.zip.by_name(&name).map_err(|_| refused())?;
        let length = entry.size();
        let found = blob::pieces(entry.take(length + 1), |_| refused(), each)?;
        if found == Hash::from(hash) { Ok(()) } else { Err(refused()) }
    }

    /// How many bytes there are under that name.
    pub fn length(&self, hash: ContentHash) -> Option<u64> {
        let at = self.zip.index_for_name_raw(entries::blob(hash).as_bytes())?;
        Some(self.zip.by_index_data(at).ok()?.size())
    }

    /// What the headers of a film say; films are stored, so that they can be looked into.
    pub fn film(&mut self, hash: ContentHash) -> Option<Video> {
        let at = self.zip.index_for_name_raw(entries::blob(hash).as_bytes())?;
        if self.zip.by_index_data(at).ok()?.compression() != CompressionMethod::Stored {
            return None;
        }
        video::probe(BufReader::new(self.zip.by_index_seek(at).ok()?))
    }
}

/// What the file is, by its first bytes.
fn require_kind(head: &[u8]) -> Result<(), Refusal> {
    let says = head.strip_prefix(b"PK\x03\x04").and_then(|rest| rest.get(NAME_AT - 4..));
    let says = says.and_then(|rest| rest.strip_prefix(MARKER.as_bytes())?.strip_prefix(b"brand/"));
    let digits = says.ok_or(Refusal::NotAPack)?.iter().take_while(|byte| byte.is_ascii_digit()).take(9);
    match digits.fold(0, |number, digit| 10 * number + u32::from(digit - b'0')) {
        VERSION => Ok(()),
        0 => Err(Refusal::NotAPack),
        version => Err(Refusal::Newer { version }),
    }
}

/// What was seen of the entries so far.
#[derive(Default)]
struct Entries {
    names: HashSet<String>,
    size: u64,
}

impl Entries {
    /// Looks at every entry without reading any. The list is read as it is: a reader would keep one of two of a name.
    fn look(mut self, source: &mut Source, length: u64, room: u64) -> Result<(), Refusal> {
        let listed = |_| Refusal::damaged(MARKER);
        let mut listing = ZipIterable::try_new(source, Config::default()).map_err(listed)?;
        if listing.len() > MOST_ENTRIES {
            return Err(hostile(Rule::Entries, &listing.len().to_string()));
        }
        for entry in listing.files().map_err(listed)? {
            self.take(entry)?;
        }
        if self.size > length.saturating_mul(RATIO) {
            return Err(hostile(Rule::Ratio, ""));
        }
        let room = MOST_BYTES.min(room / 2);
        if self.size > room { Err(Refusal::TooLarge { size: self.size, room }) } else { Ok(()) }
    }

    fn take(&mut self, entry: ZipResult<ZipFileEntry<'_>>) -> Result<(), Refusal> {
        let entry = entry.map_err(|_| Refusal::damaged(MARKER))?;
        let name = String::from_utf8_lossy(entry.name_raw()).into_owned();
        self.size = self.size.saturating_add(entry.size());
        let compared: String = name.nfkc().flat_map(char::to_lowercase).nfc().collect();
        let broken = name_breaks(&name)
            .or_else(|| entry_breaks(&entry))
            .or_else(|| (!self.names.insert(compared)).then_some(Rule::Twice));
        broken.map_or(Ok(()), |rule| Err(hostile(rule, &name)))
    }
}

/// The rule that a name breaks, read as any system would.
fn name_breaks(name: &str) -> Option<Rule> {
    let is_disk = name.as_bytes().get(1) == Some(&b':');
    let mut parts = name.split(['/', '\\']);
    match name {
        _ if is_disk || name.starts_with(['/', '\\']) => Some(Rule::Absolute),
        _ if parts.clone().any(|part| part == "..") => Some(Rule::Outside),
        _ if parts.clone().any(is_device) => Some(Rule::Device),
        _ if name.contains(['\\', ':', char::REPLACEMENT_CHARACTER]) => Some(Rule::Name),
        _ if name.contains(char::is_control) => Some(Rule::Name),
        _ if parts.any(|part| part.is_empty() || part.ends_with(['.', ' '])) => Some(Rule::Name),
        _ => None,
    }
}

fn entry_breaks(entry: &ZipFileEntry<'_>) -> Option<Rule> {
    let kind = entry.unix_mode().map_or(0, |mode| mode & FILE_KIND);
    let is_packed_as_ours = matches!(entry.compression(), CompressionMethod::Stored | CompressionMethod::Deflated);
    match () {
        () if entry.is_symlink() || !matches!(kind, 0 | REGULAR) => Some(Rule::Link),
        () if entry.encrypted() || !is_packed_as_ours => Some(Rule::Packing),
        () if entry.size() > entry.compressed_size().saturating_mul(RATIO) => Some(Rule::Ratio),
        () => None,
    }
}

fn hostile(rule: Rule, entry: &str) -> Refusal {
    Refusal::Hostile { rule, entry: entry.to_owned() }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::{ZipWriter, write::SimpleFileOptions};

    use super::*;

    /// Opens an archive of these entries on a disk with so much room.
    fn open(entries: &[(&str, &[u8])], room: u64) -> Result<Archive, Refusal> {
        let folder = tempfile::tempdir().expect("tests have a disk");
        let path = folder.path().join("marque.planche");
        let mut zip = ZipWriter::new(std::fs::File::create(&path).expect("tests have a disk"));
        for (name, bytes) in entries {
            let options = SimpleFileOptions::DEFAULT.compression_method(CompressionMethod::Stored);
            zip.start_file(*name, options).and_then(|()| Ok(zip.write_all(bytes)?)).expect("tests have a disk");
        }
        zip.finish().expect("tests have a disk");
        Archive::open(&path, room)
    }

    #[test]
    fn half_of_what_is_free_is_taken_and_no_more() {
        let check = |length: usize, room, expected: Option<Refusal>| {
            let film = vec![7; length];
            assert_eq!(open(&[("planche", b"brand/1"), ("film", &film)], room).err(), expected);
        };
        check(1000, u64::MAX, None);
        check(1000, 2014, None);
        check(1000, 2013, Some(Refusal::TooLarge { size: 1007, room: 1006 }));
        check(0, 0, Some(Refusal::TooLarge { size: 7, room: 0 }));
    }

    #[test]
    fn what_is_there_is_what_is_expected() {
        let entries: [(&str, &[u8]); 3] = [("planche", b"brand/1"), ("b", b""), ("a", b"")];
        let archive = open(&entries, 1000).expect("it is sound");
        let require = |names: &[&str]| archive.require(names.iter().map(|name| (*name).to_owned()));
        assert_eq!(require(&["a", "b", "planche"]), Ok(()));
        assert_eq!(require(&["planche"]), Err(hostile(Rule::Unknown, "a")));
        assert_eq!(require(&["a", "b", "c", "planche"]), Err(Refusal::damaged("c")));
    }
}
