use super::color::Oklab;
use crate::pixels::Pixels;

/// A colour of a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Swatch {
    /// sRGB.
    pub color: [u8; 3],
    /// The part of the picture that has about this colour, from 0 to 1.
    pub share: f32,
}

/// The most frequent colours, five at most, each unlike the others.
pub fn of(pixels: &Pixels) -> Vec<Swatch> {
    let mut heaps: Vec<Heap> = Vec::new();
    for bin in bins(pixels) {
        match heaps.iter_mut().find(|heap| heap.tone.distance(bin.tone) < ALIKE) {
            Some(heap) => heap.add(&bin),
            None => heaps.push(bin),
        }
    }
    // Stable: of two as frequent, the one that was found first.
    heaps.sort_by_key(|heap| std::cmp::Reverse(heap.count));
    let all = (pixels.width as usize * pixels.height as usize) as f32;
    heaps.iter().take(MOST).map(|heap| Swatch { color: heap.color(), share: heap.count as f32 / all }).collect()
}

const MOST: usize = 5;

/// How near two colours are one to the eye, in OKLab: a fifth of the way from black to mid grey.
const ALIKE: f32 = 0.12;

/// Pixels of about one colour.
#[derive(Clone, Copy, Default)]
struct Heap {
    sums: [u64; 3],
    count: u64,
    tone: Oklab,
}

impl Heap {
    fn add(&mut self, other: &Self) {
        self.sums = [0, 1, 2].map(|index| self.sums[index] + other.sums[index]);
        self.count += other.count;
        self.tone = self.tone();
    }

    fn tone(&self) -> Oklab {
        Oklab::of_srgb(self.sums.map(|sum| sum as f32 / self.count as f32))
    }

    fn color(&self) -> [u8; 3] {
        self.sums.map(|sum| ((sum + self.count / 2) / self.count) as u8)
    }
}

/// Pixels that are not mostly clear, by the four high bits of their levels, the largest heap first.
fn bins(pixels: &Pixels) -> Vec<Heap> {
    let mut bins = vec![Heap::default(); 1 << 12];
    for [red, green, blue, alpha] in pixels.bytes.as_chunks::<4>().0 {
        if *alpha >= 128 {
            let levels = [*red, *green, *blue];
            let bin = &mut bins[levels.iter().fold(0, |index, level| index << 4 | usize::from(level >> 4))];
            bin.sums = [0, 1, 2].map(|index| bin.sums[index] + u64::from(levels[index]));
            bin.count += 1;
        }
    }
    bins.retain(|bin| bin.count > 0);
    bins.iter_mut().for_each(|bin| bin.tone = bin.tone());
    bins.sort_by_key(|bin| std::cmp::Reverse(bin.count));
    bins
}
