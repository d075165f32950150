use std::collections::BTreeMap;

use planche_model::{
    Charter, Layout,
    charter::{Drawing, Logo, Mood, PictureShape, Treatment},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{KEY, tree::Tree};

/// What a charter's graphic half says and no type of token does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Own {
    /// Always [`Own::VERSION`].
    pub graphics: u32,
    /// The brand's name.
    pub name: String,
    /// The family of templates.
    pub template: String,
    /// How photographs are cut.
    pub picture: PictureShape,
    /// What is done to photographs.
    #[serde(default)]
    pub photographs: Treatment,
    /// Which moods each layout takes, in turn.
    #[serde(default)]
    pub moods: BTreeMap<Layout, Vec<Mood>>,
    /// The logo: a file beside the charter that the tokens come from.
    #[serde(default)]
    pub logo: Option<Logo>,
    /// The ornament: a file beside the charter that the tokens come from.
    #[serde(default)]
    pub motif: Option<Drawing>,
}

impl Own {
    /// What [`Own::graphics`] says.
    pub const VERSION: u32 = 1;

    pub(crate) fn of(charter: &Charter) -> Self {
        Self {
            graphics: Self::VERSION,
            name: charter.name.clone(),
            template: charter.template.clone(),
            picture: charter.shapes.picture,
            photographs: charter.photographs,
            moods: charter.moods.clone(),
            logo: charter.logo.clone(),
            motif: charter.motif.clone(),
        }
    }
}

/// What other programs keep in design tokens: by the path of the token or group (empty for the whole file), then by
/// the program's domain.
pub type Extensions = BTreeMap<String, BTreeMap<String, Value>>;

/// Our corner of `$extensions`. Style Dictionary takes braces for references there too, so ours are written as in
/// addresses (RFC 3986, 2.1).
pub fn corner(content: Tree) -> Tree {
    let escape = |text: &str| text.replace('%', "%25").replace('{', "%7B").replace('}', "%7D");
    Tree::Map(vec![(KEY.to_owned(), content.map_texts(&escape))])
}

/// What is in our corner of a token or of the file.
pub fn in_corner(of: &Tree) -> Option<Tree> {
    let unescape = |text: &str| text.replace("%7D", "}").replace("%7B", "{").replace("%25", "%");
    Some(of.get("$extensions")?.get(KEY)?.clone().map_texts(&unescape))
}
