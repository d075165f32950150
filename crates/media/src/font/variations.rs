use skrifa::{
    FontRef,
    raw::{TableProvider, tables::variations::ItemVariationStore},
};

use super::{FontError, limits};

/// How many axes a font varies along, once its stores of differences are known to be of a bearable size.
pub fn check(font: &FontRef<'_>) -> Result<u16, FontError> {
    let Ok(fvar) = font.fvar() else { return Ok(0) };
    let axes = fvar.axis_count();
    if axes > limits::AXES {
        return Err(FontError::TooComplex { what: "axes of variation", limit: limits::AXES.into() });
    }
    fvar.axis_instance_arrays().map_err(|_| FontError::Damaged { part: "fvar" })?;
    if let Ok(hvar) = font.hvar() {
        check_store(hvar.item_variation_store(), axes, "HVAR")?;
    }
    if let Some(store) = font.mvar().ok().and_then(|mvar| mvar.item_variation_store()) {
        check_store(store, axes, "MVAR")?;
    }
    if let Some(store) = font.gdef().ok().and_then(|gdef| gdef.item_var_store()) {
        check_store(store, axes, "GDEF")?;
    }
    Ok(axes)
}

/// Every difference looked up costs its regions times the axes.
pub fn check_store<'a, E>(
    store: Result<ItemVariationStore<'a>, E>,
    axes: u16,
    part: &'static str,
) -> Result<(), FontError> {
    let damaged = || FontError::Damaged { part };
    let store = store.map_err(|_| damaged())?;
    let regions = store.variation_region_list().map_err(|_| damaged())?;
    if regions.region_count() > limits::REGIONS {
        return Err(FontError::TooComplex { what: "regions of variation", limit: limits::REGIONS.into() });
    }
    if regions.axis_count() != axes {
        return Err(damaged());
    }
    let within = |data: &skrifa::raw::tables::variations::ItemVariationData<'_>| {
        data.region_indexes().iter().all(|region| region.get() < regions.region_count())
    };
    let mut parts = store.item_variation_data().iter().flatten();
    if parts.all(|data| data.as_ref().is_ok_and(within)) { Ok(()) } else { Err(damaged()) }
}
