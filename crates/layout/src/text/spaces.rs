/// Keeps together what the language keeps together, by turning spaces into spaces that do not break. Only spaces
/// change.
///
/// Sources: Imprimerie nationale, *Lexique des règles typographiques*, "Ponctuation", "Nombres", "Abréviations", "Dates"
/// and "Siècles"; for figures and their units in every language, the SI brochure, 5.4.3.
pub(super) fn bind(characters: &mut [char], language: &str) {
    let rules = if language.starts_with("fr") { FRENCH } else { COMMON };
    for at in 0..characters.len() {
        if characters[at] == ' '
            && let Some(space) = rules.iter().find_map(|rule| rule(&Gap::at(characters, at)))
        {
            characters[at] = space;
        }
    }
}

const THIN: char = '\u{202f}';
const WORD: char = '\u{a0}';

/// A space, with the words it stands between.
struct Gap {
    before: String,
    after: String,
}

/// Beyond this many characters a word has no bearing on the space beside it.
const REACH: usize = 16;

impl Gap {
    fn at(characters: &[char], at: usize) -> Self {
        let is_word = |character: &&char| !character.is_whitespace();
        let before: Vec<char> = characters[..at].iter().rev().take_while(is_word).take(REACH).copied().collect();
        let after = characters[at + 1..].iter().take_while(is_word).take(REACH).collect();
        Self { before: before.into_iter().rev().collect(), after }
    }

    /// The word after, without the punctuation around it.
    fn word_after(&self) -> &str {
        self.after
            .trim_end_matches(|character: char| {
                character.is_ascii_punctuation() && character != '%' && character != '$'
            })
            .trim_end_matches(['…', '»', '’'])
    }

    /// The word before, without what opens it.
    fn word_before(&self) -> &str {
        self.before.trim_start_matches(['(', '[', '«', '"', '“', '’'])
    }

    fn ends_with_digit(&self) -> bool {
        self.before.ends_with(|character: char| character.is_ascii_digit())
    }

    fn begins_with_digit(&self) -> bool {
        self.after.starts_with(|character: char| character.is_ascii_digit())
    }
}

/// The space that a gap needs, when a rule is about it.
type Rule = fn(&Gap) -> Option<char>;

const COMMON: &[Rule] = &[unit];
const FRENCH: &[Rule] =
    &[punctuation, dash, figures, unit, counted, date, hour, times, title, reference, initial, century, and_so_on];

/// « oui », non ; quoi ? enfin !
fn punctuation(gap: &Gap) -> Option<char> {
    (gap.before.ends_with('«') || gap.after.starts_with(['»', ';', ':', '!', '?'])).then_some(THIN)
}

/// No line begins with a dash that closes or goes on.
fn dash(gap: &Gap) -> Option<char> {
    gap.after.starts_with(['–', '—']).then_some(WORD)
}

/// 1 280, 06 12 34 56 78.
fn figures(gap: &Gap) -> Option<char> {
    (gap.ends_with_digit() && gap.begins_with_digit()).then_some(THIN)
}

/// 12 °C, 3,5 k€, 90 km/h.
fn unit(gap: &Gap) -> Option<char> {
    const UNITS: [&str; 56] = [
        "€", "$", "£", "¥", "%", "‰", "°", "°C", "°F", "℃", "k€", "M€", "Md€", "h", "min", "s", "ms", "km", "m", "cm",
        "mm", "µm", "kg", "g", "mg", "t", "L", "l", "cL", "cl", "mL", "ml", "dl", "hl", "m²", "m³", "ha", "kW", "W",
        "kWh", "Wh", "V", "A", "Hz", "kHz", "MHz", "Ko", "Mo", "Go", "To", "kB", "MB", "GB", "px", "dpi", "K",
    ];
    let word = gap.word_after();
    let first = word.split_once('/').map_or(word, |(first, _)| first);
    (gap.ends_with_digit() && UNITS.contains(&first)).then_some(WORD)
}

/// 10 heures, 3 ans, 20 euros.
fn counted(gap: &Gap) -> Option<char> {
    const COUNTED: [&str; 17] = [
        "heure", "heures", "minute", "minutes", "seconde", "secondes", "jour", "jours", "semaine", "semaines", "mois",
        "an", "ans", "euro", "euros", "degré", "degrés",
    ];
    (gap.ends_with_digit() && COUNTED.contains(&gap.word_after())).then_some(WORD)
}

/// 14 juillet, 1er mai.
fn date(gap: &Gap) -> Option<char> {
    const MONTHS: [&str; 12] = [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ];
    let day = gap.word_before();
    let is_day = day == "1er" || (day.len() <= 2 && day.parse().is_ok_and(|day: u8| (1..=31).contains(&day)));
    (is_day && MONTHS.contains(&gap.word_after().to_lowercase().as_str())).then_some(WORD)
}

/// 10 h 30.
fn hour(gap: &Gap) -> Option<char> {
    (gap.before == "h" && gap.begins_with_digit()).then_some(WORD)
}

/// 30 × 40.
fn times(gap: &Gap) -> Option<char> {
    ((gap.ends_with_digit() && gap.after == "×") || (gap.before == "×" && gap.begins_with_digit())).then_some(WORD)
}

/// Mme Kerdoncuff, Dr Martin.
fn title(gap: &Gap) -> Option<char> {
    const TITLES: [&str; 11] = ["M.", "MM.", "Mme", "Mmes", "Mlle", "Mlles", "Dr", "Pr", "Me", "St", "Ste"];
    let is_name = gap.after.starts_with(char::is_uppercase);
    (is_name && TITLES.contains(&gap.word_before())).then_some(WORD)
}

/// n° 5, p. 12, art. 3.
fn reference(gap: &Gap) -> Option<char> {
    const REFERENCES: [&str; 11] = ["n°", "nº", "N°", "p.", "pp.", "art.", "fig.", "vol.", "chap.", "t.", "§"];
    (gap.begins_with_digit() && REFERENCES.contains(&gap.word_before())).then_some(WORD)
}

/// A. Kerdoncuff.
fn initial(gap: &Gap) -> Option<char> {
    let mut letters = gap.word_before().chars();
    let is_initial =
        letters.next().is_some_and(char::is_uppercase) && letters.next() == Some('.') && letters.next().is_none();
    (is_initial && gap.after.starts_with(char::is_uppercase)).then_some(WORD)
}

/// XXIe siècle.
fn century(gap: &Gap) -> Option<char> {
    let before = gap.word_before();
    let number = before.strip_suffix("er").or_else(|| before.strip_suffix('e'))?;
    let is_roman = !number.is_empty() && number.chars().all(|letter| "IVX".contains(letter));
    (is_roman && gap.after.starts_with("siècle")).then_some(WORD)
}

fn and_so_on(gap: &Gap) -> Option<char> {
    gap.after.starts_with("etc.").then_some(WORD)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(language: &str, text: &str, expected: &str) {
        let mut characters: Vec<char> = text.chars().collect();
        bind(&mut characters, language);
        // `~` stands for the no-break space and `_` for the thin one.
        let shown: String = characters.into_iter().collect::<String>().replace(WORD, "~").replace(THIN, "_");
        assert_eq!(shown, expected, "{language}");
    }

    #[test]
    fn spaces_bind_what_french_keeps_together() {
        let check = |text: &str, expected: &str| check("fr", text, expected);
        check("Et alors ? Oui !", "Et alors_? Oui_!");
        check("dit « oui » : enfin ; bien", "dit «_oui_»_: enfin_; bien");
        check("oui — non", "oui~— non");
        check("1 280 °C à 19 €", "1_280~°C à 19~€");
        check("06 12 34 56 78", "06_12_34_56_78");
        check("à 90 km/h, 3,5 k€.", "à 90~km/h, 3,5~k€.");
        check("42 % (12 g)", "42~% (12~g)");
        check("3 gestes, 2 mots", "3 gestes, 2 mots");
        check("à 10 heures, dans 3 ans", "à 10~heures, dans 3~ans");
        check("le 14 juillet, le 1er mai", "le 14~juillet, le 1er~mai");
        check("en 2026 mars revient", "en 2026 mars revient");
        check("10 h 30", "10~h~30");
        check("30 × 40 cm", "30~×~40~cm");
        check("(Mme Kerdoncuff et M. Le Goff)", "(Mme~Kerdoncuff et M.~Le Goff)");
        check("Me voici", "Me voici");
        check("le n° 5, p. 12", "le n°~5, p.~12");
        check("A. Kerdoncuff. À midi", "A.~Kerdoncuff. À midi");
        check("au XXIe siècle, au Ier siècle", "au XXIe~siècle, au Ier~siècle");
        check("bols, plats, etc.", "bols, plats,~etc.");
        check("un mot, deux mots", "un mot, deux mots");
        check("", "");
        check(" ", " ");
    }

    #[test]
    fn other_languages_keep_figures_and_units_together() {
        check("en", "Why ? 10 km at 4 pm", "Why ? 10~km at 4 pm");
        check("de", "1 280 °C", "1 280~°C");
    }

    #[test]
    fn long_words_cost_no_time() {
        let mut characters: Vec<char> = "a".repeat(5_000).chars().chain(" b".repeat(5_000).chars()).collect();
        bind(&mut characters, "fr");
        assert_eq!(characters.len(), 15_000);
    }
}
