//! Template families: how each layout arranges words and pictures in each proportion, as data.
//!
//! A family is one JSON file, documented in `assets/templates/README.md`. An element may carry `"when"` clauses that
//! change it under conditions (`"wide"`, `"disc tall"`, `"plain"`…), so that one tree reflows to every format.

mod conditions;
mod effect;
mod element;
mod frame;
mod measure;
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
    parts: Parts,
    layouts: Layouts,
}

type Parts = BTreeMap<String, Value>;
type Layouts = BTreeMap<Layout, Value>;

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
    /// A part that holds itself, or another that does.
    #[error("the part `{part}` is made of itself")]
    Circle {
        /// The part's name.
        part: String,
    },
    /// More than a page is worth.
    #[error("`{place}` holds more than {limit} bytes with its parts in their places")]
    TooLarge {
        /// The layout or the part.
        place: String,
        /// The most it may hold.
        limit: usize,
    },
    /// Deeper than it can be drawn.
    #[error("`{place}` holds elements more than {limit} deep")]
    TooDeep {
        /// The layout or the part.
        place: String,
        /// How deep they may be.
        limit: usize,
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
    parts: Parts,
    layouts: Layouts,
}

impl Family {
    /// Reads a family's JSON and proves that every layout can be resolved under every condition.
    pub fn parse(json: &str) -> Result<Self, TemplateError> {
        let File { planche, name, parts, layouts } = serde_json::from_str(json)?;
        if planche != "template/1" {
            return Err(TemplateError::Version(planche));
        }
        measure::check(&parts, &layouts)?;
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

    #[test]
    fn a_damaged_family_names_what_is_wrong() {
        let check = |from: &str, to: &str, expected: &str| {
            let damaged = ATELIER.replacen(from, to, 1);
            assert_ne!(damaged, ATELIER, "`{from}` is not in the sample");
            assert_eq!(Family::parse(&damaged).unwrap_err().to_string(), expected);
        };
        check("template/1", "template/9", "the template is of kind `template/9`, not `template/1`");
        check("\"is\": \"stack\"", "\"is\": \"pile\"", "layout `cover`, `.`: a `pile` has no children");
        check("\"is\": \"stack\",", "", "layout `cover`, `.`: an element says what it `is`");
        check(
            "\"part\": \"",
            "\"part\": \"un",
            "layout `point`, `children[2].children[0]`: there is no part `unsignature`",
        );
        let malformed = |rest: &str| format!("the template file is malformed: {rest}");
        let known = "`cover`, `point`, `list`, `quote`, `number`, `comparison`, `steps`, `picture`, `person`, `call`";
        let unknown = format!("unknown variant `citation`, expected one of {known} at line 413 column 14");
        check("\"quote\": {", "\"citation\": {", &malformed(&unknown));
        let fields =
            "unknown field `pages`, expected one of `planche`, `name`, `parts`, `layouts` at line 221 column 9";
        check("\"layouts\"", "\"pages\"", &malformed(fields));
        let error = |json: &str| Family::parse(json).unwrap_err().to_string();
        assert_eq!(error(""), malformed("EOF while parsing a value at line 1 column 0"));
        assert_eq!(error(&ATELIER[..ATELIER.len() / 2]), malformed("EOF while parsing a string at line 394 column 31"));
    }
}
