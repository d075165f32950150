use std::env;

/// How long to insist: unset on every change, `nightly` every night, `release` before a release.
const DEPTH: &str = "PLANCHE_FAULTS";

/// How often each fault happens.
pub struct Counts {
    /// Kills at a random moment, of one library after another.
    pub kills: usize,
    /// Kills of a library that is being made.
    pub births: usize,
    /// Kills of each library of an earlier schema while it is migrated.
    pub migrations: usize,
    /// Photographs in the largest of those.
    pub migrated: usize,
    /// Kills at a call of the system, of those that write.
    pub calls: usize,
    /// Calls that fail.
    pub failures: usize,
    /// Writes of each kind on a full disk.
    pub refusals: usize,
    /// Runs in which a saboteur must be caught.
    pub sabotage: usize,
    /// Bits turned in a database, and as many in its log.
    pub damages: usize,
    /// Libraries lost and brought back.
    pub restores: usize,
    /// Photographs of a library in which they are counted and found.
    pub assets: usize,
    /// Processes that open one library at once.
    pub launches: usize,
}

const CHANGE: Counts = Counts {
    kills: 80,
    births: 16,
    migrations: 12,
    migrated: 1_000,
    calls: 35,
    failures: 35,
    refusals: 50,
    sabotage: 100,
    damages: 60,
    restores: 10,
    assets: 20_000,
    launches: 10,
};

const NIGHTLY: Counts = Counts {
    kills: 5_000,
    births: 500,
    migrations: 200,
    migrated: 5_000,
    calls: 1_200,
    failures: 600,
    refusals: 500,
    sabotage: 100,
    damages: 1_000,
    restores: 200,
    assets: 100_000,
    launches: 50,
};

const RELEASE: Counts = Counts {
    kills: 20_000,
    births: 2_000,
    migrations: 500,
    migrated: 20_000,
    calls: 3_600,
    failures: 2_000,
    refusals: 1_000,
    sabotage: 100,
    damages: 10_000,
    restores: 500,
    assets: 300_000,
    launches: 200,
};

/// What the person who runs the suite asked for.
pub fn counts() -> Counts {
    match env::var(DEPTH).as_deref() {
        Err(_) | Ok("change") => CHANGE,
        Ok("nightly") => NIGHTLY,
        Ok("release") => RELEASE,
        Ok(other) => panic!("{DEPTH} is `change`, `nightly` or `release`, not `{other}`"),
    }
}
