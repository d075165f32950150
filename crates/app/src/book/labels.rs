use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;

use crate::{Assets, wire::Problem};

/// The book's own words in one language: a file of `assets/book`.
#[derive(Debug, Deserialize)]
pub(super) struct Labels {
    /// As an IETF tag.
    #[serde(skip)]
    pub language: &'static str,
    decimal: String,
    date: String,
    /// What the first day of a month is called.
    first: String,
    months: Vec<String>,
    networks: BTreeMap<String, String>,
    words: BTreeMap<String, String>,
}

impl Labels {
    /// The labels for a brand that writes in `language`: French for French, else English.
    pub fn read(assets: &Assets, language: &str) -> Result<Self, Problem> {
        let language = if language.starts_with("fr") { "fr" } else { "en" };
        Ok(Self { language, ..assets.book(language)? })
    }

    /// The label of that name.
    ///
    /// # Panics
    /// The file lacks it: both are held against each other in the tests.
    pub fn say(&self, name: &str) -> &str {
        self.words.get(name).unwrap_or_else(|| panic!("`{name}` is a label of `assets/book/{}.json`", self.language))
    }

    /// The label of that name, `{parameter}` replaced.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "`impl ToString` reads better at every call than a reference to it"
    )]
    pub fn with(&self, name: &str, parameter: &str, value: impl ToString) -> String {
        self.say(name).replace(&format!("{{{parameter}}}"), &value.to_string())
    }

    /// The title of the `nth` page of a section, from 0.
    pub fn title(&self, name: &str, nth: usize) -> String {
        if nth == 0 { self.say(name).to_owned() } else { self.with("continued", "title", self.say(name)) }
    }

    /// What people call a network.
    pub fn network<'a>(&'a self, platform: &'a str) -> &'a str {
        self.networks.get(platform).map_or(platform, String::as_str)
    }

    /// A figure with so many decimals at most.
    pub fn figure(&self, value: f64, decimals: usize) -> String {
        let written = format!("{value:.decimals$}");
        let short = if written.contains('.') { written.trim_end_matches('0').trim_end_matches('.') } else { &written };
        short.replace('-', "−").replace('.', &self.decimal)
    }

    /// A day as people write it.
    pub fn day(&self, date: NaiveDate) -> String {
        let day = if date.day() == 1 { self.first.clone() } else { date.day().to_string() };
        let month = self.months.get(date.month0() as usize).map_or("", String::as_str);
        self.date.replace("{day}", &day).replace("{month}", month).replace("{year}", &date.year().to_string())
    }
}
