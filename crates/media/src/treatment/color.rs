use super::{Duotone, Treatment};

/// How much each channel weighs in a colour's grey (Filter Effects Level 1, `saturate` and `luminanceToAlpha`).
const WEIGHTS: [f32; 3] = [0.2126, 0.7152, 0.0722];

/// Brightness, contrast, saturation and duotone, which look at one pixel at a time.
pub fn adjust(rgba: &mut [u8], treatment: &Treatment) {
    let (pixels, _) = rgba.as_chunks_mut::<4>();
    if treatment.brightness != 1.0 || treatment.contrast != 1.0 {
        let tone = tone(treatment.brightness.max(0.0), treatment.contrast.max(0.0));
        pixels.iter_mut().for_each(|[red, green, blue, _]| {
            [*red, *green, *blue] = [*red, *green, *blue].map(|level| tone[usize::from(level)]);
        });
    }
    if let Some(duotone) = &treatment.duotone {
        let inks = inks(duotone);
        pixels.iter_mut().for_each(|[red, green, blue, _]| {
            [*red, *green, *blue] = inks[usize::from(rounded(grey([*red, *green, *blue])))];
        });
    } else if treatment.saturation != 1.0 {
        let saturation = treatment.saturation.max(0.0);
        pixels.iter_mut().for_each(|[red, green, blue, _]| {
            let grey = grey([*red, *green, *blue]);
            [*red, *green, *blue] =
                [*red, *green, *blue].map(|level| rounded(grey + saturation * (f32::from(level) - grey)));
        });
    }
}

/// What each level becomes.
fn tone(brightness: f32, contrast: f32) -> [u8; 256] {
    let middle = 127.5;
    std::array::from_fn(|level| {
        let bright = (level as f32 * brightness).min(255.0);
        rounded((bright - middle) * contrast + middle)
    })
}

/// What each grey becomes. A colour's grey is the same whatever its saturation, which therefore does not count here.
fn inks(Duotone { dark, light }: &Duotone) -> [[u8; 3]; 256] {
    let mix = |dark: u8, light: u8, share: f32| rounded(f32::from(dark) + (f32::from(light) - f32::from(dark)) * share);
    std::array::from_fn(|grey| std::array::from_fn(|channel| mix(dark[channel], light[channel], grey as f32 / 255.0)))
}

fn grey(color: [u8; 3]) -> f32 {
    color.into_iter().zip(WEIGHTS).map(|(level, weight)| f32::from(level) * weight).sum()
}

/// The nearest level; the cast holds it in range.
fn rounded(level: f32) -> u8 {
    (level + 0.5) as u8
}
