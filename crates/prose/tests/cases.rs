//! What is remarked on and what is not, case by case, with what is proposed in its place.

use planche_model::{Charter, charter::Rule, editorial::Editorial};
use planche_prose::{Checker, Place, Setting, typeset};

fn charter(editorial: &str) -> Charter {
    let json = include_str!("../../../assets/brands/maree-basse/charter.json");
    let own: Charter = serde_json::from_str(json).expect("the sample charter is one");
    let editorial: Editorial = serde_json::from_str(editorial).expect("the case's charter is one");
    Charter { editorial, ..own }
}

/// What a charter remarks on in a caption: the words, and the fix where there is one.
fn remarks(editorial: &str, text: &str, place: Place) -> Vec<String> {
    let checker = Checker::new(&charter(editorial));
    let remarks = checker.check(text, Setting { network: Some("instagram"), place });
    let shown = remarks.iter().map(|remark| {
        let words = &text[remark.range.clone()];
        remark.fix.as_ref().map_or_else(|| words.to_owned(), |fix| format!("{words} > {fix}"))
    });
    shown.collect()
}

#[track_caller]
fn check(editorial: &str, text: &str, expected: &[&str]) {
    assert_eq!(remarks(editorial, text, Place::Caption), expected, "{text}");
}

#[test]
fn a_silent_charter_remarks_on_nothing() {
    check("{}", "Tu VIENS !!! 🎉🎉 #trucmachin \"ok\" client·e·s... coeur", &[]);
    check("{}", "", &[]);
}

#[test]
fn a_brand_that_says_vous_is_told_of_tu() {
    let vous = r#"{ "register": { "address": "vous", "exceptions": ["Dis-moi comment tu roules"] } }"#;
    check(vous, "Découvre la théière, et n’oublie pas ta tasse.", &["Découvre", "oublie", "ta"]);
    check(vous, "As-tu froid ? Si ça te dit, prends le tien. T’inquiète.", &["tu", "te", "prends", "tien", "T"]);
    check(vous, "Avant de partir, pense à nous et repars avec un bol.", &["pense", "repars"]);
    check(vous, "Mets ton casque, recopie-le, vas-y, sois toi-même.", &["Mets ton", "recopie", "vas", "sois toi"]);
    check(vous, "Pour participer : like, suis le compte et tague une amie", &["like", "suis", "tague"]);
    check(vous, "Ajoute l’eau, mélange et laisse reposer", &["Ajoute", "mélange", "laisse"]);
    check(vous, "Tire-bouchon, passe-partout. Porte-savon. Tente de plage. Marche nordique.", &[]);
    check(vous, "Elle découvre, regarde et sourit. Claire tourne, émaille et signe.", &[]);
    check(vous, "Il s’est tu. Le ton monte, ton sur ton, changer de ton. A-t-on vu Tu Youyou ? Ta ta ta.", &[]);
    check(vous, "Visite guidée, commande en ligne, place aux jeunes. Passe de danse. Note de synthèse.", &[]);
    check(vous, "« Tu viens ? », dit-elle. Dis moi, comment tu roules", &[]);
    check(vous, "Va au four. Reste une place. Compte rendu. Entre nous. Tiens, il neige.", &[]);
}

#[test]
fn a_brand_that_says_tu_is_told_of_vous() {
    let tu = r#"{ "register": { "address": "tu", "exceptions": ["s’il vous plaît"] } }"#;
    check(tu, "Venez, votre vélo vous attend. N’hésitez pas !", &["Venez", "votre", "vous", "hésitez"]);
    check(tu, "Faites-vous plaisir, dites à Paulo, les vôtres.", &["Faites-vous", "dites", "vôtres"]);
    check(tu, "Rendez-vous samedi, assez de nez chez M. Fernandez au rez-de-chaussée.", &[]);
    check(tu, "S'il vous plait, c’est bien fait : des roues bien faites, faites à la main. Allez, viens !", &[]);
}

#[test]
fn neither_or_both_is_asked_for_too() {
    let neutral = r#"{ "register": { "address": "neutral" } }"#;
    check(neutral, "Inscrivez-vous. On lit. Inscris-toi. Merci à tous·tes.", &["Inscrivez-vous", "Inscris-toi"]);
    let any = r#"{ "register": {} }"#;
    check(any, "Vous êtes là, votre vélo aussi, et ton sac.", &["ton"]);
    check(any, "Tu joues ? Votre short aussi.", &["Votre"]);
    check(any, "Tu joues ? Ton short aussi.", &[]);
    let network = r#"{ "register": { "address": "vous" }, "networks": { "instagram": { "address": "tu" } } }"#;
    check(network, "Tu viens ou vous venez ?", &["vous venez"]);
}

#[test]
fn a_word_is_not_used_in_any_inflection() {
    let words = r#"{ "vocabulary": [
        { "avoid": "craquer pour" }, { "avoid": "n’hésitez pas" }, { "avoid": "éco-responsable" }, { "avoid": "artisanal" },
        { "avoid": "fait main avec amour" }, { "avoid": "avec amour" }, { "avoid": "garantir" }, { "avoid": "offrir" }, { "avoid": "passionné" },
        { "avoid": "se simplifier la vie" }, { "avoid": "d’ores et déjà" }, { "avoid": "tuer" }, { "avoid": "haïr" } ] }"#;
    check(words, "On a craqué pour lui, craquez vraiment pour elle.", &["craqué pour", "craquez vraiment pour"]);
    check(words, "N'hésite donc pas. Ne pas hésiter.", &["N'hésite donc pas", "Ne pas hésiter"]);
    check(words, "Ecoresponsables, éco responsable, l’éco-responsabilité.", &["Ecoresponsables", "éco responsable"]);
    check(words, "Des prix artisanaux, artisanalement.", &["artisanaux"]);
    check(words, "Bols faits main avec amour.", &["faits main avec amour"]);
    check(words, "Il garantira l’offre qu’il offre. La garantie de notre offre.", &["garantira", "offre"]);
    check(words, "Passionnées, elle nous passionne, il passionna.", &["Passionnées"]);
    check(words, "Simplifiez-vous la vie, ils se la simplifient.", &["Simplifiez-vous la vie"]);
    check(
        words,
        "D'ores et déjà. À tue-tête, on tue le temps. On ne hait personne.",
        &["D'ores et déjà", "tue", "hait"],
    );
    check(words, "#artisanal @artisanal artisanal.fr « C’est bien artisanal, ça »", &[]);
}

#[test]
fn a_better_word_agrees() {
    let words = r#"{ "vocabulary": [
        { "avoid": "produit", "say": "pièce" }, { "avoid": "dans le cadre de", "say": "pour" }, { "avoid": "au niveau de", "say": "à" },
        { "avoid": "petit prix", "say": "tarif maîtrisé" }, { "avoid": "booster", "say": "soutenir" }, { "avoid": "usager", "say": "public" },
        { "avoid": "mettre en place", "say": "installer" }, { "avoid": "client", "say": "cycliste" }, { "avoid": "nouvel arrivant", "say": "voisin" } ] }"#;
    check(words, "Nos produits. PRODUIT. Ce four produit assez de chaleur.", &["produits > pièces", "PRODUIT > PIÈCE"]);
    check(
        words,
        "Dans le cadre du festival, dans le cadre d’un bal",
        &["Dans le cadre du > Pour le", "dans le cadre d’ > pour "],
    );
    check(words, "au niveau du parc, au niveau de la gare", &["au niveau du > au", "au niveau de > à"]);
    check(words, "Nos petits prix", &["petits prix > tarifs maîtrisés"]);
    check(words, "Il booste, boostez, il a boosté", &["booste > soutient", "boostez > soutenez", "boosté > soutenu"]);
    check(words, "Les usagers, l’usager, à usage unique", &["usagers > publics", "usager"]);
    check(words, "On met bien en place", &["met bien en place > installe"]);
    check(words, "La cliente, la clientèle, nos client·e·s", &["cliente > cycliste", "client·e·s"]);
    check(words, "Aux nouveaux arrivants", &["nouveaux arrivants > voisins"]);
}

#[test]
fn emoji_are_counted_as_people_see_them() {
    check(r#"{ "emoji": { "most": 2 } }"#, "🚲👩🏽‍🔧🇫🇷 et 1️⃣", &["🇫🇷 et 1️⃣"]);
    check(r#"{ "emoji": { "never": ["🙏"] } }"#, "🙏🏽 🍵", &["🙏🏽"]);
    check(r#"{ "emoji": { "only": ["❤️"] } }"#, "❤ ❤️ 🔥 © → :)", &["🔥"]);
}

#[test]
fn hashtags_are_counted_known_and_readable() {
    let tags = r#"{ "hashtags": { "most": 2, "never": ["BikeLife"], "camel": true, "sets": [{ "name": "", "tags": ["VivreÀNantes"] }] } }"#;
    check(tags, "#gres #bikelife #Bol", &["#bikelife", "#bikelife > #BikeLife", "#Bol"]);
    check(tags, "#vivreanantes #céramique", &["#vivreanantes > #VivreÀNantes"]);
    check(tags, "#cuissonaufeu #CuissonAuFeu", &["#cuissonaufeu > #CuissonAuFeu"]);
    check(
        r#"{ "hashtags": { "closed": true, "sets": [{ "name": "", "tags": ["été"] }] } }"#,
        "#Ete #hiver",
        &["#hiver"],
    );
    assert_eq!(remarks(tags, "#un #deux #trois", Place::Visual), [""; 0]);
}

#[test]
fn typography_is_proposed_letter_by_letter() {
    let french = r#"{ "typography": "french" }"#;
    check(french, "Oui! L'eau", &["! > \u{202f}!", "' > ’"]);
    check(french, "A Rennes, coeur et Ecole. A-t-il plu", &["A > À", "coeur > cœur", "Ecole > École"]);
    check(french, "https://a.fr/?x=1!a 10:30 :) #Noël 02 97 00 00 00", &[]);
    check(french, "froid,chaud", &[", > , "]);
}

#[test]
fn texts_are_set() {
    let check = |typography: &str, text: &str, expected: &str| {
        let typography = serde_json::from_value(typography.into()).expect("a hand has a name");
        assert_eq!(typeset(text, typography), expected);
    };
    check(
        "french",
        "10:30 : on part ! #Noël! \"Oui\", dit-il...",
        "10:30\u{a0}: on part\u{202f}! #Noël\u{202f}! «\u{a0}Oui\u{a0}», dit-il…",
    );
    check("french", "Quoi?! (vraiment ?) 100% à 12 €", "Quoi\u{202f}?! (vraiment\u{202f}?) 100\u{a0}% à 12\u{a0}€");
    check("wide", "Vrai ? «Non»\u{202f}!", "Vrai\u{a0}? «\u{a0}Non\u{a0}»\u{a0}!");
    check("english", "Really ? « It's » : \"yes\"...", "Really? “It’s”: “yes”…");
    check("any", "Tel quel !", "Tel quel !");
}

#[test]
fn capitals_are_for_names_and_acronyms() {
    let sentence = r#"{ "capitals": "sentence", "signature": "Marée Basse" }"#;
    check(sentence, "GRATUIT à la SNCF, l’INSEE et MAREE BASSE", &["GRATUIT > Gratuit"]);
    check(sentence, "GRAND MARCHÉ DE NOËL samedi", &["GRAND MARCHÉ DE NOËL > Grand marché de Noël"]);
    check(
        sentence,
        "La Nouvelle Collection Est Arrivée",
        &["La Nouvelle Collection Est Arrivée > La nouvelle collection est arrivée"],
    );
    check(sentence, "Avec Jean-Marc Le Goff et Marie Le Bihan, rue du Vieux Port. Merci à Tu Youyou.", &[]);
    check(sentence, "Le code BIENVENUE, Louis XIV, la R&D", &[]);
}

#[test]
fn both_genders_are_written_as_the_brand_does() {
    let spelled = r#"{ "inclusive": "spelled" }"#;
    check(
        spelled,
        "client·e·s, adhérent(e)s, présent.e.s, salarié-e, tous/toutes",
        &["client·e·s", "adhérent(e)s", "présent.e.s", "salarié-e", "tous/toutes"],
    );
    check(spelled, "clientes et clients, et/ou, km/h, ami(s), donne-le, Fin.Les bols, a.fr", &[]);
    let point = r#"{ "inclusive": "point" }"#;
    check(point, "habitant·es, habitant(e)s", &["habitant(e)s > habitant·es"]);
    check(r#"{ "inclusive": "none" }"#, "Iel vient, clientes et clients", &["Iel"]);
}

#[test]
fn a_mention_is_called_for() {
    let mentions = r#"{ "mentions": [{ "text": "Collaboration commerciale", "when": ["offert par", "partenariat"] }, { "text": "À la main" }] }"#;
    check(mentions, "Des bols offerts par la maison, en partenariat", &["offerts par"]);
    check(mentions, "COLLABORATION COMMERCIALE. Un partenariat", &[]);
    check(mentions, "Rien #partenariat", &[]);
    assert_eq!(remarks(mentions, "Un partenariat", Place::Visual), [""; 0]);
    let checker = Checker::new(&charter(mentions));
    assert_eq!(checker.missing(&["Un partenariat", "de taille"]).len(), 1);
    assert_eq!(checker.missing(&["Un partenariat", "Collaboration commerciale"]).len(), 0);
}

#[test]
fn a_rule_that_is_off_is_not_checked() {
    let mut charter = charter(r#"{ "capitals": "sentence", "typography": "french" }"#);
    charter.rules = serde_json::from_str(r#"{ "capitals": "off", "typography": "block" }"#).expect("rules have grades");
    let remarks = Checker::new(&charter).check("GRATUIT !", Setting { network: None, place: Place::Caption });
    let found: Vec<_> = remarks.iter().map(|remark| (remark.rule, remark.severity)).collect();
    assert_eq!(found, [(Rule::Typography, planche_model::Severity::Block)]);
}
