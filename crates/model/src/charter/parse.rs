use thiserror::Error;

use super::{Charter, Face, Gradient, Logo};

/// Why a charter cannot be used.
#[derive(Debug, Error)]
pub enum CharterError {
    /// Not JSON, or not the fields a charter has.
    #[error("`{field}` of the charter: {problem}")]
    Malformed {
        /// The path of the field, `.` for the whole file.
        field: String,
        /// What is wrong with it.
        problem: String,
    },
    /// A charter of another version.
    #[error("the charter is of kind `{0}`, not `{expected}`", expected = Charter::VERSION)]
    Version(String),
    /// A number outside its range.
    #[error("`{field}` of the charter is {value}, not between {low} and {high}")]
    Range {
        /// The path of the field.
        field: String,
        /// The number.
        value: f32,
        /// The least it may be.
        low: f32,
        /// The most it may be.
        high: f32,
    },
    /// A face without a typeface.
    #[error("`{field}` of the charter names neither a `family` nor a `file`")]
    NoTypeface {
        /// The path of the face.
        field: &'static str,
    },
    /// A file that is not the brand's own.
    #[error("the charter names the file `{0}`, which is not in its folder")]
    Outside(String),
    /// A gradient of one colour.
    #[error("the gradient `{0}` of the charter needs two colours")]
    OneColor(String),
    /// A brand without a name.
    #[error("the charter has no name")]
    NoName,
}

impl Charter {
    /// Reads a charter's JSON.
    pub fn parse(json: &str) -> Result<Self, CharterError> {
        let mut deserializer = serde_json::Deserializer::from_str(json);
        let mut charter: Self =
            serde_path_to_error::deserialize(&mut deserializer).map_err(|error| CharterError::Malformed {
                field: error.path().to_string().replace('?', "."),
                problem: error.inner().to_string(),
            })?;
        [&mut charter.fonts.title, &mut charter.fonts.text].into_iter().for_each(Face::name_after_file);
        charter.check()?;
        Ok(charter)
    }

    /// Whether its values make sense together.
    pub fn check(&self) -> Result<(), CharterError> {
        if self.planche != Self::VERSION {
            return Err(CharterError::Version(self.planche.clone()));
        }
        if self.name.trim().is_empty() {
            return Err(CharterError::NoName);
        }
        for (field, face) in [("fonts.title", &self.fonts.title), ("fonts.text", &self.fonts.text)] {
            if face.family.trim().is_empty() {
                return Err(CharterError::NoTypeface { field });
            }
        }
        check_face("title", &self.fonts.title)?;
        check_face("text", &self.fonts.text)?;
        if let Some(file) = self.files().into_iter().find(|file| !is_beside(file)) {
            return Err(CharterError::Outside(file.to_owned()));
        }
        within("shapes.rule", self.shapes.rule, 0.0, 40.0)?;
        within("shapes.button", self.shapes.button, 0.0, 100.0)?;
        self.fonts.sizes.iter().try_for_each(|(role, sizes)| sizes.check(*role))?;
        self.gradients.iter().try_for_each(Gradient::check)?;
        self.logo.as_ref().map_or(Ok(()), Logo::check)?;
        self.editorial.tone.axes.iter().try_for_each(|axis| within("editorial.tone.axes.at", axis.at, 0.0, 1.0))?;
        self.photographs.check()
    }
}

impl Face {
    /// A typeface of the brand's own is called as its first file, unless the charter says how.
    fn name_after_file(&mut self) {
        if let (true, Some(file)) = (self.family.is_empty(), self.file.first()) {
            let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
            self.family = name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned();
        }
    }
}

fn check_face(of: &str, face: &Face) -> Result<(), CharterError> {
    let ranges = [
        ("weight", face.weight, 1.0, 1000.0),
        ("strong", face.strong, 1.0, 1000.0),
        ("width", face.width, 25.0, 200.0),
        ("tracking", face.tracking, -0.5, 2.0),
        ("leading", face.leading, 0.7, 2.5),
        ("scale", face.scale, 0.4, 2.0),
    ];
    ranges.into_iter().try_for_each(|(name, value, low, high)| within(&format!("fonts.{of}.{name}"), value, low, high))
}

/// Whether a file is in the charter's folder, or below, on any system: a charter may come from anywhere, and what it
/// names ends up on pages.
fn is_beside(file: &str) -> bool {
    let is_rooted = file.starts_with(['/', '\\']) || file.as_bytes().get(1) == Some(&b':');
    !file.is_empty() && !is_rooted && file.split(['/', '\\']).all(|part| part != "..")
}

pub(super) fn within(field: &str, value: f32, low: f32, high: f32) -> Result<(), CharterError> {
    let range = || CharterError::Range { field: field.to_owned(), value, low, high };
    if (low..=high).contains(&value) { Ok(()) } else { Err(range()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = include_str!("../../../../assets/brands/maree-basse/charter.json");

    #[test]
    fn the_sample_is_a_charter() {
        assert_eq!(Charter::parse(GOOD).unwrap().name, "Marée Basse");
    }

    #[test]
    fn a_bad_charter_names_the_field() {
        let check = |from: &str, to: &str, expected: &str| {
            let bad = GOOD.replacen(from, to, 1);
            assert_ne!(bad, GOOD, "`{from}` is not in the sample");
            assert_eq!(Charter::parse(&bad).unwrap_err().to_string(), expected);
        };
        check("charter/1", "charter/9", "the charter is of kind `charter/9`, not `charter/1`");
        check("Marée Basse", " ", "the charter has no name");
        check("\"rule\": 2.6", "\"rule\": 99", "`shapes.rule` of the charter is 99, not between 0 and 40");
        let gradient = r#""gradients": [{ "name": "Aube", "angle": 90, "stops": [] }], "shapes""#;
        check("\"shapes\"", gradient, "the gradient `Aube` of the charter needs two colours");
        check("\"space\": 0.5", "\"space\": 9", "`logo.space` of the charter is 9, not between 0 and 4");
        let sizes = r#""fonts": { "sizes": { "text": { "least": 50, "most": 40 } },"#;
        check("\"fonts\": {", sizes, "`fonts.sizes.text.least` of the charter is 50, not between 8 and 40");
        let treated = r#""photographs": { "saturation": 4 }, "shapes""#;
        check("\"shapes\"", treated, "`photographs.saturation` of the charter is 4, not between 0 and 3");
        check("\"weight\": 400", "\"weight\": 0", "`fonts.title.weight` of the charter is 0, not between 1 and 1000");
        let strong = "`fonts.text.strong` of the charter is 5000, not between 1 and 1000";
        check("\"strong\": 700", "\"strong\": 5000", strong);
        let tracking = "`fonts.title.tracking` of the charter is -9, not between -0.5 and 2";
        check("\"tracking\": -0.012", "\"tracking\": -9", tracking);
        let error = Charter::parse(&GOOD.replacen("#efebe2", "beige", 1)).unwrap_err().to_string();
        assert!(error.starts_with("`colors.ground.value` of the charter: `beige` is no colour"), "{error}");
        let error = Charter::parse(&GOOD.replacen("\"tagline\"", "\"slogan\"", 1)).unwrap_err().to_string();
        assert!(error.contains("unknown field `slogan`"), "{error}");
        assert!(Charter::parse("{").is_err());
    }

    #[test]
    fn a_typeface_is_a_family_or_files_of_the_brand() {
        let with = |face: &str| GOOD.replacen(r#""family": "Young Serif""#, face, 1);
        let check = |face: &str, family: &str, files: &[&str]| {
            let charter = Charter::parse(&with(face)).unwrap();
            assert_eq!(
                (charter.fonts.title.family.as_str(), charter.fonts.title.file.as_slice()),
                (family, &*files.iter().map(|file| (*file).to_owned()).collect::<Vec<_>>())
            );
            let again = Charter::parse(&serde_json::to_string(&charter).unwrap()).unwrap();
            assert_eq!(again, charter);
        };
        check(r#""family": "Karla""#, "Karla", &[]);
        check(r#""file": "fonts/Marque.woff2""#, "Marque", &["fonts/Marque.woff2"]);
        check(r#""family": "La Marque", "file": ["a.ttf", "b.ttf"]"#, "La Marque", &["a.ttf", "b.ttf"]);
        let error = Charter::parse(&with(r#""width": 100"#)).unwrap_err().to_string();
        assert_eq!(error, "`fonts.title` of the charter names neither a `family` nor a `file`");
        let error = Charter::parse(&with(r#""file": 3"#)).unwrap_err().to_string();
        assert!(error.contains("the name of a font file, or a list of them"), "{error}");
    }

    #[test]
    fn a_charter_names_files_of_its_own_folder() {
        let check = |file: &str, expected: Result<(), &str>| {
            let named = GOOD.replacen("logo.svg", &file.replace('\\', "\\\\"), 1);
            let found = Charter::parse(&named).map(drop).map_err(|error| error.to_string());
            assert_eq!(found, expected.map_err(str::to_owned));
        };
        check("drawings/logo.svg", Ok(()));
        check("logo..svg", Ok(()));
        check("", Err("the charter names the file ``, which is not in its folder"));
        for outside in
            ["../logo.svg", "a/../../b.svg", "/etc/passwd", "..\\logo.svg", "\\\\host\\logo.svg", "C:logo.svg"]
        {
            let expected = format!("the charter names the file `{outside}`, which is not in its folder");
            check(outside, Err(&expected));
        }
    }

    #[test]
    fn a_charter_lists_the_files_it_needs() {
        let charter = GOOD.replacen(r#""family": "Young Serif""#, r#""file": ["b.ttf", "a.ttf", "b.ttf"]"#, 1);
        let files = Charter::parse(&charter).unwrap();
        assert!(["a.ttf", "b.ttf"].iter().all(|file| files.files().iter().filter(|known| *known == file).count() == 1));
    }
}
