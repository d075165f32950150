//! Writes a charter, given as JSON on standard input, to standard output: `tokens`, `text-tokens`, `ase`, `gpl`, `css`.

use std::{
    env,
    error::Error,
    io::{Read, Write, stdin, stdout},
};

use planche_model::Charter;
use planche_tokens::{Target, write};

fn main() -> Result<(), Box<dyn Error>> {
    let named = env::args().nth(1).ok_or("say what to write")?;
    let target: Target = serde_json::from_value(named.into())?;
    let mut json = String::new();
    stdin().read_to_string(&mut json)?;
    stdout().write_all(&write(&Charter::parse(&json)?, target))?;
    Ok(())
}
