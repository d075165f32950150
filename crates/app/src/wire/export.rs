use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{Finding, Problem};

/// A format to export and the pages that go out in it.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ExportChoice {
    /// The format.
    pub format: String,
    /// The pages, in any order.
    pub pages: Vec<Uuid>,
}

/// What image formats are written as; a document format always gives a PDF.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum ExportAs {
    /// Lossless.
    Png,
    /// Small.
    Jpeg,
    /// Lossless and smaller.
    Webp,
    /// Vectors.
    Svg,
    /// All pages in one file.
    Pdf,
}

/// Files being written.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Job {
    /// Which job.
    pub id: Uuid,
    /// The document being exported.
    pub document: Uuid,
    /// How it stands.
    pub state: JobState,
    /// Format by format.
    pub steps: Vec<JobStep>,
    /// Where the files go.
    pub folder: String,
    /// How long it will take, once there is enough to tell.
    pub seconds_left: Option<u32>,
    /// The files that could not be written; the others are there.
    pub problems: Vec<Problem>,
    /// What to look at in the files before they are published, the gravest first.
    pub points: Vec<JobPoint>,
}

/// Something to look at, and the files it was found in.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct JobPoint {
    /// What; on which page when it is only one.
    pub finding: Finding,
    /// The files, by their paths from the job's folder, with `/`.
    pub files: Vec<String>,
}

/// How a job stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum JobState {
    /// At work.
    Running,
    /// All files are there.
    Done,
    /// Stopped by the person; what was written is there.
    Cancelled,
    /// Some files could not be written.
    Failed,
}

/// One format of a job.
#[derive(Clone, Debug, Serialize, TS)]
pub struct JobStep {
    /// The format.
    pub format: String,
    /// Pages written.
    pub done: u32,
    /// Pages in all.
    pub total: u32,
    /// Whether the pages are gathered in one file.
    pub gathered: bool,
    /// Bytes written.
    #[ts(type = "number")]
    pub bytes: u64,
}
