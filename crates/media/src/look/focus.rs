use super::{color::Oklab, faces::Face, greys};
use crate::pixels::Pixels;

/// The middle of the faces, the large and the sure ones first.
pub fn of_faces(faces: &[Face], pixels: &Pixels) -> Option<(f32, f32)> {
    let mut middle = Centroid::default();
    for face in faces {
        middle.add(face.left + face.side / 2.0, face.top + face.side / 2.0, face.side * face.side * face.score);
    }
    let (x, y) = middle.place()?;
    let within = |at: f32, length: u32| (at / length as f32).clamp(0.0, 1.0);
    Some((within(x, pixels.width), within(y, pixels.height)))
}

/// The middle of what stands out, by edges and by colour, halfway back to the middle of the picture: photographers frame.
pub fn of_details(pixels: &Pixels) -> Option<(f32, f32)> {
    let width = pixels.width as usize;
    let (greys, colors) = (greys(pixels), pixels.bytes.as_chunks::<4>().0);
    let mut middle = Centroid::default();
    for (index, color) in colors.iter().enumerate() {
        let (x, y) = (index % width, index / width);
        let weight = edge(&greys, width, index) + COLOR * saturation(color);
        if weight > NOISE {
            middle.add(x as f32 + 0.5, y as f32 + 0.5, weight);
        }
    }
    let (x, y) = middle.place()?;
    let pulled = |at: f32, length: u32| f32::midpoint(at / length as f32, 0.5);
    Some((pulled(x, pixels.width), pulled(y, pixels.height)))
}

/// What a fully saturated colour weighs, where the edge between black and white weighs 1.
const COLOR: f32 = 0.3;

/// What weighs less is the grain of a plain ground.
const NOISE: f32 = 0.02;

/// How much lighter or darker the next pixels are, right and below.
fn edge(greys: &[u8], width: usize, index: usize) -> f32 {
    let step = |other: Option<&u8>| other.map_or(0, |other| other.abs_diff(greys[index]));
    let right = if index % width + 1 < width { greys.get(index + 1) } else { None };
    f32::from(step(right).max(step(greys.get(index + width)))) / 255.0
}

/// How far from grey, about 1 for the purest colours of a screen.
fn saturation([red, green, blue, _]: &[u8; 4]) -> f32 {
    Oklab::of_srgb([*red, *green, *blue].map(f32::from)).chroma() / PUREST
}

/// The chroma of pure magenta, the greatest in sRGB.
const PUREST: f32 = 0.322;

/// The weighted middle of places.
#[derive(Default)]
struct Centroid {
    x: f64,
    y: f64,
    weight: f64,
}

impl Centroid {
    fn add(&mut self, x: f32, y: f32, weight: f32) {
        let weight = f64::from(weight);
        self.x += f64::from(x) * weight;
        self.y += f64::from(y) * weight;
        self.weight += weight;
    }

    fn place(&self) -> Option<(f32, f32)> {
        (self.weight > 0.0).then(|| ((self.x / self.weight) as f32, (self.y / self.weight) as f32))
    }
}
