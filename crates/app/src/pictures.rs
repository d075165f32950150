//! Photographs, read and decoded once.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use planche_layout::Pictures;
use planche_library::files;
use planche_media::{
    Limits,
    treatment::{Duotone, Treatment},
};
use planche_model::{Charter, Color};
use planche_scene::Image;

use crate::{checks::Usable, wire::Problem};

/// Where a picture's bytes come from.
pub trait PictureSource: Send + Sync {
    /// The file a node names.
    fn read(&self, source: &str) -> Result<Vec<u8>, Problem>;

    /// What there is to say of that file.
    fn about(&self, source: &str) -> About;
}

/// What there is to say of a picture's file.
pub struct About {
    /// What people call it.
    pub name: String,
    /// What may be done with it, when that is known.
    pub usable: Option<Usable>,
}

/// Decoded pictures by what nodes call them and what was done to them; those used longest ago make room.
pub struct PictureStore {
    source: Box<dyn PictureSource>,
    decoded: Mutex<Decoded>,
}

#[derive(Default)]
struct Decoded {
    pictures: HashMap<Look, Entry>,
    bytes: usize,
    clock: u64,
}

/// What nodes call a picture, and a text that tells its treatment from any other; empty when there is none.
type Look = (String, String);

struct Entry {
    picture: Result<Image, Problem>,
    used: u64,
}

/// A photograph file larger than this is not read: no camera writes one, and a mistake would fill the memory.
pub(crate) const LARGEST_FILE: u64 = 512 << 20;
/// How many bytes of pixels stay decoded: about twelve photographs of 20 megapixels.
const BUDGET: usize = 512 << 20;

impl PictureStore {
    /// A store that reads from there.
    pub fn new(source: impl PictureSource + 'static) -> Self {
        Self { source: Box::new(source), decoded: Mutex::default() }
    }

    /// The picture, decoded, or why it cannot be had.
    pub fn load(&self, source: &str) -> Result<Image, Problem> {
        self.find((source.to_owned(), String::new()), || {
            self.source.read(source).and_then(|bytes| decode(source, &bytes))
        })
    }

    /// The picture as the charter wants it.
    pub fn treated(&self, source: &str, charter: &Charter) -> Result<Image, Problem> {
        let treatment = treatment(charter);
        if treatment == Treatment::default() {
            return self.load(source);
        }
        self.find((source.to_owned(), format!("{treatment:?}")), || Ok(treatment.applied(&self.load(source)?)))
    }

    fn find(&self, look: Look, make: impl FnOnce() -> Result<Image, Problem>) -> Result<Image, Problem> {
        if let Some(known) = self.lock().get(&look) {
            return known;
        }
        let picture = make();
        self.lock().insert(look, picture.clone());
        picture
    }

    /// What there is to say of the picture's file.
    pub fn about(&self, source: &str) -> About {
        self.source.about(source)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Decoded> {
        // The map is whole between two statements, so a panic elsewhere leaves nothing broken.
        self.decoded.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Pictures for PictureStore {
    fn picture(&self, source: &str, charter: &Charter) -> Option<Image> {
        self.treated(source, charter).ok()
    }
}

impl Decoded {
    fn get(&mut self, look: &Look) -> Option<Result<Image, Problem>> {
        self.clock += 1;
        let entry = self.pictures.get_mut(look)?;
        entry.used = self.clock;
        Some(entry.picture.clone())
    }

    fn insert(&mut self, look: Look, picture: Result<Image, Problem>) {
        self.clock += 1;
        self.bytes += weight(&picture);
        let entry = Entry { picture, used: self.clock };
        if let Some(replaced) = self.pictures.insert(look, entry) {
            self.bytes -= weight(&replaced.picture);
        }
        while self.bytes > BUDGET && self.pictures.len() > 1 {
            self.forget_oldest();
        }
    }

    fn forget_oldest(&mut self) {
        let oldest = self.pictures.iter().min_by_key(|(_, entry)| entry.used).map(|(look, _)| look.clone());
        if let Some(entry) = oldest.and_then(|look| self.pictures.remove(&look)) {
            self.bytes -= weight(&entry.picture);
        }
    }
}

fn weight(picture: &Result<Image, Problem>) -> usize {
    picture.as_ref().map_or(0, |image| image.pixels.len())
}

fn decode(source: &str, bytes: &[u8]) -> Result<Image, Problem> {
    planche_media::decode(bytes, Limits::default())
        .map(|decoded| decoded.image)
        .map_err(|error| Problem::of_picture(source, &error))
}

/// What a charter does to photographs, in its colours.
fn treatment(charter: &Charter) -> Treatment {
    let wanted = &charter.photographs;
    let rgb = |Color { red, green, blue }: Color| [red, green, blue];
    let duotone = wanted.duotone.map(|roles| roles.map(|role| rgb(charter.colors.of(role))));
    Treatment {
        blur: wanted.blur,
        brightness: wanted.brightness,
        contrast: wanted.contrast,
        saturation: wanted.saturation,
        duotone: duotone.map(|[dark, light]| Duotone { dark, light }),
        grain: wanted.grain,
        seed: 0,
    }
}

/// Pictures as paths from a folder: those of an outline on the command line.
pub struct Folder(pub PathBuf);

impl PictureSource for Folder {
    fn read(&self, source: &str) -> Result<Vec<u8>, Problem> {
        read_file(&self.0.join(source))
    }

    fn about(&self, source: &str) -> About {
        About { name: file_name(Path::new(source)), usable: None }
    }
}

/// A photograph's file.
pub(crate) fn read_file(path: &Path) -> Result<Vec<u8>, Problem> {
    Ok(files::read(path, LARGEST_FILE)?)
}

/// The last part of a path, as people read it.
pub(crate) fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
