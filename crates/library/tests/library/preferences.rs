use planche_library::{Change, Library, LibraryError};
use tempfile::tempdir;

#[test]
fn a_preference_is_set_changed_and_forgotten() {
    let folder = tempdir().unwrap();
    let mut library = Library::open(folder.path()).unwrap();
    assert_eq!(library.preferences().get::<String>("language").unwrap(), None);
    for language in ["fr", "en"] {
        let set = library.transact(|transaction| transaction.preferences_mut().set("language", &language));
        assert!(set.unwrap().1.contains(Change::Preferences));
        assert_eq!(library.preferences().get::<String>("language").unwrap().as_deref(), Some(language));
    }
    library.transact(|transaction| transaction.preferences_mut().remove("language")).unwrap();
    assert_eq!(library.preferences().get::<String>("language").unwrap(), None);
}

#[test]
fn a_preference_of_another_kind_is_an_error_and_not_an_absence() {
    let folder = tempdir().unwrap();
    let mut library = Library::open(folder.path()).unwrap();
    library.transact(|transaction| transaction.preferences_mut().set("zoom", &1.5)).unwrap();
    let read = library.preferences().get::<Vec<String>>("zoom");
    assert!(matches!(read, Err(LibraryError::Database { .. })), "{read:?}");
}
