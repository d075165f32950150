//! Reads a file in every way that the studio and the command line do, and checks what comes of it.

use std::io::Cursor;

use planche_media::{
    Decoded, Format, Limits, MediaError, decode, facts,
    fit::{Photo, Target},
    logo, look, thumbnail, vector, video,
};

/// The sides, in px, that small pictures are made of.
const SIDES: [u32; 2] = [96, 512];

const TARGETS: [Target; 3] = [
    Target { width: 108, height: 136, focus: [0.5, 0.5] },
    Target { width: 64, height: 20, focus: [0.0, 1.0] },
    Target { width: 1, height: 1, focus: [1.0, 0.3] },
];

/// Whether it is a picture that can be shown.
///
/// # Panics
/// What comes of it does not hold together.
pub fn read(file: &[u8]) -> Result<(), MediaError> {
    let said = facts::read(file);
    assert_eq!(facts::read(facts::sidecar(&said).as_bytes()).keywords, said.keywords, "a sidecar says the same");
    let film = video::probe(Cursor::new(file));
    assert!(film.is_none() || Format::recognise(file).is_err(), "a picture is no film");
    let decoded = decode(file, Limits::default());
    for side in SIDES {
        check_small(&thumbnail::of(file, side), &decoded, side);
    }
    if let Ok(decoded) = &decoded {
        check(decoded, Limits::default().side);
        let focus = look::of(&decoded.image).focus;
        assert!(focus.is_none_or(|(x, y)| (0.0..=1.0).contains(&x) && (0.0..=1.0).contains(&y)), "{focus:?}");
    }
    check_fits(file);
    let drawn = vector::parse(file, None);
    logo::read(file).map(drop).or(decoded.map(drop)).or(drawn.map(drop))
}

fn check(decoded: &Decoded, side: u32) {
    let image = &decoded.image;
    assert!(image.width.max(image.height) <= side, "{} × {} for {side}", image.width, image.height);
    assert_eq!(image.pixels.len(), image.width as usize * image.height as usize * 4);
    assert!(image.width > 0 && image.height > 0, "a picture has pixels");
    let clear = image.pixels.as_chunks::<4>().0.iter().any(|pixel| pixel[3] < u8::MAX);
    assert_ne!(image.opaque, clear, "what is opaque is so everywhere");
}

/// A glance may not notice damage; where both succeed, they are of the same file.
fn check_small(small: &Result<Decoded, MediaError>, decoded: &Result<Decoded, MediaError>, side: u32) {
    let Ok(small) = small else { return };
    check(small, side);
    if let Ok(decoded) = decoded {
        assert_eq!((small.width, small.height, small.format), (decoded.width, decoded.height, decoded.format));
    }
}

fn check_fits(file: &[u8]) {
    let Ok(photo) = Photo::read(file, Limits::default(), &TARGETS) else { return };
    for target in TARGETS {
        let (width, height) = (target.width, target.height);
        let fitted = photo.fit(target);
        assert_eq!((fitted.width, fitted.height, fitted.rgba.len()), (width, height, (width * height * 4) as usize));
        assert!(fitted.rgba.as_chunks::<4>().0.iter().all(|pixel| pixel[3] == u8::MAX), "paper shows through");
        if let Some(planes) = photo.fit_planes(target) {
            assert_eq!(planes.samples.len(), (width * height * 3 / 2) as usize);
        }
    }
}
