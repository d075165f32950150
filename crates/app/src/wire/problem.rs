use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

/// What went wrong, as a code and what its words need. The words are the window's and the command line's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Problem {
    /// For example `missingFile`. Stable.
    pub code: String,
    /// The names and figures the words need.
    pub parameters: BTreeMap<String, String>,
}

impl Problem {
    /// A problem without parameters.
    pub fn new(code: &str) -> Self {
        Self { code: code.to_owned(), parameters: BTreeMap::new() }
    }

    /// The same problem, with one parameter more.
    #[must_use]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "`impl ToString` reads better at every call than a reference to it"
    )]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.parameters.insert(name.to_owned(), value.to_string());
        self
    }
}
