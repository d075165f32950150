//! A library that cannot be opened: what can be done from outside.

use std::fs;

use planche_app::Door;
use serde_json::json;

use crate::{Bench, library::folder};

#[test]
fn a_library_that_is_damaged_is_given_a_backup_from_outside() {
    let mut bench = Bench::new();
    let brand = bench.brand();
    bench.import(brand, &[folder().path()]);
    let count = bench.find(brand, json!({})).len();
    let name = bench.call("backUp", json!({}))["name"].clone();
    bench.studio = None;
    fs::write(bench.folder.path().join("library.db"), [0; 8192]).unwrap();
    let door = Door::open(bench.folder.path(), bench.engine.clone(), bench.host.clone());
    let refused = |name, input| door.call(name, input).unwrap_err().code;
    assert_eq!(refused("studio", json!({})), "libraryDamaged");
    assert_eq!(refused("documents", json!({ "brand": brand })), "libraryDamaged");
    let backups = door.call("backups", json!({})).unwrap();
    assert!(backups.as_array().unwrap().iter().any(|backup| backup["name"] == name));
    door.call("restoreBackup", json!({ "name": name })).unwrap();
    let found = door.call("findAssets", json!({ "brand": brand, "query": {}, "after": null, "limit": 200 })).unwrap();
    assert_eq!(found["total"], count);
}

#[test]
fn a_library_in_use_elsewhere_opens_once_it_is_free() {
    let mut bench = Bench::new();
    let door = Door::open(bench.folder.path(), bench.engine.clone(), bench.host.clone());
    assert_eq!(door.call("studio", json!({})).unwrap_err().code, "libraryLocked");
    bench.studio = None;
    door.call("studio", json!({})).unwrap();
}
