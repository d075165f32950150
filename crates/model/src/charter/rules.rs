use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::Severity;

/// How grave breaking a rule is, where the brand does not leave it to the studio.
pub type Rules = BTreeMap<Rule, Grade>;

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident $code:literal $severity:ident;)+) => {
        /// Something a charter asks for and a computer can check. Its name on the wire is the code of its findings.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "wire", derive(ts_rs::TS))]
        pub enum Rule {
            $($(#[$doc])* #[serde(rename = $code)] $name,)+
        }

        impl Rule {
            /// Every rule, in the order people read them.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The code of its findings.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            /// The rule whose findings have that code.
            pub fn of(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|rule| rule.code() == code)
            }

            /// How grave it is when the brand says nothing.
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity),+ }
            }
        }
    };
}

rules! {
    /// A colour that is none of the charter's.
    OffPalette "off-palette" Review;
    /// Words in a typeface that is none of the charter's.
    UnknownFont "unknown-font" Review;
    /// Something in the room that the logo asks for.
    LogoSpace "logo-space" Review;
    /// A logo smaller than it may be.
    LogoSize "logo-size" Review;
    /// A logo on a colour it is never laid on, or that hides it.
    LogoBackground "logo-background" Review;
    /// Words that do not stand out from the pixels under them (WCAG 2.2, 1.4.3).
    LowContrast "low-contrast" Review;
    /// Words too small to be read on a telephone.
    SmallText "text-small" Review;
    /// Words where a network puts its own signs.
    SafeArea "safe-area" Review;
    /// A picture without words for those who do not see it.
    AltMissing "alt-missing" Review;
    /// Tu and vous in one text, or the one that the brand does not use.
    Register "register" Review;
    /// A word that is not used.
    BannedWord "banned-word" Review;
    /// A word that has a better one.
    PreferredWord "preferred-word" Review;
    /// More emoji than the brand uses.
    EmojiCount "emoji-count" Review;
    /// An emoji that the brand does not use.
    EmojiUnknown "emoji-unknown" Review;
    /// More hashtags than the brand uses.
    HashtagCount "hashtag-count" Review;
    /// A hashtag that the brand does not use.
    HashtagUnknown "hashtag-unknown" Review;
    /// A hashtag of several words without capitals.
    HashtagCase "hashtag-case" Info;
    /// Spaces, quotes or signs that are set otherwise.
    Typography "typography" Info;
    /// Capitals where there are none.
    Capitals "capitals" Review;
    /// A way to write for any gender that is not the brand's.
    Inclusive "inclusive" Review;
    /// Words that call for a mention that is not there.
    MentionMissing "mention-missing" Block;
}

/// How grave a brand finds something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Grade {
    /// Not checked.
    Off,
    /// Said, nothing to do.
    Info,
    /// A person should look.
    Review,
    /// The piece cannot go out.
    Block,
}

impl Grade {
    /// The severity of findings; `None` when there are none.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Off => None,
            Self::Info => Some(Severity::Info),
            Self::Review => Some(Severity::Review),
            Self::Block => Some(Severity::Block),
        }
    }
}

impl From<Severity> for Grade {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Info => Self::Info,
            Severity::Review => Self::Review,
            Severity::Block => Self::Block,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_written_as_the_code_of_its_findings() {
        for rule in Rule::ALL {
            assert_eq!(serde_json::to_value(rule).unwrap(), rule.code());
        }
    }
}
