use super::model::{self, Model};

/// The place of the infinitive among the forms of a verb.
pub const INFINITIVE: usize = 0;
/// The places of the first and the third person of the present.
pub const FIRST: usize = 1;
pub const THIRD: usize = 3;
/// The place of the past participle, masculine; the other three follow.
pub const PARTICIPLE: usize = 32;
/// The place of the present of vous.
const VOUS: usize = 5;

const PRESENT: [&str; 6] = ["e", "es", "e", "ons", "ez", "ent"];
const IMPERFECT: [&str; 6] = ["ais", "ais", "ait", "ions", "iez", "aient"];
const FUTURE: [&str; 6] = ["ai", "as", "a", "ons", "ez", "ont"];
const SUBJUNCTIVE: [&str; 6] = ["e", "es", "e", "ions", "iez", "ent"];

/// Verbs whose consonant doubles where others take a grave accent: `j’appelle`, but `j’achète`.
const DOUBLING: [&str; 7] = ["appel", "jet", "feuillet", "renouvel", "épel", "étiquet", "ficel"];

/// Every simple form of a verb but the simple past, always in the same places: infinitive, present, imperfect, future,
/// conditional, subjunctive, present participle, past participle (four).
pub fn conjugate(infinitive: &str) -> Vec<String> {
    let mut forms = vec![infinitive.to_owned()];
    if let Some((start, model)) = model::of(infinitive) {
        irregular(&mut forms, start, model);
    } else if let Some(stem) = infinitive.strip_suffix("er") {
        first_group(&mut forms, stem);
    } else if let Some(stem) = infinitive.strip_suffix("ir") {
        second_group(&mut forms, stem);
    }
    forms
}

/// What the verb says to somebody one says tu to.
pub fn imperative(infinitive: &str) -> String {
    match infinitive {
        "avoir" => "aie".to_owned(),
        "être" => "sois".to_owned(),
        "savoir" => "sache".to_owned(),
        "vouloir" => "veuille".to_owned(),
        _ => {
            let forms = conjugate(infinitive);
            let second = forms.get(2).map_or("", String::as_str);
            let is_mute = second.ends_with("es");
            if is_mute { second[..second.len() - 1].to_owned() } else { second.to_owned() }
        }
    }
}

/// What the verb says to somebody one says vous to.
pub fn present_of_vous(infinitive: &str) -> String {
    conjugate(infinitive).into_iter().nth(VOUS).unwrap_or_default()
}

fn irregular(forms: &mut Vec<String>, start: &str, model: &Model) {
    let stem = |stem: &str| format!("{start}{stem}");
    let first_plural = model.present[3];
    let imperfect = stem(first_plural.strip_suffix("ons").unwrap_or(first_plural));
    let [weak, strong] = [stem(model.subjunctive[0]), stem(model.subjunctive[1])];
    forms.extend(model.present.iter().map(|form| stem(form)));
    extend(forms, &imperfect, &IMPERFECT);
    extend(forms, &stem(model.future), &FUTURE);
    extend(forms, &stem(model.future), &IMPERFECT);
    let subjunctive = SUBJUNCTIVE.iter().enumerate();
    forms.extend(
        subjunctive.map(|(at, ending)| format!("{}{ending}", if matches!(at, 3 | 4) { &strong } else { &weak })),
    );
    forms.push(format!("{imperfect}ant"));
    participle(forms, &stem(model.participle));
}

fn first_group(forms: &mut Vec<String>, stem: &str) {
    let mute = mute(stem);
    let future = format!("{}er", if stem.ends_with('é') { stem } else { &mute });
    let before = |ending: &str| soft(stem, &mute, ending);
    let stems =
        |endings: &[&str]| endings.iter().map(|ending| format!("{}{ending}", before(ending))).collect::<Vec<_>>();
    forms.extend(stems(&PRESENT));
    forms.extend(stems(&IMPERFECT));
    extend(forms, &future, &FUTURE);
    extend(forms, &future, &IMPERFECT);
    forms.extend(stems(&SUBJUNCTIVE));
    forms.extend(stems(&["ant"]));
    participle(forms, &format!("{stem}é"));
}

fn second_group(forms: &mut Vec<String>, stem: &str) {
    extend(forms, stem, &["is", "is", "it", "issons", "issez", "issent"]);
    extend(forms, &format!("{stem}iss"), &IMPERFECT);
    extend(forms, &format!("{stem}ir"), &FUTURE);
    extend(forms, &format!("{stem}ir"), &IMPERFECT);
    extend(forms, &format!("{stem}iss"), &SUBJUNCTIVE);
    extend(forms, &format!("{stem}iss"), &["ant"]);
    participle(forms, &format!("{stem}i"));
}

fn extend(forms: &mut Vec<String>, stem: &str, endings: &[&str]) {
    forms.extend(endings.iter().map(|ending| format!("{stem}{ending}")));
}

fn participle(forms: &mut Vec<String>, masculine: &str) {
    let stem = masculine.strip_suffix('û').map_or(masculine.to_owned(), |stem| format!("{stem}u"));
    let plural = if masculine.ends_with('s') { "" } else { "s" };
    forms.extend([masculine.to_owned(), format!("{stem}e"), format!("{stem}{plural}"), format!("{stem}es")]);
}

/// The stem of a verb in -er before an ending.
fn soft(stem: &str, mute: &str, ending: &str) -> String {
    if ending.starts_with('e') && ending != "ez" {
        return mute.to_owned();
    }
    match (stem.chars().next_back(), ending.starts_with(['a', 'o'])) {
        (Some('g'), true) => format!("{stem}e"),
        (Some('c'), true) => format!("{}ç", &stem[..stem.len() - 1]),
        _ => stem.to_owned(),
    }
}

/// The stem of a verb in -er before a mute `e`: `essuie`, `appelle`, `achète`, `préfère`.
fn mute(stem: &str) -> String {
    if let Some(start) = stem.strip_suffix("oy").or_else(|| stem.strip_suffix("uy")) {
        return format!("{}{}i", start, if stem.ends_with("oy") { 'o' } else { 'u' });
    }
    if DOUBLING.iter().any(|doubling| stem.ends_with(doubling)) {
        return stem.chars().chain(stem.chars().next_back()).collect();
    }
    let is_vowel = |letter: char| "aeiouyéèêàâîôûëï".contains(letter);
    let Some((at, vowel)) = stem.char_indices().rev().find(|(_, letter)| is_vowel(*letter)) else {
        return stem.to_owned();
    };
    let after = &stem[at + vowel.len_utf8()..];
    let turns = match vowel {
        'é' => !after.is_empty(),
        'e' => after.chars().count() == 1 && after != "x",
        _ => false,
    };
    let turns_through_u = vowel == 'u' && matches!(after, "") && stem[..at].ends_with(['g', 'q']);
    match (turns, turns_through_u) {
        (true, _) => format!("{}è{after}", &stem[..at]),
        (false, true) => format!("{}u", mute(&stem[..at])),
        (false, false) => stem.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(infinitive: &str, expected: &[&str]) {
        let forms = conjugate(infinitive);
        expected.iter().for_each(|form| assert!(forms.iter().any(|found| found == form), "{infinitive}: {form}"));
    }

    #[test]
    fn verbs_conjugate() {
        check("craquer", &["craque", "craquez", "craquait", "craquerons", "craqué", "craquées", "craquant"]);
        check("manger", &["mangeons", "mangez", "mangeait"]);
        check("lancer", &["lançons", "lancez"]);
        check("acheter", &["achète", "achètera", "achetez"]);
        check("appeler", &["appelle", "appelons"]);
        check("préférer", &["préfère", "préférons"]);
        check("déléguer", &["délègue"]);
        check("essuyer", &["essuie", "essuyez"]);
        check("choisir", &["choisis", "choisissez", "choisi", "choisiront"]);
        check("découvrir", &["découvre", "découvrez", "découverte"]);
        check("prévenir", &["préviens", "prévenez", "prévenus", "préviendrait"]);
        check("apprendre", &["apprends", "apprenez", "apprises", "apprennent"]);
        check("répondre", &["répond", "répondez", "répondu"]);
        check("produire", &["produit", "produisent"]);
        check("créer", &["crée", "créera", "créé", "créée"]);
    }

    #[test]
    fn verbs_command() {
        let check = |infinitive: &str, expected: &str| assert_eq!(imperative(infinitive), expected);
        check("découvrir", "découvre");
        check("venir", "viens");
        check("jeter", "jette");
        check("essayer", "essaye");
        check("faire", "fais");
    }
}
