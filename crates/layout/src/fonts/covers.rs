use std::ops::RangeInclusive;

/// Characters that a family is there for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Covers(Vec<RangeInclusive<u32>>);

impl Covers {
    /// Reads ranges of code points in hexadecimal, as `0600-06FF` or `20AA`; fails with the first that is none.
    pub fn parse<'a>(ranges: impl IntoIterator<Item = &'a str>) -> Result<Self, &'a str> {
        ranges.into_iter().map(|range| parse_range(range).ok_or(range)).collect::<Result<_, _>>().map(Self)
    }

    /// Whether the text has such a character.
    pub fn meets(&self, text: &str) -> bool {
        text.chars().any(|character| self.holds(character))
    }

    fn holds(&self, character: char) -> bool {
        let code = u32::from(character);
        // Most letters of most texts: no family is there for ASCII.
        code >= 0x80 && self.0.iter().any(|range| range.contains(&code))
    }
}

fn parse_range(range: &str) -> Option<RangeInclusive<u32>> {
    let (first, last) = range.split_once('-').unwrap_or((range, range));
    let code = |digits: &str| u32::from_str_radix(digits, 16).ok();
    Some(code(first)?..=code(last)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_meets_what_a_family_covers() {
        let covers = Covers::parse(["0590-05FF", "20AA"]).unwrap();
        let check = |text: &str, expected: bool| assert_eq!(covers.meets(text), expected, "{text}");
        check("שלום", true);
        check("12 ₪", true);
        check("un bol", false);
        check("", false);
        assert_eq!(Covers::parse(["0590-", "20AA"]), Err("0590-"));
    }
}
