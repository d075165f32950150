use std::collections::BTreeMap;

use chrono::{DateTime, SecondsFormat};
use planche_library::{CharterVersion, Library, Timestamp};
use planche_model::{BrandId, Charter, DocumentId, charter::Role};

use super::{Studio, brands::Wearing, lock, stamp};
use crate::{
    checks, difference,
    wire::{
        self, ApplyCharter, CharterChange, CharterImpact, CharterView, Contrast, Nothing, OfBrand, OfVersion, Problem,
        SaveCharter,
    },
};

impl Studio {
    /// The charter that is being worked on, or else the one in force.
    pub fn charter(&self, of: OfBrand) -> Result<CharterView, Problem> {
        let brand = BrandId(of.brand);
        let library = lock(&self.library);
        let drafted = library.brands().draft(brand)?.is_some();
        let charter = Wearing::Draft.charter(&library, brand)?;
        let published = self.published(&library, brand)?;
        Ok(CharterView {
            brand: of.brand,
            drafted,
            versions: library.brands().versions(brand)?.iter().map(wire::CharterVersion::from).collect(),
            documents: library.documents().cards_of(brand)?.len() as u32 - published,
            published,
            files: library.brands().files(brand)?.into_iter().map(|file| (file.name, file.blob.to_string())).collect(),
            tints: tints(&charter),
            contrasts: contrasts(&charter),
            findings: checks::charter(&charter).into_iter().map(wire::Finding::from).collect(),
            charter,
        })
    }

    /// Keeps a charter as a draft: no document changes yet. One that is the charter in force is no draft.
    pub fn save_charter(&self, SaveCharter { brand, charter }: SaveCharter) -> Result<CharterView, Problem> {
        charter.check()?;
        let id = BrandId(brand);
        let in_force = Wearing::InForce.charter(&lock(&self.library), id)?;
        let draft = (charter != in_force).then_some(&charter);
        self.transact(|transaction| transaction.brands_mut().set_draft(id, draft))?;
        self.charter(OfBrand { brand })
    }

    /// Goes back to the charter in force.
    pub fn discard_charter(&self, of: OfBrand) -> Result<CharterView, Problem> {
        self.transact(|transaction| transaction.brands_mut().set_draft(BrandId(of.brand), None))?;
        self.charter(of)
    }

    /// What putting the draft in force would do.
    pub fn charter_impact(&self, of: OfBrand) -> Result<CharterImpact, Problem> {
        let brand = BrandId(of.brand);
        let (before, after, published) = {
            let library = lock(&self.library);
            let charter = |wearing: Wearing| wearing.charter(&library, brand);
            (charter(Wearing::InForce)?, charter(Wearing::Draft)?, self.published(&library, brand)?)
        };
        let looks_the_same = stamp::look(&before, &before.template) == stamp::look(&after, &after.template);
        let documents = if looks_the_same { Vec::new() } else { self.documents(of)? };
        Ok(CharterImpact {
            changes: difference::between(&before, &after),
            documents: documents.into_iter().filter(|card| !card.published).collect(),
            published,
        })
    }

    /// Puts the draft in force: every document that is not published is set in it.
    pub fn apply_charter(&self, ApplyCharter { brand, name }: ApplyCharter) -> Result<CharterView, Problem> {
        let (id, now) = (BrandId(brand), self.now());
        // A draft that cannot be composed with is refused before anything changes.
        self.worn(id, Wearing::Draft)?;
        let charter = Wearing::Draft.charter(&lock(&self.library), id)?;
        self.transact(|transaction| transaction.brands_mut().put_in_force(id, &charter, name.trim(), now))?;
        self.restyle(id)?;
        self.host.studio_changed(&self.overview(Nothing {})?);
        self.charter(OfBrand { brand })
    }

    /// What a charter of before would change of the one that is being worked on.
    pub fn compare_charter(&self, of: OfVersion) -> Result<Vec<CharterChange>, Problem> {
        let (brand, library) = (BrandId(of.brand), lock(&self.library));
        let charter = |wearing: Wearing| wearing.charter(&library, brand);
        Ok(difference::between(&charter(Wearing::Draft)?, &charter(Wearing::Version(of.number))?))
    }

    /// Works on a charter of before.
    pub fn restore_charter(&self, OfVersion { brand, number }: OfVersion) -> Result<CharterView, Problem> {
        let charter = Wearing::Version(number).charter(&lock(&self.library), BrandId(brand))?;
        self.save_charter(SaveCharter { brand, charter })
    }

    /// Sets the open documents that follow a brand's charter in the one in force.
    fn restyle(&self, brand: BrandId) -> Result<(), Problem> {
        let worn = self.worn(brand, Wearing::InForce)?;
        // Nobody waits for a document while holding the list.
        let documents: Vec<_> = lock(&self.documents).values().cloned().collect();
        for document in documents {
            let mut open = lock(&document);
            if open.document.properties().brand == brand && open.charter.is_none() {
                open.restyle(worn.clone(), &self.engine.assets.families);
            }
        }
        Ok(())
    }

    fn published(&self, library: &Library, brand: BrandId) -> Result<u32, Problem> {
        let cards = library.documents().cards_of(brand)?;
        Ok(cards.iter().filter(|card| card.published.is_some()).count() as u32)
    }

    /// Sets one document in the charter it has now.
    pub(super) fn restyle_one(&self, id: DocumentId) -> Result<(), Problem> {
        let stored = lock(&self.library).documents().load(id)?;
        let worn = self.worn(stored.document.properties().brand, Wearing::of(stored.charter))?;
        let open = self.opened(id)?;
        let mut open = lock(&open);
        open.charter = stored.charter;
        open.restyle(worn, &self.engine.assets.families);
        Ok(())
    }
}

impl From<&CharterVersion> for wire::CharterVersion {
    fn from(version: &CharterVersion) -> Self {
        Self { number: version.number, name: version.name.clone(), since: rfc3339(version.created) }
    }
}

fn rfc3339(at: Timestamp) -> String {
    DateTime::from_timestamp_millis(at.0).unwrap_or_default().to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn tints(charter: &Charter) -> BTreeMap<Role, Vec<String>> {
    let tints = |role: &Role| charter.colors.of(*role).tints().iter().map(ToString::to_string).collect();
    Role::ALL.iter().map(|role| (*role, tints(role))).collect()
}

fn contrasts(charter: &Charter) -> Vec<Contrast> {
    let colors = &charter.colors;
    let pairs = Role::ALL.into_iter().flat_map(|ink| Role::ALL.into_iter().map(move |ground| (ink, ground)));
    pairs
        .filter(|(ink, ground)| ink != ground)
        .map(|(ink, ground)| Contrast { ink, ground, ratio: colors.of(ink).contrast(colors.of(ground)) })
        .collect()
}
