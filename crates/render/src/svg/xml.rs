use kurbo::Affine;

/// `text` as it stands between tags or between double quotes; characters that XML forbids are left out.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\u{0}'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {}
            other => escaped.push(other),
        }
    }
    escaped
}

/// A length to the nearest thousandth of a unit, which no screen shows.
pub fn number(value: f64) -> f64 {
    // Adding zero turns a negative zero into a plain one.
    (value * 1e3).round() / 1e3 + 0.0
}

/// A transform as SVG writes it, to the nearest millionth: a thousandth would move the far end of a page.
pub fn matrix(transform: Affine) -> String {
    let [a, b, c, d, e, f] = transform.as_coeffs().map(|value| (value * 1e6).round() / 1e6 + 0.0);
    format!("matrix({a} {b} {c} {d} {e} {f})")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_what_xml_reserves_and_drops_what_it_forbids() {
        assert_eq!(escape("a<b> & \"c\"\u{1}\u{FFFF}é\n"), "a&lt;b&gt; &amp; &quot;c&quot;é\n");
    }

    #[test]
    fn writes_short_numbers() {
        assert_eq!(number(-0.000_1).to_string(), "0");
        assert_eq!(number(12.345_67).to_string(), "12.346");
        assert_eq!(matrix(Affine::scale(0.5)), "matrix(0.5 0 0 0.5 0 0)");
    }
}
