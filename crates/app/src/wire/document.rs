use planche_model::{self as model, Layout, Severity};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A document, as lists show it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DocumentCard {
    /// Which document.
    pub id: Uuid,
    /// Whose.
    pub brand: Uuid,
    /// What it is called.
    pub title: String,
    /// How many pages it has.
    pub page_count: u32,
    /// The page that stands for it.
    pub first_page: Option<Uuid>,
    /// Changes with that page's picture.
    pub first_stamp: String,
    /// The format the others follow.
    pub master: String,
    /// The formats it goes out in.
    pub formats: Vec<String>,
    /// Its last change, RFC 3339.
    pub changed: String,
    /// Whether it is published, and keeps the charter of that day.
    pub published: bool,
}

/// An open document.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DocumentView {
    /// Which document.
    pub id: Uuid,
    /// Whose.
    pub brand: Uuid,
    /// What it is called.
    pub title: String,
    /// Grows with every change.
    #[ts(type = "number")]
    pub revision: u64,
    /// The format the others follow.
    pub master: String,
    /// The family of templates it is set in; the charter's when absent.
    pub template: Option<String>,
    /// The formats it goes out in.
    pub formats: Vec<String>,
    /// The pages in order.
    pub pages: Vec<Page>,
    /// What a person should know.
    pub findings: Vec<Finding>,
    /// What a person let be.
    pub waived: Vec<Waived>,
    /// Whether there is something to undo.
    pub can_undo: bool,
    /// Whether there is something to redo.
    pub can_redo: bool,
}

/// What an edit changed: replace `pages` by id, then order by `order`; a page that is not in `order` is gone.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DocumentDelta {
    /// Which document.
    pub document: Uuid,
    /// Grows with every change.
    #[ts(type = "number")]
    pub revision: u64,
    /// What it is called.
    pub title: String,
    /// The format the others follow.
    pub master: String,
    /// The family of templates it is set in; the charter's when absent.
    pub template: Option<String>,
    /// The formats it goes out in.
    pub formats: Vec<String>,
    /// Every page in order.
    pub order: Vec<Uuid>,
    /// The pages that changed.
    pub pages: Vec<Page>,
    /// What a person should know of the whole document.
    pub findings: Vec<Finding>,
    /// What a person let be in it.
    pub waived: Vec<Waived>,
    /// Whether there is something to undo.
    pub can_undo: bool,
    /// Whether there is something to redo.
    pub can_redo: bool,
    /// The page the change happened on.
    pub focus: Option<Uuid>,
}

/// A page, as the editor shows it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Page {
    /// Which page.
    pub id: Uuid,
    /// Its place, from 1.
    pub number: u32,
    /// How it is arranged.
    pub layout: Layout,
    /// Whether a person chose that; otherwise the text did.
    pub chosen: bool,
    /// Its heading, with the outline's inline marks.
    pub title: String,
    /// Everything under the heading as outline text, pictures apart.
    pub body: String,
    /// Its picture.
    pub picture: Option<Picture>,
    /// How many words it has.
    pub words: u32,
    /// How many words its layout holds with comfort.
    pub budget: u32,
    /// Changes when the page looks different in any format.
    pub stamp: String,
}

/// A page's picture.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Picture {
    /// The file of the library, when it is one.
    pub asset: Option<Uuid>,
    /// What the outline calls it.
    pub source: String,
    /// What its file is called.
    pub name: String,
    /// What stands for it when it cannot be seen.
    pub alt: String,
    /// What must stay in view, from the left, 0 to 1.
    pub focus_x: f64,
    /// What must stay in view, from the top, 0 to 1.
    pub focus_y: f64,
    /// Whether it cannot be had.
    pub missing: bool,
}

/// Something worth saying; its words are the window's.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Finding {
    /// What is the matter.
    pub code: String,
    /// `block`, `review` or `info`.
    #[ts(type = "'block' | 'review' | 'info'")]
    pub severity: String,
    /// The page, when it is about one.
    pub page: Option<Uuid>,
    /// The format, when it is about one.
    pub format: Option<String>,
    /// The names and figures the words need.
    pub parameters: std::collections::BTreeMap<String, String>,
    /// Whether the studio can mend it.
    pub fix: bool,
    /// What it is about: `fixFinding` and `waiveFinding` name it so.
    pub key: String,
}

/// A finding that a person let be.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Waived {
    /// Which.
    pub finding: Finding,
    /// Why.
    pub reason: String,
}

/// A finding of a document.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct OfFinding {
    /// The document.
    pub document: Uuid,
    /// The finding, by its key.
    pub key: String,
}

/// A finding to let be.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct WaiveFinding {
    /// The document.
    pub document: Uuid,
    /// The finding, by its key.
    pub key: String,
    /// Why.
    pub reason: String,
}

impl From<model::Finding> for Finding {
    fn from(finding: model::Finding) -> Self {
        let severity = match finding.severity {
            Severity::Block => "block",
            Severity::Review => "review",
            Severity::Info => "info",
        };
        Self {
            key: finding.key(),
            fix: finding.fix.is_some(),
            code: finding.code,
            severity: severity.to_owned(),
            page: finding.place.page.map(|page| page.0),
            format: finding.place.format.map(|format| format.0),
            parameters: finding.parameters,
        }
    }
}
