use thiserror::Error;

use super::{Charter, Face};

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
        field: &'static str,
        /// The number.
        value: f32,
        /// The least it may be.
        low: f32,
        /// The most it may be.
        high: f32,
    },
    /// A brand without a name.
    #[error("the charter has no name")]
    NoName,
}

impl Charter {
    /// Reads a charter's JSON.
    pub fn parse(json: &str) -> Result<Self, CharterError> {
        let mut deserializer = serde_json::Deserializer::from_str(json);
        let charter: Self =
            serde_path_to_error::deserialize(&mut deserializer).map_err(|error| CharterError::Malformed {
                field: error.path().to_string().replace('?', "."),
                problem: error.inner().to_string(),
            })?;
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
        check_face(
            ["fonts.title.weight", "fonts.title.width", "fonts.title.leading", "fonts.title.scale"],
            &self.fonts.title,
        )?;
        check_face(
            ["fonts.text.weight", "fonts.text.width", "fonts.text.leading", "fonts.text.scale"],
            &self.fonts.text,
        )?;
        within("shapes.rule", self.shapes.rule, 0.0, 40.0)?;
        within("shapes.button", self.shapes.button, 0.0, 100.0)
    }
}

fn check_face([weight, width, leading, scale]: [&'static str; 4], face: &Face) -> Result<(), CharterError> {
    within(weight, face.weight, 1.0, 1000.0)?;
    within(width, face.width, 25.0, 200.0)?;
    within(leading, face.leading, 0.7, 2.5)?;
    within(scale, face.scale, 0.4, 2.0)
}

fn within(field: &'static str, value: f32, low: f32, high: f32) -> Result<(), CharterError> {
    if (low..=high).contains(&value) { Ok(()) } else { Err(CharterError::Range { field, value, low, high }) }
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
        let error = Charter::parse(&GOOD.replacen("#efebe2", "beige", 1)).unwrap_err().to_string();
        assert!(error.starts_with("`colors.ground.value` of the charter: `beige` is no colour"), "{error}");
        let error = Charter::parse(&GOOD.replacen("\"tagline\"", "\"slogan\"", 1)).unwrap_err().to_string();
        assert!(error.contains("unknown field `slogan`"), "{error}");
        assert!(Charter::parse("{").is_err());
    }
}
