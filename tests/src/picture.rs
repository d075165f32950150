//! Pictures as pixels, and how much two of them differ.

use std::{
    fs::{self, File},
    io::BufReader,
    path::Path,
};

/// Pixels of three 8-bit channels, row by row from the top left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// In px.
    pub width: usize,
    /// In px.
    pub height: usize,
    /// `width` × `height` of them.
    pub pixels: Vec<[u8; 3]>,
}

/// How far apart two pictures of one size are.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Difference {
    /// The largest difference of a channel, 0 to 255.
    pub channel: u8,
    /// The largest difference between the means of a tile, 0 to 255: what an eye sees, whatever the smoothing of edges.
    pub tile: f64,
}

/// The side of a tile, in px.
const TILE: usize = 8;

impl Picture {
    /// Reads a PNG. Transparent pixels show white, as pages do.
    ///
    /// # Panics
    /// The file is no PNG.
    pub fn read(path: &Path) -> Self {
        let file = File::open(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let mut decoder = png::Decoder::new(BufReader::new(file));
        decoder.set_transformations(png::Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let mut samples = vec![0; reader.output_buffer_size().expect("a test's picture fits the memory")];
        let info = reader.next_frame(&mut samples).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let channels = info.color_type.samples();
        let pixels = samples[..info.buffer_size()].chunks_exact(channels).map(on_white).collect();
        Self { width: info.width as usize, height: info.height as usize, pixels }
    }

    /// Writes a PNG to keep, as small as it gets.
    ///
    /// # Panics
    /// The file cannot be written.
    pub fn write(&self, path: &Path) {
        let filters =
            [png::Filter::NoFilter, png::Filter::Sub, png::Filter::Up, png::Filter::Paeth, png::Filter::Adaptive];
        let files = filters.map(|filter| self.encoded(png::Compression::High, filter));
        save(path, &files.into_iter().min_by_key(Vec::len).expect("there are filters"));
    }

    /// Writes a PNG to look at and throw away.
    ///
    /// # Panics
    /// The file cannot be written.
    pub fn write_fast(&self, path: &Path) {
        save(path, &self.encoded(png::Compression::Fastest, png::Filter::Up));
    }

    fn encoded(&self, compression: png::Compression, filter: png::Filter) -> Vec<u8> {
        let side = |length| u32::try_from(length).expect("a test's picture is small");
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, side(self.width), side(self.height));
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_compression(compression);
        encoder.set_filter(filter);
        let mut writer = encoder.write_header().expect("a picture has an area");
        writer.write_image_data(self.pixels.as_flattened()).expect("memory takes every byte");
        writer.finish().expect("memory takes every byte");
        bytes
    }

    /// Pictures of one height, one beside the other.
    ///
    /// # Panics
    /// There are none, or their heights differ.
    pub fn beside(pictures: &[Self]) -> Self {
        let height = pictures.first().expect("there is a picture").height;
        assert!(pictures.iter().all(|picture| picture.height == height), "pictures stand side by side at one height");
        let rows = (0..height).flat_map(|row| pictures.iter().flat_map(move |picture| picture.row(row)));
        Self { width: pictures.iter().map(|picture| picture.width).sum(), height, pixels: rows.copied().collect() }
    }

    /// The part that begins there.
    ///
    /// # Panics
    /// The part is not inside.
    pub fn part(&self, (x, y): (usize, usize), width: usize, height: usize) -> Self {
        let rows = (y..y + height).flat_map(|row| &self.row(row)[x..x + width]);
        Self { width, height, pixels: rows.copied().collect() }
    }

    /// The same picture, smaller: each pixel is the mean of `factor` × `factor` of them. What is over at the right and
    /// the bottom is cut.
    pub fn shrunk(&self, factor: usize) -> Self {
        let (width, height) = (self.width / factor, self.height / factor);
        let corners = (0..height).flat_map(|y| (0..width).map(move |x| (x * factor, y * factor)));
        let pixels = corners.map(|corner| self.mean(corner, factor, factor).map(|channel| channel.round() as u8));
        Self { width, height, pixels: pixels.collect() }
    }

    /// How far it is from another; `None` when their sizes differ.
    pub fn difference(&self, other: &Self) -> Option<Difference> {
        ((self.width, self.height) == (other.width, other.height)).then(|| Difference {
            channel: self
                .channels()
                .zip(other.channels())
                .map(|(one, two)| one.abs_diff(two))
                .max()
                .unwrap_or_default(),
            tile: self.tiles().zip(other.tiles()).map(farthest).fold(0.0, f64::max),
        })
    }

    /// Where they differ, dark on white; the stronger the darker.
    pub fn difference_map(&self, other: &Self) -> Self {
        let pairs = self.pixels.iter().zip(&other.pixels);
        let pixels =
            pairs.map(|(one, two)| std::array::from_fn(|at| 255 - one[at].abs_diff(two[at]).saturating_mul(4)));
        Self { width: self.width, height: self.height, pixels: pixels.collect() }
    }

    fn row(&self, row: usize) -> &[[u8; 3]] {
        &self.pixels[row * self.width..(row + 1) * self.width]
    }

    fn channels(&self) -> impl Iterator<Item = u8> {
        self.pixels.as_flattened().iter().copied()
    }

    /// The mean of each channel of each tile.
    fn tiles(&self) -> impl Iterator<Item = [f64; 3]> {
        let corners = (0..self.height).step_by(TILE).flat_map(|y| (0..self.width).step_by(TILE).map(move |x| (x, y)));
        corners.map(|(x, y)| self.mean((x, y), TILE.min(self.width - x), TILE.min(self.height - y)))
    }

    /// The mean of each channel of a part.
    fn mean(&self, (x, y): (usize, usize), width: usize, height: usize) -> [f64; 3] {
        let mut totals = [0_u32; 3];
        for row in y..y + height {
            for pixel in &self.row(row)[x..x + width] {
                totals.iter_mut().zip(pixel).for_each(|(total, channel)| *total += u32::from(*channel));
            }
        }
        totals.map(|total| f64::from(total) / (width * height) as f64)
    }
}

fn save(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}

fn farthest((one, two): ([f64; 3], [f64; 3])) -> f64 {
    one.iter().zip(two).map(|(one, two)| (one - two).abs()).fold(0.0, f64::max)
}

fn on_white(samples: &[u8]) -> [u8; 3] {
    let over = |sample: u8, alpha: u8| {
        let mixed = u32::from(sample) * u32::from(alpha) + 255 * (255 - u32::from(alpha));
        u8::try_from(mixed / 255).expect("a mean of bytes is a byte")
    };
    match *samples {
        [grey] => [grey; 3],
        [grey, alpha] => [over(grey, alpha); 3],
        [red, green, blue] => [red, green, blue],
        [red, green, blue, alpha] => [over(red, alpha), over(green, alpha), over(blue, alpha)],
        _ => unreachable!("a PNG has one to four channels"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(side: usize, colour: [u8; 3]) -> Picture {
        Picture { width: side, height: side, pixels: vec![colour; side * side] }
    }

    #[test]
    fn a_picture_does_not_differ_from_itself() {
        let picture = plain(20, [1, 2, 3]);
        assert_eq!(picture.difference(&picture), Some(Difference::default()));
        assert_eq!(picture.difference(&plain(21, [1, 2, 3])), None);
    }

    #[test]
    fn a_lost_word_is_seen_and_an_edge_moved_by_a_fraction_is_not() {
        let ground = plain(16, [255; 3]);
        let mut edge = ground.clone();
        edge.pixels[0] = [0; 3];
        assert_eq!(edge.difference(&ground).map(|difference| difference.channel), Some(255));
        assert!(edge.difference(&ground).unwrap().tile < 4.0);
        let mut word = ground.clone();
        (0..4).for_each(|row| word.pixels[row * 16..row * 16 + 8].fill([0; 3]));
        assert!(word.difference(&ground).unwrap().tile > 100.0);
    }

    #[test]
    fn pictures_are_put_side_by_side_and_taken_apart() {
        let (one, two) = (plain(3, [1; 3]), plain(3, [2; 3]));
        let both = Picture::beside(&[one.clone(), two.clone()]);
        assert_eq!((both.part((0, 0), 3, 3), both.part((3, 0), 3, 3)), (one, two));
    }

    #[test]
    fn a_shrunk_picture_shows_means() {
        let mut picture = plain(4, [0; 3]);
        picture.pixels[0] = [200, 100, 40];
        let shrunk = picture.shrunk(2);
        assert_eq!((shrunk.width, shrunk.height, &shrunk.pixels[..2]), (2, 2, &[[50, 25, 10], [0; 3]][..]));
    }

    #[test]
    fn a_png_is_read_as_it_was_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("picture.png");
        let picture = plain(5, [10, 20, 30]);
        picture.write(&path);
        assert_eq!(Picture::read(&path), picture);
    }
}
