use std::sync::LazyLock;

/// How verbs of one ending conjugate.
#[derive(Debug)]
pub struct Model {
    /// What the infinitive ends with.
    ending: &'static str,
    /// Whether the ending is a verb by itself.
    is_whole: bool,
    pub present: [&'static str; 6],
    pub future: &'static str,
    pub participle: &'static str,
    pub subjunctive: [&'static str; 2],
}

/// What makes another verb of one.
const PREFIXES: [&str; 56] = [
    "a", "ab", "abs", "ac", "ad", "ap", "appar", "as", "circon", "com", "compro", "con", "contre", "cor", "de", "des",
    "dis", "dé", "désap", "en", "entre", "ex", "in", "inter", "main", "mau", "mé", "méconn", "o", "ob", "par", "per",
    "pour", "pres", "pro", "pré", "r", "re", "recon", "ren", "res", "ré", "réap", "réé", "satis", "se", "sou", "sous",
    "sub", "sur", "sus", "trans", "é", "entr", "ra", "redé",
];

/// The model of a verb and what stands before its ending; `None` for those like `aimer` and `finir`.
pub fn of(infinitive: &str) -> Option<(&str, &'static Model)> {
    let fits = |start: &str, model: &Model| !model.is_whole || start.is_empty() || PREFIXES.contains(&start);
    let ending = MODELS.iter().filter_map(|model| Some((infinitive.strip_suffix(model.ending)?, model)));
    let fitting = ending.filter(|(start, model)| fits(start, model));
    fitting.max_by_key(|(_, model)| model.ending.len())
}

static MODELS: LazyLock<Vec<Model>> = LazyLock::new(|| {
    let lines = include_str!("models.txt").lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| read(line).expect("the models of verbs are well written")).collect()
});

fn read(line: &'static str) -> Option<Model> {
    let mut fields = line.split('|').map(str::trim);
    let mut field = || fields.next();
    let ending = field()?;
    Some(Model {
        ending: ending.trim_start_matches('='),
        is_whole: ending.starts_with('='),
        present: forms(field()?)?,
        future: field()?,
        participle: field()?,
        subjunctive: forms(field()?)?,
    })
}

fn forms<const COUNT: usize>(field: &'static str) -> Option<[&'static str; COUNT]> {
    field.split(' ').collect::<Vec<_>>().try_into().ok()
}
