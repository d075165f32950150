use std::{sync::Arc, thread, time::Duration};

use planche_app::{Door, Studio, wire::Problem};

/// How often the studio is asked whether a copy of the library is due.
const PAUSE: Duration = Duration::from_secs(5 * 60);

/// Copies the library from time to time for as long as the studio is open.
pub fn keep(door: Arc<Door>) {
    thread::spawn(move || {
        loop {
            thread::sleep(PAUSE);
            // While the library is shut, nothing is to be copied.
            tell(door.studio().map_or(Ok(()), |studio| studio.keep_house()));
        }
    });
}

/// Copies the library as the studio is left.
pub fn keep_last(studio: &Studio) {
    tell(studio.close());
}

/// The work itself is safe without a copy: nobody is interrupted for one.
fn tell(made: Result<(), Problem>) {
    if let Err(problem) = made {
        eprintln!("warning: the library was not copied: {} {:?}", problem.code, problem.parameters);
    }
}
