use std::iter::successors;

use planche_scene::{Affine, BezPath};
use usvg::{ClipPath, FillRule, Node};

use super::{
    Ignored,
    group::{Reader, affine},
    shape, winding,
};

/// The outlines that `clip` and the clips on it allow painting in, all at once; none when there is no clip.
pub fn outlines(reader: &mut Reader, clip: Option<&ClipPath>) -> Vec<BezPath> {
    successors(clip, |clip| clip.clip_path()).map(|clip| outline(reader, clip)).collect()
}

/// The union of the shapes of `clip`, in the space of what it cuts.
fn outline(reader: &mut Reader, clip: &ClipPath) -> BezPath {
    let mut union = BezPath::new();
    collect(reader, clip.root(), affine(clip.transform()), &mut union);
    union
}

fn collect(reader: &mut Reader, group: &usvg::Group, outer: Affine, union: &mut BezPath) {
    let transform = outer * affine(group.transform());
    reader.note_if(group.clip_path().is_some(), Ignored::NestedClip);
    for node in group.children() {
        match node {
            Node::Group(group) => collect(reader, group, transform, union),
            Node::Path(path) if path.is_visible() && reader.reaches(path) => {
                union.extend(transform * part(reader, path));
            }
            Node::Path(_) | Node::Image(_) | Node::Text(_) => {}
        }
    }
}

/// One shape, wound so that overlapping another one cannot cancel it.
fn part(reader: &mut Reader, path: &usvg::Path) -> BezPath {
    let outline = shape::outline(path);
    let even_odd = path.fill().is_some_and(|fill| fill.rule() == FillRule::EvenOdd);
    let outline = if even_odd { winding::non_zero(reader, outline) } else { outline };
    winding::clockwise(outline)
}
