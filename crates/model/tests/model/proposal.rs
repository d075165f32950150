//! Six roles from any colours.

use planche_model::{
    Color,
    charter::{Candidate, Colors, Mood, Origin, Proposal, Role},
};
use proptest::prelude::*;

const MOODS: [Mood; 5] = [Mood::Ground, Mood::Ink, Mood::Vivid, Mood::Soft, Mood::Cool];

fn color(text: &str) -> Color {
    text.parse().expect("a colour")
}

/// `#rrggbb`, after `role=` when it is said.
fn candidates(words: &str) -> Vec<Candidate> {
    let candidate = |word: &str| {
        let (role, value) = word.split_once('=').map_or((None, word), |(role, value)| (Some(role), value));
        let role = role.map(|name| Role::ALL.into_iter().find(|role| role.name() == name).expect("a role"));
        Candidate { name: String::new(), value: color(value), weight: 1.0, role }
    };
    words.split_whitespace().map(candidate).collect()
}

#[track_caller]
fn check_legible(colors: &Colors, what: &str) {
    let ink = colors.ink.value.contrast(colors.ground.value);
    assert!(ink >= 7.0, "{what}: ink {ink}");
    let accent = colors.accent.value.contrast(colors.ground.value);
    assert!(accent >= 4.5, "{what}: accent {accent}");
    for mood in MOODS {
        let palette = colors.palette(mood);
        let ratio = palette.ink.contrast(palette.ground);
        assert!(ratio >= 4.5, "{what} {mood:?}: {ratio}");
    }
}

/// Every colour of the brand is still there, in a role or among the others.
#[track_caller]
fn check_kept(candidates: &[Candidate], Proposal { colors, origins }: &Proposal) {
    for candidate in candidates {
        let mut shown =
            Role::ALL.map(|role| colors.of(role)).into_iter().chain(colors.more.iter().map(|own| own.value));
        assert!(shown.any(|shown| shown == candidate.value), "{} is lost", candidate.value);
    }
    for (role, origin) in origins {
        let own = |value: Color| candidates.iter().any(|candidate| candidate.value == value);
        match origin {
            Origin::Brand => assert!(own(colors.of(*role)), "{role:?} is not the brand's"),
            Origin::Adjusted { from } => assert!(own(*from) && colors.of(*role) != *from, "{role:?} is not adjusted"),
            Origin::Made => {}
        }
    }
}

#[test]
fn awkward_palettes_give_words_that_can_be_read() {
    let check = |palette: &str, expected: &str| {
        let candidates = candidates(palette);
        let proposal = Colors::proposed(&candidates);
        check_legible(&proposal.colors, palette);
        check_kept(&candidates, &proposal);
        let origins = Role::ALL.map(|role| match proposal.origins[&role] {
            Origin::Brand => format!("{}={}", role.name(), proposal.colors.of(role)),
            Origin::Adjusted { from } => format!("{}~{from}", role.name()),
            Origin::Made => String::new(),
        });
        let told: Vec<&str> = origins.iter().map(String::as_str).filter(|origin| !origin.is_empty()).collect();
        assert_eq!(told.join(" "), expected, "{palette}");
    };
    check("", "");
    check("#1e3a8a", "vivid=#1e3a8a");
    check("#ffffff #000000", "ground=#ffffff ink=#000000");
    // All dark: the page is made, the words are not.
    check("#111111 #1a1a2e #16213e", "ink=#111111 vivid=#16213e");
    // All light.
    check("#fdf6e3 #ffe4e1 #e0ffff #f0fff0", "ground=#fdf6e3 vivid=#e0ffff soft=#ffe4e1");
    check("#333333 #777777 #bbbbbb #eeeeee", "ground=#eeeeee ink=#333333 vivid~#777777 soft=#bbbbbb");
    // Neon: loud, legible on nothing light.
    check("#39ff14 #ff00ff #00ffff #ffff00", "vivid=#ff00ff");
    // The sample brand, without its roles.
    check(
        "#efebe2 #1f3d36 #8a4b2f #c9cb62 #e2a48c #9fbcae",
        "ground=#efebe2 ink=#1f3d36 accent=#8a4b2f vivid=#c9cb62 soft=#e2a48c cool=#9fbcae",
    );
    // What the brand says holds, as far as it can be read.
    check("ground=#101014 ink=#f5f5f5 vivid=#7c3aed", "ground=#101014 ink=#f5f5f5 vivid=#7c3aed");
    check("ground=#ffffff ink=#999999 accent=#ffcc00", "ground=#ffffff ink~#999999 accent~#ffcc00");
    check("ground=#808080 ink=#808080", "ground~#808080 ink~#808080");
}

#[test]
fn two_colours_give_words_that_can_be_read() {
    for first in ["#000000", "#ffffff", "#ff0000", "#ffff00", "#00ff00", "#0000ff", "#808080", "#1f3d36", "#c53d1a"] {
        let colors = Colors::from_two(color(first), color("#ff00ff"));
        check_legible(&colors, first);
        let names = Role::ALL.map(|role| colors.swatch(role).name.clone());
        assert_eq!(names, ["Fond", "Encre", "Accent", "Vif", "Doux", "Frais"]);
        let shown = std::iter::once(&colors.vivid).chain(&colors.more);
        assert!(shown.into_iter().any(|swatch| swatch.value == color(first)), "{first} is lost");
    }
}

#[test]
fn the_larger_part_of_a_picture_speaks() {
    let of = |red: f64, blue: f64| {
        let part = |value: &str, weight| Candidate { name: String::new(), value: color(value), weight, role: None };
        Colors::proposed(&[part("#c0392b", red), part("#2455c0", blue)]).colors.vivid.value
    };
    assert_eq!(of(9.0, 1.0), color("#c0392b"));
    assert_eq!(of(1.0, 9.0), color("#2455c0"));
}

prop_compose! {
    fn candidate()(
        value in any::<[u8; 3]>(),
        weight in prop_oneof![Just(1.0), 0.0..1e6],
        role in prop::option::weighted(0.3, prop::sample::select(Role::ALL.to_vec())),
    ) -> Candidate {
        let [red, green, blue] = value;
        Candidate { name: String::new(), value: Color { red, green, blue }, weight, role }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_palette_gives_words_that_can_be_read(candidates in prop::collection::vec(candidate(), 0..12)) {
        let proposal = Colors::proposed(&candidates);
        check_legible(&proposal.colors, "random");
        check_kept(&candidates, &proposal);
    }

    #[test]
    fn any_two_colours_give_words_that_can_be_read(first in any::<[u8; 3]>(), second in any::<[u8; 3]>()) {
        let of = |[red, green, blue]: [u8; 3]| Color { red, green, blue };
        check_legible(&Colors::from_two(of(first), of(second)), "random");
    }
}
