use kurbo::Point;
use planche_model::{
    charter::Face,
    template::{Fit, TextAlign},
};
use planche_scene::{Color, Item};

use crate::{
    fonts::{FontFamily, Fonts},
    text::{Room, Shaper, TextBox, TextStyle, Words, glyphs},
};

/// Sets blocks of words that no template arranges; one a thread.
pub struct Typesetter {
    shaper: Shaper,
}

/// Words to set in a block of their own.
#[derive(Clone, Debug)]
pub struct Block<'a> {
    /// What they say, without marks; a line break ends a paragraph.
    pub words: &'a str,
    /// The language they are written in, as a BCP 47 tag.
    pub language: &'a str,
    /// What they are set in.
    pub face: &'a Face,
    /// The weight, 1 to 1000.
    pub weight: f32,
    /// The em in u, before the face's own scale.
    pub size: f32,
    /// From baseline to baseline, in em.
    pub leading: f32,
    /// What fills the letters.
    pub color: Color,
    /// Where lines begin.
    pub align: TextAlign,
    /// Whether lines come out about even.
    pub balance: bool,
    /// Whether a rule runs through the words.
    pub struck: bool,
    /// Whether a word wider than the block is cut; otherwise it says that it does not fit.
    pub breaks: bool,
}

/// Words, set: their items lie right and down of the origin.
#[derive(Clone, Debug)]
pub struct Lettering {
    /// What to draw.
    pub items: Vec<Item>,
    /// The width of the longest line, in u.
    pub width: f64,
    /// The height of all lines, in u.
    pub height: f64,
    /// From the top to the first baseline, in u.
    pub baseline: f64,
    /// Whether every line keeps within the width that was asked for.
    pub fits: bool,
}

impl Typesetter {
    /// A typesetter that has these typefaces.
    pub fn new(fonts: &Fonts) -> Self {
        Self { shaper: Shaper::new(fonts) }
    }

    /// Makes a brand's own typefaces known.
    pub fn add_families(&mut self, families: &[FontFamily]) {
        self.shaper.add_families(families);
    }

    /// The block in lines of at most `width` u.
    pub fn set(&mut self, block: &Block<'_>, width: f64) -> Lettering {
        let size = block.size * block.face.scale;
        let mut words = Words::plain(block.words, block.language);
        words.runs.iter_mut().for_each(|run| run.manner.strike = block.struck);
        let mut text = TextBox::new(words, style(block), size, size, block.color);
        let extent = text.measure(&mut self.shaper, 1.0, Room::Width(width as f32));
        let fits = text.settle(width as f32);
        Lettering {
            items: glyphs(&text, Point::ORIGIN),
            width: f64::from(text.shaped().width()),
            height: f64::from(extent.height),
            baseline: f64::from(extent.baseline),
            fits,
        }
    }
}

fn style(block: &Block<'_>) -> TextStyle {
    let face = block.face;
    TextStyle {
        family: face.family.clone(),
        weight: block.weight,
        strong: face.strong,
        width: face.width,
        tracking: face.tracking,
        leading: block.leading,
        fit: Fit::Never,
        balance: block.balance,
        align: block.align,
        hyphenate: false,
        breaks: block.breaks,
        outline: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fonts::{FontFile, Purpose};

    fn typesetter() -> Typesetter {
        let karla = concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/fonts/files/Karla.ttf");
        let files = vec![FontFile::of(std::fs::read(karla).unwrap())];
        let family = FontFamily { name: "Karla".to_owned(), purpose: Purpose::Asked, files };
        Typesetter::new(&Fonts::new([family]))
    }

    fn face() -> Face {
        serde_json::from_str(r#"{ "family": "Karla", "weight": 400, "leading": 1.4 }"#).unwrap()
    }

    #[test]
    fn a_block_is_as_high_as_its_lines() {
        let (mut typesetter, face) = (typesetter(), face());
        let mut check = |words: &str, width: f64, lines: f64, fits: bool| {
            let set = typesetter.set(&Block { words, ..block(&face) }, width);
            assert!((set.height - lines * 28.0).abs() < 0.01, "{words}: {}", set.height);
            assert_eq!(set.fits, fits, "{words}");
            assert!(!fits || set.width <= width + 1.0);
        };
        check("Un bol", 400.0, 1.0, true);
        check("Un bol\nDeux bols", 400.0, 2.0, true);
        check("Un bol qui ne tient pas sur une ligne", 180.0, 2.0, true);
        check(&"incroyable".repeat(6), 200.0, 1.0, false);
    }

    #[test]
    fn a_word_too_wide_is_cut_where_that_is_wanted() {
        let (mut typesetter, face) = (typesetter(), face());
        let words = "incroyable".repeat(6);
        let set = typesetter.set(&Block { words: &words, breaks: true, ..block(&face) }, 200.0);
        assert!(set.fits && set.height > 28.0);
    }

    fn block(face: &Face) -> Block<'_> {
        Block {
            words: "",
            language: "fr",
            face,
            weight: 400.0,
            size: 20.0,
            leading: 1.4,
            color: Color::BLACK,
            align: TextAlign::Start,
            balance: false,
            struck: false,
            breaks: false,
        }
    }
}
