//! Agreements with their signed documents: attached, looked at, undone, gone out and come back.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};

use planche_app::{id::BrandId, wire};
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

use crate::{Bench, library::folder};

/// A studio with two photographs, and papers to attach.
struct Desk {
    bench: Bench,
    brand: Uuid,
    photos: Vec<Value>,
    papers: TempDir,
}

impl Desk {
    fn new() -> Self {
        let bench = Bench::new();
        let brand = bench.brand();
        bench.import(brand, &[folder().path()]);
        let photos = bench.find(brand, json!({ "kinds": ["photo"], "sort": "name" }));
        Self { bench, brand, photos, papers: TempDir::new().unwrap() }
    }

    fn paper(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.papers.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    /// Keeps an agreement for both photographs.
    fn save(&self, consent: &Value, attach: Option<&Path>) -> Result<Value, wire::Problem> {
        let ids: Vec<_> = self.photos.iter().map(|card| card["id"].clone()).collect();
        let input = json!({ "assets": ids, "consent": consent, "attach": attach });
        wire::call(self.bench.studio(), "saveConsent", input)
    }

    fn signed(&self, name: &str) -> Value {
        self.save(&anais(), Some(&self.paper(name, b"%PDF-1.7 lu et approuve"))).unwrap()
    }

    fn consents(&self) -> Value {
        consents(&self.bench, &self.photos[0])
    }

    fn leave(&self) -> TempDir {
        let out = TempDir::new().unwrap();
        let left = self.bench.studio().leave(BrandId(self.brand), out.path()).unwrap();
        assert_eq!((left.files, left.failed), (3, vec![]));
        out
    }
}

fn anais() -> Value {
    json!({ "id": Uuid::nil(), "person": "Anaïs", "scope": "", "channels": [], "until": null,
        "document": "Contrat signé, dossier RH", "file": null, "withdrawn": null })
}

fn consents(bench: &Bench, photo: &Value) -> Value {
    bench.call("asset", json!({ "asset": photo["id"] }))["consents"].clone()
}

fn problems(bench: &Bench) -> Vec<Value> {
    bench.call("verify", json!({}))["problems"].as_array().unwrap().clone()
}

#[test]
fn a_signed_document_is_kept_with_its_agreement_until_it_is_taken_away() {
    let desk = Desk::new();
    let kept = desk.signed("accord.pdf");
    assert_eq!((&kept["file"]["name"], &kept["document"]), (&json!("accord.pdf"), &anais()["document"]));
    fs::remove_dir_all(desk.papers.path()).unwrap();
    assert_eq!(desk.consents(), json!([kept]));
    assert_eq!(problems(&desk.bench), Vec::<Value>::new());
    let mut changed = kept.clone();
    changed["scope"] = json!("Réseaux");
    assert_eq!(desk.save(&changed, None).unwrap()["file"], kept["file"], "it stays when other words change");
    changed["file"] = Value::Null;
    desk.save(&changed, None).unwrap();
    assert_eq!(desk.consents(), json!([changed]));
}

#[test]
fn what_cannot_be_attached_changes_nothing_and_says_why() {
    let desk = Desk::new();
    let long = desk.paper("film.mov", b"");
    File::options().write(true).open(&long).unwrap().set_len((50 << 20) + 1).unwrap();
    let code = |consent: &Value, path: Option<&Path>| desk.save(consent, path).unwrap_err().code;
    assert_eq!(code(&anais(), Some(&long)), "proofTooLarge");
    assert_eq!(code(&anais(), Some(&desk.papers.path().join("gone.pdf"))), "missingFile");
    assert_eq!(code(&anais(), Some(desk.papers.path())), "unreadableFile");
    let mut made_up = anais();
    made_up["file"] = json!({ "name": "accord.pdf", "blob": "a0".repeat(32) });
    assert_eq!(code(&made_up, None), "missingProof", "nobody attached it");
    assert_eq!(desk.consents(), json!([]));
}

#[test]
fn agreements_are_undone_as_what_is_said_of_files_is() {
    let desk = Desk::new();
    let undo = || desk.bench.call("undoAssets", json!({})).as_array().unwrap().len();
    let plain = desk.save(&anais(), None).unwrap();
    let signed = desk.save(&plain, Some(&desk.paper("accord.pdf", b"%PDF-1.7"))).unwrap();
    desk.bench.change(&[&desk.photos[0]], json!({ "kind": "tag", "tag": "Portrait" }));
    desk.bench.call("withdrawConsent", json!({ "consent": signed["id"] }));
    assert!(desk.consents()[0]["withdrawn"].is_string());
    assert_eq!((undo(), desk.consents()), (2, json!([signed])));
    assert_eq!((undo(), desk.consents()), (1, json!([signed])), "a tag, in its turn");
    assert_eq!((undo(), desk.consents()), (2, json!([plain])));
    assert_eq!((undo(), desk.consents()), (2, json!([])));
    assert_eq!(undo(), 0);
}

#[test]
fn a_document_whose_bytes_were_swept_is_not_named_again() {
    let desk = Desk::new();
    let mut kept = desk.signed("accord.pdf");
    let blob = kept["file"]["blob"].as_str().unwrap().to_owned();
    kept["file"] = Value::Null;
    desk.save(&kept, None).unwrap();
    fs::remove_file(desk.bench.folder.path().join("blobs").join(&blob[..2]).join(&blob)).unwrap();
    let refused = wire::call(desk.bench.studio(), "undoAssets", json!({})).unwrap_err();
    assert_eq!((refused.code.as_str(), desk.consents()), ("missingProof", json!([kept])));
}

#[test]
fn a_document_is_shown_as_a_copy_and_what_may_be_a_program_only_in_its_folder() {
    let desk = Desk::new();
    let show = |consent: &Value| {
        desk.bench.call("openConsentFile", json!({ "consent": consent["id"] }));
        desk.bench.host.opened.lock().unwrap().pop().unwrap()
    };
    let signed = desk.signed("Accord : Anaïs.PDF");
    let copy = show(&signed);
    assert_eq!(fs::read(&copy).unwrap(), b"%PDF-1.7 lu et approuve");
    assert!(copy.file_name().unwrap().to_str().unwrap().starts_with("Accord - Anaïs-"), "{copy:?}");
    assert_eq!(show(&signed), copy, "it is copied once");
    fs::write(&copy, b"changed").unwrap();
    assert_eq!(fs::read(show(&signed)).unwrap(), b"%PDF-1.7 lu et approuve");
    assert_eq!(show(&desk.signed("accord.exe")), copy.parent().unwrap());
    desk.bench.call("resumeImports", json!({}));
    assert_eq!(fs::read_dir(copy.parent().unwrap()).unwrap().count(), 0);
}

#[test]
fn a_document_that_is_gone_is_named_with_its_agreement() {
    let desk = Desk::new();
    let blob = desk.signed("accord.pdf")["file"]["blob"].as_str().unwrap().to_owned();
    let path = desk.bench.folder.path().join("blobs").join(&blob[..2]).join(&blob);
    fs::write(&path, b"half").unwrap();
    assert_eq!(problems(&desk.bench)[0]["code"], "damagedProof");
    fs::remove_file(&path).unwrap();
    let found = problems(&desk.bench);
    assert_eq!((&found[0]["code"], &found[0]["parameters"]["path"]), (&json!("missingProof"), &json!("accord.pdf")));
    let out = TempDir::new().unwrap();
    let left = desk.bench.studio().leave(BrandId(desk.brand), out.path()).unwrap();
    let codes: Vec<_> = left.failed.iter().map(|problem| problem.code.as_str()).collect();
    assert_eq!((left.files, codes), (3, vec!["missingProof"]));
    desk.signed("accord.pdf");
    assert_eq!(problems(&desk.bench), Vec::<Value>::new(), "attaching it again mends it");
}

/// What another studio makes of a folder: its job's problems, and the agreements of its photographs.
fn come_back(folder: &Path) -> (Bench, Vec<(String, String)>, Vec<Value>) {
    let bench = Bench::new();
    let brand = bench.brand();
    let job = bench.import(brand, &[folder]);
    assert_eq!(job.imported, 3, "{:?}", job.failed);
    let failed = job.failed.iter().map(|problem| (problem.code.clone(), problem.parameters["path"].clone()));
    let photos = bench.find(brand, json!({ "kinds": ["photo"], "sort": "name" }));
    let kept = photos.iter().map(|photo| consents(&bench, photo)).collect();
    (bench, failed.collect(), kept)
}

fn papers(out: &TempDir) -> Vec<PathBuf> {
    fs::read_dir(out.path().join("planche-accords")).unwrap().map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn a_signed_document_leaves_beside_the_files_and_comes_back() {
    let desk = Desk::new();
    let check = |paper: &Path| {
        let kept = desk.save(&anais(), Some(paper)).unwrap();
        let out = desk.leave();
        assert_eq!(papers(&out).len(), 1, "once for both photographs");
        let (other, failed, consents) = come_back(out.path());
        assert_eq!(failed, []);
        assert_eq!((consents[0].as_array().unwrap().len(), &consents[0]), (1, &consents[1]));
        assert_eq!((&consents[0][0]["file"], &consents[0][0]["document"]), (&kept["file"], &kept["document"]));
        assert_eq!(problems(&other), Vec::<Value>::new());
        desk.bench.call("undoAssets", json!({}));
    };
    // A photograph of the paper: it is no picture of the brand's.
    check(&crate::library::photos()[2]);
    check(&desk.paper(&format!("{}.pdf", "a".repeat(250)), b"%PDF-1.7"));
    check(&desk.paper("Accord : e\u{301}te\u{301}  2026", b"%PDF-1.7"));
}

#[test]
fn a_document_that_did_not_come_along_is_told_once_and_the_agreement_stands_without_it() {
    let changed = |paper: &Path| fs::write(paper, b"other words").unwrap();
    let gone = |paper: &Path| fs::remove_file(paper).unwrap();
    for spoil in [&changed as &dyn Fn(&Path), &gone] {
        let desk = Desk::new();
        desk.signed("accord.pdf");
        let out = desk.leave();
        spoil(&papers(&out)[0]);
        let (other, failed, consents) = come_back(out.path());
        assert_eq!(failed, [("lackingProof".to_owned(), "accord.pdf".to_owned())]);
        assert_eq!((consents[0].as_array().unwrap().len(), &consents[0]), (1, &consents[1]), "one for both");
        assert_eq!((&consents[0][0]["file"], &consents[0][0]["document"]), (&Value::Null, &anais()["document"]));
        assert_eq!(problems(&other), Vec::<Value>::new());
    }
}
