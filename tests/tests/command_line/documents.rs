//! PDF files as other programs read them: poppler, the reader of Linux desktops, and qpdf, which checks their grammar.

use std::{fs, path::PathBuf, process::Command};

use planche_tests::{not_checked, project};

use crate::bench::{Bench, CALL, Call};

const FRENCH: &str = "---
title: Grès, mode d’emploi
template: revue
---
# Oui, vos bols vont au four 🚀 dès samedi.
Notre grès
![Trois bols empilés](photos/bols-empiles.jpg)

# Le choc
Une température extraordinairement différente provoquerait immédiatement une fissuration irréversible, \
naturellement incompatible avec une utilisation quotidienne particulièrement prolongée.
Écrivez-nous : 👩🏽‍💻 répond.

# Quatre gestes
- Enfournez à froid
- Posez sur un torchon

# Oui aussi.
Nos émaux fondent avec la terre.
![Deux tasses](photos/tasses.jpg)

> Un bol qu’on n’ose pas utiliser est un bol raté.
> — Anne-Laure

# La cuisson ouvre samedi. {call}
[mareebasse.fr](https://mareebasse.fr)
";

const ARABIC: &str = "---
title: دليل الخزف
---
# نعم، أطباقكم تدخل الفرن 🚀 اليوم.
دليل الخزف

# ما يخشاه الخزف هو الصدمة.
من المجمّد إلى Planche ثم إلى فرن ساخن: هكذا يتشقق. اتركوا الطبق حتى يعود إلى 1280 درجة.
";

/// A carousel in one file, and the bench it is on.
struct Document {
    bench: Bench,
    path: PathBuf,
}

impl Document {
    fn new(charter: &str, outline: &str) -> Self {
        let bench = Bench::new();
        let photos = project::brand("maree-basse").join("photos");
        for photo in PHOTOS {
            bench.write(&format!("photos/{photo}"), fs::read(photos.join(photo)).expect("the sample has its photos"));
        }
        bench.write("charter.json", fs::read(project::root().join(charter)).expect("the charter is there"));
        bench.write("plan.md", outline);
        let run = bench.render(Call { more: &["--as", "pdf"], ..CALL });
        assert_eq!(run.exit, Some(0), "{run:?}");
        let files = bench.files("out");
        let [file] = &files[..] else { panic!("one document, not {files:?}") };
        let path = bench.path("out").join(file);
        Self { bench, path }
    }

    fn french() -> Self {
        Self::new("assets/brands/maree-basse/charter.json", FRENCH)
    }

    fn arabic() -> Self {
        Self::new("tests/brands/arabic/charter.json", ARABIC)
    }

    /// What a program prints about the file; `None` when it is not installed.
    fn read(&self, program: &str, arguments: &[&str], after: &[&str]) -> Option<String> {
        let mut command = Command::new(program);
        let Ok(answer) = command.args(arguments).arg(&self.path).args(after).output() else {
            not_checked(&format!("PDF files, because {program} is not installed"));
            return None;
        };
        assert!(answer.status.success(), "{program}: {}", String::from_utf8_lossy(&answer.stderr));
        Some(String::from_utf8_lossy(&answer.stdout).into_owned())
    }

    /// The text as it is copied, spaces and line breaks as one space, without the marks of direction.
    fn text(&self) -> Option<String> {
        let text = self.read("pdftotext", &["-enc", "UTF-8"], &["-"])?;
        let text = text.replace(|character| matches!(character, '\u{202a}'..='\u{202e}' | '\u{200e}' | '\u{200f}'), "");
        Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// The structure as poppler tells it, a line each.
    fn structure(&self) -> Option<Vec<String>> {
        let told = self.read("pdfinfo", &["-struct-text", "-enc", "UTF-8"], &[])?;
        Some(told.lines().map(|line| line.trim().to_owned()).collect())
    }
}

/// The photographs of the French carousel, in order.
const PHOTOS: [&str; 2] = ["bols-empiles.jpg", "tasses.jpg"];

#[test]
fn the_grammar_is_right() {
    for document in [Document::french(), Document::arabic()] {
        let Some(report) = document.read("qpdf", &["--check"], &[]) else { return };
        assert!(report.contains("No syntax or stream encoding errors found"), "{report}");
    }
}

#[test]
fn the_file_says_what_it_is_and_in_which_language() {
    for (document, title, language) in
        [(Document::french(), "Grès, mode d’emploi", "fr"), (Document::arabic(), "دليل الخزف", "ar")]
    {
        let Some(told) = document.read("pdfinfo", &["-enc", "UTF-8"], &[]) else { return };
        let says = |name: &str| told.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
        assert_eq!((says("Title:"), says("Tagged:")), (Some(title), Some("yes")));
        let Some(plain) = document.read("qpdf", &["--qdf", "--object-streams=disable"], &["-"]) else { return };
        assert!(plain.contains(&format!("/Lang ({language})")) && plain.contains("<pdfuaid:part>1</pdfuaid:part>"));
    }
}

#[test]
fn every_page_has_its_heading_and_every_picture_its_words() {
    let document = Document::french();
    let Some(structure) = document.structure() else { return };
    let first = structure.iter().filter_map(|line| line.split_whitespace().next());
    let told = first.filter(|word| ["Sect", "H1", "H2", "Figure:", "BlockQuote", "L", "LI"].contains(word));
    let pages = ["H1 Figure:", "H2", "H2 L LI LI", "H2 Figure:", "BlockQuote", "H2"];
    let expected: Vec<&str> =
        pages.iter().flat_map(|page| std::iter::once("Sect").chain(page.split_whitespace())).collect();
    assert_eq!(told.collect::<Vec<_>>(), expected, "{structure:#?}");
    let Some(plain) = document.read("qpdf", &["--qdf", "--object-streams=disable"], &["-"]) else { return };
    assert_eq!((plain.matches("/Alt ").count(), plain.matches("/Alt (Deux tasses)").count()), (2, 1));
}

#[test]
fn text_is_copied_as_it_was_written() {
    let Some(french) = Document::french().text() else { return };
    for words in [
        "Oui, vos bols vont au four 🚀 dès samedi.",
        "Une température extraordinairement différente provoquerait immédiatement une fissuration irréversible,",
        "Écrivez-nous : 👩🏽‍💻 répond.",
    ] {
        assert!(french.contains(words), "`{words}` is not in {french}");
    }
    // Without the marks of direction, what stands between two words may be on the wrong side of its space.
    let Some(arabic) = Document::arabic().text() else { return };
    for words in ["أطباقكم تدخل الفرن 🚀 اليوم", "ثم إلى فرن ساخن", "اتركوا الطبق حتى يعود إلى 1280 درجة"]
    {
        assert!(arabic.contains(words), "`{words}` is not in {arabic}");
    }
}

#[test]
fn photographs_are_in_the_file_as_they_are() {
    let document = Document::french();
    let out = document.bench.path("photo").to_string_lossy().into_owned();
    if document.read("pdfimages", &["-all"], &[&out]).is_none() {
        return;
    }
    for (at, photo) in PHOTOS.iter().enumerate() {
        let read = |path: PathBuf| fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let carried = read(document.bench.path(&format!("photo-00{at}.jpg")));
        let own = read(document.bench.path("photos").join(photo));
        // After the first two segments, 20 bytes in all, come what is said of it and then the picture itself.
        assert!(own.ends_with(&carried[20..]), "{photo} was encoded again");
    }
    assert!(!document.bench.path("photo-002.jpg").exists());
}
