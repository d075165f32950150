use planche_library::{Asset, Change, Hash, Library};
use planche_model::AssetId;
use tempfile::tempdir;
use uuid::Uuid;

use crate::sample::{self, ASSET, BRAND, LATER, asset};

#[test]
fn an_asset_is_found_by_its_id_and_by_its_bytes() {
    let folder = tempdir().unwrap();
    let mut library = Library::open(folder.path()).unwrap();
    sample::fill(&mut library);
    let asset = asset(ASSET, b"photo");
    let (id, changes) = library.transact(|transaction| transaction.assets_mut().insert(&asset)).unwrap();
    assert_eq!(id, ASSET);
    assert!(changes.contains(Change::Assets(BRAND)));
    assert_eq!(library.assets().get(ASSET).unwrap().as_ref(), Some(&asset));
    assert_eq!(library.assets().with_blob(BRAND, asset.file.blob).unwrap().as_ref(), Some(&asset));
    assert_eq!(library.assets().with_blob(BRAND, Hash::of(b"another")).unwrap(), None);
}

#[test]
fn the_same_bytes_are_one_asset() {
    let folder = tempdir().unwrap();
    let mut library = Library::open(folder.path()).unwrap();
    sample::fill(&mut library);
    let first = asset(ASSET, b"photo");
    let again = Asset { created: LATER, ..asset(AssetId(Uuid::from_u128(1)), b"photo") };
    library.transact(|transaction| transaction.assets_mut().insert(&first)).unwrap();
    let (id, changes) = library.transact(|transaction| transaction.assets_mut().insert(&again)).unwrap();
    assert_eq!(id, ASSET);
    assert!(changes.is_empty());
    assert_eq!(library.assets().get(again.id).unwrap(), None);
}

#[test]
fn a_picture_names_an_asset_by_its_id() {
    assert_eq!(Asset::source(ASSET), "asset:00000000-0000-0000-0000-0000000000a0");
    assert_eq!(Asset::of_source(&Asset::source(ASSET)), Some(ASSET));
    assert_eq!(Asset::of_source("photos/bols-empiles.jpg"), None);
    assert_eq!(Asset::of_source("asset:../../etc/passwd"), None);
}
