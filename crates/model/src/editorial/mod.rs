//! The editorial half of a charter: how a brand writes, and what it writes about.
//!
//! Everything a computer can check is typed, so that it is checked; the rest is for people to read where they write.
//! Every part may be absent: a brand that says nothing is never corrected.

mod hashtags;
mod line;
mod voice;
mod words;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use hashtags::{HashtagSet, Hashtags};
pub use line::{Line, Objective, Persona, Pillar};
pub use voice::{Address, Axis, Example, Register, Voice};
pub use words::{Capitals, Emoji, Inclusive, Term, Typography};

/// How a brand writes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Editorial {
    /// Tu or vous.
    pub register: Register,
    /// How it sounds.
    pub tone: Voice,
    /// Words it does not use, and those it uses in their place.
    pub vocabulary: Vec<Term>,
    /// How many emoji, and which.
    pub emoji: Emoji,
    /// How many hashtags, and which.
    pub hashtags: Hashtags,
    /// How spaces and punctuation are set.
    pub typography: Typography,
    /// Where capitals go.
    pub capitals: Capitals,
    /// How people of any gender are addressed.
    pub inclusive: Inclusive,
    /// What captions end with; may be empty.
    pub signature: String,
    /// Ways to invite, ready to use.
    pub calls: Vec<String>,
    /// What differs on a network, by the `platform` of the formats.
    pub networks: BTreeMap<String, Nuance>,
    /// What the law or a contract asks to be said.
    pub mentions: Vec<Mention>,
    /// What it writes about, for whom and how often.
    pub line: Line,
}

/// What differs on one network; what is absent does not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Nuance {
    /// Tu or vous there.
    pub address: Option<Address>,
    /// The most emoji of a text there.
    pub emoji: Option<u32>,
    /// The most hashtags of a caption there.
    pub hashtags: Option<u32>,
    /// What else a person should know.
    pub note: String,
}

/// Something that has to be said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Mention {
    /// The words to publish.
    pub text: String,
    /// Words that call for it, in any inflection: a text that has one of them needs the mention. None: a person decides.
    pub when: Vec<String>,
    /// Why, for example the article of the law.
    pub reason: String,
}

impl Editorial {
    /// How it addresses people on a network; everywhere when `network` is `None`.
    pub fn address(&self, network: Option<&str>) -> Address {
        self.nuance(network).and_then(|nuance| nuance.address).unwrap_or(self.register.address)
    }

    /// The most emoji of a text on a network; `None` when any number will do.
    pub fn most_emoji(&self, network: Option<&str>) -> Option<u32> {
        self.nuance(network).and_then(|nuance| nuance.emoji).or(self.emoji.most)
    }

    /// The most hashtags of a caption on a network; `None` when any number will do.
    pub fn most_hashtags(&self, network: Option<&str>) -> Option<u32> {
        self.nuance(network).and_then(|nuance| nuance.hashtags).or(self.hashtags.most)
    }

    fn nuance(&self, network: Option<&str>) -> Option<&Nuance> {
        self.networks.get(network?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_differs_only_where_it_says_so() {
        let json = r#"{ "register": { "address": "vous" }, "emoji": { "most": 2 },
            "networks": { "instagram": { "address": "tu", "hashtags": 5 } } }"#;
        let editorial: Editorial = serde_json::from_str(json).unwrap();
        let check = |network, expected| {
            let found = (editorial.address(network), editorial.most_emoji(network), editorial.most_hashtags(network));
            assert_eq!(found, expected, "{network:?}");
        };
        check(None, (Address::Vous, Some(2), None));
        check(Some("linkedin"), (Address::Vous, Some(2), None));
        check(Some("instagram"), (Address::Tu, Some(2), Some(5)));
    }

    #[test]
    fn a_brand_may_say_nothing_but_nothing_unknown() {
        assert_eq!(serde_json::from_str::<Editorial>("{}").unwrap(), Editorial::default());
        assert!(serde_json::from_str::<Editorial>(r#"{ "tonality": {} }"#).is_err());
    }
}
