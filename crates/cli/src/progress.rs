use std::{
    io::{IsTerminal, stderr},
    time::{Duration, Instant},
};

/// How far a batch is, on standard error: one line that changes on a terminal, else a line now and then.
pub struct Progress {
    /// What is counted, for example `rows`.
    what: &'static str,
    total: usize,
    done: usize,
    /// How many of them took work.
    worked: usize,
    started: Instant,
    shown: Instant,
    terminal: bool,
}

/// How often the line on a terminal changes.
const BLINK: Duration = Duration::from_millis(100);
/// How often a line is added elsewhere.
const PAUSE: Duration = Duration::from_secs(5);
/// Goes to the beginning of the line and clears it (ECMA-48 `CR`, `EL`).
const CLEAR: &str = "\r\x1b[K";

impl Progress {
    /// Of so many of them.
    pub fn new(total: usize, what: &'static str) -> Self {
        let now = Instant::now();
        Self { what, total, done: 0, worked: 0, started: now, shown: now, terminal: stderr().is_terminal() }
    }

    /// Makes room for other lines.
    pub fn clear(&self) {
        if self.terminal {
            eprint!("{CLEAR}");
        }
    }

    /// Counts one and shows how far it is, when that was not just done.
    pub fn count(&mut self, worked: bool) {
        self.done += 1;
        self.worked += usize::from(worked);
        if self.shown.elapsed() < if self.terminal { BLINK } else { PAUSE } {
            return;
        }
        self.shown = Instant::now();
        let line = self.line(self.started.elapsed());
        if self.terminal { eprint!("{CLEAR}{line}") } else { eprintln!("{line}") }
    }

    /// `12/120 rows, 3.4 a second, 32 s left`; what took no work does not count for the pace.
    fn line(&self, elapsed: Duration) -> String {
        let Self { what, total, done, worked, .. } = self;
        let pace = *worked as f64 / elapsed.as_secs_f64();
        if *worked == 0 || !pace.is_finite() {
            return format!("{done}/{total} {what}");
        }
        let left = ((total - done) as f64 / pace).ceil() as u64;
        let left = if left < 120 { format!("{left} s") } else { format!("{} min", left.div_ceil(60)) };
        format!("{done}/{total} {what}, {pace:.1} a second, {left} left")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_tells_the_pace_and_what_is_left() {
        let check = |figures: (usize, usize, usize), seconds, expected: &str| {
            let (done, total, worked) = figures;
            let progress = Progress { done, worked, ..Progress::new(total, "rows") };
            assert_eq!(progress.line(Duration::from_secs(seconds)), expected);
        };
        check((12, 120, 12), 4, "12/120 rows, 3.0 a second, 36 s left");
        check((12, 120, 0), 4, "12/120 rows");
        check((60, 120, 10), 100, "60/120 rows, 0.1 a second, 10 min left");
        check((1, 1, 1), 0, "1/1 rows");
    }
}
