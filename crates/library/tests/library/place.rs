use std::fs;

use planche_library::{Library, LibraryError};
use tempfile::tempdir;

#[test]
fn a_synchronised_folder_is_refused_before_anything_is_written() {
    let above = tempdir().unwrap();
    let folder = above.path().join("Dropbox/Planche");
    let refused = Library::open(&folder).map(drop);
    assert!(
        matches!(&refused, Err(LibraryError::Synced { path, service }) if *path == folder && service == "Dropbox"),
        "{refused:?}"
    );
    assert!(!above.path().join("Dropbox").exists());
}

#[cfg(unix)]
#[test]
fn a_link_into_a_synchronised_folder_is_refused() {
    let above = tempdir().unwrap();
    fs::create_dir(above.path().join("Nextcloud")).unwrap();
    std::os::unix::fs::symlink(above.path().join("Nextcloud"), above.path().join("library")).unwrap();
    let refused = Library::open(&above.path().join("library")).map(drop);
    assert!(matches!(refused, Err(LibraryError::Synced { service, .. }) if service == "Nextcloud"));
}

#[test]
fn a_library_that_was_moved_there_is_left_alone() {
    let above = tempdir().unwrap();
    let folder = above.path().join("library");
    drop(Library::open(&folder).unwrap());
    fs::create_dir(above.path().join(".stfolder")).unwrap();
    let names = || {
        let mut names: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        (names, fs::read(folder.join("library.db")).unwrap())
    };
    let before = names();
    let refused = Library::open(&folder).map(drop);
    assert!(matches!(refused, Err(LibraryError::Synced { service, .. }) if service == "Syncthing"));
    let refused = Library::restore(&folder, "2026-11-22T12-30-00Z-quit.db", crate::sample::NOW).map(drop);
    assert!(matches!(refused, Err(LibraryError::Synced { .. })));
    assert_eq!(names(), before);
}
