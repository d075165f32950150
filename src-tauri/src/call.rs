use std::{path::Path, sync::Arc};

use planche_app::{
    Studio,
    wire::{self, Problem},
};
use serde_json::Value;
use tauri::State;

/// The studio, or why its library could not be opened.
pub struct Opened(pub Result<Arc<Studio>, Problem>);

impl Opened {
    /// The studio.
    pub fn studio(&self) -> Result<&Arc<Studio>, Problem> {
        self.0.as_ref().map_err(Clone::clone)
    }
}

/// The window's one command: everything it may ask, by name. Runs off the window's own thread.
#[expect(clippy::needless_pass_by_value, reason = "Tauri hands its state over by value")]
#[tauri::command(async)]
pub fn call(opened: State<'_, Opened>, name: &str, input: Value) -> Result<Value, Problem> {
    wire::call(opened.studio()?.as_ref(), name, input)
}

/// Shows a folder in the machine's file manager.
#[tauri::command(async)]
pub fn open_folder(path: &str) -> Result<(), Problem> {
    if !Path::new(path).is_dir() {
        return Err(Problem::new("missingFile").with("path", path));
    }
    opener::open(path).map_err(|error| Problem::new("cannotOpenFolder").with("path", path).with("detail", error))
}
