use std::collections::BTreeMap;

/// The mark of a code fence and how often it stands there, when a line opens one.
pub(super) fn open(line: &str) -> Option<Fence> {
    let mark = line.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
    let length = line.chars().take_while(|letter| *letter == mark).count();
    let is_code = mark == '`' && line[length..].contains('`');
    (length >= 3 && !is_code).then_some(Fence { mark, length })
}

/// A run of marks that opens or closes code.
#[derive(Clone, Copy)]
pub(super) struct Fence {
    mark: char,
    length: usize,
}

/// The line that closes each code fence, by the line that opens it: the nearest one below of nothing but as many of its
/// marks, or more. Lines are looked at once, from the last: looking below each fence would take the square of them.
pub(super) fn closings(lines: &[&str]) -> BTreeMap<usize, usize> {
    let mut closings = BTreeMap::new();
    let mut below = [Below::default(), Below::default()];
    for (at, line) in lines.iter().enumerate().rev().map(|(at, line)| (at, line.trim())) {
        let Some(fence) = open(line) else { continue };
        let below = &mut below[usize::from(fence.mark == '~')];
        closings.extend(below.nearest(fence.length).map(|close| (at, close)));
        if line.len() == fence.length {
            below.push(fence.length, at);
        }
    }
    closings
}

/// The lines of one mark alone below a line, each longer than all those above it: the others close nothing any more.
#[derive(Default)]
struct Below(Vec<(usize, usize)>);

impl Below {
    fn push(&mut self, length: usize, at: usize) {
        let longer = self.0.partition_point(|(other, _)| *other > length);
        self.0.truncate(longer);
        self.0.push((length, at));
    }

    /// The nearest line of that length or more.
    fn nearest(&self, length: usize) -> Option<usize> {
        let enough = self.0.partition_point(|(other, _)| *other >= length);
        Some(self.0.get(enough.checked_sub(1)?)?.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fence_is_closed_by_the_nearest_line_of_its_marks() {
        let check = |lines: &[&str], expected: &[(usize, usize)]| {
            assert_eq!(closings(lines).into_iter().collect::<Vec<_>>(), expected, "{lines:?}");
        };
        check(&["```", "a", "```"], &[(0, 2)]);
        check(&["```", "~~~", "```a", "  ```", "~~~~"], &[(0, 3), (1, 4), (2, 3)]);
        check(&["````", "```", "`````", "````"], &[(0, 2), (1, 2)]);
        check(&["~~~~", "~~~", "~~~~"], &[(0, 2), (1, 2)]);
        check(&["```", "``", "`` `", "```a"], &[]);
    }
}
