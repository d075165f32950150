use planche_model::Layout;

/// The file name of a page: its place, then what it is, as people say it in the charter's language.
pub(super) fn page(number: usize, total: usize, layout: Layout, language: &str, extension: &str) -> String {
    let digits = total.to_string().len().max(2);
    format!("{number:0digits$}-{}.{extension}", layout_name(layout, language))
}

/// The layout as a word for file names; names are data of the files we write, not prose of the window.
fn layout_name(layout: Layout, language: &str) -> &'static str {
    if !language.starts_with("fr") {
        return layout.name();
    }
    match layout {
        Layout::Cover => "couverture",
        Layout::Point => "point",
        Layout::List => "liste",
        Layout::Quote => "citation",
        Layout::Number => "chiffre",
        Layout::Comparison => "comparaison",
        Layout::Steps => "etapes",
        Layout::Picture => "image",
        Layout::Person => "personne",
        Layout::Call => "appel",
    }
}

/// A title as a file name: letters without accents, digits, dashes; at most 60 bytes, never empty.
pub fn slug(title: &str) -> String {
    let mut slug = String::new();
    for character in title.to_lowercase().chars().flat_map(fold) {
        match character {
            'a'..='z' | '0'..='9' if slug.len() < 60 => slug.push(character),
            _ if !slug.is_empty() && !slug.ends_with('-') && slug.len() < 60 => slug.push('-'),
            _ => {}
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "document".to_owned() } else { slug.to_owned() }
}

/// A lower-case letter of French or its neighbours without its accent.
fn fold(character: char) -> impl Iterator<Item = char> {
    let folded = match character {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => "a",
        'ç' => "c",
        'è' | 'é' | 'ê' | 'ë' => "e",
        'ì' | 'í' | 'î' | 'ï' => "i",
        'ñ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => "o",
        'ù' | 'ú' | 'û' | 'ü' => "u",
        'ý' | 'ÿ' => "y",
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        other => return either(None, Some(other)),
    };
    either(Some(folded), None)
}

fn either(folded: Option<&'static str>, own: Option<char>) -> impl Iterator<Item = char> {
    folded.into_iter().flat_map(str::chars).chain(own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_in_order_and_by_content() {
        assert_eq!(page(1, 7, Layout::Cover, "fr", "png"), "01-couverture.png");
        assert_eq!(page(12, 120, Layout::Number, "en-GB", "jpg"), "012-number.jpg");
    }

    #[test]
    fn a_title_becomes_a_file_name() {
        let check = |title: &str, expected: &str| assert_eq!(slug(title), expected);
        check("Oui, vos bols vont au four", "oui-vos-bols-vont-au-four");
        check("  Œuvre n° 3 : l’été ! ", "oeuvre-n-3-l-ete");
        check("💬", "document");
        check("..", "document");
        assert!(slug(&"long ".repeat(100)).len() <= 60);
    }
}
