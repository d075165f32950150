//! Whether every file of a pack is what it is called, and of use.

use std::{cell::RefCell, collections::HashMap};

use planche_library::{AssetFile, Content};
use planche_media::MediaError;
use planche_model::{Charter, asset::ContentHash};
use rayon::prelude::*;

use super::{
    Pack, Refusal,
    check::{signed, worn},
};
use crate::{
    Assets,
    consent_file::LARGEST_MIB,
    import::{film_file, picture_file},
    kit,
    pictures::LARGEST_FILE,
    wire::Problem,
};

/// How many bytes of pictures are read before they are looked at, on every core.
const AT_ONCE: u64 = 128 << 20;

/// What the bytes of each file are.
pub(crate) type Proved = HashMap<ContentHash, AssetFile>;

impl Pack {
    /// Reads every file: its bytes are those of its name, drawings and typefaces are such that the charters that are worn can
    /// be composed with, pictures can be decoded, films have the headers of one. Nothing is written.
    pub(crate) fn prove(&mut self, assets: &Assets) -> Result<Proved, Refusal> {
        self.prove_charters(assets)?;
        let signed: Vec<ContentHash> = signed(&self.content).collect();
        for blob in signed {
            self.archive.bytes(blob, LARGEST_MIB << 20)?;
        }
        self.prove_assets()
    }

    fn prove_charters(&mut self, assets: &Assets) -> Result<(), Refusal> {
        let Self { archive, brand, .. } = self;
        brand.files.iter().try_for_each(|file| archive.stream(file.blob, |_| Ok(())))?;
        // One at a time is in the memory: a stranger may have sent many, and long ones.
        let archive = RefCell::new(archive);
        let read = |name: &str| {
            let file = brand.files.iter().find(|file| file.name == name);
            let content = file.and_then(|file| archive.borrow_mut().bytes(file.blob, LARGEST_FILE).ok());
            content.map(Content::into_bytes).ok_or_else(|| Problem::new("missingFile").with("path", name))
        };
        worn(brand, &self.charters, &self.documents).try_for_each(|charter| {
            let composed = kit::build(charter.clone(), assets, read);
            composed.map(drop).map_err(|problem| lacking(charter, &problem))
        })
    }

    fn prove_assets(&mut self) -> Result<Proved, Refusal> {
        let mut proved = Proved::new();
        let (mut waiting, mut bytes) = (Vec::new(), 0);
        for sheet in &self.content.assets {
            if let Some(video) = self.archive.film(sheet.blob) {
                self.archive.stream(sheet.blob, |_| Ok(()))?;
                let length = self.archive.length(sheet.blob).unwrap_or_default();
                proved.insert(sheet.blob, film_file(&video, sheet.blob.into(), length));
                continue;
            }
            let content = self.archive.bytes(sheet.blob, LARGEST_FILE)?;
            bytes += content.bytes().len() as u64;
            waiting.push((sheet.name.as_str(), content));
            if bytes >= AT_ONCE {
                proved.extend(look(std::mem::take(&mut waiting))?);
                bytes = 0;
            }
        }
        proved.extend(look(waiting)?);
        Ok(proved)
    }
}

/// What the bytes of pictures are.
fn look(pictures: Vec<(&str, Content)>) -> Result<Vec<(ContentHash, AssetFile)>, Refusal> {
    let prove = |(name, content): (&str, Content)| {
        let file = picture_file(&content).map_err(|_: MediaError| Refusal::damaged(name))?;
        Ok((content.hash().into(), file))
    };
    pictures.into_par_iter().map(prove).collect()
}

/// What a charter needs that is not there, or cannot be used: a typeface, a family of templates, a file.
fn lacking(charter: &Charter, problem: &Problem) -> Refusal {
    let needed = ["font", "template", "path", "detail"].iter().find_map(|name| problem.parameters.get(*name));
    Refusal::Charter { name: charter.name.clone(), detail: needed.unwrap_or(&problem.code).clone() }
}
