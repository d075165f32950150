use std::{
    io::{IsTerminal, stderr},
    time::{Duration, Instant},
};

/// How far a batch is, on standard error: one line that changes on a terminal, else a line now and then.
pub struct Progress {
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
    /// Of so many rows.
    pub fn new(total: usize) -> Self {
        let now = Instant::now();
        Self { total, done: 0, worked: 0, started: now, shown: now, terminal: stderr().is_terminal() }
    }

    /// Makes room for other lines.
    pub fn clear(&self) {
        if self.terminal {
            eprint!("{CLEAR}");
        }
    }

    /// Counts a row and shows how far it is, when that was not just done.
    pub fn count(&mut self, worked: bool) {
        self.done += 1;
        self.worked += usize::from(worked);
        if self.shown.elapsed() < if self.terminal { BLINK } else { PAUSE } {
            return;
        }
        self.shown = Instant::now();
        let line = line(self.done, self.total, self.worked, self.started.elapsed());
        if self.terminal { eprint!("{CLEAR}{line}") } else { eprintln!("{line}") }
    }
}

/// `12/120 rows, 3.4 a second, 32 s left`; rows that took no work do not count for the pace.
fn line(done: usize, total: usize, worked: usize, elapsed: Duration) -> String {
    let pace = worked as f64 / elapsed.as_secs_f64();
    if worked == 0 || !pace.is_finite() {
        return format!("{done}/{total} rows");
    }
    let left = ((total - done) as f64 / pace).ceil() as u64;
    let left = if left < 120 { format!("{left} s") } else { format!("{} min", left.div_ceil(60)) };
    format!("{done}/{total} rows, {pace:.1} a second, {left} left")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_tells_the_pace_and_what_is_left() {
        let check = |figures: (usize, usize, usize), seconds, expected: &str| {
            let (done, total, worked) = figures;
            assert_eq!(line(done, total, worked, Duration::from_secs(seconds)), expected);
        };
        check((12, 120, 12), 4, "12/120 rows, 3.0 a second, 36 s left");
        check((12, 120, 0), 4, "12/120 rows");
        check((60, 120, 10), 100, "60/120 rows, 0.1 a second, 10 min left");
        check((1, 1, 1), 0, "1/1 rows");
    }
}
