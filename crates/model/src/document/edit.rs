use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{Document, Gesture, Layout, Patch, apply, draft::Draft};
use crate::{FormatId, Ids, PageId};

/// A person's intent: the only way to change a [`Document`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Edit {
    /// Calls the document something else. A blank title changes nothing: a document keeps its name.
    Rename {
        /// The new name.
        title: String,
    },
    /// Writes a page's heading.
    WriteTitle {
        /// Which page.
        page: PageId,
        /// The heading as the outline writes it: `{cover}` at its end picks the layout; nothing takes the heading away.
        text: String,
    },
    /// Writes everything under a page's heading.
    WriteBody {
        /// Which page.
        page: PageId,
        /// Outline text. A line `# …` in it opens a page after this one; without a picture line, pictures stay.
        text: String,
    },
    /// Adds an empty page.
    InsertPage {
        /// The page it follows; `None` puts it first.
        after: Option<PageId>,
    },
    /// Adds a copy of a page right after it.
    DuplicatePage {
        /// Which page.
        page: PageId,
    },
    /// Takes a page away.
    RemovePage {
        /// Which page.
        page: PageId,
    },
    /// Puts a page elsewhere.
    MovePage {
        /// Which page.
        page: PageId,
        /// The page it follows; `None` puts it first.
        after: Option<PageId>,
    },
    /// Chooses how a page is arranged.
    SetLayout {
        /// Which page.
        page: PageId,
        /// The arrangement; `None` lets the text decide.
        layout: Option<Layout>,
    },
    /// Gives a page its picture, or another one.
    SetPicture {
        /// Which page.
        page: PageId,
        /// Where the picture is: see [`Content::Picture`](super::Content::Picture).
        source: String,
        /// What stands for it when it cannot be seen; `None`: another picture is not described yet.
        alt: Option<String>,
    },
    /// Says what a page's picture shows.
    DescribePicture {
        /// Which page.
        page: PageId,
        /// What stands for it when it cannot be seen.
        alt: String,
    },
    /// Says what must stay in view of a page's picture.
    FocusPicture {
        /// Which page.
        page: PageId,
        /// From the left, 0 to 1.
        x: f64,
        /// From the top, 0 to 1.
        y: f64,
    },
    /// Takes a page's picture away.
    RemovePicture {
        /// Which page.
        page: PageId,
    },
    /// Chooses where the document goes out.
    SetFormats {
        /// The formats in order, each once.
        formats: Vec<FormatId>,
        /// The one the others follow; one of them.
        master: FormatId,
    },
    /// Sets every page in a family of templates.
    SetTemplate {
        /// The family's name; `None` leaves that to the charter.
        template: Option<String>,
    },
}

/// Why an edit cannot be done. The document is as it was.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum EditError {
    /// The document has no such page.
    #[error("the document has no page `{0}`")]
    UnknownPage(PageId),
    /// The page has no picture to speak of.
    #[error("the page `{0}` has no picture")]
    PictureMissing(PageId),
    /// The outline could not write the source of the picture.
    #[error("`{0}` is no source for a picture")]
    BadSource(String),
    /// The point lies outside the picture.
    #[error("the point {x}, {y} is outside the picture")]
    BadFocus {
        /// From the left, 0 to 1 inside.
        x: f64,
        /// From the top, 0 to 1 inside.
        y: f64,
    },
    /// A document goes out somewhere.
    #[error("a document needs at least one format")]
    NoFormats,
    /// The master is none of the formats.
    #[error("the master `{0}` is not among the formats")]
    UnknownFormat(FormatId),
    /// A format is named twice.
    #[error("the format `{0}` is there twice")]
    RepeatedFormat(FormatId),
}

impl Document {
    /// Does what a person meant and says which rows changed; the patch is empty when the document was already so.
    pub fn apply(&mut self, edit: Edit, ids: &mut dyn Ids) -> Result<Patch, EditError> {
        let mut draft = Draft::new(self, ids);
        let outcome = perform(&mut draft, edit);
        let patch = draft.finish();
        if let Err(error) = outcome {
            self.apply_patch(&patch.inverted());
            return Err(error);
        }
        debug_assert_eq!(self.validate(), Ok(()));
        Ok(patch)
    }
}

fn perform(draft: &mut Draft<'_>, edit: Edit) -> Result<(), EditError> {
    match edit {
        Edit::Rename { title } => apply::rename(draft, &title),
        Edit::WriteTitle { page, text } => apply::write_title(draft, page, &text),
        Edit::WriteBody { page, text } => apply::write_body(draft, page, &text),
        Edit::InsertPage { after } => apply::insert_page(draft, after),
        Edit::DuplicatePage { page } => apply::duplicate_page(draft, page),
        Edit::RemovePage { page } => apply::remove_page(draft, page),
        Edit::MovePage { page, after } => apply::move_page(draft, page, after),
        Edit::SetLayout { page, layout } => draft.set_layout(page, layout),
        Edit::SetPicture { page, source, alt } => apply::set_picture(draft, page, source, alt.as_deref()),
        Edit::DescribePicture { page, alt } => apply::describe_picture(draft, page, &alt),
        Edit::FocusPicture { page, x, y } => apply::focus_picture(draft, page, x, y),
        Edit::RemovePicture { page } => apply::remove_picture(draft, page),
        Edit::SetFormats { formats, master } => apply::set_formats(draft, formats, master),
        Edit::SetTemplate { template } => apply::set_template(draft, template.as_deref()),
    }
}

impl Edit {
    /// The gesture it is a moment of, when it is typing or dragging: see [`History::record`](super::History::record).
    pub fn gesture(&self) -> Option<Gesture> {
        match self {
            Self::Rename { .. } => Some(Gesture::Rename),
            Self::WriteTitle { page, .. } => Some(Gesture::Title(*page)),
            Self::WriteBody { page, .. } => Some(Gesture::Body(*page)),
            Self::DescribePicture { page, .. } => Some(Gesture::Alt(*page)),
            Self::FocusPicture { page, .. } => Some(Gesture::Focus(*page)),
            Self::InsertPage { .. }
            | Self::DuplicatePage { .. }
            | Self::RemovePage { .. }
            | Self::MovePage { .. }
            | Self::SetLayout { .. }
            | Self::SetPicture { .. }
            | Self::RemovePicture { .. }
            | Self::SetFormats { .. }
            | Self::SetTemplate { .. } => None,
        }
    }
}
