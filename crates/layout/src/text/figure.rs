/// A leading figure and the unit that follows it, as in `1 280 °C`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Figure<'a> {
    /// As it is displayed: thousands apart where a unit shows that it is no year.
    pub figure: String,
    pub unit: &'a str,
}

impl<'a> Figure<'a> {
    /// Reads the figure a text begins with, when there is one.
    pub fn read(text: &'a str) -> Option<Self> {
        let text = text.trim();
        let end = text.char_indices().rev().find(|(_, character)| character.is_ascii_digit())?.0 + 1;
        let (figure, unit) = text.split_at(end);
        let numeric = |character: char| {
            character.is_ascii_digit() || character.is_whitespace() || "+-−±~×.,/:".contains(character)
        };
        if !figure.chars().all(numeric) {
            return None;
        }
        let unit = unit.trim();
        let figure = if unit.is_empty() { figure.to_owned() } else { grouped(figure) };
        Some(Self { figure, unit })
    }

    /// Its value, where it is a plain number.
    pub fn value(&self) -> Option<f64> {
        let digits: String = self.figure.chars().filter(|character| !character.is_whitespace()).collect();
        digits.replace(',', ".").replace('−', "-").parse().ok()
    }
}

/// Thousands set apart by a thin space, from four digits on.
fn grouped(figure: &str) -> String {
    if figure.len() < 4 || !figure.bytes().all(|byte| byte.is_ascii_digit()) {
        return figure.to_owned();
    }
    let mut grouped = String::new();
    for (at, digit) in figure.char_indices() {
        if at > 0 && (figure.len() - at).is_multiple_of(3) {
            grouped.push('\u{202f}');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_what_a_text_begins_with() {
        let check = |text: &str, expected: Option<(&str, &str)>| {
            let read = Figure::read(text);
            let read = read.as_ref().map(|figure| (figure.figure.as_str(), figure.unit));
            assert_eq!(read, expected, "{text}");
        };
        check("1280 °C", Some(("1\u{202f}280", "°C")));
        check("1 280 °C", Some(("1 280", "°C")));
        check("12 min", Some(("12", "min")));
        check("+42 %", Some(("+42", "%")));
        check("2026", Some(("2026", "")));
        check("3,5 k€", Some(("3,5", "k€")));
        check("Sept ans", None);
        check("", None);
        check("le 14 juillet", None);
    }

    #[test]
    fn a_figure_has_a_value() {
        assert_eq!(Figure::read("1 280 °C").unwrap().value(), Some(1280.0));
        assert_eq!(Figure::read("3,5 k€").unwrap().value(), Some(3.5));
    }
}
