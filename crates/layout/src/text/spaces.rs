/// Keeps together what French keeps together, by turning spaces into spaces that do not break. Only spaces change.
///
/// Source: Imprimerie nationale, *Lexique des règles typographiques*, "Ponctuation" and "Nombres".
pub(super) fn bind(characters: &mut [char]) {
    for at in 0..characters.len() {
        if characters[at] != ' ' {
            continue;
        }
        let before = at.checked_sub(1).map(|before| characters[before]);
        let after = characters.get(at + 1).copied();
        if let Some(space) = binding(before, after) {
            characters[at] = space;
        }
    }
}

const THIN: char = '\u{202f}';
const WORD: char = '\u{a0}';

fn binding(before: Option<char>, after: Option<char>) -> Option<char> {
    match (before, after) {
        (Some('«'), _) | (_, Some('»' | ';' | ':' | '!' | '?')) => Some(THIN),
        (Some(digit), Some(next)) if digit.is_ascii_digit() && next.is_ascii_digit() => Some(THIN),
        (Some(digit), Some('€' | '$' | '£' | '%' | '°' | '℃' | 'h' | 'k' | 'c' | 'm' | 'g'))
            if digit.is_ascii_digit() =>
        {
            Some(WORD)
        }
        (_, Some('–' | '—')) => Some(WORD),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_bind_what_french_keeps_together() {
        let check = |text: &str, expected: &str| {
            let mut characters: Vec<char> = text.chars().collect();
            bind(&mut characters);
            assert_eq!(characters.into_iter().collect::<String>(), expected);
        };
        check("Et alors ? Oui !", "Et alors\u{202f}? Oui\u{202f}!");
        check("dit « oui » : enfin", "dit «\u{202f}oui\u{202f}»\u{202f}: enfin");
        check("1 280 °C à 19 €", "1\u{202f}280\u{a0}°C à 19\u{a0}€");
        check("un mot, deux mots", "un mot, deux mots");
        check("oui — non", "oui\u{a0}— non");
        check("", "");
        check(" ", " ");
    }
}
