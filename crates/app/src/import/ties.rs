use planche_library::{Asset, Collection, LibraryError, Transaction};
use planche_model::{
    CollectionId, ConsentId,
    asset::{Consent, Description},
};

use crate::{Host, said::Ties};

/// Puts a file that came in among the others it was with: in the brand's collections of those names, and under the same
/// agreements. What there is none of is made. Nothing that is there is changed: a file's word is not the brand's.
pub fn tie(transaction: &mut Transaction<'_>, asset: &Asset, ties: &Ties, host: &dyn Host) -> Result<(), LibraryError> {
    if !ties.collections.is_empty() {
        let collections = ties.collections.iter().map(|name| collection(transaction, asset, name, host));
        let collections = collections.collect::<Result<_, _>>()?;
        let description = Description { collections, ..asset.description.clone() };
        transaction.assets_mut().describe(asset.id, &description)?;
    }
    for consent in &ties.consents {
        let known = transaction.assets().consents_of(asset.brand)?.into_iter().find(|known| is_same(known, consent));
        match known {
            Some(known) => transaction.assets_mut().agree(known.id, asset.id)?,
            None => {
                let consent = Consent { id: ConsentId(host.id()), ..consent.clone() };
                transaction.assets_mut().keep_consent(asset.brand, &consent, &[asset.id])?;
            }
        }
    }
    Ok(())
}

fn collection(
    transaction: &mut Transaction<'_>,
    asset: &Asset,
    name: &str,
    host: &dyn Host,
) -> Result<CollectionId, LibraryError> {
    let by_hand = |known: &Collection| known.query.is_none() && known.name == name;
    if let Some(known) = transaction.collections().of(asset.brand)?.into_iter().find(by_hand) {
        return Ok(known.id);
    }
    let id = CollectionId(host.id());
    let made = Collection { id, brand: asset.brand, name: name.to_owned(), query: None, count: 0 };
    transaction.collections_mut().keep(&made, asset.created)?;
    Ok(id)
}

/// Whether an agreement that is there is the one a file speaks of. It may have been withdrawn since, but not the other way
/// round: what a file knows to be withdrawn is not agreed to. It may have a signed document that did not come along, but
/// no other one.
fn is_same(known: &Consent, told: &Consent) -> bool {
    let said = |consent: &Consent| {
        let Consent { person, scope, channels, until, document, .. } = consent.clone();
        (person, scope, channels, until, document)
    };
    let blob = |consent: &Consent| consent.file.as_ref().map(|file| file.blob);
    let is_signed_alike = told.file.is_none() || blob(known) == blob(told);
    said(known) == said(told) && is_signed_alike && (known.withdrawn.is_some() || told.withdrawn.is_none())
}
