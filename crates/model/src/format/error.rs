use thiserror::Error;

use super::FormatId;

/// Why a list of formats cannot be used.
#[derive(Debug, Error)]
pub enum FormatsError {
    /// The file is not JSON with a list called `formats`.
    #[error("the formats file is malformed: {0}")]
    Malformed(#[from] serde_json::Error),
    /// A file of another version.
    #[error("the formats file is of kind `{found}`, not `{expected}`", expected = super::Formats::VERSION)]
    Version {
        /// What it says.
        found: String,
    },
    /// An entry without a name.
    #[error("the format number {number} has no `id`")]
    NoId {
        /// Its place in the file, from 1.
        number: usize,
    },
    /// Two formats share a name.
    #[error("the format `{0}` is there twice")]
    Twice(FormatId),
    /// An entry that does not hold together.
    #[error("the format `{id}`: {fault}")]
    Entry {
        /// Which one.
        id: FormatId,
        /// What is wrong with it.
        fault: FormatFault,
    },
}

/// What is wrong with one format.
#[derive(Debug, Error)]
pub enum FormatFault {
    /// A field is missing, unknown or of the wrong type.
    #[error("{problem}{}", if field == "." { String::new() } else { format!(" (`{field}`)") })]
    Field {
        /// The path of the field, `.` for the whole entry.
        field: String,
        /// What is wrong with it.
        problem: String,
    },
    /// No area, or more than can be drawn.
    #[error("{width} × {height} px is no size; each side is from 1 to {most}", most = super::check::LONGEST_SIDE)]
    Size {
        /// In px.
        width: u32,
        /// In px.
        height: u32,
    },
    /// Proportions that are not those of the pixels.
    #[error("`aspect` is `{aspect}`, not the proportions of {width} × {height} px")]
    Aspect {
        /// What it says.
        aspect: String,
        /// In px.
        width: u32,
        /// In px.
        height: u32,
    },
    /// A limit of nothing.
    #[error("`{0}` is 0; leave it out where there is no limit")]
    NoRoom(&'static str),
    /// Controls that cover everything.
    #[error("`safe_area` leaves nothing of {width} × {height} px")]
    SafeArea {
        /// In px.
        width: u32,
        /// In px.
        height: u32,
    },
    /// A crop without a name, or two of the same.
    #[error("`crops` has no name, or one name twice: `{0}`")]
    CropName(String),
    /// A crop without an area, or one that is not inside.
    #[error("the crop `{name}` is empty or not inside {width} × {height} px")]
    CropOutside {
        /// Which one.
        name: String,
        /// In px.
        width: u32,
        /// In px.
        height: u32,
    },
    /// Not a day of the calendar.
    #[error("`verified` is `{0}`, which is no date written as 2026-12-01")]
    Date(String),
}
