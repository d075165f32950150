//! The command line's own small table of words: the core only speaks in codes.

use planche_app::{finding::Finding, wire::Problem};

/// What happened, and what to do about it.
pub fn of_problem(problem: &Problem) -> (String, String) {
    let value = |name: &str| problem.parameters.get(name).map_or("", String::as_str);
    let path = value("path");
    let (error, hint) = match problem.code.as_str() {
        "missingFile" => {
            let hint = match value("beside") {
                "nothing" => "check the path",
                "table" => {
                    "check the path; pictures are looked for beside the outline, those of a table beside the table"
                }
                _ => "check the path; pictures are looked for beside the outline",
            };
            (format!("`{path}` does not exist"), hint.into())
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
        "unknownTemplate" => {
            (format!("there is no template family `{}`", value("template")), format!("there are: {}", value("known")))
        }
        "unknownFont" => {
            (format!("there is no typeface `{}`", value("font")), "use a family of assets/fonts/manifest.json".into())
        }
        "unknownFormat" => {
            (format!("there is no format `{}`", value("format")), format!("the formats are {}", value("known")))
        }
        "noFormat" => ("no format was named".into(), "name at least one with --format".into()),
        "noPhotographs" => ("there is no photograph".into(), "name at least one, or a folder that holds some".into()),
        "emptyOutline" => ("the outline has no page".into(), "begin a page with `# ` and its heading".into()),
        "badDate" => (format!("`{}` is no date", value("date")), "write it as 2026-12-01".into()),
        "noAssets" => (
            "the studio's assets are not beside the program".into(),
            "set PLANCHE_ASSETS to the project's assets folder".into(),
        ),
        "badAssets" => (format!("`{path}`: {}", value("detail")), "install the studio again".into()),
        code => of_batch(code, &value)
            .or_else(|| of_own(code, &value))
            .or_else(|| of_library(code, &value))
            .or_else(|| of_pack(code, &value))
            .unwrap_or_else(|| {
                (
                    format!("{code}: {}", value("detail")),
                    "run again; if it stays, report it with the files that cause it".into(),
                )
            }),
    };
    (error, hint)
}

/// What happens to a brand's own typefaces, and to a person's own formats.
fn of_own<'a>(code: &str, value: &impl Fn(&str) -> &'a str) -> Option<(String, String)> {
    let (path, detail) = (value("path"), value("detail"));
    let error = format!("`{path}`: {detail}");
    let hint = match code {
        "badFormats" => "see assets/platforms/README.md for what a format holds",
        "unknownFontFormat" => "give one face as .ttf, .otf or .woff2",
        "fontTooLarge" => "give a file of at most 16 MiB, for example without the scripts that the brand never writes",
        "damagedFont" => "download it again from where it came, or ask its maker for another file",
        "fontTooComplex" => "ask its maker for a simpler file; no text face needs that much",
        "fontWithoutLetters" => "give a face of the Latin alphabet; signs and emoji come from the studio's own fonts",
        "fontEmbeddingRestricted" => {
            let error = format!("`{path}`: the licence of `{}` allows no PDF that carries it", value("font"));
            return Some((error, "export pictures with --as png in a format of images, or change the typeface".into()));
        }
        _ => return None,
    };
    Some((error, hint.into()))
}

/// What happens to a library only.
fn of_library<'a>(code: &str, value: &impl Fn(&str) -> &'a str) -> Option<(String, String)> {
    let path = value("path");
    let elsewhere = "both damage a library: choose a folder on a disk of this computer; copy a library that is already \
                     there into it whole, then open the copy";
    let (error, hint) = match code {
        "librarySynced" => {
            (format!("`{path}` is in a folder that {} synchronises", value("service")), elsewhere.into())
        }
        "libraryOnNetwork" => {
            (format!("`{path}` is on a network file system, `{}`", value("system")), elsewhere.into())
        }
        "whichBrand" => {
            let names = value("names");
            ("the library has several brands, or none of that name".into(), format!("give --brand one of: {names}"))
        }
        "missingProof" => {
            (format!("the content of the signed document `{path}` is gone"), "attach it to its agreement again".into())
        }
        "damagedProof" => (
            format!("the content of the signed document `{path}` is damaged"),
            "attach it to its agreement again".into(),
        ),
        "lackingProof" => (
            format!("the signed document `{path}` did not come along with its agreement"),
            "keep the `planche-accords` folder beside the files, or attach the document in the studio".into(),
        ),
        "missingBlob" => (format!("the content of `{path}` is gone"), "import the same file again".into()),
        "damagedBlob" => (format!("the content of `{path}` is damaged"), "import the same file again".into()),
        "orphanBlob" => {
            (format!("{} bytes belong to nothing", value("bytes")), "they are removed by themselves after a day".into())
        }
        "unreadableBackup" => (
            format!("the backup `{path}` cannot be read"),
            "remove it from the `backups` folder, or keep it aside".into(),
        ),
        "damagedRows" => (
            format!("the database is damaged: {}", value("detail")),
            "go back to a copy: `planche library backups`, then `planche library restore`".into(),
        ),
        _ => return None,
    };
    Some((error, hint))
}

/// What happens to brands that travel as one file only.
fn of_pack<'a>(code: &str, value: &impl Fn(&str) -> &'a str) -> Option<(String, String)> {
    let (path, entry) = (value("path"), value("entry"));
    let (error, hint) = match code {
        "notAPack" => (format!("`{path}` is no brand"), "give a file that `planche brand export` wrote"),
        "newerPack" => (
            format!("`{path}` is of version {}, which a newer studio wrote", value("version")),
            "update the studio, then run again",
        ),
        "damagedPack" => (
            format!("`{path}` is damaged: `{entry}` is not as it was written"),
            "ask for the file again, or copy it again from where it came",
        ),
        "hostilePack" => (
            format!("`{path}` holds what no brand holds ({}): `{entry}`", value("rule")),
            "do not use this file; ask the person who sent it to export the brand again",
        ),
        "damagedDocument" => (
            format!("the document `{}` is damaged", value("title")),
            "put it in the trash, or go back to a copy, then run again",
        ),
        "brandTooLarge" => (
            format!("`{}` has {} files; one file carries {}", value("name"), value("files"), value("most")),
            "take its charter along with --charter-only, and its files with `planche library export`",
        ),
        "packTooLarge" => (
            format!("`{path}` would take {} MiB; {} MiB can be used", value("size"), value("room")),
            "free some room on the library's disk, then run again",
        ),
        "packCharter" => (
            format!("the charter of `{}` cannot be used here: `{}`", value("name"), value("detail")),
            "ask for the brand with this font, template or drawing, or update the studio",
        ),
        _ => return None,
    };
    Some((error, hint.to_owned()))
}

/// What happens to tables and batches only.
fn of_batch<'a>(code: &str, value: &impl Fn(&str) -> &'a str) -> Option<(String, String)> {
    let path = value("path");
    let (error, hint) = match code {
        "emptyTable" => (format!("`{path}` is empty"), "give it a first line with the names of its columns".into()),
        "noRows" => (format!("`{path}` has no row under its header"), "add a line for each folder to make".into()),
        "notATable" => (format!("`{path}` is no text"), "save the spreadsheet as CSV (UTF-8)".into()),
        "tooManyColumns" => (format!("`{path}` has over {} columns", value("most")), "give --delimiter".into()),
        "unknownEncoding" => (
            format!("there is no encoding `{}`", value("encoding")),
            "for example utf-8, windows-1252 or macintosh".into(),
        ),
        "badDelimiter" => (
            format!("`{}` cannot stand between cells", value("delimiter")),
            "for example `;`, `,`, `|` or `tab`".into(),
        ),
        "unknownColumn" => (unknown_column(value), near_columns(value)),
        "ambiguousColumn" => (
            format!(
                "{}`{}` may be column {} `{}` or column {} `{}` of `{}`",
                at_line(value),
                value("column"),
                value("firstPlace"),
                value("first"),
                value("secondPlace"),
                value("second"),
                value("table")
            ),
            "write the name exactly as it is there, or rename one of the two".into(),
        ),
        "openPlaceholder" => (
            format!("{}`{{{{` is not closed", at_line(value)),
            "close it with `}}` on the same line, or write `\\{{`".into(),
        ),
        "noPlaceholder" => (
            "the outline names no column: every row would give the same files".into(),
            "write `{{` and `}}` round the name of a column".into(),
        ),
        "bulkRunning" => (
            format!("another run is at work in `{path}`"),
            "wait until it ends, or choose another folder with --out".into(),
        ),
        "folderTaken" => (
            format!("`{path}` is there and is not of `planche bulk`"),
            "move it away, or choose another folder with --out".into(),
        ),
        "reportNotWritten" => (
            format!("`{path}` cannot be written: {}", value("detail")),
            "close it in other programs, then run again: the rows that are made are kept".into(),
        ),
        _ => return of_row(code, value),
    };
    Some((error, hint))
}

/// What is wrong with a row of a table, and where when that is not said otherwise.
fn of_row<'a>(code: &str, value: &impl Fn(&str) -> &'a str) -> Option<(String, String)> {
    let (error, hint): (String, String) = match code {
        "rowQuotes" => (
            "quotation marks are opened and not closed".into(),
            "close them, or double those that are words; the lines after it were read as rows".into(),
        ),
        "rowTooLong" => (
            "the row is over a megabyte long".into(),
            "give --delimiter and --encoding if they were guessed wrong".into(),
        ),
        "rowUnreadable" => (
            "characters cannot be read in the table's encoding".into(),
            "write them again, or give --encoding if it was guessed wrong".into(),
        ),
        "rowRagged" => (
            format!("{} where the header has {}", count(value("cells"), "cell"), value("columns")),
            "put quotation marks round a cell that holds the delimiter".into(),
        ),
        _ => return None,
    };
    let at = match value("path") {
        "" => String::new(),
        path => format!("`{path}`, line {}: ", value("line")),
    };
    Some((at + &error, hint))
}

fn count(number: &str, noun: &str) -> String {
    format!("{number} {noun}{}", if number == "1" { "" } else { "s" })
}

fn unknown_column<'a>(value: &impl Fn(&str) -> &'a str) -> String {
    format!("{}`{}` is no column of `{}`", at_line(value), value("column"), value("table"))
}

fn near_columns<'a>(value: &impl Fn(&str) -> &'a str) -> String {
    match value("near") {
        "" => format!("its columns: {}", value("known")),
        near => format!("the nearest: {near}"),
    }
}

/// Where in the outline, when it is the outline that says so.
fn at_line<'a>(value: &impl Fn(&str) -> &'a str) -> String {
    let line = value("line");
    if line.is_empty() { String::new() } else { format!("line {line} of the outline: ") }
}

/// What a person should know, on one line.
pub fn of_finding(finding: &Finding) -> String {
    let value = |name: &str| finding.parameters.get(name).map_or("", String::as_str);
    let what = match finding.code.as_str() {
        "text-overflow" if value("fits").is_empty() => "the text does not fit, even at its smallest size".to_owned(),
        "text-overflow" => format!(
            "the text does not fit, even at its smallest size: {} characters of {} do in `{}…`",
            value("fits"),
            value("length"),
            value("text")
        ),
        "text-missing-glyph" => format!("no typeface has {}", value("codes")),
        "font-missing" => format!("the typeface `{}` cannot be read", value("family")),
        "text-small" => format!("the smallest words are {} px high", value("size")),
        "part-hidden" => format!("the layout has no room for the {}", value("part")),
        "picture-missing" => format!("the picture `{}` cannot be had", value("source")),
        "picture-withdrawn" => format!("somebody shown in `{}` does not agree any more", value("source")),
        "picture-expired" => format!("`{}` could be used until {}", value("source"), value("until")),
        "picture-ending" => format!("`{}` may be used until {}", value("source"), value("until")),
        "low-contrast" => {
            format!("`{}` stands out {} to 1, {} are needed", value("text"), value("ratio"), value("least"))
        }
        "off-palette" => format!("the logo's {} is none of the charter's colours", value("text")),
        "unknown-font" => format!("`{}` lacks {}", value("family"), value("characters")),
        "logo-size" => format!("the logo is {} u high, {} at least", value("size"), value("least")),
        "logo-space" => format!("`{}` is in the room of the logo", value("text")),
        "logo-background" => format!("the logo is on the {} colour, where it is never laid", value("role")),
        "safe-area" => format!("`{}` is where the network puts its own signs", value("text")),
        "register" => format!("`{}`: the brand says {}", value("text"), value("address")),
        "banned-word" => format!("`{}` is not used", value("text")),
        "preferred-word" => format!("`{}`: say `{}`", value("text"), value("say")),
        "emoji-count" => format!("{} emoji, {} at most", value("count"), value("most")),
        "emoji-unknown" => format!("{} is not used", value("text")),
        "hashtag-count" => format!("{} hashtags, {} at most", value("count"), value("most")),
        "hashtag-unknown" => format!("`{}` is not used", value("text")),
        "hashtag-case" => format!("`{}` does not show where each word begins", value("text")),
        "typography" => format!("`{}` is set otherwise", value("text")),
        "capitals" => format!("`{}` is in capitals", value("text")),
        "inclusive" => format!("`{}` is not how the brand writes for any gender", value("text")),
        "mention-missing" => format!("`{}` calls for `{}`", value("text"), value("mention")),
        "alt-missing" => "the picture has no alternative text".to_owned(),
        "template-unknown" => format!("there is no template family `{}`: the charter's is used", value("template")),
        "too-many-pages" => format!("{} pages, {} at most", value("count"), value("max")),
        "page-empty" => "the page is empty".to_owned(),
        "file-too-heavy" => format!("the file weighs {} kB, {} at most", value("size"), value("max")),
        "file-type-refused" => format!("{} is not taken there, only {}", value("type"), value("accepted")),
        "aspect-wrong" => format!("{} px has not the proportions of {} px", value("size"), value("expected")),
        "size-wrong" => format!("{} px instead of {} px", value("size"), value("expected")),
        "quality-lowered" => format!("JPEG of quality {}, to stay under {} kB", value("quality"), value("max")),
        "photo-enlarged" => format!("the photograph is too small, it was enlarged {} times", value("factor")),
        "font-embedding-restricted" => format!("the licence of `{}` allows no PDF that carries it", value("font")),
        "font-embedding-preview" => {
            format!("the licence of `{}` allows a PDF to be looked at and printed, not edited", value("font"))
        }
        "sticker-reserved" => format!("the {} sticker is to be placed by hand", value("sticker")),
        "outline-unknown" => format!("not understood, kept as it is: {}", value("text")),
        code => code.to_owned(),
    };
    match place(finding) {
        place if place.is_empty() => what,
        place => format!("{place}: {what}"),
    }
}

/// Where it is, for example `page 2, ig_story` or `bol.jpg, ig_story`; nothing when it is everywhere.
pub fn place(finding: &Finding) -> String {
    let place = &finding.place;
    let parts = [
        finding.parameters.get("photo").cloned(),
        place.line.map(|line| format!("line {line}")),
        place.number.filter(|_| place.line.is_none()).map(|number| format!("page {number}")),
        place.format.as_ref().map(ToString::to_string),
    ];
    parts.into_iter().flatten().collect::<Vec<String>>().join(", ")
}
