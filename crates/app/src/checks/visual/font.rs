use std::collections::BTreeSet;

use planche_layout::{FontFamily, Fonts};
use planche_model::{Finding, charter::Rule};

use super::Page;

/// Letters that are set in another typeface than the charter's, which lacks them: accents, most often.
pub fn check(page: &Page<'_>, fonts: &Fonts) -> Option<Finding> {
    let finding = page.finding(Rule::UnknownFont)?;
    let brand = page.brand();
    let names = [&brand.charter.fonts.title.family, &brand.charter.fonts.text.family];
    let own = |family: &&FontFamily| names.contains(&&family.name);
    let families: Vec<&FontFamily> = brand.fonts.iter().chain(fonts.iter()).filter(own).collect();
    let foreign = page.lines.iter().filter(|line| !families.iter().any(|family| family.has(&line.font)));
    let letters: BTreeSet<char> =
        foreign.flat_map(|line| line.words.chars()).filter(|letter| is_latin(*letter)).collect();
    let family = &brand.charter.fonts.title.family;
    (!letters.is_empty()).then(|| finding.with("characters", letters.iter().collect::<String>()).with("family", family))
}

/// Letters that a typeface for European languages has (Unicode's Latin blocks up to Extended-B, and Extended
/// Additional). Other scripts are set in typefaces of theirs, as they should.
fn is_latin(letter: char) -> bool {
    letter.is_alphabetic() && (letter < '\u{250}' || ('\u{1E00}'..'\u{1F00}').contains(&letter))
}
