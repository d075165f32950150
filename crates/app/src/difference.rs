//! What differs between two values, field by field.

use serde::Serialize;
use serde_json::Value;

use crate::wire::CharterChange;

/// The fields of `after` that are not as in `before`. Lists are compared item by item, whatever their order: one that is
/// in only one of them came or went.
pub fn between(before: &impl Serialize, after: &impl Serialize) -> Vec<CharterChange> {
    let value = |of| serde_json::to_value(of).expect("plain data always serialises");
    let value_after = serde_json::to_value(after).expect("plain data always serialises");
    let mut changes = Vec::new();
    compare("", &value(before), &value_after, &mut changes);
    changes
}

fn compare(path: &str, before: &Value, after: &Value, changes: &mut Vec<CharterChange>) {
    match (before, after) {
        (Value::Object(old), Value::Object(new)) => {
            let mut keys: Vec<&String> = old.keys().chain(new.keys()).collect();
            keys.sort_unstable();
            keys.dedup();
            for key in keys {
                let value = |of: &serde_json::Map<String, Value>| of.get(key).cloned().unwrap_or_default();
                compare(&join(path, key), &value(old), &value(new), changes);
            }
        }
        (Value::Array(old), Value::Array(new)) => {
            let went = old.iter().filter(|item| !new.contains(item)).map(|item| (said(item), None));
            let came = new.iter().filter(|item| !old.contains(item)).map(|item| (None, said(item)));
            changes.extend(went.chain(came).map(|(before, after)| CharterChange {
                path: path.to_owned(),
                before,
                after,
            }));
        }
        (before, after) if before == after => {}
        (before, after) => {
            changes.push(CharterChange { path: path.to_owned(), before: said(before), after: said(after) });
        }
    }
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

/// A value as a line of text: the words and figures in it; `None` when there are none.
fn said(value: &Value) -> Option<String> {
    let text = match value {
        Value::Null => return None,
        Value::String(text) => text.clone(),
        Value::Array(items) => list(items.iter()),
        Value::Object(fields) => list(fields.values()),
        other => other.to_string(),
    };
    Some(text).filter(|text| !text.is_empty())
}

fn list<'a>(values: impl Iterator<Item = &'a Value>) -> String {
    values.filter_map(said).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_differs_is_told_field_by_field() {
        let check = |before: Value, after: Value, expected: &[(&str, Option<&str>, Option<&str>)]| {
            let changes = between(&before, &after);
            let found: Vec<_> =
                changes.iter().map(|c| (c.path.as_str(), c.before.as_deref(), c.after.as_deref())).collect();
            assert_eq!(found, expected);
        };
        check(json!({ "a": 1 }), json!({ "a": 1 }), &[]);
        check(json!({ "a": { "b": 1.5 } }), json!({ "a": { "b": 2 } }), &[("a.b", Some("1.5"), Some("2"))]);
        check(json!({ "a": null }), json!({ "a": "vous" }), &[("a", None, Some("vous"))]);
        check(json!({ "l": ["x", "y"] }), json!({ "l": ["y", "x"] }), &[]);
        check(
            json!({ "l": [{ "say": "pièce", "avoid": "produit" }] }),
            json!({ "l": [{ "say": "", "avoid": "tendance" }] }),
            &[("l", Some("produit, pièce"), None), ("l", None, Some("tendance"))],
        );
        check(json!({}), json!({ "logo": { "file": "a.svg", "ink": true } }), &[("logo", None, Some("a.svg, true"))]);
    }
}
