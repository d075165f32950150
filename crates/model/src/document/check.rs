use super::{Content, Document, Node, Page};
use crate::{Finding, Formats, Place, Severity};

impl Document {
    /// What is worth saying of a document before it is laid out, in reading order.
    ///
    /// Codes: `page-empty`, `alt-missing`, `sticker-reserved` (`sticker`), `outline-unknown` (`text`, the first line)
    /// and `too-many-pages` (`format`, `max`, `count`).
    pub fn findings(&self, formats: &Formats) -> Vec<Finding> {
        let pages = self.pages();
        let on_pages = pages.iter().zip(1..).flat_map(|(page, number)| self.page_findings(page, number));
        on_pages.chain(self.page_limits(formats, pages.len())).collect()
    }

    fn page_findings(&self, page: &Page, number: usize) -> Vec<Finding> {
        let place = Place { number: Some(number), page: Some(page.id), ..Place::default() };
        let nodes = self.nodes(page.id);
        if nodes.is_empty() {
            return vec![Finding::new("page-empty", Severity::Review, place)];
        }
        nodes.into_iter().filter_map(|node| node_finding(node, &place)).collect()
    }

    fn page_limits(&self, formats: &Formats, count: usize) -> Vec<Finding> {
        let formats = self.properties().formats.iter().filter_map(|id| formats.get(id));
        let exceeded = formats.filter_map(|format| {
            let max = format.max_pages.filter(|&max| usize::try_from(max).is_ok_and(|max| count > max))?;
            let place = Place { format: Some(format.id.clone()), ..Place::default() };
            let finding = Finding::new("too-many-pages", Severity::Review, place);
            Some(finding.with("format", &format.id).with("max", max).with("count", count))
        });
        exceeded.collect()
    }
}

fn node_finding(node: &Node, page: &Place) -> Option<Finding> {
    let place = Place { node: Some(node.id), ..page.clone() };
    match &node.content {
        Content::Picture { alt, .. } if alt.is_empty() => Some(Finding::new("alt-missing", Severity::Review, place)),
        Content::Sticker { sticker, .. } => {
            Some(Finding::new("sticker-reserved", Severity::Info, place).with("sticker", sticker))
        }
        Content::Unknown { text } => {
            let first = text.lines().next().unwrap_or_default().trim();
            Some(Finding::new("outline-unknown", Severity::Info, place).with("text", first))
        }
        Content::Text { .. } | Content::Link { .. } | Content::Picture { .. } => None,
    }
}
