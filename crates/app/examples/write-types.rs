//! Writes the TypeScript of the wire into the window's sources: `npm run types`.

use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/ipc/generated");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    planche_app::wire::write_types(&folder)?;
    Ok(())
}
