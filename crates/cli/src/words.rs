//! The command line's own small table of words: the core only speaks in codes.

use planche_app::{finding::Finding, wire::Problem};

/// What happened, and what to do about it.
pub fn of_problem(problem: &Problem) -> (String, String) {
    let value = |name: &str| problem.parameters.get(name).map_or("", String::as_str);
    let path = value("path");
    let (error, hint) = match problem.code.as_str() {
        "missingFile" => {
            (format!("`{path}` does not exist"), "check the path; pictures are looked for beside the outline".into())
        }
        "unreadableFile" => {
            (format!("`{path}` cannot be read: {}", value("detail")), "check its permissions, then run again".into())
        }
        "notAFolder" => (format!("`{path}` is not a folder"), "give --out a folder, or a name that is free".into()),
        "folderNotWritable" => (
            format!("nothing can be written in `{path}`"),
            "choose another folder with --out, or change its permissions".into(),
        ),
        "diskFull" => (
            format!("the disk is full: `{path}` was not written"),
            "free some room or choose another disk with --out; the files listed are complete".into(),
        ),
        "fileTooLarge" => (format!("`{path}` is over {} bytes", value("limit")), "give a smaller file".into()),
        "notText" => (format!("`{path}` is not UTF-8 text"), "save it as UTF-8".into()),
        "unknownPictureFormat" => {
            (format!("`{path}` is no picture that can be read"), "convert it to JPEG, PNG or WebP".into())
        }
        "truncatedPicture" => (format!("`{path}` is truncated"), "copy it again from where it came".into()),
        "damagedPicture" => (format!("`{path}` is damaged"), "open it in an editor and save it again".into()),
        "pictureTooLarge" => (
            format!("`{path}` is too large: {} × {} pixels", value("width"), value("height")),
            "scale it down to at most 30000 pixels a side and 268 million in all".into(),
        ),
        "drawingTooComplex" => (format!("`{path}` has too many elements"), "simplify the drawing".into()),
        "badCharter" => {
            (format!("`{path}`: {}", value("detail")), "see assets/brands/README.md for what a charter holds".into())
        }
        "unknownTemplate" => (format!("there is no template family `{}`", value("template")), "use `atelier`".into()),
        "unknownFont" => {
            (format!("there is no typeface `{}`", value("font")), "use a family of assets/fonts/manifest.json".into())
        }
        "unknownFormat" => {
            (format!("there is no format `{}`", value("format")), format!("the formats are {}", value("known")))
        }
        "noFormat" => ("no format was named".into(), "name at least one with --format".into()),
        "emptyOutline" => ("the outline has no page".into(), "begin a page with `# ` and its heading".into()),
        "badDate" => (format!("`{}` is no date", value("date")), "write it as 2026-12-01".into()),
        "noAssets" => (
            "the studio's assets are not beside the program".into(),
            "set PLANCHE_ASSETS to the project's assets folder".into(),
        ),
        "badAssets" => (format!("`{path}`: {}", value("detail")), "install the studio again".into()),
        code => (
            format!("{code}: {}", value("detail")),
            "run again; if it stays, report it with the files that cause it".into(),
        ),
    };
    (error, hint)
}

/// What a person should know, on one line.
pub fn of_finding(finding: &Finding) -> String {
    let value = |name: &str| finding.parameters.get(name).map_or("", String::as_str);
    let what = match finding.code.as_str() {
        "text-overflow" => "the text does not fit, even at its smallest size".to_owned(),
        "text-small" => format!("the smallest words are {} px high", value("size")),
        "part-hidden" => format!("the layout has no room for the {}", value("part")),
        "picture-missing" => format!("the picture `{}` cannot be had", value("source")),
        "alt-missing" => "the picture has no alternative text".to_owned(),
        "too-many-pages" => format!("{} pages, {} at most", value("count"), value("max")),
        "page-empty" => "the page is empty".to_owned(),
        "sticker-reserved" => format!("the {} sticker is to be placed by hand", value("sticker")),
        "outline-unknown" => format!("not understood, kept as it is: {}", value("text")),
        code => code.to_owned(),
    };
    format!("{}{what}", place(finding))
}

fn place(finding: &Finding) -> String {
    let place = &finding.place;
    let parts = [
        place.line.map(|line| format!("line {line}")),
        place.number.filter(|_| place.line.is_none()).map(|number| format!("page {number}")),
        place.format.as_ref().map(ToString::to_string),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { String::new() } else { format!("{}: ", parts.join(", ")) }
}
