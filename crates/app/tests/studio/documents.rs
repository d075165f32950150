//! Documents: typed, undone, exported.

use std::{
    path::{Path, PathBuf},
    sync::atomic::Ordering,
};

use planche_app::wire::{
    self, ExportAs, ExportChoice, JobState, NewBrand, NewDocument, Nothing, OfBrand, OfDocument, StartExport,
};
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

use crate::Bench;

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files.extend(files_below(&path)) } else { files.push(path) }
    }
    files.sort();
    files
}

#[test]
fn the_library_is_copied_by_the_clock_and_when_the_studio_is_left() {
    let bench = Bench::new();
    let copies = || bench.folder.path().join("backups").read_dir().unwrap().count();
    bench.studio().keep_house().unwrap();
    assert_eq!(copies(), 1);
    bench.sample();
    bench.studio().keep_house().unwrap();
    assert_eq!(copies(), 1, "half an hour has not passed");
    bench.studio().close().unwrap();
    bench.studio().close().unwrap();
    assert_eq!(copies(), 2, "once for what changed");
    bench.studio().save_preferences(wire::Preferences::default()).unwrap();
    bench.host.clock.fetch_add(30 * 60 * 1000, Ordering::Relaxed);
    bench.studio().keep_house().unwrap();
    assert_eq!(copies(), 3);
}

#[test]
fn the_sample_opens_whole_and_only_once() {
    let bench = Bench::new();
    let view = bench.sample();
    assert_eq!(view.title, "Oui, vos bols vont au four");
    let layouts: Vec<&str> = view.pages.iter().map(|page| page.layout.name()).collect();
    assert_eq!(layouts, ["cover", "number", "point", "list", "quote", "point", "call"]);
    assert!(view.pages.iter().all(|page| page.picture.as_ref().is_none_or(|picture| !picture.missing)));
    let blocking: Vec<_> = view.findings.iter().filter(|finding| finding.severity == "block").collect();
    assert!(blocking.is_empty(), "{blocking:?}");
    assert_eq!(bench.sample().id, view.id);
    assert_eq!(bench.studio().overview(Nothing {}).unwrap().brands.len(), 2);
}

#[test]
fn typing_changes_one_page_and_is_there_after_a_restart() {
    let mut bench = Bench::new();
    let view = bench.sample();
    let page = &view.pages[2];
    let delta =
        bench.edit(view.id, json!({ "kind": "writeTitle", "page": page.id, "text": "Le choc, voilà l’ennemi." }));
    let changed: Vec<Uuid> = delta.pages.iter().map(|page| page.id).collect();
    assert_eq!(changed, [page.id]);
    assert_ne!(delta.pages[0].stamp, page.stamp);
    assert_eq!(delta.focus, Some(page.id));
    bench.reopen();
    let reopened = bench.open(view.id);
    assert_eq!(reopened.pages[2].title, "Le choc, voilà l’ennemi.");
    assert_eq!(reopened.revision, delta.revision);
    let undone = bench.studio().undo(OfDocument { document: view.id }).unwrap();
    assert_eq!(undone.pages[0].title, page.title);
    assert_eq!(undone.pages[0].stamp, page.stamp);
    assert!(undone.can_redo);
}

#[test]
fn a_page_added_moves_the_others_and_undo_takes_it_away() {
    let bench = Bench::new();
    let view = bench.sample();
    let delta = bench.edit(view.id, json!({ "kind": "insertPage", "after": view.pages[0].id }));
    assert_eq!(delta.order.len(), view.pages.len() + 1);
    assert_eq!(delta.focus, Some(delta.order[1]));
    assert_eq!(delta.pages.len(), delta.order.len(), "every page says how many there are");
    let undone = bench.studio().undo(OfDocument { document: view.id }).unwrap();
    assert_eq!(undone.order, view.pages.iter().map(|page| page.id).collect::<Vec<_>>());
}

#[test]
fn a_brand_is_made_of_a_name_and_two_colours() {
    let bench = Bench::new();
    let new = |name: &str, primary: &str| NewBrand {
        name: name.to_owned(),
        tagline: "Fleurs, Lyon".to_owned(),
        primary: primary.to_owned(),
        secondary: "#f2c14e".to_owned(),
        logo: None,
        font_pair: bench.engine.assets.pairs[2].id.clone(),
    };
    let code = |new: NewBrand| bench.studio().create_brand(new).unwrap_err().code;
    assert_eq!(code(new(" ", "#3a5a40")), "emptyName");
    assert_eq!(code(new("Pivoine", "vert")), "badColour");
    assert_eq!(
        code(NewBrand { logo: Some("/nowhere/logo.svg".to_owned()), ..new("Pivoine", "#3a5a40") }),
        "missingFile"
    );
    let card = bench.studio().create_brand(new("Pivoine", "#3a5a40")).unwrap();
    let made = NewDocument { brand: card.id, title: "Bonjour".to_owned(), outline: None };
    let view = bench.studio().create_document(made).unwrap();
    assert_eq!((view.pages.len(), view.pages[0].layout.name(), view.pages[0].title.as_str()), (1, "cover", "Bonjour"));
    let cards = bench.studio().documents(OfBrand { brand: card.id }).unwrap();
    assert_eq!(cards.len(), 1);
    assert_eq!(cards[0].first_stamp, view.pages[0].stamp);
}

#[test]
fn every_shipped_pair_of_typefaces_makes_a_brand() {
    let bench = Bench::new();
    for pair in &bench.engine.assets.pairs {
        let new = NewBrand {
            name: pair.id.clone(),
            tagline: String::new(),
            primary: "#3a5a40".into(),
            secondary: "#f2c14e".into(),
            logo: None,
            font_pair: pair.id.clone(),
        };
        let brand = bench.studio().create_brand(new).unwrap();
        bench
            .studio()
            .create_document(NewDocument { brand: brand.id, title: "Bonjour".into(), outline: None })
            .unwrap();
    }
}

#[test]
fn the_window_and_the_command_line_write_the_same_bytes() {
    let bench = Bench::new();
    let view = bench.sample();
    let formats = ["ig_carousel_4_5", "ig_story", "li_document_1_1", "x_image_16_9"];
    let out = TempDir::new().unwrap();
    let job = bench.export(&view, &formats, ExportAs::Png, &out.path().join("window"));
    assert_eq!(job.state, JobState::Done, "{:?}", job.problems);
    assert_eq!(job.steps.iter().map(|step| (step.done, step.total)).collect::<Vec<_>>(), [(7, 7); 4]);
    let sample = bench.engine.assets.sample("maree-basse");
    let style = planche_app::render::Style {
        charter: sample.join("charter.json"),
        formats: formats.map(str::to_owned).into(),
        file_type: ExportAs::Png,
        scale: 1.0,
        date: None,
    };
    let request = planche_app::render::Request {
        style,
        outline: std::fs::read_to_string(sample.join("creation.md")).unwrap(),
        pictures: sample,
        folder: out.path().join("line"),
        threads: 1,
    };
    let outcome = planche_app::render::render(&bench.engine, request, &()).unwrap();
    assert_eq!((outcome.files.len(), outcome.problems.len()), (22, 0));
    for path in files_below(&out.path().join("line")) {
        let twin = out.path().join("window").join(path.strip_prefix(out.path().join("line")).unwrap());
        assert!(std::fs::read(&path).unwrap() == std::fs::read(&twin).unwrap(), "{} differs", twin.display());
    }
}

#[test]
fn a_cancelled_export_leaves_only_whole_files() {
    let bench = Bench::new();
    let view = bench.sample();
    let out = TempDir::new().unwrap();
    let pages: Vec<Uuid> = view.pages.iter().map(|page| page.id).collect();
    let choices = vec![ExportChoice { format: "ig_story".to_owned(), pages }];
    let wanted =
        StartExport { document: view.id, choices, file_type: ExportAs::Png, folder: out.path().display().to_string() };
    let job = bench.studio().start_export(wanted).unwrap();
    bench.studio().cancel_job(wire::OfJob { job: job.id }).unwrap();
    assert_eq!(bench.wait(job.id).state, JobState::Cancelled);
    for file in files_below(out.path()) {
        let bytes = std::fs::read(&file).unwrap();
        assert!(bytes.ends_with(b"IEND\xae\x42\x60\x82"), "{} is cut", file.display());
    }
}

#[test]
fn an_export_that_cannot_be_written_says_why() {
    let bench = Bench::new();
    let view = bench.sample();
    let out = TempDir::new().unwrap();
    let file = out.path().join("file");
    std::fs::write(&file, "not a folder").unwrap();
    let job = bench.export(&view, &["ig_story"], ExportAs::Jpeg, &file);
    assert_eq!(job.state, JobState::Failed);
    assert_eq!(job.problems.iter().map(|problem| problem.code.as_str()).collect::<Vec<_>>(), ["notAFolder"]);
}

#[test]
fn a_preview_is_a_picture_of_the_width_asked_for() {
    let bench = Bench::new();
    let view = bench.sample();
    let preview = |format: &str, width| {
        let page = planche_app::id::PageId(view.pages[0].id);
        bench.studio().preview(planche_app::id::DocumentId(view.id), page, &format.into(), width)
    };
    let png = preview("ig_carousel_4_5", 432).unwrap();
    assert_eq!(&png[16..24], [0, 0, 1, 176, 0, 0, 2, 28], "432 by 540");
    assert_eq!(preview("nowhere", 432).unwrap_err().code, "notFound");
}

#[test]
fn a_document_in_the_trash_comes_back_and_a_copy_stands_alone() {
    let bench = Bench::new();
    let view = bench.sample();
    let of = || OfDocument { document: view.id };
    let copy = bench.studio().duplicate_document(of()).unwrap();
    bench.edit(copy.id, json!({ "kind": "rename", "title": "Copie" }));
    assert_eq!(bench.open(view.id).title, view.title);
    let titles = || {
        bench
            .studio()
            .documents(OfBrand { brand: view.brand })
            .unwrap()
            .into_iter()
            .map(|card| card.title)
            .collect::<Vec<_>>()
    };
    assert_eq!(titles(), ["Copie", view.title.as_str()]);
    bench.studio().trash_document(of()).unwrap();
    assert_eq!(titles(), ["Copie"]);
    bench.studio().restore_document(of()).unwrap();
    assert_eq!(titles().len(), 2);
}

#[test]
fn a_call_by_name_answers_or_says_what_is_wrong() {
    let bench = Bench::new();
    let call = |name: &str, input: Value| wire::call(bench.studio(), name, input);
    assert_eq!(call("studio", json!({})).unwrap()["brands"], json!([]));
    assert_eq!(call("fly", json!({})).unwrap_err().code, "unknownCommand");
    assert_eq!(call("openDocument", json!({ "document": 3 })).unwrap_err().code, "badInput");
    assert_eq!(call("openDocument", json!({ "document": Uuid::nil() })).unwrap_err().code, "notFound");
    let preferences = json!({ "theme": "dark", "language": "fr", "brand": null, "panels": { "plan": 280.0 } });
    call("savePreferences", preferences.clone()).unwrap();
    assert_eq!(call("studio", json!({})).unwrap()["preferences"], preferences);
}
