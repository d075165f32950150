//! Many instances of the studio are started at once.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, ChildStdout},
    thread,
};

use planche_library::{Library, LibraryError};

use crate::{counts::Counts, process, writer::say};

const OPEN: &str = "open\n";
const LOCKED: &str = "locked\n";

/// An instance that has said how it fared.
struct Instance {
    child: Child,
    // Open until the end: an instance that has nobody to talk to would fail.
    _output: BufReader<ChildStdout>,
    said: String,
}

/// Says in what way one instance had the library.
pub fn one_has_the_library(counts: &Counts) -> String {
    let folder = tempfile::tempdir().expect("a folder to work in");
    let children: Vec<_> = (0..counts.launches).map(|_| start(folder.path())).collect();
    let mut instances: Vec<_> = children.into_iter().map(Instance::listen).collect();
    let owner = instances.iter().position(|instance| instance.said == OPEN).expect("one of them opens the library");
    assert_eq!(instances.iter().filter(|instance| instance.said == OPEN).count(), 1, "several have the library");
    assert_eq!(instances.iter().filter(|instance| instance.said == LOCKED).count(), counts.launches - 1);
    instances.swap_remove(owner).kill();
    let heir = Instance::listen(start(folder.path()));
    assert_eq!(heir.said, OPEN, "a killed instance keeps the library");
    instances.into_iter().chain([heir]).for_each(Instance::kill);
    format!("{} started, one had it, another after its death", counts.launches)
}

/// The role of an instance: it opens the library, says how that went, and stays.
pub fn open(folder: &Path) {
    let library = Library::open(folder);
    match &library {
        Ok(_) => say(OPEN.trim_end()),
        Err(LibraryError::Locked { .. }) => say(LOCKED.trim_end()),
        Err(other) => panic!("an instance met {other:?}"),
    }
    loop {
        thread::park();
    }
}

fn start(folder: &Path) -> Child {
    process::command("opener", folder).spawn().expect("the program starts again")
}

impl Instance {
    fn listen(mut child: Child) -> Self {
        let mut output = BufReader::new(child.stdout.take().expect("its output is piped"));
        let mut said = String::new();
        output.read_line(&mut said).expect("it speaks text");
        Self { child, _output: output, said }
    }

    fn kill(mut self) {
        self.child.kill().expect("the instance is there to be killed");
        self.child.wait().expect("the instance ends");
    }
}
