//! SVG files that any XML reader takes and a screen reader can follow.

use planche_render::{RenderError, svg};
use planche_scene::{Group, Item, Link, Mark, Rect, Scene};
use roxmltree::{Document, Node};

use crate::sample::{self, Face, filled, group, page, rgb, text};

const XLINK: &str = "http://www.w3.org/1999/xlink";

fn write(scene: &Scene) -> String {
    svg::render(scene, 1080, 1080, Some("Titre <1> & \"fin\""), "fr").unwrap()
}

/// Writes items and asks a question of the file.
fn check(items: Vec<Item>, holds: impl Fn(&Document<'_>) -> bool) {
    let file = write(&page(items));
    let document = Document::parse(&file).unwrap();
    assert!(holds(&document), "{file}");
}

fn find<'a>(document: &'a Document<'_>, name: &str) -> Vec<Node<'a, 'a>> {
    document.root().descendants().filter(|node| node.has_tag_name(name)).collect()
}

fn with_role<'a>(document: &'a Document<'_>, role: &str) -> Vec<Node<'a, 'a>> {
    document.root().descendants().filter(|node| node.attribute("role") == Some(role)).collect()
}

#[test]
fn the_file_says_its_size_title_and_language() {
    check(vec![], |document| {
        let root = document.root_element();
        root.attribute("viewBox") == Some("0 0 100 100")
            && root.attribute("width") == Some("1080")
            && root.attribute("lang") == Some("fr")
            && find(document, "title")[0].text() == Some("Titre <1> & \"fin\"")
    });
}

#[test]
fn every_reference_leads_somewhere_and_none_leaves_the_file() {
    let file = write(&sample::slide());
    let document = Document::parse(&file).unwrap();
    let ids: Vec<_> = document.root().descendants().filter_map(|node| node.attribute("id")).collect();
    let unique: std::collections::HashSet<_> = ids.iter().collect();
    assert_eq!(ids.len(), unique.len());
    let links = document.root().descendants().filter(|node| !node.has_tag_name("a"));
    for address in links.filter_map(|node| node.attribute((XLINK, "href"))) {
        let known = address.strip_prefix('#').is_some_and(|id| ids.contains(&id));
        assert!(known || address.starts_with("data:image/"), "{address:.60}");
    }
}

#[test]
fn marks_become_roles_and_runs_carry_their_text() {
    let line = |words: &str| Item::Glyphs(text(Face::Karla, words, 8.0, (0.0, 10.0), rgb(0)));
    let item = group(Group::marked(Mark::ListItem, vec![line("un")]));
    let items = vec![
        group(Group::marked(Mark::Heading(2), vec![line("Bols & fours")])),
        group(Group::marked(Mark::List, vec![item])),
        group(Group::marked(Mark::Quote, vec![line("« Raté »")])),
        group(Group::marked(Mark::Artifact, vec![filled(0.0, 0.0, 9.0, 9.0, rgb(0))])),
    ];
    check(items, |document| {
        let [heading] = with_role(document, "heading")[..] else { return false };
        let [list] = with_role(document, "list")[..] else { return false };
        heading.attribute("aria-level") == Some("2")
            && heading.first_element_child().and_then(|run| run.attribute("aria-label")) == Some("Bols & fours")
            && list.first_element_child().and_then(|item| item.attribute("role")) == Some("listitem")
            && with_role(document, "blockquote").len() == 1
            && document.root().descendants().any(|node| node.attribute("aria-hidden") == Some("true"))
    });
}

#[test]
fn the_first_run_says_the_whole_text() {
    check(sample::lines("la température", &[("la tempé-", 0), ("rature", 9)]), |document| {
        let [first] = with_role(document, "img")[..] else { return false };
        first.attribute("aria-label") == Some("la température")
            && first.next_sibling_element().and_then(|run| run.attribute("aria-hidden")) == Some("true")
    });
}

#[test]
fn figures_are_named_and_decoration_is_hidden() {
    let shape = || vec![filled(0.0, 0.0, 9.0, 9.0, rgb(0))];
    let named = group(Group::marked(Mark::Figure("Un \"bol\"".into()), shape()));
    let silent = group(Group::marked(Mark::Figure("".into()), shape()));
    check(vec![named, silent], |document| {
        let [figure] = with_role(document, "img")[..] else { return false };
        figure.attribute("aria-label") == Some("Un \"bol\"")
            && figure.first_element_child().and_then(|title| title.text()) == Some("Un \"bol\"")
            && figure.next_sibling_element().and_then(|group| group.attribute("aria-hidden")) == Some("true")
    });
}

#[test]
fn links_open_their_address() {
    let link = Link { area: Rect::new(1.0, 2.0, 4.0, 6.0), address: "https://example.org/?a=1&b=2".into() };
    check(vec![Item::Link(link)], |document| {
        let [link] = find(document, "a")[..] else { return false };
        let area = link.first_element_child().unwrap();
        link.attribute((XLINK, "href")) == Some("https://example.org/?a=1&b=2")
            && (area.attribute("x"), area.attribute("width"), area.attribute("height"))
                == (Some("1"), Some("3"), Some("4"))
    });
}

#[test]
fn a_glyph_is_written_once_and_used_often() {
    let words = text(Face::Serif, "anna nana", 10.0, (0.0, 10.0), rgb(0));
    check(vec![Item::Glyphs(words)], |document| find(document, "path").len() == 2 && find(document, "use").len() == 8);
    let emoji = text(Face::Emoji, "🚀🚀🚀", 10.0, (0.0, 10.0), rgb(0));
    check(vec![Item::Glyphs(emoji)], |document| find(document, "use").len() == 3);
}

#[test]
fn an_image_is_embedded_once_as_its_own_file() {
    use base64::{Engine as _, engine::general_purpose::STANDARD};
    let photo = sample::photo(64, 48);
    let file = STANDARD.encode(&photo.encoded.as_ref().unwrap().bytes);
    let crop = sample::picture(&photo, Rect::new(8.0, 8.0, 40.0, 40.0), Rect::new(50.0, 0.0, 90.0, 40.0));
    check(vec![sample::whole(&photo, Rect::new(0.0, 0.0, 40.0, 30.0)), crop], |document| {
        let [image] = find(document, "image")[..] else { return false };
        let data = image.attribute((XLINK, "href")).and_then(|address| address.strip_prefix("data:image/jpeg;base64,"));
        data == Some(&*file) && find(document, "use").len() == 2 && find(document, "clipPath").len() == 1
    });
}

#[test]
fn pixels_without_a_file_become_a_png() {
    let image = sample::image(4, 4, |x, y| [(x * 60) as u8, (y * 60) as u8, 0, 128]);
    check(vec![sample::whole(&image, Rect::new(0.0, 0.0, 40.0, 40.0))], |document| {
        let address = find(document, "image")[0].attribute((XLINK, "href"));
        address.is_some_and(|address| address.starts_with("data:image/png;base64,iVBOR"))
    });
}

#[test]
fn what_svg_cannot_say_is_an_error() {
    let xor = Group { blend: Some(peniko::Compose::Xor.into()), ..Group::default() };
    let scene = page(vec![group(xor)]);
    assert!(matches!(svg::render(&scene, 100, 100, None, "fr"), Err(RenderError::Compose(peniko::Compose::Xor))));
}

#[test]
fn the_same_scene_gives_the_same_file() {
    let scene = sample::slide();
    assert!(write(&scene) == write(&scene));
}
