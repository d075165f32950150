use serde::{Deserialize, Serialize};

use crate::{BrandId, Charter};

/// A client: who speaks, and by which charter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Brand {
    /// Which brand this is.
    pub id: BrandId,
    /// How it looks and, later, how it writes.
    pub charter: Charter,
    /// Whether it came with the studio as an example.
    pub sample: bool,
}
