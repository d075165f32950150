//! What is acknowledged is on the disk, not only in the system's memory: a kill cannot tell, a power cut would.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use crate::{
    calls::WRITES,
    counts::Counts,
    process::ACKNOWLEDGED,
    soundness::{Held, require},
    trace::{self, UNAVAILABLE},
};

/// The calls that change what is on the disk, and those that make it so for good.
const CALLS: &str = "write,pwrite64,fsync,fdatasync,?rename,?renameat,?renameat2";

/// What need not be durable: SQLite makes its shared memory again, and the lock holds nothing.
const PASSING: [&str; 2] = ["library.db-shm", "LOCK"];

/// Says in what way the library held.
pub fn nothing_is_acknowledged_early(_: &Counts) -> String {
    if !trace::is_available() {
        return UNAVAILABLE.to_owned();
    }
    check(&[]).unwrap_or_else(|broken| panic!("{broken}"));
    "every write was durable before it was acknowledged".to_owned()
}

/// Watches a writer: at each acknowledgement, all it wrote must be durable, names included.
pub fn check(environment: &[(&str, &str)]) -> Held {
    let folder = tempfile::tempdir().expect("a folder to work in");
    let root = folder.path().canonicalize().expect("the folder is there");
    let (run, log) = trace::calls_of("writer", &root, &[&[WRITES], environment].concat(), CALLS);
    require(run.told.acknowledged > 0, || format!("nothing was acknowledged: {}", run.errors))?;
    let mut disk = Disk::default();
    log.lines().filter_map(Call::read).try_for_each(|call| disk.see(&call, &root))
}

/// A call, as `strace` writes it: `12 fsync(3</tmp/library/library.db-wal>) = 0`.
struct Call<'a> {
    name: &'a str,
    arguments: &'a str,
}

/// What is written and not durable yet.
#[derive(Default)]
struct Disk {
    files: BTreeSet<String>,
    folders: BTreeMap<String, String>,
}

impl<'a> Call<'a> {
    fn read(line: &'a str) -> Option<Self> {
        let (call, _) = line.rsplit_once(") = ").filter(|(_, result)| !result.starts_with('-'))?;
        let (name, arguments) = call.split_once('(')?;
        Some(Self { name: name.rsplit(' ').next()?, arguments })
    }

    /// The file or folder of the first argument, without its number.
    fn file(&self) -> Option<&'a str> {
        self.arguments.split_once('<')?.1.split_once('>').map(|(path, _)| path)
    }

    /// The arguments between quotation marks.
    fn quoted(&self) -> Vec<&'a str> {
        self.arguments.split('"').skip(1).step_by(2).collect()
    }
}

impl Disk {
    fn see(&mut self, call: &Call<'_>, root: &Path) -> Held {
        match (call.name, call.file()) {
            ("write", Some(pipe)) if pipe.starts_with("pipe:") => return self.require_durable(call),
            ("write" | "pwrite64", Some(file)) if is_lasting(file, root) => {
                self.files.insert(file.to_owned());
            }
            ("fsync" | "fdatasync", Some(file)) => {
                self.files.remove(file);
                self.folders.remove(file);
            }
            (name, _) if name.starts_with("rename") => self.rename(&call.quoted()),
            _ => {}
        }
        Ok(())
    }

    fn rename(&mut self, names: &[&str]) {
        let [from, to] = names else { panic!("a rename of {names:?}") };
        if self.files.remove(*from) {
            self.files.insert((*to).to_owned());
        }
        if let Some((folder, _)) = to.rsplit_once('/') {
            self.folders.insert(folder.to_owned(), (*to).to_owned());
        }
    }

    fn require_durable(&self, call: &Call<'_>) -> Held {
        let is_acknowledgement = call.quoted().iter().any(|text| text.starts_with(ACKNOWLEDGED));
        let left = self.files.iter().chain(self.folders.values()).next();
        require(!is_acknowledgement || left.is_none(), || format!("{left:?} is not durable when it is acknowledged"))
    }
}

fn is_lasting(file: &str, root: &Path) -> bool {
    Path::new(file).starts_with(root) && !PASSING.iter().any(|name| file.ends_with(name))
}
