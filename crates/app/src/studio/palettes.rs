use std::{collections::BTreeMap, path::Path};

use planche_library::LibraryError;
use planche_media::{look, thumbnail};
use planche_model::{
    AssetId, BrandId, Charter, Color,
    charter::{Candidate, Colors, Origin, Proposal, Role, Swatch},
};
use planche_render::Pixels;
use planche_scene::Image;
use planche_tokens::{self as tokens, Laid, ReadError};

use super::{Studio, brands::Wearing, lock};
use crate::{
    kit,
    pictures::read_file,
    wire::{LeftOut, PaletteProposal, Problem, ReadPalette},
};

/// Pictures are read at this size, in px of the longer side: their colours are all there.
const SIDE: u32 = 256;

impl Studio {
    /// Finds colours in a picture or a file and proposes roles for them. Nothing changes.
    ///
    /// # Errors
    /// The file cannot be read, or holds no colours.
    #[expect(clippy::needless_pass_by_value, reason = "every command takes its input whole")]
    pub fn read_palette(&self, wanted: ReadPalette) -> Result<PaletteProposal, Problem> {
        let brand = BrandId(wanted.brand);
        let (source, bytes) = self.palette_source(brand, &wanted)?;
        let draft = Wearing::Draft.charter(&lock(&self.library), brand)?;
        match tokens::kind(&bytes) {
            Some(_) => self.of_tokens(brand, &draft, source, &bytes),
            None => self.of_picture(draft, source, &bytes),
        }
    }

    fn palette_source(&self, brand: BrandId, wanted: &ReadPalette) -> Result<(String, Vec<u8>), Problem> {
        if let Some(path) = &wanted.path {
            let name = Path::new(path).file_name().unwrap_or_default().to_string_lossy().into_owned();
            return Ok((name, read_file(Path::new(path))?));
        }
        let library = lock(&self.library);
        if let Some(id) = wanted.asset.map(AssetId) {
            let asset = library.assets().get(id)?.filter(|asset| asset.brand == brand);
            let asset = asset.ok_or(LibraryError::NoSuchAsset(id))?;
            return Ok((asset.description.name, library.blobs().read(asset.file.blob)?));
        }
        let logo = Wearing::Draft.charter(&library, brand)?.logo.ok_or_else(|| Problem::new("noLogo"))?;
        let blob = library.brands().file(brand, &logo.file)?.ok_or_else(|| Problem::new("notFound"))?;
        Ok((logo.file, library.blobs().read(blob)?))
    }

    fn of_tokens(
        &self,
        brand: BrandId,
        draft: &Charter,
        source: String,
        bytes: &[u8],
    ) -> Result<PaletteProposal, Problem> {
        let palette = tokens::read(bytes).map_err(|error| refused(&source, &error))?;
        if palette.colors.is_empty() {
            return Err(Problem::new("noColours").with("path", &source));
        }
        let Laid { charter, origins, left_out } = palette.lay_on(draft)?;
        // A look may be borrowed, a name may not.
        let Charter { name, tagline, language, .. } = draft.clone();
        let mut charter = Charter { name, tagline, language, ..charter };
        self.without_strange_files(brand, draft, &mut charter)?;
        let left_out = palette.left_out.iter().chain(&left_out);
        Ok(PaletteProposal {
            source,
            colors: palette.colors.clone(),
            proposal: charter.colors.clone(),
            adjusted: adjusted(&origins),
            left_out: left_out
                .map(|left| LeftOut { name: left.name.clone(), reason: left.reason.code().to_owned() })
                .collect(),
            charter,
        })
    }

    /// A file of tokens names drawings and typefaces that only the brand it was written from has.
    fn without_strange_files(&self, brand: BrandId, draft: &Charter, charter: &mut Charter) -> Result<(), Problem> {
        let known = lock(&self.library).brands().files(brand)?;
        let has = |file: &str| known.iter().any(|known| known.name == file);
        if !charter.logo.iter().flat_map(|logo| logo.files()).all(has) {
            charter.logo.clone_from(&draft.logo);
        }
        if !charter.motif.iter().all(|motif| has(&motif.file)) {
            charter.motif.clone_from(&draft.motif);
        }
        let faces = [(&mut charter.fonts.title, &draft.fonts.title), (&mut charter.fonts.text, &draft.fonts.text)];
        let fonts = &self.engine.assets.fonts;
        for (face, own) in faces {
            let can_be_had =
                if face.file.is_empty() { fonts.has(&face.family) } else { face.file.iter().all(|file| has(file)) };
            if !can_be_had {
                face.clone_from(own);
            }
        }
        Ok(())
    }

    fn of_picture(&self, draft: Charter, source: String, bytes: &[u8]) -> Result<PaletteProposal, Problem> {
        let image = self.palette_picture(&source, bytes)?;
        let found = look::of(&image).palette;
        if found.is_empty() {
            return Err(Problem::new("noColours").with("path", &source));
        }
        let candidates: Vec<Candidate> = found.iter().map(candidate).collect();
        let Proposal { colors: proposal, origins } = Colors::proposed(&candidates);
        Ok(PaletteProposal {
            source,
            colors: candidates.into_iter().map(|Candidate { name, value, .. }| Swatch { name, value }).collect(),
            charter: Charter { colors: proposal.clone(), ..draft },
            proposal,
            adjusted: adjusted(&origins),
            left_out: Vec::new(),
        })
    }

    /// A photograph, or a drawing as it looks on nothing.
    fn palette_picture(&self, name: &str, bytes: &[u8]) -> Result<Image, Problem> {
        if let Ok(decoded) = thumbnail::of(bytes, SIDE) {
            return Ok(decoded.image);
        }
        let scene = kit::parse(name, bytes).map_err(|_| Problem::new("noColours").with("path", name))?;
        let width = (f64::from(SIDE) * scene.size.width / scene.size.width.max(scene.size.height)).max(1.0) as u32;
        let pixels = self.engine.work(|bench| bench.rasterizer.draw(&scene, width))?;
        let Pixels { width, height, rgba } = pixels;
        let id = *blake3::hash(bytes).as_bytes();
        Ok(Image { id, width, height, pixels: rgba.into(), opaque: true, encoded: None })
    }
}

fn candidate(swatch: &look::Swatch) -> Candidate {
    let [red, green, blue] = swatch.color;
    Candidate { name: String::new(), value: Color { red, green, blue }, weight: swatch.share.into(), role: None }
}

fn adjusted(origins: &BTreeMap<Role, Origin>) -> Vec<Role> {
    origins.iter().filter(|(_, origin)| matches!(origin, Origin::Adjusted { .. })).map(|(role, _)| *role).collect()
}

fn refused(path: &str, error: &ReadError) -> Problem {
    let code = match error {
        ReadError::Unknown => "noColours",
        ReadError::TooLarge(_) | ReadError::TooMany | ReadError::TooDeep => "paletteTooLarge",
        ReadError::Damaged(_) => "damagedPalette",
    };
    Problem::new(code).with("path", path).with("detail", error)
}
