use std::{
    io::{self, BufRead, BufReader, Read},
    path::{Path, PathBuf},
};

use encoding_rs::Encoding;
use encoding_rs_io::DecodeReaderBytesBuilder;
use planche_library::files;

use super::{
    delimiter, encoding,
    record::{Fault, Record, Records},
    value::MOST_VALUES,
};
use crate::wire::Problem;

/// A table on the disk: what it is written in and what its columns are. Its rows are read one at a time.
#[derive(Debug)]
pub struct Table {
    path: PathBuf,
    encoding: &'static Encoding,
    delimiter: u8,
    /// Whether the first line only says what the delimiter is.
    declared: bool,
    header: Vec<String>,
}

/// A row that holds something.
pub(super) struct Row {
    /// Its place among the rows, from 1.
    pub number: usize,
    /// Its first line in the file, from 1.
    pub line: usize,
    /// Its values, as many as there are columns, or why they cannot be told.
    pub values: Result<Vec<String>, Fault>,
}

/// How much of a table is looked at to learn what stands between its cells, in bytes.
const SAMPLE: usize = 64 << 10;

impl Table {
    /// Learns how a table is written, unless that is said.
    ///
    /// # Errors
    /// The file cannot be read, is no text, or has no header.
    pub fn open(path: &Path, encoding: Option<&str>, delimiter: Option<char>) -> Result<Self, Problem> {
        let encoding = match encoding {
            Some(name) => named(name)?,
            None => guess_encoding(path)?,
        };
        let mut table = Self { path: path.to_owned(), encoding, delimiter: b';', declared: false, header: Vec::new() };
        let (sample, whole) = table.sample()?;
        let first = sample.split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
        let declared = std::str::from_utf8(first).ok().and_then(delimiter::declared);
        table.declared = declared.is_some();
        table.delimiter = match (delimiter, declared) {
            (Some(delimiter), _) => of_char(delimiter)?,
            (None, Some(declared)) => declared,
            (None, None) => delimiter::guess(&sample, whole).map_err(|error| table.unreadable(&error))?,
        };
        table.header = table.read_header()?;
        Ok(table)
    }

    /// What its columns are called, in order.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The name of its encoding.
    pub fn encoding(&self) -> &'static str {
        self.encoding.name()
    }

    /// What stands between its cells.
    pub fn delimiter(&self) -> char {
        char::from(self.delimiter)
    }

    /// How many rows it has under the header.
    pub(super) fn count(&self) -> Result<usize, Problem> {
        let mut rows = self.rows()?;
        let mut count = 0;
        while rows.next().transpose()?.is_some() {
            count += 1;
        }
        Ok(count)
    }

    /// Its rows in order.
    pub(super) fn rows(&self) -> Result<Rows<'_>, Problem> {
        let mut records = self.records()?;
        records.next().map_err(|error| self.unreadable(&error))?;
        Ok(Rows { table: self, records, number: 0, over: false })
    }

    fn records(&self) -> Result<Records<Source>, Problem> {
        let mut records = Records::new(self.text()?, self.delimiter);
        if self.declared {
            records.skip_line().map_err(|error| self.unreadable(&error))?;
        }
        Ok(records)
    }

    fn read_header(&self) -> Result<Vec<String>, Problem> {
        let first = self.records()?.next().map_err(|error| self.unreadable(&error))?;
        let Some(Record { line, cells }) = first else {
            return Err(Problem::new("emptyTable").with("path", self.path.display()));
        };
        let cells = cells.map_err(|fault| problem_of(fault, 0).with("path", self.path.display()).with("line", line))?;
        let last = cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1);
        if last > MOST_VALUES {
            return Err(Problem::new("tooManyColumns").with("path", self.path.display()).with("most", MOST_VALUES));
        }
        Ok(cells.into_iter().take(last).map(|cell| cell.trim().to_owned()).collect())
    }

    /// The beginning of the text, and whether it is all of it.
    fn sample(&self) -> Result<(Vec<u8>, bool), Problem> {
        let mut sample = Vec::new();
        let length = self.text()?.take(SAMPLE as u64).read_to_end(&mut sample);
        Ok((sample, length.map_err(|error| self.unreadable(&error))? < SAMPLE))
    }

    /// The text as UTF-8, whatever the file is written in.
    fn text(&self) -> Result<Source, Problem> {
        let decoder = DecodeReaderBytesBuilder::new()
            .encoding(Some(self.encoding))
            .strip_bom(true)
            .build(files::open(&self.path)?);
        Ok(Box::new(BufReader::new(decoder)))
    }

    fn unreadable(&self, error: &io::Error) -> Problem {
        Problem::new("unreadableFile").with("path", self.path.display()).with("detail", error)
    }
}

type Source = Box<dyn BufRead + Send>;

/// The rows of a table; those without a single value are left out.
pub(super) struct Rows<'a> {
    table: &'a Table,
    records: Records<Source>,
    number: usize,
    over: bool,
}

impl Iterator for Rows<'_> {
    type Item = Result<Row, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.over {
            match self.records.next() {
                Ok(Some(record)) if is_blank(&record) => {}
                Ok(Some(record)) => return Some(Ok(self.row(record))),
                Ok(None) => self.over = true,
                Err(error) => {
                    self.over = true;
                    return Some(Err(self.table.unreadable(&error)));
                }
            }
        }
        None
    }
}

impl Rows<'_> {
    fn row(&mut self, Record { line, cells }: Record) -> Row {
        self.number += 1;
        let columns = self.table.header.len();
        let values = cells.and_then(|mut cells| {
            let last = cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1);
            if cells.len() < columns || last > columns {
                return Err(Fault::Ragged { cells: cells.len() });
            }
            cells.truncate(columns);
            Ok(cells)
        });
        Row { number: self.number, line, values }
    }
}

fn is_blank(record: &Record) -> bool {
    record.cells.as_ref().is_ok_and(|cells| cells.iter().all(|cell| cell.trim().is_empty()))
}

/// What a person is told of a row that cannot be read in a table of so many columns.
pub(super) fn problem_of(fault: Fault, columns: usize) -> Problem {
    match fault {
        Fault::Quotes => Problem::new("rowQuotes"),
        Fault::TooLong => Problem::new("rowTooLong"),
        Fault::Unreadable => Problem::new("rowUnreadable"),
        Fault::Ragged { cells } => Problem::new("rowRagged").with("cells", cells).with("columns", columns),
    }
}

fn named(name: &str) -> Result<&'static Encoding, Problem> {
    Encoding::for_label(name.as_bytes()).ok_or_else(|| Problem::new("unknownEncoding").with("encoding", name))
}

fn guess_encoding(path: &Path) -> Result<&'static Encoding, Problem> {
    let failed = |error| Problem::new("unreadableFile").with("path", path.display()).with("detail", error);
    let guess = encoding::guess(files::open(path)?).map_err(|error: io::Error| failed(error))?;
    guess.ok_or_else(|| Problem::new("notATable").with("path", path.display()))
}

fn of_char(delimiter: char) -> Result<u8, Problem> {
    let byte = u8::try_from(delimiter).ok().filter(|byte| delimiter::is_delimiter(*byte));
    byte.ok_or_else(|| Problem::new("badDelimiter").with("delimiter", delimiter))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows as `number @ line: value|value`.
    #[track_caller]
    fn check(bytes: &[u8], header: &[&str], rows: &[&str]) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rows.csv");
        std::fs::write(&path, bytes).unwrap();
        let table = Table::open(&path, None, None).unwrap();
        assert_eq!(table.header(), header);
        let found: Vec<String> = table
            .rows()
            .unwrap()
            .map(|row| row.unwrap())
            .map(|row| {
                let values = row.values.map_or_else(|fault| format!("{fault:?}"), |values| values.join("|"));
                format!("{} @ {}: {values}", row.number, row.line)
            })
            .collect();
        assert_eq!(found, rows);
        assert_eq!(table.count().unwrap(), rows.len());
    }

    #[test]
    fn rows_follow_a_header() {
        check(
            b"Nom ; Prix;\nBol;12,50;\n\n;;\nTasse;9,90;;;\n",
            &["Nom", "Prix"],
            &["1 @ 2: Bol|12,50", "2 @ 5: Tasse|9,90"],
        );
        check(b"sep=,\nNom,Prix\nBol,12\n", &["Nom", "Prix"], &["1 @ 3: Bol|12"]);
        check(b"\n\nNom,Prix\n", &["Nom", "Prix"], &[]);
    }

    #[test]
    fn ragged_rows_are_told() {
        check(
            b"a;b;c\n1;2\n1;2;3;4\n1;2;3\n",
            &["a", "b", "c"],
            &["1 @ 2: Ragged { cells: 2 }", "2 @ 3: Ragged { cells: 4 }", "3 @ 4: 1|2|3"],
        );
    }

    #[test]
    fn every_encoding_reads_alike() {
        let text = "Prénom;Ville\nÉloïse;Orléans – « l’été »\n";
        let wide = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
        let files = [
            text.as_bytes().to_vec(),
            format!("\u{feff}{text}").into_bytes(),
            wide(u16::to_le_bytes),
            wide(u16::to_be_bytes),
            [b"\xff\xfe".to_vec(), wide(u16::to_le_bytes)].concat(),
            [b"\xfe\xff".to_vec(), wide(u16::to_be_bytes)].concat(),
            encoding_rs::WINDOWS_1252.encode(text).0.into_owned(),
            encoding_rs::MACINTOSH.encode(&text.replace('\n', "\r")).0.into_owned(),
        ];
        for bytes in files {
            check(&bytes, &["Prénom", "Ville"], &["1 @ 2: Éloïse|Orléans – « l’été »"]);
        }
    }
}
