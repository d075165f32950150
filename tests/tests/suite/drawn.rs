use std::{
    fmt, fs,
    path::{Path, PathBuf},
    sync::LazyLock,
    thread,
};

use planche_tests::{picture::Picture, program, project};
use serde_json::Value;

use crate::{case::Case, pdf, reference, report, svg};

/// A case in one brand and one format, drawn by every back end; pages stand side by side.
pub struct Drawn {
    /// The case's name, the brand and the format.
    pub name: String,
    /// Whether it looks as it should, so that it has a reference.
    pub accepted: bool,
    /// Whether a picture is on one of its pages.
    pub pictured: bool,
    pub raster: Picture,
    /// `None` where no browser is installed.
    pub svg: Option<Picture>,
    /// `None` where poppler is not installed.
    pub pdf: Option<Picture>,
    /// The lines of text in the PDF.
    pub lines: Vec<String>,
}

/// The files of a case in one brand.
struct Run<'a> {
    case: &'a Case,
    brand: &'a str,
    folder: PathBuf,
    /// What `--json` told of the raster.
    told: Value,
}

/// Large enough to see what is wrong, small enough to keep.
const SCALE: &str = "0.2";

/// Every case in every brand and format.
pub fn all() -> &'static [Drawn] {
    static DRAWN: LazyLock<Vec<Drawn>> = LazyLock::new(|| {
        let drawn = draw_all();
        reference::accept_if_asked(&drawn);
        report::write(&drawn);
        drawn
    });
    &DRAWN
}

/// What is found in a case, as the settings of a case write it.
pub fn findings(case: &Case, brand: &str) -> Vec<String> {
    let run = runs().iter().find(|run| run.case.name == case.name && run.brand == brand);
    let told = &run.expect("every case runs in each of its brands").told;
    let mut findings: Vec<String> =
        told["findings"].as_array().expect("a list of findings").iter().map(finding).collect();
    findings.sort();
    findings
}

fn finding(finding: &Value) -> String {
    let word = |path: &str| finding.pointer(path).and_then(Value::as_str).unwrap_or_default();
    [word("/severity"), word("/code"), word("/place/format")].join(" ").trim_end().to_owned()
}

fn runs() -> &'static [Run<'static>] {
    static RUNS: LazyLock<Vec<Run<'static>>> = LazyLock::new(|| {
        // What an earlier run left would be taken for drawn now.
        if folder().exists() {
            fs::remove_dir_all(folder()).expect("the report's folder is ours");
        }
        let wanted: Vec<_> =
            Case::all().iter().flat_map(|case| case.brands().map(move |brand| (case, brand))).collect();
        let threads = thread::available_parallelism().map_or(1, usize::from);
        let shares = wanted.chunks(wanted.len().div_ceil(threads));
        thread::scope(|scope| {
            let workers: Vec<_> = shares
                .map(|share| {
                    scope.spawn(move || share.iter().map(|(case, brand)| Run::new(case, brand)).collect::<Vec<_>>())
                })
                .collect();
            workers.into_iter().flat_map(|worker| worker.join().expect("a run says why it fails")).collect()
        })
    });
    &RUNS
}

impl<'a> Run<'a> {
    fn new(case: &'a Case, brand: &'a str) -> Self {
        let folder = folder().join(&case.name).join(brand);
        fs::create_dir_all(&folder).expect("the target folder takes folders");
        let charter = case.write_charter(brand, &folder);
        let draw = |file_type: &str| draw(case, &charter, &folder, file_type);
        let told = draw("png");
        draw("svg");
        draw("pdf");
        Self { case, brand, folder, told }
    }

    fn pages(&self, format: &str, extension: &str) -> Vec<PathBuf> {
        let folder = self.folder.join(extension).join(format);
        let files = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let mut files: Vec<PathBuf> = files.map(|file| file.expect("a folder can be listed").path()).collect();
        files.sort();
        assert!(!files.is_empty(), "{} is empty", folder.display());
        files
    }
}

/// The folder of the report and of what it shows.
pub fn folder() -> PathBuf {
    project::target().join("suite-report")
}

fn draw(case: &Case, charter: &Path, folder: &Path, file_type: &str) -> Value {
    let out = folder.join(file_type);
    let mut command = program::command(["render", "--json", "--jobs", "1", "--scale", SCALE, "--as", file_type]);
    command.arg("--charter").arg(charter).arg("--outline").arg(&case.outline);
    command.arg("--format").arg(case.settings.formats.join(",")).arg("--out").arg(out);
    let run = program::run(command, "");
    assert!(run.errors.is_empty(), "{case}: {:?}", run.errors);
    run.json()
}

fn draw_all() -> Vec<Drawn> {
    let wanted: Vec<(&Run<'_>, &str)> = runs()
        .iter()
        .flat_map(|run| run.case.settings.formats.iter().map(move |format| (run, format.as_str())))
        .collect();
    let rasters: Vec<Vec<Picture>> = wanted
        .iter()
        .map(|(run, format)| run.pages(format, "png").iter().map(|page| Picture::read(page)).collect())
        .collect();
    let pages: Vec<Vec<svg::Page>> = wanted
        .iter()
        .zip(&rasters)
        .map(|((run, format), rasters)| run.pages(format, "svg").into_iter().zip(rasters).map(svg::Page::new).collect())
        .collect();
    let browsed = svg::draw(&pages, &folder().join("sheets"));
    wanted
        .iter()
        .zip(&rasters)
        .enumerate()
        .map(|(at, ((run, format), rasters))| {
            let file = &run.pages(format, "pdf")[0];
            Drawn {
                name: format!("{}-{}-{format}", run.case.name, run.brand),
                accepted: !run.case.settings.unaccepted.contains_key(run.brand),
                pictured: run.case.has_picture(),
                raster: Picture::beside(rasters),
                svg: browsed.as_ref().map(|browsed| browsed[at].clone()),
                pdf: pdf::draw(file, rasters.len()),
                lines: pdf::lines(file),
            }
        })
        .collect()
}

impl fmt::Display for Drawn {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.name)
    }
}
