//! PDF files whose text, structure and pictures others can read.

use lopdf::{Dictionary, Document, Object};
use planche_render::{
    RenderError,
    pdf::{self, Barrier, PdfFile, PdfMetadata, PdfPage},
};
use planche_scene::{Group, Item, Link, Mark, Rect, Scene};

use crate::{
    readers::metadata,
    sample::{self, Face, filled, group, page, rgb, text, weighted},
};

fn write(scenes: &[Scene]) -> PdfFile {
    let pages: Vec<_> = scenes.iter().map(|scene| PdfPage { scene, width_px: 1080 }).collect();
    pdf::render(&pages, &metadata()).unwrap()
}

fn read(file: &PdfFile) -> Document {
    Document::load_mem(&file.bytes).unwrap()
}

/// The structure of a file, by the names of its tags.
fn structure(document: &Document) -> String {
    let root = document.catalog().unwrap().get_deref(b"StructTreeRoot", document).unwrap();
    tags(document, root.as_dict().unwrap())
}

fn tags(document: &Document, element: &Dictionary) -> String {
    let children = match element.get_deref(b"K", document) {
        Ok(Object::Array(children)) => children.clone(),
        Ok(child) => vec![child.clone()],
        Err(_) => vec![],
    };
    let elements = children.iter().filter_map(|child| document.dereference(child).ok()?.1.as_dict().ok());
    let names = elements.filter_map(|child| {
        let name = String::from_utf8_lossy(child.get(b"S").ok()?.as_name().ok()?).into_owned();
        let inside = tags(document, child);
        Some(if inside.is_empty() { name } else { format!("{name}({inside})") })
    });
    names.collect::<Vec<_>>().join(" ")
}

fn check_structure(items: Vec<Item>, expected: &str) {
    let file = write(&[page(items)]);
    assert_eq!(file.barriers, []);
    assert_eq!(structure(&read(&file)), format!("Document(Sect({expected}))"));
}

fn line(words: &str) -> Item {
    Item::Glyphs(text(Face::Karla, words, 8.0, (5.0, 20.0), rgb(0)))
}

fn marked(mark: Mark, items: Vec<Item>) -> Item {
    group(Group::marked(mark, items))
}

#[test]
fn a_page_measures_three_quarters_of_a_point_a_pixel() {
    let document = read(&write(&[sample::slide(), page(vec![])]));
    let boxes = document.page_iter().map(|page| {
        let page = document.get_dictionary(page).unwrap();
        page.get(b"MediaBox").unwrap().as_array().unwrap().iter().map(|side| side.as_float().unwrap()).collect()
    });
    assert_eq!(boxes.collect::<Vec<Vec<f32>>>(), [[0.0, 0.0, 810.0, 1012.5], [0.0, 0.0, 810.0, 810.0]]);
}

#[test]
fn text_can_be_read_in_order() {
    let file = write(&[sample::slide()]);
    let text = read(&file).extract_text(&[1]).unwrap();
    let mut rest = text.as_str();
    for words in ["Oui, vos bols", "vont au four.", "Grès à 1280 °C « mode d’emploi »", "mareebasse.fr", "Neuf"]
    {
        let position = rest.find(words).unwrap_or_else(|| panic!("`{words}` does not follow in {text:?}"));
        rest = &rest[position + words.len()..];
    }
}

#[test]
fn an_emoji_of_many_characters_can_be_copied() {
    let coder = page(vec![Item::Glyphs(text(Face::Emoji, "👩🏽‍💻", 20.0, (5.0, 50.0), rgb(0)))]);
    let document = read(&write(&[coder]));
    let streams = document.objects.values().filter_map(|object| object.as_stream().ok()?.get_plain_content().ok());
    // The seven UTF-16 units of the sequence, in the map from a glyph to its text.
    let units = b"<D83DDC69D83CDFFD200DD83DDCBB>";
    assert!(
        streams.map(|stream| stream.to_ascii_uppercase()).any(|map| map.windows(units.len()).any(|part| part == units))
    );
}

#[test]
fn a_stroked_text_is_there_once() {
    let mut words = text(Face::Serif, "Contour", 18.0, (5.0, 50.0), rgb(0));
    words.stroke = Some((planche_scene::Stroke::new(2.0), rgb(0xFF_FF_FF).into()));
    let text = read(&write(&[page(vec![Item::Glyphs(words)])])).extract_text(&[1]).unwrap();
    assert_eq!(text.matches("Contour").count(), 1, "{text:?}");
}

#[test]
fn fonts_are_subset() {
    let scene = page(vec![Item::Glyphs(weighted(700.0, "Bol", 20.0, (5.0, 50.0), rgb(0)))]);
    assert!(write(&[scene]).bytes.len() < 20_000);
}

#[test]
fn the_file_says_what_it_is() {
    let file = write(&[sample::slide()]);
    assert_eq!(file.barriers, []);
    let document = read(&file);
    let catalog = document.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"fr-FR");
    let description = catalog.get_deref(b"Metadata", &document).unwrap().as_stream().unwrap();
    let description = String::from_utf8(description.get_plain_content().unwrap()).unwrap();
    for words in ["<pdfuaid:part>1</pdfuaid:part>", "Oui, vos bols vont au four", "Marée Basse", "Planche"] {
        assert!(description.contains(words), "{words} in {description}");
    }
    assert!(!description.contains("2026"), "a file does not depend on the day");
}

#[test]
fn marks_become_tags_in_reading_order() {
    check_structure(
        vec![
            filled(0.0, 0.0, 100.0, 100.0, rgb(0xFF_FF_00)),
            marked(Mark::Heading(1), vec![line("Titre")]),
            marked(Mark::Paragraph, vec![filled(0.0, 0.0, 9.0, 9.0, rgb(0)), line("Un"), line("deux")]),
            marked(Mark::Quote, vec![line("Bol")]),
            marked(Mark::List, vec![marked(Mark::ListItem, vec![line("a")]), marked(Mark::ListItem, vec![line("b")])]),
            marked(Mark::Figure("Trois bols".into()), vec![filled(0.0, 0.0, 9.0, 9.0, rgb(0)), line("x")]),
            marked(Mark::Artifact, vec![line("3"), marked(Mark::Figure("Motif".into()), vec![line("*")])]),
            marked(Mark::Figure("".into()), vec![filled(0.0, 0.0, 9.0, 9.0, rgb(0))]),
        ],
        "H1 P BlockQuote(P) L(LI(LBody) LI(LBody)) Figure",
    );
}

#[test]
fn nothing_is_drawn_outside_the_structure() {
    /// What paints, and what opens and closes a piece of the structure (ISO 32000-1, annex A).
    const PAINTS: [&str; 14] = ["f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "Tj", "TJ", "EI"];
    let emoji = text(Face::Emoji, "🚀", 8.0, (5.0, 50.0), rgb(0));
    let document = read(&write(&[sample::slide(), page(vec![Item::Glyphs(emoji), line("sans marque")])]));
    for page in document.page_iter() {
        let (mut depth, mut painted) = (0, 0);
        for operation in document.get_and_decode_page_content(page).unwrap().operations {
            match operation.operator.as_str() {
                "BDC" | "BMC" => depth += 1,
                "EMC" => depth -= 1,
                paints if PAINTS.contains(&paints) => {
                    assert!(depth > 0, "{operation:?}");
                    painted += 1;
                }
                _ => {}
            }
        }
        assert!(painted > 1, "the page is empty");
    }
}

#[test]
fn loose_content_finds_a_place() {
    check_structure(
        vec![line("sans marque"), marked(Mark::ListItem, vec![line("seul")]), marked(Mark::List, vec![line("nu")])],
        "P L(LI(LBody)) L(LI(LBody))",
    );
}

/// What elements carry in writing under `key`, in the order of the file.
fn written(document: &Document, key: &[u8]) -> Vec<String> {
    let texts = document.objects.values().filter_map(|object| {
        let element = object.as_dict().ok().filter(|element| element.has(b"S"))?;
        lopdf::decode_text_string(element.get(key).ok()?).ok()
    });
    texts.collect()
}

#[test]
fn a_cut_word_is_put_together() {
    let parts = sample::lines("la température monte", &[("la tempé-", 0), ("rature ", 9), ("monte", 16)]);
    let heading = marked(Mark::Heading(1), parts.clone());
    let file = write(&[page(vec![heading, marked(Mark::Paragraph, parts)])]);
    assert_eq!(file.barriers, []);
    let document = read(&file);
    assert_eq!(structure(&document), "Document(Sect(H1(Span) P(Span)))");
    assert_eq!(written(&document, b"ActualText"), ["la température "; 2]);
    assert_eq!(written(&document, b"T"), ["la température monte"]);
}

#[test]
fn what_is_drawn_from_right_to_left_says_its_text() {
    let [Item::Glyphs(mut run)] = <[Item; 1]>::try_from(sample::lines("abc", &[("cba", 0)])).unwrap() else {
        panic!("a line is glyphs")
    };
    for (glyph, start) in run.glyphs.iter_mut().zip([2, 1, 0]) {
        glyph.range = start..start + 1;
    }
    let file = write(&[page(vec![marked(Mark::Paragraph, vec![Item::Glyphs(run)])])]);
    assert_eq!(file.barriers, []);
    let document = read(&file);
    assert_eq!(structure(&document), "Document(Sect(P(Span)))");
    assert_eq!(written(&document, b"ActualText"), ["abc"]);
}

#[test]
fn every_paragraph_of_a_text_is_one() {
    let text = sample::lines("un\ndeux trois\nquatre", &[("un", 0), ("deux ", 3), ("trois", 8), ("quatre", 14)]);
    check_structure(vec![marked(Mark::Paragraph, text.clone()), marked(Mark::Quote, text)], "P P P BlockQuote(P P P)");
}

#[test]
fn a_layer_keeps_the_meaning_of_what_it_holds() {
    let layer = |items| group(Group { opacity: 0.5, items, ..Group::default() });
    check_structure(
        vec![
            layer(vec![filled(0.0, 0.0, 9.0, 9.0, rgb(0)), marked(Mark::Heading(2), vec![line("Titre")])]),
            layer(vec![marked(Mark::Figure("Bol".into()), vec![filled(0.0, 0.0, 9.0, 9.0, rgb(0))])]),
            layer(vec![filled(0.0, 0.0, 9.0, 9.0, rgb(0))]),
            marked(Mark::Paragraph, vec![layer(vec![line("pâle")])]),
            layer(vec![marked(Mark::Paragraph, vec![line("a")]), marked(Mark::Paragraph, vec![line("b")])]),
        ],
        "H2 Figure P P",
    );
}

#[test]
fn figures_carry_their_text() {
    let document = read(&write(&[sample::slide()]));
    let texts = document.objects.values().filter_map(|object| object.as_dict().ok()?.get(b"Alt").ok());
    let texts: Vec<_> = texts.map(|text| lopdf::decode_text_string(text).unwrap()).collect();
    assert_eq!(texts, ["Trois bols empilés"]);
}

#[test]
fn links_open_their_address_where_they_are() {
    let link = Link { area: Rect::new(10.0, 20.0, 50.0, 30.0), address: "https://mareebasse.fr/".into() };
    let document = read(&write(&[page(vec![marked(Mark::Paragraph, vec![line("ici"), Item::Link(link)])])]));
    assert_eq!(structure(&document), "Document(Sect(P(Link)))");
    let first = document.page_iter().next().unwrap();
    let [link] = &document.get_page_annotations(first).unwrap()[..] else { panic!("there is one link") };
    let action = link.get_deref(b"A", &document).unwrap().as_dict().unwrap();
    assert_eq!(action.get(b"URI").unwrap().as_str().unwrap(), b"https://mareebasse.fr/");
    let area: Vec<_> =
        link.get(b"Rect").unwrap().as_array().unwrap().iter().map(|side| side.as_float().unwrap()).collect();
    // The page is 810 points wide for 100 u, and PDF measures from the bottom.
    assert_eq!(area, [81.0, 567.0, 405.0, 648.0]);
}

#[test]
fn a_photograph_is_embedded_once_as_its_own_file() {
    let photo = sample::photo(320, 240);
    let scene = page(vec![sample::whole(&photo, Rect::new(0.0, 0.0, 80.0, 60.0))]);
    let document = read(&write(&[scene.clone(), scene]));
    let streams = document.objects.values().filter_map(|object| object.as_stream().ok());
    let images: Vec<_> =
        streams.filter(|stream| stream.dict.get(b"Subtype").is_ok_and(|kind| *kind == "Image".into())).collect();
    let [image] = images[..] else { panic!("there are {} images", images.len()) };
    assert!(image.content == *photo.encoded.unwrap().bytes);
}

#[test]
fn the_outline_leads_to_every_page() {
    let titled = page(vec![marked(Mark::Heading(1), vec![line("Oui, vos"), line("bols")])]);
    let document = read(&write(&[titled, page(vec![line("sans titre")])]));
    let titles = document.objects.values().filter_map(|object| {
        let entry = object.as_dict().ok()?;
        entry.get(b"Dest").ok()?;
        lopdf::decode_text_string(entry.get(b"Title").ok()?).ok()
    });
    let mut titles: Vec<_> = titles.collect();
    titles.sort();
    assert_eq!(titles, ["2", "Oui, vos bols"]);
}

fn check_barrier(scene: &Scene, metadata: &PdfMetadata, expected: &Barrier) {
    let file = pdf::render(&[PdfPage { scene, width_px: 1080 }], metadata).unwrap();
    assert!(file.barriers.contains(expected), "{:?}", file.barriers);
    let document = read(&file);
    assert!(structure(&document).starts_with("Document(Sect("), "the file is tagged all the same");
}

#[test]
fn what_bars_the_way_is_reported_and_the_file_is_written() {
    let japanese = page(vec![line("日本")]);
    check_barrier(&japanese, &metadata(), &Barrier::MissingGlyph("日".to_owned()));
    let untitled = PdfMetadata { title: String::new(), ..metadata() };
    check_barrier(&page(vec![line("Bol")]), &untitled, &Barrier::MissingTitle);
}

#[test]
fn what_pdf_cannot_say_is_an_error() {
    let render = |scene: &Scene| pdf::render(&[PdfPage { scene, width_px: 100 }], &metadata());
    let inside = Group { blend: Some(peniko::Compose::SrcIn.into()), ..Group::default() };
    let inside = page(vec![group(inside)]);
    assert!(matches!(render(&inside), Err(RenderError::Compose(peniko::Compose::SrcIn))));
}

#[test]
fn the_same_pages_give_the_same_file() {
    let scenes = [sample::slide(), page(vec![line("Bol")])];
    assert!(write(&scenes).bytes == write(&scenes).bytes);
}
