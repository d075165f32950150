use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{FormatId, NodeId, PageId};

/// Something worth saying about a piece of work. The words are the window's; here is the fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What is the matter, for example `text-overflow`. Stable.
    pub code: String,
    /// How grave it is.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// The figures and names the words need.
    pub parameters: BTreeMap<String, String>,
    /// What would mend it.
    #[serde(skip)]
    pub fix: Option<Fix>,
}

/// What mends a finding: other words in a node. [`Document::edit_for`](crate::Document::edit_for) makes an edit of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// Whose words.
    pub node: NodeId,
    /// All of them.
    pub text: String,
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Nothing to do.
    Info,
    /// A person should look.
    Review,
    /// The piece cannot go out like this.
    Block,
}

/// Where a finding is; what is absent is "everywhere".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The page's number, from 1: what a person would say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<usize>,
    /// The page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<PageId>,
    /// The node.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub node: Option<NodeId>,
    /// The format.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<FormatId>,
    /// The line of the outline, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
}

impl Finding {
    /// A finding without parameters.
    pub fn new(code: &str, severity: Severity, place: Place) -> Self {
        Self { code: code.to_owned(), severity, place, parameters: BTreeMap::new(), fix: None }
    }

    /// What it is about, so that it is known again while that does not change: its code, its place and the words it names.
    pub fn key(&self) -> String {
        let Place { page, node, format, .. } = &self.place;
        let place = node.map(|node| node.to_string()).or_else(|| page.map(|page| page.to_string())).unwrap_or_default();
        let format = format.as_ref().map(ToString::to_string).unwrap_or_default();
        let text = self.parameters.get("text").map(String::as_str).unwrap_or_default();
        format!("{} {place} {format} {text}", self.code)
    }

    /// The same finding, with one parameter more.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "figures and references alike read best as they are")]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.parameters.insert(name.to_owned(), value.to_string());
        self
    }
}
