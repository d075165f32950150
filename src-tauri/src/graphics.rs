use std::{env, os::unix::process::CommandExt, path::Path, process::Command};

use tauri::{Builder, Wry};

/// When this is set, `WebKitGTK` paints what changes; otherwise it puts the whole window together at each frame.
const NO_COMPOSITING: &str = "WEBKIT_DISABLE_COMPOSITING_MODE";

/// `WebKitGTK` 2.50 crashes on a view transition it cannot composite; to be tried again with each later one.
const NO_TRANSITIONS: &str = "delete Document.prototype.startViewTransition;";

/// Spares a machine without a graphics processor the work of one: there, a frame put together in software takes two
/// processors forty milliseconds, and what a keystroke changes is painted in five.
///
/// `WebKitGTK` reads the choice when it starts, so the process begins again with it. A person's own choice stands.
pub fn suited(builder: Builder<Wry>) -> Builder<Wry> {
    match env::var_os(NO_COMPOSITING) {
        Some(choice) if choice == "0" => builder,
        Some(_) => builder.append_invoke_initialization_script(NO_TRANSITIONS),
        None if has_graphics_processor() => builder,
        None => {
            begin_again();
            builder
        }
    }
}

/// Returns only when it fails: then the window is slower, and there.
fn begin_again() {
    if let Ok(program) = env::current_exe() {
        drop(Command::new(program).args(env::args_os().skip(1)).env(NO_COMPOSITING, "1").exec());
    }
}

/// Whether the kernel offers a device to render with.
fn has_graphics_processor() -> bool {
    let devices = Path::new("/dev/dri").read_dir().into_iter().flatten().flatten();
    devices.into_iter().any(|device| device.file_name().as_encoded_bytes().starts_with(b"renderD"))
}
