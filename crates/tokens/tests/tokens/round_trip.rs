//! What is written is read again.

use planche_model::{
    Charter,
    charter::{Role, Swatch},
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

    #[test]
    fn swatches_hold_colours_and_names(charter in strategies::charter()) {
        let palette = read(&write(&charter, Target::Ase)).unwrap();
        prop_assert_eq!(&palette.left_out, &[]);
        prop_assert_eq!(palette.colors, swatches(&charter, |name| name.replace('\0', "")));
    }

    #[test]
    fn gimp_holds_colours_names_and_roles(charter in strategies::charter()) {
        let palette = read(&write(&charter, Target::Gpl)).unwrap();
        check_roles(&palette);
        prop_assert_eq!(&palette.left_out, &[]);
        prop_assert_eq!(palette.colors, swatches(&charter, on_a_line));
        prop_assert_eq!(palette.name, on_a_line(&charter.name));
    }

    #[test]
    fn style_sheets_hold_colours_names_and_roles(charter in strategies::charter()) {
        let palette = read(&write(&charter, Target::Css)).unwrap();
        check_roles(&palette);
        prop_assert_eq!(palette.colors, swatches(&charter, |name| on_a_line(&name.replace("*/", "* /"))));
        let families = [palette.title, palette.text].map(|at| palette.styles[at.unwrap()].families.clone());
        let fonts = [&charter.fonts.title, &charter.fonts.text].map(|face| vec![face.family.trim().to_owned()]);
        prop_assert_eq!(families, fonts);
    }

    #[test]
    fn tokens_of_texts_hold_colours_and_families(charter in strategies::charter()) {
        let palette = read(&write(&charter, Target::TextTokens)).unwrap();
        let found: Vec<_> = palette.colors.iter().map(|swatch| swatch.value).collect();
        let expected: Vec<_> = swatches(&charter, str::to_owned).into_iter().map(|swatch| swatch.value).collect();
        prop_assert_eq!(found, expected);
        check_roles(&palette);
    }

    #[test]
    fn files_are_told_apart(charter in strategies::charter()) {
        let expected = [FileKind::Tokens, FileKind::Tokens, FileKind::Ase, FileKind::Gpl, FileKind::Css];
        for (target, expected) in Target::ALL.into_iter().zip(expected) {
            prop_assert_eq!(kind(&write(&charter, target)), Some(expected));
        }
    }
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
