//! Hostile text is set, or said not to fit. Without bounds each of these takes hours.

use crate::sample::{Setting, codes, fonts};

fn check(name: &str, outline: &str, overflows: bool) {
    let composition = Setting::default().compose_in(outline, &fonts());
    assert_eq!(codes(&composition).contains("text-overflow"), overflows, "{name}: {:?}", composition.findings);
}

#[test]
fn two_megabytes_of_text_overflow() {
    check("paragraph", &"un bol ".repeat(300_000), true);
    check("title", &format!("# {}", "un bol ".repeat(300_000)), true);
    check("paragraphs", &"un bol\n\n".repeat(260_000), true);
    check("items", &format!("# A\n{}", "- un bol\n".repeat(230_000)), true);
    check("long items", &format!("# A\n{}", format!("- {}\n", "un bol ".repeat(1_500)).repeat(200)), true);
    check("marks", &"*un **bol ==et ".repeat(130_000), true);
}

#[test]
fn strange_text_is_set_or_overflows() {
    check("marks on a letter", &format!("# Bols\ne{}\n", "\u{301}".repeat(100_000)), true);
    check("zero-width", &format!("# Bols\n{}\n", "\u{200b}\u{200d}\u{2060}\u{feff}".repeat(20_000)), true);
    check("bidi controls", &format!("# Bols\n{}\n", "\u{202e}\u{2066}\u{202c}\u{2069}\u{200f}".repeat(20_000)), true);
    check("few bidi controls", &format!("# Bols\n{}\n", "\u{202e}\u{2066}\u{202c}\u{2069}\u{200f}".repeat(20)), false);
    check("a long word", &format!("# Bols\n{}\n", "a".repeat(10_000)), true);
    check("emoji", &format!("# Bols\n{}\n", "👨‍👩‍👧‍👦".repeat(20_000)), true);
    check("controls", "# Bols\n\u{1}\u{7f}\u{85}\t\u{2028}a\n", false);
    check("nothing", "#\n", false);
}
