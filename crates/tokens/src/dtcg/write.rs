//! Tokens out of a charter.

use planche_model::{
    Charter, Color,
    charter::{Face, Fonts, Gradient, Role, Shapes, Sizes, Stop, Swatch, TypeRole},
};

use super::{
    own::{self, Extensions, Own},
    tree::Tree,
};
use crate::names;

const SCHEMA: &str = "https://www.designtokens.org/schemas/2025.10/format.json";

pub fn write(charter: &Charter, extensions: &Extensions) -> String {
    let mut root = map([
        ("$schema", SCHEMA.into()),
        ("$description", plain(&charter.name).as_str().into()),
        ("$extensions", own::corner(Tree::of(&Own::of(charter)))),
        ("color", colors(charter)),
        ("gradient", gradients(&charter.gradients)),
        ("font", map([("title", face(&charter.fonts.title)), ("text", face(&charter.fonts.text))])),
        ("size", sizes(&charter.fonts)),
        ("style", styles(&charter.fonts)),
        ("shape", shapes(&charter.shapes)),
    ]);
    if let Tree::Map(entries) = &mut root {
        entries.retain(|(_, value)| *value != Tree::Map(Vec::new()));
    }
    extensions.iter().for_each(|(path, kept)| {
        let path: Vec<&str> = path.split('.').filter(|part| !part.is_empty()).collect();
        kept.iter().for_each(|(vendor, value)| keep(&mut root, &path, vendor, Tree::of(value)));
    });
    let mut text = serde_json::to_string_pretty(&root).expect("tokens are plain data");
    text.push('\n');
    text
}

pub fn map<const COUNT: usize>(entries: [(&str, Tree); COUNT]) -> Tree {
    Tree::Map(entries.map(|(key, value)| (key.to_owned(), value)).into())
}

fn token(kind: &str, value: impl Into<Tree>) -> Tree {
    map([("$type", kind.into()), ("$value", value.into())])
}

/// What others kept is put back where it was, if that is still there.
fn keep(tree: &mut Tree, path: &[&str], vendor: &str, value: Tree) {
    let Tree::Map(entries) = tree else { return };
    match path {
        [first, rest @ ..] => {
            if let Some((_, child)) = entries.iter_mut().find(|(name, _)| name == first) {
                keep(child, rest, vendor, value);
            }
        }
        [] => match entries.iter_mut().find(|(name, _)| name == "$extensions") {
            Some((_, Tree::Map(kept))) => kept.push((vendor.to_owned(), value)),
            _ => entries.push(("$extensions".to_owned(), map([(vendor, value)]))),
        },
    }
}

/// A token with the brand's word for it. Style Dictionary takes braces anywhere for references: a name that has some is
/// described without, and kept as it is in our own corner.
fn named(token: Tree, name: &str, mut own: Vec<(String, Tree)>) -> Tree {
    let described = plain(name);
    if described != name {
        own.push(("name".to_owned(), name.into()));
    }
    let Tree::Map(mut entries) = token else { return token };
    if !name.is_empty() {
        entries.push(("$description".to_owned(), described.as_str().into()));
    }
    extend(Tree::Map(entries), own)
}

fn extend(token: Tree, own: Vec<(String, Tree)>) -> Tree {
    let Tree::Map(mut entries) = token else { return token };
    if !own.is_empty() {
        entries.push(("$extensions".to_owned(), own::corner(Tree::Map(own))));
    }
    Tree::Map(entries)
}

fn plain(name: &str) -> String {
    name.replace('{', "(").replace('}', ")")
}

fn colors(charter: &Charter) -> Tree {
    let mut entries = vec![("$type".to_owned(), "color".into())];
    for role in Role::ALL {
        entries.push((role.name().to_owned(), color(charter.colors.swatch(role))));
    }
    let more: Vec<&Swatch> = charter.colors.more.iter().collect();
    if !more.is_empty() {
        let keys = names::keys(more.iter().map(|swatch| swatch.name.as_str()), "color");
        entries.push(("more".to_owned(), Tree::Map(keys.into_iter().zip(more.into_iter().map(color)).collect())));
    }
    Tree::Map(entries)
}

fn color(swatch: &Swatch) -> Tree {
    named(map([("$value", components(swatch.value))]), &swatch.name, Vec::new())
}

/// Four digits of each channel: `hex` and components say the same colour.
fn components(color: Color) -> Tree {
    let share = |channel: u8| Tree::Number((f64::from(channel) / 255.0 * 1e4).round() / 1e4);
    map([
        ("colorSpace", "srgb".into()),
        ("components", Tree::List([color.red, color.green, color.blue].map(share).into())),
        ("alpha", 1.0.into()),
        ("hex", color.to_string().as_str().into()),
    ])
}

fn gradients(gradients: &[Gradient]) -> Tree {
    let keys = names::keys(gradients.iter().map(|gradient| gradient.name.as_str()), "gradient");
    Tree::Map(keys.into_iter().zip(gradients.iter().map(gradient)).collect())
}

/// The format's gradients have no direction.
fn gradient(gradient: &Gradient) -> Tree {
    let stop = |stop: &Stop| {
        let color = format!("{{color.{}}}", stop.color.name());
        map([("color", color.as_str().into()), ("position", stop.at.into())])
    };
    let token = token("gradient", Tree::List(gradient.stops.iter().map(stop).collect()));
    named(token, &gradient.name, vec![("angle".to_owned(), gradient.angle.into())])
}

/// Tracking and leading are in em, which the format's lengths are not; the width is in percent.
fn face(face: &Face) -> Tree {
    map([
        ("family", family(face)),
        ("weight", token("fontWeight", face.weight)),
        ("strong", token("fontWeight", face.strong)),
        ("width", token("number", face.width)),
        ("tracking", token("number", face.tracking)),
        ("leading", token("number", face.leading)),
        ("scale", token("number", face.scale)),
    ])
}

fn family(face: &Face) -> Tree {
    let described = plain(&face.family);
    let mut own = Vec::new();
    if described != face.family {
        own.push(("family".to_owned(), face.family.as_str().into()));
    }
    if !face.file.is_empty() {
        own.push(("files".to_owned(), Tree::of(&face.file)));
    }
    if !face.licence.is_empty() {
        own.push(("licence".to_owned(), face.licence.as_str().into()));
    }
    extend(token("fontFamily", Tree::List(vec![described.as_str().into()])), own)
}

/// The name of a kind of words in paths.
pub fn type_role(role: TypeRole) -> &'static str {
    match role {
        TypeRole::Cover => "cover",
        TypeRole::Title => "title",
        TypeRole::Text => "text",
        TypeRole::Kicker => "kicker",
    }
}

/// 1 u is a pixel of a page 1080 px wide.
pub fn pixels(length: f32) -> Tree {
    map([("value", length.into()), ("unit", "px".into())])
}

fn sizes(fonts: &Fonts) -> Tree {
    let of = |(role, sizes): (&TypeRole, &Sizes)| {
        let ends =
            map([("least", token("dimension", pixels(sizes.least))), ("most", token("dimension", pixels(sizes.most)))]);
        (type_role(*role).to_owned(), ends)
    };
    Tree::Map(fonts.sizes.iter().map(of).collect())
}

/// Composite styles for programs that want them: everything in them is said before.
fn styles(fonts: &Fonts) -> Tree {
    let of = |(role, sizes): (&TypeRole, &Sizes)| (type_role(*role).to_owned(), style(*role, *sizes, fonts));
    Tree::Map(fonts.sizes.iter().map(of).collect())
}

fn style(role: TypeRole, sizes: Sizes, fonts: &Fonts) -> Tree {
    let (name, face) = face_of(role, fonts);
    let alias = |path: String| Tree::Text(format!("{{{path}}}"));
    let tracking = (f64::from(face.tracking * sizes.most) * 1e3).round() / 1e3;
    let value = map([
        ("fontFamily", alias(format!("font.{name}.family"))),
        ("fontSize", alias(format!("size.{}.most", type_role(role)))),
        ("fontWeight", alias(format!("font.{name}.weight"))),
        ("letterSpacing", map([("value", tracking.into()), ("unit", "px".into())])),
        ("lineHeight", alias(format!("font.{name}.leading"))),
    ]);
    extend(token("typography", value), vec![("from".to_owned(), format!("font.{name}").as_str().into())])
}

/// Which face sets words of that kind, and what its group is called.
pub fn face_of(role: TypeRole, fonts: &Fonts) -> (&'static str, &Face) {
    match role {
        TypeRole::Cover | TypeRole::Title => ("title", &fonts.title),
        TypeRole::Text | TypeRole::Kicker => ("text", &fonts.text),
    }
}

fn shapes(shapes: &Shapes) -> Tree {
    map([("rule", token("dimension", pixels(shapes.rule))), ("button", token("number", shapes.button))])
}
