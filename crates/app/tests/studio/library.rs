//! The content library: brought in, found, described, used, put away.

use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use planche_app::{
    Copied,
    wire::{self, ExportAs, ImportJob, JobState, Nothing},
};
use serde_json::{Value, json};
use tempfile::{TempDir, tempdir};
use uuid::Uuid;

use crate::Bench;

/// The photographs of the first sample, small and real.
pub fn photos() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/brands/maree-basse/photos");
    let mut photos: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    photos.retain(|path| path.extension().is_some_and(|extension| extension == "jpg"));
    photos.sort();
    photos
}

/// A folder like those people have: two photographs, one of them twice, a drawing, a half file and a note.
pub fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("e\u{301}te\u{301}")).unwrap();
    fs::copy(&photos()[0], at("a bol.jpg")).unwrap();
    fs::copy(&photos()[0], at("e\u{301}te\u{301}/copie.jpg")).unwrap();
    fs::copy(&photos()[1], at("e\u{301}te\u{301}/e\u{301}mail.jpg")).unwrap();
    fs::write(at("logo.svg"), r#"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>"#).unwrap();
    let whole = fs::read(&photos()[0]).unwrap();
    fs::write(at("half.jpg"), &whole[..whole.len() / 2]).unwrap();
    fs::write(at("note.txt"), "rien").unwrap();
    fs::write(at(".DS_Store"), "x").unwrap();
    folder
}

impl Bench {
    pub fn call(&self, name: &str, input: Value) -> Value {
        wire::call(self.studio(), name, input.clone()).unwrap_or_else(|problem| panic!("{name} {input}: {problem:?}"))
    }

    /// An own brand, with nothing in its library.
    pub fn brand(&self) -> Uuid {
        let new = json!({ "name": "Grès", "tagline": "", "primary": "#1f3d36", "secondary": "#efe9dd", "fontPair": "", "logo": null });
        let pairs = self.studio().overview(Nothing {}).unwrap().font_pairs;
        let new = merged(new, json!({ "fontPair": pairs[0].id }));
        self.call("createBrand", new)["id"].as_str().unwrap().parse().unwrap()
    }

    pub fn import(&self, brand: Uuid, paths: &[&Path]) -> ImportJob {
        let paths: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
        let job = self.call("startImport", json!({ "brand": brand, "paths": paths }));
        self.imported(job["id"].as_str().unwrap().parse().unwrap())
    }

    pub fn imported(&self, job: Uuid) -> ImportJob {
        let deadline = Instant::now() + Duration::from_secs(120);
        loop {
            let told = self.host.imports.lock().unwrap().iter().rfind(|told| told.id == job).cloned();
            match told {
                Some(told) if told.state != JobState::Running => return told,
                _ => assert!(Instant::now() < deadline, "the import does not end"),
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    pub fn find(&self, brand: Uuid, query: Value) -> Vec<Value> {
        let page = self.call("findAssets", json!({ "brand": brand, "query": query, "after": null, "limit": 100 }));
        page["assets"].as_array().unwrap().clone()
    }

    pub fn names(&self, brand: Uuid, query: Value) -> Vec<String> {
        self.find(brand, query).iter().map(|card| card["name"].as_str().unwrap().to_owned()).collect()
    }

    pub fn change(&self, assets: &[&Value], change: Value) -> Value {
        let ids: Vec<&Value> = assets.iter().map(|card| &card["id"]).collect();
        self.call("changeAssets", json!({ "assets": ids, "change": change }))
    }
}

fn merged(mut a: Value, b: Value) -> Value {
    a.as_object_mut().unwrap().extend(b.as_object().unwrap().clone());
    a
}

#[test]
fn a_folder_comes_in_and_what_is_broken_is_named() {
    let bench = Bench::new();
    let (brand, folder) = (bench.brand(), folder());
    let job = bench.import(brand, &[folder.path(), Path::new("/nowhere/photo.jpg")]);
    assert_eq!((job.state, job.done, job.total, job.imported, job.merged), (JobState::Done, 7, 7, 3, 1));
    let mut failed: Vec<_> = job
        .failed
        .iter()
        .map(|problem| {
            let name = Path::new(&problem.parameters["path"]).file_name().unwrap().to_string_lossy().into_owned();
            (name, problem.code.as_str())
        })
        .collect();
    failed.sort_unstable();
    let expected =
        [("half.jpg", "truncatedPicture"), ("note.txt", "unknownPictureFormat"), ("photo.jpg", "missingFile")];
    assert_eq!(failed, expected.map(|(name, code)| (name.to_owned(), code)));
    assert_eq!(bench.names(brand, json!({ "sort": "name" })), ["a bol.jpg", "logo.svg", "émail.jpg"], "composed");
    assert_eq!(bench.names(brand, json!({ "text": "EMAIL" })), ["émail.jpg"]);
    assert_eq!(bench.host.changed.lock().unwrap().last(), Some(&brand));
    let again = bench.import(brand, &[folder.path()]);
    assert_eq!((again.imported, again.merged, again.failed.len()), (0, 4, 2));
}

#[test]
fn an_import_that_was_interrupted_is_taken_up() {
    let mut bench = Bench::new();
    let (brand, folder) = (bench.brand(), folder());
    bench.studio = None;
    let mut library = planche_library::Library::open(bench.folder.path()).unwrap();
    let import = planche_library::Import {
        id: Uuid::from_u128(1),
        brand: planche_app::id::BrandId(brand),
        paths: vec![folder.path().display().to_string()],
        created: planche_library::Timestamp(0),
    };
    library.transact(|transaction| transaction.imports_mut().begin(&import)).unwrap();
    drop(library);
    bench.reopen();
    let resumed = bench.call("resumeImports", json!({}));
    assert_eq!(resumed.as_array().unwrap().len(), 1);
    assert_eq!(bench.imported(import.id).imported, 3);
    assert_eq!(bench.call("resumeImports", json!({})), json!([]));
}

#[test]
fn what_was_copied_in_another_program_comes_in() {
    let bench = Bench::new();
    let brand = bench.brand();
    let paste = || -> ImportJob {
        let job: Value = bench.call("pasteFiles", json!({ "brand": brand, "name": "Image collée : 18 h" }));
        bench.imported(serde_json::from_value(job["id"].clone()).unwrap())
    };
    let copy = |copied| *bench.host.copied.lock().unwrap() = Some(copied);
    copy(Copied::Files(photos()));
    assert_eq!(paste().imported as usize, photos().len());
    copy(Copied::Picture { width: 40, height: 30, rgba: [200, 120, 40, 255].repeat(1200) });
    assert_eq!(paste().imported, 1);
    assert_eq!(paste().merged, 1, "the same picture again");
    assert_eq!(bench.names(brand, json!({ "text": "collée" })), ["Image collée - 18 h.png"]);
    bench.call("resumeImports", json!({}));
    assert_eq!(bench.folder.path().join("pasted").read_dir().unwrap().count(), 0, "nothing is left behind");
    copy(Copied::Nothing);
    let refused = wire::call(bench.studio(), "pasteFiles", json!({ "brand": brand, "name": "" }));
    assert_eq!(refused.unwrap_err().code, "nothingToPaste");
}

#[test]
fn what_is_said_of_files_is_found_counted_and_undone() {
    let bench = Bench::new();
    let (brand, folder) = (bench.brand(), folder());
    bench.import(brand, &[folder.path()]);
    let cards = bench.find(brand, json!({ "kinds": ["photo"] }));
    let both: Vec<&Value> = cards.iter().collect();
    bench.change(&both, json!({ "kind": "tag", "tag": "Terre" }));
    bench.change(&both[..1], json!({ "kind": "pick", "picked": true }));
    bench.change(&both, json!({ "kind": "credit", "credit": "© Camille", "author": "Camille" }));
    let facets = bench.call("assetFacets", json!({ "brand": brand, "query": {} }));
    assert_eq!((&facets["all"], &facets["picked"], &facets["unused"]), (&json!(3), &json!(1), &json!(3)));
    assert_eq!(facets["tags"], json!([{ "tag": "Terre", "count": 2 }]));
    assert_eq!(bench.names(brand, json!({ "tags": ["Terre"], "picked": true })).len(), 1);
    assert_eq!(bench.names(brand, json!({ "text": "camille" })).len(), 2);
    bench.call("undoAssets", json!({}));
    bench.call("undoAssets", json!({}));
    assert_eq!(
        (bench.names(brand, json!({ "picked": true })), bench.names(brand, json!({ "text": "camille" }))),
        (vec![], vec![])
    );
    assert_eq!(bench.names(brand, json!({ "tags": ["Terre"] })).len(), 2, "the first change stands");
    bench.call("undoAssets", json!({}));
    assert_eq!(bench.call("undoAssets", json!({})), json!([]), "there is nothing left to undo");
}

#[test]
fn a_change_of_many_is_of_all_of_them_or_of_none() {
    let bench = Bench::new();
    let (brand, folder) = (bench.brand(), folder());
    bench.import(brand, &[folder.path()]);
    let first = bench.find(brand, json!({}))[0]["id"].clone();
    let wanted = json!({ "assets": [first, Uuid::nil()], "change": { "kind": "rate", "rating": 5 } });
    assert_eq!(wire::call(bench.studio(), "changeAssets", wanted).unwrap_err().code, "notFound");
    assert!(bench.find(brand, json!({})).iter().all(|card| card["rating"] == 0));
}

#[test]
fn a_picture_of_the_library_comes_to_a_page_with_its_words_and_its_point() {
    let bench = Bench::new();
    let (brand, folder) = (bench.brand(), folder());
    bench.import(brand, &[folder.path()]);
    let photos = bench.find(brand, json!({ "kinds": ["photo"], "sort": "name" }));
    bench.change(&[&photos[0]], json!({ "kind": "describe", "alt": "Un bol" }));
    bench.change(&[&photos[0]], json!({ "kind": "aim", "x": 0.25, "y": 0.75 }));
    let document = bench
        .call("createDocument", json!({ "brand": brand, "title": "Bols", "outline": "# Bols\n\n---\n\n# Suite\n" }));
    let page = &document["pages"][0]["id"];
    let shown = bench.call(
        "setPicture",
        json!({ "document": document["id"], "page": page, "path": null, "asset": photos[0]["id"] }),
    );
    let picture = &shown["pages"][0]["picture"];
    assert_eq!(
        (&picture["alt"], &picture["focusX"], &picture["focusY"]),
        (&json!("Un bol"), &json!(0.25), &json!(0.75))
    );
    let asset = bench.call("asset", json!({ "asset": photos[0]["id"] }));
    assert_eq!((&asset["uses"][0]["title"], &asset["uses"][0]["pages"]), (&json!("Bols"), &json!([1])));
    assert_eq!(bench.names(brand, json!({ "used": true })), ["a bol.jpg"]);
    // Another takes its place everywhere, as one step.
    let uses = bench.call("replaceAsset", json!({ "asset": photos[0]["id"], "by": photos[1]["id"] }));
    assert_eq!(uses.as_array().unwrap().len(), 1);
    assert_eq!(bench.names(brand, json!({ "used": true })), ["émail.jpg"]);
    bench.call("undo", json!({ "document": document["id"] }));
    assert_eq!(bench.names(brand, json!({ "used": true })), ["a bol.jpg"]);
    bench.call("undo", json!({ "document": document["id"] }));
    assert_eq!(bench.names(brand, json!({ "used": true })), Vec::<String>::new());
}

#[test]
fn a_consent_withdrawn_tells_every_creation_that_shows_the_person() {
    let bench = Bench::new();
    let (brand, folder) = (bench.brand(), folder());
    bench.import(brand, &[folder.path()]);
    let photos = bench.find(brand, json!({ "kinds": ["photo"], "sort": "name" }));
    let document = bench.call("createDocument", json!({ "brand": brand, "title": "Portrait", "outline": null }));
    bench.call("setPicture", json!({ "document": document["id"], "page": document["pages"][0]["id"], "path": null, "asset": photos[1]["id"] }));
    let consent = json!({ "id": Uuid::nil(), "person": "Anaïs", "scope": "", "channels": [], "until": null, "document": null, "withdrawn": null });
    let ids: Vec<&Value> = photos.iter().map(|card| &card["id"]).collect();
    let kept = bench.call("saveConsent", json!({ "assets": ids, "consent": consent, "attach": null }));
    let uses = bench.call("withdrawConsent", json!({ "consent": kept["id"] }));
    assert_eq!((uses.as_array().unwrap().len(), &uses[0]["title"]), (1, &json!("Portrait")));
    assert_eq!(bench.names(brand, json!({ "standings": ["withdrawn"] })).len(), 2);
    let opened = bench.call("openDocument", json!({ "document": document["id"] }));
    let stops = opened["findings"].as_array().unwrap().iter().find(|finding| finding["code"] == "picture-withdrawn");
    assert_eq!(stops.unwrap()["severity"], "block");
    let out = tempdir().unwrap();
    let view = bench.open(serde_json::from_value(document["id"].clone()).unwrap());
    let job = bench.export(&view, &["ig_carousel_4_5", "ig_story"], ExportAs::Png, out.path());
    let points = job.points.iter().filter(|point| point.finding.code == "picture-withdrawn");
    assert_eq!(points.count(), 1, "once for all formats");
}

#[test]
fn a_collection_gathers_by_hand_or_by_itself() {
    let bench = Bench::new();
    let (brand, folder) = (bench.brand(), folder());
    bench.import(brand, &[folder.path()]);
    let photos = bench.find(brand, json!({ "kinds": ["photo"] }));
    let save = |name: &str, query: Value| {
        bench.call("saveCollection", json!({ "brand": brand, "collection": null, "name": name, "query": query }))
    };
    let (hand, own) = (save("Été", Value::Null), save("Dessins", json!({ "kinds": ["drawing"] })));
    bench.change(&[&photos[0]], json!({ "kind": "collect", "collection": hand["id"] }));
    let facets = bench.call("assetFacets", json!({ "brand": brand, "query": {} }));
    let counts: Vec<_> = facets["collections"]
        .as_array()
        .unwrap()
        .iter()
        .map(|card| (card["name"].clone(), card["count"].clone()))
        .collect();
    assert_eq!(counts, [(json!("Dessins"), json!(1)), (json!("Été"), json!(1))]);
    assert_eq!(bench.names(brand, json!({ "collection": hand["id"] })).len(), 1);
    bench.call("deleteCollection", json!({ "collection": hand["id"] }));
    bench.call("deleteCollection", json!({ "collection": own["id"] }));
    assert_eq!(bench.names(brand, json!({})).len(), 3, "the files stay");
}

#[test]
fn the_trash_gives_back() {
    let bench = Bench::new();
    let (brand, folder) = (bench.brand(), folder());
    bench.import(brand, &[folder.path()]);
    let first = bench.find(brand, json!({}))[0].clone();
    bench.call("trashAssets", json!({ "assets": [first["id"]] }));
    assert_eq!((bench.names(brand, json!({})).len(), bench.names(brand, json!({ "trashed": true })).len()), (2, 1));
    bench.call("restoreAssets", json!({ "assets": [first["id"]] }));
    assert_eq!(bench.names(brand, json!({})).len(), 3);
}

#[test]
fn a_library_goes_back_to_what_it_was() {
    let bench = Bench::new();
    let (brand, folder) = (bench.brand(), folder());
    let photo = photos().remove(2);
    bench.import(brand, &[&photo]);
    let backup = bench.call("backUp", json!({}));
    assert_eq!(backup["reason"], "asked");
    bench.import(brand, &[folder.path()]);
    assert_eq!(bench.names(brand, json!({})).len(), 4);
    bench.call("restoreBackup", json!({ "name": backup["name"] }));
    assert_eq!(bench.names(brand, json!({})).len(), 1, "as it was then");
    let reasons: Vec<_> =
        bench.call("backups", json!({})).as_array().unwrap().iter().map(|card| card["reason"].clone()).collect();
    assert!(reasons.contains(&json!("restore")), "what it was is kept: {reasons:?}");
    let gone = wire::call(bench.studio(), "restoreBackup", json!({ "name": "gone.db" })).unwrap_err();
    assert_eq!(gone.code, "missingFile");
    assert_eq!(bench.import(brand, &[folder.path()]).imported, 3, "it is open again");
}

#[test]
fn a_check_names_what_is_missing() {
    let bench = Bench::new();
    let (brand, folder) = (bench.brand(), folder());
    bench.import(brand, &[folder.path()]);
    let report = bench.call("verify", json!({}));
    assert_eq!((&report["assets"], &report["problems"]), (&json!(3), &json!([])));
    let blobs = bench.folder.path().join("blobs");
    for shelf in fs::read_dir(blobs).unwrap() {
        fs::remove_dir_all(shelf.unwrap().path()).unwrap();
    }
    let report = bench.call("verify", json!({}));
    let codes: Vec<_> = report["problems"].as_array().unwrap().iter().map(|problem| problem["code"].clone()).collect();
    assert_eq!(codes, vec![json!("missingBlob"); 3]);
}

#[test]
fn a_picture_of_the_library_is_shown_at_the_size_asked_for() {
    let bench = Bench::new();
    let (brand, folder) = (bench.brand(), folder());
    bench.import(brand, &[folder.path()]);
    let photo = bench.find(brand, json!({ "kinds": ["photo"] }))[0]["id"].as_str().unwrap().parse().unwrap();
    let drawing = bench.find(brand, json!({ "kinds": ["drawing"] }))[0]["id"].as_str().unwrap().parse().unwrap();
    let show = |asset: Uuid| bench.studio().photo(planche_app::id::AssetId(asset), 200).unwrap();
    let (bytes, kind) = show(photo);
    assert_eq!((kind, &bytes[..2]), ("image/jpeg", &[0xFF, 0xD8][..]));
    assert_eq!(show(photo), (bytes, kind), "the same again");
    assert_eq!(show(drawing).1, "image/png");
    let nowhere = bench.studio().photo(planche_app::id::AssetId(Uuid::nil()), 200);
    assert_eq!(nowhere.unwrap_err().code, "notFound");
}

#[test]
fn a_library_leaves_with_all_that_was_said_of_it() {
    let bench = Bench::new();
    let (brand, folder) = (bench.brand(), folder());
    bench.import(brand, &[folder.path()]);
    let photos = bench.find(brand, json!({ "kinds": ["photo"], "sort": "name" }));
    bench.change(&[&photos[0]], json!({ "kind": "rename", "name": "Émail : bleu.jpg" }));
    bench.change(&[&photos[1]], json!({ "kind": "rename", "name": "Émail - bleu" }));
    bench.change(&[&photos[0]], json!({ "kind": "tag", "tag": "Terre" }));
    bench.change(&[&photos[0]], json!({ "kind": "describe", "alt": "Un bol < une tasse" }));
    bench.change(&[&photos[0]], json!({ "kind": "credit", "credit": "© Camille", "author": "Camille" }));
    let out = TempDir::new().unwrap();
    let left = bench.studio().leave(planche_app::id::BrandId(brand), out.path()).unwrap();
    assert_eq!((left.files, left.failed.len()), (3, 0));
    let names: Vec<_> = ["Émail - bleu.jpg", "Émail - bleu-2.jpg", "logo.svg"].into();
    for name in names {
        assert!(out.path().join(name).exists() && out.path().join(format!("{name}.xmp")).exists(), "{name}");
    }
    assert_eq!(
        fs::read(out.path().join("Émail - bleu.jpg")).unwrap(),
        fs::read(folder.path().join("a bol.jpg")).unwrap()
    );
    let sidecar = fs::read_to_string(out.path().join("Émail - bleu.jpg.xmp")).unwrap();
    for word in ["Terre", "Un bol &lt; une tasse", "© Camille"] {
        assert!(sidecar.contains(word), "{word} in {sidecar}");
    }
}
