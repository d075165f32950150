//! Ways to damage a file; the same number always damages the same file in the same way.

use fastrand::Rng;
use flate2::Crc;

use crate::seeds::Seed;

/// Numbers at which programs trip.
const EDGES: [u32; 12] =
    [0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFF0, u32::MAX];

/// Damages a file, maybe with what is in another.
type Damage = fn(&mut Rng, &mut Vec<u8>, &[u8]);

/// The damaged file of a number, and what was done to which.
pub fn damaged(seeds: &[Seed], number: usize) -> (String, Vec<u8>) {
    let mut random = Rng::with_seed(number as u64);
    let (name, whole) = &seeds[number % seeds.len()];
    let mut file = whole.clone();
    let kinds: [(&str, Damage); 7] = [
        ("cut", |random, file, _| file.truncate(random.usize(..=file.len()))),
        ("bits turned", |random, file, _| turn_bits(random, file)),
        ("bytes changed", |random, file, _| change_bytes(random, file)),
        ("a number changed", |random, file, _| change_number(random, file)),
        ("a stretch lost", |random, file, _| lose(random, file)),
        ("a stretch twice", |random, file, _| repeat(random, file)),
        ("the end of another", splice),
    ];
    let other = &seeds[random.usize(..seeds.len())].1;
    let times = if random.u8(..4) > 0 { 1 } else { random.usize(2..5) };
    let done: Vec<&str> = (0..times)
        .map(|_| {
            let (kind, damage) = kinds[random.usize(..kinds.len())];
            damage(&mut random, &mut file, other);
            kind
        })
        .collect();
    if random.bool() {
        mend_checksums(&mut file);
    }
    (format!("{number}: {name}, {}", done.join(", ")), file)
}

fn turn_bits(random: &mut Rng, file: &mut [u8]) {
    for _ in 0..random.usize(1..4) {
        if let Some(byte) = place(random, file).and_then(|at| file.get_mut(at)) {
            *byte ^= 1 << random.u8(..8);
        }
    }
}

fn change_bytes(random: &mut Rng, file: &mut [u8]) {
    let Some(at) = place(random, file) else { return };
    let end = (at + random.usize(1..32)).min(file.len());
    file[at..end].iter_mut().for_each(|byte| *byte = random.u8(..));
}

/// Two or four bytes become a number at which programs trip, in either order.
fn change_number(random: &mut Rng, file: &mut [u8]) {
    let Some(at) = place(random, file) else { return };
    let number = EDGES[random.usize(..EDGES.len())];
    let bytes = if random.bool() { number.to_be_bytes() } else { number.to_le_bytes() };
    let bytes = if random.bool() { &bytes[..] } else { &bytes[..2] };
    file.iter_mut().skip(at).zip(bytes).for_each(|(byte, new)| *byte = *new);
}

fn lose(random: &mut Rng, file: &mut Vec<u8>) {
    let Some(at) = place(random, file) else { return };
    let end = (at + random.usize(1..200)).min(file.len());
    file.drain(at..end);
}

fn repeat(random: &mut Rng, file: &mut Vec<u8>) {
    let Some(at) = place(random, file) else { return };
    let end = (at + random.usize(1..200)).min(file.len());
    let stretch = file[at..end].repeat(random.usize(1..40));
    file.splice(end..end, stretch);
}

fn splice(random: &mut Rng, file: &mut Vec<u8>, other: &[u8]) {
    let Some(at) = place(random, file) else { return };
    file.truncate(at);
    file.extend(&other[at.min(other.len())..]);
}

/// Makes the checksums of a PNG's chunks right again, so that what is in them is read.
fn mend_checksums(file: &mut [u8]) {
    let mut rest = if file.starts_with(b"\x89PNG") { file.get_mut(8..).unwrap_or_default() } else { &mut [] };
    while let Some((length, after)) = rest.split_first_chunk_mut::<4>() {
        let length = u32::from_be_bytes(*length) as usize;
        let Some((named, after)) = after.split_at_mut_checked(length.saturating_add(4)) else { return };
        let Some((checksum, after)) = after.split_first_chunk_mut::<4>() else { return };
        let mut right = Crc::new();
        right.update(named);
        *checksum = right.sum().to_be_bytes();
        rest = after;
    }
}

/// Anywhere, half of the times near the beginning: headers are short, and say most.
fn place(random: &mut Rng, file: &[u8]) -> Option<usize> {
    let length = if random.bool() { file.len().min(200) } else { file.len() };
    (length > 0).then(|| random.usize(..length))
}
