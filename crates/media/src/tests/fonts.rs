//! Typefaces as they ship, and the same damaged on purpose.

use std::path::Path;

use skrifa::{
    FontRef, GlyphId, MetadataProvider,
    instance::Size,
    outline::{DrawSettings, OutlinePen},
    raw::{TableProvider, tables::glyf::Glyph},
};
use write_fonts::{FontBuilder, types::Tag};

use crate::font::{FontError, Rights, read};

/// A bundled font file, unpacked by `npm run fonts`.
fn bundled(name: &str) -> Vec<u8> {
    file(&format!("assets/fonts/files/{name}.ttf"))
}

fn compressed() -> Vec<u8> {
    file("node_modules/@fontsource/karla/files/karla-latin-400-normal.woff2")
}

fn file(path: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)).unwrap()
}

/// The font with some of its tables replaced or added.
fn with_tables(font: &[u8], tables: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let parsed = FontRef::new(font).unwrap();
    let mut builder = FontBuilder::new();
    for record in parsed.table_directory.table_records() {
        let table = parsed.table_data(record.tag()).unwrap().as_bytes();
        builder.add_raw(Tag::new(&record.tag().into_bytes()), table);
    }
    for (tag, table) in tables {
        builder.add_raw(Tag::new(tag), table.clone());
    }
    builder.build()
}

fn word(value: usize) -> [u8; 2] {
    u16::try_from(value).unwrap().to_be_bytes()
}

#[derive(Default)]
struct Points(usize);

impl OutlinePen for Points {
    fn move_to(&mut self, _: f32, _: f32) {
        self.0 += 1;
    }

    fn line_to(&mut self, _: f32, _: f32) {
        self.0 += 1;
    }

    fn quad_to(&mut self, _: f32, _: f32, _: f32, _: f32) {
        self.0 += 1;
    }

    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, _: f32) {
        self.0 += 1;
    }

    fn close(&mut self) {}
}

/// Draws every glyph away from the default of every axis; how many points there are in all.
fn draw_all(font: &[u8]) -> usize {
    draw(font, 1)
}

/// Draws one glyph in `every`.
fn draw(font: &[u8], every: usize) -> usize {
    let font = FontRef::new(font).unwrap();
    let heaviest: Vec<_> = font.axes().iter().map(|axis| (axis.tag(), axis.max_value())).collect();
    let location = font.axes().location(heaviest);
    let outlines = font.outline_glyphs();
    let mut points = Points::default();
    for glyph in (0..font.maxp().unwrap().num_glyphs()).step_by(every) {
        let settings = DrawSettings::unhinted(Size::unscaled(), &location);
        // What a damaged glyph cannot draw, it leaves out.
        outlines.get(GlyphId::from(glyph)).map(|outline| outline.draw(settings, &mut points));
    }
    points.0
}

#[test]
fn what_ships_is_accepted_with_all_its_outlines() {
    for name in ["Karla", "Karla-Italic", "Fraunces", "Archivo", "Inter", "YoungSerif", "BricolageGrotesque"] {
        let bytes = bundled(name);
        let typeface = read(&bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(typeface.rights, Rights::Free, "{name}");
        assert_eq!(draw_all(&typeface.bytes), draw_all(&bytes), "{name}");
    }
}

#[test]
fn a_compressed_font_comes_out_whole() {
    let typeface = read(&compressed()).unwrap();
    assert!(typeface.bytes.starts_with(b"\0\x01\0\0"));
    assert!(draw_all(&typeface.bytes) > 1000);
    assert_eq!(read(&typeface.bytes).unwrap(), typeface, "reading it again changes nothing");
}

#[test]
fn other_files_are_named_for_what_they_are() {
    let check = |bytes: &[u8], expected: FontError| assert_eq!(read(bytes).unwrap_err(), expected);
    check(b"", FontError::Unknown);
    check(b"%PDF-1.7", FontError::Unknown);
    check(b"wOFF\0\x01\0\0", FontError::Container { kind: "a WOFF file of the first version" });
    check(b"ttcf\0\x01\0\0", FontError::Container { kind: "a collection of fonts" });
    check(b"wOF2ttcf", FontError::Container { kind: "a collection of fonts" });
    check(&vec![0; (16 << 20) + 1], FontError::TooLarge { bytes: (16 << 20) + 1, limit: 16 << 20 });
    let emoji = read(&bundled("NotoColorEmoji")).unwrap_err();
    assert!(matches!(emoji, FontError::NoLetters | FontError::Missing { .. }), "{emoji}");
}

#[test]
fn a_cut_font_is_refused() {
    for whole in [bundled("Karla"), compressed()] {
        for sixteenth in 0..16 {
            let cut = &whole[..whole.len() * sixteenth / 16];
            assert!(read(cut).is_err(), "{sixteenth}/16");
        }
    }
}

#[test]
fn tables_lie_inside_the_file_and_once() {
    let font = bundled("Karla");
    let records = usize::from(u16::from_be_bytes([font[4], font[5]]));
    let directory = FontError::Damaged { part: "table directory" };
    for record in 0..records {
        let mut far = font.clone();
        far[12 + record * 16 + 8..12 + record * 16 + 12].fill(0xFF);
        assert_eq!(read(&far).unwrap_err(), directory);
        let mut long = font.clone();
        long[12 + record * 16 + 12..12 + record * 16 + 16].fill(0xFF);
        assert_eq!(read(&long).unwrap_err(), directory);
    }
    let mut twice = font.clone();
    let first = (0..records).find(|record| &font[12 + record * 16..16 + record * 16] == b"head").unwrap();
    let tag = 12 + (first + 1) * 16;
    twice[tag..tag + 4].copy_from_slice(b"head");
    assert_eq!(read(&twice).unwrap_err(), directory);
    let mut many = font;
    many[4..6].fill(0xFF);
    assert_eq!(read(&many).unwrap_err(), FontError::TooComplex { what: "tables", limit: 64 });
}

/// A font of these glyphs: `None` is a triangle, a list is made of the glyphs it names.
fn made_of(glyphs: &[Option<Vec<usize>>]) -> Vec<u8> {
    let triangle: Vec<u8> = [&word(1)[..], &[0; 8], &word(2), &word(0), &[1, 1, 1], &[0; 12]].concat();
    let (mut glyf, mut loca) = (Vec::new(), vec![0; 4]);
    for glyph in glyphs {
        match glyph {
            None => glyf.extend(&triangle),
            Some(components) => {
                glyf.extend([&[0xFF, 0xFF][..], &[0; 8]].concat());
                for (at, component) in components.iter().enumerate() {
                    let more: u16 = if at + 1 < components.len() { 0x22 } else { 0x02 };
                    glyf.extend([&more.to_be_bytes()[..], &word(*component), &[0, 0]].concat());
                }
            }
        }
        glyf.resize(glyf.len().next_multiple_of(4), 0);
        loca.extend(u32::try_from(glyf.len()).unwrap().to_be_bytes());
    }
    let font = bundled("YoungSerif");
    let parsed = FontRef::new(&font).unwrap();
    let table = |tag: &[u8; 4]| parsed.table_data(skrifa::Tag::new(tag)).unwrap().as_bytes().to_vec();
    let (mut head, mut maxp) = (table(b"head"), table(b"maxp"));
    head[50..52].copy_from_slice(&word(1));
    maxp[4..6].copy_from_slice(&word(glyphs.len()));
    with_tables(&font, &[(b"glyf", glyf), (b"loca", loca), (b"head", head), (b"maxp", maxp)])
}

#[test]
fn glyphs_within_glyphs_end() {
    let check = |glyphs: &[Option<Vec<usize>>], expected: Result<(), FontError>| {
        assert_eq!(read(&made_of(glyphs)).map(drop), expected);
    };
    let chain = |length: usize, times: usize| {
        let links = (0..length).map(|below| Some(vec![below; times]));
        std::iter::once(None).chain(links).collect::<Vec<_>>()
    };
    let points = FontError::TooComplex { what: "points of one glyph", limit: 65_536 };
    check(&chain(7, 1), Ok(()));
    check(&chain(8, 1), Err(FontError::TooComplex { what: "glyphs within glyphs", limit: 8 }));
    check(&chain(7, 8), Err(points.clone()));
    check(&chain(2, 4000), Err(points));
    check(&[None, Some(vec![0, 1])], Err(FontError::Loop { glyph: 1 }));
    check(&[Some(vec![1]), Some(vec![2]), Some(vec![0])], Err(FontError::Loop { glyph: 0 }));
    check(&[None, Some(vec![7])], Err(FontError::Damaged { part: "glyf" }));
}

#[test]
fn a_glyph_has_no_points_without_a_contour() {
    let check = |rest: u8, expected: Result<(), FontError>| {
        let glyf = [vec![0; 12], vec![rest; usize::from(rest) * 20]].concat();
        let loca = [[0; 4], u32::try_from(glyf.len()).unwrap().to_be_bytes()].concat();
        assert_eq!(read(&with_tables(&made_of(&[None]), &[(b"glyf", glyf), (b"loca", loca)])).map(drop), expected);
    };
    check(0, Ok(()));
    check(1, Err(FontError::Damaged { part: "glyf" }));
}

#[test]
fn a_glyph_that_names_itself_is_found_in_a_real_font() {
    let mut font = bundled("Karla");
    let (glyph, at) = first_composite(&font);
    font[at..at + 2].copy_from_slice(&u16::try_from(glyph).unwrap().to_be_bytes());
    assert_eq!(read(&font).unwrap_err(), FontError::Loop { glyph });
}

/// The first glyph made of others, and where in the file it names the first of them.
fn first_composite(bytes: &[u8]) -> (u32, usize) {
    let font = FontRef::new(bytes).unwrap();
    let (glyf, loca) = (font.glyf().unwrap(), font.loca(None).unwrap());
    let is_composite =
        |glyph: &u32| matches!(loca.get_glyf(GlyphId::new(*glyph), &glyf), Ok(Some(Glyph::Composite(_))));
    let glyph = (0..u32::from(font.maxp().unwrap().num_glyphs())).find(is_composite).unwrap();
    let record = font.table_directory.table_records().iter().find(|record| record.tag() == "glyf").unwrap();
    // A glyph begins with five words; a component with its flags.
    (glyph, record.offset() as usize + loca.get_raw(glyph as usize).unwrap() as usize + 12)
}

#[test]
fn a_store_of_variations_has_an_end() {
    let font = bundled("Karla");
    let axes = FontRef::new(&font).unwrap().axes().len();
    let store = |regions: usize, axes: usize| {
        let list = [&word(axes)[..], &word(regions), &vec![0; axes * regions * 6]].concat();
        let header = [&[0, 1, 0, 0, 0, 0, 0, 20][..], &[0; 12], &[0, 1, 0, 0, 0, 8, 0, 0]].concat();
        with_tables(&font, &[(b"HVAR", [header, list].concat())])
    };
    assert!(read(&store(4096, axes)).is_ok());
    let many = FontError::TooComplex { what: "regions of variation", limit: 4096 };
    assert_eq!(read(&store(4097, axes)).unwrap_err(), many);
    assert_eq!(read(&store(1, axes + 1)).unwrap_err(), FontError::Damaged { part: "HVAR" });
    assert_eq!(
        read(&with_tables(&font, &[(b"HVAR", vec![0xFF; 40])])).unwrap_err(),
        FontError::Damaged { part: "HVAR" }
    );
}

#[test]
fn a_glyph_is_not_moved_by_thousands_of_variations() {
    let variable = bundled("Karla");
    let parsed = FontRef::new(&variable).unwrap();
    let fvar = parsed.table_data(skrifa::Tag::new(b"fvar")).unwrap().as_bytes().to_vec();
    let check = |parts: usize, variations: usize, expected: Result<(), FontError>| {
        // Two glyphs, one axis, long offsets: the second glyph has eight bytes, of which the first two are the count.
        let header = [word(1), word(0), word(1), word(0), word(0), word(32), word(2), word(1), word(0), word(32)];
        let offsets = [0_u32, 0, 8].map(u32::to_be_bytes).concat();
        let gvar = [header.concat(), offsets, [word(variations), word(4), word(0), word(0)].concat()].concat();
        let font = made_of(&[None, Some(vec![0; parts])]);
        assert_eq!(read(&with_tables(&font, &[(b"fvar", fvar.clone()), (b"gvar", gvar)])).map(drop), expected);
    };
    let much = FontError::TooComplex { what: "points of one glyph times its variations", limit: 4 << 20 };
    check(1000, 4095, Ok(()));
    check(1100, 4095, Err(much));
    check(1100, 1000, Ok(()));
}

#[test]
fn a_lying_woff2_sets_nothing_aside() {
    let honest = compressed();
    let mut total = honest.clone();
    total[16..20].copy_from_slice(&u32::MAX.to_be_bytes());
    assert_eq!(read(&total).unwrap_err(), FontError::TooLarge { bytes: u32::MAX as usize, limit: 32 << 20 });
    let mut length = honest.clone();
    length[8..12].copy_from_slice(&u32::MAX.to_be_bytes());
    assert_eq!(read(&length).unwrap_err(), FontError::Compressed);
    let mut data = honest.clone();
    data[20..24].copy_from_slice(&u32::MAX.to_be_bytes());
    assert_eq!(read(&data).unwrap_err(), FontError::Compressed);
    assert_eq!(read(&bomb(100 << 20, 100)).unwrap_err(), FontError::Compressed);
    assert_eq!(read(&bomb(33 << 20, 400 << 10)).unwrap_err(), FontError::TooLarge { bytes: 33 << 20, limit: 32 << 20 });
}

/// A WOFF2 file whose one table announces so many bytes, in so many compressed ones.
fn bomb(announced: u32, compressed: usize) -> Vec<u8> {
    let mut directory = vec![0x3F];
    directory.extend(b"bomb");
    let groups = (0..5).rev().map(|group| (announced >> (7 * group)) as u8 & 0x7F);
    let mut groups: Vec<u8> = groups.skip_while(|group| *group == 0).collect();
    let last = groups.len() - 1;
    groups[..last].iter_mut().for_each(|group| *group |= 0x80);
    directory.extend(groups);
    let size = (48 + directory.len() + compressed).next_multiple_of(4);
    let mut file = [&b"wOF2\0\x01\0\0"[..], &u32::try_from(size).unwrap().to_be_bytes(), &word(1), &[0, 0]].concat();
    file.extend(1000_u32.to_be_bytes());
    file.extend(u32::try_from(compressed).unwrap().to_be_bytes());
    file.resize(48, 0);
    file.extend(directory);
    file.resize(size, 0);
    file
}

/// A `CFF ` table of two glyphs that both run `charstring`, with these subroutines.
fn postscript(charstring: &[u8], subroutines: &[Vec<u8>]) -> Vec<u8> {
    let index = |items: &[Vec<u8>]| {
        let mut index = word(items.len()).to_vec();
        if items.is_empty() {
            return index;
        }
        index.push(4);
        let mut offset = 1_u32;
        for item in items {
            index.extend(offset.to_be_bytes());
            offset += u32::try_from(item.len()).unwrap();
        }
        index.extend(offset.to_be_bytes());
        items.iter().for_each(|item| index.extend(item));
        index
    };
    let number = |value: usize| [&[29][..], &i32::try_from(value).unwrap().to_be_bytes()].concat();
    let top = |charstrings: usize, private: usize| {
        [number(charstrings), vec![17], number(6), number(private), vec![18]].concat()
    };
    let names = index(&[b"Made".to_vec()]);
    let length = 4 + names.len() + index(&[top(0, 0)]).len() + 2 + 2;
    let glyphs = index(&[charstring.to_vec(), charstring.to_vec()]);
    let private = [number(6), vec![19]].concat();
    let parts = [
        vec![1, 0, 4, 4],
        names,
        index(&[top(length, length + glyphs.len())]),
        index(&[]),
        index(&[]),
        glyphs,
        private,
        index(subroutines),
    ];
    parts.concat()
}

fn postscript_font(charstring: &[u8], subroutines: &[Vec<u8>]) -> Vec<u8> {
    let maxp = [&0x5000_u32.to_be_bytes()[..], &word(2)].concat();
    let tables = [(b"CFF ", postscript(charstring, subroutines)), (b"maxp", maxp)];
    let mut font = with_tables(&bundled("YoungSerif"), &tables);
    // Under another name nobody finds the TrueType outlines.
    for record in font[12..12 + 16 * 40].chunks_exact_mut(16) {
        if record.starts_with(b"glyf") {
            record[..4].copy_from_slice(b"gone");
        }
    }
    font
}

#[test]
fn postscript_outlines_end() {
    let check = |charstring: &[u8], subroutines: &[Vec<u8>], expected: Result<(), FontError>| {
        assert_eq!(read(&postscript_font(charstring, subroutines)).map(drop), expected);
    };
    // 239 is 100, 32 is -107: the first subroutine, by the bias of fewer than 1240.
    let square = [239, 239, 21, 239, 139, 5, 139, 239, 5, 14];
    check(&square, &[], Ok(()));
    check(&[32, 10, 14], &[vec![239, 22, 11]], Ok(()));
    // Two stems, then a mask of one byte which would be a call if it were an operator.
    check(&[140, 140, 1, 140, 140, 23, 19, 10, 239, 22, 14], &[], Ok(()));
    check(&[32, 10, 14], &[], Err(FontError::Damaged { part: "CFF" }));
    check(&[239, 16], &[], Err(FontError::Damaged { part: "CFF" }));
    check(&[28, 0], &[], Err(FontError::Damaged { part: "CFF" }));
    let deep = FontError::TooComplex { what: "subroutines within subroutines", limit: 10 };
    check(&[32, 10, 14], &[vec![32, 10, 11]], Err(deep));
    let levels: Vec<Vec<u8>> = (0..9_u8).map(|below| [33 + below, 10].repeat(30)).chain([vec![11]]).collect();
    let long = FontError::TooComplex { what: "operators of one glyph", limit: 100_000 };
    check(&[32, 10, 14], &levels, Err(long));
}

#[test]
fn a_font_has_as_many_glyphs_as_it_says() {
    let font = postscript_font(&[14], &[]);
    let maxp = FontRef::new(&font).unwrap().table_data(skrifa::Tag::new(b"maxp")).unwrap().as_bytes().to_vec();
    let check = |count: usize, expected: Result<(), FontError>| {
        let maxp = [&maxp[..4], &word(count), &maxp[6..]].concat();
        assert_eq!(read(&with_tables(&font, &[(b"maxp", maxp)])).map(drop), expected);
    };
    check(2, Ok(()));
    check(3, Err(FontError::Damaged { part: "outlines" }));
}

#[test]
fn a_font_has_an_outline_for_each_glyph() {
    let check = |font: &[u8]| assert_eq!(read(font).map(drop), Err(FontError::Damaged { part: "outlines" }));
    check(include_bytes!("../../../../tests/fuzz/seeds/typeface/hollow"));
    // Drawn where its axes begin and end, and not past what they are bent to.
    check(include_bytes!("../../../../tests/fuzz/seeds/typeface/bent"));
}

/// Bytes that look drawn by lot and are the same on every run (Knuth's constants for a linear generator).
struct Lot(u64);

impl Lot {
    fn draw(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % below
    }
}

/// Changes one byte, again and again; what is still accepted is drawn. `tests/fuzz` goes further.
fn flip(font: &[u8]) {
    let mut lot = Lot(7);
    for _ in 0..250 {
        let mut bytes = font.to_vec();
        let at = lot.draw(bytes.len());
        bytes[at] ^= 1 + u8::try_from(lot.draw(255)).unwrap();
        if let Ok(typeface) = read(&bytes) {
            draw(&typeface.bytes, 7);
        }
    }
}

#[test]
fn no_flipped_byte_stops_the_reader_of_a_static_font() {
    flip(&bundled("YoungSerif-ext"));
}

#[test]
fn no_flipped_byte_stops_the_reader_of_a_variable_font() {
    flip(&bundled("Karla"));
}

#[test]
fn no_flipped_byte_stops_the_decoder_of_woff2() {
    flip(&compressed());
}

#[test]
fn no_flipped_byte_stops_the_reader_of_postscript_outlines() {
    let levels: Vec<Vec<u8>> = (0..4_u8).map(|below| [33 + below, 10].repeat(3)).chain([vec![239, 22, 11]]).collect();
    let table = postscript(&[140, 140, 1, 19, 10, 32, 10, 239, 139, 5, 14], &levels);
    let font = postscript_font(&[14], &[]);
    let mut lot = Lot(11);
    for _ in 0..250 {
        let mut table = table.clone();
        let at = lot.draw(table.len());
        table[at] ^= 1 + u8::try_from(lot.draw(255)).unwrap();
        if let Ok(typeface) = read(&with_tables(&font, &[(b"CFF ", table)])) {
            draw_all(&typeface.bytes);
        }
    }
}
