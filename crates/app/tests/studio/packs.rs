//! A brand as one file: written, read again elsewhere, and nothing of another brand in it.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::Read,
    path::{Path, PathBuf},
};

use planche_app::wire;
use planche_library::{Library, Timestamp};
use planche_model::{
    DocumentId, Patch,
    document::{Change, Properties},
};
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;
use zip::ZipArchive;

use crate::{Bench, films, library::folder};

/// What the outlines of a rich brand say; the first one breaks the sample's rules.
const OUTLINES: [&str; 2] =
    ["# Nos bols\nUn produit artisanal, cuit deux fois.\n\n# Le four\nTu peux l’allumer à froid.\n", "# Une *autre*\n"];

/// What may differ between a brand and its copy: what they are called, and by which ids.
const OWN: [&str; 10] =
    ["brand", "id", "document", "documents", "uses", "similar", "firstPage", "firstStamp", "stamp", "first_page"];

impl Bench {
    /// A brand with all there can be: versions, a draft, files, a film, collections, agreements, documents of every state.
    pub fn rich(&self) -> Uuid {
        let shown = self.sample();
        let brand = shown.brand;
        let clips = TempDir::new().unwrap();
        films::short_film(&clips.path().join("four.mp4"));
        self.import(brand, &[folder().path(), clips.path()]);
        let files = self.find(brand, json!({ "sort": "name" }));
        self.describe_files(brand, &files);
        self.sign(&files);
        self.publish_some(brand);
        brand
    }

    fn describe_files(&self, brand: Uuid, files: &[Value]) {
        let gathered =
            self.call("saveCollection", json!({ "brand": brand, "collection": null, "name": "Été", "query": null }));
        self.call(
            "saveCollection",
            json!({ "brand": brand, "collection": null, "name": "Bleus", "query": { "like": files[0]["id"], "tones": ["blue"] } }),
        );
        let first = &[&files[0]];
        for change in [
            json!({ "kind": "tag", "tag": "Grès" }),
            json!({ "kind": "describe", "alt": "trois bols\nempilés" }),
            json!({ "kind": "note", "notes": "à retoucher 🏺" }),
            json!({ "kind": "aim", "x": 0.333, "y": 0.25 }),
            json!({ "kind": "collect", "collection": gathered["id"] }),
            json!({ "kind": "setRights", "rights": { "author": "Anaïs", "credit": "© Anaïs", "licence": "licensed",
                "terms": "facture 12", "source": "", "until": "2027-06-30", "people": "some" } }),
        ] {
            self.change(first, change);
        }
        let all: Vec<&Value> = files.iter().collect();
        self.change(&all[1..], json!({ "kind": "rate", "rating": 4 }));
    }

    fn sign(&self, files: &[Value]) {
        let papers = TempDir::new().unwrap();
        let paper = papers.path().join("accord.pdf");
        fs::write(&paper, b"%PDF-1.7 lu et approuve").unwrap();
        let consent = json!({ "id": Uuid::nil(), "person": "Anaïs", "scope": "Réseaux", "channels": ["ig"],
            "until": "2027-01-31", "document": "dossier RH", "file": null, "withdrawn": null });
        let assets = [&files[0]["id"], &files[1]["id"]];
        self.call("saveConsent", json!({ "assets": assets, "consent": consent, "attach": paper }));
    }

    fn publish_some(&self, brand: Uuid) {
        let [first, second] = OUTLINES.map(|outline| {
            let document = json!({ "brand": brand, "title": outline[..8].trim(), "outline": outline });
            self.call("createDocument", document)
        });
        let findings = first["findings"].as_array().unwrap();
        let told: Vec<&Value> = findings.iter().filter(|finding| finding["severity"] == "review").take(2).collect();
        for (finding, reason) in told.iter().zip(["un salon", "c’est voulu"]) {
            let waived = json!({ "document": first["id"], "key": finding["key"], "reason": reason });
            self.call("waiveFinding", waived);
        }
        self.call("publishDocument", json!({ "document": second["id"] }));
        self.recolour(brand, "#3344ff");
        self.call("applyCharter", json!({ "brand": brand, "name": "Bleu" }));
        self.recolour(brand, "#ff3344");
    }

    pub fn pack(&self, brand: Uuid, folder: &Path, content: bool) -> PathBuf {
        let path = self
            .studio()
            .export_brand(
                serde_json::from_value(json!({ "brand": brand, "folder": folder, "content": content })).unwrap(),
            )
            .unwrap();
        PathBuf::from(path)
    }

    pub fn unpack(&self, path: &Path) -> Result<Value, wire::Problem> {
        wire::call(self.studio(), "importBrand", json!({ "path": path }))
    }

    fn unpacked(&self, path: &Path) -> Uuid {
        self.unpack(path).unwrap()["id"].as_str().unwrap().parse().unwrap()
    }

    /// All that the window can know of a brand, without ids and without what it is called.
    pub fn portrait(&self, brand: Uuid) -> Value {
        let mut charter = self.call("charter", json!({ "brand": brand }));
        charter["charter"]["name"].take();
        let numbers: Vec<Value> =
            charter["versions"].as_array().unwrap().iter().map(|version| version["number"].clone()).collect();
        let compare = |number: &Value| self.call("compareCharter", json!({ "brand": brand, "number": number }));
        let kept: Vec<Value> = numbers.iter().map(compare).map(|changes| without_name(&changes)).collect();
        let facets = self.call("assetFacets", json!({ "brand": brand, "query": {} }));
        let names = self.names_of(brand, &facets);
        let files = self.find(brand, json!({ "sort": "oldest" }));
        let files: Vec<Value> = files.iter().map(|card| self.call("asset", json!({ "asset": card["id"] }))).collect();
        let mut documents = self.call("documents", json!({ "brand": brand })).as_array().unwrap().clone();
        documents.sort_by_key(|card| card["title"].to_string());
        let documents: Vec<Value> = documents.iter().map(|card| self.document_portrait(card)).collect();
        let collections = facets["collections"].clone();
        let told = json!({ "charter": charter, "kept": kept, "files": files, "creations": documents, "collections": collections });
        let mut text = told.to_string();
        for (id, name) in names {
            text = text.replace(&id, &name);
        }
        let mut portrait: Value = serde_json::from_str(&text).unwrap();
        forget(&mut portrait);
        portrait
    }

    fn document_portrait(&self, card: &Value) -> Value {
        let outline = self.call("outline", json!({ "document": card["id"] }));
        let view = self.call("openDocument", json!({ "document": card["id"] }));
        let pictures: Vec<&Value> = view["pages"].as_array().unwrap().iter().map(|page| &page["picture"]).collect();
        let reasons: Vec<&Value> = view["waived"].as_array().unwrap().iter().map(|waived| &waived["reason"]).collect();
        json!({ "card": card, "outline": outline, "pictures": pictures, "waived": reasons, "findings": view["findings"] })
    }

    /// What stands for the id of each file, collection and agreement.
    fn names_of(&self, brand: Uuid, facets: &Value) -> BTreeMap<String, String> {
        let id = |value: &Value| value["id"].as_str().unwrap().to_owned();
        let files = self.find(brand, json!({})).into_iter().chain(self.find(brand, json!({ "trashed": true })));
        let collections = facets["collections"].as_array().unwrap().iter().cloned();
        files.chain(collections).map(|card| (id(&card), format!("<{}>", card["name"].as_str().unwrap()))).collect()
    }

    pub fn problems(&self) -> Vec<Value> {
        self.call("verify", json!({}))["problems"].as_array().unwrap().clone()
    }
}

fn without_name(changes: &Value) -> Value {
    let changes = changes.as_array().unwrap().iter();
    changes.filter(|change| change["path"] != "name").cloned().collect()
}

fn forget(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|name, _| !OWN.contains(&name.as_str()));
            fields.values_mut().for_each(forget);
        }
        Value::Array(values) => values.iter_mut().for_each(forget),
        _ => {}
    }
}

/// Every entry of an archive.
pub fn entries(path: &Path) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(File::open(path).unwrap()).unwrap();
    let mut read = |at: usize| {
        let mut entry = archive.by_index(at).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        (entry.name().unwrap().into_owned(), bytes)
    };
    (0..read_count(path)).map(&mut read).collect()
}

fn read_count(path: &Path) -> usize {
    ZipArchive::new(File::open(path).unwrap()).unwrap().len()
}

#[track_caller]
fn assert_same(found: &Value, expected: &Value) {
    for part in ["charter", "kept", "files", "creations", "collections"] {
        assert_eq!(found[part], expected[part], "{part}");
    }
}

#[test]
fn a_brand_comes_to_an_empty_library_as_it_left() {
    let (here, there, folder) = (Bench::new(), Bench::new(), TempDir::new().unwrap());
    let brand = here.rich();
    let expected = here.portrait(brand);
    assert!(expected["creations"].as_array().unwrap().iter().any(|document| !document["waived"][1].is_null()));
    let path = here.pack(brand, folder.path(), true);
    assert_eq!(path.file_name().unwrap().to_str(), Some("Marée Basse.planche"));
    let card = there.unpack(&path).unwrap();
    assert_eq!((&card["name"], &card["sample"]), (&json!("Marée Basse"), &json!(false)));
    assert_same(&there.portrait(card["id"].as_str().unwrap().parse().unwrap()), &expected);
    assert_eq!((here.problems(), there.problems()), (vec![], vec![]));
    assert_same(&here.portrait(brand), &expected);
}

#[test]
fn the_same_file_makes_as_many_brands_as_it_is_read() {
    let (mut bench, folder) = (Bench::new(), TempDir::new().unwrap());
    let brand = bench.rich();
    let (path, expected) = (bench.pack(brand, folder.path(), true), bench.portrait(brand));
    let [second, third] = [(), ()].map(|()| bench.unpacked(&path));
    bench.reopen();
    let brands = bench.call("studio", json!({}))["brands"].clone();
    let names: Vec<&str> = brands.as_array().unwrap().iter().filter_map(|card| card["name"].as_str()).collect();
    assert!(["Marée Basse", "Marée Basse 2", "Marée Basse 3"].iter().all(|name| names.contains(name)), "{names:?}");
    for copy in [second, third] {
        assert_same(&bench.portrait(copy), &expected);
    }
    assert_same(&bench.portrait(brand), &expected);
    assert_eq!(bench.problems(), Vec::<Value>::new());
}

#[test]
fn the_same_brand_makes_the_same_bytes_and_writes_over_nothing() {
    let (bench, folder) = (Bench::new(), TempDir::new().unwrap());
    let brand = bench.rich();
    let [first, second] = [(), ()].map(|()| bench.pack(brand, folder.path(), true));
    assert_ne!(first, second);
    assert_eq!(fs::read(&first).unwrap(), fs::read(&second).unwrap());
    assert_eq!(&fs::read(&first).unwrap()[30..44], b"planchebrand/1");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing is left half written");
}

#[test]
fn a_charter_goes_without_what_was_made_with_it() {
    let (here, there, folder) = (Bench::new(), Bench::new(), TempDir::new().unwrap());
    let brand = here.rich();
    let path = here.pack(brand, folder.path(), false);
    let copy = there.unpacked(&path);
    let (found, expected) = (there.portrait(copy), here.portrait(brand));
    assert_eq!(found["kept"], expected["kept"]);
    for part in ["charter", "versions", "files", "drafted"] {
        assert_eq!(found["charter"][part], expected["charter"][part], "{part}");
    }
    assert_eq!((&found["files"], &found["creations"], &found["collections"]), (&json!([]), &json!([]), &json!([])));
    assert!(entries(&path).iter().all(|(name, _)| !name.starts_with("documents/") && name != "assets.json"));
    assert_eq!(there.problems(), Vec::<Value>::new());
}

#[test]
fn nothing_of_another_brand_goes_along() {
    let (bench, folder, outside) = (Bench::new(), TempDir::new().unwrap(), TempDir::new().unwrap());
    let (brand, other) = (bench.rich(), bench.brand());
    fs::write(
        outside.path().join("secret.svg"),
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="7"><title>Zébulon</title></svg>"#,
    )
    .unwrap();
    bench.import(other, &[outside.path()]);
    fs::copy(&crate::library::photos()[2], outside.path().join("zebulon.jpg")).unwrap();
    bench.import(other, &[&outside.path().join("zebulon.jpg")]);
    let stranger = bench.find(other, json!({ "kinds": ["photo"] })).remove(0);
    bench.change(&[&stranger], json!({ "kind": "tag", "tag": "Zébulon" }));
    bench.call("createDocument", json!({ "brand": other, "title": "Zébulon", "outline": "# Zébulon\n" }));
    let shows = bench.call("createDocument", json!({ "brand": brand, "title": "Emprunt", "outline": "# Emprunt\n" }));
    bench.call(
        "setPicture",
        json!({ "document": shows["id"], "page": shows["pages"][0]["id"], "path": null, "asset": stranger["id"] }),
    );
    let entries = entries(&bench.pack(brand, folder.path(), true));
    let planted = ["Zébulon", "zebulon", stranger["id"].as_str().unwrap(), &other.to_string()];
    for (name, bytes) in &entries {
        let text = String::from_utf8_lossy(bytes);
        assert!(planted.iter().all(|planted| !text.contains(planted)), "{name}");
    }
    let own: Vec<String> = bench.find(brand, json!({})).iter().map(|card| card["name"].to_string()).collect();
    let sheet = entries.iter().find(|(name, _)| name == "assets.json").unwrap();
    let sheet: Value = serde_json::from_slice(&sheet.1).unwrap();
    assert_eq!(sheet["assets"].as_array().unwrap().len(), own.len());
}

#[test]
fn what_is_in_the_trash_stays_unless_a_page_shows_it() {
    let (here, there, folder) = (Bench::new(), Bench::new(), TempDir::new().unwrap());
    let brand = here.rich();
    let files = here.find(brand, json!({ "kinds": ["photo"], "used": true }));
    let unused = here.find(brand, json!({ "used": false }));
    here.call("trashAssets", json!({ "assets": [files[0]["id"], unused[0]["id"]] }));
    let copy = there.unpacked(&here.pack(brand, folder.path(), true));
    let trashed = there.names(copy, json!({ "trashed": true }));
    assert_eq!(json!(trashed), json!([files[0]["name"]]));
    assert_same(&there.portrait(copy), &here.portrait(brand));
}

#[test]
fn a_file_that_is_gone_or_damaged_is_named_and_nothing_is_written() {
    let (bench, folder) = (Bench::new(), TempDir::new().unwrap());
    let brand = bench.rich();
    let path = bench.pack(brand, folder.path(), true);
    let blob = entries(&path).into_iter().map(|(name, _)| name).rfind(|name| name.starts_with("blobs/")).unwrap();
    let blob = bench.folder.path().join("blobs").join(&blob[6..8]).join(&blob[6..]);
    let code = || {
        let input = json!({ "brand": brand, "folder": folder.path(), "content": true });
        bench.studio().export_brand(serde_json::from_value(input).unwrap()).unwrap_err().code
    };
    fs::write(&blob, b"other bytes").unwrap();
    assert_eq!(code(), "damagedBlob");
    fs::remove_file(&blob).unwrap();
    assert_eq!(code(), "missingBlob");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_document_that_nobody_could_read_again_is_named() {
    let (mut bench, folder) = (Bench::new(), TempDir::new().unwrap());
    let shown = bench.sample();
    bench.studio = None;
    let mut library = Library::open(bench.folder.path()).unwrap();
    let id = DocumentId(shown.id);
    let before = library.documents().load(id).unwrap().document.properties().clone();
    let after = Properties { formats: Vec::new(), ..before.clone() };
    let patch = Patch { changes: vec![Change::Document { before, after }] };
    library.transact(|transaction| transaction.documents_mut().apply_patch(id, &patch, Timestamp(0))).unwrap();
    drop(library);
    bench.reopen();
    let input = json!({ "brand": shown.brand, "folder": folder.path(), "content": true });
    let refused = bench.studio().export_brand(serde_json::from_value(input).unwrap()).unwrap_err();
    assert_eq!((refused.code.as_str(), refused.parameters["title"].is_empty()), ("damagedDocument", false));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    bench.pack(shown.brand, folder.path(), false);
}
