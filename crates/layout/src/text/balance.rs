/// The narrowest width in u that breaks the text into no more lines than `width` does: the lines come out even.
pub(super) fn balanced_width(lines: &mut parley::Layout<()>, width: f32) -> f32 {
    let mut count = |width: f32| {
        lines.break_all_lines(Some(width));
        lines.len()
    };
    let wanted = count(width);
    let (mut low, mut high) = (width / wanted as f32 * 0.5, width);
    // Under a tenth of a unit no one sees the difference.
    while high - low > 0.1 {
        let middle = (low + high) / 2.0;
        if count(middle) <= wanted { high = middle } else { low = middle }
    }
    high
}
