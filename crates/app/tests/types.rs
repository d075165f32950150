//! The window's types are those of the wire.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails, and says where")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

#[test]
fn the_generated_types_do_not_drift() {
    let fresh = tempfile::tempdir().unwrap();
    planche_app::wire::write_types(fresh.path()).unwrap();
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/ipc/generated");
    let (committed, fresh) = (read(&committed), read(fresh.path()));
    let names = committed.keys().chain(fresh.keys());
    let drifted: BTreeSet<&String> = names.filter(|name| committed.get(*name) != fresh.get(*name)).collect();
    assert!(drifted.is_empty(), "{drifted:?}: `npm run types` writes them again");
}

fn read(folder: &Path) -> BTreeMap<String, String> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(&path).unwrap()))
        .collect()
}
