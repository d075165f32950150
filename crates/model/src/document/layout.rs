use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// How a page is arranged. The outline writes it `{cover}` after a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Layout {
    /// The first page: what makes one stop.
    Cover,
    /// One idea.
    Point,
    /// Several short items.
    List,
    /// Somebody's words.
    Quote,
    /// One figure.
    Number,
    /// Two things, or a few, side by side.
    Comparison,
    /// What comes first, then what follows.
    Steps,
    /// A photograph and a few words.
    Picture,
    /// Somebody, with a name and what they do.
    Person,
    /// What to do next.
    Call,
}

impl Layout {
    /// Every layout, in the order it is offered.
    pub const ALL: [Self; 10] = [
        Self::Cover,
        Self::Point,
        Self::List,
        Self::Steps,
        Self::Comparison,
        Self::Number,
        Self::Quote,
        Self::Picture,
        Self::Person,
        Self::Call,
    ];

    /// The name the outline, the templates and the wire use.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cover => "cover",
            Self::Point => "point",
            Self::List => "list",
            Self::Quote => "quote",
            Self::Number => "number",
            Self::Comparison => "comparison",
            Self::Steps => "steps",
            Self::Picture => "picture",
            Self::Person => "person",
            Self::Call => "call",
        }
    }

    /// How many words it holds with comfort (design direction, screen "Éditeur").
    pub const fn budget(self) -> u32 {
        match self {
            Self::Cover | Self::Picture => 14,
            Self::Point => 45,
            Self::List | Self::Steps | Self::Comparison => 50,
            Self::Quote | Self::Number | Self::Person | Self::Call => 30,
        }
    }
}

impl fmt::Display for Layout {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl FromStr for Layout {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|layout| layout.name() == name).ok_or(())
    }
}
