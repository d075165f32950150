//! Adobe's swatches, built here byte by byte.

use planche_tokens::{FileKind, ReadError, kind, read};

use crate::told::check;

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().chain([0]).flat_map(u16::to_be_bytes).collect()
}

fn ase(blocks: &[(u16, Vec<u8>)]) -> Vec<u8> {
    let mut file = b"ASEF\0\x01\0\0".to_vec();
    file.extend((blocks.len() as u32).to_be_bytes());
    for (kind, content) in blocks {
        file.extend(kind.to_be_bytes());
        file.extend((content.len() as u32).to_be_bytes());
        file.extend(content);
    }
    file
}

fn text(text: &str) -> Vec<u8> {
    let units = utf16(text);
    [((units.len() / 2) as u16).to_be_bytes().to_vec(), units].concat()
}

fn swatch(name: &str, model: &[u8; 4], numbers: &[f32]) -> (u16, Vec<u8>) {
    let numbers = numbers.iter().flat_map(|number| number.to_be_bytes());
    (1, text(name).into_iter().chain(*model).chain(numbers).chain([0, 2]).collect())
}

#[test]
fn every_model_of_ase_is_read() {
    let file = ase(&[
        (0xC001, text("Quai")),
        swatch("Bleu nuit", b"RGB ", &[0.1176, 0.2275, 0.5412]),
        swatch("Cyan", b"CMYK", &[1.0, 0.0, 0.0, 0.0]),
        swatch("Lab", b"LAB ", &[0.263_401_9, 13.764_09, -48.672_04]),
        swatch("Fond", b"Gray", &[1.0]),
        swatch("Odd", b"HSB ", &[1.0, 1.0, 1.0]),
        swatch("Néant", b"RGB ", &[f32::NAN, f32::INFINITY, -9.0]),
        (0xC002, Vec::new()),
        (0x7777, vec![1, 2, 3]),
    ]);
    check(
        &file,
        "= Quai
        #1e3a8a Bleu nuit
        #00ffff Cyan
        #1e3a8a Lab
        #ffffff Fond @ground
        #000000 Néant
        ! inks Cyan
        ! value Odd
        ! gamut Néant",
    );
    for length in 0..file.len() {
        assert_ne!(read(&file[..length]).map(drop), Ok(()), "{length} bytes are a whole file");
    }
}

#[test]
fn both_versions_of_aco_are_read() {
    let colors: [(&str, [u16; 5]); 8] = [
        ("Bleu nuit", [0, 0x1e1e, 0x3a3a, 0x8a8a, 0]),
        ("Teinte", [1, 40858, 42130, 35466, 0]),
        ("Cyan", [2, 0, 65535, 65535, 65535]),
        ("Lab", [7, 2634, 1376, (-4867_i16).cast_unsigned(), 0]),
        ("Encre", [8, 0, 0, 0, 0]),
        ("Large", [9, 0, 10000, 10000, 0]),
        ("Livre", [3, 1, 2, 3, 4]),
        ("", [0, 0, 0, 0, 0]),
    ];
    let numbers = |numbers: [u16; 5]| numbers.into_iter().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
    let first: Vec<u8> = [0, 1, 0, 8].into_iter().chain(colors.iter().flat_map(|(_, color)| numbers(*color))).collect();
    let named = |name: &str| [(name.encode_utf16().count() as u32 + 1).to_be_bytes().to_vec(), utf16(name)].concat();
    let second = colors.iter().flat_map(|(name, color)| [numbers(*color), named(name)].concat());
    let both: Vec<u8> = first.iter().copied().chain([0, 2, 0, 8]).chain(second).collect();
    check(
        &both,
        "#1e3a8a Bleu nuit
        #31488a Teinte
        #00ffff Cyan
        #1e3a8a Lab
        #000000 Encre @ink
        #ff0000 Large
        #000000
        ! inks Cyan
        ! inks Large
        ! book Livre",
    );
    let alone = read(&first).unwrap();
    assert_eq!(alone.colors.len(), 7);
    assert!(alone.colors.iter().all(|swatch| swatch.name.is_empty()));
    assert_eq!(kind(&both[first.len()..]), Some(FileKind::Aco), "version 2 may stand alone");
    assert_eq!(read(&both[..first.len() + 9]), Ok(alone), "names that break off are left");
    assert_eq!(read(&first[..first.len() - 1]), Err(ReadError::Unknown));
}
