//! Which folders are on another machine: the system does not tell when something changes there.

use std::path::Path;

/// File systems whose changes are made elsewhere, as Linux calls them.
const REMOTE: [&str; 10] = ["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "fuse.sshfs", "fuse.rclone"];

/// Returns the file system of `folder`, if its changes are made on another machine. Only Linux tells.
pub(super) fn remote(folder: &Path) -> Option<String> {
    let mounts = std::fs::read_to_string("/proc/self/mountinfo").ok()?;
    remote_in(&mounts, &std::fs::canonicalize(folder).ok()?).map(str::to_owned)
}

/// Returns the file system of `folder` among `mounts`, the text of `/proc/self/mountinfo`, if it is remote.
fn remote_in<'a>(mounts: &'a str, folder: &Path) -> Option<&'a str> {
    let parse = |line: &'a str| {
        let (place, kind) = line.split_once(" - ")?;
        // Spaces in a path are written as \040; the other escapes are rarer still.
        let path = place.split(' ').nth(4)?.replace("\\040", " ");
        Some((path, kind.split(' ').next()?))
    };
    let holding = mounts.lines().filter_map(parse).filter(|(path, _)| folder.starts_with(path));
    // The last of several at one place lies over the others.
    let (_, kind) = holding.max_by_key(|(path, _)| Path::new(path).components().count())?;
    REMOTE.contains(&kind).then_some(kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_innermost_mount_counts() {
        let mounts = "\
22 1 0:20 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
23 22 0:21 / /mnt rw - nfs4 server:/export rw
24 23 0:22 / /mnt/my\\040disk rw - ext4 /dev/sdb1 rw
";
        let check = |path: &str, expect| assert_eq!(remote_in(mounts, Path::new(path)), expect, "{path}");
        check("/srv", None);
        check("/mnt/cases", Some("nfs4"));
        check("/mnt", Some("nfs4"));
        check("/mnthouse", None);
        check("/mnt/my disk/a", None);
        assert_eq!(remote_in("not mounts", Path::new("/")), None);
    }
}
