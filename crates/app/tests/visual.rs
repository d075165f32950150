//! What a charter asks of the pages that are drawn from it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails, and says where")]

use std::path::{Path, PathBuf};

use planche_app::{Assets, Engine, kit};
use planche_layout::Job;
use planche_model::{
    BrandId, Charter, Document, DocumentId, FormatId,
    charter::{Grade, Role, Rule, Sizes, TypeRole},
    outline,
};
use uuid::Uuid;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets")
}

fn document(text: &str) -> Document {
    let mut last = 0;
    let mut ids = || {
        last += 1;
        Uuid::from_u128(last)
    };
    let format = FormatId::from("ig_carousel_4_5");
    outline::build(
        outline::parse(text),
        DocumentId(Uuid::nil()),
        BrandId(Uuid::nil()),
        format.clone(),
        vec![format],
        &mut ids,
    )
}

/// The codes, and one parameter of each, of what is said of the first page, the sample charter changed first.
fn said(engine: &Engine, text: &str, format: &str, change: &dyn Fn(&mut Charter)) -> Vec<(String, String)> {
    let folder = root().join("brands/maree-basse");
    let mut charter = Charter::parse(&std::fs::read_to_string(folder.join("charter.json")).unwrap()).unwrap();
    change(&mut charter);
    let brand = kit::build(charter, &engine.assets, |name| Ok(std::fs::read(folder.join(name)).unwrap())).unwrap();
    let document = document(text);
    let format = engine.assets.formats.get(&FormatId::from(format)).unwrap();
    let job = Job { document: &document, page: document.pages()[0].id, format, brand: &brand, pictures: &() };
    let findings = engine.work(|bench| bench.compose(job)).findings;
    let first = |finding: &planche_model::Finding| finding.parameters.values().next().cloned().unwrap_or_default();
    findings.iter().map(|finding| (finding.code.clone(), first(finding))).collect()
}

#[test]
fn pages_are_held_against_their_charter() {
    let engine = Engine::new(std::sync::Arc::new(Assets::load(&root()).unwrap()));
    let page = "# Oui, vos bols vont au four.\nGrès, mode d’emploi";
    let check = |text: &str, format: &str, change: &dyn Fn(&mut Charter), expected: &[&str]| {
        let said = said(&engine, text, format, change);
        assert_eq!(said.iter().map(|(code, _)| code.as_str()).collect::<Vec<_>>(), expected, "{said:?}");
    };
    let feed = "ig_carousel_4_5";
    check(page, feed, &|_| {}, &[]);
    let pale = |charter: &mut Charter| charter.colors.ink.value = "#c8c2b4".parse().unwrap();
    check(page, feed, &pale, &["low-contrast"]);
    let silent = |charter: &mut Charter| {
        pale(charter);
        charter.rules.insert(Rule::LowContrast, Grade::Off);
    };
    check(page, feed, &silent, &[]);
    check(page, feed, &|charter| charter.logo.as_mut().unwrap().least = 90.0, &["logo-size"]);
    check(page, feed, &|charter| charter.logo.as_mut().unwrap().space = 4.0, &["logo-space"]);
    check(page, feed, &|charter| charter.logo.as_mut().unwrap().never_on = vec![Role::Ground], &["logo-background"]);
    check(page, feed, &|charter| charter.logo.as_mut().unwrap().never_on = vec![Role::Vivid], &[]);
    // The sample's logo is drawn in one colour, which takes the ink's unless it keeps its own.
    check(page, feed, &|charter| charter.logo.as_mut().unwrap().ink = false, &[]);
    let own = |charter: &mut Charter| {
        charter.logo.as_mut().unwrap().ink = false;
        charter.colors.ink.value = "#0a2a6b".parse().unwrap();
    };
    check(page, feed, &own, &["off-palette"]);
    // Young Serif has no Vietnamese letters.
    check("# Đặt gốm", feed, &|_| {}, &["unknown-font"]);
}

#[test]
fn words_are_as_large_as_their_charter_allows() {
    let engine = Engine::new(std::sync::Arc::new(Assets::load(&root()).unwrap()));
    let small = |charter: &mut Charter| {
        charter.fonts.sizes.insert(TypeRole::Text, Sizes { least: 16.0, most: 20.0 });
    };
    let said = said(&engine, "# Un point {point}\nUne phrase qui la porte.", "ig_carousel_4_5", &small);
    assert_eq!(said, [("text-small".to_owned(), "20".to_owned())]);
}
