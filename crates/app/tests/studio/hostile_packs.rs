//! Files that are no brand, or that harm those who believe them: each is refused by name, and the library stays as it was.

use std::{
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use planche_app::wire::Problem;
use serde_json::{Value, json};
use tempfile::TempDir;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use crate::{Bench, packs::entries};

/// The sample's brand as a file, which every test spoils in a way of its own.
static GOOD: LazyLock<(TempDir, PathBuf)> = LazyLock::new(|| {
    let (bench, folder) = (Bench::new(), TempDir::new().unwrap());
    let brand = bench.rich();
    let path = bench.pack(brand, folder.path(), true);
    (folder, path)
});

/// An archive on its way to be spoilt.
struct Spoilt {
    folder: TempDir,
    entries: Vec<(String, Vec<u8>)>,
}

impl Spoilt {
    fn new() -> Self {
        Self { folder: TempDir::new().unwrap(), entries: entries(&GOOD.1) }
    }

    fn with(mut self, name: &str, bytes: &[u8]) -> Self {
        self.entries.push((name.to_owned(), bytes.to_vec()));
        self
    }

    fn without(mut self, head: &str) -> Self {
        let at = self.entries.iter().position(|(name, _)| name.starts_with(head)).unwrap();
        self.entries.remove(at);
        self
    }

    /// Changes the bytes of the first entry whose name begins so.
    fn change(mut self, head: &str, change: impl FnOnce(&mut Vec<u8>)) -> Self {
        change(&mut self.entries.iter_mut().find(|(name, _)| name.starts_with(head)).unwrap().1);
        self
    }

    /// Changes what a sheet says.
    fn say(self, name: &str, change: impl FnOnce(&mut Value)) -> Self {
        self.change(name, |bytes| {
            let mut sheet: Value = serde_json::from_slice(bytes).unwrap();
            change(&mut sheet);
            *bytes = sheet.to_string().into_bytes();
        })
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("marque.planche")
    }

    fn write(&self, more: impl FnOnce(&mut ZipWriter<File>)) {
        let mut zip = ZipWriter::new(File::create(self.path()).unwrap());
        for (name, bytes) in &self.entries {
            zip.start_file(name, plain()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        more(&mut zip);
        zip.finish().unwrap();
    }

    #[track_caller]
    fn refused(self, bench: &Bench) -> Problem {
        self.write(|_| {});
        refused(bench, &self.path())
    }
}

fn plain() -> SimpleFileOptions {
    SimpleFileOptions::DEFAULT.compression_method(CompressionMethod::Stored)
}

/// All that is in the library.
fn state(bench: &Bench) -> (Value, Value, Vec<PathBuf>) {
    let mut files: Vec<PathBuf> = walk(&bench.folder.path().join("blobs"));
    files.sort();
    (bench.call("studio", json!({}))["brands"].clone(), bench.call("verify", json!({})), files)
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let inside = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    inside.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}

/// Why the file is refused, which leaves the library as it was.
#[track_caller]
fn refused(bench: &Bench, path: &Path) -> Problem {
    let before = state(bench);
    let problem = bench.unpack(path).expect_err("it is to be refused");
    assert_eq!(state(bench), before, "{problem:?}");
    problem
}

#[track_caller]
fn check(bench: &Bench, spoilt: Spoilt, code: &str, entry: &str) {
    let problem = spoilt.refused(bench);
    let told = problem.parameters.get("entry").map_or("", String::as_str);
    assert_eq!((problem.code.as_str(), told.starts_with(entry)), (code, true), "{problem:?}");
}

#[track_caller]
fn check_rule(bench: &Bench, spoilt: Spoilt, rule: &str) {
    let problem = spoilt.refused(bench);
    assert_eq!((problem.code.as_str(), problem.parameters["rule"].as_str()), ("hostilePack", rule), "{problem:?}");
}

/// A library with a brand of its own.
fn bench() -> Bench {
    let bench = Bench::new();
    bench.brand();
    bench
}

#[test]
fn a_copy_that_is_not_spoilt_is_taken() {
    let (bench, copy) = (bench(), Spoilt::new());
    copy.write(|_| {});
    bench.unpack(&copy.path()).unwrap();
    assert_eq!(bench.problems(), Vec::<Value>::new());
}

#[test]
fn names_that_lead_elsewhere_are_refused() {
    let bench = bench();
    for (name, rule) in [
        ("../evil.txt", "outside"),
        ("blobs/../../evil", "outside"),
        ("blobs\\..\\..\\evil", "outside"),
        ("/etc/passwd", "absolute"),
        ("\\\\host\\share\\evil", "absolute"),
        ("C:\\evil.txt", "absolute"),
        ("C:evil.txt", "absolute"),
        ("blobs/CON", "device"),
        ("blobs/nul.txt", "device"),
        ("Lpt1 .json", "device"),
        ("blobs/COM¹", "device"),
        ("blobs/a:b", "name"),
        ("blobs\\a", "name"),
        ("blobs/a\0b", "name"),
        ("blobs/a\u{202e}\r", "name"),
        ("blobs//a", "name"),
        ("blobs/a.", "name"),
        ("./brand.json", "name"),
        ("blobs/", "name"),
        ("BRAND.json", "twice"),
        ("Planche", "twice"),
        ("ﬁle-ﾊ", "unknown"),
        ("readme.txt", "unknown"),
        ("documents/../brand.json", "outside"),
    ] {
        check_rule(&bench, Spoilt::new().with(name, b"x"), rule);
    }
    check_rule(&bench, Spoilt::new().with("caf\u{e9}", b"").with("cafe\u{301}", b""), "twice");
}

#[test]
fn what_is_no_plain_file_is_refused() {
    let bench = bench();
    let link = Spoilt::new();
    link.write(|zip| zip.add_symlink("blobs/link", "/etc/passwd", plain()).unwrap());
    assert_eq!(refused(&bench, &link.path()).parameters["rule"], "link");
    let folder = Spoilt::new();
    folder.write(|zip| zip.add_directory("more", plain()).unwrap());
    assert_eq!(refused(&bench, &folder.path()).code, "hostilePack");
}

#[test]
fn an_entry_that_is_there_twice_is_refused() {
    let bench = bench();
    let twice = Spoilt::new().with("brand.jsoX", b"{}");
    twice.write(|_| {});
    let bytes = fs::read(twice.path()).unwrap();
    fs::write(twice.path(), replaced(&bytes, b"brand.jsoX", b"brand.json")).unwrap();
    assert_eq!(refused(&bench, &twice.path()).parameters["rule"], "twice");
}

#[test]
fn an_archive_that_says_two_things_is_refused() {
    let bench = bench();
    let two_names = Spoilt::new();
    two_names.write(|_| {});
    let mut bytes = fs::read(two_names.path()).unwrap();
    let first = bytes.windows(10).position(|window| window == b"brand.json").unwrap();
    bytes[first..first + 10].copy_from_slice(b"other.json");
    fs::write(two_names.path(), bytes).unwrap();
    assert_eq!(refused(&bench, &two_names.path()).code, "damagedPack");
    let shared = Spoilt::new();
    shared.write(|zip| zip.shallow_copy_file("brand.json", "copy.json").unwrap());
    assert_eq!(refused(&bench, &shared.path()).code, "damagedPack", "two entries of the same bytes");
}

fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for at in 0..bytes.len() - from.len() {
        if bytes[at..].starts_with(from) {
            bytes[at..at + to.len()].copy_from_slice(to);
        }
    }
    bytes
}

#[test]
fn bombs_are_refused_before_they_are_read() {
    let bench = bench();
    let bomb = Spoilt::new();
    let deflated = SimpleFileOptions::DEFAULT.compression_method(CompressionMethod::Deflated);
    bomb.write(|zip| {
        zip.start_file("blobs/bomb", deflated).unwrap();
        zip.write_all(&vec![0; 4 << 20]).unwrap();
    });
    assert_eq!(refused(&bench, &bomb.path()).parameters["rule"], "ratio");
    let crowd = Spoilt::new();
    crowd.write(|zip| {
        for number in 0..200_001 {
            zip.start_file(format!("blobs/{number}"), plain()).unwrap();
        }
    });
    assert_eq!(refused(&bench, &crowd.path()).parameters["rule"], "entries");
}

#[test]
fn what_is_something_else_is_no_brand() {
    let (bench, folder) = (bench(), TempDir::new().unwrap());
    let path = folder.path().join("marque.planche");
    let good = fs::read(&GOOD.1).unwrap();
    for bytes in [
        b"".as_slice(),
        b"hello",
        b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
        b"%PDF-1.7",
        &good[..40],
        &good[1..],
    ] {
        fs::write(&path, bytes).unwrap();
        assert_eq!(refused(&bench, &path).code, "notAPack");
    }
    assert_eq!(refused(&bench, &folder.path().join("gone.planche")).code, "missingFile");
    assert_eq!(refused(&bench, folder.path()).code, "unreadableFile");
    assert_eq!(Spoilt::new().without("planche").refused(&bench).code, "notAPack");
}

#[test]
fn a_newer_version_is_told_as_such() {
    let bench = bench();
    for (kind, expected) in
        [("brand/2", "newerPack"), ("brand/17", "newerPack"), ("brand/0", "notAPack"), ("film/1", "notAPack")]
    {
        let spoilt = Spoilt::new().change("planche", |bytes| *bytes = kind.as_bytes().to_vec());
        assert_eq!(spoilt.refused(&bench).code, expected, "{kind}");
    }
    check(
        &bench,
        Spoilt::new().say("brand.json", |sheet| sheet["planche"] = json!("brand/9")),
        "damagedPack",
        "brand.json",
    );
}

#[test]
fn what_was_cut_short_is_refused() {
    let (bench, folder) = (bench(), TempDir::new().unwrap());
    let path = folder.path().join("marque.planche");
    let good = fs::read(&GOOD.1).unwrap();
    let steps = (1..=60).map(|step| good.len() * step / 61).chain([44, 64, good.len() - 22, good.len() - 1]);
    for length in steps {
        fs::write(&path, &good[..length]).unwrap();
        assert_eq!(refused(&bench, &path).code, "damagedPack", "{length} of {}", good.len());
    }
}

#[test]
fn a_bit_that_flipped_is_seen_or_does_no_harm() {
    let (bench, folder) = (bench(), TempDir::new().unwrap());
    let path = folder.path().join("marque.planche");
    let good = fs::read(&GOOD.1).unwrap();
    let mut dice = good.len() as u64;
    for _ in 0..60 {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let mut bytes = good.clone();
        let at = (dice >> 20) as usize % bytes.len();
        bytes[at] ^= 1 << (dice % 8);
        fs::write(&path, bytes).unwrap();
        let taken = bench.unpack(&path);
        assert!(taken.is_ok() || taken.unwrap_err().code.ends_with("Pack"), "at {at}");
    }
    assert_eq!(bench.problems(), Vec::<Value>::new());
}

#[test]
fn sheets_that_make_no_sense_are_refused() {
    let bench = bench();
    let cut = |bytes: &mut Vec<u8>| bytes.truncate(bytes.len() / 2);
    for sheet in ["brand.json", "assets.json", "documents/", "charters/1.json", "charters/draft.json"] {
        check(&bench, Spoilt::new().change(sheet, cut), "damagedPack", sheet);
        check(&bench, Spoilt::new().change(sheet, |bytes| *bytes = b"[".repeat(5000)), "damagedPack", sheet);
        check(&bench, Spoilt::new().without(sheet), "damagedPack", sheet);
    }
    let brand = |change: fn(&mut Value)| Spoilt::new().say("brand.json", change);
    check(&bench, brand(|sheet| sheet["more"] = json!(1)), "damagedPack", "brand.json");
    check(&bench, brand(|sheet| sheet["versions"] = json!([])), "damagedPack", "brand.json");
    check(&bench, brand(|sheet| sheet["versions"][0]["number"] = json!(2)), "damagedPack", "brand.json");
    check(&bench, brand(|sheet| sheet["files"][0]["name"] = json!("../../logo.svg")), "damagedPack", "brand.json");
    let content = |change: fn(&mut Value)| Spoilt::new().say("assets.json", change);
    check(&bench, content(|sheet| sheet["assets"][0]["rating"] = json!(9)), "damagedPack", "assets.json");
    check(&bench, content(|sheet| sheet["assets"][0]["focus"]["x"] = json!(7)), "damagedPack", "assets.json");
    check(
        &bench,
        content(|sheet| sheet["assets"][0]["id"] = sheet["assets"][1]["id"].clone()),
        "damagedPack",
        "assets.json",
    );
    check(&bench, content(|sheet| sheet["collections"] = json!([])), "damagedPack", "assets.json");
    check(
        &bench,
        content(|sheet| sheet["consents"][0]["assets"] = json!([uuid::Uuid::nil()])),
        "damagedPack",
        "assets.json",
    );
    let document = |change: fn(&mut Value)| Spoilt::new().say("documents/", change);
    check(&bench, document(|sheet| sheet["formats"] = json!([])), "damagedPack", "documents/");
    check(&bench, document(|sheet| sheet["pages"][1] = sheet["pages"][0].clone()), "damagedPack", "documents/");
    check(
        &bench,
        document(|sheet| sheet["published"] = json!({ "at": 1, "charter": 99 })),
        "damagedPack",
        "documents/",
    );
}

#[test]
fn files_that_are_not_what_they_are_called_are_refused() {
    let bench = bench();
    check(&bench, Spoilt::new().change("blobs/", |bytes| bytes[0] ^= 1), "damagedPack", "blobs/");
    check(&bench, Spoilt::new().change("blobs/", Vec::clear), "damagedPack", "blobs/");
    check(&bench, Spoilt::new().without("blobs/"), "damagedPack", "blobs/");
    let mut film = String::new();
    let spoilt = Spoilt::new().say("assets.json", |sheet| {
        let mut assets = sheet["assets"].as_array().unwrap().iter();
        let found = assets.find(|asset| asset["name"] == "four.mp4").unwrap();
        film = format!("blobs/{}", found["blob"].as_str().unwrap());
    });
    check(&bench, spoilt.change(&film, |bytes| bytes.push(0)), "damagedPack", &film);
    let more = format!("blobs/{}", "ab".repeat(32));
    check_rule(&bench, Spoilt::new().with(&more, b"smuggled"), "unknown");
}

/// The brand with other bytes under its first photograph, and their name wherever it was named.
fn posing(bytes: &[u8]) -> Spoilt {
    let hash = blake3::hash(bytes).to_string();
    let mut was = String::new();
    let spoilt = Spoilt::new().say("assets.json", |sheet| {
        was = sheet["assets"][0]["blob"].as_str().unwrap().to_owned();
        sheet["assets"][0]["blob"] = json!(hash);
    });
    spoilt.without(&format!("blobs/{was}")).with(&format!("blobs/{hash}"), bytes)
}

#[test]
fn files_of_no_known_format_are_refused() {
    let bench = bench();
    let whole = fs::read(&crate::library::photos()[0]).unwrap();
    for bytes in [b"rien".as_slice(), b"MZ\x90\0", &whole[..whole.len() / 2], b"\x89PNG\r\n\x1a\n", b"<svg"] {
        assert_eq!(posing(bytes).refused(&bench).code, "damagedPack");
    }
}

#[test]
fn a_charter_that_nothing_can_be_composed_with_is_refused() {
    let bench = bench();
    let spoil = |change: fn(&mut Value)| {
        let problem = Spoilt::new().say("charters/2.json", change).refused(&bench);
        (problem.code, problem.parameters["detail"].clone())
    };
    let code = |detail: &str| ("packCharter".to_owned(), detail.to_owned());
    assert_eq!(spoil(|charter| charter["template"] = json!("absente")), code("absente"));
    assert_eq!(spoil(|charter| charter["fonts"]["title"]["family"] = json!("Absente")), code("Absente"));
    assert_eq!(spoil(|charter| charter["motif"] = json!({ "file": "absent.svg" })), code("absent.svg"));
    assert_eq!(spoil(|charter| charter["name"] = json!(" ")), code("the charter has no name"));
    let draft = Spoilt::new().say("charters/draft.json", |charter| charter["shapes"]["rule"] = json!(99));
    assert_eq!(draft.refused(&bench).code, "packCharter");
    let kept = Spoilt::new().say("charters/1.json", |charter| charter["template"] = json!("absente"));
    assert_eq!(kept.refused(&bench).code, "packCharter", "a published document keeps it");
}
