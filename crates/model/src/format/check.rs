use super::{Crop, Format, FormatFault, Insets};

/// No network publishes a longer side, and WebP holds no more (16,384 px).
pub(super) const LONGEST_SIDE: u32 = 16_384;
/// How far the pixels may be from the proportions that people say: 1080 × 566 is called 1.91:1.
const TOLERANCE: f64 = 0.01;

impl Format {
    /// Whether its figures hold together.
    pub(super) fn check(&self) -> Result<(), FormatFault> {
        let Self { width, height, .. } = *self;
        if ![width, height].iter().all(|side| (1..=LONGEST_SIDE).contains(side)) {
            return Err(FormatFault::Size { width, height });
        }
        if !says(&self.aspect, width, height) {
            return Err(FormatFault::Aspect { aspect: self.aspect.clone(), width, height });
        }
        if self.max_pages == Some(0) {
            return Err(FormatFault::NoRoom("max_pages"));
        }
        if self.max_bytes == Some(0) {
            return Err(FormatFault::NoRoom("max_bytes"));
        }
        if !leaves_room(self.safe_area, width, height) {
            return Err(FormatFault::SafeArea { width, height });
        }
        self.check_crops()?;
        check_date(&self.verified)
    }

    fn check_crops(&self) -> Result<(), FormatFault> {
        for (at, crop) in self.crops.iter().enumerate() {
            if crop.name.is_empty() || self.crops[..at].iter().any(|other| other.name == crop.name) {
                return Err(FormatFault::CropName(crop.name.clone()));
            }
            if !is_inside(crop, self.width, self.height) {
                let Self { width, height, .. } = *self;
                return Err(FormatFault::CropOutside { name: crop.name.clone(), width, height });
            }
            check_date(&crop.verified)?;
        }
        Ok(())
    }
}

/// Whether `aspect`, for example `4:5`, is the ratio of these pixels.
fn says(aspect: &str, width: u32, height: u32) -> bool {
    let sides = aspect.split_once(':').and_then(|(width, height)| Some((number(width)?, number(height)?)));
    sides.is_some_and(|(across, down)| {
        let ratio = f64::from(width) / f64::from(height) * down / across;
        (ratio - 1.0).abs() <= TOLERANCE
    })
}

fn number(text: &str) -> Option<f64> {
    text.parse().ok().filter(|number: &f64| number.is_finite() && *number > 0.0)
}

fn leaves_room(Insets { top, right, bottom, left }: Insets, width: u32, height: u32) -> bool {
    let covered = |one: u32, other: u32| u64::from(one) + u64::from(other);
    covered(left, right) < u64::from(width) && covered(top, bottom) < u64::from(height)
}

fn is_inside(crop: &Crop, width: u32, height: u32) -> bool {
    let [left, top, right, bottom] = crop.shape.bounds();
    left >= 0 && top >= 0 && left < right && top < bottom && right <= i64::from(width) && bottom <= i64::from(height)
}

fn check_date(date: &str) -> Result<(), FormatFault> {
    if is_day(date) { Ok(()) } else { Err(FormatFault::Date(date.to_owned())) }
}

/// Whether `date` is a day of the Gregorian calendar written as `YYYY-MM-DD`.
fn is_day(date: &str) -> bool {
    let digits = |part: &str, length: usize| {
        (part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit())).then(|| part.parse::<u32>().ok())?
    };
    let [year, month, day] = date.split('-').collect::<Vec<_>>()[..] else { return false };
    let (Some(year), Some(month), Some(day)) = (digits(year, 4), digits(month, 2), digits(day, 2)) else {
        return false;
    };
    (1..=days(year, month)).contains(&day)
}

/// How many days a month has; none for a month that does not exist.
const fn days(year: u32, month: u32) -> u32 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 0,
    }
}
