use serde::{Deserialize, Deserializer, de::DeserializeOwned};
use serde_json::{Map, Value};

use super::{Align, Frame, Gradient, Outline, Shadow, Sides, Tone, ToneRole};

/// One element of an arrangement: a box, and what is in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    /// The box.
    pub frame: Frame,
    /// What is in it.
    pub body: Body,
}

impl Element {
    /// Whether it shows something of the page or of the brand, rather than an ornament.
    pub fn speaks(&self) -> bool {
        match &self.body {
            Body::Stack(stack) => stack.children.iter().any(Self::speaks),
            Body::Text(text) => text.literal.is_none(),
            Body::Rule(_) | Body::Motif(_) | Body::Shape(_) => false,
            Body::Picture(_) | Body::Each(_) | Body::Button(_) | Body::Mark | Body::Folio(_) | Body::Scale(_) => true,
        }
    }
}

/// What is in an element.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// Other elements, one after the other.
    Stack(Stack),
    /// Words.
    Text(Text),
    /// The page's picture.
    Picture(Picture),
    /// A copy of its children for each item of the page.
    Each(Each),
    /// A line.
    Rule(Rule),
    /// The page's link, as a button.
    Button(Button),
    /// The charter's logo.
    Mark,
    /// Where the page stands among the others.
    Folio(Folio),
    /// The charter's ornament, or an outline in its place.
    Motif(Motif),
    /// A drawing of the template's own.
    Shape(Shape),
    /// The items as points on a line, each at its figure.
    Scale(Scale),
}

/// Elements one after the other.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Stack {
    /// Which way they follow.
    pub direction: Direction,
    /// Between two of them.
    pub gap: f32,
    /// Between the box and them.
    pub padding: Sides,
    /// Across the direction.
    pub align: Option<Align>,
    /// Along the direction.
    pub justify: Option<Align>,
    /// Whether those that have no room beside the others go below them.
    pub wrap: bool,
    /// What lies behind them.
    pub fill: Option<Tone>,
    /// What lies behind them in place of one colour.
    pub gradient: Option<Gradient>,
    /// What the box casts.
    pub shadow: Option<Shadow>,
    /// The colours they are set in, when they differ from the page's; what lies behind them follows.
    pub mood: Option<Surface>,
    /// The radius of the box's corners, in u.
    pub radius: f32,
    /// The line around the box.
    pub border: Option<Border>,
    /// The edge towards which what lies behind them vanishes: words stay readable over a photograph.
    pub fade: Option<Fade>,
    /// The elements.
    #[serde(skip)]
    pub children: Vec<Element>,
}

/// Which way elements follow each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Downwards.
    #[default]
    Column,
    /// To the right.
    Row,
}

/// The colours that a part of a page is set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Surface {
    /// The charter's mood of that name.
    Ground,
    /// As above.
    Ink,
    /// As above.
    Vivid,
    /// As above.
    Soft,
    /// As above.
    Cool,
    /// In the ground's colour where the page is in the ink's, in the ink's elsewhere.
    Contrast,
}

/// A line around a box, inside it.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Border {
    /// Its thickness in u; the charter's rules when absent.
    #[serde(default)]
    pub width: Option<Size>,
    /// Its colour.
    #[serde(default)]
    pub tone: Tone,
}

/// Towards which edge a box's ground vanishes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Fade {
    /// The upper one.
    Up,
    /// The lower one.
    Down,
    /// The left one.
    Left,
    /// The right one.
    Right,
}

/// Words of the page, or of the template itself.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Which words: the first of these slots that the page fills.
    #[serde(default, deserialize_with = "one_or_more")]
    pub slot: Vec<Slot>,
    /// The template's own words, for example a quotation mark.
    #[serde(default)]
    pub literal: Option<String>,
    /// The size at which they are set when there is room, in u, before the charter's scale.
    pub size: Size,
    /// The size below which they must not fall, in u.
    #[serde(default)]
    pub least: Option<Size>,
    /// In which face.
    #[serde(default)]
    pub face: Typeface,
    /// In which colour.
    #[serde(default)]
    pub tone: Tone,
    /// From baseline to baseline in em, when it differs from the charter's.
    #[serde(default)]
    pub leading: Option<f32>,
    /// Between letters in em, when it differs from the charter's.
    #[serde(default)]
    pub tracking: Option<f32>,
    /// Whether lines are made equally long.
    #[serde(default)]
    pub balance: bool,
    /// Where lines shorter than the box stand.
    #[serde(default)]
    pub align: TextAlign,
    /// In which case words are set, whatever they are written in.
    #[serde(default)]
    pub case: Case,
    /// The thickness of the letters' outline in u, when they are not filled.
    #[serde(default)]
    pub outline: Option<Size>,
    /// Whether words may be cut at the end of a line; those of a title never are.
    #[serde(default)]
    pub hyphenate: bool,
    /// What gives way when there is too little room.
    #[serde(default)]
    pub fit: Fit,
}

/// A size in u.
pub type Size = f32;

/// Where lines shorter than their box stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TextAlign {
    /// Where their script begins.
    #[default]
    Start,
    /// In the middle.
    Center,
    /// Where their script ends.
    End,
}

/// In which case words are set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Case {
    /// As they are written.
    #[default]
    Written,
    /// In capitals, which keep their accents.
    Upper,
    /// In small letters.
    Lower,
}

/// Words that a page may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Slot {
    /// The heading.
    Title,
    /// The few words over it.
    Kicker,
    /// The paragraphs.
    Body,
    /// Somebody's words; the heading where there are none.
    Quote,
    /// Whose words.
    Author,
    /// What that person does.
    AuthorRole,
    /// The heading's figure with its unit raised.
    Figure,
    /// Inside `each`: the item up to its colon.
    Label,
    /// Inside `each`: the item after its colon.
    Detail,
    /// Inside `each`: the item's number.
    Index,
    /// Inside `button`: what the link says.
    Link,
    /// The brand's name, unless the logo already says it.
    Brand,
}

/// Which face words are set in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Typeface {
    /// The charter's text face.
    #[default]
    Text,
    /// The charter's text face, strong.
    Strong,
    /// The charter's title face.
    Title,
}

/// What gives way when words have too little room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Fit {
    /// The size, together with the rest of the page.
    #[default]
    Page,
    /// The size, until the words fit on one line.
    Line,
    /// Nothing.
    Never,
}

/// The page's picture, cut to a shape.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Picture {
    /// The radii of its corners in u, as `[top left, top right, bottom right, bottom left]`; never more than fits.
    pub radii: [f32; 4],
    /// What it is cut to instead.
    pub mask: Option<Outline>,
    /// What it casts.
    pub shadow: Option<Shadow>,
}

/// A copy of the children for each item of the page.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Each {
    /// Which way items follow.
    pub direction: Direction,
    /// Between two items.
    pub gap: f32,
    /// Whether those that have no room beside the others go below them.
    pub wrap: bool,
    /// Across the direction.
    pub align: Option<Align>,
    /// Whether the children take turns, one an item, instead of making up each item together.
    pub turns: bool,
    /// The rule between two items, if any.
    pub between: Option<Rule>,
    /// What an item is made of.
    #[serde(skip)]
    pub children: Vec<Element>,
}

/// A horizontal line as thick as the charter's rules.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Rule {
    /// Its colour.
    pub tone: Tone,
}

/// The page's link, as a button.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Button {
    /// The size of its words, in u.
    pub size: Size,
}

/// Where the page stands among the others.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Folio {
    /// As what.
    pub kind: FolioKind,
    /// The size of its words, in u.
    pub size: Size,
}

/// How a page says where it stands. A single page says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FolioKind {
    /// `3/7`.
    Number,
    /// An arrow to the next page.
    Arrow,
}

/// The charter's ornament, or an outline, centred on a point of the page; it continues on the next page where it
/// crosses the cut.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Motif {
    /// The centre, as a fraction of the page's width.
    pub x: f32,
    /// The centre, as a fraction of the page's height.
    pub y: f32,
    /// Its width, in u.
    pub size: Size,
    /// An outline, in place of the charter's drawing.
    #[serde(default)]
    pub outline: Option<Outline>,
    /// The outline's colour.
    #[serde(default = "ornament")]
    pub tone: Tone,
}

/// A drawing of the template's own, as large as its box.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shape {
    /// What it looks like.
    pub outline: Outline,
    /// Its colour.
    #[serde(default)]
    pub tone: Tone,
    /// The thickness of its line in u; filled when absent.
    #[serde(default)]
    pub line: Option<Size>,
}

/// The items as points on a line, each at its figure.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// The size of its words, in u.
    pub size: Size,
}

const fn ornament() -> Tone {
    Tone { role: ToneRole::Motif, share: 1.0 }
}

fn one_or_more<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Slot>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Form {
        One(Slot),
        More(Vec<Slot>),
    }
    Ok(match Form::deserialize(deserializer)? {
        Form::One(slot) => vec![slot],
        Form::More(slots) => slots,
    })
}

const FRAME_FIELDS: [&str; 13] = [
    "width",
    "height",
    "min_width",
    "min_height",
    "max_width",
    "max_height",
    "grow",
    "shrink",
    "align_self",
    "margin",
    "push",
    "pin",
    "is",
];

/// Reads an element from its resolved fields: those of the box go to the box, the rest to what `is` names.
pub(super) fn read(mut fields: Map<String, Value>, children: Vec<Element>) -> Result<Element, String> {
    let mut frame: Map<String, Value> = FRAME_FIELDS.iter().filter_map(|name| fields.remove_entry(*name)).collect();
    let Some(Value::String(kind)) = frame.remove("is") else { return Err("an element says what it `is`".to_owned()) };
    let frame = typed(frame)?;
    let body = match kind.as_str() {
        "stack" => Body::Stack(Stack { children, ..typed(fields)? }),
        "each" => Body::Each(Each { children, ..typed(fields)? }),
        leaf if children.is_empty() => read_leaf(leaf, fields)?,
        leaf => return Err(format!("a `{leaf}` has no children")),
    };
    Ok(Element { frame, body })
}

fn read_leaf(kind: &str, fields: Map<String, Value>) -> Result<Body, String> {
    Ok(match kind {
        "text" => Body::Text(typed(fields)?),
        "picture" => Body::Picture(typed(fields)?),
        "rule" => Body::Rule(typed(fields)?),
        "button" => Body::Button(typed(fields)?),
        "mark" if fields.is_empty() => Body::Mark,
        "folio" => Body::Folio(typed(fields)?),
        "motif" => Body::Motif(typed(fields)?),
        "shape" => Body::Shape(typed(fields)?),
        "scale" => Body::Scale(typed(fields)?),
        other => return Err(format!("`{other}` is nothing an element can be")),
    })
}

fn typed<T: DeserializeOwned>(fields: Map<String, Value>) -> Result<T, String> {
    serde_json::from_value(Value::Object(fields)).map_err(|error| error.to_string())
}
