use planche_resample::{Part, Source, blur_rgba, resample};

/// The least standard deviation, in pixels, of what is blurred. A softer picture is blurred with half as many pixels each
/// way: enlarged again, they are within a level of what all of them give.
const FINE: f64 = 4.0;

/// Blurs by a Gaussian whose standard deviation is `share` of the short side.
pub fn soften(rgba: &mut [u8], width: u32, share: f32) {
    let height = (rgba.len() / 4 / width as usize) as u32;
    let deviation = f64::from(share) * f64::from(width.min(height));
    if deviation <= 0.0 {
        return;
    }
    multiply(rgba);
    let step = (deviation / FINE).log2().floor().exp2().max(1.0);
    if step > 1.0 {
        soften_smaller(rgba, (width, height), step, deviation);
    } else {
        blur_rgba(rgba, width, deviation);
    }
    divide(rgba);
}

/// Blurs at one pixel in `step` each way: as soft to look at, in a fraction of the time.
fn soften_smaller(rgba: &mut [u8], (width, height): (u32, u32), step: f64, deviation: f64) {
    let fewer = |side: u32| (f64::from(side) / step).ceil().max(1.0) as u32;
    let (across, down) = (fewer(width), fewer(height));
    let mut small = resized(rgba, (width, height), (across, down));
    blur_rgba(&mut small, across, deviation * f64::from(across) / f64::from(width));
    rgba.copy_from_slice(&resized(&small, (across, down), (width, height)));
}

fn resized(rgba: &[u8], (width, height): (u32, u32), (across, down): (u32, u32)) -> Vec<u8> {
    let whole = Part { left: 0.0, top: 0.0, width: f64::from(width), height: f64::from(height) };
    let source = Source { width, height, bytes: rgba, alpha: false };
    resample(source, whole, across, down).expect("the whole of well-formed pixels is asked for")
}

/// Makes colours count as much as there is of them.
fn multiply(rgba: &mut [u8]) {
    for [red, green, blue, alpha] in rgba.as_chunks_mut::<4>().0 {
        if *alpha < u8::MAX {
            for level in [red, green, blue] {
                *level = ((u32::from(*level) * u32::from(*alpha) + 127) / 255) as u8;
            }
        }
    }
}

fn divide(rgba: &mut [u8]) {
    for [red, green, blue, alpha] in rgba.as_chunks_mut::<4>().0 {
        if *alpha < u8::MAX && *alpha > 0 {
            let half = u32::from(*alpha) / 2;
            for level in [red, green, blue] {
                *level = ((u32::from(*level) * 255 + half) / u32::from(*alpha)).min(255) as u8;
            }
        }
    }
}
