use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::wire::Problem;

/// The place of the column a person means: capitals, accents and spaces do not count, unless nothing else tells two
/// columns apart.
///
/// # Errors
/// No column has that name, or several do.
pub(super) fn find(header: &[String], name: &str) -> Result<usize, Problem> {
    let wanted = fold(name);
    let places =
        |is: &dyn Fn(&str) -> bool| -> Vec<usize> { (0..header.len()).filter(|at| is(&header[*at])).collect() };
    let alike = places(&|column| !wanted.is_empty() && fold(column) == wanted);
    let same = places(&|column| column.nfc().eq(name.trim().nfc()));
    match (&alike[..], &same[..]) {
        ([], _) => Err(unknown(header, name, &wanted)),
        ([one], _) | (_, [one]) => Ok(*one),
        ([first, second, ..], _) => Err(Problem::new("ambiguousColumn")
            .with("column", name)
            .with("first", &header[*first])
            .with("firstPlace", first + 1)
            .with("second", &header[*second])
            .with("secondPlace", second + 1)),
    }
}

/// The name without what people write differently each time.
fn fold(name: &str) -> String {
    let plain = name.nfkd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase);
    let mut folded = String::new();
    for letter in plain.filter(|letter| !letter.is_whitespace() && !is_invisible(*letter)) {
        match letter {
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            'ß' => folded.push_str("ss"),
            '’' => folded.push('\''),
            other => folded.push(other),
        }
    }
    folded
}

fn is_invisible(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// How alike two names are when one may have been meant for the other; 1 is the same.
const NEAR: f64 = 0.5;
/// How many names are worth proposing.
const PROPOSED: usize = 3;

fn unknown(header: &[String], name: &str, wanted: &str) -> Problem {
    let named = header.iter().filter(|column| !column.is_empty());
    let likeness = |column: &String| strsim::normalized_damerau_levenshtein(&fold(column), wanted);
    let mut near: Vec<(f64, &String)> = named.clone().map(|column| (likeness(column), column)).collect();
    near.retain(|(likeness, _)| *likeness >= NEAR);
    near.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let list = |names: Vec<&String>| names.into_iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    Problem::new("unknownColumn")
        .with("column", name)
        .with("near", list(near.into_iter().take(PROPOSED).map(|(_, column)| column).collect()))
        .with("known", list(named.collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The column's place, or the problem's code and what it proposes.
    #[track_caller]
    fn check(header: &[&str], name: &str, expected: Result<usize, (&str, &str)>) {
        let header: Vec<String> = header.iter().map(|name| (*name).to_owned()).collect();
        let found = find(&header, name);
        let found = found
            .as_ref()
            .map(|at| *at)
            .map_err(|problem| (problem.code.as_str(), problem.parameters.get("near").map_or("", String::as_str)));
        assert_eq!(found, expected, "{name}");
    }

    #[test]
    fn capitals_accents_and_spaces_do_not_count() {
        let header = ["Prénom", "Date de début", "Cœur de cible", "L’offre", "", "n°"];
        for name in ["Prénom", "prenom", " PRÉNOM ", "Pre\u{301}nom", "pré\u{a0}nom"] {
            check(&header, name, Ok(0));
        }
        check(&header, "datededebut", Ok(1));
        check(&header, "coeur de cible", Ok(2));
        check(&header, "l'offre", Ok(3));
        check(&header, "N°", Ok(5));
        check(&["Pre\u{301}nom"], "prénom", Ok(0));
        check(&["\u{feff}Nom"], "nom", Ok(0));
    }

    #[test]
    fn unknown_columns_propose_the_nearest() {
        let header = ["Prénom", "Nom", "Ville", ""];
        check(&header, "Prenon", Err(("unknownColumn", "`Prénom`")));
        check(&["Prix 1", "Prix 2", "Ville"], "prix", Err(("unknownColumn", "`Prix 1`, `Prix 2`")));
        check(&header, "prix", Err(("unknownColumn", "")));
        check(&header, "", Err(("unknownColumn", "")));
    }

    #[test]
    fn ambiguous_columns_need_their_very_name() {
        let header = ["Prénom", "Ville", "PRENOM"];
        check(&header, "prénom", Err(("ambiguousColumn", "")));
        check(&header, "PRENOM", Ok(2));
        check(&["Nom", "Nom"], "Nom", Err(("ambiguousColumn", "")));
    }
}
