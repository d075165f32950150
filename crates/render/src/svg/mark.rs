use planche_scene::Mark;

use super::{Writer, xml::escape};

/// The attributes that tell a screen reader what a group is.
///
/// The words themselves stand on the runs of glyphs: a paragraph may not carry a name of its own.
pub fn attributes(mark: Option<&Mark>) -> String {
    match mark {
        None => String::new(),
        Some(Mark::Heading(level)) => format!(" role=\"heading\" aria-level=\"{level}\""),
        Some(Mark::Paragraph) => " role=\"paragraph\"".to_owned(),
        Some(Mark::Quote) => " role=\"blockquote\"".to_owned(),
        Some(Mark::List) => " role=\"list\"".to_owned(),
        Some(Mark::ListItem) => " role=\"listitem\"".to_owned(),
        Some(Mark::Figure(text)) if !text.is_empty() => format!(" role=\"img\" aria-label=\"{}\"", escape(text)),
        Some(Mark::Figure(_) | Mark::Artifact) => " aria-hidden=\"true\"".to_owned(),
    }
}

impl Writer {
    /// Writes the title of a figure, which viewers show and editors keep.
    pub(super) fn name(&mut self, mark: Option<&Mark>) {
        if let Some(Mark::Figure(text)) = mark
            && !text.is_empty()
        {
            let text = escape(text);
            self.write(format_args!("<title>{text}</title>"));
        }
    }
}
