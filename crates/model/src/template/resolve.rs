use serde_json::{Map, Value};

use super::{Conditions, Element, Parts, element};

/// What is wrong with an element, and where it is.
pub(super) struct Problem {
    pub path: String,
    pub problem: String,
}

/// The element as it is under these conditions; `None` when it is not there at all.
pub(super) fn element(raw: &Value, parts: &Parts, conditions: &Conditions) -> Result<Option<Element>, Problem> {
    Resolver { parts, conditions }.element(raw, ".")
}

struct Resolver<'a> {
    parts: &'a Parts,
    conditions: &'a Conditions,
}

/// An element's fields, and its children where they stand: a copy at every level would be as many copies.
#[derive(Default)]
struct Merged<'a> {
    fields: Map<String, Value>,
    children: Option<&'a Value>,
}

impl<'a> Merged<'a> {
    fn take(&mut self, name: &str, value: &'a Value) {
        if name == "children" {
            self.children = Some(value);
        } else {
            self.fields.insert(name.to_owned(), value.clone());
        }
    }
}

impl<'a> Resolver<'a> {
    fn element(&self, raw: &'a Value, path: &str) -> Result<Option<Element>, Problem> {
        let problem = |problem: String| Problem { path: path.to_owned(), problem };
        let Merged { mut fields, children } = self.merged(raw).map_err(problem)?;
        if let Some(words) = text(&fields, "show").map_err(problem)?
            && !self.holds(words).map_err(problem)?
        {
            return Ok(None);
        }
        fields.remove("show");
        let children = match children {
            Some(Value::Array(children)) => self.children(children, path)?,
            None => Vec::new(),
            Some(_) => return Err(problem("`children` is no list".to_owned())),
        };
        element::read(fields, children).map(Some).map_err(problem)
    }

    fn children(&self, raw: &'a [Value], path: &str) -> Result<Vec<Element>, Problem> {
        let path = |at: usize| if path == "." { format!("children[{at}]") } else { format!("{path}.children[{at}]") };
        let resolved = raw.iter().enumerate().map(|(at, child)| self.element(child, &path(at)));
        resolved.filter_map(Result::transpose).collect()
    }

    /// The element's own fields: those of the part it names, its own over them, then what its conditions set.
    fn merged(&self, raw: &'a Value) -> Result<Merged<'a>, String> {
        let Value::Object(own) = raw else { return Err("an element is an object".to_owned()) };
        let mut merged = match text(own, "part")? {
            Some(name) => self.merged(self.parts.get(name).ok_or_else(|| format!("there is no part `{name}`"))?)?,
            None => Merged::default(),
        };
        let plain = own.iter().filter(|(name, _)| !["part", "when"].contains(&name.as_str()));
        plain.for_each(|(name, value)| merged.take(name, value));
        if let Some(Value::Array(clauses)) = own.get("when") {
            for clause in clauses {
                self.apply(clause, &mut merged)?;
            }
        }
        Ok(merged)
    }

    fn apply(&self, clause: &'a Value, merged: &mut Merged<'a>) -> Result<(), String> {
        let malformed = || "a `when` clause is `{ \"if\": words, \"set\": fields }`".to_owned();
        let Value::Object(clause) = clause else { return Err(malformed()) };
        let words = text(clause, "if")?.ok_or_else(malformed)?;
        let Some(Value::Object(set)) = clause.get("set") else { return Err(malformed()) };
        if self.holds(words)? {
            set.iter().for_each(|(name, value)| merged.take(name, value));
        }
        Ok(())
    }

    fn holds(&self, words: &str) -> Result<bool, String> {
        self.conditions.hold(words).map_err(|word| format!("`{word}` is no condition"))
    }
}

fn text<'a>(fields: &'a Map<String, Value>, name: &str) -> Result<Option<&'a str>, String> {
    match fields.get(name) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(other) => Err(format!("`{name}` is a text, not `{other}`")),
    }
}
