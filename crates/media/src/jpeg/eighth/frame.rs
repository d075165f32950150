use super::super::anatomy::Anatomy;
use crate::pixels::Pixels;

/// What a frame's header says (T.81, B.2.2), and the means of its blocks.
pub struct Frame {
    /// In pixels, of the whole picture.
    pub width: u32,
    pub height: u32,
    pub progressive: bool,
    pub planes: Vec<Plane>,
    /// The most samples of any plane where the sparsest has one, across and down.
    pub densest: (usize, usize),
    coding: Coding,
}

/// One component.
pub struct Plane {
    pub id: u8,
    /// The samples where the sparsest plane has one, across and down.
    pub density: (usize, usize),
    pub quantisation: usize,
    /// Blocks in a row, those of the last unit included.
    pub columns: usize,
    /// The mean of each block, in steps.
    pub means: Vec<i16>,
    /// Of the plane's first scan.
    pub step: Option<u16>,
}

enum Coding {
    Grey,
    YCbCr,
    Rgb,
}

impl Frame {
    /// The frame of a file; `None` unless it is one that can be read here: Huffman-coded, of 8 bits, grey or of three
    /// colours.
    pub fn of(anatomy: &Anatomy<'_>) -> Option<Self> {
        let mut frames = anatomy.segments().iter().filter(|segment| is_frame(segment.marker()));
        let frame = frames.next()?;
        let (marker, [8, a, b, c, d, count, planes @ ..]) = (frame.marker(), frame.payload()) else { return None };
        let (height, width) = (u16::from_be_bytes([*a, *b]), u16::from_be_bytes([*c, *d]));
        let planes: Vec<_> = planes.as_chunks::<3>().0.iter().map(Plane::of).collect::<Option<_>>()?;
        let readable = frames.next().is_none() && marker <= 0xC2 && width > 0 && height > 0;
        if !readable || planes.len() != usize::from(*count) || !matches!(planes.len(), 1 | 3) {
            return None;
        }
        let densest = |side: fn(&Plane) -> usize| planes.iter().map(side).max().unwrap_or(1);
        let densest = (densest(|plane| plane.density.0), densest(|plane| plane.density.1));
        let coding = coding(&planes, anatomy);
        Some(Self { width: width.into(), height: height.into(), progressive: marker == 0xC2, planes, densest, coding })
    }

    /// Makes room for the means of all blocks.
    pub fn make_room(&mut self) {
        let (across, down) = self.units();
        for plane in &mut self.planes {
            plane.columns = across * plane.density.0;
            plane.means = vec![0; plane.columns * down * plane.density.1];
        }
    }

    /// The units that scans of several planes are coded in, across and down.
    pub fn units(&self) -> (usize, usize) {
        (self.blocks(self.width, self.densest.0), self.blocks(self.height, self.densest.1))
    }

    /// The blocks of a plane that lie in the picture at least in part, across and down.
    pub fn own_blocks(&self, plane: &Plane) -> (usize, usize) {
        let length = |length: u32, density: usize, densest: usize| (length as usize * density).div_ceil(8 * densest);
        (length(self.width, plane.density.0, self.densest.0), length(self.height, plane.density.1, self.densest.1))
    }

    /// The picture, a pixel for each block of 8 × 8; `None` when a plane was in no scan.
    pub fn pixels(&self) -> Option<Pixels> {
        let (width, height) = (self.width.div_ceil(8), self.height.div_ceil(8));
        let planes: Vec<_> =
            self.planes.iter().map(|plane| self.levels(plane, width, height)).collect::<Option<_>>()?;
        let pixels: Vec<[u8; 4]> = match (&self.coding, planes.as_slice()) {
            (Coding::YCbCr, [light, blue, red]) => {
                let colors = light.iter().zip(blue).zip(red);
                colors.map(|((light, blue), red)| rgb(*light, *blue, *red)).collect()
            }
            (Coding::Rgb, [red, green, blue]) => {
                let colors = red.iter().zip(green).zip(blue);
                colors.map(|((red, green), blue)| [*red, *green, *blue, u8::MAX]).collect()
            }
            (_, [grey, ..]) => grey.iter().map(|grey| [*grey, *grey, *grey, u8::MAX]).collect(),
            (_, []) => return None,
        };
        Some(Pixels { width, height, bytes: pixels.into_flattened() })
    }

    fn blocks(&self, length: u32, density: usize) -> usize {
        (length as usize).div_ceil(8 * density)
    }

    /// A plane's levels, one for each pixel of the small picture: the nearest where the plane is sparse.
    fn levels(&self, plane: &Plane, width: u32, height: u32) -> Option<Vec<u8>> {
        let step = i32::from(plane.step?);
        let place = |at: u32, density: usize, densest: usize| at as usize * density / densest;
        let columns: Vec<_> = (0..width).map(|x| place(x, plane.density.0, self.densest.0)).collect();
        let mut levels = Vec::with_capacity(width as usize * height as usize);
        for y in 0..height {
            let row = &plane.means[place(y, plane.density.1, self.densest.1) * plane.columns..];
            levels.extend(columns.iter().map(|column| level(i32::from(row[*column]) * step)));
        }
        Some(levels)
    }
}

impl Plane {
    fn of([id, density, quantisation]: &[u8; 3]) -> Option<Self> {
        let density = (usize::from(density >> 4), usize::from(density & 15));
        let sound = (1..=4).contains(&density.0) && (1..=4).contains(&density.1) && *quantisation < 4;
        let quantisation = usize::from(*quantisation);
        sound.then(|| Self { id: *id, density, quantisation, columns: 0, means: Vec::new(), step: None })
    }
}

fn is_frame(marker: u8) -> bool {
    matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC)
}

/// How colours are coded, told as libjpeg tells it: by JFIF, else by Adobe's marker, else by the planes' names.
fn coding(planes: &[Plane], anatomy: &Anatomy<'_>) -> Coding {
    let named_rgb = planes.iter().map(|plane| plane.id).eq(*b"RGB");
    match (planes.len(), anatomy.is_jfif(), anatomy.adobe_transform()) {
        (1, ..) => Coding::Grey,
        (_, true, _) => Coding::YCbCr,
        (_, false, Some(0)) => Coding::Rgb,
        (_, false, None) if named_rgb => Coding::Rgb,
        _ => Coding::YCbCr,
    }
}

/// The mean level of a block whose first coefficient is eight times that, less 128.
fn level(coefficient: i32) -> u8 {
    (((coefficient + 4) >> 3) + 128).clamp(0, 255) as u8
}

/// JFIF 1.02, "conversion to and from RGB", in 1/65536.
fn rgb(light: u8, blue: u8, red: u8) -> [u8; 4] {
    let (light, blue, red) = (i32::from(light), i32::from(blue) - 128, i32::from(red) - 128);
    let level = |color: i32| (light + ((color + (1 << 15)) >> 16)).clamp(0, 255) as u8;
    [level(91_881 * red), level(-22_554 * blue - 46_802 * red), level(116_130 * blue), u8::MAX]
}
