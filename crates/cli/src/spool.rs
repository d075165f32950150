use std::{
    fs::File,
    io::{self, BufWriter, Seek, Write},
};

use serde_json::Value;

/// A JSON array that grows on the disk: a batch may have more files than there is room for.
pub struct Spool {
    file: BufWriter<File>,
    empty: bool,
}

impl Spool {
    /// An empty array, in a file without a name that goes away with the program.
    pub fn new() -> io::Result<Self> {
        Ok(Self { file: BufWriter::new(tempfile::tempfile()?), empty: true })
    }

    /// Adds a value.
    pub fn push(&mut self, value: &Value) -> io::Result<()> {
        if !std::mem::take(&mut self.empty) {
            self.file.write_all(b",")?;
        }
        write!(self.file, "{value}")
    }

    /// Writes the array.
    pub fn write_to(self, out: &mut impl Write) -> io::Result<()> {
        let mut file = self.file.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.rewind()?;
        out.write_all(b"[")?;
        io::copy(&mut file, out)?;
        out.write_all(b"]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_array_comes_back_whole() {
        let check = |values: &[Value], expected: &str| {
            let mut spool = Spool::new().unwrap();
            values.iter().for_each(|value| spool.push(value).unwrap());
            let mut out = Vec::new();
            spool.write_to(&mut out).unwrap();
            assert_eq!(String::from_utf8(out).unwrap(), expected);
        };
        check(&[], "[]");
        check(&[1.into(), "é".into()], "[1,\"é\"]");
    }
}
