//! What names say: which part a colour plays, what a style is for, how people would call a token.

use std::collections::HashMap;

use planche_model::charter::Role;

/// What a colour of that name is for, when the name says it and nothing else: `color.primary`, `--text-color`,
/// `palette/fond`, but neither `on-primary` nor `button.background`.
pub fn role(path: &[&str]) -> Option<Role> {
    let segments: Vec<Vec<String>> = path.iter().map(|segment| words(segment)).collect();
    let is_default = |segment: &&Vec<String>| segment.iter().all(|word| DEFAULT.contains(&word.as_str()));
    // `primary.500` is what `primary` would be.
    let defaults = segments.iter().skip(1).rev().take_while(is_default).count();
    let (last, before) = segments[..segments.len() - defaults].split_last()?;
    let [word] = meaningful(last)[..] else { return None };
    let is_part = |word: &str| PARTS.contains(&word) || (of_word(word).is_some() && !GENERIC.contains(&word));
    if before.iter().flatten().any(|word| is_part(word)) { None } else { of_word(word) }
}

/// Whether a style is for titles or for text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    Title,
    Text,
}

/// What words of that style are for, when the name says it.
pub fn purpose(path: &[&str]) -> Option<Use> {
    let words: Vec<String> = path.iter().flat_map(|segment| words(segment)).collect();
    let says = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    match () {
        () if says(&TITLES) => Some(Use::Title),
        () if says(&TEXTS) => Some(Use::Text),
        () => None,
    }
}

/// A token's path as people would say it: `color.blue.500` is "blue 500".
pub fn spoken(path: &[&str]) -> String {
    let parts = path.iter().filter(|segment| **segment != "$root").flat_map(|segment| segment.split(['-', '_', ' ']));
    let words: Vec<&str> = parts.filter(|word| !word.is_empty()).collect();
    let says_something = |word: &&str| !GENERIC.contains(&fold(word).as_str());
    let first = words.iter().position(says_something).unwrap_or(words.len().saturating_sub(1));
    // A step of a scale says nothing alone.
    let is_step = words.get(first).is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    let first = if is_step { first.saturating_sub(1) } else { first };
    words[first..].join(" ")
}

/// A name as a key that every program takes: letters, digits and hyphens of ASCII; empty when nothing is left.
pub fn key(name: &str) -> String {
    words(name).into_iter().filter(|word| word.is_ascii()).collect::<Vec<_>>().join("-")
}

/// Keys that every program takes, each once: of the names, or counted where a name gives none. None is a number, which
/// JavaScript would put first.
pub fn keys<'a>(names: impl Iterator<Item = &'a str>, other: &str) -> Vec<String> {
    let mut taken: HashMap<String, usize> = HashMap::new();
    let mut keys = Vec::new();
    for (name, number) in names.zip(1..) {
        let key = key(name);
        let is_plain = key.starts_with(|first: char| first.is_ascii_alphabetic());
        let key = if is_plain { key } else { format!("{other}-{number}") };
        keys.push(free(key, &mut taken));
    }
    keys
}

/// The key, with a number behind it when others have it.
fn free(key: String, taken: &mut HashMap<String, usize>) -> String {
    let count = taken.entry(key.clone()).or_default();
    *count += 1;
    if *count == 1 { key } else { free(format!("{key}-{count}"), taken) }
}

/// Lower case, without accents, cut at what is no letter and where a capital begins a word.
fn words(segment: &str) -> Vec<String> {
    let mut cut = String::with_capacity(segment.len());
    let mut before = ' ';
    for character in segment.chars() {
        if !character.is_alphanumeric() || (character.is_uppercase() && before.is_lowercase()) {
            cut.push(' ');
        }
        if character.is_alphanumeric() {
            cut.push(character);
        }
        before = character;
    }
    cut.split_whitespace().map(fold).collect()
}

/// Lower case, without the accents of French.
fn fold(word: &str) -> String {
    let plain = |character: char| match character {
        'à' | 'â' | 'ä' => 'a',
        'ç' => 'c',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        other => other,
    };
    word.to_lowercase().chars().map(plain).collect()
}

/// Without what every name has; a name of nothing else keeps its last word that is a part.
fn meaningful(words: &[String]) -> Vec<&str> {
    let words = words.iter().map(String::as_str);
    let mut kept: Vec<&str> = words.clone().filter(|word| !GENERIC.contains(word)).collect();
    while kept.last().is_some_and(|word| DEFAULT.contains(word)) {
        kept.pop();
    }
    if kept.is_empty() { words.rev().find(|word| of_word(word).is_some()).into_iter().collect() } else { kept }
}

/// Words that say nothing of what a colour is for.
const GENERIC: [&str; 26] = [
    "color", "colors", "colour", "colours", "couleur", "couleurs", "clr", "palette", "theme", "token", "tokens",
    "global", "brand", "marque", "semantic", "sys", "md", "ds", "bs", "wp", "preset", "mui", "chakra", "root", "ref",
    "c",
];
/// Words for the middle of a scale, which stand for the whole of it.
const DEFAULT: [&str; 5] = ["500", "default", "defaut", "base", "root"];
/// Words for a part or a state of something: their colours are not the page's.
const PARTS: [&str; 24] = [
    "on",
    "hover",
    "active",
    "focus",
    "disabled",
    "pressed",
    "inverse",
    "border",
    "icon",
    "link",
    "button",
    "btn",
    "input",
    "card",
    "shadow",
    "outline",
    "ring",
    "error",
    "success",
    "warning",
    "danger",
    "info",
    "destructive",
    "sidebar",
];
const TITLES: [&str; 9] = ["title", "titles", "titre", "titres", "heading", "headings", "headline", "display", "h1"];
const TEXTS: [&str; 8] = ["text", "texte", "textes", "body", "corps", "paragraph", "paragraphe", "base"];

fn of_word(word: &str) -> Option<Role> {
    Some(match word {
        "ground" | "background" | "bg" | "fond" | "surface" | "paper" | "papier" | "page" | "canvas" => Role::Ground,
        "ink" | "text" | "texte" | "foreground" | "fg" | "encre" => Role::Ink,
        "accent" | "highlight" | "cta" => Role::Accent,
        "vivid" | "vif" | "primary" | "primaire" | "principal" | "principale" | "brand" | "marque" => Role::Vivid,
        "soft" | "doux" | "secondary" | "secondaire" => Role::Soft,
        "cool" | "frais" | "tertiary" | "tertiaire" => Role::Cool,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_what_a_colour_is_for() {
        let check = |path: &str, expected: Option<Role>| {
            assert_eq!(role(&path.split('.').collect::<Vec<_>>()), expected, "{path}");
        };
        for own in Role::ALL {
            check(&format!("color.{}", own.name()), Some(own));
        }
        check("marque.couleur.primaire", Some(Role::Vivid));
        check("acme.color.primary", Some(Role::Vivid));
        check("primary.500", Some(Role::Vivid));
        check("color-primary-500", Some(Role::Vivid));
        check("primary.50", None);
        check("primaryColor", Some(Role::Vivid));
        check("text-color", Some(Role::Ink));
        check("brand", Some(Role::Vivid));
        check("color-brand-500", Some(Role::Vivid));
        check("brand-color", Some(Role::Vivid));
        check("color.brand.$root", Some(Role::Vivid));
        check("Arrière-plan", None);
        check("Fond", Some(Role::Ground));
        check("on-primary", None);
        check("text.secondary", None);
        check("text-secondary", None);
        check("button.background", None);
        check("dark.background", Some(Role::Ground));
        check("bs-secondary", Some(Role::Soft));
        check("500", None);
        check("", None);
        check("Terre cuite", None);
    }

    #[test]
    fn a_path_is_spoken_without_what_every_path_has() {
        let check = |path: &str, expected: &str| assert_eq!(spoken(&path.split('.').collect::<Vec<_>>()), expected);
        check("color.blue.500", "blue 500");
        check("color-blue-500", "blue 500");
        check("color", "color");
        check("color-brand-500", "brand 500");
        check("color.brand.$root", "brand");
        check("Bleu nuit", "Bleu nuit");
        check("", "");
    }

    #[test]
    fn a_key_is_plain() {
        assert_eq!(key("Chambre à air"), "chambre-a-air");
        assert_eq!(key("{Bleu}.nuit$"), "bleu-nuit");
        assert_eq!(key("日本"), "");
    }

    #[test]
    fn keys_are_each_there_once() {
        let check = |names: &[&str], expected: &[&str]| assert_eq!(keys(names.iter().copied(), "color"), expected);
        check(
            &["Bleu", "bleu", "Bleu 2", "", "12", "BLEU"],
            &["bleu", "bleu-2", "bleu-2-2", "color-4", "color-5", "bleu-3"],
        );
        check(&["color-2", ""], &["color-2", "color-2-2"]);
        let many = vec!["Bleu"; 10_000];
        assert_eq!(keys(many.into_iter(), "color")[9_999], "bleu-10000");
    }
}
