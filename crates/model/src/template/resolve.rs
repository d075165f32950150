use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{Conditions, Element, element};

/// What is wrong with an element, and where it is.
pub(super) struct Problem {
    pub path: String,
    pub problem: String,
}

type Parts = BTreeMap<String, Value>;

/// The element as it is under these conditions; `None` when it is not there at all.
pub(super) fn element(raw: &Value, parts: &Parts, conditions: &Conditions) -> Result<Option<Element>, Problem> {
    Resolver { parts, conditions }.element(raw, ".")
}

struct Resolver<'a> {
    parts: &'a Parts,
    conditions: &'a Conditions,
}

impl Resolver<'_> {
    fn element(&self, raw: &Value, path: &str) -> Result<Option<Element>, Problem> {
        let problem = |problem: String| Problem { path: path.to_owned(), problem };
        let mut fields = self.merged(raw).map_err(problem)?;
        if let Some(words) = take_text(&mut fields, "show").map_err(problem)?
            && !self.holds(&words).map_err(problem)?
        {
            return Ok(None);
        }
        let children = match fields.remove("children") {
            Some(Value::Array(children)) => self.children(&children, path)?,
            None => Vec::new(),
            Some(_) => return Err(problem("`children` is no list".to_owned())),
        };
        element::read(fields, children).map(Some).map_err(problem)
    }

    fn children(&self, raw: &[Value], path: &str) -> Result<Vec<Element>, Problem> {
        let path = |at: usize| if path == "." { format!("children[{at}]") } else { format!("{path}.children[{at}]") };
        let resolved = raw.iter().enumerate().map(|(at, child)| self.element(child, &path(at)));
        resolved.filter_map(Result::transpose).collect()
    }

    /// The element's own fields: those of the part it names, its own over them, then what its conditions set.
    fn merged(&self, raw: &Value) -> Result<Map<String, Value>, String> {
        let Value::Object(own) = raw else { return Err("an element is an object".to_owned()) };
        let mut own = own.clone();
        let mut fields = match take_text(&mut own, "part")? {
            Some(name) => self.merged(self.parts.get(&name).ok_or_else(|| format!("there is no part `{name}`"))?)?,
            None => Map::new(),
        };
        let clauses = own.remove("when");
        fields.append(&mut own);
        if let Some(Value::Array(clauses)) = clauses {
            for clause in clauses {
                self.apply(clause, &mut fields)?;
            }
        }
        Ok(fields)
    }

    fn apply(&self, clause: Value, fields: &mut Map<String, Value>) -> Result<(), String> {
        let malformed = || "a `when` clause is `{ \"if\": words, \"set\": fields }`".to_owned();
        let Value::Object(mut clause) = clause else { return Err(malformed()) };
        let words = take_text(&mut clause, "if")?.ok_or_else(malformed)?;
        let Some(Value::Object(mut set)) = clause.remove("set") else { return Err(malformed()) };
        if self.holds(&words)? {
            fields.append(&mut set);
        }
        Ok(())
    }

    fn holds(&self, words: &str) -> Result<bool, String> {
        self.conditions.hold(words).map_err(|word| format!("`{word}` is no condition"))
    }
}

fn take_text(fields: &mut Map<String, Value>, name: &str) -> Result<Option<String>, String> {
    match fields.remove(name) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(other) => Err(format!("`{name}` is a text, not `{other}`")),
    }
}
