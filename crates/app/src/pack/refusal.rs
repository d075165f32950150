use std::path::Path;

use planche_library::LibraryError;

use crate::wire::Problem;

/// Why a file is not taken for a brand, or not written as one.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Refusal {
    /// It is something else.
    NotAPack,
    /// A newer studio wrote it.
    Newer {
        /// The version of its kind.
        version: u32,
    },
    /// Something in it is not as it was written, or is not there.
    Damaged {
        /// Which entry, or which file of the brand.
        entry: String,
    },
    /// It holds what no studio writes and what harms those who believe it.
    Hostile {
        /// What it does.
        rule: Rule,
        /// Which entry.
        entry: String,
    },
    /// It holds more than there is room for.
    TooLarge {
        /// In bytes.
        size: u64,
        /// The most that is taken, in bytes.
        room: u64,
    },
    /// Its charter needs what this studio has not, or cannot use.
    Charter {
        /// Whose.
        name: String,
        /// What it needs.
        detail: String,
    },
    /// Something else: the disk, the library.
    Other(Problem),
}

/// What a hostile entry does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    /// There are more than any brand has.
    Entries,
    /// Its name leads out of the folder.
    Outside,
    /// Its name begins at the root, or on a disk.
    Absolute,
    /// It is a link, or no file.
    Link,
    /// Its name is a device of Windows.
    Device,
    /// Its name cannot be shown, or means something else elsewhere.
    Name,
    /// Another one has its name, but for capitals or the way accents are written.
    Twice,
    /// It holds many times more than it takes.
    Ratio,
    /// It is locked, or packed in a way that no studio uses.
    Packing,
    /// Nothing names it.
    Unknown,
}

impl Rule {
    fn name(self) -> &'static str {
        match self {
            Self::Entries => "entries",
            Self::Outside => "outside",
            Self::Absolute => "absolute",
            Self::Link => "link",
            Self::Device => "device",
            Self::Name => "name",
            Self::Twice => "twice",
            Self::Ratio => "ratio",
            Self::Packing => "packing",
            Self::Unknown => "unknown",
        }
    }
}

impl Refusal {
    pub(super) fn damaged(entry: &str) -> Self {
        Self::Damaged { entry: entry.to_owned() }
    }

    /// What is told of the file at `path`.
    pub(crate) fn told(self, path: &Path) -> Problem {
        let problem = |code: &str| Problem::new(code).with("path", path.display());
        match self {
            Self::NotAPack => problem("notAPack"),
            Self::Newer { version } => problem("newerPack").with("version", version),
            Self::Damaged { entry } => problem("damagedPack").with("entry", entry),
            Self::Hostile { rule, entry } => problem("hostilePack").with("rule", rule.name()).with("entry", entry),
            Self::TooLarge { size, room } => {
                problem("packTooLarge").with("size", size.div_ceil(1 << 20)).with("room", room >> 20)
            }
            Self::Charter { name, detail } => problem("packCharter").with("name", name).with("detail", detail),
            Self::Other(problem) => problem,
        }
    }
}

impl From<LibraryError> for Refusal {
    fn from(error: LibraryError) -> Self {
        Self::Other(error.into())
    }
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        Self::Other(problem)
    }
}
