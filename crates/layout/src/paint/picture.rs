use kurbo::{BezPath, Rect, RoundedRect, RoundedRectRadii, Shape as _};
use planche_model::{charter::Palette, document::Focus};
use planche_scene::{Group, Image, Item, Picture, Shape};

use crate::boxes::ToScene;

/// The ink's share in the paper that stands where a picture is missing.
const PAPER: f64 = 0.12;

/// A box with rounded corners.
pub(super) fn rounded(area: Rect, radii: [f32; 4]) -> BezPath {
    RoundedRect::from_rect(area, fitting(radii, area)).to_path(0.05)
}

/// The picture that covers `area`, cut to an outline; blank paper when there is none.
pub(super) fn picture(
    area: Rect,
    outline: BezPath,
    image: Option<&Image>,
    focus: Focus,
    palette: &Palette,
) -> Vec<Item> {
    match image {
        None => vec![Item::Shape(Shape::filled(outline, palette.ink.over(PAPER, palette.ground).paint()))],
        Some(image) => {
            let picture = Picture { image: image.clone(), source: covering(image, area, focus), target: area };
            vec![Item::Group(Group::clipped(outline, vec![Item::Picture(picture)]))]
        }
    }
}

/// The part of the image that covers `area`, with the focus as far from its edges as it is from the image's.
pub fn covering(image: &Image, area: Rect, focus: Focus) -> Rect {
    let (width, height) = (f64::from(image.width), f64::from(image.height));
    let scale = (width / area.width()).min(height / area.height());
    let (across, down) = (area.width() * scale, area.height() * scale);
    Rect::from_origin_size(((width - across) * focus.x, (height - down) * focus.y), (across, down))
}

/// The radii, all made smaller together when two of them meet on one side (CSS Backgrounds 3, 4.5).
fn fitting([top_left, top_right, bottom_right, bottom_left]: [f32; 4], area: Rect) -> RoundedRectRadii {
    let ratio = |side: f64, a: f32, b: f32| if a + b > 0.0 { side / f64::from(a + b) } else { 1.0 };
    let scale = ratio(area.width(), top_left, top_right)
        .min(ratio(area.width(), bottom_left, bottom_right))
        .min(ratio(area.height(), top_left, bottom_left))
        .min(ratio(area.height(), top_right, bottom_right))
        .min(1.0);
    let radius = |radius: f32| f64::from(radius) * scale;
    RoundedRectRadii::new(radius(top_left), radius(top_right), radius(bottom_right), radius(bottom_left))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn image(width: u32, height: u32) -> Image {
        let pixels = vec![0; (width * height * 4) as usize].into();
        Image { id: [0; 32], width, height, pixels, opaque: true, encoded: None }
    }

    #[test]
    fn a_picture_covers_its_area_and_keeps_the_focus_in_view() {
        let check = |image: &Image, area: Rect, (x, y): (f64, f64), expected: Rect| {
            let part = covering(image, area, Focus { x, y });
            assert!(
                (part.origin() - expected.origin()).hypot() < 1e-6
                    && (part.size() - expected.size()).to_vec2().hypot() < 1e-6,
                "{part:?}"
            );
        };
        let square = Rect::new(0.0, 0.0, 100.0, 100.0);
        check(&image(400, 200), square, (0.5, 0.5), Rect::new(100.0, 0.0, 300.0, 200.0));
        check(&image(400, 200), square, (0.0, 0.5), Rect::new(0.0, 0.0, 200.0, 200.0));
        check(&image(400, 200), square, (1.0, 0.5), Rect::new(200.0, 0.0, 400.0, 200.0));
        check(&image(200, 400), Rect::new(50.0, 50.0, 150.0, 100.0), (0.5, 1.0), Rect::new(0.0, 300.0, 200.0, 400.0));
    }

    #[test]
    fn radii_shrink_together() {
        let radii = fitting([580.0; 4], Rect::new(0.0, 0.0, 920.0, 920.0));
        assert_eq!(radii.as_single_radius(), Some(460.0));
    }
}
