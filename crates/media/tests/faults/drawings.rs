//! Drawings that ask for what is outside of them, or to be run.
//!
//! What they name is there, in every way that it can be named, and unlike anything else: none of it may come in.

use std::{
    env,
    ffi::OsStr,
    fs::{self, File},
    io::ErrorKind,
    net::TcpListener,
    path::{Path, PathBuf},
    process::Command,
};

use planche_media::{
    MediaError, facts, logo,
    vector::{self, Drawing},
};
use tempfile::TempDir;

use crate::{ROLE, counts::Counts, hostile, say, seeds};

/// The folder of what drawings may not reach.
const FOLDER: &str = "PLANCHE_FAULT_FOLDER";

/// Where a drawing's address must never lead.
const ADDRESS: &str = "PLANCHE_FAULT_ADDRESS";

/// What is opened before and after all are read, and is not there.
const BEGIN: &str = "nothing-begins-here";
const END: &str = "nothing-ends-here";

/// A reader that opens what the first drawing names: it must be caught.
const SABOTAGE: &str = "PLANCHE_FAULT_OPENS";

/// Says how many drawings there were.
pub fn bring_in_nothing(_: &Counts) -> String {
    let outside = outside();
    let (listener, address) = listen();
    let drawings = hostile::drawings(outside.path(), &address);
    let (without, count) = (hostile::drawings(Path::new("/nowhere"), &address), drawings.len());
    for (with, without) in drawings.iter().zip(&without) {
        let (seen, unseen) = (read(with), read(without));
        assert_eq!(format!("{seen:?}"), format!("{unseen:?}"), "what is outside shows in\n{with}");
        let told = format!("{:?}{:?}", seen.map(|drawing| drawing.items), facts::read(with.as_bytes()));
        assert!(!told.contains(hostile::SECRET), "what is outside is told of\n{with}");
    }
    assert_eq!(
        listener.accept().map(drop).map_err(|error| error.kind()),
        Err(ErrorKind::WouldBlock),
        "somebody called"
    );
    format!("{count} drawings, none reached outside")
}

/// Says how many drawings there were, or why their calls of the system cannot be seen.
pub fn open_nothing(_: &Counts) -> String {
    if !cfg!(target_os = "linux") || Command::new("strace").args(["-f", "-o", "/dev/null", "true"]).output().is_err() {
        return "NOT CHECKED, this system has no `strace`".to_owned();
    }
    let calls = calls_between_marks(&[]);
    assert!(calls.is_empty(), "what drawings did to the system:\n{}", calls.join("\n"));
    let caught = calls_between_marks(&[(SABOTAGE, "yes")]);
    assert!(!caught.is_empty(), "a reader that opens files is not caught");
    format!("{} drawings, not a call; one reader caught that opens files", hostile::drawings(Path::new(""), "").len())
}

/// The role of a process that reads all drawings, between marks that its calls of the system show.
pub fn read_between_marks() {
    let folder = PathBuf::from(env::var_os(FOLDER).expect("the watching process names the folder"));
    let drawings = hostile::drawings(&folder, &env::var(ADDRESS).expect("the watching process names the address"));
    // What any reading asks of the system the first time: a thread, memory.
    let whole = seeds::seeds().pop().expect("there are seeds").1;
    (0..4).for_each(|_| drop(logo::read(&whole)));
    assert!(File::open(BEGIN).is_err(), "the mark is not there");
    for drawing in &drawings {
        drop(read(drawing));
        drop(logo::read(drawing.as_bytes()));
    }
    if env::var_os(SABOTAGE).is_some() {
        drop(fs::read(folder.join("a.png")));
    }
    assert!(File::open(END).is_err(), "the mark is not there");
    say(&format!("{}", drawings.len()));
}

fn read(drawing: &str) -> Result<Drawing, MediaError> {
    vector::parse(drawing.as_bytes(), None)
}

/// The calls by which files are opened, programs started and others called, while drawings are read.
fn calls_between_marks(environment: &[(&str, &str)]) -> Vec<String> {
    let outside = outside();
    let (_listener, address) = listen();
    let log = outside.path().join("calls");
    let mut command = Command::new("strace");
    let words = ["-f", "-qq", "-e", "trace=%file,%network,execve,execveat,fork,vfork", "-o"];
    command.args(words.map(OsStr::new)).arg(&log).arg(env::current_exe().expect("the program knows where it is"));
    command.env(ROLE, "draughtsman").env(FOLDER, outside.path()).env(ADDRESS, &address);
    let status = command.envs(environment.iter().copied()).output().expect("`strace` was there a moment ago").status;
    assert!(status.success(), "the reader ended with {status}");
    let calls = fs::read_to_string(log).expect("calls are text");
    let (_, after) = calls.split_once(BEGIN).expect("the first mark is passed");
    let (between, _) = after.split_once(END).expect("the last mark is passed");
    let lines: Vec<&str> = between.lines().skip(1).collect();
    // The last line is the call that opens the mark.
    let calls = lines.split_last().map_or(&[][..], |(_, calls)| calls);
    calls.iter().map(|call| (*call).to_owned()).filter(|call| !call.contains("+++")).collect()
}

/// Files that a drawing might bring in.
fn outside() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder to work in");
    let keep = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).expect("there is room");
    let named = |name: &str| seeds::seeds().into_iter().find(|(known, _)| *known == name).expect("it is known").1;
    keep("a.png", &named("png"));
    keep("a.jpg", &named("jpeg"));
    keep("a.svg", hostile::OUTSIDE.as_bytes());
    keep("a.css", b"rect { display: inline !important; fill: #c0ffee }");
    keep("a.txt", hostile::SECRET.as_bytes());
    keep("a.dtd", format!("<!ENTITY secret '{}'>", hostile::SECRET).as_bytes());
    folder
}

/// Somebody who would notice a call, and the address.
fn listen() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("this computer can call itself");
    listener.set_nonblocking(true).expect("one may look without waiting");
    let address = listener.local_addr().expect("it has an address").to_string();
    (listener, address)
}
