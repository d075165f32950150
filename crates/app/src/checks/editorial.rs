use std::collections::BTreeSet;

use planche_model::{
    Charter, Content, Document, Finding, Fix, Formats, Node, Place, Severity, charter::Rule, document::Role,
};
use planche_prose::{self as prose, Checker, Remark, Setting};

/// What the words of a document do that the brand does not ask for, in reading order.
///
/// Codes: those of [`Rule`]. Parameters: `text`, the words as they stand; `fix`, what would take their place; and those of
/// [`Remark`]. Somebody else's words are not held against how the brand addresses people.
pub fn editorial(document: &Document, charter: &Charter, checker: &Checker, formats: &Formats) -> Vec<Finding> {
    let network = only_network(document, formats);
    let setting = Setting { network: network.as_deref(), place: prose::Place::Visual };
    let mut findings = Vec::new();
    let mut texts = Vec::new();
    for (page, number) in document.pages().into_iter().zip(1..) {
        for node in document.nodes(page.id) {
            let Some((text, is_quoted)) = words(&node.content) else { continue };
            let place = Place { number: Some(number), page: Some(page.id), node: Some(node.id), ..Place::default() };
            let remarks = checker.check(text, setting).into_iter();
            let own = remarks.filter(|remark| !(is_quoted && remark.rule == Rule::Register));
            findings.extend(own.map(|remark| finding(node, text, place.clone(), remark)));
            texts.push(text);
        }
    }
    findings.extend(mentions(charter, checker, &texts));
    findings
}

/// The network, when the document goes out on a single one.
fn only_network(document: &Document, formats: &Formats) -> Option<String> {
    let known = document.properties().formats.iter().filter_map(|id| formats.get(id));
    let networks: BTreeSet<&str> = known.map(|format| format.platform.as_str()).collect();
    let mut networks = networks.into_iter();
    networks.next().filter(|_| networks.next().is_none()).map(str::to_owned)
}

/// A node's words, and whether they are somebody else's.
fn words(content: &Content) -> Option<(&str, bool)> {
    match content {
        Content::Text { role, text } => Some((text, matches!(role, Role::Quote | Role::Attribution))),
        Content::Link { label, .. } => Some((label, false)),
        Content::Sticker { prompt, .. } => Some((prompt, false)),
        Content::Picture { .. } | Content::Unknown { .. } => None,
    }
}

fn finding(node: &Node, text: &str, place: Place, remark: Remark) -> Finding {
    let Remark { rule, severity, range, mut parameters, fix } = remark;
    parameters.insert("text".to_owned(), text[range.clone()].to_owned());
    parameters.extend(fix.iter().map(|fix| ("fix".to_owned(), fix.clone())));
    let fix = fix.map(|fix| Fix { node: node.id, text: [&text[..range.start], &fix, &text[range.end..]].concat() });
    Finding { parameters, fix, ..Finding::new(rule.code(), severity, place) }
}

/// What the words call for and none of them says.
fn mentions(charter: &Charter, checker: &Checker, texts: &[&str]) -> Vec<Finding> {
    let severity = charter.severity(Rule::MentionMissing).unwrap_or(Severity::Info);
    let missing = checker.missing(texts).into_iter().map(|mention| {
        Finding::new(Rule::MentionMissing.code(), severity, Place::default())
            .with("mention", &mention.text)
            .with("text", mention.when.join(", "))
            .with("reason", &mention.reason)
    });
    missing.filter(|_| charter.severity(Rule::MentionMissing).is_some()).collect()
}
