//! Draws one cover many times with other words and prints one line of JSON a file type: the studio's side of
//! `tests/bench`.
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

use std::{error::Error, path::Path, sync::Arc, time::Instant};

use planche_app::{
    Assets, Engine, kit,
    pictures::{Folder, PictureStore},
};
use planche_layout::Job;
use planche_model::{BrandId, Charter, DocumentId, FormatId, outline};
use planche_render::{Pixels, encode};
use uuid::Uuid;

type Encoder = fn(&Pixels) -> Result<Vec<u8>, planche_render::RenderError>;

fn main() -> Result<(), Box<dyn Error>> {
    let count: usize = std::env::args().nth(1).map_or(Ok(50), |count| count.parse())?;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets");
    let engine = Engine::new(Arc::new(Assets::load(&root).map_err(|problem| problem.code)?));
    let kinds: [(&str, Encoder); 3] = [
        ("raw", |pixels| Ok(pixels.rgba.clone())),
        ("png", |pixels| Ok(encode::png(pixels, encode::PngEffort::Small))),
        ("jpeg", |pixels| encode::jpeg(pixels, 90)),
    ];
    for (kind, encode) in kinds {
        run(&engine, kind, 3, encode, false)?;
        run(&engine, kind, count, encode, true)?;
    }
    Ok(())
}

fn run(engine: &Engine, kind: &str, count: usize, encode: Encoder, tell: bool) -> Result<(), Box<dyn Error>> {
    let folder = engine.assets.sample("maree-basse");
    let charter = Charter::parse(&std::fs::read_to_string(folder.join("charter.json"))?)?;
    let read =
        |name: &str| std::fs::read(folder.join(name)).map_err(|_| planche_app::wire::Problem::new("missingFile"));
    let brand = kit::build(charter, &engine.assets, read).map_err(|problem| problem.code)?;
    let pictures = PictureStore::new(Folder(folder));
    let id = FormatId::from("ig_carousel_4_5");
    let format = engine.assets.formats.get(&id).ok_or("no format")?;
    let documents: Vec<_> = (0..count).map(|at| document(at, &id)).collect();
    let (started, mut bytes) = (Instant::now(), 0);
    for document in &documents {
        let job = Job { document, page: document.pages()[0].id, format, brand: &brand, pictures: &pictures };
        bytes += engine
            .work(|bench| {
                let scene = bench.compositor.compose(job).scene;
                bench.rasterizer.draw(&scene, format.width).and_then(|pixels| encode(&pixels))
            })?
            .len();
    }
    if tell {
        let seconds = started.elapsed().as_secs_f64();
        println!("{{\"name\":\"planche {kind}\",\"count\":{count},\"seconds\":{seconds},\"bytes\":{}}}", bytes / count);
    }
    Ok(())
}

fn document(at: usize, format: &FormatId) -> planche_model::Document {
    let text = format!(
        "# Oui, vos {at} bols vont au four.\nGrès, mode d’emploi\n![Bols](photos/bols-empiles.jpg){{focus=52,58}}\n"
    );
    let mut last = 0;
    let mut ids = || {
        last += 1;
        Uuid::from_u128(last)
    };
    outline::build(
        outline::parse(&text),
        DocumentId(Uuid::nil()),
        BrandId(Uuid::nil()),
        format.clone(),
        vec![format.clone()],
        &mut ids,
    )
}
