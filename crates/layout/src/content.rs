use planche_model::{
    Content, Document, Layout, PageId, Position,
    document::{Focus, Role},
};

/// What a page has to say, by the part each piece plays.
#[derive(Clone, Debug)]
pub(crate) struct PageContent<'a> {
    pub layout: Layout,
    pub title: Option<&'a str>,
    pub kicker: Option<&'a str>,
    pub paragraphs: Vec<&'a str>,
    pub quote: Option<&'a str>,
    pub attribution: Option<&'a str>,
    pub items: Vec<&'a str>,
    pub link: Option<Link<'a>>,
    pub picture: Option<Picture<'a>>,
    /// From 1.
    pub number: usize,
    pub total: usize,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Link<'a> {
    pub label: &'a str,
    pub address: &'a str,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Picture<'a> {
    pub source: &'a str,
    pub alt: &'a str,
    pub focus: Focus,
}

/// The most items of a page that are looked at: a story has no room for half as many, so the page says that they
/// overflow.
const MOST_ITEMS: usize = 150;

impl<'a> PageContent<'a> {
    /// The content of the page that stands there.
    pub fn read(document: &'a Document, page: PageId, position: Position) -> Self {
        let mut content = Self::empty(position);
        for node in document.nodes(page) {
            match &node.content {
                Content::Text { role, text } => content.add_text(*role, text),
                Content::Picture { source, alt, focus } => {
                    content.picture.get_or_insert(Picture { source, alt, focus: *focus });
                }
                Content::Link { label, address } => {
                    content.link.get_or_insert(Link { label, address });
                }
                Content::Sticker { .. } | Content::Unknown { .. } => {}
            }
        }
        content
    }

    fn empty(Position { layout, number, total, .. }: Position) -> Self {
        Self {
            layout,
            title: None,
            kicker: None,
            paragraphs: Vec::new(),
            quote: None,
            attribution: None,
            items: Vec::new(),
            link: None,
            picture: None,
            number,
            total,
        }
    }

    fn add_text(&mut self, role: Role, text: &'a str) {
        match role {
            Role::Title => self.title = Some(text),
            Role::Kicker => self.kicker = Some(text),
            Role::Body => self.paragraphs.push(text),
            Role::Item if self.items.len() == MOST_ITEMS => {}
            Role::Item => self.items.push(text),
            Role::Quote => self.quote = Some(text),
            Role::Attribution => self.attribution = Some(text),
        }
    }
}
