use std::{fs, path::PathBuf};

use crate::{Hash, Library, LibraryError, files};

/// Small pictures of the library's files, `thumbs/ab/<hash>-<side>`. They can be made again: losing them costs time.
#[derive(Clone, Debug)]
pub struct Thumbs {
    folder: PathBuf,
    writable: bool,
}

impl Library {
    /// The small pictures of this library's files.
    pub fn thumbs(&self) -> Thumbs {
        Thumbs { folder: self.folder().join("thumbs"), writable: !self.is_read_only() }
    }
}

impl Thumbs {
    /// The file of at most so many pixels a side, when it was made before.
    pub fn get(&self, of: Hash, side: u32) -> Option<Vec<u8>> {
        fs::read(self.path(of, side)).ok().filter(|bytes| !bytes.is_empty())
    }

    /// Keeps a file that was made, unless the library can only be read.
    pub fn put(&self, of: Hash, side: u32, bytes: &[u8]) -> Result<(), LibraryError> {
        if !self.writable {
            return Ok(());
        }
        let path = self.path(of, side);
        files::create_folder(files::folder_of(&path))?;
        files::write(&path, bytes)
    }

    fn path(&self, of: Hash, side: u32) -> PathBuf {
        let name = of.to_string();
        self.folder.join(&name[..2]).join(format!("{name}-{side}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_picture_is_kept_by_its_file_and_its_size() {
        let folder = tempfile::tempdir().unwrap();
        let thumbs = Thumbs { folder: folder.path().join("thumbs"), writable: true };
        let hash = Hash::of(b"photo");
        assert_eq!(thumbs.get(hash, 256), None);
        thumbs.put(hash, 256, b"small").unwrap();
        assert_eq!((thumbs.get(hash, 256).as_deref(), thumbs.get(hash, 512)), (Some(&b"small"[..]), None));
        let read_only = Thumbs { writable: false, ..thumbs };
        read_only.put(hash, 512, b"other").unwrap();
        assert_eq!(read_only.get(hash, 512), None);
    }
}
