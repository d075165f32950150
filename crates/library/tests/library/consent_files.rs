//! The signed documents of agreements: kept, checked and swept as every other file.

use std::{
    fs::{self, File},
    path::Path,
    sync::atomic::AtomicBool,
    time::{Duration, UNIX_EPOCH},
};

use planche_library::{BackupReason, Hash, Library, Owner, Problem, Swept, Timestamp};
use planche_model::{
    ConsentId,
    asset::{Consent, ConsentFile, Description, Licence, People, Rights, Standing},
};
use tempfile::{TempDir, tempdir};
use uuid::Uuid;

use crate::sample::{self, ASSET, BRAND, NOW};

const CONSENT: ConsentId = ConsentId(Uuid::from_u128(0xe0));
const SIGNED: &[u8] = b"%PDF-1.7 accord";
const DAY: i64 = 24 * 60 * 60 * 1000;

fn consent(file: Option<ConsentFile>) -> Consent {
    Consent {
        id: CONSENT,
        person: "Anaïs".to_owned(),
        scope: String::new(),
        channels: vec![],
        until: None,
        document: Some("Contrat signé".to_owned()),
        file,
        withdrawn: None,
    }
}

fn signed() -> Option<ConsentFile> {
    Some(ConsentFile { name: "accord.pdf".to_owned(), blob: Hash::of(SIGNED).into() })
}

fn keep(library: &mut Library, consent: &Consent) {
    library.transact(|transaction| transaction.assets_mut().keep_consent(BRAND, consent, &[ASSET])).unwrap();
}

fn problems(library: &Library) -> Vec<Problem> {
    library.verify(|_| {}, &AtomicBool::new(false)).unwrap().unwrap().problems
}

/// A library with a photograph, under an agreement whose document is old enough to be swept.
fn library() -> (TempDir, Library) {
    let folder = tempdir().unwrap();
    let mut library = Library::open(folder.path()).unwrap();
    sample::fill(&mut library);
    let mut asset = sample::asset(ASSET, b"photo");
    let rights = Rights { licence: Licence::Own, people: People::Some, ..Rights::default() };
    asset.description = Description { rights, ..asset.description };
    library.blobs().put(b"photo").unwrap();
    let signed_blob = library.blobs().put(SIGNED).unwrap();
    library.transact(|transaction| transaction.assets_mut().insert(&asset)).unwrap();
    keep(&mut library, &consent(signed()));
    let old = UNIX_EPOCH + Duration::from_millis(u64::try_from(NOW.0).unwrap());
    File::options().write(true).open(library.blobs().path(signed_blob)).unwrap().set_modified(old).unwrap();
    (folder, library)
}

fn sweep(library: &mut Library) -> usize {
    library.sweep_orphans(Timestamp(NOW.0 + 2 * DAY)).unwrap().blobs
}

#[test]
fn a_signed_document_is_there_when_the_library_opens_again() {
    let (folder, library) = library();
    drop(library);
    let library = Library::open(folder.path()).unwrap();
    let kept = library.assets().consents(ASSET).unwrap();
    assert_eq!(kept, [consent(signed())]);
    assert_eq!(library.blobs().read(kept[0].file.as_ref().unwrap().blob.into()).unwrap(), SIGNED);
    let report = library.verify(|_| {}, &AtomicBool::new(false)).unwrap().unwrap();
    assert_eq!((report.named, report.blobs, report.problems), (2, 2, vec![]));
}

/// Spoils the document; the check must name the agreement.
fn check(spoil: impl FnOnce(&Path), expected: fn(Owner, String, Hash) -> Problem) {
    let (_folder, library) = library();
    let hash = Hash::of(SIGNED);
    spoil(&library.blobs().path(hash));
    assert_eq!(problems(&library), [expected(Owner::Consent(CONSENT), "accord.pdf".to_owned(), hash)]);
}

#[test]
fn a_signed_document_that_is_gone_or_damaged_is_found() {
    check(|path| fs::remove_file(path).unwrap(), |owner, name, hash| Problem::MissingBlob { owner, name, hash });
    check(|path| fs::write(path, "half").unwrap(), |owner, name, hash| Problem::DamagedBlob { owner, name, hash });
}

#[test]
fn only_a_document_that_no_agreement_names_is_swept() {
    let (_folder, mut library) = library();
    assert_eq!(sweep(&mut library), 0);
    keep(&mut library, &consent(None));
    let swept = library.sweep_orphans(Timestamp(NOW.0 + 2 * DAY)).unwrap();
    assert_eq!(swept, Swept { blobs: 1, bytes: SIGNED.len() as u64 });
}

#[test]
fn a_forgotten_agreement_names_nothing_and_allows_nothing() {
    let (_folder, mut library) = library();
    let standing = |library: &Library| library.assets().get(ASSET).unwrap().unwrap().standing;
    assert_eq!(standing(&library), Standing::Free);
    library.transact(|transaction| transaction.assets_mut().remove_consent(CONSENT)).unwrap();
    assert_eq!((standing(&library), library.assets().consents(ASSET).unwrap()), (Standing::ToCheck, vec![]));
    assert_eq!(sweep(&mut library), 1);
}

#[test]
fn a_backup_keeps_the_document_it_names_and_brings_it_back() {
    let (_folder, mut library) = library();
    let backup = library.back_up_if_due(NOW, BackupReason::Asked).unwrap().unwrap();
    keep(&mut library, &consent(None));
    assert_eq!(sweep(&mut library), 0);
    library.go_back(&backup.name, Timestamp(NOW.0 + DAY)).unwrap();
    assert_eq!(library.assets().consents(ASSET).unwrap(), [consent(signed())]);
    assert_eq!(problems(&library), []);
}

#[test]
fn a_backup_from_before_there_were_agreements_hinders_nothing() {
    let (folder, mut library) = library();
    let before = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/databases/v1.sqlite");
    fs::copy(before, folder.path().join("backups/schema-1.db")).unwrap();
    keep(&mut library, &consent(None));
    assert!(matches!(problems(&library)[..], [Problem::OrphanBlob { .. }]));
    assert_eq!(sweep(&mut library), 1);
}
