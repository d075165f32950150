//! What lies behind words: its colours, what it casts, and that it goes when they are not there.

use crate::sample::Setting;

fn page(last: &'static str, outline: &str) -> String {
    Setting { last, ..Setting::default() }.compose(outline).scene.to_string()
}

#[test]
fn a_panel_goes_with_the_words_it_is_for() {
    const PANEL: &str = r#"{"is":"stack","height":90,"fill":"accent","children":[CHILDREN]}"#;
    let check = |children: &str, outline: &str, expected: bool| {
        let last: &'static str = PANEL.replace("CHILDREN", children).leak();
        assert_eq!(page(last, outline).contains("fill #8a4b2f"), expected, "{children} under {outline:?}");
    };
    let kicker = r#"{"is":"text","slot":"kicker","size":30}"#;
    check(kicker, "# Bols\n\n*Grès*\n", true);
    check(kicker, "# Bols\n", false);
    let nested =
        format!(r#"{{"is":"shape","outline":"disc","width":20,"height":20}},{{"is":"stack","children":[{kicker}]}}"#);
    check(&nested, "# Bols\n\n*Grès*\n", true);
    check(&nested, "# Bols\n", false);
    check(r#"{"is":"text","literal":"§","size":30}"#, "# Bols\n", true);
    check("", "# Bols\n", true);
}

#[test]
fn a_panel_casts_a_shadow_and_runs_through_colours() {
    let check = |fields: &str, expected: &str| {
        let last: &'static str = format!(r#"{{"is":"stack","height":90,{fields}}}"#).leak();
        let page = page(last, "# Bols\n");
        assert!(page.contains(expected), "{fields}: {page}");
    };
    check(
        r#""fill":"ground","shadow":{"y":24,"blur":56,"tone":"ink 35%"}"#,
        "group Artifact shadow 0 24 soft 28 #1f3d3659",
    );
    check(r#""gradient":{"angle":90,"tones":["ground","accent"]}"#, "fill gradient");
    check(r#""gradient":{"kind":"sweep","tones":["ground","accent","ink 20%"]}"#, "fill gradient");
}
