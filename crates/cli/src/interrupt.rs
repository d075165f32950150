use std::{
    process::exit,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use planche_app::wire::Problem;

/// The exit code of programs that Ctrl-C ends.
pub const INTERRUPTED: u8 = 130;

/// A flag that Ctrl-C raises; a second one ends the program at once, which leaves nothing half written either. `what` is
/// finished first, for example `rows`.
pub fn flag(what: &'static str) -> Result<Arc<AtomicBool>, Problem> {
    let stop = Arc::new(AtomicBool::new(false));
    let raised = stop.clone();
    let on_interrupt = move || {
        if raised.swap(true, Ordering::Relaxed) {
            exit(INTERRUPTED.into());
        }
        eprintln!("stopping: the {what} in hand are being finished; press again to end at once");
    };
    ctrlc::set_handler(on_interrupt).map_err(|error| Problem::new("internal").with("detail", error))?;
    Ok(stop)
}
