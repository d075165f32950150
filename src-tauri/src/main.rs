//! The window around the studio: one command, one protocol, native dialogs. It knows Tauri; nothing else does.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod backups;
mod call;
mod clipboard;
#[cfg(target_os = "linux")]
mod graphics;
mod host;
mod instance;
mod protocol;

use std::{path::Path, process, sync::Arc};

use planche_app::{
    Assets, Door, Engine, assets,
    wire::{Nothing, Problem},
};
use tauri::{App, AppHandle, Manager, RunEvent};

use self::{arguments::Arguments, call::Opened, host::Window};

fn main() {
    let arguments = Arguments::read();
    let builder = tauri::Builder::default();
    #[cfg(target_os = "linux")]
    let builder = graphics::suited(builder);
    builder
        .plugin(tauri_plugin_dialog::init())
        .register_asynchronous_uri_scheme_protocol("planche", protocol::answer)
        .invoke_handler(tauri::generate_handler![call::call, call::open_folder])
        .setup(move |app| {
            let opened = open(app, &arguments);
            if let Ok(door) = &opened {
                backups::keep(door.clone());
            }
            app.manage(Opened(opened));
            Ok(())
        })
        .build(tauri::generate_context!())
        .expect("the window system is there: without one there is nothing to fall back on")
        .run(|app, event| {
            if matches!(event, RunEvent::Exit) {
                leave(app);
            }
        });
}

fn leave(app: &AppHandle) {
    let opened = app.try_state::<Opened>();
    if let Some(Ok(studio)) = opened.as_deref().map(|opened| opened.door().and_then(Door::studio)) {
        backups::keep_last(&studio);
    }
}

/// Opens the library. What keeps it shut is told by the window, not by a crash.
fn open(app: &App, arguments: &Arguments) -> Result<Arc<Door>, Problem> {
    let folder = arguments.library.clone().map_or_else(|| library_folder(app), Ok)?;
    let assets = Assets::load(&assets_folder(app)?)?.with_own_formats(&folder)?;
    let host = Arc::new(Window::new(app.handle().clone()));
    let door = Door::open(&folder, Arc::new(Engine::new(Arc::new(assets))), host);
    let studio = door.studio();
    if studio.as_ref().is_err_and(|problem| problem.code == "libraryLocked") && instance::call(&folder) {
        process::exit(0);
    }
    // A window without its library must not come forward in the place of one that has it.
    if studio.is_ok() {
        listen(app.handle().clone(), &folder);
    }
    if let Ok(studio) = studio
        && arguments.sample
        && studio.overview(Nothing {})?.brands.is_empty()
    {
        studio.open_sample(Nothing {})?;
    }
    Ok(Arc::new(door))
}

fn listen(window: AppHandle, folder: &Path) {
    if let Err(error) = instance::listen(folder, move || come_forward(&window)) {
        eprintln!("warning: a second launch will not find this window: {error}");
    }
}

/// Shows the window that is there to somebody who started the studio again.
fn come_forward(app: &AppHandle) {
    for window in app.webview_windows().values() {
        if let Err(error) = window.unminimize().and_then(|()| window.show()).and_then(|()| window.set_focus()) {
            eprintln!("warning: the window did not come forward: {error}");
        }
    }
}

/// In a package the assets are resources; in the project they are beside the build.
fn assets_folder(app: &App) -> Result<std::path::PathBuf, Problem> {
    let packaged = app.path().resource_dir().ok().map(|folder| folder.join("assets"));
    match packaged.filter(|folder| has_fonts(folder)) {
        Some(folder) => Ok(folder),
        None => assets::find(),
    }
}

fn has_fonts(folder: &Path) -> bool {
    folder.join("fonts/manifest.json").exists()
}

fn library_folder(app: &App) -> Result<std::path::PathBuf, Problem> {
    let data = app.path().app_data_dir().map_err(|error| Problem::new("internal").with("detail", error))?;
    Ok(data.join("library"))
}
