use crate::charter::PictureShape;

/// The proportions of a format, by ranges in which one arrangement works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aspect {
    /// Width over height up to 0.7: a story.
    Tall,
    /// Up to 0.9: 4:5, 3:4.
    Portrait,
    /// Up to 1.25: a square.
    Square,
    /// Up to 2.2: 16:9.
    Wide,
    /// Beyond: the covers of profiles.
    Banner,
}

impl Aspect {
    /// The range that a size falls in.
    pub fn of(width: f64, height: f64) -> Self {
        match width / height {
            ratio if ratio <= 0.7 => Self::Tall,
            ratio if ratio <= 0.9 => Self::Portrait,
            ratio if ratio <= 1.25 => Self::Square,
            ratio if ratio <= 2.2 => Self::Wide,
            _ => Self::Banner,
        }
    }
}

/// What an arrangement may depend on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Conditions {
    /// The format's proportions.
    pub aspect: Aspect,
    /// How the charter cuts photographs.
    pub shape: PictureShape,
    /// Whether the page has a picture.
    pub picture: bool,
}

impl Conditions {
    /// Every combination.
    pub fn all() -> impl Iterator<Item = Self> {
        let aspects = [Aspect::Tall, Aspect::Portrait, Aspect::Square, Aspect::Wide, Aspect::Banner];
        aspects.into_iter().flat_map(|aspect| {
            [PictureShape::Arch, PictureShape::Disc]
                .into_iter()
                .flat_map(move |shape| [true, false].map(|picture| Self { aspect, shape, picture }))
        })
    }

    /// Whether all the words of a condition hold, for example `disc tall`. The first word that is none is the error.
    pub(super) fn hold<'a>(&self, words: &'a str) -> Result<bool, &'a str> {
        words.split_whitespace().try_fold(true, |held, word| Ok(held && self.holds(word)?))
    }

    fn is_wide(&self) -> bool {
        matches!(self.aspect, Aspect::Wide | Aspect::Banner)
    }

    fn holds<'a>(&self, word: &'a str) -> Result<bool, &'a str> {
        Ok(match word {
            "tall" => self.aspect == Aspect::Tall,
            "portrait" => self.aspect == Aspect::Portrait,
            "square" => self.aspect == Aspect::Square,
            "wide" => self.is_wide(),
            "banner" => self.aspect == Aspect::Banner,
            "narrow" => !self.is_wide(),
            "arch" => self.shape == PictureShape::Arch,
            "disc" => self.shape == PictureShape::Disc,
            "picture" => self.picture,
            "plain" => !self.picture,
            other => return Err(other),
        })
    }
}
