use arboard::{Clipboard, Error, ImageData};
use planche_app::Copied;

/// What was copied last, in whatever program: its files, else its picture.
pub fn copied() -> Copied {
    read().unwrap_or_else(|error| {
        if !matches!(error, Error::ContentNotAvailable) {
            eprintln!("warning: the clipboard cannot be read: {error}");
        }
        Copied::Nothing
    })
}

fn read() -> Result<Copied, Error> {
    let mut clipboard = Clipboard::new()?;
    match clipboard.get().file_list() {
        Ok(files) if !files.is_empty() => Ok(Copied::Files(files)),
        _ => clipboard.get_image().map(picture),
    }
}

fn picture(ImageData { width, height, bytes }: ImageData<'_>) -> Copied {
    match (u32::try_from(width), u32::try_from(height)) {
        (Ok(width), Ok(height)) => Copied::Picture { width, height, rgba: bytes.into_owned() },
        _ => Copied::Nothing,
    }
}
