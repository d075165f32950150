use std::ops::Range;

/// Something to put in the place of something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// In bytes; never empty.
    pub range: Range<usize>,
    pub put: String,
    /// What it is about: `space`, `quotes`, `apostrophe`, `ellipsis`, `ligature`, `accent`.
    pub kind: &'static str,
}

impl Edit {
    /// An edit, where it changes anything.
    pub fn new(text: &str, range: Range<usize>, put: String, kind: &'static str) -> Option<Self> {
        (text[range.clone()] != *put).then_some(Self { range, put, kind })
    }
}

/// Makes edits that are in order and do not overlap.
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let mut result = String::with_capacity(text.len() + edits.len());
    let mut at = 0;
    for edit in edits {
        result.push_str(&text[at..edit.range.start]);
        result.push_str(&edit.put);
        at = edit.range.end;
    }
    result + &text[at..]
}
