use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use kurbo::Rect;
use planche_scene::ImageId;
use vello_cpu::Pixmap;

/// Resampled pictures and shadows, shared between rasterizers; the least recently used go first when memory runs out.
pub struct PictureCache {
    /// How many bytes of pixels to keep.
    budget: usize,
    shelf: Mutex<Shelf>,
}

/// What makes two drawn pictures the same.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) enum PictureKey {
    /// The image, the part of it (as bits, since floats have no equality that hashes) and the size in pixels.
    Resampled { image: ImageId, source: [u64; 4], width: u16, height: u16 },
    /// All that decides how a shadow looks.
    Shadow(Arc<[u64]>),
}

impl PictureKey {
    pub(super) fn resampled(image: ImageId, source: Rect, width: u16, height: u16) -> Self {
        let source = [source.x0, source.y0, source.x1, source.y1].map(f64::to_bits);
        Self::Resampled { image, source, width, height }
    }
}

#[derive(Default)]
struct Shelf {
    pictures: HashMap<PictureKey, Kept>,
    bytes: usize,
    /// Counts uses, so that recency needs no clock.
    uses: u64,
}

struct Kept {
    pixels: Arc<Pixmap>,
    used: u64,
}

impl Default for PictureCache {
    /// 256 MB: some forty full pages at 1080x1350.
    fn default() -> Self {
        Self::new(256 << 20)
    }
}

impl PictureCache {
    /// A cache that keeps at most `budget` bytes of pixels.
    pub fn new(budget: usize) -> Self {
        Self { budget, shelf: Mutex::default() }
    }

    /// The picture under `key`, made by `make` when it is not there.
    ///
    /// Two threads may make the same picture at once; both get the same pixels, and neither waits for the other.
    pub(super) fn get<E>(&self, key: PictureKey, make: impl FnOnce() -> Result<Pixmap, E>) -> Result<Arc<Pixmap>, E> {
        if let Some(pixels) = self.shelf().find(&key) {
            return Ok(pixels);
        }
        let pixels = Arc::new(make()?);
        self.shelf().keep(key, &pixels, self.budget);
        Ok(pixels)
    }

    fn shelf(&self) -> MutexGuard<'_, Shelf> {
        // A panic elsewhere leaves the shelf whole: every change to it is complete before anything can fail.
        self.shelf.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Shelf {
    fn find(&mut self, key: &PictureKey) -> Option<Arc<Pixmap>> {
        self.uses += 1;
        let kept = self.pictures.get_mut(key)?;
        kept.used = self.uses;
        Some(Arc::clone(&kept.pixels))
    }

    fn keep(&mut self, key: PictureKey, pixels: &Arc<Pixmap>, budget: usize) {
        self.uses += 1;
        let kept = Kept { pixels: Arc::clone(pixels), used: self.uses };
        self.bytes += size(pixels);
        if let Some(replaced) = self.pictures.insert(key, kept) {
            self.bytes -= size(&replaced.pixels);
        }
        while self.bytes > budget {
            self.drop_oldest();
        }
    }

    fn drop_oldest(&mut self) {
        let oldest = self.pictures.iter().min_by_key(|(_, kept)| kept.used).map(|(key, _)| key.clone());
        let dropped = oldest.and_then(|key| self.pictures.remove(&key));
        self.bytes -= dropped.map_or(self.bytes, |kept| size(&kept.pixels));
    }
}

fn size(pixels: &Pixmap) -> usize {
    pixels.data_as_u8_slice().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PICTURE: usize = 4 * 4 * 4;

    fn key(image: u8) -> PictureKey {
        PictureKey::resampled([image; 32], Rect::new(0.0, 0.0, 4.0, 4.0), 4, 4)
    }

    /// Asks for the pictures in turn and tells which had to be made.
    fn check(budget: usize, asked: &[u8], made: &[u8]) {
        let cache = PictureCache::new(budget);
        let mut misses = Vec::new();
        for image in asked {
            let make = || {
                misses.push(*image);
                Ok::<_, ()>(Pixmap::new(4, 4))
            };
            cache.get(key(*image), make).unwrap();
        }
        assert_eq!(misses, made);
        assert!(cache.shelf().bytes <= budget);
    }

    #[test]
    fn keeps_what_fits() {
        check(2 * PICTURE, &[1, 2, 1, 2], &[1, 2]);
    }

    #[test]
    fn drops_the_least_recently_used() {
        check(2 * PICTURE, &[1, 2, 1, 3, 1, 2], &[1, 2, 3, 2]);
    }

    #[test]
    fn draws_a_picture_larger_than_the_budget_without_keeping_it() {
        check(PICTURE / 2, &[1, 1], &[1, 1]);
    }
}
