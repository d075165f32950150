//! Template families: how each layout arranges words and pictures in each proportion, as data.
//!
//! A family is one JSON file, documented in `assets/templates/README.md`. An element may carry `"when"` clauses that
//! change it under conditions (`"wide"`, `"disc tall"`, `"plain"`…), so that one tree reflows to every format.

mod conditions;
mod effect;
mod element;
mod frame;
mod outline;
mod resolve;
mod tone;

use std::collections::BTreeMap;

pub use conditions::{Aspect, Conditions};
pub use effect::{Gradient, GradientKind, Shadow};
pub use element::{
    Body, Border, Button, Case, Direction, Each, Element, Fade, Fit, Folio, FolioKind, Motif, Picture, Rule, Scale,
    Shape, Size, Slot, Stack, Surface, Text, TextAlign, Typeface,
};
pub use frame::{Align, Frame, Length, Pin, Sides};
pub use outline::Outline;
use serde::Deserialize;
use serde_json::Value;
use thiserror::Error;
pub use tone::{Tone, ToneRole};

use crate::Layout;

/// A family of templates: one arrangement for each layout.
#[derive(Clone, Debug)]
pub struct Family {
    name: String,
    parts: BTreeMap<String, Value>,
    layouts: BTreeMap<Layout, Value>,
}

/// Why a family cannot be used.
#[derive(Debug, Error)]
pub enum TemplateError {
    /// Not JSON, or not the fields a family has.
    #[error("the template file is malformed: {0}")]
    Malformed(#[from] serde_json::Error),
    /// A family of another version.
    #[error("the template is of kind `{0}`, not `template/1`")]
    Version(String),
    /// A layout without an arrangement.
    #[error("the family `{family}` has no layout `{layout}`")]
    Missing {
        /// The family's name.
        family: String,
        /// The layout's name.
        layout: Layout,
    },
    /// An element that cannot be read.
    #[error("layout `{layout}`, `{path}`: {problem}")]
    Element {
        /// The layout it is in.
        layout: Layout,
        /// Where in the layout's tree.
        path: String,
        /// What is wrong.
        problem: String,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    planche: String,
    name: String,
    #[serde(default)]
    parts: BTreeMap<String, Value>,
    layouts: BTreeMap<Layout, Value>,
}

impl Family {
    /// Reads a family's JSON and proves that every layout can be resolved under every condition.
    pub fn parse(json: &str) -> Result<Self, TemplateError> {
        let File { planche, name, parts, layouts } = serde_json::from_str(json)?;
        if planche != "template/1" {
            return Err(TemplateError::Version(planche));
        }
        let family = Self { name, parts, layouts };
        for layout in Layout::ALL {
            Conditions::all().try_for_each(|conditions| family.resolve(layout, &conditions).map(drop))?;
        }
        Ok(family)
    }

    /// The family's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The arrangement of a layout under these conditions.
    pub fn resolve(&self, layout: Layout, conditions: &Conditions) -> Result<Element, TemplateError> {
        let raw =
            self.layouts.get(&layout).ok_or_else(|| TemplateError::Missing { family: self.name.clone(), layout })?;
        resolve::element(raw, &self.parts, conditions)
            .map_err(|resolve::Problem { path, problem }| TemplateError::Element { layout, path, problem })?
            .ok_or_else(|| TemplateError::Element { layout, path: ".".to_owned(), problem: "never shown".to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ATELIER: &str = include_str!("../../../../assets/templates/atelier.json");

    #[test]
    fn the_shipped_family_resolves_everywhere() {
        assert_eq!(Family::parse(ATELIER).unwrap().name(), "atelier");
    }

    #[test]
    fn a_condition_changes_the_element_that_carries_it() {
        let family = |layout: &str| {
            let layouts = Layout::ALL.map(|name| format!("\"{name}\": {layout}")).join(",");
            Family::parse(&format!("{{\"planche\":\"template/1\",\"name\":\"t\",\"layouts\":{{{layouts}}}}}"))
        };
        let text = r#"{"is":"text","slot":"title","size":90,"when":[{"if":"wide","set":{"size":120}},{"if":"disc wide","set":{"size":150}}]}"#;
        let family_ok = family(text).unwrap();
        let size = |aspect, shape| {
            let conditions = Conditions { aspect, shape, picture: false };
            match family_ok.resolve(Layout::Cover, &conditions).unwrap().body {
                Body::Text(text) => text.size,
                other => panic!("{other:?}"),
            }
        };
        use crate::charter::PictureShape::{Arch, Disc};
        assert_eq!(size(Aspect::Portrait, Arch), 90.0);
        assert_eq!(size(Aspect::Wide, Arch), 120.0);
        assert_eq!(size(Aspect::Wide, Disc), 150.0);
        let error = |layout: &str| family(layout).unwrap_err().to_string();
        assert_eq!(
            error(r#"{"is":"text","slot":"title","size":9,"colour":"ink"}"#),
            "layout `cover`, `.`: unknown field `colour`, expected one of `slot`, `literal`, `size`, `least`, `face`, `tone`, `leading`, `tracking`, `balance`, `align`, `case`, `outline`, `hyphenate`, `fit`"
        );
        assert!(
            error(r#"{"is":"stack","children":[{"part":"nothing"}]}"#)
                .ends_with("`children[0]`: there is no part `nothing`")
        );
        let thin = error(r#"{"is":"stack","gradient":{"tones":["ink"]}}"#);
        assert!(thin.ends_with("a gradient has two tones or more"), "{thin}");
        assert!(error(r#"{"is":"stack","when":[{"if":"sideways","set":{}}]}"#).contains("`sideways` is no condition"));
    }
}
