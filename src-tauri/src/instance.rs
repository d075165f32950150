//! One window a library: a second launch brings the first window forward and ends.
//!
//! The library's own lock decides who is first. This is only how the second finds the first, by a name made of the
//! library's folder, so that studios open on different libraries stay apart.

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    io::{self, Read, Write},
    path::Path,
    sync::mpsc,
    thread,
    time::Duration,
};

use interprocess::local_socket::{GenericNamespaced, ListenerOptions, Name, Stream, prelude::*};

/// What the first answers, once it has been heard.
const COMING: u8 = 1;

/// How long to wait for a first instance that may be stuck.
const PATIENCE: Duration = Duration::from_secs(3);

/// Calls `forward` each time the library is opened again by somebody else, from a thread of its own.
pub fn listen(library: &Path, forward: impl Fn() + Send + 'static) -> io::Result<()> {
    let listener = ListenerOptions::new().name(name(library)?).try_overwrite(true).create_sync()?;
    thread::spawn(move || {
        // One who hung up before being heard has asked for nothing.
        for mut caller in listener.incoming().flatten() {
            forward();
            if let Err(error) = caller.write_all(&[COMING]) {
                eprintln!("warning: the second launch was not answered: {error}");
            }
        }
    });
    Ok(())
}

/// Asks the instance that has this library to come forward; answers whether it does.
pub fn call(library: &Path) -> bool {
    let Ok(name) = name(library) else { return false };
    let (answer, heard) = mpsc::channel();
    thread::spawn(move || answer.send(ask(name)));
    matches!(heard.recv_timeout(PATIENCE), Ok(Ok(COMING)))
}

fn ask(name: Name<'_>) -> io::Result<u8> {
    let mut answer = [0];
    Stream::connect(name)?.read_exact(&mut answer)?;
    Ok(answer[0])
}

fn name(library: &Path) -> io::Result<Name<'static>> {
    let mut hasher = DefaultHasher::new();
    library.canonicalize()?.hash(&mut hasher);
    format!("fr.planche.studio-{:016x}", hasher.finish()).to_ns_name::<GenericNamespaced>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_instance_that_has_the_library_comes_forward() {
        let folder = tempfile::tempdir().unwrap();
        let (calls, came) = mpsc::channel();
        listen(folder.path(), move || calls.send(()).unwrap()).unwrap();
        for _ in 0..3 {
            assert!(call(folder.path()));
            assert_eq!(came.try_recv(), Ok(()));
        }
    }

    #[test]
    fn nobody_answers_for_another_library() {
        let [first, second] = [(); 2].map(|()| tempfile::tempdir().unwrap());
        listen(first.path(), || panic!("it was not called")).unwrap();
        assert!(!call(second.path()));
        assert!(!call(&second.path().join("missing")));
    }
}
