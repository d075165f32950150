use std::path::Path;

use planche_library::{BrandFile, files};
use planche_media::font;
use planche_model::BrandId;

use super::{Studio, lock};
use crate::{
    kit,
    pictures::read_file,
    wire::{AddBrandFile, Problem},
};

impl Studio {
    /// Copies a drawing or a typeface into the library, for the brand's charter to name; answers with the name it has
    /// there. A file of the same name with other bytes stays beside it: charters of before still name it.
    ///
    /// # Errors
    /// The file cannot be read, is no drawing, or is a typeface that is not safe to use.
    pub fn add_brand_file(&self, AddBrandFile { brand, path }: AddBrandFile) -> Result<String, Problem> {
        let (name, bytes) = if is_typeface(&path) { read_typeface(&path)? } else { read_drawing(&path)? };
        let id = BrandId(brand);
        let mut library = lock(&self.library);
        let blob = library.blobs().put(&bytes)?;
        let known = library.brands().files(id)?;
        let is_free = |name: &String| known.iter().all(|file| file.name != *name || file.blob == blob);
        let names = files::names(Path::new(&name)).map(|name| name.to_string_lossy().into_owned());
        let name = names.into_iter().find(is_free).expect("there is always another number to try");
        let file = BrandFile { name, blob };
        library.transact(|transaction| transaction.brands_mut().set_file(id, &file))?;
        Ok(file.name)
    }

    /// The letters of an offered typeface, by its place in the list, for the window to write with.
    pub fn typeface(&self, place: usize) -> Result<(Vec<u8>, &'static str), Problem> {
        let fonts = &self.engine.assets.fonts;
        let bytes = fonts.offered().nth(place).and_then(|family| fonts.first_file(family));
        Ok((bytes.ok_or_else(|| Problem::new("notFound"))?, "font/ttf"))
    }
}

/// A logo or a motif, proved to be one: its name and its bytes.
pub(super) fn read_drawing(path: &str) -> Result<(String, Vec<u8>), Problem> {
    let bytes = read_file(Path::new(path))?;
    kit::parse(path, &bytes).map_err(|_| Problem::new("badLogo").with("path", path))?;
    Ok((name_of(path), bytes))
}

fn is_typeface(path: &str) -> bool {
    let extension = Path::new(path).extension().unwrap_or_default().to_ascii_lowercase();
    ["ttf", "otf", "woff2"].iter().any(|known| extension == *known)
}

/// A typeface, proved safe to use.
fn read_typeface(path: &str) -> Result<(String, Vec<u8>), Problem> {
    let (bytes, name) = (read_file(Path::new(path))?, name_of(path));
    font::read(&bytes).map_err(|error| Problem::of_font(&name, &error))?;
    Ok((name, bytes))
}

fn name_of(path: &str) -> String {
    Path::new(path).file_name().map_or_else(|| "logo".to_owned(), |name| name.to_string_lossy().into_owned())
}
