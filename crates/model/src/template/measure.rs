use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{Layouts, Parts, TemplateError};

/// How much a layout may hold with its parts in their places, in bytes of its JSON: eighteen times the largest that
/// ships. Each is resolved under twenty conditions when its family is read.
const LARGEST: usize = 1 << 18;
/// How deep elements may lie in each other, five times the deepest that ships: what composes and draws them recurses.
const DEEPEST: usize = 64;

/// Whether every part and every layout ends, and is of a size that a page is worth.
pub(super) fn check(parts: &Parts, layouts: &Layouts) -> Result<(), TemplateError> {
    let mut measure = Measure { parts, place: String::new(), seen: BTreeMap::new() };
    for name in parts.keys() {
        name.clone_into(&mut measure.place);
        measure.part(name, 0)?;
    }
    for (layout, raw) in layouts {
        measure.place = layout.to_string();
        measure.value(raw, 0)?;
    }
    Ok(())
}

/// What a piece of a family comes to, the parts that it names included.
#[derive(Clone, Copy, Default)]
struct Cost {
    size: usize,
    depth: usize,
}

impl Cost {
    fn and(self, other: Self) -> Self {
        Self { size: self.size + other.size, depth: self.depth.max(other.depth) }
    }
}

enum Seen {
    /// On the way down to what is being measured.
    Open,
    Done(Cost),
}

/// Measures every part, each once.
struct Measure<'a> {
    parts: &'a Parts,
    /// The part or the layout that is being measured.
    place: String,
    seen: BTreeMap<&'a str, Seen>,
}

impl<'a> Measure<'a> {
    fn part(&mut self, name: &'a str, depth: usize) -> Result<Cost, TemplateError> {
        match self.seen.get(name) {
            Some(Seen::Done(cost)) => return Ok(*cost),
            Some(Seen::Open) => return Err(TemplateError::Circle { part: name.to_owned() }),
            None => {}
        }
        // A part that there is not is told by who resolves the element, with its path.
        let Some(raw) = self.parts.get(name) else { return Ok(Cost::default()) };
        self.seen.insert(name, Seen::Open);
        let cost = self.value(raw, depth)?;
        self.seen.insert(name, Seen::Done(cost));
        Ok(cost)
    }

    fn value(&mut self, value: &'a Value, depth: usize) -> Result<Cost, TemplateError> {
        match value {
            Value::Object(fields) => self.element(fields, depth),
            Value::Array(values) => {
                values.iter().try_fold(Cost::default(), |sum, value| Ok(sum.and(self.value(value, depth)?)))
            }
            Value::String(text) => Ok(Cost { size: text.len(), depth: 0 }),
            Value::Null | Value::Bool(_) | Value::Number(_) => Ok(Cost { size: 1, depth: 0 }),
        }
    }

    fn element(&mut self, fields: &'a Map<String, Value>, depth: usize) -> Result<Cost, TemplateError> {
        self.admit(Cost::default(), depth)?;
        let mut sum = Cost::default();
        for (name, value) in fields {
            let cost = match value {
                Value::String(part) if name == "part" => self.part(part, depth + 1)?,
                value => self.value(value, depth + 1)?,
            };
            sum = sum.and(Cost { size: cost.size + name.len(), ..cost });
            self.admit(sum, depth)?;
        }
        Ok(Cost { depth: sum.depth + 1, ..sum })
    }

    fn admit(&self, cost: Cost, depth: usize) -> Result<(), TemplateError> {
        let place = || self.place.clone();
        if depth + cost.depth >= DEEPEST {
            return Err(TemplateError::TooDeep { place: place(), limit: DEEPEST });
        }
        if cost.size > LARGEST { Err(TemplateError::TooLarge { place: place(), limit: LARGEST }) } else { Ok(()) }
    }
}

#[cfg(test)]
#[expect(clippy::needless_pass_by_value, reason = "tables of cases are easier to read without references")]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{Layout, template::Family};

    /// A family of these parts whose every layout is `layout`.
    fn family(parts: &Value, layout: &Value) -> Result<Family, TemplateError> {
        let layouts: Map<String, Value> =
            Layout::ALL.into_iter().map(|name| (name.to_string(), layout.clone())).collect();
        let family = json!({ "planche": "template/1", "name": "t", "parts": parts, "layouts": layouts });
        Family::parse(&family.to_string())
    }

    #[track_caller]
    fn check(parts: Value, layout: Value, expected: Result<(), &str>) {
        let found = family(&parts, &layout).map(drop).map_err(|error| error.to_string());
        assert_eq!(found, expected.map_err(str::to_owned));
    }

    fn stack(children: Value) -> Value {
        json!({ "is": "stack", "children": children })
    }

    #[test]
    fn parts_that_name_each_other_in_a_circle_are_named() {
        let circle = Err("the part `a` is made of itself");
        let page = stack(json!([]));
        check(json!({ "a": { "part": "a" } }), page.clone(), circle);
        check(json!({ "a": { "part": "b" }, "b": { "part": "c" }, "c": { "part": "a" } }), page.clone(), circle);
        check(json!({ "a": stack(json!([{ "part": "a" }])) }), page.clone(), circle);
        let late = json!({ "is": "stack", "when": [{ "if": "tall", "set": { "children": [{ "part": "a" }] } }] });
        check(json!({ "a": late }), page, circle);
        let twice = stack(json!([{ "part": "b" }, { "part": "b" }, { "part": "c" }]));
        check(json!({ "a": twice, "b": { "part": "c" }, "c": stack(json!([])) }), json!({ "part": "a" }), Ok(()));
    }

    #[test]
    fn elements_lie_in_each_other_as_deep_as_they_can_be_drawn() {
        let nested = |depth: usize| (1..depth).fold(stack(json!([])), |inner, _| stack(json!([inner])));
        let too_deep = Err("`cover` holds elements more than 64 deep");
        // A JSON text nests 128 values, and an element is two: deeper, it takes parts.
        check(json!({}), nested(60), Ok(()));
        check(json!({ "a": nested(32) }), stack(json!([{ "part": "a" }])), Ok(()));
        let within = |depth: usize| (0..depth).fold(json!({ "part": "a" }), |inner, _| stack(json!([inner])));
        check(json!({ "a": nested(32) }), within(31), Ok(()));
        check(json!({ "a": nested(32) }), within(32), too_deep);
        let chain: Map<String, Value> =
            (0..10_000).map(|at| (format!("{at:05}"), json!({ "part": format!("{:05}", at + 1) }))).collect();
        check(chain.into(), json!({}), Err("`00000` holds elements more than 64 deep"));
    }

    #[test]
    fn parts_do_not_multiply_without_end() {
        let doubled =
            |at: usize| stack(json!([{ "part": format!("{:02}", at + 1) }, { "part": format!("{:02}", at + 1) }]));
        let mut parts: Map<String, Value> = (0..30).map(|at| (format!("{at:02}"), doubled(at))).collect();
        parts.insert("30".to_owned(), stack(json!([])));
        let too_large = Err("`00` holds more than 262144 bytes with its parts in their places");
        check(parts.into(), json!({ "part": "00" }), too_large);
        let words = |count: usize| json!({ "is": "text", "size": 9, "literal": "a".repeat(count) });
        check(json!({}), words(1 << 17), Ok(()));
        let too_large = Err("`cover` holds more than 262144 bytes with its parts in their places");
        check(json!({ "a": words(1 << 17) }), stack(json!([{ "part": "a" }, { "part": "a" }])), too_large);
    }
}
