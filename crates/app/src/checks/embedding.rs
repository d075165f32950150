use planche_layout::BrandKit;
use planche_media::font::Rights;
use planche_model::{Finding, Format, Place, Severity};

/// What a file that carries the typeface called `font` would do against its licence.
///
/// Codes: `font-embedding-restricted` stops any file that carries fonts, `font-embedding-preview` asks a person to
/// look; both with `font`. Pictures and SVG drawings carry outlines, never fonts.
pub fn embedding(font: &str, rights: Rights) -> Option<Finding> {
    let (code, severity) = match rights {
        Rights::Free => return None,
        Rights::Preview => ("font-embedding-preview", Severity::Review),
        // A PDF carries the letters it uses, not the whole font.
        Rights::Whole | Rights::Restricted => ("font-embedding-restricted", Severity::Block),
    };
    Some(Finding::new(code, severity, Place::default()).with("font", font))
}

/// What a PDF of that format would do against the licences of the brand's typefaces.
pub fn carried(brand: &BrandKit, format: &Format) -> Vec<Finding> {
    let place = Place { format: Some(format.id.clone()), ..Place::default() };
    brand.embedding.iter().map(|finding| Finding { place: place.clone(), ..finding.clone() }).collect()
}
