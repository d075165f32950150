use std::env;

/// How long to insist: unset on every change, `nightly` every night, `release` before a release.
const DEPTH: &str = "PLANCHE_FAULTS";

/// How often each fault happens.
pub struct Counts {
    /// Files that are damaged.
    pub damaged: usize,
    /// Pixels of a side of the largest files that are read, by what they claim.
    pub side: u32,
}

/// What the person who runs the suite asked for.
pub fn counts() -> Counts {
    match env::var(DEPTH).as_deref() {
        Err(_) | Ok("change") => Counts { damaged: 400, side: 1_600 },
        Ok("nightly") => Counts { damaged: 2_500, side: 16_000 },
        Ok("release") => Counts { damaged: 40_000, side: 16_000 },
        Ok(other) => panic!("{DEPTH} is `change`, `nightly` or `release`, not `{other}`"),
    }
}
