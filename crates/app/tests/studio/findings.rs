//! Findings: mended by the studio, let be with a reason.

use planche_app::wire::{DocumentDelta, Finding, NewDocument, OfDocument, OfFinding, WaiveFinding};
use uuid::Uuid;

use crate::Bench;

const OUTLINE: &str = "# Nos bols\nUn produit artisanal, cuit deux fois.\n\n# Le four\nTu peux l’allumer à froid.\n";

impl Bench {
    /// A document of the sample's brand that says so, and its brand.
    fn written(&self, outline: &str) -> Uuid {
        let brand = self.sample().brand;
        let new = NewDocument { brand, title: "Essai".to_owned(), outline: Some(outline.to_owned()) };
        self.studio().create_document(new).unwrap().id
    }

    fn found(&self, document: Uuid) -> Vec<Finding> {
        self.open(document).findings.into_iter().filter(|finding| finding.parameters.contains_key("text")).collect()
    }

    fn fix(&self, document: Uuid, finding: &Finding) -> DocumentDelta {
        self.studio().fix_finding(OfFinding { document, key: finding.key.clone() }).unwrap()
    }
}

fn told(findings: &[Finding]) -> Vec<(&str, &str, bool)> {
    findings.iter().map(|finding| (finding.code.as_str(), finding.parameters["text"].as_str(), finding.fix)).collect()
}

#[test]
fn words_that_the_brand_does_not_use_are_told_and_mended() {
    let bench = Bench::new();
    let document = bench.written(OUTLINE);
    let found = bench.found(document);
    let expected =
        [("preferred-word", "produit", true), ("banned-word", "artisanal", false), ("register", "Tu", false)];
    assert_eq!(told(&found), expected);
    let delta = bench.fix(document, &found[0]);
    assert!(delta.can_undo);
    let body = || bench.open(document).pages[0].body.clone();
    assert!(body().starts_with("Une pièce artisanal") || body().starts_with("Un pièce artisanal"), "{}", body());
    assert_eq!(told(&bench.found(document)), &expected[1..]);
    bench.studio().undo(OfDocument { document }).unwrap();
    assert_eq!(body(), "Un produit artisanal, cuit deux fois.");
    assert_eq!(bench.fix(document, &found[1]).revision, bench.open(document).revision, "nothing to mend, nothing done");
}

#[test]
fn a_finding_that_was_let_be_stays_so_until_its_words_change() {
    let mut bench = Bench::new();
    let document = bench.written(OUTLINE);
    let key = bench.found(document)[1].key.clone();
    let waive = |reason: &str| {
        bench.studio().waive_finding(WaiveFinding { document, key: key.clone(), reason: reason.to_owned() })
    };
    assert_eq!(waive(" ").unwrap_err().code, "emptyReason");
    let delta = waive("nom d’un salon").unwrap();
    assert_eq!((delta.findings.len(), delta.waived.len()), (bench.found(document).len(), 1));
    bench.reopen();
    let view = bench.open(document);
    assert_eq!(view.waived[0].reason, "nom d’un salon");
    assert!(view.findings.iter().all(|finding| finding.key != key));
    let delta = bench.studio().unwaive_finding(OfFinding { document, key: key.clone() }).unwrap();
    assert!(delta.waived.is_empty() && delta.findings.iter().any(|finding| finding.key == key));
}

#[test]
fn the_samples_do_as_their_charters_ask() {
    let bench = Bench::new();
    bench.sample();
    let brands = bench.studio().overview(planche_app::wire::Nothing {}).unwrap().brands;
    for brand in brands {
        let cards = bench.studio().documents(planche_app::wire::OfBrand { brand: brand.id }).unwrap();
        for card in cards {
            let view = bench.open(card.id);
            let found: Vec<_> = view
                .findings
                .iter()
                .filter(|finding| finding.severity != "info" && finding.code != "too-many-pages")
                .collect();
            assert!(found.is_empty(), "{}: {found:#?}", brand.name);
        }
    }
}

#[test]
fn what_was_let_be_is_not_told_again_at_the_end_of_an_export() {
    let bench = Bench::new();
    let document = bench.written("# Un titre\n\n# Un point {point}\n![](photos/nulle-part.jpg)\nUne phrase.\n");
    let folder = tempfile::TempDir::new().unwrap();
    let first = bench.open(document).pages[0].id;
    let told = |bench: &Bench| {
        let mut view = bench.open(document);
        view.pages.retain(|page| page.id == first);
        let job = bench.export(&view, &["ig_profile_picture"], planche_app::wire::ExportAs::Png, folder.path());
        job.points.into_iter().map(|point| point.finding).collect::<Vec<Finding>>()
    };
    let found = told(&bench);
    assert!(!found.is_empty(), "words in a round picture's corners are told");
    for finding in found {
        let waiver = WaiveFinding { document, key: finding.key, reason: "voulu".to_owned() };
        bench.studio().waive_finding(waiver).unwrap();
    }
    assert_eq!(told(&bench), []);
}
