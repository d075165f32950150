use std::collections::BTreeMap;

use planche_model::{
    Charter,
    charter::{Colors, Role, Swatch},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{DocumentCard, Finding};

/// A brand's charter as it is being worked on, and what depends on it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CharterView {
    /// Whose.
    pub brand: Uuid,
    /// The draft, or the charter in force when there is none.
    pub charter: Charter,
    /// Whether it is a draft.
    pub drafted: bool,
    /// The charters that were in force, the present one first.
    pub versions: Vec<CharterVersion>,
    /// How many documents follow it.
    pub documents: u32,
    /// How many are published, and keep the charter of that day.
    pub published: u32,
    /// The stamps of the drawings and typefaces that were given to it, by name: `planche://…/drawing/<brand>/<stamp>`.
    pub files: BTreeMap<String, String>,
    /// Each colour from light to dark, `#rrggbb`.
    pub tints: BTreeMap<Role, Vec<String>>,
    /// How well each colour is read on each other.
    pub contrasts: Vec<Contrast>,
    /// What the charter itself leaves to be desired.
    pub findings: Vec<Finding>,
}

/// A charter that was put in force.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CharterVersion {
    /// From 1.
    pub number: u32,
    /// What a person calls it; may be empty.
    pub name: String,
    /// When, RFC 3339.
    pub since: String,
}

/// How well a colour is read on another.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub struct Contrast {
    /// The words.
    pub ink: Role,
    /// What they are on.
    pub ground: Role,
    /// From 1 to 21 (WCAG 2.2, "contrast ratio").
    pub ratio: f64,
}

/// A charter that is being worked on.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct SaveCharter {
    /// Whose.
    pub brand: Uuid,
    /// All of it.
    pub charter: Charter,
}

/// A draft to put in force.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ApplyCharter {
    /// Whose.
    pub brand: Uuid,
    /// What to call this version; may be empty.
    pub name: String,
}

/// A charter that was in force.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct OfVersion {
    /// Whose.
    pub brand: Uuid,
    /// Its number.
    pub number: u32,
}

/// A drawing or a typeface for a charter to name.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct AddBrandFile {
    /// Whose.
    pub brand: Uuid,
    /// The file, which is copied into the library.
    pub path: String,
}

/// What putting the draft in force would do.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CharterImpact {
    /// What the draft changes.
    pub changes: Vec<CharterChange>,
    /// The documents that would look different.
    pub documents: Vec<DocumentCard>,
    /// How many are published, and would not.
    pub published: u32,
}

/// A value of a charter that is not what it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CharterChange {
    /// Where, for example `colors.vivid.value`.
    pub path: String,
    /// What it was; absent when it is new.
    pub before: Option<String>,
    /// What it is; absent when it is gone.
    pub after: Option<String>,
}

/// A page that shows what the draft looks like.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ProofPage {
    /// Its document; the brand's own id for the specimen that a brand without documents is shown in.
    pub document: Uuid,
    /// The page.
    pub page: Uuid,
    /// In which format.
    pub format: String,
    /// In px.
    pub width: u32,
    /// In px.
    pub height: u32,
    /// What it says, for those who do not see it.
    pub title: String,
    /// Changes with its picture.
    pub stamp: String,
}

/// Pages to show a draft in.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct AskProof {
    /// Whose.
    pub brand: Uuid,
    /// Others for each number.
    pub turn: u32,
}

/// Where colours are read from.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ReadPalette {
    /// Whose draft they are proposed for.
    pub brand: Uuid,
    /// A file: a picture, a drawing, a palette, design tokens, a style sheet.
    pub path: Option<String>,
    /// A picture of the library; without either, the brand's logo.
    pub asset: Option<Uuid>,
}

/// Colours found in a picture or a file, and roles for them.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PaletteProposal {
    /// The name of what they were read from.
    pub source: String,
    /// All that were found.
    pub colors: Vec<Swatch>,
    /// Roles for them.
    pub proposal: Colors,
    /// The draft with them, and with whatever else of a charter the file holds.
    pub charter: Charter,
    /// The roles whose colour was changed so that words can be read.
    pub adjusted: Vec<Role>,
    /// What of the file was left aside.
    pub left_out: Vec<LeftOut>,
}

/// Something of a file that a charter has no place for.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LeftOut {
    /// What the file calls it.
    pub name: String,
    /// Why: a code of `planche_tokens::Reason`.
    pub reason: String,
}

/// A form in which a charter is given out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum CharterKind {
    /// The brand book.
    Pdf,
    /// Design tokens, DTCG 2025.10.
    Dtcg,
    /// Design tokens of strings, for older programs.
    Legacy,
    /// Adobe Swatch Exchange.
    Ase,
    /// A palette of GIMP, Inkscape, Krita.
    Gpl,
    /// Custom properties of a style sheet.
    Css,
    /// The whole brand, for another studio to take in.
    Brand,
}

/// A charter to give out.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ExportCharter {
    /// Whose.
    pub brand: Uuid,
    /// Where the files go.
    pub folder: String,
    /// In which forms.
    pub kinds: Vec<CharterKind>,
}
