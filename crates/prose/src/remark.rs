use std::{collections::BTreeMap, ops::Range};

use planche_model::{Severity, charter::Rule};

/// Something a charter asks for that a text does not do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What it asks for.
    pub rule: Rule,
    /// How grave it is.
    pub severity: Severity,
    /// Where, in bytes of the text; never empty.
    pub range: Range<usize>,
    /// The figures and names the words of the remark need.
    pub parameters: BTreeMap<String, String>,
    /// What to put in the place of the range, where a computer knows.
    pub fix: Option<String>,
}

/// A remark whose severity is the charter's to say.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub rule: Rule,
    pub range: Range<usize>,
    pub parameters: BTreeMap<String, String>,
    pub fix: Option<String>,
}

impl Draft {
    pub fn new(rule: Rule, range: Range<usize>) -> Self {
        Self { rule, range, parameters: BTreeMap::new(), fix: None }
    }

    #[expect(clippy::needless_pass_by_value, reason = "figures and references alike read best as they are")]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.parameters.insert(name.to_owned(), value.to_string());
        self
    }

    pub fn fixed(mut self, fix: Option<String>) -> Self {
        self.fix = fix;
        self
    }

    pub fn graded(self, severity: Severity) -> Remark {
        Remark { rule: self.rule, severity, range: self.range, parameters: self.parameters, fix: self.fix }
    }
}
