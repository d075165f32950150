use planche_model::{Finding, Place, Severity};

/// Below this, a JPEG shows halos that a person should look at.
const CLEAN: u8 = 80;

/// Says so when a JPEG is less fine than was wished, to stay under so many bytes.
///
/// Code: `quality-lowered` (`quality`, 1 to 100, `max`, in thousands of bytes).
pub fn lowered(quality: u8, wished: u8, max_bytes: u64, place: &Place) -> Option<Finding> {
    let severity = if quality < CLEAN { Severity::Review } else { Severity::Info };
    let finding = || Finding::new("quality-lowered", severity, place.clone());
    (quality < wished).then(|| finding().with("quality", quality).with("max", max_bytes / 1000))
}
