use std::path::Path;

/// The folders that services give themselves, each at the place it has by default.
const NAMES: [(&str, &str); 11] = [
    ("Dropbox", "Dropbox"),
    ("OneDrive", "OneDrive"),
    ("iCloudDrive", "iCloud Drive"),
    ("com~apple~CloudDocs", "iCloud Drive"),
    ("Google Drive", "Google Drive"),
    ("GoogleDrive", "Google Drive"),
    ("Nextcloud", "Nextcloud"),
    ("ownCloud", "ownCloud"),
    ("pCloudDrive", "pCloud"),
    ("pCloud Drive", "pCloud"),
    ("pCloud Sync", "pCloud"),
];

/// Folders that macOS has for services, and who is in them; `None` when each of them has its own inside.
const PARENTS: [(&str, Option<&str>); 2] = [("Mobile Documents", Some("iCloud Drive")), ("CloudStorage", None)];

/// What Google's disk shows at its root, in the languages of the studio.
const GOOGLE_ROOTS: [&str; 2] = ["My Drive", "Mon Drive"];

/// What services leave at the top of what they synchronise.
const MARKERS: [(&str, &str); 6] = [
    (".stfolder", "Syncthing"),
    (".dropbox.cache", "Dropbox"),
    (".tmp.driveupload", "Google Drive"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
];

/// The service that synchronises this folder, as far as its path and the folders above it tell.
pub fn service(folder: &Path) -> Option<String> {
    let names: Vec<_> = folder.components().map(|component| component.as_os_str().to_string_lossy()).collect();
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    of_names(&names).or_else(|| of_markers(folder).map(str::to_owned))
}

/// The service whose folder is among these names, the outermost first.
fn of_names(names: &[&str]) -> Option<String> {
    let known = names.iter().find_map(|name| of_name(name));
    known.map(str::to_owned).or_else(|| of_parent(names)).or_else(|| of_google_disk(names).map(str::to_owned))
}

/// `Dropbox`, `Dropbox (Studio)`, `OneDrive - Marée Basse`, `Nextcloud2`, but not `Dropbox export`.
fn of_name(name: &str) -> Option<&'static str> {
    let is = |own: &str| {
        let rest = name.get(..own.len()).filter(|start| start.eq_ignore_ascii_case(own)).map(|_| &name[own.len()..]);
        rest.is_some_and(|rest| {
            rest.starts_with(" (") || rest.starts_with(" - ") || rest.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    NAMES.iter().find(|(own, _)| is(own)).map(|(_, service)| *service)
}

/// `Library/Mobile Documents/…`, `Library/CloudStorage/OneDrive-Personal/…`
fn of_parent(names: &[&str]) -> Option<String> {
    names.windows(3).find_map(|names| {
        let [above, parent, inside] = names else { return None };
        let (_, service) = PARENTS.iter().find(|(name, _)| *above == "Library" && parent == name)?;
        let account = inside.split('-').next().unwrap_or(inside);
        Some(service.or_else(|| of_name(account)).unwrap_or(account).to_owned())
    })
}

/// `G:\My Drive\…`: only at the root, since people call their own folders so.
fn of_google_disk(names: &[&str]) -> Option<&'static str> {
    match names {
        [disk, _, name, ..] if disk.ends_with(':') && GOOGLE_ROOTS.contains(name) => Some("Google Drive"),
        _ => None,
    }
}

fn of_markers(folder: &Path) -> Option<&'static str> {
    folder
        .ancestors()
        .find_map(|above| MARKERS.iter().find(|(marker, _)| above.join(marker).exists()).map(|(_, service)| *service))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, expected: Option<&str>) {
        let names: Vec<&str> = path.split('|').collect();
        assert_eq!(of_names(&names).as_deref(), expected, "{path}");
    }

    #[test]
    fn a_service_is_known_by_the_folder_it_gives_itself() {
        for (path, service) in [
            ("/|home|ada|Dropbox|Planche", "Dropbox"),
            ("/|home|ada|Dropbox (Marée Basse)|Planche", "Dropbox"),
            ("/|Users|ada|Library|CloudStorage|Dropbox|Planche", "Dropbox"),
            ("C:|\\|Users|ada|OneDrive|Planche", "OneDrive"),
            ("C:|\\|Users|ada|onedrive - Marée Basse|Planche", "OneDrive"),
            ("/|Users|ada|Library|CloudStorage|OneDrive-Personal|Planche", "OneDrive"),
            ("/|Users|ada|Library|Mobile Documents|com~apple~CloudDocs|Planche", "iCloud Drive"),
            ("/|Users|ada|Library|Mobile Documents|Planche", "iCloud Drive"),
            ("C:|\\|Users|ada|iCloudDrive|Planche", "iCloud Drive"),
            ("/|Users|ada|Google Drive|Planche", "Google Drive"),
            ("/|Users|ada|Library|CloudStorage|GoogleDrive-ada@example.org|My Drive|Planche", "Google Drive"),
            ("G:|\\|Mon Drive|Planche", "Google Drive"),
            ("/|home|ada|Nextcloud|Planche", "Nextcloud"),
            ("/|home|ada|Nextcloud2|Planche", "Nextcloud"),
            ("/|home|ada|ownCloud|Planche", "ownCloud"),
            ("/|home|ada|pCloudDrive|Planche", "pCloud"),
            ("/|Users|ada|Library|CloudStorage|Box-Box|Planche", "Box"),
        ] {
            check(path, Some(service));
        }
    }

    #[test]
    fn an_ordinary_folder_is_nobodys() {
        for path in [
            "/|home|ada|.local|share|fr.planche.studio|library",
            "/|home|ada|Dropbox export|Planche",
            "/|home|ada|.dropbox|Planche",
            "/|home|ada|Mon Drive|Planche",
            "/|Users|ada|Documents|Mobile Documents|Planche",
            "/|home|ada|Étude Nextcloud|Planche",
            "C:|\\|Users|ada|AppData|Roaming|fr.planche.studio|library",
        ] {
            check(path, None);
        }
    }

    #[test]
    fn a_service_is_known_by_what_it_leaves_above() {
        for (marker, expected) in MARKERS {
            let folder = tempfile::tempdir().unwrap();
            let library = folder.path().join("a/b");
            assert_eq!(service(&library), None);
            std::fs::write(folder.path().join(marker), b"").unwrap();
            assert_eq!(service(&library).as_deref(), Some(expected));
        }
    }
}
