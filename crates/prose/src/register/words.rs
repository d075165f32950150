//! Words that tell whom a text addresses.

/// Words in `-ez` that are no verbs.
pub const NO_VERBS: [&str; 8] = ["chez", "assez", "nez", "rez", "lez", "merguez", "fez", "raz"];

/// Names in `-ez`, for those that begin a sentence or follow `M.`.
pub const NAMES: [&str; 34] = [
    "alvarez",
    "benitez",
    "chavez",
    "cortez",
    "diez",
    "dominguez",
    "douarnenez",
    "fernandez",
    "gimenez",
    "gomez",
    "gonzales",
    "gonzalez",
    "gutierrez",
    "hernandez",
    "ibanez",
    "jimenez",
    "lopez",
    "marquez",
    "martinez",
    "mendez",
    "nunez",
    "ortiz",
    "perez",
    "ramirez",
    "rodriguez",
    "sanchez",
    "suarez",
    "suez",
    "tropez",
    "valdez",
    "vasquez",
    "velasquez",
    "velez",
    "inez",
];

/// What makes `tu` the participle of `taire`: `il s’est tu`.
pub const AUXILIARIES: [&str; 14] = [
    "est", "était", "sera", "sont", "étaient", "suis", "fut", "soit", "a", "ont", "avait", "avaient", "sommes",
    "serait",
];

/// What makes `ton` a tone.
pub const TONE: [&str; 22] = [
    "le", "un", "du", "au", "ce", "quel", "bon", "haut", "mauvais", "autre", "seul", "son", "mon", "leur", "notre",
    "votre", "nouveau", "premier", "demi", "juste", "sur", "beau",
];

/// What follows the imperative of a verb and not the noun that is written alike.
pub const OBJECTS: [&str; 40] = [
    "le",
    "la",
    "les",
    "l",
    "un",
    "une",
    "ton",
    "ta",
    "tes",
    "ce",
    "cet",
    "cette",
    "ces",
    "mon",
    "ma",
    "mes",
    "notre",
    "nos",
    "nous",
    "tout",
    "toutes",
    "tous",
    "chaque",
    "quelques",
    "plusieurs",
    "vite",
    "donc",
    "bien",
    "ici",
    "d'abord",
    "ensuite",
    "moins",
    "quand",
    "où",
    "comment",
    "maintenant",
    "ça",
    "cela",
    "deux",
    "trois",
];

/// What a noun may have an article before: `Visite le samedi`, `Balade le long du lac`.
pub const DAYS: [&str; 10] =
    ["long", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "matin", "soir"];

/// What opens a clause without being part of it.
pub const LEADS: [&str; 26] = [
    "et",
    "puis",
    "alors",
    "donc",
    "mais",
    "ou",
    "surtout",
    "vite",
    "maintenant",
    "ensuite",
    "enfin",
    "sinon",
    "allez",
    "hop",
    "bref",
    "oui",
    "non",
    "d'accord",
    "hé",
    "hey",
    "psst",
    "chut",
    "promis",
    "stp",
    "demain",
    "toi",
];

/// What a part of a sentence before the main clause begins with.
pub const FRONTS: [&str; 64] = [
    "pour",
    "si",
    "s",
    "en",
    "ce",
    "cet",
    "cette",
    "ces",
    "avant",
    "après",
    "dès",
    "quand",
    "lorsque",
    "avec",
    "sans",
    "ici",
    "demain",
    "aujourd",
    "maintenant",
    "alors",
    "puis",
    "chez",
    "à",
    "au",
    "aux",
    "dans",
    "sur",
    "sous",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "jusqu",
    "jusque",
    "pendant",
    "depuis",
    "par",
    "parce",
    "comme",
    "toi",
    "bref",
    "allez",
    "oui",
    "non",
    "ok",
    "hé",
    "hey",
    "psst",
    "promis",
    "bon",
    "enfin",
    "ensuite",
    "sinon",
    "surtout",
    "envie",
    "besoin",
    "prêt",
    "prête",
    "tout",
    "vite",
    "d",
];

/// Pronouns between `ne` and its verb.
pub const OBJECT_PRONOUNS: [&str; 13] =
    ["te", "t", "me", "m", "le", "la", "l", "les", "y", "en", "nous", "lui", "leur"];

/// What an imperative takes along with a hyphen.
pub const CLITICS: [&str; 10] = ["moi", "toi", "nous", "le", "la", "les", "lui", "leur", "y", "en"];

/// What denies a verb after `ne`.
pub const NEGATIONS: [&str; 12] =
    ["pas", "plus", "jamais", "rien", "aucun", "aucune", "surtout", "que", "qu", "ni", "point", "personne"];
