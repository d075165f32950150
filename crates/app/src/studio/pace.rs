/// What is left of work at its pace so far, in whole seconds: so many of all are done, `elapsed` milliseconds after it
/// began.
pub(super) fn seconds_left(elapsed: i64, done: u32, total: u32) -> Option<u32> {
    let left = u64::try_from(elapsed).ok()? * u64::from(total.checked_sub(done)?) / u64::from(done).max(1);
    u32::try_from(left.div_ceil(1000)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_takes_as_long_as_what_is_done() {
        let check = |elapsed, done, total, expected| assert_eq!(seconds_left(elapsed, done, total), expected);
        check(4000, 2, 4, Some(4));
        check(4000, 3, 4, Some(2));
        check(4000, 4, 4, Some(0));
        check(0, 0, 4, Some(0));
        check(-1, 1, 4, None);
        check(4000, 5, 4, None);
    }
}
