mod sheet;
mod watch;

use std::{path::PathBuf, process::ExitCode, sync::atomic::Ordering};

use clap::Args;
use planche_app::{
    bulk::{Request, bulk},
    wire::Problem,
};

use crate::{interrupt, pages::Pages};

/// What `planche bulk` is told.
#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    pages: Pages,
    /// The table: a CSV file in any encoding, its first line the names that the outline has between `{{` and `}}`. Paths
    /// of pictures in it start from its folder.
    #[arg(long, value_name = "ROWS.csv")]
    data: PathBuf,
    /// The column that names each row's folder; they are numbered when absent.
    #[arg(long, value_name = "COLUMN")]
    name_by: Option<String>,
    /// What the table is written in, for example `windows-1252`; guessed when absent.
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    /// What stands between the table's cells, a character or `tab`; guessed when absent.
    #[arg(long, value_parser = delimiter, value_name = "CHARACTER")]
    delimiter: Option<char>,
}

/// Makes every row, reports, and tells how it went.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Problem> {
    let pages = &arguments.pages;
    let engine = pages.engine()?;
    let request = Request {
        style: pages.style(),
        outline: pages.read_outline()?,
        beside_outline: pages.beside_outline(),
        table: arguments.data.clone(),
        encoding: arguments.encoding.clone(),
        delimiter: arguments.delimiter,
        name_by: arguments.name_by.clone(),
        folder: pages.out.clone(),
        threads: pages.threads(),
    };
    let stop = interrupt::flag("rows")?;
    let mut watch = watch::Watch::new(&pages.out, pages.json)?;
    bulk(&engine, &request, &mut watch, &stop)?;
    let tally = watch.close(stop.load(Ordering::Relaxed))?;
    Ok(if tally.pending > 0 && stop.load(Ordering::Relaxed) {
        ExitCode::from(interrupt::INTERRUPTED)
    } else if tally.failed > 0 || tally.pending > 0 || tally.blocked {
        ExitCode::from(1)
    } else {
        ExitCode::SUCCESS
    })
}

fn delimiter(text: &str) -> Result<char, String> {
    let mut letters = text.chars();
    match (text, letters.next(), letters.next()) {
        ("tab" | "\\t", ..) => Ok('\t'),
        (_, Some(one), None) => Ok(one),
        _ => Err("one character, or `tab`".to_owned()),
    }
}
