//! Tokens whose values are texts, as programs from before 2025.10 want them: Style Dictionary 4 prints
//! `[object Object]` for the format's own colours and lengths.

use planche_model::{
    Charter,
    charter::{Face, Fonts, Gradient, Role, Shapes, Sizes, Swatch, TypeRole},
};

use super::{
    tree::Tree,
    write::{face_of, map, type_role},
};
use crate::{css, names};

pub fn write_text(charter: &Charter) -> String {
    let all = [
        ("color", colors(charter)),
        ("gradient", gradients(charter)),
        ("font", map([("title", face(&charter.fonts.title)), ("text", face(&charter.fonts.text))])),
        ("size", sizes(&charter.fonts)),
        ("style", styles(&charter.fonts)),
        ("shape", shapes(&charter.shapes)),
    ];
    let filled = all.into_iter().filter(|(_, group)| *group != Tree::Map(Vec::new()));
    let root = Tree::Map(filled.map(|(name, group)| (name.to_owned(), group)).collect());
    let mut text = serde_json::to_string_pretty(&root).expect("tokens are plain data");
    text.push('\n');
    text
}

fn token(kind: &str, value: impl Into<Tree>) -> Tree {
    map([("$type", kind.into()), ("$value", value.into())])
}

fn text(kind: &str, value: &str) -> Tree {
    token(kind, value)
}

fn colors(charter: &Charter) -> Tree {
    let roles = Role::ALL.map(|role| (role.name().to_owned(), color(charter.colors.swatch(role))));
    let more = &charter.colors.more;
    let keys = names::keys(more.iter().map(|swatch| swatch.name.as_str()), "color");
    let more: Vec<(String, Tree)> = keys.into_iter().zip(more.iter().map(color)).collect();
    let more = (!more.is_empty()).then(|| ("more".to_owned(), Tree::Map(more)));
    Tree::Map(roles.into_iter().chain(more).collect())
}

/// Style Dictionary takes braces anywhere for references.
fn plain(name: &str) -> String {
    name.replace('{', "(").replace('}', ")")
}

fn color(swatch: &Swatch) -> Tree {
    let Tree::Map(mut entries) = text("color", &swatch.value.to_string()) else { return Tree::Null };
    entries.push(("$description".to_owned(), plain(&swatch.name).as_str().into()));
    Tree::Map(entries)
}

fn gradients(charter: &Charter) -> Tree {
    let keys = names::keys(charter.gradients.iter().map(|gradient| gradient.name.as_str()), "gradient");
    let values = charter.gradients.iter().map(|gradient: &Gradient| {
        text("gradient", &css::linear_gradient(gradient, |role| charter.colors.of(role).to_string()))
    });
    Tree::Map(keys.into_iter().zip(values).collect())
}

fn face(face: &Face) -> Tree {
    map([
        ("family", text("fontFamily", &plain(&face.family))),
        ("weight", token("fontWeight", face.weight)),
        ("strong", token("fontWeight", face.strong)),
        ("width", token("number", face.width)),
        ("tracking", text("letterSpacing", &format!("{}em", face.tracking))),
        ("leading", token("lineHeight", face.leading)),
        ("scale", token("number", face.scale)),
    ])
}

fn sizes(fonts: &Fonts) -> Tree {
    let of = |(role, sizes): (&TypeRole, &Sizes)| {
        let ends = map([("least", pixels(sizes.least)), ("most", pixels(sizes.most))]);
        (type_role(*role).to_owned(), ends)
    };
    Tree::Map(fonts.sizes.iter().map(of).collect())
}

fn pixels(length: f32) -> Tree {
    text("dimension", &format!("{length}px"))
}

fn styles(fonts: &Fonts) -> Tree {
    let of = |(role, sizes): (&TypeRole, &Sizes)| (type_role(*role).to_owned(), style(*role, *sizes, fonts));
    Tree::Map(fonts.sizes.iter().map(of).collect())
}

fn style(role: TypeRole, sizes: Sizes, fonts: &Fonts) -> Tree {
    let (_, face) = face_of(role, fonts);
    let value = map([
        ("fontFamily", plain(&face.family).as_str().into()),
        ("fontSize", format!("{}px", sizes.most).as_str().into()),
        ("fontWeight", face.weight.into()),
        ("letterSpacing", format!("{}em", face.tracking).as_str().into()),
        ("lineHeight", face.leading.into()),
    ]);
    token("typography", value)
}

fn shapes(shapes: &Shapes) -> Tree {
    map([("rule", pixels(shapes.rule)), ("button", text("dimension", &format!("{}em", shapes.button)))])
}
