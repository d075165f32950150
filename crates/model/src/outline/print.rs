use super::{attribute::print_focus, awaits_quote, front_matter, reference::escape_alt, sticker};
use crate::{
    Content, Document, Page, PageId,
    document::{Node, Role},
};

/// Writes a document as an outline.
pub fn print(document: &Document) -> String {
    let properties = document.properties();
    let front = front_matter::print(&properties.title, &properties.front_matter);
    let mut pages: Vec<String> = Vec::new();
    let mut previous: Option<Vec<&Content>> = None;
    for page in document.pages() {
        let blocks = blocks(document, page.id);
        let title = document.title(page.id).and_then(|node| node.text(Role::Title));
        pages.push(print_page(page, title, &blocks, previous.as_deref()) + "\n");
        previous = Some(blocks);
    }
    front + &pages.join("\n")
}

/// Writes what is under a page's heading, pictures apart: what [`Edit::WriteBody`](crate::Edit::WriteBody) reads.
pub fn print_page_body(document: &Document, page: PageId) -> String {
    let blocks: Vec<&Content> = blocks(document, page).into_iter().filter(|block| !block.is_picture()).collect();
    print_blocks(&blocks)
}

fn blocks(document: &Document, page: PageId) -> Vec<&Content> {
    let nodes: Vec<&Node> = document.nodes(page);
    nodes.into_iter().filter(|node| node.text(Role::Title).is_none()).map(|node| &node.content).collect()
}

/// A page is opened by its heading, by its quote, or by being the first; a bare `#` opens it when nothing else would.
fn print_page(page: &Page, title: Option<&str>, blocks: &[&Content], previous: Option<&[&Content]>) -> String {
    let layout = page.layout.map(|layout| format!(" {{{layout}}}")).unwrap_or_default();
    let quote = blocks.iter().take_while(|block| is_quote(block)).count();
    let closed = previous.is_none_or(|previous| !awaits_quote(previous.iter().copied()));
    if title.is_none() && quote > 0 && closed {
        let head = print_blocks(&blocks[..quote]) + &layout;
        let gap = if quote < blocks.len() { gap(blocks[quote - 1], blocks[quote]) } else { "" };
        return head + gap + &print_blocks(&blocks[quote..]);
    }
    if title.is_none() && layout.is_empty() && previous.is_none() && blocks.first().is_some_and(|first| !is_rule(first))
    {
        return print_blocks(blocks);
    }
    let title = title.map(|title| format!(" {title}")).unwrap_or_default();
    let gap = if blocks.is_empty() { "" } else { "\n" };
    format!("#{title}{layout}{gap}{}", print_blocks(blocks))
}

fn is_quote(block: &Content) -> bool {
    block.text(Role::Quote).or(block.text(Role::Attribution)).is_some()
}

/// A rule on the first line would open a front matter.
fn is_rule(block: &Content) -> bool {
    matches!(block, Content::Unknown { text } if text.starts_with("---"))
}

fn print_blocks(blocks: &[&Content]) -> String {
    let mut text = String::new();
    for (at, block) in blocks.iter().enumerate() {
        if at > 0 {
            text.push_str(gap(blocks[at - 1], block));
        }
        text.push_str(&print_block(block));
    }
    text
}

fn gap(above: &Content, below: &Content) -> &'static str {
    let item = |content: &Content| content.text(Role::Item).is_some();
    match (above, below) {
        (Content::Unknown { .. }, _) | (_, Content::Unknown { .. }) => "\n\n",
        (_, Content::Picture { .. } | Content::Link { .. } | Content::Sticker { .. }) => "\n",
        (_, Content::Text { role: Role::Attribution, .. }) => "\n",
        _ if item(above) && item(below) => "\n",
        _ => "\n\n",
    }
}

fn print_block(block: &Content) -> String {
    match block {
        Content::Text { role, text } => print_text(*role, text),
        Content::Picture { source, alt, focus } => {
            format!("![{}]({source}){}", escape_alt(alt), print_focus(*focus))
        }
        Content::Link { label, address } => format!("[{label}]({address})"),
        Content::Sticker { sticker, prompt, choices } => sticker::print(*sticker, prompt, choices),
        Content::Unknown { text } => text.clone(),
    }
}

fn print_text(role: Role, text: &str) -> String {
    match role {
        Role::Title => format!("# {text}"),
        Role::Kicker => format!("*{text}*"),
        Role::Body => text.to_owned(),
        Role::Item => format!("- {}", text.replace('\n', "\n  ")),
        Role::Quote => text.split('\n').map(quote_line).collect::<Vec<_>>().join("\n"),
        Role::Attribution => format!("> — {text}"),
    }
}

fn quote_line(line: &str) -> String {
    if line.is_empty() { ">".to_owned() } else { format!("> {line}") }
}
