use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization;

/// Hands out folder names that every system takes, each once.
pub struct FolderNames {
    /// How many digits a number has.
    digits: usize,
    /// The names in use, as a disk that ignores capitals and accents' spelling compares them, hashed: a table may have
    /// more rows than there is room for names.
    taken: HashSet<u64>,
}

/// The fewest digits of a number.
const LEAST_DIGITS: usize = 3;
/// How long a name may be, in bytes: the files in the folder and the folders above need room too (260 on Windows).
const LONGEST: usize = 80;
/// What Windows keeps for devices, whatever the extension.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];
/// What no name may hold on Windows; `/` everywhere.
const FORBIDDEN: [char; 9] = ['<', '>', ':', '"', '/', '\\', '|', '?', '*'];

impl FolderNames {
    /// Names for so many rows, none of which is one of these.
    pub fn new(rows: usize, taken: &[&str]) -> Self {
        let taken = taken.iter().map(|name| hash(name)).collect();
        Self { digits: rows.to_string().len().max(LEAST_DIGITS), taken }
    }

    /// A name for the row with that number: what it is called, else the number.
    pub fn name(&mut self, number: usize, called: Option<&str>) -> String {
        let digits = self.digits;
        let name = called.map(safe).filter(|name| !name.is_empty()).unwrap_or_else(|| format!("{number:0digits$}"));
        let mut free = name.clone();
        let mut copy = 1;
        while !self.taken.insert(hash(&free)) {
            copy += 1;
            free = format!("{name}-{copy}");
        }
        free
    }
}

/// The words as a name: what a system forbids becomes a dash; not hidden, not a device, not too long. May be empty.
pub fn safe(words: &str) -> String {
    let letters = words.nfc().filter(|letter| !is_invisible(*letter)).map(|letter| match letter {
        _ if FORBIDDEN.contains(&letter) => '-',
        _ if letter.is_whitespace() => ' ',
        _ => letter,
    });
    let words = letters.collect::<String>();
    let words = words.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let name = shorten(words.trim_start_matches(['.', ' ', '-', '~'])).trim_end_matches(['.', ' ', '-']);
    if is_device(name) { format!("{name}_") } else { name.to_owned() }
}

/// Control characters but white space, and marks that turn the direction of what is read.
fn is_invisible(letter: char) -> bool {
    let turns = matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    turns || (letter.is_control() && !letter.is_whitespace())
}

fn shorten(words: &str) -> &str {
    &words[..words.floor_char_boundary(LONGEST)]
}

/// Whether Windows takes the name for a device, whatever its extension.
pub fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let is_port = ["com", "lpt"].iter().filter_map(|port| stem.strip_prefix(port)).any(|number| {
        let mut digits = number.chars();
        matches!((digits.next(), digits.next()), (Some('0'..='9' | '¹' | '²' | '³'), None))
    });
    is_port || DEVICES.contains(&stem.as_str())
}

fn hash(name: &str) -> u64 {
    let compared: String = name.nfkc().flat_map(char::to_lowercase).nfc().collect();
    let bytes = blake3::hash(compared.as_bytes());
    let first = bytes.as_bytes().first_chunk().expect("a hash has 32 bytes");
    u64::from_le_bytes(*first)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(called: &str, expected: &str) {
        assert_eq!(FolderNames::new(9, &[]).name(7, Some(called)), expected, "{called}");
    }

    #[test]
    fn names_keep_their_letters() {
        check("Anne-Laure Kerdoncuff", "Anne-Laure Kerdoncuff");
        check("e\u{301}te\u{301} à Brest", "été à Brest");
        check("東京", "東京");
    }

    #[test]
    fn what_a_system_refuses_is_mended() {
        check("a/b\\c:d", "a-b-c-d");
        check("../../etc", "etc");
        check("..", "007");
        check("  ", "007");
        check("a.\n b. ", "a. b");
        check("CON", "CON_");
        check("nul.txt", "nul.txt_");
        check("Lpt1", "Lpt1_");
        check("COM¹", "COM¹_");
        check("Comète", "Comète");
        check("-rf", "rf");
        check("a\u{202e}b\0", "ab");
        check(&"é".repeat(100), &"é".repeat(40));
    }

    #[test]
    fn a_name_is_given_once() {
        let mut names = FolderNames::new(12, &["report.csv"]);
        let mut check = |called: Option<&str>, expected: &str| assert_eq!(names.name(5, called), expected);
        check(Some("Bol"), "Bol");
        check(Some("bol"), "bol-2");
        check(Some("bol-2"), "bol-2-2");
        check(Some("Été"), "Été");
        check(Some("e\u{301}te\u{301}"), "été-2");
        check(Some("REPORT.csv"), "REPORT.csv-2");
        check(None, "005");
        check(Some(""), "005-2");
        assert_eq!(FolderNames::new(12_000, &[]).name(5, None), "00005");
    }

    proptest! {
        #[test]
        fn every_name_is_safe(called in any::<String>()) {
            let name = FolderNames::new(1, &[]).name(1, Some(&called));
            prop_assert!(!name.is_empty() && name.len() <= LONGEST + 1);
            prop_assert!(!name.contains(FORBIDDEN) && !name.contains(char::is_control));
            prop_assert!(!name.starts_with(['.', ' ']) && !name.ends_with(['.', ' ']));
        }
    }
}
