use planche_library::{Owner, Problem as Flaw, Report};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Problem;

/// A copy of the library.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BackupCard {
    /// What its file is called.
    pub name: String,
    /// When it was made, in milliseconds since 1970.
    #[ts(type = "number")]
    pub at: i64,
    /// What it weighs.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Why it was made: `asked`, `scheduled`, `quit`, `import`, `delete`, `restore`, `migration` or `damaged`.
    pub reason: String,
}

/// A command about a copy of the library.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct OfBackup {
    /// Which.
    pub name: String,
}

/// What a check of the library found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
pub struct CheckReport {
    /// Files that are named.
    pub assets: u32,
    /// Files that are there.
    pub blobs: u32,
    /// What does not hold.
    pub problems: Vec<Problem>,
}

impl From<Report> for CheckReport {
    fn from(report: Report) -> Self {
        let problems = report.problems.iter().map(Problem::from).collect();
        Self { assets: report.named as u32, blobs: report.blobs as u32, problems }
    }
}

impl From<&Flaw> for Problem {
    fn from(flaw: &Flaw) -> Self {
        match flaw {
            Flaw::MissingBlob { owner: Owner::Consent(_), name, hash } => {
                Self::new("missingProof").with("path", name).with("hash", hash)
            }
            Flaw::DamagedBlob { owner: Owner::Consent(_), name, hash } => {
                Self::new("damagedProof").with("path", name).with("hash", hash)
            }
            Flaw::MissingBlob { name, hash, .. } => Self::new("missingBlob").with("path", name).with("hash", hash),
            Flaw::DamagedBlob { name, hash, .. } => Self::new("damagedBlob").with("path", name).with("hash", hash),
            Flaw::OrphanBlob { hash, bytes } => Self::new("orphanBlob").with("hash", hash).with("bytes", bytes),
            Flaw::UnreadableBackup { name } => Self::new("unreadableBackup").with("path", name),
            Flaw::Database { detail } => Self::new("damagedRows").with("detail", detail),
        }
    }
}
