//! Text is never a box, and reads from its own side.

use crate::sample::{Setting, codes, fonts, lines, runs};

const WIDTH: f64 = 1080.0;
const MARGIN: f64 = 90.0;

#[test]
fn every_script_has_its_letters() {
    let check = |text: &str, expected: &[&str]| {
        let fonts = fonts();
        let composition = Setting::default().compose_in(&format!("# Bols\n{text}\n"), &fonts);
        assert!(!codes(&composition).contains("text-missing-glyph"), "{text}: {:?}", composition.findings);
        let glyphs = runs(&composition.scene).iter().flat_map(|run| run.glyphs.clone()).count();
        assert!(glyphs > 4, "{text}");
        let mut read = fonts.read_so_far();
        read.retain(|family| !["Young Serif", "Karla", "Inter"].contains(family));
        assert_eq!(read, expected, "{text}");
    };
    check("Où est l'œuvre ? « Là » — 1 280 °C, 19 €", &[]);
    check("Ελληνικά, русский, tiếng Việt, żółć, ığdır", &[]);
    check("→ ← ↑ ↓", &[]);
    check("السلام عليكم، ١٢٣", &["Noto Sans Arabic"]);
    check("שלום עולם", &["Noto Sans Hebrew"]);
    check("สวัสดีชาวโลก", &["Noto Sans Thai"]);
    check("नमस्ते दुनिया", &["Noto Sans Devanagari"]);
    check("お茶碗を、電子レンジで。", &["Noto Sans JP"]);
    check("这些碗可以进烤箱吗？", &["Noto Sans SC"]);
    check("お茶碗、这些", &["Noto Sans JP", "Noto Sans SC", "Noto Sans KR"]);
    check("안녕하세요, 그릇", &["Noto Sans KR"]);
    check("∑ ∫ √2 ≤ π ∈ ℝ 𝒳", &["Noto Sans Math"]);
}

#[test]
fn emoji_of_many_parts_are_one_drawing() {
    let check = |emoji: &str| {
        let composition = Setting::default().compose(&format!("# Bols\n{emoji}\n"));
        let drawn: usize =
            runs(&composition.scene).iter().filter(|run| run.text.contains(emoji)).map(|run| run.glyphs.len()).sum();
        assert_eq!(drawn, 1, "{emoji}");
        assert!(!codes(&composition).contains("text-missing-glyph"), "{emoji}");
    };
    for emoji in ["🚀", "👩🏽‍💻", "👨‍👩‍👧‍👦", "🇫🇷", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "1️⃣", "#️⃣", "🏳️‍🌈", "❤️‍🔥"]
    {
        check(emoji);
    }
}

#[test]
fn what_no_typeface_has_is_said_and_not_drawn() {
    let composition = Setting::default().compose("# Bols \u{10fffd}\nUn \u{f0000} bol, deux \u{f0000}\n");
    let finding = composition.findings.iter().find(|finding| finding.code == "text-missing-glyph").unwrap();
    assert_eq!(finding.parameters["characters"], "\u{f0000}\u{10fffd}");
    assert_eq!(finding.parameters["codes"], "U+F0000 U+10FFFD");
    assert!(runs(&composition.scene).iter().all(|run| run.glyphs.iter().all(|glyph| glyph.id != 0)));
}

#[test]
fn a_paragraph_begins_at_the_side_of_its_first_letter() {
    let check = |text: &str, from_the_right: bool| {
        let composition = Setting::default().compose(&format!("{text}\n"));
        let (mut left, mut right) = (f64::MAX, f64::MIN);
        for run in runs(&composition.scene) {
            left = left.min(run.glyphs.iter().map(|glyph| f64::from(glyph.x)).fold(f64::MAX, f64::min));
            right =
                right.max(run.glyphs.iter().map(|glyph| f64::from(glyph.x + glyph.advance)).fold(f64::MIN, f64::max));
        }
        let (at_left, at_right) = ((left - MARGIN).abs() < 1.0, (WIDTH - MARGIN - right).abs() < 1.0);
        assert_eq!((at_left, at_right), (!from_the_right, from_the_right), "{text}: {left} to {right}");
    };
    check("Bonjour", false);
    check("שלום", true);
    check("مرحبا Paris", true);
    check("Paris مرحبا", false);
    check("«12» مرحبا", true);
    check("12", false);
}

#[test]
fn paragraphs_of_one_text_have_each_their_side() {
    let composition = Setting::default().compose("Bonjour\n\nשלום\n");
    let runs = runs(&composition.scene);
    let start = |text: char| runs.iter().find(|run| run.text[run.glyphs[0].range.start as usize..].starts_with(text));
    assert!((start('B').unwrap().origin.x - MARGIN).abs() < 1.0);
    let hebrew = runs.last().unwrap();
    let right = hebrew.glyphs.iter().map(|glyph| f64::from(glyph.x + glyph.advance)).fold(f64::MIN, f64::max);
    assert!((WIDTH - MARGIN - right).abs() < 1.0);
}

#[test]
fn lines_break_where_the_script_allows() {
    // Japanese: no line begins with a closing sign, nor ends with an opening one.
    let japanese = Setting { language: "ja", ..Setting::default() };
    let text = "「茶碗」を、電子レンジで温めても、いいですか。".repeat(6);
    let broken = lines(&japanese.compose(&format!("{text}\n")).scene);
    assert!(broken.len() > 3);
    assert!(broken.iter().all(|line| !line.starts_with(['、', '。', '」', 'ょ'])), "{broken:?}");
    assert!(broken.iter().all(|line| !line.ends_with('「')), "{broken:?}");
    // Thai: between words of the dictionary, which no space separates.
    let thai = lines(&Setting::default().compose(&format!("{}\n", "สวัสดีชาวโลก".repeat(12))).scene);
    assert!(thai.len() > 2);
    assert!(thai.iter().all(|line| ["สวัสดี", "ชาว", "โลก"].iter().any(|word| line.starts_with(word))), "{thai:?}");
    // Korean: between words, as headlines are set.
    let korean = lines(&Setting::default().compose(&format!("{}\n", "안녕하세요 그릇입니다 ".repeat(12))).scene);
    assert!(korean.len() > 2);
    assert!(
        korean.iter().all(|line| ["안녕하세요", "그릇입니다"].iter().any(|word| line.starts_with(word))),
        "{korean:?}"
    );
}

#[test]
fn lines_are_the_same_at_every_scale() {
    let outline = "# Oui, vos bols vont au four, et même au lave-vaisselle\nUn paragraphe assez long pour tenir sur \
                   plusieurs lignes : la terre monte avec le four, et redescend avec lui. שלום, お茶碗, 🚀.\n";
    let large = Setting::default().compose(outline);
    for size in [(540, 675), (216, 270), (2160, 2700)] {
        let other = Setting { size, ..Setting::default() }.compose(outline);
        assert_eq!(large.scene.to_string(), other.scene.to_string(), "{size:?}");
    }
    assert!(lines(&large.scene).len() > 4);
}
