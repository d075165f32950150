use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{AssetCard, JobState, Problem};

/// Files to bring in.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct StartImport {
    /// Whose they will be.
    pub brand: Uuid,
    /// Files and folders.
    pub paths: Vec<String>,
}

/// What was copied in another program, to bring in.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct PasteFiles {
    /// Whose it will be.
    pub brand: Uuid,
    /// What a picture without a file will be called.
    pub name: String,
}

/// Files on their way in.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportJob {
    /// Which.
    pub id: Uuid,
    /// Whose they will be.
    pub brand: Uuid,
    /// How it stands.
    pub state: JobState,
    /// Files looked at.
    pub done: u32,
    /// Files in all; 0 while they are counted.
    pub total: u32,
    /// Files brought in.
    pub imported: u32,
    /// Files that were there already.
    pub merged: u32,
    /// Why the others were not brought in, and what did not come along with those that were; `path` names the file.
    pub failed: Vec<Problem>,
    /// Files that look like others that were there.
    pub near: Vec<NearPair>,
    /// How long it will take, once there is enough to tell.
    pub seconds_left: Option<u32>,
}

/// Two files that look alike.
#[derive(Clone, Debug, Serialize, TS)]
pub struct NearPair {
    /// The one that came in.
    pub asset: AssetCard,
    /// The one that was there.
    pub like: AssetCard,
}
