//! The studio's side of `tests/bench`: one slide with a gradient, a photograph, a card with a soft shadow, emoji and a
//! logo, drawn from its outline again and again under other headlines. Prints one line of JSON a measure.
//!
//! `slides peers COUNT [SAVE]`: pixels, PNG and JPEG on one thread, then what encoding the same pixels alone takes.
//! `slides threads COUNT`: PNG on one thread, then on two. `slides memory COUNT`: what the process holds after a part
//! of them and after all. `slides pages`: a page of a document of ten and of a thousand.
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

use std::{
    error::Error,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Instant,
};

use cpu_time::ProcessTime;
use planche_app::{
    Assets, Engine, kit,
    pictures::{Folder, PictureStore},
    wire::Problem,
};
use planche_layout::{BrandKit, Job};
use planche_model::{BrandId, Charter, Document, DocumentId, Format, FormatId, PageId, outline, template::Family};
use planche_render::{Pixels, encode};
use serde_json::json;
use uuid::Uuid;

type Failure = Box<dyn Error + Send + Sync>;
type Encoder = fn(&Pixels) -> Result<Vec<u8>, planche_render::RenderError>;

const KINDS: [(&str, Encoder); 4] = [("raw", raw), ("png", png), ("fast-png", fast_png), ("jpeg", jpeg)];

fn main() -> Result<(), Failure> {
    let mut arguments = std::env::args().skip(1);
    let (what, count) = (arguments.next().unwrap_or_default(), arguments.next());
    let count = count.map_or(Ok(50), |count| count.parse())?;
    let slides = Slides::new()?;
    match what.as_str() {
        "peers" => slides.peers(count, arguments.next().map(PathBuf::from)),
        "threads" => slides.threads(count),
        "memory" => slides.memory(count),
        "pages" => slides.pages(),
        _ => Err("say which: peers, threads, memory or pages".into()),
    }
}

struct Slides {
    engine: Engine,
    brand: BrandKit,
    pictures: PictureStore,
    format: Format,
}

impl Slides {
    fn new() -> Result<Self, Failure> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let engine = Engine::new(Arc::new(Assets::load(&root.join("assets")).map_err(told)?));
        let folder = engine.assets.sample("maree-basse");
        let charter = Charter::parse(&std::fs::read_to_string(folder.join("charter.json"))?)?;
        let read = |name: &str| std::fs::read(folder.join(name)).map_err(|_| Problem::new("missingFile"));
        let built = kit::build(charter, &engine.assets, read).map_err(told)?;
        let family = Family::parse(&std::fs::read_to_string(root.join("tests/bench/slide/template.json"))?)?;
        let format = engine.assets.formats.get(&FormatId::from("ig_carousel_4_5")).ok_or("no format")?.clone();
        let pictures = PictureStore::new(Folder(folder));
        Ok(Self { brand: BrandKit { family: Arc::new(family), ..built }, engine, pictures, format })
    }

    fn peers(&self, count: usize, save: Option<PathBuf>) -> Result<(), Failure> {
        for (kind, encode) in KINDS {
            (0..3).try_for_each(|at| self.draw(at, encode).map(drop))?;
            measure(&format!("planche {kind}"), count, || (0..count).map(|at| Ok(self.draw(at, encode)?.len())).sum())?;
        }
        let pixels = self.pixels(&self.document(1, 0))?;
        for (kind, encode) in KINDS {
            measure(&format!("encoding alone {kind}"), count, || (0..count).map(|_| Ok(encode(&pixels)?.len())).sum())?;
        }
        if let Some(folder) = save {
            std::fs::write(folder.join("planche.png"), png(&pixels)?)?;
        }
        Ok(())
    }

    fn threads(&self, count: usize) -> Result<(), Failure> {
        for threads in [1, 2, 1, 2] {
            let next = AtomicUsize::new(0);
            let work = || -> Result<usize, Failure> {
                let mine = std::iter::repeat_with(|| next.fetch_add(1, Ordering::Relaxed)).take_while(|at| *at < count);
                mine.map(|at| Ok(self.draw(at, png)?.len())).sum()
            };
            measure(&format!("planche png on {threads}"), count, || {
                std::thread::scope(|scope| {
                    let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
                    workers.into_iter().map(|worker| worker.join().expect("a worker gives its errors back")).sum()
                })
            })?;
        }
        Ok(())
    }

    fn memory(&self, count: usize) -> Result<(), Failure> {
        const FIRST: usize = 200;
        for at in 0..count {
            self.draw(at, fast_png)?;
            if at + 1 == FIRST || at + 1 == count {
                println!("{}", json!({ "name": "memory", "count": at + 1, "kilobytes": resident()? }));
            }
        }
        Ok(())
    }

    fn pages(&self) -> Result<(), Failure> {
        for count in [10, 1000, 10, 1000] {
            let document = self.document(count, 0);
            let pages: Vec<PageId> = document.pages().iter().map(|page| page.id).collect();
            let compose = |page: &PageId| self.scene(&document, *page).items.len();
            compose(&pages[0]);
            measure(&format!("compose a page of {count}"), count, || Ok(pages.iter().map(compose).sum()))?;
        }
        Ok(())
    }

    fn draw(&self, at: usize, encode: Encoder) -> Result<Vec<u8>, Failure> {
        Ok(encode(&self.pixels(&self.document(1, at))?)?)
    }

    fn pixels(&self, document: &Document) -> Result<Pixels, Failure> {
        let scene = self.scene(document, document.pages()[0].id);
        Ok(self.engine.work(|bench| bench.rasterizer.draw(&scene, self.format.width))?)
    }

    fn scene(&self, document: &Document, page: PageId) -> planche_scene::Scene {
        let job = Job { document, page, format: &self.format, brand: &self.brand, pictures: &self.pictures };
        self.engine.work(|bench| bench.compositor.compose(job)).scene
    }

    /// So many pages; their headlines begin to count at `first`.
    fn document(&self, pages: usize, first: usize) -> Document {
        let page = |at| {
            format!(
                "# Publier {at} fois moins, mais mieux : « l’été » où tout a changé 🚀\n\n*L’ATELIER — N° 12*\n\n\
                 Œuvrer pas à pas : définir l’angle, choisir l’accroche, puis « tester » trois variantes. Résultat : \
                 +42 % d’engagement en 6 semaines — sans publicité. ☀️\n\n![Un estran](photos/estran.jpg)\n\n"
            )
        };
        let text: String = (first..first + pages).map(page).collect();
        let mut last = 0;
        let mut ids = || {
            last += 1;
            Uuid::from_u128(last)
        };
        let (id, brand, format) = (DocumentId(Uuid::nil()), BrandId(Uuid::nil()), self.format.id.clone());
        outline::build(outline::parse(&text), id, brand, format.clone(), vec![format], &mut ids)
    }
}

fn raw(pixels: &Pixels) -> Result<Vec<u8>, planche_render::RenderError> {
    Ok(pixels.rgba.clone())
}

fn png(pixels: &Pixels) -> Result<Vec<u8>, planche_render::RenderError> {
    Ok(encode::png(pixels, encode::PngEffort::Small))
}

fn fast_png(pixels: &Pixels) -> Result<Vec<u8>, planche_render::RenderError> {
    Ok(encode::png(pixels, encode::PngEffort::Fast))
}

fn jpeg(pixels: &Pixels) -> Result<Vec<u8>, planche_render::RenderError> {
    encode::jpeg(pixels, 90)
}

/// Prints the seconds of the clock and of the processor that `work` takes for `count` slides, and the bytes of one.
fn measure(name: &str, count: usize, work: impl FnOnce() -> Result<usize, Failure>) -> Result<(), Failure> {
    let (clock, processor) = (Instant::now(), ProcessTime::now());
    let bytes = work()?;
    let (seconds, cpu) = (clock.elapsed().as_secs_f64(), processor.elapsed().as_secs_f64());
    println!("{}", json!({ "name": name, "count": count, "seconds": seconds, "cpu": cpu, "bytes": bytes / count }));
    Ok(())
}

/// What the process holds in memory, in KB.
fn resident() -> Result<u64, Failure> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("no VmRSS")?;
    Ok(line.trim().trim_end_matches(" kB").parse()?)
}

#[expect(clippy::needless_pass_by_value, reason = "`map_err` hands its error over by value")]
fn told(problem: Problem) -> Failure {
    format!("{}: {:?}", problem.code, problem.parameters).into()
}
