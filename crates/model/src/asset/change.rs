use serde::Deserialize;

use super::{Description, Rights};
use crate::{CollectionId, document::Focus};

/// Something to say of files. It means the same for one as for a thousand.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum AssetChange {
    /// Another name.
    Rename {
        /// The name; nothing changes when it is blank.
        name: String,
    },
    /// What stands for it when it cannot be seen.
    Describe {
        /// The words.
        alt: String,
    },
    /// What the team should know.
    Note {
        /// The words.
        notes: String,
    },
    /// How good it is.
    Rate {
        /// 0 to 5; more is 5.
        rating: u8,
    },
    /// Picked, or not any more.
    Pick {
        /// Whether it is.
        picked: bool,
    },
    /// The point that must stay in view.
    Aim {
        /// From the left, 0 to 1.
        x: f64,
        /// From the top, 0 to 1.
        y: f64,
    },
    /// The point where the eye goes by itself, in place of the one that a person set. Who has the pixels finds it.
    FindFocus,
    /// One subject more.
    Tag {
        /// Which.
        tag: String,
    },
    /// One subject less.
    Untag {
        /// Which, as it is written.
        tag: String,
    },
    /// Everything about rights.
    SetRights {
        /// What is known.
        rights: Rights,
    },
    /// Who made it, and the line to publish with it; the rest of its rights stays.
    Credit {
        /// The line.
        credit: String,
        /// Who.
        author: String,
    },
    /// Gathered with others.
    Collect {
        /// Where.
        collection: CollectionId,
    },
    /// Not gathered there any more.
    Uncollect {
        /// Where.
        collection: CollectionId,
    },
}

impl AssetChange {
    /// Makes the description say it.
    pub fn apply(&self, to: &mut Description) {
        match self {
            Self::Rename { name } => set_unless_blank(&mut to.name, name),
            Self::Describe { alt } => to.alt.clone_from(alt),
            Self::Note { notes } => to.notes.clone_from(notes),
            Self::Rate { rating } => to.rating = (*rating).min(5),
            Self::Pick { picked } => to.picked = *picked,
            Self::Aim { x, y } => aim(to, *x, *y),
            Self::FindFocus => to.aimed = false,
            Self::Tag { tag } => add(to, tag),
            Self::Untag { tag } => drop(to.tags.remove(tag)),
            Self::SetRights { rights } => to.rights = rights.clone(),
            Self::Credit { credit, author } => {
                to.rights.credit.clone_from(credit);
                to.rights.author.clone_from(author);
            }
            Self::Collect { collection } => drop(to.collections.insert(*collection)),
            Self::Uncollect { collection } => drop(to.collections.remove(collection)),
        }
    }
}

fn set_unless_blank(to: &mut String, text: &str) {
    if !text.trim().is_empty() {
        text.trim().clone_into(to);
    }
}

fn aim(to: &mut Description, x: f64, y: f64) {
    if let Some(focus) = Focus::new(x, y) {
        to.focus = focus;
        to.aimed = true;
    }
}

/// A subject is written as it was first, whatever its capitals are now.
fn add(to: &mut Description, tag: &str) {
    let tag = tag.split_whitespace().collect::<Vec<_>>().join(" ");
    let known = to.tags.iter().any(|known| known.to_lowercase() == tag.to_lowercase());
    if !tag.is_empty() && !known {
        to.tags.insert(tag);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(changes: &[AssetChange]) -> Description {
        let mut description = Description { name: "bols.jpg".to_owned(), ..Description::default() };
        changes.iter().for_each(|change| change.apply(&mut description));
        description
    }

    #[test]
    fn a_subject_is_there_once() {
        let check = |tags: &[&str], expected: &[&str]| {
            let changes: Vec<_> = tags.iter().map(|tag| AssetChange::Tag { tag: (*tag).to_owned() }).collect();
            assert!(changed(&changes).tags.iter().eq(expected), "{tags:?}");
        };
        check(&["Bols", "bols", "  Émaux   bleus "], &["Bols", "Émaux bleus"]);
        check(&["ÉMAUX", "émaux"], &["ÉMAUX"]);
        check(&[" "], &[]);
    }

    #[test]
    fn what_makes_no_sense_changes_nothing() {
        let check = |change: AssetChange| assert_eq!(changed(&[change]), changed(&[]));
        check(AssetChange::Rename { name: "  ".to_owned() });
        check(AssetChange::Aim { x: 1.5, y: 0.5 });
        check(AssetChange::Aim { x: f64::NAN, y: 0.5 });
        check(AssetChange::Untag { tag: "absent".to_owned() });
    }

    #[test]
    fn a_point_that_a_person_set_is_known_as_such() {
        let aimed = changed(&[AssetChange::Aim { x: 0.25, y: 0.75 }]);
        assert_eq!((aimed.focus, aimed.aimed), (Focus { x: 0.25, y: 0.75 }, true));
    }
}
