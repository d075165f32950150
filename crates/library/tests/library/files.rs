use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use planche_library::{LibraryError, Unfinished, files};
use tempfile::tempdir;

fn names(folder: &Path) -> Vec<PathBuf> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| PathBuf::from(entry.unwrap().file_name())).collect();
    names.sort();
    names
}

#[test]
fn a_file_takes_the_place_of_the_one_before() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("01-couverture.png");
    files::write(&path, b"first").unwrap();
    files::write(&path, b"second").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"second");
    assert_eq!(names(folder.path()), [Path::new("01-couverture.png")]);
}

#[test]
fn a_taken_name_gets_a_number() {
    let folder = tempdir().unwrap();
    for (name, expected) in [("a.png", "a.png"), ("a.png", "a-2.png"), ("a.png", "a-3.png"), ("b", "b"), ("b", "b-2")] {
        let written = files::write_new(&folder.path().join(name), expected.as_bytes()).unwrap();
        assert_eq!(written, folder.path().join(expected));
        assert_eq!(fs::read(written).unwrap(), expected.as_bytes());
    }
    assert_eq!(names(folder.path()), ["a-2.png", "a-3.png", "a.png", "b", "b-2"].map(PathBuf::from));
}

#[cfg(unix)]
#[test]
fn an_export_can_be_read_by_the_others_as_any_file_of_the_person() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempdir().unwrap();
    let (ours, ordinary) = (folder.path().join("ours"), folder.path().join("ordinary"));
    files::write(&ours, b"").unwrap();
    fs::write(&ordinary, b"").unwrap();
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode();
    assert_eq!(mode(&ours), mode(&ordinary));
}

#[test]
fn folders_are_made_with_those_above_and_may_be_there_already() {
    let folder = tempdir().unwrap();
    let deep = folder.path().join("ig_story/é/🏺");
    files::create_folder(&deep).unwrap();
    files::create_folder(&deep).unwrap();
    files::write(&deep.join("01.png"), b"png").unwrap();
}

#[test]
fn what_stands_in_the_way_is_named() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("notes.txt");
    fs::write(&file, b"notes").unwrap();
    let made = files::create_folder(&file.join("export"));
    assert!(matches!(made, Err(LibraryError::NotAFolder { path }) if path == file));
    let absent = folder.path().join("absent");
    let written = files::write(&absent.join("01.png"), b"png");
    assert!(matches!(written, Err(LibraryError::MissingFile { path }) if path == absent));
}

#[test]
fn a_file_is_read_up_to_a_limit() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("plan.md");
    fs::write(&path, b"12345").unwrap();
    assert_eq!(files::read(&path, 5).unwrap(), b"12345");
    assert!(matches!(files::read(&path, 4), Err(LibraryError::TooLarge { limit: 4, .. })));
    let absent = folder.path().join("absent.md");
    assert!(matches!(files::read(&absent, 5), Err(LibraryError::MissingFile { path }) if path == absent));
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_cannot_be_written_is_named() {
    // `/sys` takes no new file from anybody, not even from root.
    for written in [files::write(Path::new("/sys/01.png"), b""), files::create_folder(Path::new("/sys/export"))] {
        assert!(matches!(written, Err(LibraryError::FolderNotWritable { path }) if path == Path::new("/sys")));
    }
}

#[test]
fn a_file_written_piece_by_piece_is_there_when_it_is_kept() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("marque.planche");
    let write = || {
        let mut file = Unfinished::begin(&path).unwrap();
        file.write_all(b"one").unwrap();
        file
    };
    drop(write());
    assert_eq!(names(folder.path()), Vec::<PathBuf>::new());
    assert_eq!(write().keep().unwrap(), path);
    assert_eq!(write().keep().unwrap(), folder.path().join("marque-2.planche"));
    assert_eq!(names(folder.path()), [Path::new("marque-2.planche"), Path::new("marque.planche")]);
}

#[test]
fn there_is_room_on_a_disk_that_is_there() {
    assert!(files::room(tempdir().unwrap().path()).unwrap() > 0);
    assert!(matches!(files::room(Path::new("/nowhere/at/all")), Err(LibraryError::MissingFile { .. })));
}
