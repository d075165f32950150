//! Tables of strangers: nothing in a cell is run, leads out of the folder, or ends the program.

use super::{COVER, HEADING, bench, made, run};
use crate::bench::Bench;

/// Names that lead elsewhere, that no system takes, that spreadsheets and shells run, or that outlines understand.
const NAMES: [&str; 24] = [
    "../../escaped",
    "..",
    ".",
    "/escaped",
    "C:\\escaped",
    "\\\\server\\share",
    "~/escaped",
    "a/../../../escaped",
    "CON",
    "nul.txt",
    "report.csv",
    ".planche-bulk",
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "$(touch escaped)",
    "`touch escaped`",
    "{{nom}}",
    "{{nom}}{{nom}}{{absent}}",
    "# Deux\n# Trois",
    "![x](../../../../etc/passwd)",
    "<script>alert(1)</script>",
    "---\ntemplate: none\n---",
];

fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

/// What is in the bench beside what was asked for.
fn beside(bench: &Bench) -> Vec<String> {
    let mut files = bench.files(".");
    files.retain(|file| !file.starts_with("out/"));
    files
}

#[test]
fn names_lead_nowhere_and_are_only_words() {
    let rows: String = NAMES.iter().map(|name| format!("{}\n", quoted(name))).collect();
    let bench = bench(HEADING, format!("nom\n{rows}"));
    let before = beside(&bench);
    let run = run(&bench, &["--name-by", "nom"]);
    assert_eq!(run.exit, Some(0), "{run:?}");
    assert_eq!(beside(&bench), before);
    let made = made(&bench);
    assert_eq!(made.len(), NAMES.len(), "a page a row: {made:?}");
    assert!(made.iter().all(|file| file.ends_with(COVER) && file.split('/').count() == 3), "{made:?}");
    let report = std::fs::read_to_string(bench.path("out/report.csv")).unwrap();
    let cells = report.trim_start_matches('\u{feff}').split([';', '\n']).map(|cell| cell.trim_start_matches('"'));
    let formulas: Vec<&str> = cells.filter(|cell| cell.starts_with(['=', '+', '-', '@', '\t'])).collect();
    assert!(formulas.is_empty(), "{formulas:?}");
}

#[test]
fn broken_tables_are_told_and_never_end_the_program() {
    let wide = format!("nom{}\nAda{}\n", ";a".repeat(20_000), ";1".repeat(20_000));
    let long = format!("nom\n{}\n", "a".repeat(4 << 20));
    let tables: [&[u8]; 13] = [
        b"nom\n\"Ada",
        b"nom\nA\0da\n\0\n",
        b"nom\r\r\rAda\r",
        b"\xff\xfen\0o\0m\0\n\0A",
        b"\xff\xfe\0\xd8\0\xd8\n\0",
        b"\xef\xbb\xbf\xef\xbb\xbfnom\nAda\n",
        b"nom\n\xc3\x28\xa0\xa1\xf0\x28\x8c\x28\n",
        b"sep=\0\nnom\nAda\n",
        b"nom;nom;NOM\nAda;Bob;Eve\n",
        b"nom\n\"\"\"\"\"\"\"\"\"\n",
        b"PK\x03\x04nom\nAda\n",
        wide.as_bytes(),
        long.as_bytes(),
    ];
    for table in tables {
        let bench = bench(HEADING, table);
        let before = beside(&bench);
        let run = run(&bench, &[]);
        let beginning = String::from_utf8_lossy(&table[..table.len().min(40)]).into_owned();
        assert!(matches!(run.exit, Some(0..=2)), "{beginning:?}: {run:?}");
        assert!(run.errors.iter().all(|line| !line.contains("panicked")), "{beginning:?}: {run:?}");
        assert_eq!(beside(&bench), before, "{beginning:?}");
    }
}
