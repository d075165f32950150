//! Dates of the three languages, as ISO 8601.

/// EXIF's `2026:12:01 10:30:00`, and its offset, `+01:00`, when there is one.
pub fn of_exif(date: &str, offset: Option<&str>) -> Option<String> {
    let (day, time) = date.trim().split_once(' ')?;
    let offset = offset.map(str::trim).filter(|offset| is_offset(offset)).unwrap_or_default();
    of_xmp(&format!("{}T{time}{offset}", day.replace(':', "-")))
}

/// IIM's `20261201`, and its time, `103000+0100`, when there is one.
pub fn of_iim(day: &str, time: Option<&str>) -> Option<String> {
    let part = |text: &str, from: usize, to: usize| text.get(from..to).map(str::to_owned);
    let day = [part(day, 0, 4)?, part(day, 4, 6)?, part(day, 6, 8)?].join("-");
    let timed = time.and_then(|time| {
        let clock = [part(time, 0, 2)?, part(time, 2, 4)?, part(time, 4, 6)?].join(":");
        let offset = part(time, 6, 9).zip(part(time, 9, 11)).map(|(hours, minutes)| format!("{hours}:{minutes}"));
        of_xmp(&format!("{day}T{clock}{}", offset.unwrap_or_default()))
    });
    timed.or_else(|| of_xmp(&day))
}

/// XMP's dates are ISO 8601 already: a day, and maybe a time. Fractions of a second are dropped.
pub fn of_xmp(date: &str) -> Option<String> {
    let (day, time) = date.trim().split_once('T').map_or((date.trim(), None), |(day, time)| (day, Some(time)));
    if !is_day(day) {
        return None;
    }
    let Some(time) = time else { return Some(day.to_owned()) };
    let (clock, offset) = time.split_at(time.find(['Z', '+', '-']).unwrap_or(time.len()));
    let clock = clock.split('.').next().unwrap_or_default();
    (is_clock(clock) && (offset.is_empty() || is_offset(offset))).then(|| format!("{day}T{clock}{offset}"))
}

fn is_day(day: &str) -> bool {
    matches!(numbers(day, '-', &[4, 2, 2]).as_deref(), Some([1..=9999, 1..=12, 1..=31]))
}

fn is_clock(clock: &str) -> bool {
    matches!(numbers(clock, ':', &[2, 2, 2]).as_deref(), Some([0..=23, 0..=59, 0..=60]))
        || matches!(numbers(clock, ':', &[2, 2]).as_deref(), Some([0..=23, 0..=59]))
}

fn is_offset(offset: &str) -> bool {
    let hours = offset.strip_prefix(['+', '-']);
    offset == "Z"
        || hours.is_some_and(|hours| matches!(numbers(hours, ':', &[2, 2]).as_deref(), Some([0..=14, 0..=59])))
}

/// Numbers of these many digits, parted by `mark`.
fn numbers(text: &str, mark: char, digits: &[usize]) -> Option<Vec<u16>> {
    let parts: Vec<_> = text.split(mark).collect();
    let shaped = parts.len() == digits.len()
        && parts
            .iter()
            .zip(digits)
            .all(|(part, digits)| part.len() == *digits && part.bytes().all(|byte| byte.is_ascii_digit()));
    shaped.then(|| parts.iter().filter_map(|part| part.parse().ok()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_each_language_become_one() {
        let exif = |date: &str, offset| of_exif(date, offset);
        let cases = [
            (exif("2026:12:01 10:30:00", Some("+01:00")), Some("2026-12-01T10:30:00+01:00")),
            (exif("2026:12:01 10:30:00", Some("   :  ")), Some("2026-12-01T10:30:00")),
            (exif("2026:12:01 10:30:00", None), Some("2026-12-01T10:30:00")),
            (exif("0000:00:00 00:00:00", None), None),
            (exif("    :  :     :  :  ", None), None),
            (exif("2026:13:01 10:30:00", None), None),
            (of_iim("20261201", Some("103000+0100")), Some("2026-12-01T10:30:00+01:00")),
            (of_iim("20261201", Some("1030")), Some("2026-12-01")),
            (of_iim("20261201", None), Some("2026-12-01")),
            (of_iim("2026-é", None), None),
            (of_xmp("2026-12-01T10:30:00.25+01:00"), Some("2026-12-01T10:30:00+01:00")),
            (of_xmp("2026-12-01T10:30Z"), Some("2026-12-01T10:30Z")),
            (of_xmp("2026-12-01"), Some("2026-12-01")),
            (of_xmp("2026-12-01T25:00"), None),
            (of_xmp("yesterday"), None),
        ];
        for (seen, expected) in cases {
            assert_eq!(seen.as_deref(), expected);
        }
    }
}
