use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    error::FontsError,
    manifest::{Axes, Family, FontFile},
    package::Package,
    sfnt,
    stamps::Stamps,
};

/// The place where packages become font files.
pub struct Workshop {
    modules: PathBuf,
    folder: PathBuf,
    stamps: Stamps,
}

impl Workshop {
    /// Takes packages from `modules` and puts fonts in `folder`, made if need be.
    pub fn open(modules: PathBuf, folder: PathBuf) -> Result<Self, FontsError> {
        fs::create_dir_all(&folder).map_err(|source| FontsError::Write { path: folder.clone(), source })?;
        let stamps = Stamps::open(&folder);
        Ok(Self { modules, folder, stamps })
    }

    /// Brings the files of `family` up to date. Returns a line on each.
    pub fn unpack(&mut self, family: &Family) -> Result<Vec<String>, FontsError> {
        let package = Package::find(&self.modules, &family.package)?;
        self.copy_licence(family, &package)?;
        family.files.iter().map(|file| self.unpack_file(family, file, &package)).collect()
    }

    /// Remembers what was made.
    pub fn close(self) -> Result<(), FontsError> {
        self.stamps.save()
    }

    fn copy_licence(&self, family: &Family, package: &Package) -> Result<(), FontsError> {
        let text = package.read(&family.licence_file)?;
        let path = self.folder.join(format!("LICENSE-{}.txt", family.files[0].name));
        if fs::read(&path).is_ok_and(|present| present == text) { Ok(()) } else { write(&path, &text) }
    }

    fn unpack_file(&mut self, family: &Family, file: &FontFile, package: &Package) -> Result<String, FontsError> {
        let name = file.target();
        let path = self.folder.join(&name);
        let origin = origin(family, file, package);
        if path.is_file() && self.stamps.matches(&name, &origin) {
            return Ok(format!("{name}: up to date"));
        }
        let font = decode(family, file, package)?;
        write(&path, &font)?;
        self.stamps.set(name.clone(), origin);
        Ok(format!("{name}: {} KB from {} {}", font.len().div_ceil(1000), family.package, package.version))
    }
}

/// Everything that decides the bytes of the font made from `file`.
fn origin(family: &Family, file: &FontFile, package: &Package) -> String {
    let Family { package: name, drop_tables, .. } = family;
    let tool = env!("CARGO_PKG_VERSION");
    format!("{name} {} {} without {drop_tables:?}, planche-fonts {tool}", package.version, file.source)
}

fn decode(family: &Family, file: &FontFile, package: &Package) -> Result<Vec<u8>, FontsError> {
    let Some((before, after)) = file.numbered() else { return decode_one(family, file, &file.source, package) };
    let parts = package.numbered(before, after)?;
    let fonts: Vec<Vec<u8>> =
        parts.iter().map(|part| decode_one(family, file, part, package)).collect::<Result<_, _>>()?;
    sfnt::collection(&fonts).ok_or_else(|| FontsError::Undecodable { path: package.path(&file.source) })
}

fn decode_one(family: &Family, file: &FontFile, source: &str, package: &Package) -> Result<Vec<u8>, FontsError> {
    let undecodable = || FontsError::Undecodable { path: package.path(source) };
    let compressed = package.read(source)?;
    let mut font = wuff::decompress_woff2(&compressed).map_err(|_| undecodable())?;
    if !family.drop_tables.is_empty() {
        font = sfnt::without_tables(&font, &family.drop_tables).ok_or_else(undecodable)?;
    }
    let found = sfnt::axes(&font).ok_or_else(undecodable)?;
    if found == family.axes {
        return Ok(font);
    }
    Err(FontsError::Axes { name: file.name.clone(), expected: describe(&family.axes), found: describe(&found) })
}

fn describe(axes: &Axes) -> String {
    let range = |(tag, [low, high]): (&String, &[f32; 2])| format!("{tag} {low}..{high}");
    if axes.is_empty() { "no axis".into() } else { axes.iter().map(range).collect::<Vec<_>>().join(", ") }
}

/// Writes a whole file or none: an interrupted run must not leave half a font under its final name.
fn write(path: &Path, bytes: &[u8]) -> Result<(), FontsError> {
    let part = path.with_extension("part");
    fs::write(&part, bytes)
        .and_then(|()| fs::rename(&part, path))
        .map_err(|source| FontsError::Write { path: path.into(), source })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn family(axes: Axes) -> Family {
        let file = FontFile { name: "Sample".into(), source: "files/sample.woff2".into() };
        Family {
            package: "sample".into(),
            licence_file: "LICENSE".into(),
            axes,
            drop_tables: Vec::new(),
            files: vec![file],
        }
    }

    fn workshop(root: &Path) -> Workshop {
        Workshop::open(root.join("node_modules"), root.join("files")).unwrap()
    }

    fn install(root: &Path, font: &[u8]) {
        let package = root.join("node_modules/sample");
        fs::create_dir_all(package.join("files")).unwrap();
        fs::write(package.join("package.json"), r#"{"name":"sample","version":"1.2.3"}"#).unwrap();
        fs::write(package.join("LICENSE"), "free").unwrap();
        fs::write(package.join("files/sample.woff2"), font).unwrap();
    }

    #[test]
    fn a_missing_package_says_to_install() {
        let root = tempfile::tempdir().unwrap();
        let error = workshop(root.path()).unpack(&family(Axes::new())).unwrap_err();
        assert!(matches!(&error, FontsError::MissingPackage { package, .. } if package == "sample"));
        assert!(error.hint().contains("npm install"));
    }

    #[test]
    fn a_damaged_font_leaves_nothing_behind() {
        let root = tempfile::tempdir().unwrap();
        install(root.path(), b"wOF2 but not really");
        let error = workshop(root.path()).unpack(&family(Axes::new())).unwrap_err();
        assert!(matches!(error, FontsError::Undecodable { .. }));
        assert!(!root.path().join("files/Sample.ttf").exists());
    }

    #[test]
    fn a_stamped_font_is_left_alone() {
        let root = tempfile::tempdir().unwrap();
        install(root.path(), b"wOF2 but not really");
        let family = family(Axes::new());
        let mut workshop = workshop(root.path());
        let package = Package::find(&workshop.modules, "sample").unwrap();
        fs::write(workshop.folder.join("Sample.ttf"), "a font").unwrap();
        workshop.stamps.set("Sample.ttf".into(), origin(&family, &family.files[0], &package));
        assert_eq!(workshop.unpack(&family).unwrap(), ["Sample.ttf: up to date"]);
        assert_eq!(fs::read_to_string(root.path().join("files/LICENSE-Sample.txt")).unwrap(), "free");
    }

    #[test]
    fn stamps_survive_closing() {
        let root = tempfile::tempdir().unwrap();
        let mut first = workshop(root.path());
        first.stamps.set("A.ttf".into(), "sample 1".into());
        first.close().unwrap();
        let second = workshop(root.path());
        assert!(second.stamps.matches("A.ttf", "sample 1"));
        assert!(!second.stamps.matches("A.ttf", "sample 2"));
    }
}
