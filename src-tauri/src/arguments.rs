use std::path::PathBuf;

/// What the studio is told when it is started.
#[derive(Clone, Debug, Default)]
pub struct Arguments {
    /// The library to open instead of the person's own.
    pub library: Option<PathBuf>,
    /// Whether an empty library is given the sample brands.
    pub sample: bool,
}

impl Arguments {
    /// Reads `--library DIR` and `--sample`; the environment's `PLANCHE_LIBRARY` stands in for the first. What it does
    /// not know it leaves to the window system.
    pub fn read() -> Self {
        let mut arguments = Self { library: std::env::var_os("PLANCHE_LIBRARY").map(PathBuf::from), sample: false };
        let mut given = std::env::args_os().skip(1);
        while let Some(argument) = given.next() {
            match argument.to_str() {
                Some("--sample") => arguments.sample = true,
                Some("--library") => arguments.library = given.next().map(PathBuf::from),
                _ => {}
            }
        }
        arguments
    }
}
