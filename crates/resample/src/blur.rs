/// How many boxes stand for one Gaussian: with three, levels differ by at most 3 % of a step.
const PASSES: u8 = 3;
/// How many bytes across are softened down the picture at once: as many as one register holds.
const STRIP: usize = 16;

/// Softens `rgba`, rows of `width` pixels, by a Gaussian whose standard deviation is `deviation` pixels; beyond its edges
/// the picture goes on with its outermost pixels.
///
/// Channels are softened apart, so colours must be premultiplied by their alpha. The time does not depend on
/// `deviation`, and the result depends on nothing else than the arguments.
///
/// # Panics
/// `rgba` is not made of whole rows.
pub fn blur_rgba(rgba: &mut [u8], width: u32, deviation: f64) {
    blur::<4>(rgba, width as usize, deviation);
}

/// As [`blur_rgba`], for a picture of one channel.
///
/// # Panics
/// `levels` is not made of whole rows.
pub fn blur_levels(levels: &mut [u8], width: u32, deviation: f64) {
    blur::<1>(levels, width as usize, deviation);
}

fn blur<const CHANNELS: usize>(bytes: &mut [u8], width: usize, deviation: f64) {
    let row = width * CHANNELS;
    if bytes.is_empty() || deviation <= 0.0 {
        return;
    }
    assert_eq!(bytes.len() % row, 0, "a picture is made of whole rows");
    let window = Window::new(deviation);
    bytes.chunks_exact_mut(row).for_each(|row| soften_row::<CHANNELS>(row, &window));
    for left in (0..row).step_by(STRIP) {
        soften_strip(bytes, row, left, &window);
    }
}

fn soften_row<const CHANNELS: usize>(row: &mut [u8], window: &Window) {
    let (pixels, _) = row.as_chunks_mut::<CHANNELS>();
    let line = window.soften(pixels.iter().map(|pixel| pixel.map(f32::from)).collect());
    for (pixel, soft) in pixels.iter_mut().zip(line) {
        *pixel = soft.map(rounded);
    }
}

/// Softens downwards the bytes of every row from `left` on, at most [`STRIP`] of them.
fn soften_strip(bytes: &mut [u8], row: usize, left: usize, window: &Window) {
    let across = STRIP.min(row - left);
    let read = |row: &[u8]| {
        let mut lanes = [0.0; STRIP];
        lanes.iter_mut().zip(&row[left..left + across]).for_each(|(lane, byte)| *lane = f32::from(*byte));
        lanes
    };
    let line = window.soften(bytes.chunks_exact(row).map(read).collect());
    for (row, soft) in bytes.chunks_exact_mut(row).zip(line) {
        row[left..left + across].iter_mut().zip(soft).for_each(|(byte, lane)| *byte = rounded(lane));
    }
}

fn rounded(value: f32) -> u8 {
    (value + 0.5) as u8
}

/// A box whose ends count in part, so that any standard deviation is met exactly.
///
/// After P. Gwosdek, S. Grewenig, A. Bruhn and J. Weickert, *Theoretical foundations of Gaussian convolution by extended
/// box filtering*, 2011.
struct Window {
    /// How many elements count in full on each side of the middle.
    reach: isize,
    /// How much the next element on each side counts.
    end: f32,
    /// One over the sum of all weights.
    scale: f32,
}

impl Window {
    fn new(deviation: f64) -> Self {
        let variance = deviation * deviation / f64::from(PASSES);
        let reach = (0.5 * (12.0 * variance + 1.0).sqrt() - 0.5).floor();
        let full = 2.0 * reach + 1.0;
        let end = full * (reach * (reach + 1.0) - 3.0 * variance) / (6.0 * (variance - (reach + 1.0).powi(2)));
        Self { reach: reach as isize, end: end as f32, scale: (1.0 / (full + 2.0 * end)) as f32 }
    }

    fn soften<const LANES: usize>(&self, line: Vec<[f32; LANES]>) -> Vec<[f32; LANES]> {
        let (mut from, mut to) = (line.clone(), line);
        for _ in 0..PASSES {
            self.pass(&from, &mut to);
            std::mem::swap(&mut from, &mut to);
        }
        from
    }

    fn pass<const LANES: usize>(&self, from: &[[f32; LANES]], to: &mut [[f32; LANES]]) {
        let last = from.len() as isize - 1;
        let at = |index: isize| &from[index.clamp(0, last) as usize];
        let mut sum = [0.0_f32; LANES];
        for index in -self.reach..=self.reach {
            let element = at(index);
            (0..LANES).for_each(|lane| sum[lane] += element[lane]);
        }
        for (index, soft) in (0..).zip(to) {
            let (before, first) = (at(index - self.reach - 1), at(index - self.reach));
            let after = at(index + self.reach + 1);
            for lane in 0..LANES {
                soft[lane] = (sum[lane] + self.end * (before[lane] + after[lane])) * self.scale;
                sum[lane] += after[lane] - first[lane];
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The standard deviation and the sum of what one bright point becomes.
    fn spread(deviation: f64) -> (f64, f64) {
        // Farther out there is nothing, and what sums lose to rounding would weigh by the square of its distance.
        let far = (3.0 * deviation).ceil() as i32 + 2;
        let mut line = vec![[0.0_f32]; 2 * far as usize + 1];
        line[far as usize] = [1000.0];
        let soft = Window::new(deviation).soften(line);
        let sum: f64 = soft.iter().map(|[value]| f64::from(*value)).sum();
        let moment: f64 = (-far..=far).zip(&soft).map(|(at, [value])| f64::from(at * at) * f64::from(*value)).sum();
        ((moment / sum).sqrt(), sum)
    }

    #[test]
    fn the_deviation_is_the_one_asked_for() {
        for deviation in [0.3, 0.5, 1.0, 2.0, 2.7, 7.0, 13.9, 40.0] {
            let (measured, sum) = spread(deviation);
            assert!((measured - deviation).abs() < deviation * 1e-3, "{measured} for {deviation}");
            assert!((sum - 1000.0).abs() < 0.1, "{sum} for {deviation}");
        }
    }

    #[test]
    fn an_edge_becomes_the_integral_of_a_gaussian() {
        let mut bytes: Vec<u8> = (0..41).flat_map(|_| (0..41).map(|x| if x < 20 { 0 } else { 200 })).collect();
        blur_levels(&mut bytes, 41, 4.0);
        // 200 times the normal distribution at each pixel's distance from the edge at 19.5, in deviations.
        for (x, expected) in [(11, 3), (15, 26), (19, 90), (20, 110), (24, 174), (28, 197)] {
            assert!(bytes[20 * 41 + x].abs_diff(expected) <= 2, "{} at {x}, not {expected}", bytes[20 * 41 + x]);
        }
    }

    #[test]
    fn a_plain_picture_stays_as_it_is() {
        let plain = [10, 200, 30, 255].repeat(7 * 5);
        let mut soft = plain.clone();
        blur_rgba(&mut soft, 7, 30.0);
        assert_eq!(soft, plain);
    }

    #[test]
    fn across_and_down_are_alike() {
        let mut point = vec![0; 33 * 33];
        point[16 * 33 + 16] = 255;
        let square: Vec<u8> = (0..33 * 33)
            .map(|at| if (at / 33_u32).abs_diff(16) < 6 && (at % 33).abs_diff(16) < 6 { 255 } else { 0 })
            .collect();
        for picture in [point, square] {
            let mut soft = picture;
            blur_levels(&mut soft, 33, 2.5);
            let turned: Vec<u8> = (0..33 * 33).map(|at| soft[at % 33 * 33 + at / 33]).collect();
            let difference = soft.iter().zip(&turned).map(|(one, other)| one.abs_diff(*other)).max();
            // Levels are rounded once between the two directions.
            assert!(difference <= Some(1), "{difference:?}");
        }
    }
}
