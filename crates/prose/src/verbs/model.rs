use std::sync::LazyLock;

/// How verbs of one ending conjugate.
#[derive(Debug)]
pub struct Model {
    /// What the infinitive ends with.
    ending: &'static str,
    pub present: [&'static str; 6],
    pub future: &'static str,
    pub participle: &'static str,
    pub subjunctive: [&'static str; 2],
}

/// The model of a verb and what stands before its ending; `None` for those like `aimer` and `finir`.
pub fn of(infinitive: &str) -> Option<(&str, &'static Model)> {
    let fitting = MODELS.iter().filter_map(|model| Some((infinitive.strip_suffix(model.ending)?, model)));
    fitting.max_by_key(|(_, model)| model.ending.len())
}

static MODELS: LazyLock<Vec<Model>> = LazyLock::new(|| {
    let lines = include_str!("models.txt").lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| read(line).expect("the models of verbs are well written")).collect()
});

fn read(line: &'static str) -> Option<Model> {
    let mut fields = line.split('|').map(str::trim);
    let mut field = || fields.next();
    Some(Model {
        ending: field()?,
        present: forms(field()?)?,
        future: field()?,
        participle: field()?,
        subjunctive: forms(field()?)?,
    })
}

fn forms<const COUNT: usize>(field: &'static str) -> Option<[&'static str; COUNT]> {
    field.split(' ').collect::<Vec<_>>().try_into().ok()
}
