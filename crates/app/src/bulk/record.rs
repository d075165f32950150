use std::{
    collections::VecDeque,
    io::{self, BufRead},
};

use csv::{ReaderBuilder, StringRecord};

/// A row of a table as it stands in the file.
pub(super) struct Record {
    /// Its first line, from 1.
    pub line: usize,
    /// Its cells, or why they cannot be told.
    pub cells: Result<Vec<String>, Fault>,
}

/// Why a row cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// Quotation marks are opened and not closed, or not where a cell ends.
    Quotes,
    /// It is longer than any row is.
    TooLong,
    /// Bytes of it mean nothing in the table's encoding.
    Unreadable,
    /// It has other cells than there are columns.
    Ragged {
        /// How many it has.
        cells: usize,
    },
}

/// The rows of a text, one after the other; lines without words are left out.
///
/// Quotation marks that nothing closes would swallow the rest of the table, so such a row ends with its first line and
/// what follows is read again.
pub(super) struct Records<R> {
    source: R,
    delimiter: u8,
    /// Lines read too far, to be read again.
    ahead: VecDeque<Vec<u8>>,
    /// The last line read, from 1.
    line: usize,
}

/// No row is longer, in bytes.
const LONGEST: usize = 1 << 20;

impl<R: BufRead> Records<R> {
    /// The rows of this UTF-8 text.
    pub fn new(source: R, delimiter: u8) -> Self {
        Self { source, delimiter, ahead: VecDeque::new(), line: 0 }
    }

    /// Leaves out the next line.
    pub fn skip_line(&mut self) -> io::Result<()> {
        self.next_line().map(drop)
    }

    /// The next row; `None` at the end.
    pub fn next(&mut self) -> io::Result<Option<Record>> {
        loop {
            let Some(first) = self.next_line()? else { return Ok(None) };
            if !first.iter().all(u8::is_ascii_whitespace) || first.contains(&self.delimiter) {
                return self.record(first).map(Some);
            }
        }
    }

    fn record(&mut self, first: Vec<u8>) -> io::Result<Record> {
        let line = self.line;
        let mut lines = vec![first];
        let mut length = lines[0].len();
        let mut scan = Scan::default();
        scan.read(&lines[0], self.delimiter);
        while scan.place == Place::Quoted && length <= LONGEST {
            let Some(next) = self.next_line()? else { break };
            length += next.len();
            scan.read(&next, self.delimiter);
            lines.push(next);
        }
        let astray = lines.len() > 1 && scan.astray;
        let cells = if length > LONGEST && lines.len() == 1 {
            Err(Fault::TooLong)
        } else if scan.place == Place::Quoted || astray {
            self.read_again(lines);
            Err(Fault::Quotes)
        } else {
            cells(&lines.join(&b'\n'), self.delimiter)
        };
        Ok(Record { line, cells })
    }

    fn read_again(&mut self, lines: Vec<Vec<u8>>) {
        self.line -= lines.len() - 1;
        for line in lines.into_iter().skip(1).rev() {
            self.ahead.push_front(line);
        }
    }

    fn next_line(&mut self) -> io::Result<Option<Vec<u8>>> {
        let line = match self.ahead.pop_front() {
            Some(line) => Some(line),
            None => read_line(&mut self.source)?,
        };
        self.line += usize::from(line.is_some());
        Ok(line)
    }
}

/// A line without what ends it: `\n`, `\r\n`, or the `\r` of old Macs. Of a line over [`LONGEST`], just enough to see
/// that it is.
fn read_line(source: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    loop {
        let available = source.fill_buf()?;
        if available.is_empty() {
            return Ok((!line.is_empty()).then_some(line));
        }
        let end = available.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
        let piece = &available[..end.unwrap_or(available.len())];
        let room = (LONGEST + 1).saturating_sub(line.len()).min(piece.len());
        line.extend_from_slice(&piece[..room]);
        let (length, carriage) = (piece.len(), end.is_some_and(|at| available[at] == b'\r'));
        source.consume(length + usize::from(end.is_some()));
        if carriage && source.fill_buf()?.first() == Some(&b'\n') {
            source.consume(1);
        }
        if end.is_some() {
            return Ok(Some(line));
        }
    }
}

/// Where in a row the reading is.
#[derive(Clone, Copy, Default, PartialEq)]
enum Place {
    #[default]
    CellStart,
    Plain,
    Quoted,
    /// After quotation marks within quotation marks: they close the cell, or stand for one.
    MaybeClosed,
}

#[derive(Default)]
struct Scan {
    place: Place,
    /// Whether something follows closed quotation marks in their cell.
    astray: bool,
}

impl Scan {
    /// Reads one line; the next begins where it leaves off.
    fn read(&mut self, line: &[u8], delimiter: u8) {
        for &byte in line {
            self.place = match (self.place, byte) {
                (Place::CellStart, b'"') | (Place::MaybeClosed, b'"') => Place::Quoted,
                (Place::Quoted, b'"') => Place::MaybeClosed,
                (Place::Quoted, _) => Place::Quoted,
                (_, byte) if byte == delimiter => Place::CellStart,
                (Place::MaybeClosed, _) => {
                    self.astray = true;
                    Place::Plain
                }
                (Place::CellStart | Place::Plain, _) => Place::Plain,
            };
        }
    }
}

fn cells(text: &[u8], delimiter: u8) -> Result<Vec<String>, Fault> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .delimiter(delimiter)
        .buffer_capacity(text.len().max(1))
        .from_reader(text);
    let mut record = StringRecord::new();
    reader.read_record(&mut record).map_err(|_| Fault::Unreadable)?;
    if record.iter().any(|cell| cell.contains(char::REPLACEMENT_CHARACTER)) {
        return Err(Fault::Unreadable);
    }
    Ok(record.iter().map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows as `line: cell|cell`, or `line: fault`.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut records = Records::new(text.as_bytes(), b';');
        let mut found = Vec::new();
        while let Some(Record { line, cells }) = records.next().unwrap() {
            let cells = cells.map_or_else(|fault| format!("{fault:?}"), |cells| cells.join("|"));
            found.push(format!("{line}: {cells}"));
        }
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn rows_are_lines_of_cells() {
        check("", &[]);
        check("a;b\nc;d", &["1: a|b", "2: c|d"]);
        check("a;b\r\n\r\n  \r\nc;d\r\n", &["1: a|b", "4: c|d"]);
        check("a;b\rc;d\r", &["1: a|b", "2: c|d"]);
        check(";\n", &["1: |"]);
    }

    #[test]
    fn quotation_marks_hold_anything() {
        check("\"a;b\";\"c \"\"d\"\"\"\n", &["1: a;b|c \"d\""]);
        check("\"a\r\nb\n\nc\";d\ne;f", &["1: a\nb\n\nc|d", "5: e|f"]);
        check("bol 12\" large;b\nc;d", &["1: bol 12\" large|b", "2: c|d"]);
    }

    #[test]
    fn marks_that_nothing_closes_cost_one_row() {
        check("a;\"b\nc;d\ne;f\n", &["1: Quotes", "2: c|d", "3: e|f"]);
        check("\"a;b\nc;\"d\"\ne;f\n", &["1: Quotes", "2: c|d", "3: e|f"]);
        check("a;b\n\"c;d\n\"e\";f\n", &["1: a|b", "2: Quotes", "3: e|f"]);
    }

    #[test]
    fn broken_bytes_cost_one_row() {
        check("a;\u{fffd}\nc;d\n", &["1: Unreadable", "2: c|d"]);
    }

    #[test]
    fn a_row_without_end_costs_no_memory() {
        let text = format!("a;b\n{}\nc;d\n", "x".repeat(3 * LONGEST));
        check(&text, &["1: a|b", "2: TooLong", "3: c|d"]);
        let text = format!("\"a;b\n{}c;d\n", "e;f\n".repeat(LONGEST / 3));
        let mut records = Records::new(text.as_bytes(), b';');
        assert_eq!(records.next().unwrap().unwrap().cells, Err(Fault::Quotes));
        assert!(records.ahead.iter().map(Vec::len).sum::<usize>() <= LONGEST);
    }
}
