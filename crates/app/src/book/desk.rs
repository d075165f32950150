use planche_layout::{Block, BrandKit, Lettering, Typesetter};
use planche_model::{
    Charter,
    charter::{Colors, Face, Mood},
};
use planche_scene::Size;

use super::{
    inks::{Inks, paint},
    labels::Labels,
    text::{Text, Voice},
};

/// What a book is made with.
pub(super) struct Desk<'a> {
    pub kit: &'a BrandKit,
    pub charter: &'a Charter,
    pub labels: Labels,
    typesetter: Typesetter,
}

/// How much smaller words become at each try.
const STEP: f64 = 0.94;

impl<'a> Desk<'a> {
    pub fn new(kit: &'a BrandKit, labels: Labels, mut typesetter: Typesetter) -> Self {
        typesetter.add_families(&kit.fonts);
        Self { kit, charter: &kit.charter, labels, typesetter }
    }

    pub fn colors(&self) -> &'a Colors {
        &self.charter.colors
    }

    pub fn inks(&self, mood: Mood) -> Inks {
        Inks::of(self.colors(), mood)
    }

    /// A label, to keep beside a desk that goes on working.
    pub fn say(&self, name: &str) -> String {
        self.labels.say(name).to_owned()
    }

    /// The words in lines of at most `width` u; a word too wide for that makes them all smaller, then is cut.
    pub fn set(&mut self, text: &Text<'_>, width: f64, inks: Inks) -> Lettering {
        self.fit(text, Size::new(width, f64::INFINITY), inks)
    }

    /// The words, as large as they may be in that room; a last resort keeps to the width alone.
    pub fn fit(&mut self, text: &Text<'_>, room: Size, inks: Inks) -> Lettering {
        let mut size = text.size;
        loop {
            let set = self.try_at(text, size, room.width, inks, false);
            if set.fits && set.height <= room.height {
                return set;
            }
            if size <= text.least {
                return if set.fits { set } else { self.try_at(text, size, room.width, inks, true) };
            }
            size = (size * STEP).max(text.least);
        }
    }

    fn try_at(&mut self, text: &Text<'_>, size: f64, width: f64, inks: Inks, breaks: bool) -> Lettering {
        let (face, language) = self.voice(text.voice);
        let block = Block {
            words: text.words,
            language,
            face,
            weight: text.weight_in(face),
            size: size as f32,
            leading: text.leading.unwrap_or(face.leading),
            color: paint(text.color.unwrap_or(inks.words)),
            align: text.align,
            balance: text.balance,
            struck: text.struck,
            breaks,
        };
        self.typesetter.set(&block, width)
    }

    fn voice(&self, voice: Voice) -> (&'a Face, &'a str) {
        let Charter { fonts, language, .. } = self.charter;
        match voice {
            Voice::Title => (&fonts.title, language),
            Voice::Brand => (&fonts.text, language),
            Voice::Label => (&fonts.text, self.labels.language),
        }
    }
}
