use std::path::Path;

use planche_model::{
    Content, Finding,
    document::Role,
    outline::{self, Outline, OutlinePage, one_line},
};

use super::{
    column,
    placeholder::{Piece, pieces},
    value::{clean, fill, fill_markup, is_pointer, pointer},
};
use crate::wire::Problem;

/// An outline with `{{columns}}` in it, understood once for all rows.
///
/// The outline is parsed before any value is put in, so that no value is ever read as syntax: a value that begins with
/// `# ` opens no page. A part whose values are all empty is left out as if it had not been written.
pub(super) struct Template {
    outline: Outline,
    columns: Vec<usize>,
}

impl Template {
    /// Reads an outline for a table with these columns.
    ///
    /// # Errors
    /// It names a column that is not there, or several, or none at all.
    pub fn read(text: &str, header: &[String]) -> Result<Self, Problem> {
        let mut columns = Vec::new();
        let mut lines = Vec::new();
        for (line, number) in text.replace("\r\n", "\n").replace('\r', "\n").split('\n').zip(1..) {
            lines.push(point_to_columns(line, header, &mut columns).map_err(|problem| problem.with("line", number))?);
        }
        if columns.is_empty() {
            return Err(Problem::new("noPlaceholder"));
        }
        let mut outline = outline::parse(&lines.join("\n"));
        let names: Vec<String> = columns.iter().map(|at| format!("{{{{{}}}}}", header[*at])).collect();
        for finding in &mut outline.findings {
            finding.parameters.values_mut().for_each(|value| *value = fill(value, &names));
        }
        Ok(Self { outline, columns })
    }

    /// What is not understood of it, whatever the row.
    pub fn findings(&self) -> &[Finding] {
        &self.outline.findings
    }

    /// What it takes from a row of the table.
    pub fn values(&self, row: &[String]) -> Vec<String> {
        self.columns.iter().map(|at| clean(&row[*at])).collect()
    }

    /// The outline with a row's values. Pictures that the row names are looked for in `beside_table`, the others in
    /// `beside_outline`.
    pub fn fill(&self, values: &[String], beside_table: &Path, beside_outline: &Path) -> Outline {
        let row = RowValues { values, beside_table, beside_outline };
        Outline {
            title: self.outline.title.as_deref().map(|title| one_line(&fill(title, values))),
            front_matter: self.outline.front_matter.clone(),
            pages: self.outline.pages.iter().filter_map(|page| row.page(page)).collect(),
            findings: Vec::new(),
        }
    }
}

/// Puts a pointer where the line names a column: a name may hold what the outline would read.
fn point_to_columns(line: &str, header: &[String], columns: &mut Vec<usize>) -> Result<String, Problem> {
    let mut pointed = String::new();
    for piece in pieces(line) {
        match piece {
            Piece::Text(text) => pointed.extend(text.chars().filter(|letter| !is_pointer(*letter))),
            Piece::Column(name) => pointed.push(pointer(place(column::find(header, name)?, columns))),
            Piece::Open => return Err(Problem::new("openPlaceholder")),
        }
    }
    Ok(pointed)
}

/// Where the column is among those named so far; it is the next when it is new.
fn place(column: usize, columns: &mut Vec<usize>) -> usize {
    columns.iter().position(|known| *known == column).unwrap_or_else(|| {
        columns.push(column);
        columns.len() - 1
    })
}

struct RowValues<'a> {
    values: &'a [String],
    beside_table: &'a Path,
    beside_outline: &'a Path,
}

impl RowValues<'_> {
    /// The page with the row's values; `None` when they leave nothing of it.
    fn page(&self, page: &OutlinePage) -> Option<OutlinePage> {
        let title = page.title.as_deref().and_then(|title| self.words(title, one_line));
        let mut blocks: Vec<Content> = Vec::new();
        for block in page.blocks.iter().filter_map(|block| self.block(block)) {
            let quoted = blocks.last().is_some_and(|last| last.text(Role::Quote).is_some());
            // An author without words said nothing.
            if quoted || block.text(Role::Attribution).is_none() {
                blocks.push(block);
            }
        }
        let was_empty = page.title.is_none() && page.blocks.is_empty();
        let is_empty = title.is_none() && blocks.is_empty();
        (was_empty || !is_empty).then_some(OutlinePage { title, layout: page.layout, blocks })
    }

    fn block(&self, block: &Content) -> Option<Content> {
        Some(match block {
            Content::Text { role, text } => {
                let keep = if *role == Role::Attribution { one_line } else { trimmed };
                Content::Text { role: *role, text: self.words(text, keep)? }
            }
            Content::Picture { source, alt, focus } => Content::Picture {
                source: self.picture(source)?,
                alt: one_line(&fill(alt, self.values)),
                focus: *focus,
            },
            Content::Link { label, address } => {
                Content::Link { label: self.words(label, one_line)?, address: self.address(address)? }
            }
            Content::Sticker { sticker, prompt, choices } => {
                let choices = choices.iter().map(|choice| one_line(&fill(choice, self.values)));
                Content::Sticker {
                    sticker: *sticker,
                    prompt: one_line(&fill(prompt, self.values)),
                    choices: choices.filter(|choice| !choice.is_empty()).collect(),
                }
            }
            Content::Unknown { text } => Content::Unknown { text: fill(text, self.values) },
        })
    }

    fn words(&self, markup: &str, keep: fn(&str) -> String) -> Option<String> {
        Some(keep(&fill_markup(markup, self.values))).filter(|text| !text.is_empty())
    }

    fn address(&self, address: &str) -> Option<String> {
        Some(one_line(&fill(address, self.values))).filter(|address| !address.is_empty())
    }

    fn picture(&self, source: &str) -> Option<String> {
        let from_row = source.chars().any(is_pointer);
        let folder = if from_row { self.beside_table } else { self.beside_outline };
        self.address(source).map(|name| folder.join(name).to_string_lossy().into_owned())
    }
}

fn trimmed(text: &str) -> String {
    text.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use planche_model::{BrandId, Document, DocumentId, Ids};
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn header(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    /// The outline that is made of a template and a row of columns `a`, `b` and `photo`.
    fn filled(template: &str, row: [&str; 3]) -> Outline {
        let template = Template::read(template, &header(&["a", "b", "photo"])).unwrap();
        template.fill(&template.values(&row.map(str::to_owned)), Path::new("rows"), Path::new("plans"))
    }

    fn document(outline: Outline) -> Document {
        let mut last = 0;
        let mut ids = || {
            last += 1;
            Uuid::from_u128(last)
        };
        let ids: &mut dyn Ids = &mut ids;
        outline::build(outline, DocumentId(Uuid::nil()), BrandId(Uuid::nil()), "a".into(), vec!["a".into()], ids)
    }

    #[track_caller]
    fn check(template: &str, row: [&str; 3], expected: &str) {
        let document = document(filled(template, row));
        document.validate().unwrap();
        assert_eq!(outline::print(&document), expected);
    }

    #[test]
    fn values_take_their_places() {
        check("# {{A}} et {{ b }}\n\n{{a}}\n", ["x", "y", ""], "# x et y\n\nx\n".replacen("\n\n", "\n", 1).as_str());
        check("# a {cover}\n*{{a}}*\n\n- {{b}}\n", ["x", "y", ""], "# a {cover}\n*x*\n\n- y\n");
        check("> {{a}}\n> — {{b}}\n", ["x", "y", ""], "> x\n> — y\n");
        check("# a\n[{{a}}]({{ b }})\n", ["x", "https://y.fr", ""], "# a\n[x](https://y.fr)\n");
        check("# a\n:poll[{{a}}]{{{a}}|{{b}}}\n", ["x", "y", ""], "# a\n:poll[x]{x|y}\n");
        check("---\ntitle: {{a}}\n---\n# {{b}}\n", ["x", "y", ""], "---\ntitle: x\n---\n# y\n");
    }

    #[test]
    fn pictures_are_beside_what_names_them() {
        check(
            "# a\n![{{a}}]({{photo}}){focus=20,30}\n",
            ["x", "", "p/1.jpg"],
            "# a\n![x](rows/p/1.jpg) {focus=20,30}\n",
        );
        check("# {{a}}\n![b](p/1.jpg)\n", ["x", "", ""], "# x\n![b](plans/p/1.jpg)\n");
        check("# {{a}}\n![b](p/{{photo}}.jpg)\n", ["x", "", "1"], "# x\n![b](rows/p/1.jpg)\n");
    }

    #[test]
    fn what_is_empty_is_not_there() {
        check("# {{a}}\n**{{b}}**\n\n- {{b}}\n- fin\n", ["x", "", ""], "# x\n- fin\n");
        check("# a\n![x]({{photo}})\n\n{{a}}\n", ["x", "", ""], "# a\nx\n");
        check("# a\n\n# {{b}}\n![x]({{photo}})\n\n# c {{a}}\n", ["x", " ", ""], "# a\n\n# c x\n");
        check("> {{b}}\n> — {{a}}\n\n# fin\n", ["x", "", ""], "# fin\n");
        check("# a\n[{{a}}]({{b}})\n", ["x", "", ""], "# a\n");
    }

    #[test]
    fn errors_name_the_line() {
        let check = |template: &str, code: &str, line: Option<&str>| {
            let problem = Template::read(template, &header(&["Nom", "nom"])).err().unwrap();
            assert_eq!((problem.code.as_str(), problem.parameters.get("line").map(String::as_str)), (code, line));
        };
        check("# a\r\n\r\n{{prix}}", "unknownColumn", Some("3"));
        check("# {{NOM}}", "ambiguousColumn", Some("1"));
        check("# a\n{{nom", "openPlaceholder", Some("2"));
        check(r"# \{{nom}}", "noPlaceholder", None);
    }

    #[test]
    fn what_is_not_understood_is_told_once_with_its_names() {
        let template = Template::read("# a\n\n| {{ NOM }} |\n", &header(&["Nom"])).unwrap();
        assert_eq!(template.findings()[0].parameters["text"], "| {{Nom}} |");
    }

    const HOSTILE: [&str; 22] = [
        "# Titre",
        "- point",
        "* point",
        "> citation",
        "> — auteur",
        "![a](b.jpg)",
        "[a](https://b.fr)",
        "{cover}",
        "fin {quote}",
        "---",
        "```",
        "| a |",
        "1. un",
        "<b>",
        ":poll[a]{b|c}",
        "**gras**",
        "\\",
        "{{b}}",
        "## a",
        "a\n\n# b\n- c",
        "---\ntitle: x\n---",
        "*a",
    ];

    fn any_value() -> impl Strategy<Value = String> {
        let hostile = prop::sample::select(&HOSTILE[..]).prop_map(str::to_owned);
        let lines = prop::collection::vec(prop_oneof![hostile, any::<String>()], 1..4);
        lines.prop_map(|lines| lines.join("\n"))
    }

    fn shown(markup: &str) -> String {
        outline::spans(markup).into_iter().map(|span| span.text).collect()
    }

    proptest! {
        /// Whatever the value, each part of the page holds it and the page has the parts of its template.
        #[test]
        fn a_value_is_never_syntax(value in any_value()) {
            let cleaned = clean(&value);
            prop_assume!(!one_line(&cleaned).is_empty());
            let template = "# {{a}}\n*{{a}}*\n\n{{a}}\n\n- {{a}}\n- **{{a}}**\n[{{a}}]({{a}})\n\n> {{a}}\n> — {{a}}\n";
            let document = document(filled(template, [&value, "", ""]));
            prop_assert_eq!(document.validate(), Ok(()));
            let pages = document.pages();
            prop_assert_eq!(pages.len(), 2);
            let found: Vec<String> = pages.iter().flat_map(|page| document.nodes(page.id)).map(|node| match &node.content {
                Content::Text { role, text } => format!("{role:?} {}", shown(text)),
                Content::Link { label, .. } => format!("Link {}", shown(label)),
                other => format!("{other:?}"),
            }).collect();
            let line = one_line(&cleaned);
            prop_assert_eq!(found, [
                format!("Title {line}"), format!("Kicker {cleaned}"), format!("Body {cleaned}"),
                format!("Item {cleaned}"), format!("Item {cleaned}"), format!("Link {line}"),
                format!("Quote {cleaned}"), format!("Attribution {line}"),
            ]);
        }
    }
}
