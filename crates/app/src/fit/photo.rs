use std::path::Path;

use planche_library::files;
use planche_media::{
    Limits,
    facts::Embedded,
    fit::{Fitted, FittedPlanes, Photo, Target},
};
use planche_model::{Confidence, Finding, Format, Place, Severity};
use planche_render::{
    Pixels, RenderError,
    encode::{self, Jpeg, Photograph, PngEffort},
};

use super::{Job, Keep, Made, PhotoType, Request};
use crate::{
    checks::{self, Delivery},
    export::Written,
    pictures,
    sidecars::Sidecars,
    wire::Problem,
};

/// All there is to make files of a photograph.
pub struct Workshop<'a> {
    pub formats: &'a [Format],
    pub request: &'a Request,
    pub sidecars: Sidecars,
}

/// A photograph that was read, and what its files carry of what is said of it.
struct Source {
    photo: Photo,
    kept: Option<Embedded>,
}

impl Workshop<'_> {
    /// Makes the files of a photograph. What goes wrong with one of them leaves the others.
    pub fn make(&self, Job { source, places }: Job) -> Made {
        let mut made = Made { source, ..Made::default() };
        let read = places.and_then(|places| Ok((self.read(&made.source)?, places)));
        match read {
            Err(problem) => made.problems.push(problem),
            Ok((source, places)) => {
                for (format, place) in self.formats.iter().zip(&places) {
                    match self.write(&source, format, place, &mut made.findings) {
                        Ok(written) => made.files.push(written),
                        Err(problem) => made.problems.push(problem),
                    }
                }
            }
        }
        let name = made.source.display().to_string();
        made.findings = made.findings.into_iter().map(|finding| finding.with("photo", &name)).collect();
        made
    }

    fn read(&self, path: &Path) -> Result<Source, Problem> {
        let bytes = pictures::read_file(path)?;
        let targets: Vec<Target> = self.formats.iter().map(|format| self.target(format)).collect();
        let photo = Photo::read(&bytes, Limits::default(), &targets)
            .map_err(|error| Problem::of_picture(&path.display().to_string(), &error))?;
        Ok(Source { photo, kept: self.kept(path, &bytes) })
    }

    fn kept(&self, path: &Path, bytes: &[u8]) -> Option<Embedded> {
        let keep = &self.request.keep;
        let facts = Some(keep).filter(|keep| !keep.is_empty()).map(|_| self.sidecars.facts(path, bytes))?;
        Embedded::of(&Keep::of(keep, facts))
    }

    fn target(&self, format: &Format) -> Target {
        Target { width: format.width, height: format.height, focus: self.request.focus }
    }

    fn write(
        &self,
        source: &Source,
        format: &Format,
        path: &Path,
        findings: &mut Vec<Finding>,
    ) -> Result<Written, Problem> {
        let format = limited(format, self.request.max_bytes);
        let place = Place { format: Some(format.id.clone()), ..Place::default() };
        let target = self.target(&format);
        findings.extend(enlarged(source.photo.enlargement(target), &place));
        let limit = format.max_bytes.unwrap_or(u64::MAX);
        let Encoded { bytes, quality } = self.encode(source, target, limit)?;
        findings.extend(quality.and_then(|quality| checks::lowered(quality, self.request.quality, limit, &place)));
        findings.extend(checks::check(Delivery { format: &format, bytes: &bytes, scale: 1.0, place: &place }));
        files::create_folder(path.parent().unwrap_or(&self.request.folder))?;
        files::write(path, &bytes)?;
        let Target { width, height, .. } = target;
        let (path, bytes) = (path.to_owned(), bytes.len() as u64);
        Ok(Written { path, format: format.id.to_string(), page: None, width, height, bytes, pages: 1 })
    }

    fn encode(&self, source: &Source, target: Target, limit: u64) -> Result<Encoded, Problem> {
        // What a file carries weighs too: the picture has to fit in what is left of the limit.
        let limit = limit.saturating_sub(source.kept.as_ref().map_or(0, Embedded::jpeg_weight));
        let Encoded { bytes, quality } = self.encode_bare(&source.photo, target, limit)?;
        let bytes = match &source.kept {
            Some(kept) => kept.in_file(&bytes).map_err(|error| crate::problem::internal(&error))?,
            None => bytes,
        };
        Ok(Encoded { bytes, quality })
    }

    fn encode_bare(&self, photo: &Photo, target: Target, limit: u64) -> Result<Encoded, RenderError> {
        let bytes = match self.request.file_type {
            PhotoType::Png => encode::png(&pixels(photo, target), PngEffort::Small),
            PhotoType::Webp => encode::webp(&pixels(photo, target))?,
            PhotoType::Jpeg => {
                let photograph = photograph(photo, target);
                let Jpeg { bytes, quality } = encode::photograph_under(&photograph, self.request.quality, limit)?;
                return Ok(Encoded { bytes, quality: Some(quality) });
            }
        };
        Ok(Encoded { bytes, quality: None })
    }
}

fn pixels(photo: &Photo, target: Target) -> Pixels {
    let Fitted { width, height, rgba } = photo.fit(target);
    Pixels { width, height, rgba }
}

fn photograph(photo: &Photo, target: Target) -> Photograph {
    match photo.fit_planes(target) {
        Some(FittedPlanes { width, height, samples }) => Photograph::Planes { width, height, samples },
        None => Photograph::Pixels(pixels(photo, target)),
    }
}

/// A file, and at which quality when that could be lowered.
struct Encoded {
    bytes: Vec<u8>,
    quality: Option<u8>,
}

/// The format with a person's own limit, where that is the lower one. It binds, however sure the network's figure is.
fn limited(format: &Format, max_bytes: Option<u64>) -> Format {
    let own = max_bytes.filter(|own| format.max_bytes.is_none_or(|theirs| *own < theirs));
    match own {
        Some(_) => Format { max_bytes: own, confidence: Confidence::High, ..format.clone() },
        None => format.clone(),
    }
}

/// Says so when a photograph was too small: code `photo-enlarged` (`factor`, as a length, two decimals).
fn enlarged(factor: f64, place: &Place) -> Option<Finding> {
    let hundredths = (factor * 100.0).round();
    let finding = || Finding::new("photo-enlarged", Severity::Review, place.clone());
    (hundredths > 100.0).then(|| finding().with("factor", format!("{:.2}", hundredths / 100.0)))
}
