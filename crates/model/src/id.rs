use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Where new ids come from. The host draws them at random; tests count.
pub trait Ids {
    /// An id never handed out before.
    fn next(&mut self) -> Uuid;
}

impl<F: FnMut() -> Uuid> Ids for F {
    fn next(&mut self) -> Uuid {
        self()
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "wire", derive(ts_rs::TS))]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(formatter)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(formatter, "{}({})", stringify!($name), self.0)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

ids! {
    /// A brand, for ever.
    BrandId,
    /// A document, for ever.
    DocumentId,
    /// A page of a document; survives moves.
    PageId,
    /// A node of a page; survives edits of its text.
    NodeId,
    /// A file of the library.
    AssetId,
    /// Files gathered by a person.
    CollectionId,
    /// A person's agreement to be shown.
    ConsentId,
}
