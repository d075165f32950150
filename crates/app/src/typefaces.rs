//! The typefaces that a charter brings with it.

use planche_layout::{FontFamily, FontFile, Purpose};
use planche_media::font;
use planche_model::{Charter, Finding, charter::Face};

use crate::{Assets, checks, wire::Problem};

/// A charter's own typefaces, ready to set text in.
#[derive(Default)]
pub(crate) struct Own {
    /// The families, under names that no other brand's have.
    pub families: Vec<FontFamily>,
    /// What carrying them in a file would do against their licences.
    pub embedding: Vec<Finding>,
}

/// Finds the typefaces of a charter: those that ship, and those it brings, whose families take names of their own.
///
/// # Errors
/// A family that does not ship, or a file that is not there or is not safe to use.
pub(crate) fn find(
    charter: &mut Charter,
    assets: &Assets,
    read: &impl Fn(&str) -> Result<Vec<u8>, Problem>,
) -> Result<Own, Problem> {
    let mut own = Own::default();
    for face in [&mut charter.fonts.title, &mut charter.fonts.text] {
        if !face.file.is_empty() {
            own.add(face, read)?;
        } else if !assets.fonts.has(&face.family) {
            return Err(Problem::new("unknownFont").with("font", &face.family));
        }
    }
    Ok(own)
}

impl Own {
    fn add(&mut self, face: &mut Face, read: &impl Fn(&str) -> Result<Vec<u8>, Problem>) -> Result<(), Problem> {
        let mut made_of = blake3::Hasher::new();
        let (mut files, mut embedding) = (Vec::new(), Vec::new());
        for name in &face.file {
            let typeface = font::read(&read(name)?).map_err(|error| Problem::of_font(name, &error))?;
            made_of.update(blake3::hash(&typeface.bytes).as_bytes());
            embedding.extend(checks::embedding(&face.family, typeface.rights));
            files.push(FontFile::of(typeface.bytes));
        }
        // The name says the bytes: what is drawn with another file is another picture.
        face.family = format!("{} {}", face.family, &made_of.finalize().to_hex()[..16]);
        let name = face.family.clone();
        if self.families.iter().all(|known| known.name != name) {
            self.families.push(FontFamily { name, purpose: Purpose::Asked, files });
        }
        embedding.retain(|finding| !self.embedding.contains(finding));
        embedding.dedup();
        self.embedding.extend(embedding);
        Ok(())
    }
}
