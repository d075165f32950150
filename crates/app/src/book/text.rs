use planche_model::{Color, charter::Face, template::TextAlign};
use planche_scene::Mark;

/// Words of the book, and how they are set.
#[derive(Clone, Debug)]
pub(super) struct Text<'a> {
    pub words: &'a str,
    pub voice: Voice,
    pub weight: Weight,
    /// In u.
    pub size: f64,
    /// The size below which it must not shrink, in u.
    pub least: f64,
    /// In em; the face's own when absent.
    pub leading: Option<f32>,
    /// The sheet's own when absent.
    pub color: Option<Color>,
    pub align: TextAlign,
    pub balance: bool,
    pub struck: bool,
    pub mark: Mark,
}

/// Which of the brand's typefaces speaks, and whose words it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    /// The title face, words of the brand.
    Title,
    /// The text face, words of the brand.
    Brand,
    /// The text face, words of the book.
    Label,
}

/// How heavy words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Plain,
    Strong,
}

/// The least size of words that people read, in u: 8.8 pt on a page as wide as an A4 sheet.
pub(super) const SMALL: f64 = 20.0;
/// The size of running text, in u.
pub(super) const BODY: f64 = 28.0;

impl<'a> Text<'a> {
    /// Words in the title face.
    pub fn title(words: &'a str, size: f64) -> Self {
        Self { least: (size * 0.5).max(SMALL), balance: true, ..Self::new(words, Voice::Title, size) }
    }

    /// The brand's words in the text face.
    pub fn brand(words: &'a str, size: f64) -> Self {
        Self::new(words, Voice::Brand, size)
    }

    /// The book's own words.
    pub fn label(words: &'a str, size: f64) -> Self {
        Self { leading: Some(1.3), ..Self::new(words, Voice::Label, size) }
    }

    fn new(words: &'a str, voice: Voice, size: f64) -> Self {
        Self {
            words,
            voice,
            weight: Weight::Plain,
            size,
            least: size.min(SMALL),
            leading: None,
            color: None,
            align: TextAlign::Start,
            balance: false,
            struck: false,
            mark: Mark::Paragraph,
        }
    }

    pub fn strong(self) -> Self {
        Self { weight: Weight::Strong, ..self }
    }

    pub fn heading(self, level: u8) -> Self {
        Self { mark: Mark::Heading(level), ..self }
    }

    pub fn color(self, color: Color) -> Self {
        Self { color: Some(color), ..self }
    }

    pub fn aligned(self, align: TextAlign) -> Self {
        Self { align, ..self }
    }

    pub fn leading(self, leading: f32) -> Self {
        Self { leading: Some(leading), ..self }
    }

    pub fn balanced(self) -> Self {
        Self { balance: true, ..self }
    }

    pub fn struck(self) -> Self {
        Self { struck: true, ..self }
    }

    pub fn down_to(self, least: f64) -> Self {
        Self { least, ..self }
    }

    pub fn weight_in(&self, face: &Face) -> f32 {
        match self.weight {
            Weight::Plain => face.weight,
            Weight::Strong => face.strong,
        }
    }
}
