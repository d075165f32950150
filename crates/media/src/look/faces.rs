use std::{io::Cursor, sync::OnceLock};

use rustface::{ImageData, Model, create_detector_with_model, read_model};

use super::greys;
use crate::pixels::Pixels;

/// Where a face is, in pixels, and how sure that is.
pub struct Face {
    pub left: f32,
    pub top: f32,
    pub side: f32,
    /// Above [`LEAST_SCORE`].
    pub score: f32,
}

/// Faces seen from the front.
pub fn find(pixels: &Pixels) -> Vec<Face> {
    if pixels.width.min(pixels.height) < LEAST_SIDE {
        return Vec::new();
    }
    let mut detector = create_detector_with_model(model().clone());
    detector.set_min_face_size(LEAST_FACE);
    detector.set_score_thresh(LEAST_SCORE);
    detector.set_pyramid_scale_factor(0.8);
    detector.set_slide_window_step(4, 4);
    let found = detector.detect(&ImageData::new(&greys(pixels), pixels.width, pixels.height));
    let face = |face: &rustface::FaceInfo| Face {
        left: face.bbox().x() as f32,
        top: face.bbox().y() as f32,
        side: face.bbox().width() as f32,
        score: face.score() as f32,
    };
    found.iter().map(face).collect()
}

/// The least side of a face, in pixels of the small picture. At this and [`LEAST_SCORE`], 54 photographs gave 8 faces, all
/// of them real.
const LEAST_FACE: u32 = 24;
const LEAST_SCORE: f64 = 2.0;

/// The least side of a picture that the detector's window of 40 pixels moves in.
const LEAST_SIDE: u32 = 48;

fn model() -> &'static Model {
    static MODEL: OnceLock<Model> = OnceLock::new();
    MODEL.get_or_init(|| read_model(Cursor::new(SEETA)).expect("the model is the one that is shipped"))
}

const SEETA: &[u8] = include_bytes!("model/seeta_fd_frontal_v1.0.bin");
