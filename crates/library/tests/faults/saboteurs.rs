//! Proofs that cannot fail prove nothing: whoever cuts a corner must be caught by one of them.

use crate::{
    calls,
    counts::Counts,
    durable,
    trace::{self, UNAVAILABLE, WRITING},
    writer::{self, Sabotage},
};

/// Says who was caught by what.
pub fn are_caught(counts: &Counts) -> String {
    if !trace::is_available() {
        return UNAVAILABLE.to_owned();
    }
    let made = WRITING.map(|calls| (calls, calls::counted(calls)));
    let caught = Sabotage::ALL.map(|sabotage| {
        let by = catch(sabotage, &made, counts.sabotage);
        format!("{} by {}", sabotage.word(), by.unwrap_or_else(|| panic!("nobody caught {sabotage:?}")))
    });
    caught.join(", ")
}

/// What a saboteur was caught by, if it was, in so many runs of each proof. `made` says how many of each call an honest
/// writer makes.
fn catch(sabotage: Sabotage, made: &[(&str, usize)], runs: usize) -> Option<String> {
    let word = sabotage.word();
    let environment = [(writer::SABOTAGE, word.as_str())];
    if durable::check(&environment).is_err() {
        return Some("what was not durable".to_owned());
    }
    made.iter().filter(|(_, count)| *count > 0).cycle().take(runs).zip(1..).find_map(|((calls, count), run)| {
        let number = fastrand::usize(1..=*count);
        if calls::kill_at(calls, number, &environment).is_err() {
            return Some(format!("kill {run}"));
        }
        let fails = calls::fail_at(calls, "ENOSPC", &number.to_string(), &environment).is_err();
        fails.then(|| format!("failure {run}"))
    })
}
