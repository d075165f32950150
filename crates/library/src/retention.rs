use chrono::{DateTime, Datelike, TimeDelta, Utc};

use crate::Timestamp;

/// How long every copy is kept.
const EVERYTHING: TimeDelta = TimeDelta::days(2);

/// Then one for each of so many days, weeks and months in which there was one, as Anki keeps its own.
const STAGES: [(Division, usize); 3] = [(day, 12), (week, 10), (month, 9)];

/// Which day, week or month a moment is in.
type Division = fn(DateTime<Utc>) -> Period;

/// A day, a week or a month of UTC: its year, then its number.
type Period = (i32, u32);

/// Which of the copies of these moments to keep; the latest comes first. Of a day, a week or a month it is the last.
pub(crate) fn kept(moments: &[Timestamp], now: Timestamp) -> Vec<bool> {
    let mut stages = STAGES.iter().flat_map(|(period, count)| std::iter::repeat_n(period, *count)).peekable();
    let recent = moment(now) - EVERYTHING;
    let mut last: Option<DateTime<Utc>> = None;
    let mut keep = |at: DateTime<Utc>| {
        let is_recent = at > recent;
        let is_kept =
            is_recent || stages.next_if(|period| last.is_none_or(|last| period(last) != period(at))).is_some();
        if is_kept {
            last = Some(at);
        }
        is_kept
    };
    moments.iter().map(|at| keep(moment(*at))).collect()
}

fn moment(at: Timestamp) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(at.0).expect("a host's clock is within the calendar")
}

fn day(at: DateTime<Utc>) -> Period {
    (at.year(), at.ordinal())
}

fn week(at: DateTime<Utc>) -> Period {
    (at.iso_week().year(), at.iso_week().week())
}

fn month(at: DateTime<Utc>) -> Period {
    (at.year(), at.month())
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 3_600_000;
    const DAY: i64 = 24 * HOUR;

    /// 2026-11-22, a Sunday, at noon.
    const NOW: i64 = 1_795_348_800_000;

    /// Lives `days` days, copying every so often and removing what is not kept each time; answers with the ages left,
    /// in days.
    fn live(days: i64, every: i64) -> Vec<i64> {
        let mut moments: Vec<Timestamp> = Vec::new();
        for at in (NOW - days * DAY..=NOW).step_by(usize::try_from(every).unwrap()) {
            moments.insert(0, Timestamp(at));
            let kept = kept(&moments, Timestamp(at));
            moments = moments.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(moment, _)| moment).collect();
        }
        moments.iter().map(|at| (NOW - at.0) / DAY).collect()
    }

    #[test]
    fn everything_of_two_days_is_kept() {
        assert_eq!(live(2, HOUR / 2).len(), 96);
    }

    #[test]
    fn older_copies_thin_out_over_a_year() {
        let older: Vec<_> = live(800, 6 * HOUR).into_iter().filter(|age| *age >= 2).collect();
        let days = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13];
        let weeks = [20, 27, 34, 41, 48, 55, 62, 69, 76, 83];
        let months = [118, 146, 174, 209, 237, 272, 300, 328, 356];
        assert_eq!(older, [&days[..], &weeks, &months].concat());
    }

    #[test]
    fn a_library_seldom_opened_keeps_all_it_can() {
        let moments: Vec<_> = (0..31).map(|month| Timestamp(NOW - month * 40 * DAY)).collect();
        assert!(kept(&moments, Timestamp(NOW)).into_iter().all(|kept| kept));
    }

    #[test]
    fn a_clock_that_was_ahead_costs_no_copy() {
        let ahead: Vec<_> = (0..50).map(|hour| Timestamp(NOW + 400 * DAY - hour * HOUR)).collect();
        assert!(kept(&ahead, Timestamp(NOW)).into_iter().all(|kept| kept));
    }
}
