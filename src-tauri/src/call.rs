use std::{path::Path, sync::Arc};

use planche_app::{Door, wire::Problem};
use serde_json::Value;
use tauri::State;

/// The way to the studio, or why there is none: its own files are missing, say.
pub struct Opened(pub Result<Arc<Door>, Problem>);

impl Opened {
    /// The way to the studio.
    pub fn door(&self) -> Result<&Door, Problem> {
        self.0.as_deref().map_err(Clone::clone)
    }
}

/// The window's one command: everything it may ask, by name. Runs off the window's own thread.
#[expect(clippy::needless_pass_by_value, reason = "Tauri hands its state over by value")]
#[tauri::command(async)]
pub fn call(opened: State<'_, Opened>, name: &str, input: Value) -> Result<Value, Problem> {
    opened.door()?.call(name, input)
}

/// Shows a folder in the machine's file manager.
#[tauri::command(async)]
pub fn open_folder(path: &str) -> Result<(), Problem> {
    if !Path::new(path).is_dir() {
        return Err(Problem::new("missingFile").with("path", path));
    }
    opener::open(path).map_err(|error| Problem::new("cannotOpenFolder").with("path", path).with("detail", error))
}
