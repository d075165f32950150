use std::{process::ExitCode, time::Instant};

use clap::Args;
use planche_app::{
    asset::AssetQuery,
    wire::{FindAssets, OfAsset, Problem},
};
use serde_json::{Value, json};

use super::{Where, import::chosen};

/// What `planche library search` is told.
#[derive(Args)]
pub struct Arguments {
    /// Words: all of them, or what begins so. Accents and capitals do not matter.
    query: String,
    #[command(flatten)]
    library: Where,
    /// In whose files; those of the only brand when absent.
    #[arg(long, value_name = "NAME")]
    brand: Option<String>,
    /// At most how many.
    #[arg(long, default_value_t = 50, value_name = "N")]
    limit: u32,
}

/// Finds, and prints what was found.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Problem> {
    let (studio, _) = arguments.library.open()?;
    let brand = chosen(&studio, arguments.brand.as_deref())?;
    let started = Instant::now();
    let query = AssetQuery { text: arguments.query.clone(), ..AssetQuery::default() };
    let page = studio.find_assets(FindAssets { brand, query, after: None, limit: arguments.limit })?;
    let milliseconds = started.elapsed().as_secs_f64() * 1e3;
    if let Some(corrected) = &page.corrected {
        eprintln!("nothing for `{}`: looked for `{corrected}`", arguments.query);
    }
    if !arguments.library.json {
        page.assets.iter().for_each(|asset| println!("{}  {}", asset.id, asset.name));
        return Ok(ExitCode::SUCCESS);
    }
    let mut assets: Vec<Value> = Vec::new();
    for (at, asset) in page.assets.iter().enumerate() {
        // They come in order: the first is the nearest to what was asked.
        let score = 1.0 - at as f64 / page.assets.len() as f64;
        let tags = studio.asset(OfAsset { asset: asset.id })?.tags;
        assets.push(json!({ "id": asset.id, "name": asset.name, "tags": tags, "score": score }));
    }
    println!("{}", json!({ "total": page.total, "assets": assets, "milliseconds": milliseconds }));
    Ok(ExitCode::SUCCESS)
}
