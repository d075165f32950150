//! Six roles from any colours a brand brings: an imported palette, a photograph's, a logo's.
//!
//! A colour of the brand is never changed when it can play its part as it is. What is missing is made from the loudest
//! of them and from the one that answers it.

mod cast;
mod shade;

use std::collections::BTreeMap;

use serde::Serialize;

use self::{
    cast::{Cast, best, said},
    shade::{BLACK, WHITE, apart, shade},
};
use super::{Colors, Role};
use crate::{Color, Oklch};

/// How light a page's ground is and how dark its ink: far enough apart for any hue to give 10 to 1.
const GROUND_LIGHTNESS: f64 = 0.955;
const INK_LIGHTNESS: f64 = 0.27;
/// No ink that is made is darker.
const DARKEST_INK: f64 = 0.1;
/// Long texts (WCAG 2.2, 1.4.6).
const INK_CONTRAST: f64 = 7.0;
/// Words of any size (WCAG 2.2, 1.4.3).
const WORD_CONTRAST: f64 = 4.5;
/// What has less chroma looks grey.
const GREY: f64 = 0.04;

/// A colour that a brand brings.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// What the brand calls it; may be empty.
    pub name: String,
    /// The colour.
    pub value: Color,
    /// How much there is of it, in any unit: pixels, or 1 for each colour of a palette.
    pub weight: f64,
    /// What it is for, when that is known.
    pub role: Option<Role>,
}

/// Six colours by role, and where each is from.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The colours; those of the brand that play no part, or not as they were, are in [`Colors::more`].
    pub colors: Colors,
    /// Where each is from.
    pub origins: BTreeMap<Role, Origin>,
}

/// Where a proposed colour is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase", tag = "kind")]
pub enum Origin {
    /// The brand's own, untouched.
    Brand,
    /// The brand's own, made lighter or darker until words can be read.
    Adjusted {
        /// As the brand brought it.
        from: Color,
    },
    /// Made from the brand's others.
    Made,
}

impl Colors {
    /// Six roles from any colours: ink on ground gives 7 to 1 or more, the accent on ground and the words of every
    /// mood 4.5 to 1 or more. Without a colour, greys.
    pub fn proposed(candidates: &[Candidate]) -> Proposal {
        let free = || candidates.iter().filter(|candidate| candidate.role.is_none());
        let loud = said(candidates, Role::Vivid)
            .or_else(|| best(free(), |candidate| is_chromatic(candidate).then(|| loudness(candidate))))
            .or_else(|| best(free(), |candidate| Some(loudness(candidate))))
            .or(candidates.first())
            .map_or(BLACK, |candidate| candidate.value);
        let distance = |candidate: &Candidate| Some(apart(candidate.value, loud) * share(candidate));
        let answer = said(candidates, Role::Soft).or_else(|| best(free(), distance));
        Scheme { loud, answer: answer.map_or(loud, |candidate| candidate.value) }.complete(candidates)
    }

    /// Six roles from two colours: the first speaks loudest, the second answers.
    pub fn from_two(first: Color, second: Color) -> Self {
        let loud = Candidate { name: String::new(), value: first, weight: 1.0, role: Some(Role::Vivid) };
        Scheme { loud: first, answer: second }.complete(&[loud]).colors
    }
}

/// What colours are made from.
struct Scheme {
    loud: Color,
    answer: Color,
}

impl Scheme {
    fn complete(&self, candidates: &[Candidate]) -> Proposal {
        let mut cast = Cast::new(candidates);
        let ground = cast.play(Role::Ground, paper, bears_ink, || shade(self.loud, GROUND_LIGHTNESS, 0.012));
        let is_ink = |color: Color| color.contrast(ground) >= INK_CONTRAST;
        let ink = |candidate: &Candidate| {
            (candidate.value != self.loud && is_ink(candidate.value)).then(|| candidate.value.contrast(ground))
        };
        let ink = cast.play(Role::Ink, ink, is_ink, || self.ink(ground));
        let carries_words = |color: Color| color.contrast(ink).max(color.contrast(ground)) >= WORD_CONTRAST;
        let is_loud = |candidate: &Candidate| (candidate.value == self.loud).then_some(1.0);
        cast.play(Role::Vivid, is_loud, carries_words, || shade(self.loud, 0.72, 1.0));
        let is_legible = |color: Color| color.contrast(ground) >= WORD_CONTRAST;
        let accent = |candidate: &Candidate| {
            (is_chromatic(candidate) && is_legible(candidate.value)).then(|| Oklch::from(candidate.value).chroma)
        };
        cast.play(Role::Accent, accent, is_legible, || self.loud);
        let quiet = |candidate: &Candidate, lightness| {
            quietness(candidate.value, lightness).filter(|_| carries_words(candidate.value))
        };
        cast.play(Role::Soft, |own| quiet(own, 0.83), carries_words, || shade(self.answer, 0.83, 0.08));
        cast.play(Role::Cool, |own| quiet(own, 0.72), carries_words, || shade(self.answer, 0.72, 0.05));
        cast.put_warm_before_cool();
        cast.proposal()
    }

    /// Ink of the loud colour's hue: light on a dark ground, otherwise dark enough for words on the loud colour too.
    fn ink(&self, ground: Color) -> Color {
        if ground.contrast(WHITE) > ground.contrast(BLACK) {
            return shade(self.loud, GROUND_LIGHTNESS, 0.012);
        }
        let carries = |ink: &Color| self.loud.contrast(*ink).max(self.loud.contrast(ground)) >= WORD_CONTRAST;
        let darker = |step: i32| shade(self.loud, INK_LIGHTNESS - f64::from(step) * 0.01, 0.05);
        let steps = ((INK_LIGHTNESS - DARKEST_INK) * 100.0).round() as i32;
        (0..=steps).map(darker).find(carries).unwrap_or_else(|| darker(0))
    }
}

/// How much there is of it, so that a few pixels do not win and a large ground does not either.
fn share(candidate: &Candidate) -> f64 {
    candidate.weight.max(0.0).sqrt()
}

fn is_chromatic(candidate: &Candidate) -> bool {
    Oklch::from(candidate.value).chroma >= GREY
}

/// Chroma first; among greys, the one farthest from black and white.
fn loudness(candidate: &Candidate) -> f64 {
    let Oklch { lightness, chroma, .. } = candidate.value.into();
    (chroma + 0.02 * (1.0 - (2.0 * lightness - 1.0).abs())) * share(candidate)
}

/// How much there is of a colour that a page can be made of.
fn paper(candidate: &Candidate) -> Option<f64> {
    let Oklch { lightness, chroma, .. } = candidate.value.into();
    (lightness >= 0.9 && chroma <= 0.05).then_some(candidate.weight)
}

/// Whether some ink can be read on it for long, with room to spare for an ink that is not quite black or white.
fn bears_ink(ground: Color) -> bool {
    ground.contrast(BLACK).max(ground.contrast(WHITE)) >= INK_CONTRAST + 1.0
}

/// How near a light, quiet colour is to the lightness that is wanted.
fn quietness(color: Color, wanted: f64) -> Option<f64> {
    let Oklch { lightness, chroma, .. } = color.into();
    ((0.6..=0.96).contains(&lightness) && chroma <= 0.13).then(|| -(lightness - wanted).abs())
}
