//! What is written is read again.

use planche_model::{
    Charter,
    charter::{Face, Role, Swatch},
    strategies,
};
use planche_tokens::{FileKind, Palette, Target, kind, read, write};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    /// The charter the tokens are laid on is another one: nothing of its graphic half may stay.
    #[test]
    fn tokens_hold_the_graphic_half_of_any_charter(charter in strategies::charter(), other in strategies::charter()) {
        let written = write(&charter, Target::Tokens);
        let palette = read(&written).unwrap();
        prop_assert_eq!(&palette.left_out, &[]);
        let laid = palette.lay_on(&other).unwrap();
        prop_assert_eq!(&laid.left_out, &[]);
        prop_assert_eq!(&laid.charter, &charter);
        prop_assert_eq!(write(&laid.charter, Target::Tokens), written);
    }

    /// One test, as making a charter takes longer than writing and reading it.
    #[test]
    fn the_other_files_hold_colours_and_names(charter in strategies::charter()) {
        check_ase(&charter);
        check_gpl(&charter);
        check_css(&charter);
        check_text_tokens(&charter);
        let kinds = Target::ALL.map(|target| kind(&write(&charter, target)));
        let expected = [FileKind::Tokens, FileKind::Tokens, FileKind::Ase, FileKind::Gpl, FileKind::Css];
        prop_assert_eq!(kinds, expected.map(Some));
    }
}

fn check_ase(charter: &Charter) {
    let palette = again(charter, Target::Ase);
    assert_eq!(palette.left_out, []);
    assert_eq!(palette.colors, swatches(charter, |name| name.replace('\0', "")));
    assert_eq!(palette.name, charter.name);
}

fn check_gpl(charter: &Charter) {
    let palette = again(charter, Target::Gpl);
    check_roles(&palette);
    assert_eq!(palette.left_out, []);
    assert_eq!(palette.colors, swatches(charter, on_a_line));
    assert_eq!(palette.name, on_a_line(&charter.name));
}

fn check_css(charter: &Charter) {
    let palette = again(charter, Target::Css);
    check_roles(&palette);
    assert_eq!(palette.colors, swatches(charter, |name| on_a_line(&name.replace("*/", "* /"))));
    assert!(palette.left_out.iter().all(|left| left.name.starts_with("gradient-")), "{:?}", palette.left_out);
    assert_eq!(palette.left_out.len(), charter.gradients.len());
    assert_eq!(palette.sizes, charter.fonts.sizes);
    let shapes = (palette.rule, palette.button);
    assert_eq!(shapes, (Some(charter.shapes.rule), Some(charter.shapes.button)));
    check_face(&palette, palette.title, &charter.fonts.title);
    check_face(&palette, palette.text, &charter.fonts.text);
}

fn check_face(palette: &Palette, at: Option<usize>, face: &Face) {
    let style = &palette.styles[at.expect("a style")];
    assert_eq!(style.families, [face.family.trim()]);
    let found = [style.weight, style.strong, style.width, style.tracking, style.leading];
    assert_eq!(found, [face.weight, face.strong, face.width, face.tracking, face.leading].map(Some));
}

fn check_text_tokens(charter: &Charter) {
    let palette = again(charter, Target::TextTokens);
    check_roles(&palette);
    let values = |swatches: Vec<Swatch>| swatches.into_iter().map(|swatch| swatch.value).collect::<Vec<_>>();
    assert_eq!(values(palette.colors), values(swatches(charter, str::to_owned)));
}

fn again(charter: &Charter, target: Target) -> Palette {
    read(&write(charter, target)).expect("what is written is read")
}

/// A charter's colours in the order of the files, with names as far as a kind of file can say them.
fn swatches(charter: &Charter, name: impl Fn(&str) -> String) -> Vec<Swatch> {
    let all = Role::ALL.map(|role| charter.colors.swatch(role)).into_iter().chain(&charter.colors.more);
    all.map(|swatch| Swatch { name: name(&swatch.name), value: swatch.value }).collect()
}

fn on_a_line(name: &str) -> String {
    name.replace(char::is_control, " ").trim().to_owned()
}

#[track_caller]
fn check_roles(palette: &Palette) {
    let roles: Vec<_> = palette.roles.iter().map(|(role, at)| (*role, *at)).collect();
    assert_eq!(roles, Role::ALL.into_iter().zip(0..).collect::<Vec<_>>());
}
