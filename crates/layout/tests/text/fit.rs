//! Words and the room there is for them.

use crate::sample::{Setting, codes, lines};

#[test]
fn an_overflow_says_how_much_fits() {
    let text = "Un bol qui va au four. ".repeat(120);
    let composition = Setting::default().compose(&format!("# Bols\n{text}\n"));
    let finding = composition.findings.iter().find(|finding| finding.code == "text-overflow").unwrap();
    let figure = |name: &str| finding.parameters[name].parse::<usize>().unwrap();
    assert!(finding.parameters["text"].starts_with("Un bol"));
    assert_eq!(figure("length"), text.trim().chars().count());
    let fits = figure("fits");
    assert!((800..figure("length")).contains(&fits), "{fits}");
    let short: String = text.chars().take(fits).collect();
    assert!(!codes(&Setting::default().compose(&format!("# Bols\n{short}\n"))).contains("text-overflow"));
}

#[test]
fn a_word_wider_than_the_page_is_said() {
    let composition = Setting::default().compose(&format!("# {}\n", "a".repeat(200)));
    let finding = composition.findings.iter().find(|finding| finding.code == "text-overflow").unwrap();
    let fits: usize = finding.parameters["fits"].parse().unwrap();
    assert!((20..120).contains(&fits), "{fits}");
}

#[test]
fn no_title_ends_on_a_lost_word() {
    let check = |title: &str| {
        let broken = lines(&Setting::default().compose(&format!("# {title}\n")).scene);
        let last = broken.last().unwrap();
        assert!(broken.len() > 1 && last.chars().count() > 4, "{broken:?}");
    };
    check("Ce que la porcelaine demande au feu");
    check("Une semaine extraordinaire avec nos bols cuits au bois");
    check("Quatre gestes qui font durer un bol");
    check("Collectionneurs enthousiastes du grès");
}

#[test]
fn french_lines_break_where_french_does() {
    let text = "Voici « des mots » : vraiment ; oui ! Non ? Il fait 1 280 °C, le 14 juillet, à 10 h 30, pour 19 € chez \
                Mme Kerdoncuff. ";
    for count in 1..12 {
        let broken = lines(&Setting::default().compose(&format!("{}{text}\n", "à ".repeat(count))).scene);
        for line in &broken {
            assert!(!line.starts_with([':', ';', '!', '?', '»', '€', '°']), "{broken:?}");
            assert!(!line.ends_with('«') && !line.ends_with("Mme") && !line.ends_with(" 1"), "{broken:?}");
        }
    }
}
