//! What a library must be after a fault: everything acknowledged is there, and every write is there whole or not at
//! all.

use std::{fmt::Debug, path::Path, sync::atomic::AtomicBool};

use planche_library::{Asset, Hash, Library, Problem, files};
use planche_model::Document;

use crate::{
    sample::{self, DOCUMENT},
    writer::{asset_of, count, node_of},
};

/// Nothing, or what does not hold.
pub type Held = Result<(), String>;

/// Checks a closed library that acknowledged so many writes.
pub fn check(folder: &Path, acknowledged: u128) -> Held {
    let library = told(Library::open(folder), "the library opens")?;
    if told(library.brands().list(), "brands")?.is_empty() {
        return require(acknowledged == 0, || "a library that acknowledged writes has lost its brand".to_owned());
    }
    let document = told(library.documents().load(DOCUMENT), "the document")?.document;
    let written = count(&document);
    require(written >= acknowledged, || format!("{acknowledged} writes were acknowledged, {written} are there"))?;
    for number in 1..=written {
        require(document.node(node_of(number)).is_some(), || format!("node {number} is missing"))?;
        require(asset(&library, number)?.is_some(), || format!("node {number} came without its asset"))?;
    }
    require(asset(&library, written + 1)?.is_none(), || "an asset came without its node".to_owned())?;
    check_history(&library, &document, written)?;
    check_everything(&library)?;
    drop(library);
    check_folder(folder)
}

/// What was refused, as what did not hold.
pub fn told<T, E: Debug>(result: Result<T, E>, subject: &str) -> Result<T, String> {
    result.map_err(|error| format!("{subject}: {error:?}"))
}

/// What must be so.
pub fn require(holds: bool, otherwise: impl FnOnce() -> String) -> Held {
    if holds { Ok(()) } else { Err(otherwise()) }
}

fn asset(library: &Library, number: u128) -> Result<Option<Asset>, String> {
    told(library.assets().get(asset_of(number)), "assets")
}

/// The title is of the last write, and undoing everything gives the document back as it began.
fn check_history(library: &Library, document: &Document, written: u128) -> Held {
    let mut history = told(library.histories().load(DOCUMENT), "its history")?;
    let title = &document.properties().title;
    require(written == 0 || *title == written.to_string(), || format!("{written} writes are there, titled {title}"))?;
    let mut undone = document.clone();
    while history.undo(&mut undone).is_some() {}
    let begun = sample::document(DOCUMENT, sample::properties("Vos bols"));
    require(undone == begun, || "undoing everything does not give the beginning".to_owned())
}

/// A blob without a row is what a kill may leave; anything else may not be.
fn check_everything(library: &Library) -> Held {
    let report = told(library.verify(|_| {}, &AtomicBool::new(false)), "verifying")?.expect("nobody cancelled");
    let grave = report.problems.into_iter().find(|problem| !matches!(problem, Problem::OrphanBlob { .. }));
    require(grave.is_none(), || format!("{grave:?}"))
}

/// No blob is half there, named or not, and opening swept what was unfinished.
pub fn check_folder(folder: &Path) -> Held {
    let mut names: Vec<_> = list(folder)?;
    names.retain(|name| !["LOCK", "backups", "blobs", "library.db"].contains(&name.as_str()));
    require(names.is_empty(), || format!("{names:?} was left behind"))?;
    let backups = list(&folder.join("backups"))?;
    require(backups.iter().all(|name| name.ends_with(".db")), || format!("{backups:?} are not all backups"))?;
    for above in told(files::list(&folder.join("blobs")), "the blobs")? {
        for blob in told(files::list(&above), "the blobs of a folder")? {
            let name = blob.file_name().unwrap_or_default().to_string_lossy();
            let hash = Hash::of(&told(files::read(&blob, u64::MAX), "a blob")?);
            require(hash.to_string() == name, || format!("the blob {name} is half there"))?;
        }
    }
    Ok(())
}

fn list(folder: &Path) -> Result<Vec<String>, String> {
    let paths = told(files::list(folder), "a folder")?;
    Ok(paths.iter().filter_map(|path| path.file_name()).map(|name| name.to_string_lossy().into_owned()).collect())
}
