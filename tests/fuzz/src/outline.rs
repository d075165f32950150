//! Any text is an outline: what is written of it says the same, and says it for good.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planche_model::{
    BrandId, Content, Document, DocumentId, FormatId,
    outline::{self, Outline},
};
use uuid::Uuid;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let read = meaning(outline::parse(&text));
    let once = printed(read.clone());
    let again = meaning(outline::parse(&once));
    assert_eq!(again, read, "what is written says something else: {once:?}");
    assert_eq!(printed(again), once, "what is written is written differently the second time");
    outline::parse_body(&text, true);
    outline::parse_body(&text, false);
    texts(&read).for_each(check_spans);
});

/// What an outline says, where it says it apart.
fn meaning(outline: Outline) -> Outline {
    Outline { findings: Vec::new(), ..outline }
}

fn printed(outline: Outline) -> String {
    let document = document(outline);
    document.validate().expect("a document made of an outline is sound");
    outline::print(&document)
}

fn document(outline: Outline) -> Document {
    let format = FormatId::from("ig_carousel_4_5");
    let (id, brand) = (DocumentId(Uuid::nil()), BrandId(Uuid::nil()));
    let mut last = 0_u128;
    let mut ids = || {
        last += 1;
        Uuid::from_u128(last)
    };
    outline::build(outline, id, brand, format.clone(), vec![format], &mut ids)
}

fn texts(outline: &Outline) -> impl Iterator<Item = &str> {
    let titles = outline.pages.iter().filter_map(|page| page.title.as_deref());
    let texts = outline.pages.iter().flat_map(|page| &page.blocks).filter_map(|block| match block {
        Content::Text { text, .. } => Some(text.as_str()),
        _ => None,
    });
    titles.chain(texts)
}

/// Marks go, letters stay.
fn check_spans(text: &str) {
    let shown: String =
        outline::spans(text).into_iter().map(|span| span.text + &span.link.unwrap_or_default()).collect();
    let letters = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).count();
    assert!(letters(&shown) >= letters(text), "letters of {text:?} are lost in {shown:?}");
}
