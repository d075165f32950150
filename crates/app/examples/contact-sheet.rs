//! Draws every layout of every family in every proportion for the sample brands and those that are difficult on
//! purpose: one picture a family and brand, to be looked at.
//!
//! `npm run contact-sheet -- DIR [FAMILY…]`
#![expect(clippy::print_stdout, reason = "says what it wrote")]

use std::{
    error::Error,
    path::{Path, PathBuf},
    sync::Arc,
};

use planche_app::{
    Assets, Engine, kit,
    pictures::{Folder, PictureStore},
    wire::Problem,
};
use planche_layout::{BrandKit, Job};
use planche_library::files;
use planche_model::{BrandId, Charter, Document, DocumentId, FormatId, outline};
use planche_render::{Pixels, encode};
use uuid::Uuid;

type Failure = Box<dyn Error>;

/// A row each: the proportions that templates must hold in.
const FORMATS: [&str; 7] = [
    "ig_carousel_4_5",
    "ig_carousel_3_4",
    "ig_carousel_1_1",
    "ig_story",
    "x_image_16_9",
    "pin_standard_2_3",
    "li_personal_cover",
];
/// How many pixels a page has on the sheet, whatever its proportions.
const PAGE_PIXELS: f64 = 50_000.0;
/// A row wider than this goes on below.
const WIDEST: u32 = 2600;
const GAP: u32 = 14;
/// Around the pages.
const TABLE: [u8; 4] = [128, 128, 132, 255];
const LARGEST: u64 = 16 << 20;

fn main() -> Result<(), Failure> {
    let mut arguments = std::env::args().skip(1);
    let out = PathBuf::from(arguments.next().ok_or("say where: npm run contact-sheet -- DIR [FAMILY…]")?);
    let wanted: Vec<String> = arguments.collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let assets = std::env::var_os("PLANCHE_ASSETS").map_or_else(|| root.join("assets"), PathBuf::from);
    let assets = Assets::load(&assets).map_err(|problem| format!("{}: {:?}", problem.code, problem.parameters))?;
    let engine = Engine::new(Arc::new(assets));
    files::create_folder(&out)?;
    let all: Vec<String> = engine.assets.families.names().map(str::to_owned).collect();
    for family in if wanted.is_empty() { all } else { wanted } {
        for brand in brands(&root)? {
            let sheet = sheet(&engine, &family, &brand)?;
            let name = brand.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let path = out.join(format!("{family}-{name}.png"));
            files::write(&path, &encode::png(&sheet, encode::PngEffort::Fast))?;
            println!("{}", path.display());
        }
    }
    Ok(())
}

/// The folders of the brands: those that ship, then those that try templates.
fn brands(root: &Path) -> Result<Vec<PathBuf>, Failure> {
    let folders = [files::list(&root.join("assets/brands"))?, files::list(&root.join("tests/brands"))?].concat();
    Ok(folders.into_iter().filter(|folder| folder.is_dir()).collect())
}

fn sheet(engine: &Engine, family: &str, folder: &Path) -> Result<Pixels, Failure> {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets");
    let read = |name: &str| files::read(&folder.join(name), LARGEST).map_err(|_| Problem::new("missingFile"));
    let charter = Charter::parse(&String::from_utf8(read("charter.json").map_err(|problem| problem.code)?)?)?;
    let charter = Charter { template: family.to_owned(), ..charter };
    let brand = kit::build(charter, &engine.assets, read)
        .map_err(|problem| format!("{}: {:?}", problem.code, problem.parameters))?;
    let own = folder.join("specimen.md");
    let specimen = if own.exists() { own } else { shipped.join("../tests/brands/specimen.md") };
    let specimen = files::read(&specimen, LARGEST)?;
    let document = document(&String::from_utf8(specimen)?);
    let pictures = PictureStore::new(Folder(shipped.join("brands/maree-basse")));
    let rows = FORMATS.iter().map(|format| row(engine, &brand, &document, &pictures, format));
    let rows: Vec<Vec<Pixels>> = rows.collect::<Result<_, Failure>>()?;
    let rows: Vec<&[Pixels]> = rows.iter().flat_map(|row| row.chunks(columns(row))).collect();
    Ok(stacked(&rows))
}

fn document(text: &str) -> Document {
    let mut last = 0;
    let mut ids = || {
        last += 1;
        Uuid::from_u128(last)
    };
    let format = FormatId::from("ig_carousel_4_5");
    let (document, brand) = (DocumentId(Uuid::nil()), BrandId(Uuid::nil()));
    outline::build(outline::parse(text), document, brand, format.clone(), vec![format], &mut ids)
}

/// Every page in one format, side by side.
fn row(
    engine: &Engine,
    brand: &BrandKit,
    document: &Document,
    pictures: &PictureStore,
    format: &str,
) -> Result<Vec<Pixels>, Failure> {
    let format = engine.assets.formats.get(&FormatId::from(format)).ok_or_else(|| format!("no format {format}"))?;
    let ratio = f64::from(format.width) / f64::from(format.height);
    let width = (PAGE_PIXELS * ratio).sqrt().round() as u32;
    let pages = document.pages().into_iter().map(|page| {
        let job = Job { document, page: page.id, format, brand, pictures };
        engine.work(|bench| {
            let composition = bench.compositor.compose(job);
            for finding in composition.findings.iter().filter(|finding| finding.code.starts_with("text-")) {
                println!("{} {} {} {:?}", brand.charter.name, document.layout(page.id), format.id, finding.code);
            }
            bench.rasterizer.draw(&composition.scene, width)
        })
    });
    Ok(pages.collect::<Result<_, _>>()?)
}

/// How many pages of a row stand side by side.
fn columns(row: &[Pixels]) -> usize {
    row.first().map_or(1, |page| (WIDEST / (page.width + GAP)).max(1) as usize)
}

/// The rows below each other on a table.
fn stacked(rows: &[&[Pixels]]) -> Pixels {
    let across = |row: &&[Pixels]| row.iter().map(|page| page.width + GAP).sum::<u32>() + GAP;
    let down = |row: &&[Pixels]| row.iter().map(|page| page.height).max().unwrap_or(0) + GAP;
    let (width, height) = (rows.iter().map(across).max().unwrap_or(0), rows.iter().map(down).sum::<u32>() + GAP);
    let mut sheet = Pixels { width, height, rgba: TABLE.repeat((width * height) as usize) };
    let mut y = GAP;
    for row in rows {
        let mut x = GAP;
        for page in *row {
            lay(&mut sheet, page, x, y);
            x += page.width + GAP;
        }
        y += down(row);
    }
    sheet
}

fn lay(sheet: &mut Pixels, page: &Pixels, x: u32, y: u32) {
    let bytes = page.width as usize * 4;
    for (line, pixels) in page.rgba.chunks_exact(bytes).enumerate() {
        let start = ((y as usize + line) * sheet.width as usize + x as usize) * 4;
        sheet.rgba[start..start + bytes].copy_from_slice(pixels);
    }
}
