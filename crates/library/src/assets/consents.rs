use planche_model::{
    AssetId, BrandId, ConsentId,
    asset::{Consent, Description},
};

use super::{Assets, AssetsMut, rows};
use crate::{LibraryError, column::Json};

impl AssetsMut<'_> {
    /// Keeps an agreement of a brand, new or changed, and which assets it is for, beside those it was for. The blob of its
    /// file is already [put](crate::Blobs::put).
    pub fn keep_consent(&mut self, brand: BrandId, consent: &Consent, of: &[AssetId]) -> Result<(), LibraryError> {
        let sql = "INSERT INTO consents (id, brand, facts) VALUES (?1, ?2, ?3)
                   ON CONFLICT (id) DO UPDATE SET facts = excluded.facts";
        self.database.execute(sql, (consent.id.0, brand.0, Json(consent)))?;
        for asset in of {
            let sql = "INSERT OR IGNORE INTO asset_consents (consent, asset)
                       SELECT ?1, number FROM assets WHERE id = ?2 AND brand = ?3";
            self.database.execute(sql, (consent.id.0, asset.0, brand.0))?;
        }
        self.judge_all(&self.read().agreed(consent.id)?)?;
        self.changed(brand);
        Ok(())
    }

    /// Forgets an agreement. The blob of its file stays until it is swept.
    pub fn remove_consent(&mut self, id: ConsentId) -> Result<(), LibraryError> {
        let Some((brand, _)) = self.read().consent(id)? else { return Ok(()) };
        let agreed = self.read().agreed(id)?;
        self.database.execute("DELETE FROM consents WHERE id = ?1", [id.0])?;
        self.judge_all(&agreed)?;
        self.changed(brand);
        Ok(())
    }

    /// Puts an asset under an agreement that is there.
    pub fn agree(&mut self, consent: ConsentId, id: AssetId) -> Result<(), LibraryError> {
        let Some(asset) = self.read().get(id)? else { return Err(LibraryError::NoSuchAsset(id)) };
        let sql = "INSERT OR IGNORE INTO asset_consents (consent, asset) SELECT ?1, number FROM assets WHERE id = ?2";
        self.database.execute(sql, (consent.0, id.0))?;
        self.judge(id, &asset.description)?;
        self.changed(asset.brand);
        Ok(())
    }

    fn judge_all(&self, ids: &[AssetId]) -> Result<(), LibraryError> {
        for id in ids {
            if let Some(asset) = self.read().get(*id)? {
                self.judge(asset.id, &asset.description)?;
            }
        }
        Ok(())
    }

    /// What may be done with it, now that its rights or agreements changed.
    pub(super) fn judge(&self, id: AssetId, description: &Description) -> Result<(), LibraryError> {
        let consents = self.read().consents(id)?;
        let standing = description.rights.standing(&consents);
        let ends = description.rights.last_day(&consents).map(|day| day.to_string());
        rows::keep_standing(self.database, id, standing, ends.as_deref())
    }
}

impl Assets<'_> {
    /// The agreements of those who are shown in it.
    pub fn consents(&self, id: AssetId) -> Result<Vec<Consent>, LibraryError> {
        let sql = "SELECT consents.facts FROM assets
                   JOIN asset_consents ON asset_consents.asset = assets.number
                   JOIN consents ON consents.id = asset_consents.consent
                   WHERE assets.id = ?1 ORDER BY consents.id";
        self.0.rows(sql, [id.0], |row| row.get("facts").map(|Json(consent)| consent))
    }

    /// The agreements of a brand.
    pub fn consents_of(&self, brand: BrandId) -> Result<Vec<Consent>, LibraryError> {
        let sql = "SELECT facts FROM consents WHERE brand = ?1 ORDER BY id";
        self.0.rows(sql, [brand.0], |row| row.get("facts").map(|Json(consent)| consent))
    }

    /// The agreement of that id and whose it is.
    pub fn consent(&self, id: ConsentId) -> Result<Option<(BrandId, Consent)>, LibraryError> {
        self.0.row("SELECT brand, facts FROM consents WHERE id = ?1", [id.0], |row| {
            let Json(consent) = row.get("facts")?;
            Ok((BrandId(row.get("brand")?), consent))
        })
    }

    /// The assets that an agreement is for.
    pub fn agreed(&self, id: ConsentId) -> Result<Vec<AssetId>, LibraryError> {
        let sql = "SELECT assets.id FROM asset_consents JOIN assets ON assets.number = asset_consents.asset
                   WHERE consent = ?1 ORDER BY assets.number";
        self.0.rows(sql, [id.0], |row| row.get("id").map(AssetId))
    }
}
