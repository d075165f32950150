//! The machinery that composes and draws, shared by previews, exports and the command line.

use std::sync::{Arc, Mutex, PoisonError};

use planche_layout::{Composition, Compositor, Fonts, Job};
use planche_render::raster::{PictureCache, Rasterizer};

use crate::{Assets, checks};

/// Workbenches to compose and draw at. As many are made as threads ask at once; each keeps its tools warm.
pub struct Engine {
    /// What ships with the studio.
    pub assets: Arc<Assets>,
    pictures: Arc<PictureCache>,
    benches: Mutex<Vec<Workbench>>,
}

/// One thread's tools.
pub struct Workbench {
    /// Composes pages.
    pub compositor: Compositor,
    /// Draws them.
    pub rasterizer: Rasterizer,
    fonts: Fonts,
}

impl Workbench {
    /// Composes a page and holds it against its charter.
    pub fn compose(&mut self, job: Job<'_>) -> Composition {
        let mut composition = self.compositor.compose(job);
        let said = checks::visual(job, &composition, &self.fonts, &mut self.rasterizer);
        let found = composition.findings.into_iter().filter_map(|finding| job.brand.charter.graded(finding));
        composition.findings = found.chain(said).collect();
        composition
    }
}

/// How many bytes of resampled photographs are kept.
const RESAMPLED: usize = 256 << 20;

impl Engine {
    /// An engine for these assets.
    pub fn new(assets: Arc<Assets>) -> Self {
        Self { assets, pictures: Arc::new(PictureCache::new(RESAMPLED)), benches: Mutex::default() }
    }

    /// Works at a free bench.
    pub fn work<T>(&self, work: impl FnOnce(&mut Workbench) -> T) -> T {
        let free = self.lock().pop();
        let mut bench = free.unwrap_or_else(|| Workbench {
            compositor: Compositor::new(&self.assets.fonts),
            rasterizer: Rasterizer::new(self.pictures.clone()),
            fonts: self.assets.fonts.clone(),
        });
        let done = work(&mut bench);
        self.lock().push(bench);
        done
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Workbench>> {
        // A bench is either in the list or with its thread: a panic loses one, it breaks none.
        self.benches.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
