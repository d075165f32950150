//! What the tests keep: a brand and a document like those people make.

use planche_library::{Asset, AssetFile, Hash, Library, Timestamp};
use planche_model::{
    AssetId, Brand, BrandId, Charter, Color, Content, Document, DocumentId, FormatId, Layout, Node, NodeId, Page,
    PageId,
    asset::{AssetKind, Description},
    document::{Focus, Kind, Order, Properties, Role, Sticker},
};
use uuid::Uuid;

/// When the samples were made.
pub const NOW: Timestamp = Timestamp(1_795_000_000_000);

/// A while after [`NOW`].
pub const LATER: Timestamp = Timestamp(1_795_000_060_000);

pub const BRAND: BrandId = BrandId(Uuid::from_u128(0xb0));
pub const DOCUMENT: DocumentId = DocumentId(Uuid::from_u128(0xd0));
pub const ASSET: AssetId = AssetId(Uuid::from_u128(0xa0));

pub fn brand() -> Brand {
    let json = include_str!("../../../../assets/brands/maree-basse/charter.json");
    Brand { id: BRAND, charter: Charter::parse(json).unwrap(), sample: true }
}

/// A photograph of these bytes.
pub fn asset(id: AssetId, bytes: &[u8]) -> Asset {
    let file = AssetFile {
        blob: Hash::of(bytes),
        kind: AssetKind::Photo,
        format: "jpg".to_owned(),
        width: 4032,
        height: 3024,
        bytes: 3_400_000_000,
        taken: Some("2026-07-14T18:30:00".to_owned()),
        look: Some(0x8000_0000_0000_0001),
        palette: vec![Color { red: 0xe9, green: 0xa1, blue: 0x8f }, Color { red: 0x1f, green: 0x3d, blue: 0x36 }],
        faces: 1,
    };
    Asset::new(id, BRAND, file, Description { name: "bols-empilés.jpg".to_owned(), ..Description::default() }, NOW)
}

pub fn page_id(number: u128) -> PageId {
    PageId(Uuid::from_u128(0x1000 + number))
}

pub fn node_id(number: u128) -> NodeId {
    NodeId(Uuid::from_u128(0x2000 + number))
}

/// Places in a row, the first first.
pub fn orders() -> impl Iterator<Item = Order> {
    std::iter::successors(Some(Order::between(None, None)), |last| Some(Order::between(Some(last), None)))
}

pub fn properties(title: &str) -> Properties {
    Properties {
        brand: BRAND,
        kind: Kind::Carousel,
        title: title.to_owned(),
        master: FormatId::from("ig_carousel_4_5"),
        formats: vec![FormatId::from("ig_carousel_4_5"), FormatId::from("ig_story")],
        front_matter: vec!["campagne: décembre".to_owned()],
    }
}

pub fn text(role: Role, text: &str) -> Content {
    Content::Text { role, text: text.to_owned() }
}

/// One of each kind of content, with the characters and numbers that get lost on the way.
pub fn contents() -> Vec<Content> {
    vec![
        text(Role::Title, "Oui, vos bols vont au **four**."),
        text(Role::Kicker, "Grès\u{a0}: mode d'emploi 🏺 \u{202e}\"'\\\n\0"),
        Content::Picture {
            source: planche_library::Asset::source(ASSET),
            alt: "trois bols empilés".to_owned(),
            focus: Focus::new(1.0 / 3.0, 0.3).unwrap(),
        },
        Content::Link { label: "mareebasse.fr".to_owned(), address: "https://mareebasse.fr".to_owned() },
        Content::Sticker {
            sticker: Sticker::Poll,
            prompt: "Votre prochaine cuisson".to_owned(),
            choices: vec!["Coque".to_owned(), "Lichen".to_owned()],
        },
        Content::Unknown { text: "| a | b |".to_owned() },
    ]
}

/// A document of this id with two pages, one of each kind of content on the first.
pub fn document(id: DocumentId, properties: Properties) -> Document {
    let layouts = [Some(Layout::Cover), None];
    let pages =
        layouts.into_iter().zip(orders()).zip(0..).map(|((layout, order), at)| Page { id: page_id(at), order, layout });
    let nodes = contents().into_iter().zip(orders()).zip(0..).map(|((content, order), at)| Node {
        id: node_id(at),
        page: page_id(0),
        order,
        content,
    });
    Document::from_rows(id, properties, pages, nodes)
}

/// Puts the sample brand and document in a library.
pub fn fill(library: &mut Library) -> Document {
    let document = document(DOCUMENT, properties("Vos bols"));
    library
        .transact(|transaction| {
            transaction.brands_mut().insert(&brand(), NOW)?;
            transaction.documents_mut().insert(&document, NOW)
        })
        .unwrap();
    document
}
