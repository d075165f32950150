//! Charters: worked on as drafts, put in force, gone back to.

use planche_app::wire::{
    AddBrandFile, ApplyCharter, AskProof, CharterView, DocumentView, OfBrand, OfDocument, OfVersion, SaveCharter,
};
use planche_model::{
    Charter,
    charter::{Grade, Rule},
};
use serde_json::json;
use uuid::Uuid;

use crate::Bench;

impl Bench {
    fn charter(&self, brand: Uuid) -> CharterView {
        self.studio().charter(OfBrand { brand }).unwrap()
    }

    /// Works on the vivid colour.
    pub fn recolour(&self, brand: Uuid, value: &str) -> CharterView {
        let mut charter = self.charter(brand).charter;
        charter.colors.vivid.value = value.parse().unwrap();
        self.save(brand, charter)
    }

    fn save(&self, brand: Uuid, charter: Charter) -> CharterView {
        self.studio().save_charter(SaveCharter { brand, charter }).unwrap()
    }

    fn apply(&self, brand: Uuid, name: &str) -> CharterView {
        self.studio().apply_charter(ApplyCharter { brand, name: name.to_owned() }).unwrap()
    }
}

fn stamps(view: &DocumentView) -> Vec<&str> {
    view.pages.iter().map(|page| page.stamp.as_str()).collect()
}

#[test]
fn a_draft_restyles_nothing_until_it_is_applied_and_then_all_that_is_not_published() {
    let bench = Bench::new();
    let followed = bench.sample();
    let brand = followed.brand;
    let copy = bench.studio().duplicate_document(OfDocument { document: followed.id }).unwrap().id;
    let published = bench.open(copy);
    bench.studio().publish_document(OfDocument { document: copy }).unwrap();

    assert!(bench.recolour(brand, "#3344ff").drafted);
    assert_eq!(stamps(&bench.open(followed.id)), stamps(&followed));
    let impact = bench.studio().charter_impact(OfBrand { brand }).unwrap();
    let changes: Vec<_> = impact.changes.iter().map(|change| change.path.as_str()).collect();
    assert_eq!(changes, ["colors.vivid.value"]);
    let documents: Vec<Uuid> = impact.documents.iter().map(|card| card.id).collect();
    assert_eq!((documents, impact.published), (vec![followed.id], 1));

    let view = bench.apply(brand, "Bleu");
    assert!(!view.drafted);
    assert_eq!(view.versions.iter().map(|version| version.number).collect::<Vec<_>>(), [2, 1]);
    assert_ne!(stamps(&bench.open(followed.id)), stamps(&followed));
    assert_eq!(stamps(&bench.open(copy)), stamps(&published), "a published document keeps its charter");
}

#[test]
fn it_is_so_after_a_restart_and_until_the_document_is_taken_back() {
    let mut bench = Bench::new();
    let view = bench.sample();
    bench.studio().publish_document(OfDocument { document: view.id }).unwrap();
    bench.recolour(view.brand, "#3344ff");
    bench.reopen();
    assert!(bench.charter(view.brand).drafted, "a draft survives");
    bench.apply(view.brand, "");
    bench.reopen();
    assert_eq!(stamps(&bench.open(view.id)), stamps(&view));
    bench.studio().unpublish_document(OfDocument { document: view.id }).unwrap();
    assert_ne!(stamps(&bench.open(view.id)), stamps(&view));
}

#[test]
fn a_charter_of_before_is_compared_and_worked_on_again() {
    let bench = Bench::new();
    let view = bench.sample();
    let brand = view.brand;
    let first = bench.charter(brand).charter;
    bench.recolour(brand, "#3344ff");
    bench.apply(brand, "");
    let changes = bench.studio().compare_charter(OfVersion { brand, number: 1 }).unwrap();
    let change = &changes[0];
    assert_eq!(changes.len(), 1);
    assert_eq!((change.before.as_deref(), change.after.as_deref()), (Some("#3344ff"), Some("#c9cb62")));
    let restored = bench.studio().restore_charter(OfVersion { brand, number: 1 }).unwrap();
    assert!(restored.drafted && restored.charter == first);
    assert_eq!(bench.apply(brand, "").versions.len(), 3);
    assert_eq!(stamps(&bench.open(view.id)), stamps(&view), "the pages are what they were");
}

#[test]
fn a_draft_that_is_the_charter_in_force_is_none() {
    let bench = Bench::new();
    let brand = bench.sample().brand;
    let before = bench.charter(brand).charter.colors.vivid.value;
    assert!(bench.recolour(brand, "#3344ff").drafted);
    assert!(!bench.recolour(brand, &before.to_string()).drafted);
    bench.recolour(brand, "#3344ff");
    assert!(!bench.studio().discard_charter(OfBrand { brand }).unwrap().drafted);
}

#[test]
fn words_of_a_charter_change_no_picture() {
    let bench = Bench::new();
    let view = bench.sample();
    let mut charter = bench.charter(view.brand).charter;
    charter.editorial.signature = "À bientôt".to_owned();
    bench.studio().save_charter(SaveCharter { brand: view.brand, charter }).unwrap();
    let impact = bench.studio().charter_impact(OfBrand { brand: view.brand }).unwrap();
    assert_eq!((impact.changes.len(), impact.documents.len()), (1, 0));
    bench.apply(view.brand, "");
    assert_eq!(stamps(&bench.open(view.id)), stamps(&view));
}

#[test]
fn a_rule_that_is_switched_off_is_silent_on_open_documents_too() {
    let bench = Bench::new();
    let view = bench.sample();
    let mut charter = bench.charter(view.brand).charter;
    charter.colors.ink.value = "#c8c2b4".parse().unwrap();
    bench.save(view.brand, charter.clone());
    bench.apply(view.brand, "");
    let is_told = || bench.open(view.id).findings.iter().any(|finding| finding.code == "low-contrast");
    assert!(is_told());
    charter.rules.insert(Rule::LowContrast, Grade::Off);
    bench.save(view.brand, charter);
    bench.apply(view.brand, "");
    assert!(!is_told());
}

#[test]
fn a_charter_that_cannot_be_composed_with_is_never_in_force() {
    let bench = Bench::new();
    let brand = bench.sample().brand;
    let mut charter = bench.charter(brand).charter;
    charter.fonts.title.family = "Nulle Part".to_owned();
    bench.studio().save_charter(SaveCharter { brand, charter: charter.clone() }).unwrap();
    let refused = bench.studio().apply_charter(ApplyCharter { brand, name: String::new() }).unwrap_err();
    assert_eq!(refused.code, "unknownFont");
    assert!(bench.charter(brand).drafted, "the work is still there");
    charter.shapes.rule = 900.0;
    let refused = bench.studio().save_charter(SaveCharter { brand, charter }).unwrap_err();
    assert_eq!(refused.code, "badCharter");
}

#[test]
fn a_proof_shows_the_draft_on_the_brands_own_pages_or_on_a_specimen() {
    let bench = Bench::new();
    let sample = bench.sample().brand;
    let turn = |brand, turn| bench.studio().proof(AskProof { brand, turn }).unwrap();
    let before = turn(sample, 0);
    let formats: Vec<_> = before.iter().map(|page| page.format.as_str()).collect();
    let expected =
        ["ig_carousel_4_5", "ig_carousel_4_5", "ig_carousel_4_5", "ig_carousel_4_5", "ig_story", "x_image_16_9"];
    assert_eq!(formats, expected);
    bench.recolour(sample, "#3344ff");
    let after = turn(sample, 0);
    assert!(before.iter().zip(&after).all(|(before, after)| before.stamp != after.stamp));

    let new = json!({ "name": "Lune", "tagline": "", "primary": "#224488", "secondary": "#cc8844", "logo": null,
        "fontPair": bench.engine.assets.pairs[0].id });
    let brand = bench.studio().create_brand(serde_json::from_value(new).unwrap()).unwrap().id;
    let pages = turn(brand, 0);
    assert_eq!(pages.len(), 6);
    for page in pages {
        assert_eq!(page.document, brand);
        let format = page.format.as_str().into();
        let picture = |of| {
            let ids = (planche_app::id::BrandId(of), planche_app::id::DocumentId(page.document));
            bench.studio().proof_picture(ids.0, ids.1, planche_app::id::PageId(page.page), &format, 120)
        };
        assert!(picture(brand).unwrap().starts_with(b"\x89PNG"));
        assert_eq!(picture(sample).unwrap_err().code, "notFound", "no brand is shown in another one's charter");
    }
}

#[test]
fn a_brand_book_shows_the_charter_in_force_and_its_own_pages_or_a_specimen() {
    let bench = Bench::new();
    let sample = bench.sample().brand;
    let book = |brand| bench.studio().brand_book(planche_app::id::BrandId(brand));
    let before = book(sample).unwrap();
    bench.recolour(sample, "#3344ff");
    assert_eq!(book(sample).unwrap(), before, "a draft is nobody's yet");
    bench.apply(sample, "");
    let after = book(sample).unwrap();
    assert!(before.starts_with(b"%PDF-") && after.starts_with(b"%PDF-") && before != after);
    let new = json!({ "name": "Lune", "tagline": "", "primary": "#224488", "secondary": "#cc8844", "logo": null,
        "fontPair": bench.engine.assets.pairs[0].id });
    let brand = bench.studio().create_brand(serde_json::from_value(new).unwrap()).unwrap().id;
    assert!(book(brand).unwrap().starts_with(b"%PDF-"));
    assert_eq!(book(uuid::Uuid::nil()).unwrap_err().code, "notFound");
}

#[test]
fn drawings_of_one_name_stay_beside_each_other() {
    let bench = Bench::new();
    let brand = bench.sample().brand;
    let add = |bytes: &str| {
        let path = bench.folder.path().join("logo.svg");
        std::fs::write(&path, bytes).unwrap();
        bench.studio().add_brand_file(AddBrandFile { brand, path: path.display().to_string() })
    };
    let drawing = |side: u32| {
        format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="9"><path d="M0 0h9v9z"/></svg>"#)
    };
    assert_eq!(add(&drawing(9)).unwrap(), "logo-2.svg", "the sample has a logo.svg of its own");
    assert_eq!(add(&drawing(9)).unwrap(), "logo-2.svg");
    assert_eq!(add(&drawing(18)).unwrap(), "logo-3.svg");
    assert_eq!(add("nothing").unwrap_err().code, "badLogo");
    let typeface = |path: &std::path::Path| {
        bench.studio().add_brand_file(AddBrandFile { brand, path: path.display().to_string() })
    };
    let shipped = bench.engine.assets.sample("../fonts/files").join("YoungSerif.ttf");
    assert_eq!(typeface(&shipped).unwrap(), "YoungSerif.ttf");
    let bad = bench.folder.path().join("faux.otf");
    std::fs::write(&bad, "OTTO").unwrap();
    assert_eq!(typeface(&bad).unwrap_err().code, "damagedFont");
    assert!(bench.charter(brand).files.contains_key("logo-3.svg"));
}

#[test]
fn a_brand_is_duplicated_with_its_files_and_under_a_name_of_its_own() {
    let bench = Bench::new();
    let brand = bench.sample().brand;
    let twice = [(); 2].map(|()| bench.studio().duplicate_brand(OfBrand { brand }).unwrap());
    assert_eq!(twice.each_ref().map(|card| card.name.as_str()), ["Marée Basse 2", "Marée Basse 3"]);
    let copy = bench.charter(twice[0].id);
    assert_eq!((copy.documents, copy.versions.len()), (0, 1));
    assert!(copy.files.contains_key("logo.svg"));
}

#[test]
fn five_hundred_drafts_follow_one_colour_and_no_published_one_does() {
    let bench = Bench::new();
    let first = bench.sample();
    let copies: Vec<Uuid> =
        (1..500).map(|_| bench.studio().duplicate_document(OfDocument { document: first.id }).unwrap().id).collect();
    let published: std::collections::HashSet<Uuid> = copies.iter().step_by(10).copied().collect();
    for document in &published {
        bench.studio().publish_document(OfDocument { document: *document }).unwrap();
    }
    let stamps = || -> std::collections::HashMap<Uuid, String> {
        let cards = bench.studio().documents(OfBrand { brand: first.brand }).unwrap();
        cards.into_iter().map(|card| (card.id, card.first_stamp)).collect()
    };
    let before = stamps();
    bench.recolour(first.brand, "#3344ff");
    let impact = bench.studio().charter_impact(OfBrand { brand: first.brand }).unwrap();
    assert_eq!((impact.documents.len(), impact.published as usize), (500 - published.len(), published.len()));
    bench.apply(first.brand, "");
    for (document, stamp) in stamps() {
        assert_eq!(before[&document] == stamp, published.contains(&document), "{document}");
    }
}
