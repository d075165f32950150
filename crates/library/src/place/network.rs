use std::path::{Path, PathBuf};

/// File systems that are on another machine, as Linux and macOS call them, and those by which a virtual machine shows
/// the folders of its host.
const NETWORK: [&str; 19] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "9p",
    "afs",
    "afpfs",
    "ceph",
    "coda",
    "davfs",
    "glusterfs",
    "lustre",
    "ncpfs",
    "vboxsf",
    "webdav",
    "fuse",
    "macfuse",
    "osxfuse",
];

/// What programs show of a disk of this computer. All others of their kind are somebody else's disk.
const LOCAL_PROGRAMS: [&str; 9] =
    ["bindfs", "cryfs", "encfs", "exfat", "fuse-overlayfs", "gocryptfs", "mergerfs", "ntfs", "ntfs-3g"];

/// Where a file system begins, and what the system calls it.
#[derive(Debug, PartialEq, Eq)]
struct Mount {
    place: PathBuf,
    system: String,
}

/// The network file system that holds this path, which has no links; `None` when it is on a disk of this computer, or
/// when the system does not tell.
pub fn system(path: &Path) -> Option<String> {
    if cfg!(windows) {
        return path.to_str().filter(|path| is_shared_by_windows(path)).map(|_| "SMB".to_owned());
    }
    holding(&mounts(), path).filter(|mount| is_network(&mount.system)).map(|mount| mount.system.clone())
}

/// The mount that a path is on: the innermost, and of several at one place the last.
fn holding<'a>(mounts: &'a [Mount], path: &Path) -> Option<&'a Mount> {
    mounts.iter().filter(|mount| path.starts_with(&mount.place)).max_by_key(|mount| mount.place.components().count())
}

fn is_network(system: &str) -> bool {
    match system.strip_prefix("fuse.") {
        Some(program) => !LOCAL_PROGRAMS.contains(&program),
        None => NETWORK.contains(&system),
    }
}

/// `\\server\share` and `\\?\UNC\server\share`. A letter given to a share is one of these once links are followed.
fn is_shared_by_windows(path: &str) -> bool {
    match path.strip_prefix(r"\\?\") {
        Some(path) => path.starts_with(r"UNC\"),
        None => path.starts_with(r"\\") && !path.starts_with(r"\\.\"),
    }
}

#[cfg(target_os = "linux")]
fn mounts() -> Vec<Mount> {
    let list = std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    list.lines().filter_map(of_linux).collect()
}

#[cfg(target_os = "macos")]
fn mounts() -> Vec<Mount> {
    let told = std::process::Command::new("/sbin/mount").output();
    let list = told.map(|told| String::from_utf8_lossy(&told.stdout).into_owned()).unwrap_or_default();
    list.lines().filter_map(of_macos).collect()
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn mounts() -> Vec<Mount> {
    Vec::new()
}

/// A line of `/proc/self/mountinfo`, as `proc(5)` describes it: the fifth field is the place, and the system is the
/// first after a lone `-`.
#[cfg(any(target_os = "linux", test))]
fn of_linux(line: &str) -> Option<Mount> {
    let (mount, source) = line.split_once(" - ")?;
    let place = unescaped(mount.split(' ').nth(4)?);
    Some(Mount { place: place.into(), system: source.split(' ').next()?.to_owned() })
}

/// The kernel writes what would end a field as three octal digits: `\040` is a space.
#[cfg(any(target_os = "linux", test))]
fn unescaped(field: &str) -> String {
    let escapes = [(r"\040", " "), (r"\011", "\t"), (r"\012", "\n"), (r"\134", r"\")];
    escapes.iter().fold(field.to_owned(), |field, (escape, character)| field.replace(escape, character))
}

/// A line of `mount`: `//ada@nas/photos on /Volumes/photos (smbfs, nodev, nosuid)`.
#[cfg(any(target_os = "macos", test))]
fn of_macos(line: &str) -> Option<Mount> {
    let (mount, options) = line.strip_suffix(')')?.rsplit_once(" (")?;
    let (_, place) = mount.split_once(" on ")?;
    Some(Mount { place: place.into(), system: options.split(',').next()?.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINUX: &str = r"22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
30 22 0:25 / /mnt/nas rw,relatime shared:2 - nfs4 nas:/volume rw,vers=4.2
31 30 254:1 / /mnt/nas/cache rw - ext4 /dev/vdb rw
32 22 0:26 / /mnt/Marée\040Basse rw - cifs //nas/photos rw
33 22 0:27 / /home/ada/distant rw - fuse.sshfs ada@host: rw
34 22 0:28 / /home/ada/coffre rw - fuse.gocryptfs /home/ada/.coffre rw
35 22 8:17 / /media/clef rw - fuseblk /dev/sdb1 rw
36 22 0:29 / /mnt/c rw - 9p drvfs rw
37 22 0:30 / /srv rw - nfs nas:/srv rw
38 37 254:2 / /srv rw - xfs /dev/vdc rw";

    const MACOS: &str = "/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse, protect)
/dev/disk5s1 on /Volumes/LaCie (exfat, local, nodev, nosuid, noowners)
//ada@nas._smb._tcp.local/photos on /Volumes/photos (2026) (smbfs, nodev, nosuid, mounted by ada)";

    fn check(list: &str, read: fn(&str) -> Option<Mount>, path: &str, expected: Option<&str>) {
        let mounts: Vec<Mount> = list.lines().map(|line| read(line).unwrap()).collect();
        let mount = holding(&mounts, Path::new(path)).filter(|mount| is_network(&mount.system));
        assert_eq!(mount.map(|mount| mount.system.as_str()), expected, "{path}");
    }

    #[test]
    fn linux_tells_where_a_path_really_is() {
        for (path, expected) in [
            ("/home/ada/library", None),
            ("/mnt/nas/library", Some("nfs4")),
            ("/mnt/nas-2/library", None),
            ("/mnt/nas/cache/library", None),
            ("/mnt/Marée Basse/library", Some("cifs")),
            ("/home/ada/distant/library", Some("fuse.sshfs")),
            ("/home/ada/coffre/library", None),
            ("/media/clef/library", None),
            ("/mnt/c/Users/ada", Some("9p")),
            ("/srv/library", None),
        ] {
            check(LINUX, of_linux, path, expected);
        }
    }

    #[test]
    fn macos_tells_where_a_path_really_is() {
        for (path, expected) in [
            ("/Users/ada/Library/Application Support/fr.planche.studio", None),
            ("/Volumes/LaCie/library", None),
            ("/Volumes/photos (2026)/library", Some("smbfs")),
        ] {
            check(MACOS, of_macos, path, expected);
        }
    }

    #[test]
    fn windows_shares_are_known_by_their_paths() {
        for (path, expected) in [
            (r"\\nas\photos\library", true),
            (r"\\?\UNC\nas\photos\library", true),
            (r"\\?\C:\Users\ada\library", false),
            (r"C:\Users\ada\library", false),
            (r"\\.\C:\library", false),
        ] {
            assert_eq!(is_shared_by_windows(path), expected, "{path}");
        }
    }
}
