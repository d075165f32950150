//! What other programs wrote beside files comes in with them, and what the studio wrote there comes back.

use std::{fs, path::Path};

use planche_app::{id::BrandId, wire::Nothing};
use planche_media::facts::{Facts, Place, sidecar};
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

use crate::{Bench, library::photos};

/// As Lightroom and darktable write them.
const LIGHTROOM: &str = r#"<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Adobe XMP Core 7.0-c000 1.000000, 0000/00/00-00:00:00">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
    xmlns:crs="http://ns.adobe.com/camera-raw-settings/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/"
    xmp:Rating="4" xmp:Label="Rouge" photoshop:City="Concarneau" photoshop:Credit="Marée basse"
    photoshop:DateCreated="2026-10-03T09:30:00" exif:GPSLatitude="47,52.35N" exif:GPSLongitude="3,55.1W" crs:Version="16.0">
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Le bol</rdf:li></rdf:Alt></dc:title>
   <dc:description><rdf:Alt><rdf:li xml:lang="x-default">Sorti du four</rdf:li></rdf:Alt></dc:description>
   <Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">Un bol vert</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>
   <dc:creator><rdf:Seq><rdf:li>Anne-Laure</rdf:li></rdf:Seq></dc:creator>
   <dc:subject><rdf:Bag><rdf:li>gre&#768;s</rdf:li><rdf:li>four</rdf:li></rdf:Bag></dc:subject>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>"#;

/// What is said of a file, as far as it can leave.
fn said(bench: &Bench, card: &Value) -> Value {
    let asset = bench.call("asset", json!({ "asset": card["id"] }));
    let rights = ["author", "credit", "terms", "source"].map(|name| asset["rights"][name].clone());
    json!([asset["alt"], asset["notes"], asset["tags"], asset["taken"], card["rating"], rights])
}

/// All that is said of a file.
fn all(bench: &Bench, card: &Value) -> Value {
    let asset = bench.call("asset", json!({ "asset": card["id"] }));
    let own = ["name", "picked", "focusX", "focusY", "aimed"].map(|name| card[name].clone());
    let collections: Vec<Value> = bench.collections_of(&asset);
    let mut consents = asset["consents"].as_array().unwrap().clone();
    consents.iter_mut().for_each(|consent| consent["id"] = Value::Null);
    json!([said(bench, card), own, asset["rights"], collections, consents])
}

impl Bench {
    /// The names of the collections a file is in.
    fn collections_of(&self, asset: &Value) -> Vec<Value> {
        let facets = self.call("assetFacets", json!({ "brand": self.only_brand(), "query": {} }));
        let known = facets["collections"].as_array().unwrap().iter();
        let holds = |card: &&Value| asset["collections"].as_array().unwrap().contains(&card["id"]);
        known.filter(holds).map(|card| card["name"].clone()).collect()
    }

    fn only_brand(&self) -> Uuid {
        self.studio().overview(Nothing {}).unwrap().brands[0].id
    }
}

/// A folder of the first sample's photographs, under these names, and of sidecars.
fn folder(names: &[&str], sidecars: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (photo, name) in photos().iter().zip(names) {
        fs::copy(photo, folder.path().join(name)).unwrap();
    }
    sidecars.iter().for_each(|(name, packet)| fs::write(folder.path().join(name), packet).unwrap());
    folder
}

#[test]
fn what_lies_beside_a_photograph_comes_in_with_it() {
    let notes = "Le bol\nSorti du four\nConcarneau";
    let expected = json!([
        "Un bol vert",
        notes,
        ["four", "grès"],
        "2026-10-03T09:30:00",
        4,
        ["Anne-Laure", "Marée basse", "", ""]
    ]);
    for name in ["bol.xmp", "bol.jpg.xmp", "BOL.XMP"] {
        let bench = Bench::new();
        let (brand, folder) = (bench.brand(), folder(&["bol.jpg", "tasse.jpg"], &[(name, LIGHTROOM)]));
        assert_eq!(bench.import(brand, &[folder.path()]).imported, 2);
        let cards = bench.find(brand, json!({ "sort": "name" }));
        assert_eq!(said(&bench, &cards[0]), expected, "{name}");
        assert_eq!(said(&bench, &cards[1])[0], "", "the other one is not spoken of");
    }
}

#[test]
fn sidecars_that_were_chosen_are_no_broken_files() {
    let bench = Bench::new();
    let (brand, folder) = (bench.brand(), folder(&["bol.jpg"], &[("bol.xmp", LIGHTROOM), ("gone.xmp", "<half")]));
    let at = |name: &str| folder.path().join(name);
    let alone = bench.import(brand, &[&at("bol.xmp")]);
    assert_eq!((alone.total, alone.failed.len()), (0, 0));
    let along = bench.import(brand, &[&at("bol.jpg"), &at("bol.xmp"), &at("gone.xmp")]);
    assert_eq!((along.imported, along.total, along.failed.len()), (1, 1, 0));
    assert_eq!(said(&bench, &bench.find(brand, json!({}))[0])[0], "Un bol vert");
}

#[test]
fn a_sidecar_that_cannot_be_read_stops_nothing() {
    let bench = Bench::new();
    let broken = [("bol.xmp", "<x:xmpmeta"), ("tasse.jpg.xmp", "")];
    let (brand, folder) = (bench.brand(), folder(&["bol.jpg", "tasse.jpg"], &broken));
    fs::create_dir(folder.path().join("tasse.xmp")).unwrap();
    assert_eq!(bench.import(brand, &[folder.path()]).imported, 2);
}

#[test]
fn what_left_a_library_comes_back_as_it_was() {
    let bench = Bench::new();
    let beside = Facts {
        title: Some("Le bol".to_owned()),
        place: Some(Place { name: Some("Concarneau".to_owned()), latitude: 47.8, longitude: -3.9 }),
        ..Facts::default()
    };
    let (brand, folder) = (bench.brand(), folder(&["bol.jpg", "tasse.jpg"], &[("bol.xmp", &sidecar(&beside))]));
    fs::write(folder.path().join("logo.svg"), r#"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>"#)
        .unwrap();
    bench.import(brand, &[folder.path()]);
    let cards = bench.find(brand, json!({ "sort": "name" }));
    let all: Vec<&Value> = cards.iter().collect();
    let rights = json!({ "author": "Camille, Yann", "credit": "© Camille", "terms": "Pas de revente", "source": "Atelier",
        "licence": "licensed", "until": "2027-06-30", "people": "some" });
    for change in [
        json!({ "kind": "tag", "tag": "Terre & sel" }),
        json!({ "kind": "tag", "tag": "four" }),
        json!({ "kind": "rate", "rating": 3 }),
        json!({ "kind": "describe", "alt": "Un bol < une tasse" }),
        json!({ "kind": "setRights", "rights": rights }),
    ] {
        bench.change(&all, change);
    }
    bench.change(&all[1..], json!({ "kind": "note", "notes": "Deux lignes\net une « citation »" }));
    bench.change(&all[..1], json!({ "kind": "aim", "x": 0.25, "y": 0.75 }));
    bench.change(&all[1..2], json!({ "kind": "pick", "picked": true }));
    bench.change(&all[1..2], json!({ "kind": "rename", "name": "Plan 2/3 : « Le logo ? »" }));
    let summer =
        bench.call("saveCollection", json!({ "brand": brand, "collection": null, "name": "Été", "query": null }));
    bench.change(&all[..2], json!({ "kind": "collect", "collection": summer["id"] }));
    let consent = json!({ "id": Uuid::nil(), "person": "Anaïs", "scope": "Atelier", "channels": ["Instagram"],
        "until": "2027-01-31", "document": "accord.pdf", "file": null, "withdrawn": null });
    let ids: Vec<&Value> = all.iter().map(|card| &card["id"]).collect();
    let paper = folder.path().join("signé.pdf");
    fs::write(&paper, "%PDF-1.7").unwrap();
    bench.call("saveConsent", json!({ "assets": ids[1..], "consent": consent, "attach": paper }));
    let left = TempDir::new().unwrap();
    bench.studio().leave(BrandId(brand), left.path()).unwrap();
    let before = everything(&bench, brand);
    assert_eq!(before[0][0][1], "Le bol\nConcarneau");
    for _ in 0..2 {
        let other = Bench::new();
        let brand = other.brand();
        let job = other.import(brand, &[left.path()]);
        assert_eq!((job.imported, job.failed.len()), (3, 0));
        assert_eq!(everything(&other, brand), before);
        leave_over(&other, brand, left.path());
    }
}

fn everything(bench: &Bench, brand: Uuid) -> Vec<Value> {
    bench.find(brand, json!({ "sort": "name" })).iter().map(|card| all(bench, card)).collect()
}

/// Leaves again, in a folder that is empty again.
fn leave_over(bench: &Bench, brand: Uuid, folder: &Path) {
    fs::remove_dir_all(folder).unwrap();
    bench.studio().leave(BrandId(brand), folder).unwrap();
}
