use std::{
    cmp::Reverse,
    io::{self, Cursor},
};

use super::record::Records;

/// What stands between cells, most trusted first: a French spreadsheet writes semicolons, and commas in its numbers.
const DELIMITERS: [u8; 4] = [b';', b',', b'\t', b'|'];
/// How many rows are looked at.
const ROWS: usize = 100;

/// The delimiter in whose reading most rows have as many cells as the header; of several, the one that makes most cells.
/// `whole` when the sample is all there is: else its last row is cut.
pub(super) fn guess(sample: &[u8], whole: bool) -> io::Result<u8> {
    let mut best = (0, 0, Reverse(0));
    for (at, delimiter) in DELIMITERS.into_iter().enumerate() {
        let (agreeing, cells) = read(sample, whole, delimiter)?;
        // One cell a row always agrees, so it proves little.
        let agreement = if cells > 1 { agreeing } else { agreeing / 4 };
        best = best.max((agreement, cells, Reverse(at)));
    }
    Ok(DELIMITERS[best.2.0])
}

/// How many rows in a thousand agree with the header, and how many cells it has.
fn read(sample: &[u8], whole: bool, delimiter: u8) -> io::Result<(usize, usize)> {
    let mut records = Records::new(Cursor::new(sample), delimiter);
    let mut counts = Vec::new();
    while let Some(record) = records.next()?.filter(|_| counts.len() <= ROWS) {
        counts.push(record.cells.map_or(0, |cells| cells.len()));
    }
    if !whole && counts.len() > 1 {
        counts.pop();
    }
    let Some((&header, rows)) = counts.split_first() else { return Ok((0, 0)) };
    let agreeing = rows.iter().filter(|count| **count == header).count();
    Ok(((agreeing * 1000).checked_div(rows.len()).unwrap_or(1000), header))
}

/// The delimiter that spreadsheets write on a first line of its own: `sep=;`.
pub(super) fn declared(first: &str) -> Option<u8> {
    let (name, delimiter) = first.trim_end_matches(['\r', '\n']).split_at_checked("sep=".len())?;
    let [delimiter] = delimiter.as_bytes() else { return None };
    (name.eq_ignore_ascii_case("sep=") && is_delimiter(*delimiter)).then_some(*delimiter)
}

/// Whether cells can be told apart by it.
pub(super) fn is_delimiter(byte: u8) -> bool {
    byte.is_ascii() && !matches!(byte, b'"' | b'\n' | b'\r' | 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: u8) {
        assert_eq!(char::from(guess(text.as_bytes(), true).unwrap()), char::from(expected), "{text:?}");
    }

    #[test]
    fn delimiters_are_told_apart() {
        check("a,b,c\n1,2,3\n", b',');
        check("a;b;c\n1;2;3\n", b';');
        check("a\tb\n1\t2\n", b'\t');
        check("a|b\n1|2\n", b'|');
    }

    #[test]
    fn what_cells_hold_does_not_mislead() {
        check("nom;prix\nBol;12,50\nTasse;9,90\n", b';');
        check("nom;texte\nBol;Grès, émail, deux cuissons\nTasse;Grès\n", b';');
        check("nom,texte\nBol,\"a;b;c;d\"\nTasse,\"e;f\"\n", b',');
        check("nom,texte\nBol,\"une ligne;\nune, deux; trois\"\n", b',');
        check("nom,texte\nBol,a;b\n\"Tasse\",c\nPlat\n", b',');
        check("titre\nBonjour, ça va\nOui, et toi, dis\n", b';');
        check("Adresse (rue, ville);Nom\n1 rue A, Brest;Bol\n2 rue B;Tasse\n", b';');
    }

    #[test]
    fn a_header_alone_is_enough() {
        check("a,b\n", b',');
        check("a\n", b';');
        check("", b';');
    }

    #[test]
    fn the_cut_row_of_a_sample_does_not_count() {
        assert_eq!(guess(b"a,b;c\n1,2;3\n4,5", false).unwrap(), b';');
    }

    #[test]
    fn spreadsheets_may_declare_it() {
        let check = |line: &str, expected: Option<u8>| assert_eq!(declared(line), expected, "{line}");
        check("sep=;\r\n", Some(b';'));
        check("SEP=\t", Some(b'\t'));
        check("sep=", None);
        check("sep=;;", None);
        check("sép=;", None);
    }
}
