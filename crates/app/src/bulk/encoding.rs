use std::io::{self, Read};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Decoder, DecoderResult, Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE};

/// The encoding of a table, learnt from all its bytes; `None` when they are no text.
///
/// A byte order mark decides; then zero bytes, which only UTF-16 has; then whether it is UTF-8 but for a few broken
/// places; then what its letters are like.
pub(super) fn guess(mut source: impl Read) -> io::Result<Option<&'static Encoding>> {
    let mut survey = Survey::new();
    let mut chunk = vec![0; 64 << 10];
    loop {
        match source.read(&mut chunk)? {
            0 => return Ok(survey.finish()),
            length => survey.see(&chunk[..length]),
        }
    }
}

/// How many bytes of the beginning tell UTF-16.
const HEAD: usize = 4 << 10;
/// How many bytes of lines beyond ASCII tell one old encoding from another.
const SAMPLE: usize = 64 << 10;
/// A text with so many sound sequences for each broken one is UTF-8 that something damaged.
const SOUND_TO_BROKEN: usize = 10;

struct Survey {
    head: Vec<u8>,
    /// Lines that hold more than ASCII.
    sample: Vec<u8>,
    detector: EncodingDetector,
    utf8: Decoder,
    sound: usize,
    broken: usize,
}

impl Survey {
    fn new() -> Self {
        Self {
            head: Vec::new(),
            sample: Vec::new(),
            detector: EncodingDetector::new(Iso2022JpDetection::Deny),
            utf8: UTF_8.new_decoder_without_bom_handling(),
            sound: 0,
            broken: 0,
        }
    }

    fn see(&mut self, bytes: &[u8]) {
        let room = HEAD.saturating_sub(self.head.len()).min(bytes.len());
        self.head.extend_from_slice(&bytes[..room]);
        self.detector.feed(bytes, false);
        self.try_utf8(bytes, false);
        for line in bytes.split_inclusive(|byte| matches!(byte, b'\n' | b'\r')).filter(|line| !line.is_ascii()) {
            let room = SAMPLE.saturating_sub(self.sample.len()).min(line.len());
            self.sample.extend_from_slice(&line[..room]);
        }
    }

    fn try_utf8(&mut self, mut bytes: &[u8], last: bool) {
        let mut text = vec![0; 16 << 10];
        loop {
            let (result, read, written) = self.utf8.decode_to_utf8_without_replacement(bytes, &mut text, last);
            // Every character beyond ASCII begins with one byte of this kind.
            self.sound += text[..written].iter().filter(|byte| **byte >= 0xc0).count();
            bytes = &bytes[read..];
            match result {
                DecoderResult::InputEmpty => return,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(..) => self.broken += 1,
            }
        }
    }

    fn finish(mut self) -> Option<&'static Encoding> {
        self.try_utf8(&[], true);
        self.detector.feed(&[], true);
        if let Some((encoding, _)) = Encoding::for_bom(&self.head) {
            return Some(encoding);
        }
        if self.head.contains(&0) {
            return utf16(&self.head);
        }
        if self.broken * SOUND_TO_BROKEN <= self.sound {
            return Some(UTF_8);
        }
        let guess = self.detector.guess(None, Utf8Detection::Deny);
        // The detector knows the Web, where nobody writes Mac Roman; old spreadsheets do.
        Some(if likelihood(MACINTOSH, &self.sample) > likelihood(guess, &self.sample) { MACINTOSH } else { guess })
    }
}

/// Most characters of a table are ASCII: one of their two bytes is zero, and always the same one.
fn utf16(head: &[u8]) -> Option<&'static Encoding> {
    let zeros = |offset: usize| head.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let most = head.len() / 4;
    match (zeros(0), zeros(1)) {
        (first, second) if second > most && first * 10 < second => Some(UTF_16LE),
        (first, second) if first > most && second * 10 < first => Some(UTF_16BE),
        _ => None,
    }
}

/// How much the bytes, read in that encoding, look like words.
fn likelihood(encoding: &'static Encoding, bytes: &[u8]) -> i64 {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let letters: Vec<char> = text.chars().collect();
    let around = |at: usize| (at.checked_sub(1).map(|before| letters[before]), letters.get(at + 1).copied());
    (0..letters.len()).filter(|at| !letters[*at].is_ascii()).map(|at| weigh(letters[at], around(at))).sum()
}

/// A small letter speaks for words, and so do a capital among capitals or before small letters and a sign where signs
/// stand; a capital after a small letter, a sign inside a word and a control character speak against.
fn weigh(letter: char, (before, after): (Option<char>, Option<char>)) -> i64 {
    let is = |neighbour: Option<char>, kind: fn(char) -> bool| neighbour.is_some_and(kind);
    let (follows, leads) = (is(before, char::is_alphabetic), is(after, char::is_alphabetic));
    match letter {
        _ if letter.is_control() || letter == char::REPLACEMENT_CHARACTER => -4,
        // The sign of the florin, which Unicode calls a small letter.
        'ƒ' => -2,
        _ if letter.is_lowercase() => 2,
        _ if letter.is_uppercase() && is(before, char::is_lowercase) => -3,
        _ if letter.is_uppercase() && (leads || is(before, char::is_uppercase)) => 1,
        _ if letter.is_alphabetic() => 0,
        '’' if follows && leads => 2,
        '«' | '“' if !follows => 1,
        '»' | '”' | '…' if !leads => 1,
        '–' | '—' | '\u{a0}' if !(follows && leads) => 1,
        _ if follows || leads => -2,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use encoding_rs::WINDOWS_1252;

    use super::*;

    const FRENCH: &str = "Prénom;Œuvre\nAnne-Laure;l’été à Brest — « déjà vu »\nÉlodie;1 280 °C, où ça ? Noël\n";

    fn check(bytes: &[u8], expected: Option<&'static Encoding>) {
        assert_eq!(guess(bytes).unwrap(), expected, "{:?}", String::from_utf8_lossy(bytes));
    }

    fn wide(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(unit).collect()
    }

    #[test]
    fn encodings_are_told_apart() {
        check(b"", Some(UTF_8));
        check(b"nom;prix\nBol;12\n", Some(UTF_8));
        check(FRENCH.as_bytes(), Some(UTF_8));
        check(format!("\u{feff}{FRENCH}").as_bytes(), Some(UTF_8));
        check(&WINDOWS_1252.encode(FRENCH).0, Some(WINDOWS_1252));
        check(&MACINTOSH.encode(FRENCH).0, Some(MACINTOSH));
        for text in ["Prénom\nZoé\n", "café\n", "Où ?\nÀ côté\n", "Éric\nÉmile\n", "ÉTÉ\n", "5 €\n", "naïf – Ça\n"]
        {
            check(&WINDOWS_1252.encode(text).0, Some(WINDOWS_1252));
        }
        for text in
            ["Prénom\nZoé\n", "café\n", "l’été\n", "à Noël, ça ira\n", "Éric\nÉmile\n", "ÉTÉ\n", "Bon… « déjà »\n"]
        {
            check(&MACINTOSH.encode(text).0, Some(MACINTOSH));
        }
    }

    #[test]
    fn sixteen_bits_need_no_mark() {
        check(&wide(FRENCH, u16::to_le_bytes), Some(UTF_16LE));
        check(&wide(FRENCH, u16::to_be_bytes), Some(UTF_16BE));
        check(&wide(&format!("\u{feff}{FRENCH}"), u16::to_le_bytes), Some(UTF_16LE));
        check(&wide(&format!("\u{feff}{FRENCH}"), u16::to_be_bytes), Some(UTF_16BE));
        check(b"PK\x03\x04\0\0\0\0abcdefgh", None);
    }

    #[test]
    fn one_broken_byte_does_not_change_the_encoding_of_all() {
        let mut bytes = FRENCH.repeat(3).into_bytes();
        bytes.extend_from_slice(b"caf\xe9\n");
        check(&bytes, Some(UTF_8));
    }
}
