//! Files made to harm: small ones that claim to be large, that name themselves, that go on for ever.

use heifer_isobmff::{
    HeifFile,
    writer::{HeifWriter, ImageSpec},
};
use image::ImageFormat;

use crate::{
    counts::Counts,
    metadata,
    seeds::{HEIGHT, WIDTH, animated, jpeg, packed_zeros, png_with, profile, tiff_with, webp, with_segment, written},
};

/// What a bomb is called, and what makes it.
pub type Bomb = (&'static str, Box<dyn Fn() -> Vec<u8>>);

/// All of them.
pub fn bombs(counts: &Counts) -> Vec<Bomb> {
    let side = counts.side;
    let mut bombs = large(side);
    bombs.extend(endless(side));
    bombs.extend(profiles());
    bombs.extend(words());
    bombs
}

fn bomb(name: &'static str, make: impl Fn() -> Vec<u8> + 'static) -> Bomb {
    (name, Box::new(make))
}

/// Pictures of many pixels in few bytes.
fn large(side: u32) -> Vec<Bomb> {
    vec![
        bomb("png of zeros", move || flat_png(side, side, 0, 8)),
        bomb("deep png of zeros", move || flat_png(side / 2, side / 2, 6, 16)),
        bomb("png of 30 000 pixels a side", || flat_png(30_000, 30_000, 0, 1)),
        bomb("png of one row", || flat_png(30_000, 1, 6, 8)),
        bomb("png of one column", || flat_png(1, 30_000, 6, 8)),
        bomb("bmp that is all claim", move || flat_bmp(side, side)),
        bomb("bmp upside down beyond all", || flat_bmp(30_000, i32::MIN as u32)),
        bomb("gif screen that is all claim", move || gif_claiming(side as u16, side as u16)),
        bomb("tiff of packed zeros", move || flat_tiff(side, side, side)),
        bomb("tiff of packed zeros in thin strips", move || flat_tiff(side, side, 1)),
        bomb("tiff of more strips than bytes", || flat_tiff(1, 30_000, 1)),
        bomb("progressive jpeg that is all claim", move || claiming(&progressive(), side as u16)),
        bomb("jpeg that is all claim", move || claiming(&jpeg(|_| {}), side as u16)),
        bomb("webp canvas that is all claim", || webp_claiming(16_383)),
        bomb("heic of one tile, again and again", move || mosaic(side as u16 / 80)),
    ]
}

/// Files that go on and on.
fn endless(side: u32) -> Vec<Bomb> {
    vec![
        bomb("gif of 100 000 pictures", || gif_of(100_000)),
        bomb("gif of blocks that say nothing", || gif_after(&[0x21, 0xFE, 1, 0, 0].repeat(1 << 20))),
        bomb("png of 3 000 pictures", || animated(3_000)),
        bomb("png of a million empty chunks", || many_chunks(1_000_000)),
        bomb("jpeg of thousands of scans", || scans(5_000)),
        bomb("large jpeg of thousands of scans", move || claiming(&scans(5_000), side as u16)),
        bomb("jpeg of a million filling bytes", || [&[0xFF, 0xD8][..], &[0xFF; 1 << 20], &jpeg(|_| {})[2..]].concat()),
        bomb("jpeg of thousands of comments", || {
            let comment = [&[0xFF, 0xFE, 0, 3][..], b"a"].concat().repeat(100_000);
            [&[0xFF, 0xD8], &comment[..], &jpeg(|_| {})[2..]].concat()
        }),
        bomb("tiff whose directory follows itself", || tiff(&[(256, 4, 1, WIDTH), (257, 4, 1, HEIGHT)], 8, &[])),
    ]
}

/// Profiles of colours that are broken, too long, or packed a thousand times.
fn profiles() -> Vec<Bomb> {
    let broken = |at: usize, bytes: &'static [u8]| {
        move || {
            let mut profile = profile();
            profile[at..at + bytes.len()].copy_from_slice(bytes);
            profile
        }
    };
    let in_jpeg = |profile: &[u8]| {
        let payload = [b"ICC_PROFILE\0\x01\x01".as_slice(), profile].concat();
        with_segment(&jpeg(|_| {}), 0xE2, &payload)
    };
    let (huge, endless) = (broken(0, &[0xFF; 4]), broken(128, &[0xFF; 4]));
    let (wide, named) = (broken(132 + 4, &[0x7F, 0xFF, 0xFF, 0xFF]), broken(16, b"CMYK"));
    vec![
        bomb("png profile of 4 GiB, packed", || {
            png_with(&[(*b"iCCP", &[b"a\0\0".as_slice(), &packed_zeros(4 << 10)].concat())])
        }),
        bomb("png words of 4 GiB, packed", || {
            png_with(&[(*b"zTXt", &[b"a\0\0".as_slice(), &packed_zeros(4 << 10)].concat())])
        }),
        bomb("jpeg profile that says it is huge", move || in_jpeg(&huge())),
        bomb("jpeg profile of endless tags", move || in_jpeg(&endless())),
        bomb("jpeg profile whose tag is elsewhere", move || in_jpeg(&wide())),
        bomb("webp profile of inks", move || webp(Some(named()))),
        bomb("tiff profile of one byte", || tiff_with(vec![7])),
        bomb("tiff profile of nothing", || tiff_with(vec![0; 4_000])),
        bomb("tiff profile beyond the file", || {
            tiff(&[(256, 4, 1, WIDTH), (257, 4, 1, HEIGHT), (34_675, 7, u32::MAX, 8)], 0, &[])
        }),
        bomb("jpeg profile of which parts lack", || with_segment(&jpeg(|_| {}), 0xE2, b"ICC_PROFILE\0\xFF\x02parts")),
    ]
}

fn words() -> Vec<Bomb> {
    vec![
        bomb("words that laugh", metadata::laughing_words),
        bomb("words from a file", metadata::words_from_a_file),
        bomb("words 70 000 deep", metadata::deep_words),
        bomb("words of 80 000 attributes", metadata::many_attributes),
        bomb("words of 30 000 names", metadata::many_names),
        bomb("words of 40 MB", metadata::long_words),
        bomb("directories in a ring", metadata::directories_in_a_ring),
        bomb("a directory within itself", metadata::a_directory_within_itself),
        bomb("values without end", metadata::values_without_end),
        bomb("values that overlap", metadata::values_that_overlap),
    ]
}

/// A PNG of zeros. `kind` is 0 for greys and 6 for colours with alpha.
fn flat_png(width: u32, height: u32, kind: u8, depth: u32) -> Vec<u8> {
    let channels = if kind == 0 { 1 } else { 4 };
    let row = u64::from((width * channels * depth).div_ceil(8)) + 1;
    let (mut file, color) = (Vec::new(), if kind == 0 { png::ColorType::Grayscale } else { png::ColorType::Rgba });
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(color);
    encoder.set_depth(png::BitDepth::from_u8(depth as u8).expect("it is a depth"));
    let mut writer = encoder.write_header().expect("memory takes every byte");
    let zeros = packed_zeros((row * u64::from(height)).div_ceil(1 << 20));
    writer.write_chunk(png::chunk::IDAT, &zeros).expect("memory takes every byte");
    writer.write_chunk(png::chunk::IEND, &[]).expect("memory takes every byte");
    drop(writer);
    file
}

/// A BMP packed by runs, of which there is none.
fn flat_bmp(width: u32, height: u32) -> Vec<u8> {
    let header: Vec<u8> = [40, width, height, 1 | 8 << 16, 1, 0, 0, 0, 1, 0].map(u32::to_le_bytes).concat();
    let pixels = [0, 1];
    let whole = u32::try_from(14 + header.len() + 4 + pixels.len()).expect("it is short").to_le_bytes();
    [b"BM".as_slice(), &whole, &[0; 4], &58_u32.to_le_bytes(), &header, &[1, 2, 3, 0], &pixels].concat()
}

fn gif_claiming(width: u16, height: u16) -> Vec<u8> {
    let mut file = written(ImageFormat::Gif);
    file[6..8].copy_from_slice(&width.to_le_bytes());
    file[8..10].copy_from_slice(&height.to_le_bytes());
    file
}

/// The header of a GIF with its colours, and what follows up to the end mark.
fn gif_parts(file: &[u8]) -> (&[u8], &[u8]) {
    let colors = if file[10] & 0x80 == 0 { 0 } else { 3 << ((file[10] & 7) + 1) };
    (&file[..13 + colors], &file[13 + colors..file.len() - 1])
}

fn gif_of(pictures: usize) -> Vec<u8> {
    let file = written(ImageFormat::Gif);
    let (header, picture) = gif_parts(&file);
    [header, &picture.repeat(pictures), &[0x3B]].concat()
}

fn gif_after(blocks: &[u8]) -> Vec<u8> {
    let file = written(ImageFormat::Gif);
    let (header, picture) = gif_parts(&file);
    [header, blocks, picture, &[0x3B]].concat()
}

fn many_chunks(count: usize) -> Vec<u8> {
    let file = png_with(&[(*b"teSt", &[])]);
    let at = file.windows(4).position(|kind| kind == b"teSt").expect("it has the chunk") - 4;
    [&file[..at], &file[at..at + 12].repeat(count), &file[at + 12..]].concat()
}

fn progressive() -> Vec<u8> {
    jpeg(|compressor| compressor.set_progressive(true).expect("it is known"))
}

/// A JPEG whose frame claims another size.
fn claiming(file: &[u8], side: u16) -> Vec<u8> {
    let mut file = file.to_vec();
    let frame = file.windows(2).position(|pair| matches!(pair, [0xFF, 0xC0 | 0xC2])).expect("it has a frame");
    file[frame + 5..frame + 7].copy_from_slice(&side.to_be_bytes());
    file[frame + 7..frame + 9].copy_from_slice(&side.to_be_bytes());
    file
}

/// A progressive JPEG whose last scan comes so many times.
fn scans(count: usize) -> Vec<u8> {
    let file = progressive();
    let last = file.windows(2).rposition(|pair| pair == [0xFF, 0xDA]).expect("it has scans");
    let (before, scan) = file[..file.len() - 2].split_at(last);
    [before, &scan.repeat(count), &[0xFF, 0xD9]].concat()
}

fn webp_claiming(side: u32) -> Vec<u8> {
    let plain = webp(None);
    let side = (side - 1).to_le_bytes();
    let canvas = [b"VP8X".as_slice(), &10_u32.to_le_bytes(), &[2, 0, 0, 0], &side[..3], &side[..3]].concat();
    let whole = [b"WEBP", canvas.as_slice(), &plain[12..]].concat();
    [b"RIFF".as_slice(), &u32::try_from(whole.len()).expect("it is short").to_le_bytes(), &whole].concat()
}

/// A TIFF with these entries (tag, kind, count, value), ascending, then the place of the next directory, then `rest`.
fn tiff(entries: &[(u16, u16, u32, u32)], next: u32, rest: &[u8]) -> Vec<u8> {
    let mut file = b"II\x2A\0\x08\0\0\0".to_vec();
    file.extend(u16::try_from(entries.len()).expect("they are few").to_le_bytes());
    for (tag, kind, count, value) in entries {
        file.extend([tag.to_le_bytes(), kind.to_le_bytes()].concat());
        file.extend([count.to_le_bytes(), value.to_le_bytes()].concat());
    }
    file.extend(next.to_le_bytes());
    [&file, rest].concat()
}

/// A TIFF of greys whose strips are all the same packed zeros.
fn flat_tiff(width: u32, height: u32, rows: u32) -> Vec<u8> {
    const ENTRIES: u32 = 9;
    let zeros = packed_zeros((u64::from(width) * u64::from(rows)).div_ceil(1 << 20));
    let length = u32::try_from(zeros.len()).expect("zeros are packed");
    let strips = height.div_ceil(rows);
    let data = 8 + 2 + ENTRIES * 12 + 4;
    let (places, lengths) = (data + length, data + length + 4 * strips);
    let table = |value: u32, at: u32| if strips == 1 { value } else { at };
    let entries = [
        (256, 4, 1, width),
        (257, 4, 1, height),
        (258, 3, 1, 8),
        (259, 3, 1, 8),
        (262, 3, 1, 1),
        (273, 4, strips, table(data, places)),
        (277, 3, 1, 1),
        (278, 4, 1, rows),
        (279, 4, strips, table(length, lengths)),
    ];
    let all = |value: u32| value.to_le_bytes().repeat(strips as usize);
    tiff(&entries, 0, &[zeros, all(data), all(length)].concat())
}

/// A HEIC whose tiles, so many in a row and in a column, are all the same one.
fn mosaic(side: u16) -> Vec<u8> {
    let file = include_bytes!("../../src/tests/pictures/corners.heic");
    let file = HeifFile::parse(file).expect("it is whole");
    let config = file.hevc_config(file.primary_id).expect("it is whole").expect("it has one").clone();
    let data = file.item_data(file.primary_id).expect("it is whole");
    let slices = [data[4..].to_vec()];
    let mut writer = HeifWriter::new();
    let tile = writer.add_image(&ImageSpec::new(WIDTH, HEIGHT, config, &slices));
    let tiles = vec![tile; usize::from(side) * usize::from(side)];
    writer.add_grid(side, side, WIDTH * u32::from(side), HEIGHT * u32::from(side), &tiles, None, None);
    writer.finish()
}
