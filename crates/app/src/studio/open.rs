use std::{collections::HashMap, sync::Arc};

use planche_layout::{BrandKit, Composition, Job};
use planche_library::{Asset, Stored, Waiver};
use planche_model::{
    self as model, Content, Document, Format, FormatId, Formats, History, PageId, Patch,
    document::{Change, Role},
    outline,
};
use planche_prose::Checker;
use rayon::prelude::*;

use super::{brands::Worn, stamp};
use crate::{
    Engine, Families, checks, kit,
    pictures::PictureStore,
    wire::{DocumentDelta, DocumentView, Finding, Page, Picture, Waived},
};

/// A document in memory: what it is, what it was, and what its pages look like.
pub(super) struct Open {
    pub document: Document,
    pub history: History,
    pub revision: u64,
    pub brand: BrandKit,
    checker: Arc<Checker>,
    /// The number of the charter it keeps, once it is published.
    pub charter: Option<u32>,
    /// The findings that a person let be.
    pub waivers: Vec<Waiver>,
    /// Names what its charter makes of it.
    look: String,
    /// What there is to say of the family it is set in.
    dressed: Option<model::Finding>,
    /// What there is to say of the rights to its pictures.
    rights: Vec<model::Finding>,
    pages: Vec<Page>,
    composed: HashMap<Look, Arc<Composition>>,
}

/// A page in a format, by what it looks like.
type Look = (String, FormatId);

impl Open {
    pub fn new(stored: Stored, history: History, waivers: Vec<Waiver>, worn: Worn) -> Self {
        let mut open = Self {
            document: stored.document,
            history,
            revision: stored.revision,
            look: stamp::look(&worn.kit.charter, worn.kit.family.name()),
            brand: worn.kit,
            checker: worn.checker,
            charter: stored.charter,
            waivers,
            dressed: None,
            rights: Vec::new(),
            pages: Vec::new(),
            composed: HashMap::new(),
        };
        open.pages = open.read_pages();
        open
    }

    /// Sets the document in another charter.
    pub fn restyle(&mut self, worn: Worn, families: &Families) {
        self.brand = worn.kit;
        self.checker = worn.checker;
        // Pages that look as before may be found otherwise: rules are no part of a look.
        self.composed.clear();
        self.dress(families);
    }

    fn dress(&mut self, families: &Families) {
        kit::dress(&mut self.brand, &self.document, families);
        self.look = stamp::look(&self.brand.charter, self.brand.family.name());
        self.pages = self.read_pages();
    }

    /// What the page looks like now, by name.
    pub fn stamp(&self, page: PageId) -> Option<String> {
        self.pages.iter().find(|view| view.id == page.0).map(|view| view.stamp.clone())
    }

    /// Composes the pages that changed, in every format; looks that no page has any more are forgotten.
    pub fn look(&mut self, engine: &Engine, pictures: &PictureStore) {
        let families = &engine.assets.families;
        self.dress(families);
        self.dressed = checks::template(&self.document, families);
        let formats = self.formats(&engine.assets.formats);
        let looks = self.pages.iter().flat_map(|page| formats.iter().map(move |format| (page, *format)));
        let new: Vec<_> = looks
            .clone()
            .filter(|(page, format)| !self.composed.contains_key(&(page.stamp.clone(), format.id.clone())))
            .collect();
        let composed: Vec<(Look, Arc<Composition>)> = new
            .par_iter()
            .map(|(page, format)| {
                let look = (page.stamp.clone(), format.id.clone());
                (look, Arc::new(self.compose(PageId(page.id), format, engine, pictures)))
            })
            .collect();
        let current: std::collections::HashSet<Look> =
            looks.map(|(page, format)| (page.stamp.clone(), format.id.clone())).collect();
        self.composed.retain(|look, _| current.contains(look));
        self.composed.extend(composed);
        self.rights.clear();
        for page in &mut self.pages {
            let Some(picture) = &mut page.picture else { continue };
            let about = pictures.about(&picture.source);
            self.rights.extend(checks::rights(PageId(page.id), page.number as usize, &about));
            picture.missing = pictures.load(&picture.source).is_err();
            picture.name = about.name;
        }
    }

    /// The page in that format, composed already or now.
    pub fn composition(
        &self,
        page: PageId,
        format: &Format,
        engine: &Engine,
        pictures: &PictureStore,
    ) -> Arc<Composition> {
        let known = self.stamp(page).and_then(|stamp| self.composed.get(&(stamp, format.id.clone())).cloned());
        known.unwrap_or_else(|| Arc::new(self.compose(page, format, engine, pictures)))
    }

    fn compose(&self, page: PageId, format: &Format, engine: &Engine, pictures: &PictureStore) -> Composition {
        let job = Job { document: &self.document, page, format, brand: &self.brand, pictures };
        engine.work(|bench| bench.compose(job))
    }

    fn formats<'a>(&self, known: &'a Formats) -> Vec<&'a Format> {
        self.document.properties().formats.iter().filter_map(|id| known.get(id)).collect()
    }

    /// The whole document, for a window that opens it.
    pub fn view(&self, formats: &Formats) -> DocumentView {
        let properties = self.document.properties();
        let (findings, waived) = self.findings(formats);
        DocumentView {
            id: self.document.id().0,
            brand: properties.brand.0,
            title: properties.title.clone(),
            revision: self.revision,
            master: properties.master.to_string(),
            template: properties.template().map(str::to_owned),
            formats: properties.formats.iter().map(ToString::to_string).collect(),
            pages: self.pages.clone(),
            findings,
            waived,
            can_undo: self.history.can_undo(),
            can_redo: self.history.can_redo(),
        }
    }

    /// What a patch changed for the window, once [`look`](Self::look) has seen it.
    pub fn delta(&self, before: &[Page], patch: &Patch, formats: &Formats) -> DocumentDelta {
        let DocumentView {
            id,
            title,
            revision,
            master,
            template,
            formats,
            pages,
            findings,
            waived,
            can_undo,
            can_redo,
            ..
        } = self.view(formats);
        DocumentDelta {
            document: id,
            revision,
            title,
            master,
            template,
            formats,
            order: pages.iter().map(|page| page.id).collect(),
            pages: pages.into_iter().filter(|page| !before.contains(page)).collect(),
            findings,
            waived,
            can_undo,
            can_redo,
            focus: self.focus(patch).map(|page| page.0),
        }
    }

    /// The pages as the window last saw them.
    pub fn pages(&self) -> Vec<Page> {
        self.pages.clone()
    }

    /// What a person should know, and what they let be.
    fn findings(&self, formats: &Formats) -> (Vec<Finding>, Vec<Waived>) {
        let (mut findings, mut waived) = (Vec::new(), Vec::new());
        for finding in self.all_findings(formats).into_iter().map(Finding::from) {
            match self.waivers.iter().find(|waiver| waiver.finding == finding.key) {
                Some(waiver) => waived.push(Waived { finding, reason: waiver.reason.clone() }),
                None => findings.push(finding),
            }
        }
        (findings, waived)
    }

    /// What there is to say, let be or not.
    pub fn all_findings(&self, formats: &Formats) -> Vec<model::Finding> {
        let charter = &self.brand.charter;
        let found = self.document.findings(formats).into_iter();
        let mut findings: Vec<_> = found.filter_map(|finding| charter.graded(finding)).collect();
        findings.extend(checks::editorial(&self.document, charter, &self.checker, formats));
        findings.extend(self.dressed.clone());
        findings.extend(self.rights.clone());
        for page in &self.pages {
            for format in &self.document.properties().formats {
                let composed = self.composed.get(&(page.stamp.clone(), format.clone()));
                findings.extend(composed.into_iter().flat_map(|composed| composed.findings.clone()));
            }
        }
        // Only documents carry typefaces with them whatever the person chooses.
        for format in self.formats(formats).into_iter().filter(|format| format.document) {
            findings.extend(checks::carried(&self.brand, format));
        }
        findings
    }

    /// The page that a change is about: the first one that it leaves there.
    fn focus(&self, patch: &Patch) -> Option<PageId> {
        let touched = patch.changes.iter().filter_map(|change| match change {
            Change::Document { .. } => None,
            Change::Page { id, .. } => Some(*id),
            Change::Node { before, after, .. } => after.as_ref().or(before.as_ref()).map(|node| node.page),
        });
        touched.into_iter().find(|page| self.document.page(*page).is_some())
    }

    fn read_pages(&self) -> Vec<Page> {
        self.document.pages().into_iter().filter_map(|page| self.read_page(page)).collect()
    }

    fn read_page(&self, page: &planche_model::Page) -> Option<Page> {
        let position = self.document.position(page.id)?;
        let layout = position.layout;
        let nodes = self.document.nodes(page.id);
        let title = nodes.iter().find_map(|node| node.text(Role::Title)).unwrap_or_default();
        Some(Page {
            id: page.id.0,
            number: position.number as u32,
            layout,
            chosen: page.layout.is_some(),
            title: title.to_owned(),
            body: outline::print_page_body(&self.document, page.id),
            picture: nodes.iter().find_map(|node| picture(&node.content)),
            words: self.document.words(page.id) as u32,
            budget: layout.budget(),
            stamp: stamp::stamp(&self.document, &self.look, page.id, position),
        })
    }
}

fn picture(content: &Content) -> Option<Picture> {
    let Content::Picture { source, alt, focus } = content else { return None };
    Some(Picture {
        asset: Asset::of_source(source).map(|id| id.0),
        source: source.clone(),
        name: source.clone(),
        alt: alt.clone(),
        focus_x: focus.x,
        focus_y: focus.y,
        missing: false,
    })
}
