//! Disks that do not take what is written.
#![cfg(target_os = "linux")]

use std::{fs, process::Command};

use planche_tests::{not_checked, program, project};

use crate::bench::{Bench, CALL, Call};

/// A file system where nobody, not even root, makes a folder.
const SEALED: &str = "/sys/planche";

#[test]
fn a_folder_that_takes_nothing() {
    let run = Bench::new().render(Call { out: SEALED, ..CALL });
    assert_eq!(run.exit, Some(2));
    assert_eq!(
        run.errors,
        [
            "error: nothing can be written in `/sys`",
            "hint: choose another folder with --out, or change its permissions"
        ]
    );
}

/// Room for a page of words and not for a page with a photograph.
#[test]
fn a_disk_that_is_full() {
    if !may_mount() {
        not_checked("a full disk, because this machine lets nobody mount one");
        return;
    }
    let bench = Bench::new();
    bench.write("plan.md", "# Un titre\nUn surtitre\n\n# Un point\nUne phrase.\n![Un bol](bol.jpg)\n");
    bench.write(
        "bol.jpg",
        fs::read(project::brand("maree-basse").join("photos/bol-varech.jpg")).expect("it is a sample"),
    );
    bench.write("disk/.keep", "");
    let mut command = on_small_disk();
    command.arg(program::path()).args(["render", "--charter", "charter.json", "--outline", "plan.md"]);
    command.args(["--format", "ig_carousel_4_5", "--out", "disk", "--scale", "1", "--jobs", "1"]);
    command.current_dir(bench.path("")).env("PLANCHE_ASSETS", project::assets());
    let run = program::run(command, "");
    assert_eq!(run.exit, Some(1), "{run:?}");
    let photograph = "disk/ig_carousel_4_5/02-point.png";
    let hint = "hint: free some room or choose another disk with --out; the files listed are complete";
    assert_eq!(run.errors, [format!("error: the disk is full: `{photograph}` was not written"), hint.to_owned()]);
    let expected = "disk/ig_carousel_4_5/01-couverture.png\n---\ndisk/ig_carousel_4_5/01-couverture.png\n";
    assert_eq!(run.output, expected, "what is listed is what is there");
}

/// Runs what follows with a small disk at `disk`, then lists its files: the disk goes away with the process.
fn on_small_disk() -> Command {
    let script = "mount -t tmpfs -o size=400k tmpfs disk && \"$@\"; code=$?; echo ---; find disk -type f; exit $code";
    let mut command = Command::new("unshare");
    command.args(["--map-root-user", "--mount", "sh", "-c", script, "sh"]);
    command
}

fn may_mount() -> bool {
    let mut probe = Command::new("unshare");
    probe.args(["--map-root-user", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]);
    probe.output().is_ok_and(|answer| answer.status.success())
}
