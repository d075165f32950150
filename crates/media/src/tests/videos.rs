use std::io::Cursor;

use crate::video::{Container, Video, probe};

fn boxed(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len() + 8).unwrap();
    [&length.to_be_bytes(), kind.as_slice(), content].concat()
}

/// Upright, and turned a quarter as telephones held upright write.
const UPRIGHT: [u32; 9] = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x4000_0000];
const TURNED: [u32; 9] = [0, 0x10000, 0, 0xFFFF_0000, 0, 0, 0, 0, 0x4000_0000];

fn track(handler: &[u8; 4], matrix: [u32; 9], width: u32, height: u32, long: bool) -> Vec<u8> {
    let times = vec![0; if long { 36 } else { 24 }];
    let mut header = [vec![u8::from(long)], times[1..].to_vec(), vec![0; 16]].concat();
    header.extend(matrix.iter().chain(&[width << 16, height << 16]).flat_map(|word| word.to_be_bytes()));
    let handler = [&[0; 8], handler.as_slice(), &[0; 13]].concat();
    boxed(b"trak", &[boxed(b"tkhd", &header), boxed(b"mdia", &boxed(b"hdlr", &handler))].concat())
}

fn movie_header(scale: u32, units: u64, long: bool) -> Vec<u8> {
    let times = vec![0; if long { 16 } else { 8 }];
    let length = if long { units.to_be_bytes().to_vec() } else { (units as u32).to_be_bytes().to_vec() };
    boxed(b"mvhd", &[vec![u8::from(long), 0, 0, 0], times, scale.to_be_bytes().to_vec(), length, vec![0; 80]].concat())
}

fn movie(brand: &[u8; 4], parts: &[Vec<u8>]) -> Vec<u8> {
    let kind = boxed(b"ftyp", &[brand.as_slice(), &[0; 4], b"isom"].concat());
    [kind, boxed(b"mdat", &[7; 500]), boxed(b"moov", &parts.concat())].concat()
}

fn element(id: &[u8], content: &[u8]) -> Vec<u8> {
    let length = 0x4000 | u16::try_from(content.len()).unwrap();
    [id, &length.to_be_bytes(), content].concat()
}

const LIVE: &[u8] = &[0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF];

fn webm(kind: &[u8], duration: &[u8], live: bool) -> Vec<u8> {
    let sides = [element(&[0xB0], &1080_u16.to_be_bytes()), element(&[0xBA], &1920_u16.to_be_bytes())].concat();
    let sound = element(&[0xAE], &element(&[0xE1], &[]));
    let tracks = element(&[0x16, 0x54, 0xAE, 0x6B], &[sound, element(&[0xAE], &element(&[0xE0], &sides))].concat());
    let scale = element(&[0x2A, 0xD7, 0xB1], &[0x0F, 0x42, 0x40]);
    let duration = if duration.is_empty() { Vec::new() } else { element(&[0x44, 0x89], duration) };
    let segment = [element(&[0x15, 0x49, 0xA9, 0x66], &[scale, duration].concat()), tracks].concat();
    let id = [0x18, 0x53, 0x80, 0x67];
    let segment = if live { [&id, LIVE, &segment].concat() } else { element(&id, &segment) };
    [element(&[0x1A, 0x45, 0xDF, 0xA3], &element(&[0x42, 0x82], kind)), segment].concat()
}

#[track_caller]
fn check(file: &[u8], expected: Option<(Container, u32, u32, f64)>) {
    let expected = expected.map(|(format, width, height, seconds)| Video { format, width, height, seconds });
    assert_eq!(probe(Cursor::new(file)), expected);
}

fn sound_and_pictures() -> Vec<u8> {
    let tracks = [track(b"soun", UPRIGHT, 0, 0, false), track(b"vide", UPRIGHT, 1920, 1080, false)];
    movie(b"isom", &[&[movie_header(600, 900, false)], tracks.as_slice()].concat())
}

#[test]
fn headers_tell_size_and_length() {
    check(&sound_and_pictures(), Some((Container::Mp4, 1920, 1080, 1.5)));
    let long = [movie_header(90_000, 90_000 * 7200, true), track(b"vide", TURNED, 3840, 2160, true)];
    check(&movie(b"qt  ", &long), Some((Container::Mov, 2160, 3840, 7200.0)));
    check(&webm(b"webm", &2500.0_f32.to_be_bytes(), false), Some((Container::WebM, 1080, 1920, 2.5)));
    check(&webm(b"webm", &2500.0_f64.to_be_bytes(), true), Some((Container::WebM, 1080, 1920, 2.5)));
}

#[test]
fn a_video_before_types_is_quick_time() {
    let parts = [movie_header(10, 25, false), track(b"vide", UPRIGHT, 320, 240, false)].concat();
    check(&boxed(b"moov", &parts), Some((Container::Mov, 320, 240, 2.5)));
}

#[test]
fn a_length_may_be_that_of_the_fragments_or_unknown() {
    let track = track(b"vide", UPRIGHT, 640, 360, false);
    let fragments = boxed(b"mvex", &boxed(b"mehd", &[[0; 4], 4000_u32.to_be_bytes()].concat()));
    let parts = [movie_header(1000, 0, false), track.clone(), fragments];
    check(&movie(b"iso6", &parts), Some((Container::Mp4, 640, 360, 4.0)));
    let parts = [movie_header(1000, u64::from(u32::MAX), false), track];
    check(&movie(b"iso6", &parts), Some((Container::Mp4, 640, 360, 0.0)));
    check(&webm(b"webm", &[], true), Some((Container::WebM, 1080, 1920, 0.0)));
}

#[test]
fn what_is_no_video_is_none() {
    check(b"", None);
    check(b"\x1A\x45\xDF\xA3", None);
    check(include_bytes!("pictures/corners.avif"), None);
    check(&movie(b"M4A ", &[movie_header(600, 900, false), track(b"soun", UPRIGHT, 0, 0, false)]), None);
    check(&webm(b"matroska", &[], false), None);
}

#[test]
fn damage_is_no_panic_and_no_endless_search() {
    for file in [sound_and_pictures(), webm(b"webm", &2500.0_f32.to_be_bytes(), true)] {
        for at in 0..file.len() {
            probe(Cursor::new(&file[..at]));
            for bits in [0x01, 0x80, 0xFF] {
                let mut file = file.clone();
                file[at] ^= bits;
                probe(Cursor::new(file));
            }
        }
    }
    check(&boxed(b"ftyp", b"isom\0\0\0\0").repeat(200_000), None);
}

/// A file of four gigabytes of which only its ends can be read.
struct Sparse {
    ends: [Vec<u8>; 2],
    length: u64,
    at: u64,
}

impl std::io::Read for Sparse {
    fn read(&mut self, bytes: &mut [u8]) -> std::io::Result<usize> {
        let [head, tail] = &self.ends;
        let tail_start = self.length - tail.len() as u64;
        let (part, start) = if self.at < tail_start { (head, 0) } else { (tail, tail_start) };
        let from = usize::try_from(self.at - start).unwrap();
        let read = part.get(from..).expect("nothing between the ends is read");
        let length = read.len().min(bytes.len());
        bytes[..length].copy_from_slice(&read[..length]);
        self.at += length as u64;
        Ok(length)
    }
}

impl std::io::Seek for Sparse {
    fn seek(&mut self, to: std::io::SeekFrom) -> std::io::Result<u64> {
        self.at = match to {
            std::io::SeekFrom::Start(at) => at,
            std::io::SeekFrom::End(back) => self.length.checked_add_signed(back).unwrap(),
            std::io::SeekFrom::Current(by) => self.at.checked_add_signed(by).unwrap(),
        };
        Ok(self.at)
    }
}

#[test]
fn pictures_and_sounds_are_not_read() {
    let kind = boxed(b"ftyp", b"isom\0\0\0\0");
    let pictures = 4_u64 << 30;
    let head = [kind.as_slice(), &1_u32.to_be_bytes(), b"mdat", &pictures.to_be_bytes()].concat();
    let parts = [movie_header(600, 900, false), track(b"vide", UPRIGHT, 1920, 1080, false)].concat();
    let tail = boxed(b"moov", &parts);
    let length = kind.len() as u64 + pictures + tail.len() as u64;
    let video = probe(Sparse { ends: [head, tail], length, at: 0 }).unwrap();
    assert_eq!((video.width, video.height, video.seconds), (1920, 1080, 1.5));
}
