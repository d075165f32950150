use std::{
    path::Path,
    sync::{Arc, Mutex},
};

use planche_library::{Asset, Library};
use planche_media::Limits;
use planche_model::AssetId;

use super::{Studio, lock};
use crate::{
    pictures::{PictureSource, file_name, read_file},
    wire::Problem,
};

/// Pictures of the library: nodes call them `asset:<id>`.
pub(super) struct LibraryPhotos(pub Arc<Mutex<Library>>);

impl PictureSource for LibraryPhotos {
    fn read(&self, source: &str) -> Result<Vec<u8>, Problem> {
        let missing = || Problem::new("missingFile").with("path", source);
        let path = {
            let library = lock(&self.0);
            let asset = library.assets().get(Asset::of_source(source).ok_or_else(missing)?)?.ok_or_else(missing)?;
            library.blobs().path(asset.blob)
        };
        read_file(&path)
    }

    fn name(&self, source: &str) -> String {
        let asset = Asset::of_source(source).and_then(|id| lock(&self.0).assets().get(id).ok().flatten());
        asset.map_or_else(|| source.to_owned(), |asset| asset.name)
    }
}

impl Studio {
    /// Copies a photograph into the library; the answer is what nodes call it. The same file comes in once.
    pub(super) fn import(&self, path: &Path) -> Result<String, Problem> {
        let bytes = read_file(path)?;
        let decoded = planche_media::decode(&bytes, Limits::default())
            .map_err(|error| Problem::of_picture(&path.to_string_lossy(), &error))?;
        let mut library = lock(&self.library);
        let blob = library.blobs().put(&bytes)?;
        if let Some(known) = library.assets().with_blob(blob)? {
            return Ok(Asset::source(known.id));
        }
        let asset = Asset {
            id: AssetId(self.host.id()),
            blob,
            name: file_name(path),
            width: decoded.width,
            height: decoded.height,
            bytes: bytes.len() as u64,
            created: self.now(),
        };
        let id = library.transact(|transaction| transaction.assets_mut().insert(&asset))?.0;
        Ok(Asset::source(id))
    }
}
