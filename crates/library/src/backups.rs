use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

use crate::{Hash, Library, LibraryError, Timestamp, files, retention};

/// Where the copies are, in the library's folder.
pub(crate) const FOLDER: &str = "backups";

/// How long after a copy the next one by the clock is due, as Anki does.
const INTERVAL_MS: i64 = 30 * 60 * 1000;

/// How many of the copies made before a migration are kept.
const MIGRATIONS_KEPT: usize = 3;

/// How a copy's moment is written in its name: no colon, which Windows refuses.
const MOMENT: &str = "%Y-%m-%dT%H-%M-%SZ";

const WORDS: [(BackupReason, &str); 7] = [
    (BackupReason::Asked, "asked"),
    (BackupReason::Scheduled, "scheduled"),
    (BackupReason::Quit, "quit"),
    (BackupReason::BeforeImport, "before-import"),
    (BackupReason::BeforeDelete, "before-delete"),
    (BackupReason::BeforeRestore, "before-restore"),
    (BackupReason::Damaged, "damaged"),
];

/// A copy of the database, in the library's own folder. The blobs are not copied: none that a copy names goes away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// The name of its file, such as `2026-11-22T12-30-00Z-scheduled.db`.
    pub name: String,
    /// When it was made, to the second.
    pub at: Timestamp,
    /// How many bytes it weighs.
    pub bytes: u64,
    /// Why it was made.
    pub reason: BackupReason,
}

/// Why a copy of the database was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BackupReason {
    /// A person asked for it.
    Asked,
    /// Half an hour had passed.
    Scheduled,
    /// The studio was closed.
    Quit,
    /// Many files were about to come in.
    BeforeImport,
    /// Many things were about to be removed.
    BeforeDelete,
    /// Another copy was about to take the place of the database.
    BeforeRestore,
    /// A newer version of the studio was about to change its schema.
    BeforeMigration,
    /// It is the database itself, set aside as it was: damaged, so that it cannot be restored.
    Damaged,
}

impl Library {
    /// The copies of this library's database, the latest first.
    pub fn backups(&self) -> Result<Vec<Backup>, LibraryError> {
        Backup::list(self.folder())
    }

    /// Copies the database when that is worth it: when something changed since the latest copy and, by the clock, half
    /// an hour has passed. Before that, removes the older copies: all of two days are kept, then one for each of 12 days,
    /// 10 weeks and 9 months.
    ///
    /// Answers with the copy made. A library that can only be read has none made.
    pub fn back_up_if_due(&mut self, now: Timestamp, reason: BackupReason) -> Result<Option<Backup>, LibraryError> {
        let changes = self.database.changes()?;
        if self.is_read_only() || self.backed_up == Some(changes) {
            return Ok(None);
        }
        let latest = self.backups()?.into_iter().find(Backup::is_sound);
        if reason == BackupReason::Scheduled && !latest.as_ref().is_none_or(|latest| is_old(latest.at, now)) {
            return Ok(None);
        }
        prune(self.folder(), now)?;
        let backup = self.back_up_unless_same(latest.as_ref(), now, reason)?;
        self.backed_up = Some(changes);
        Ok(backup)
    }

    /// What changed in an earlier session is not known: the bytes tell.
    fn back_up_unless_same(
        &self,
        latest: Option<&Backup>,
        now: Timestamp,
        reason: BackupReason,
    ) -> Result<Option<Backup>, LibraryError> {
        let path = free(self.folder(), now, reason);
        let copy = self.database.copy_for(&path)?;
        let latest = latest.map(|latest| latest.path(self.folder()));
        if latest.is_some_and(|latest| is_same(&latest, copy.path())) {
            return Ok(None);
        }
        files::place(copy, &path)?;
        Backup::of_file(&path)
    }
}

impl Backup {
    /// The copies in the folder of a library, open or not, the latest first.
    pub fn list(folder: &Path) -> Result<Vec<Self>, LibraryError> {
        let backups = folder.join(FOLDER);
        if !backups.is_dir() {
            return Ok(Vec::new());
        }
        let read = |path: &PathBuf| Self::of_file(path).transpose();
        let mut list = files::list(&backups)?.iter().filter_map(read).collect::<Result<Vec<_>, _>>()?;
        list.sort_by(|one, other| (other.at, &other.name).cmp(&(one.at, &one.name)));
        Ok(list)
    }

    /// Where its file is, in that library's folder.
    pub(crate) fn path(&self, folder: &Path) -> PathBuf {
        folder.join(FOLDER).join(&self.name)
    }

    /// Whether it was sound when it was made.
    pub(crate) fn is_sound(&self) -> bool {
        self.reason != BackupReason::Damaged
    }

    /// The copy of that file; `None` when its name is not one of ours.
    pub(crate) fn of_file(path: &Path) -> Result<Option<Self>, LibraryError> {
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { return Ok(None) };
        let failed = |error| LibraryError::reading(path, error);
        let file = path.metadata().map_err(failed)?;
        let (at, reason) = match parse(name) {
            Some(parsed) => parsed,
            None if is_of_migration(name) => {
                let changed: DateTime<Utc> = file.modified().map_err(failed)?.into();
                (Timestamp(changed.timestamp_millis()), BackupReason::BeforeMigration)
            }
            None => return Ok(None),
        };
        Ok(Some(Self { name: name.to_owned(), at, bytes: file.len(), reason }))
    }
}

/// A name for a copy made now: of two in a second, whatever they are for, the later is said to be of the next. Their
/// names are the order in which they were made.
pub(crate) fn free(folder: &Path, now: Timestamp, reason: BackupReason) -> PathBuf {
    let word = WORDS.iter().find(|(known, _)| *known == reason).map_or("before-migration", |(_, word)| word);
    let backups = folder.join(FOLDER);
    let is_taken = |moment: &str| WORDS.iter().any(|(_, word)| backups.join(format!("{moment}-{word}.db")).exists());
    let now = DateTime::from_timestamp_millis(now.0).expect("a host's clock is within the calendar");
    let mut moments = (0..).map(|later| (now + TimeDelta::seconds(later)).format(MOMENT).to_string());
    let moment = moments.find(|moment| !is_taken(moment)).expect("there is always another second");
    backups.join(format!("{moment}-{word}.db"))
}

/// Removes what is kept no longer. Damaged databases set aside stay: they may be all there is.
fn prune(folder: &Path, now: Timestamp) -> Result<(), LibraryError> {
    let (migrations, dated): (Vec<_>, Vec<_>) = Backup::list(folder)?
        .into_iter()
        .filter(Backup::is_sound)
        .partition(|backup| backup.reason == BackupReason::BeforeMigration);
    let moments: Vec<Timestamp> = dated.iter().map(|backup| backup.at).collect();
    let kept = retention::kept(&moments, now);
    let obsolete = dated.iter().zip(kept).filter(|(_, kept)| !kept).map(|(backup, _)| backup);
    for backup in obsolete.chain(migrations.iter().skip(MIGRATIONS_KEPT)) {
        files::remove(&backup.path(folder))?;
    }
    Ok(())
}

/// Whether it is time for another copy. One that is of the future tells that the clock was wrong, not that it is early.
fn is_old(latest: Timestamp, now: Timestamp) -> bool {
    !(0..INTERVAL_MS).contains(&now.0.saturating_sub(latest.0))
}

fn is_same(one: &Path, other: &Path) -> bool {
    let hash = |path| Hash::of_file(path).ok();
    hash(one).is_some_and(|one| Some(one) == hash(other))
}

fn parse(name: &str) -> Option<(Timestamp, BackupReason)> {
    let (moment, rest) = name.strip_suffix(".db")?.split_at_checked("2026-11-22T12-30-00Z".len())?;
    let moment = NaiveDateTime::parse_from_str(moment, MOMENT).ok()?;
    let word = rest.strip_prefix('-')?;
    let (reason, _) = WORDS.iter().find(|(_, known)| *known == word)?;
    Some((Timestamp(moment.and_utc().timestamp_millis()), *reason))
}

/// `schema-1.db`, `schema-1-2.db`
fn is_of_migration(name: &str) -> bool {
    let numbers = name.strip_prefix("schema-").and_then(|name| name.strip_suffix(".db"));
    numbers.is_some_and(|numbers| numbers.split('-').all(|number| number.parse::<u32>().is_ok()))
}
