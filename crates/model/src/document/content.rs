use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// What a node holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Content {
    /// Words, with the outline's inline marks (`**strong**`, `*emphasis*`).
    Text {
        /// The part the words play.
        role: Role,
        /// The words as they are written in the outline.
        text: String,
    },
    /// A photograph.
    Picture {
        /// Which: a path beside the outline, or `asset:<id>` in a library.
        source: String,
        /// What stands for it when it cannot be seen.
        alt: String,
        /// The point that must stay in view.
        focus: Focus,
    },
    /// An invitation to go somewhere.
    Link {
        /// What the button says.
        label: String,
        /// Where it goes.
        address: String,
    },
    /// A place kept for a sticker of the network: never drawn, listed for the person who publishes.
    Sticker {
        /// Which sticker.
        sticker: Sticker,
        /// What it asks or says.
        prompt: String,
        /// The answers offered, if any.
        choices: Vec<String>,
    },
    /// A block of the outline that means nothing to us: kept as it was written.
    Unknown {
        /// The block, as written.
        text: String,
    },
}

impl Content {
    /// The words, when it is a text of that role.
    pub fn text(&self, wanted: Role) -> Option<&str> {
        match self {
            Self::Text { role, text } if *role == wanted => Some(text),
            _ => None,
        }
    }

    /// Whether it is a picture.
    pub fn is_picture(&self) -> bool {
        matches!(self, Self::Picture { .. })
    }

    /// Whether it is a text without words.
    pub(super) fn is_blank(&self) -> bool {
        matches!(self, Self::Text { text, .. } if text.is_empty())
    }
}

/// The part a text plays on its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// The heading: one a page at most.
    Title,
    /// The few words over the heading.
    Kicker,
    /// A paragraph.
    Body,
    /// An item of a list.
    Item,
    /// Somebody's words.
    Quote,
    /// Whose words.
    Attribution,
}

/// The stickers networks offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sticker {
    /// Choose one of two to four.
    Poll,
    /// Choose the right one.
    Quiz,
    /// Ask anything.
    Question,
    /// Open an address.
    Link,
    /// Wait for a date.
    Countdown,
    /// Name an account.
    Mention,
    /// Name a place.
    Place,
    /// Play a song.
    Music,
}

impl Sticker {
    /// Every sticker.
    pub const ALL: [Self; 8] =
        [Self::Poll, Self::Quiz, Self::Question, Self::Link, Self::Countdown, Self::Mention, Self::Place, Self::Music];

    /// The name the outline uses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Poll => "poll",
            Self::Quiz => "quiz",
            Self::Question => "question",
            Self::Link => "link",
            Self::Countdown => "countdown",
            Self::Mention => "mention",
            Self::Place => "place",
            Self::Music => "music",
        }
    }
}

impl fmt::Display for Sticker {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl FromStr for Sticker {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|sticker| sticker.name() == name).ok_or(())
    }
}

/// The point of a picture that must stay in view, as fractions of its width and height.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Focus {
    /// From the left, 0 to 1.
    pub x: f64,
    /// From the top, 0 to 1.
    pub y: f64,
}

impl Focus {
    /// The point, to the thousandth that the outline can write; nothing when it is outside the picture.
    pub fn new(x: f64, y: f64) -> Option<Self> {
        let inside = |fraction: f64| (0.0..=1.0).contains(&fraction).then(|| (fraction * 1000.0).round() / 1000.0);
        Some(Self { x: inside(x)?, y: inside(y)? })
    }
}

impl Default for Focus {
    fn default() -> Self {
        Self { x: 0.5, y: 0.5 }
    }
}
