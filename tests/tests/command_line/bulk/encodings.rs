//! Tables as other programs write them.

use super::{HEADING, bench, check_made, kept};

const TABLE: &str = "Nom;Ville\nÉloïse;Orléans\nZoé;Besançon\n";

/// The same table gives the same files, whatever it is written in.
#[track_caller]
fn check(table: &[u8]) {
    let (one, other) = (bench(HEADING, TABLE), bench(HEADING, table));
    for bench in [&one, &other] {
        check_made(bench, &["--name-by", "nom"], &["Zoé", "Éloïse"]);
    }
    assert!(kept(&one) == kept(&other), "{:?}", String::from_utf8_lossy(table));
}

fn wide(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

/// One byte a letter: Latin-1 as it is in Unicode, else as the pairs say.
fn narrow(text: &str, pairs: &[(char, u8)]) -> Vec<u8> {
    let byte = |letter: char| {
        let pair = pairs.iter().find(|(own, _)| *own == letter).map(|(_, byte)| *byte);
        pair.unwrap_or_else(|| u8::try_from(letter).expect("a letter of Latin-1"))
    };
    text.chars().map(byte).collect()
}

#[test]
fn unicode_in_every_form() {
    check(format!("\u{feff}{TABLE}").as_bytes());
    check(&wide(TABLE, u16::to_le_bytes));
    check(&wide(TABLE, u16::to_be_bytes));
    check(&wide(&format!("\u{feff}{TABLE}"), u16::to_le_bytes));
    check(&wide(&format!("\u{feff}{TABLE}"), u16::to_be_bytes));
}

#[test]
fn old_encodings_of_windows_and_macs() {
    check(&narrow(TABLE, &[]));
    let macintosh = [('É', 0x83), ('ï', 0x95), ('é', 0x8e), ('ç', 0x8d)];
    check(&narrow(TABLE, &macintosh));
    check(&narrow(&TABLE.replace('\n', "\r"), &macintosh));
}

#[test]
fn every_delimiter_and_end_of_line() {
    for delimiter in [",", "\t", "|"] {
        check(TABLE.replace(';', delimiter).as_bytes());
        check(format!("sep={delimiter}\r\n{}", TABLE.replace(';', delimiter).replace('\n', "\r\n")).as_bytes());
    }
    check("Nom;Ville\n\n\"Éloïse\";\"Orléans, sur Loire;\nou presque\"\n;\n\nZoé;Besançon".as_bytes());
}

#[test]
fn a_person_may_say_what_it_is() {
    let table = narrow("Nom^Ville\nZoé^Besançon\n", &[]);
    let more = ["--encoding", "latin1", "--delimiter", "^", "--name-by", "nom"];
    check_made(&bench(HEADING, table), &more, &["Zoé"]);
}
