use std::{collections::HashSet, path::Path};

use planche_library::{AGREEMENTS, Asset, LibraryError, Wall, files};
use planche_media::facts;
use planche_model::{
    BrandId,
    asset::{AssetQuery, AssetSort, Consent, ContentHash},
};

use super::{Studio, lock};
use crate::{
    consent_file,
    said::{self, Ties},
    wire::Problem,
};

/// How many files are read at once.
const STRETCH: usize = 200;

/// What left a library.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Left {
    /// How many files were written, each with its sidecar.
    pub files: usize,
    /// Those that could not be, and signed documents that could not be.
    pub failed: Vec<Problem>,
    /// The signed documents that were written, or are not there any more.
    signed: HashSet<ContentHash>,
}

impl Studio {
    /// Writes every file of a brand's library in a folder, as it came in, and beside it what was said of it as an XMP
    /// sidecar (`bol.jpg.xmp`) that other programs read. The signed documents of agreements go in a [folder](AGREEMENTS)
    /// beside them. Files of one name are numbered; none is written over.
    ///
    /// # Errors
    /// The folder cannot be written. A file that is missing or damaged is only told.
    pub fn leave(&self, brand: BrandId, folder: &Path) -> Result<Left, Problem> {
        files::create_folder(folder)?;
        let query = AssetQuery { sort: AssetSort::Oldest, ..AssetQuery::default() };
        let (mut left, mut after) = (Left::default(), None::<String>);
        loop {
            let found = lock(&self.library).assets().find(Wall {
                brand,
                query: &query,
                after: after.as_deref(),
                limit: STRETCH,
                today: &self.today(),
            })?;
            found.assets.iter().try_for_each(|asset| self.write_out(asset, folder, &mut left))?;
            after = found.after;
            if after.is_none() {
                return Ok(left);
            }
        }
    }

    fn write_out(&self, asset: &Asset, folder: &Path, left: &mut Left) -> Result<(), Problem> {
        let blobs = lock(&self.library).blobs().clone();
        let blob = blobs.path(asset.file.blob);
        let written = match files::copy_new(&blob, &folder.join(file_name(asset))) {
            Ok(written) => written,
            Err(LibraryError::MissingFile { path } | LibraryError::Io { path, .. }) if path == blob => {
                left.failed.push(Problem::new("missingBlob").with("path", &asset.description.name));
                return Ok(());
            }
            Err(error) => return Err(error.into()),
        };
        let mut sidecar = written.into_os_string();
        sidecar.push(".xmp");
        let ties = self.ties(asset)?;
        self.write_signed(&ties.consents, folder, left)?;
        let said = said::facts(asset, ties);
        files::write(Path::new(&sidecar), facts::sidecar(&said).as_bytes())?;
        left.files += 1;
        Ok(())
    }

    /// Writes the documents of these agreements that were not written yet.
    fn write_signed(&self, consents: &[Consent], folder: &Path, left: &mut Left) -> Result<(), Problem> {
        let blobs = lock(&self.library).blobs().clone();
        for file in consents.iter().filter_map(|consent| consent.file.as_ref()) {
            if !left.signed.insert(file.blob) {
                continue;
            }
            match consent_file::put(file, &folder.join(AGREEMENTS), &blobs) {
                Err(problem) if problem.code == "missingProof" => left.failed.push(problem),
                written => drop(written?),
            }
        }
        Ok(())
    }

    fn ties(&self, asset: &Asset) -> Result<Ties, Problem> {
        let library = lock(&self.library);
        let collections = asset.description.collections.iter();
        let collections: Vec<_> = collections.map(|id| library.collections().get(*id)).collect::<Result<_, _>>()?;
        let collections = collections.into_iter().flatten().map(|collection| collection.name).collect();
        Ok(Ties { collections, consents: library.assets().consents(asset.id)? })
    }
}

/// What it is called, fit for any disk, with the extension of what it is.
fn file_name(asset: &Asset) -> String {
    let name = &asset.description.name;
    let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
    let safe: String = stem
        .chars()
        .map(|letter| if letter.is_control() || r#"/\:*?"<>|"#.contains(letter) { '-' } else { letter })
        .collect();
    let safe = safe.trim_matches(['.', ' ']);
    // A name of 255 bytes is the most that disks take: letters take four at most.
    let short: String = safe.chars().take(60).collect();
    format!("{}.{}", if short.is_empty() { "sans-nom" } else { &short }, asset.file.format)
}
