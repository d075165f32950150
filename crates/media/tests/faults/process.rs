//! Readers that are other processes: what they say before each file tells which one was the end of them.

use std::{
    env, fs,
    hint::black_box,
    process::{Command, Output, abort},
};

use crate::{
    ROLE, bombs,
    counts::{Counts, counts},
    damage, reader, say,
    seeds::{self, Seed},
};

/// Which files, and from where on.
const FILES: &str = "PLANCHE_FAULT_FILES";
const FIRST: &str = "PLANCHE_FAULT_FIRST";
const COUNT: &str = "PLANCHE_FAULT_COUNT";

/// What the reader does at its second file instead of reading it.
const HARM: &str = "PLANCHE_FAULT_HARM";

/// How many files a process reads, so that its bounds are those of a few.
const EACH: usize = 50;
const BOMBS_EACH: usize = 4;

/// Files to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Files {
    Whole,
    Damaged,
    Bombs,
}

/// What a reader may take before it is stopped.
#[derive(Clone, Copy)]
struct Bounds {
    /// Of the processor, in seconds: so much that only what never ends takes it.
    processor: u32,
    /// Of addresses, in KiB: so much that the computer is safe.
    addresses: u64,
    /// Of memory, in KiB, for one file: the [codec's](planche_media::Limits::codec_bytes), and as much for what is made
    /// of it.
    memory: u64,
}

const BOUNDS: Bounds = Bounds { processor: 600, addresses: 8 << 20, memory: 2 << 20 };

/// What became of files.
#[derive(Debug, Default)]
struct Tally {
    read: usize,
    refused: usize,
    /// The most memory that one took, in KiB, and which.
    most: (u64, String),
    failures: Vec<String>,
}

/// Says how many, and what they took.
pub fn whole_files_are_read(_: &Counts) -> String {
    let tally = tally(Files::Whole, seeds::seeds().len());
    // One coding of TIFF is not read.
    assert_eq!(tally.refused, 1, "a whole file is refused");
    tally.told()
}

/// Says how many, and what they took.
pub fn damaged_files_harm_nobody(counts: &Counts) -> String {
    let tally = tally(Files::Damaged, counts.damaged);
    assert!(tally.read > 0 && tally.refused > tally.read / 10, "that is no damage: {tally:?}");
    tally.told()
}

/// Says how many, and what they took.
pub fn bombs_harm_nobody(counts: &Counts) -> String {
    tally(Files::Bombs, bombs::bombs(counts).len()).told()
}

/// Says what each harm was caught by.
pub fn harm_is_caught(_: &Counts) -> String {
    let bounds = Bounds { processor: 2, addresses: 1 << 20, memory: 200 << 10 };
    let caught = Harm::ALL.into_iter().filter(|harm| harm.can_be_told()).map(|harm| {
        let word = format!("{harm:?}");
        let tally = watch(Files::Whole, 0..3, bounds, &[(HARM, &word)]);
        let [failure] = &tally.failures[..] else { panic!("{harm:?} was not caught: {tally:?}") };
        assert!(failure.starts_with(seeds::seeds()[1].0), "{harm:?} was blamed on another: {failure}");
        word
    });
    caught.collect::<Vec<_>>().join(", ")
}

/// What a codec may do at worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Harm {
    Panic,
    Abort,
    Deep,
    Endless,
    Hungry,
    Insatiable,
}

impl Harm {
    const ALL: [Self; 6] = [Self::Panic, Self::Abort, Self::Deep, Self::Endless, Self::Hungry, Self::Insatiable];

    /// Whether this system bounds what a process takes, and says what it took.
    fn can_be_told(self) -> bool {
        match self {
            Self::Panic | Self::Abort | Self::Deep => true,
            Self::Endless => cfg!(unix),
            Self::Hungry | Self::Insatiable => cfg!(target_os = "linux"),
        }
    }

    fn happen(self) {
        match self {
            Self::Panic => panic!("as a codec would"),
            Self::Abort => abort(),
            Self::Deep => drop(black_box(deep(0))),
            Self::Endless => loop {
                black_box(());
            },
            Self::Hungry => drop(black_box(vec![1_u8; 300 << 20])),
            Self::Insatiable => drop(black_box(vec![1_u8; 3 << 30])),
        }
    }
}

fn deep(level: usize) -> usize {
    if black_box(level) == usize::MAX { 0 } else { deep(level + 1) + black_box(1) }
}

/// The role of a process that reads.
pub fn read_as_told() {
    let word = |name: &str| env::var(name).expect("the watching process says what to read");
    let number = |name: &str| word(name).parse::<usize>().expect("it is a number");
    let kinds = [Files::Whole, Files::Damaged, Files::Bombs];
    let files = kinds.into_iter().find(|files| format!("{files:?}") == word(FILES)).expect("they are known");
    let harm = env::var(HARM).ok().and_then(|word| Harm::ALL.into_iter().find(|harm| format!("{harm:?}") == word));
    let (first, seeds) = (number(FIRST), seeds::seeds());
    for at in first..first + number(COUNT) {
        let (name, file) = files.get(&seeds, at);
        say(&format!("begins {name}"));
        forget_the_peak();
        if let Some(harm) = harm.filter(|_| at == 1) {
            harm.happen();
        }
        let outcome = reader::read(&file);
        say(&format!("ended {} {}", peak(), outcome.map_or_else(|error| error.code(), |()| "read")));
    }
}

impl Files {
    fn get(self, seeds: &[Seed], at: usize) -> (String, Vec<u8>) {
        let named = |(name, file): &Seed| ((*name).to_owned(), file.clone());
        match self {
            Self::Whole => named(&seeds[at]),
            Self::Damaged => damage::damaged(seeds, at),
            Self::Bombs => {
                let (name, make) = bombs::bombs(&counts()).swap_remove(at);
                (name.to_owned(), make())
            }
        }
    }
}

fn tally(files: Files, count: usize) -> Tally {
    let tally = watch(files, 0..count, BOUNDS, &[]);
    assert!(tally.failures.is_empty(), "{} of {count} did harm:\n{}", tally.failures.len(), tally.failures.join("\n"));
    assert_eq!(tally.read + tally.refused, count, "a file was left out");
    tally
}

/// Has files read, each reader's end being that of one file only.
fn watch(files: Files, mut range: std::ops::Range<usize>, bounds: Bounds, environment: &[(&str, &str)]) -> Tally {
    let mut tally = Tally::default();
    while !range.is_empty() {
        let count = range.len().min(if files == Files::Bombs { BOMBS_EACH } else { EACH });
        let mut command = command(bounds);
        command.env(ROLE, "reader").env(FILES, format!("{files:?}")).envs(environment.iter().copied());
        command.env(FIRST, range.start.to_string()).env(COUNT, count.to_string()).env("RUST_BACKTRACE", "0");
        let output = command.output().expect("the program starts again");
        range.start += tally.add(&output, bounds).min(count);
    }
    tally
}

impl Tally {
    /// Adds what a reader said; answers with how many files that settles.
    fn add(&mut self, output: &Output, bounds: Bounds) -> usize {
        let mut name = None;
        let mut settled = 0;
        for line in String::from_utf8_lossy(&output.stdout).lines() {
            if let Some(begun) = line.strip_prefix("begins ") {
                name = Some(begun.to_owned());
            } else if let Some((name, ended)) =
                line.strip_prefix("ended ").and_then(|ended| Some((name.take()?, ended)))
            {
                self.add_file(name, ended, bounds);
                settled += 1;
            }
        }
        let errors = String::from_utf8_lossy(&output.stderr);
        let Some(last) = name else {
            assert!(output.status.success(), "a reader ended with {}: {errors}", output.status);
            return settled;
        };
        self.failures.push(format!("{last}: {}, {}", output.status, errors.trim()));
        settled + 1
    }

    fn add_file(&mut self, name: String, ended: &str, bounds: Bounds) {
        let (memory, outcome) = ended.split_once(' ').expect("it says both");
        let memory = memory.parse().expect("it is a number");
        self.read += usize::from(outcome == "read");
        self.refused += usize::from(outcome != "read");
        if memory > bounds.memory {
            self.failures.push(format!("{name}: took {} MiB", memory >> 10));
        }
        if memory > self.most.0 {
            self.most = (memory, name);
        }
    }

    fn told(&self) -> String {
        let Self { read, refused, most: (memory, name), .. } = self;
        format!("{read} read, {refused} refused, at most {} MiB ({name})", memory >> 10)
    }
}

/// This program under those bounds, where the system has a shell to set them.
fn command(bounds: Bounds) -> Command {
    let program = env::current_exe().expect("the program knows where it is");
    if !cfg!(unix) {
        return Command::new(program);
    }
    let Bounds { processor, addresses, .. } = bounds;
    let mut command = Command::new("sh");
    // Not every system bounds addresses.
    command.args(["-c", &format!(r#"ulimit -t {processor}; ulimit -v {addresses} 2>&-; ulimit -c 0; exec "$0""#)]);
    command.arg(program);
    command
}

/// From now on, [`peak`] is that of what follows.
fn forget_the_peak() {
    if cfg!(target_os = "linux") {
        fs::write("/proc/self/clear_refs", "5").expect("a process may forget its own peak");
    }
}

/// The most memory that this process had at once, in KiB; 0 where the system does not say.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().strip_suffix(" kB")?.parse().ok()).unwrap_or(0)
}
