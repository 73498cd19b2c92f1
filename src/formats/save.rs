//! A file is written whole or not at all.

use std::{
    fs,
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

use atomic_write_file::AtomicWriteFile;

use crate::diag::SourceMap;

/// Bytes that are written at a time.
const BUFFER: usize = 256 * 1024;

/// What to do about a file that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overwrite {
    /// Leave it as it is and say so.
    Refuse,
    /// Put the new one in its place.
    Replace,
}

/// Why a file was not written. What was there before is as it was.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// There is a file, and it was not to be replaced.
    #[error("{} exists already: `--force` replaces it", path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// It is one of the files that the events were read from: the rest of it would be lost.
    #[error("{} is part of the store that is read: name another file", path.display())]
    IsRead {
        /// The file.
        path: PathBuf,
    },
    /// The folder that it was to be in is not there; folders are made by people.
    #[error("there is no folder {} to write {} in", folder.display(), path.display())]
    NoFolder {
        /// The file.
        path: PathBuf,
        /// The missing folder.
        folder: PathBuf,
    },
    /// It is a folder.
    #[error("{} is a folder: name a file in it", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
    },
    /// The system refused.
    #[error("cannot write {}: {reason}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system says; it is part of the message and no source of its own, or it would be said twice.
        reason: io::Error,
    },
}

/// Writes what `write` writes to `path`, or leaves everything as it was; returns what `write` returns.
///
/// The new text is written beside the file and then takes its name, so that a reader sees the old text or the new and an
/// interruption leaves the old; on Linux it has no name until then, so that a signal leaves nothing beside it. A link is followed, and what it points to replaced. A device or a pipe is written to as it is:
/// to rename a file over `/dev/null` would end it. A file of the store that is `read` is never replaced, by whatever name.
pub fn save<T>(
    path: &Path,
    overwrite: Overwrite,
    read: &SourceMap,
    write: impl FnOnce(&mut dyn Write) -> io::Result<T>,
) -> Result<T, SaveError> {
    let io = |reason| SaveError::Io { path: path.to_owned(), reason };
    let target = if fs::symlink_metadata(path).is_ok() {
        let target = fs::canonicalize(path).map_err(io)?;
        let kind = fs::metadata(&target).map_err(io)?.file_type();
        if kind.is_dir() {
            return Err(SaveError::Folder { path: path.to_owned() });
        }
        if !kind.is_file() {
            return fs::OpenOptions::new()
                .write(true)
                .open(&target)
                .and_then(|it| buffered(it, write).map(|it| it.0))
                .map_err(io);
        }
        let mut files = read.files.iter().filter_map(|it| it.path.as_ref());
        if files.any(|it| same_file::is_same_file(it, &target).unwrap_or(false)) {
            return Err(SaveError::IsRead { path: path.to_owned() });
        }
        if overwrite == Overwrite::Refuse {
            return Err(SaveError::Exists { path: path.to_owned() });
        }
        target
    } else {
        if let Some(folder) = path.parent().filter(|it| !it.as_os_str().is_empty() && !it.is_dir()) {
            return Err(SaveError::NoFolder { path: path.to_owned(), folder: folder.to_owned() });
        }
        path.to_owned()
    };
    let file = AtomicWriteFile::open(&target).map_err(io)?;
    let (written, file) = buffered(file, write).map_err(io)?;
    // Looked at again: to write may have taken long, and what appeared meanwhile was not to be replaced either.
    if overwrite == Overwrite::Refuse && fs::symlink_metadata(&target).is_ok() {
        return Err(SaveError::Exists { path: path.to_owned() });
    }
    file.commit().map_err(io)?;
    Ok(written)
}

/// Writes to `file` in large pieces, and returns it with what `write` returns.
fn buffered<W: Write, T>(file: W, write: impl FnOnce(&mut dyn Write) -> io::Result<T>) -> io::Result<(T, W)> {
    let mut out = BufWriter::with_capacity(BUFFER, file);
    let written = write(&mut out)?;
    let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
    Ok((written, file))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn save(path: &Path, text: &[u8], overwrite: Overwrite) -> Result<(), SaveError> {
        super::save(path, overwrite, &SourceMap::default(), |out| out.write_all(text))
    }

    #[test]
    fn what_fails_half_way_leaves_the_old_file() {
        let folder = folder();
        let path = folder.path().join("out.csv");
        save(&path, b"one", Overwrite::Refuse).expect("a new file");
        let failed = super::save(&path, Overwrite::Replace, &SourceMap::default(), |out| {
            out.write_all(b"tw")?;
            Err::<(), _>(io::ErrorKind::Other.into())
        });
        assert!(failed.is_err());
        assert_eq!(read(&path), "one");
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1, "nothing is left beside it");
    }

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().expect("a temporary folder")
    }

    fn read(path: &Path) -> String {
        fs::read_to_string(path).expect("a file")
    }

    #[test]
    fn a_file_that_is_there_stays_unless_it_is_to_be_replaced() {
        let folder = folder();
        let path = folder.path().join("out.csv");
        save(&path, b"one", Overwrite::Refuse).expect("a new file");
        let refused = save(&path, b"two", Overwrite::Refuse).expect_err("it is there");
        assert!(matches!(&refused, SaveError::Exists { path: it } if *it == path), "{refused}");
        assert!(refused.to_string().ends_with("exists already: `--force` replaces it"));
        assert_eq!(read(&path), "one");
        save(&path, b"two", Overwrite::Replace).expect("a replaced file");
        assert_eq!(read(&path), "two");
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1, "nothing is left beside it");
    }

    #[test]
    fn folders_are_neither_made_nor_replaced() {
        let folder = folder();
        let missing = save(&folder.path().join("a/b.csv"), b"", Overwrite::Replace).expect_err("no folder");
        assert!(matches!(missing, SaveError::NoFolder { .. }), "{missing}");
        let taken = save(folder.path(), b"", Overwrite::Replace).expect_err("a folder");
        assert!(matches!(taken, SaveError::Folder { .. }), "{taken}");
        assert!(save(Path::new(""), b"", Overwrite::Refuse).is_err());
    }

    #[test]
    fn a_file_that_is_read_is_no_target_by_any_name() {
        let folder = folder();
        let path = folder.path().join("case.toml");
        save(&path, b"all of it", Overwrite::Refuse).expect("a new file");
        let mut names = vec![path.clone(), folder.path().join("./case.toml")];
        names.push(folder.path().join("hard.toml"));
        fs::hard_link(&path, &names[2]).expect("a hard link");
        #[cfg(unix)]
        {
            names.push(folder.path().join("soft.toml"));
            std::os::unix::fs::symlink(&path, &names[3]).expect("a link");
        }
        let mut read = SourceMap::default();
        read.add_file(path.display().to_string(), Some(path.clone()), "all of it".to_owned());
        for (name, overwrite) in names.iter().flat_map(|it| [(it, Overwrite::Refuse), (it, Overwrite::Replace)]) {
            let refused = super::save(name, overwrite, &read, |out| out.write_all(b"a part"));
            assert!(matches!(&refused, Err(SaveError::IsRead { path: it }) if it == name), "{refused:?}");
            assert_eq!(fs::read_to_string(&path).expect("a file"), "all of it");
        }
        super::save(&folder.path().join("other.toml"), Overwrite::Refuse, &read, |out| out.write_all(b"a part"))
            .expect("another file");
    }

    #[test]
    fn a_file_that_appears_meanwhile_stays() {
        let folder = folder();
        let path = folder.path().join("out.csv");
        let refused = super::save(&path, Overwrite::Refuse, &SourceMap::default(), |_| fs::write(&path, "theirs"));
        assert!(matches!(refused, Err(SaveError::Exists { .. })), "{refused:?}");
        assert_eq!(read(&path), "theirs");
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1, "nothing is left beside it");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn what_is_half_written_has_no_name_that_could_be_left_behind() {
        let folder = folder();
        let path = folder.path().join("out.csv");
        let names = || fs::read_dir(folder.path()).expect("a folder").count();
        let beside = super::save(&path, Overwrite::Replace, &SourceMap::default(), |out| {
            out.write_all(&vec![b'x'; 2 * BUFFER])?;
            Ok(names())
        });
        assert_eq!((beside.expect("a new file"), names()), (0, 1));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed_and_a_device_survives() {
        let folder = folder();
        let (real, link) = (folder.path().join("real.csv"), folder.path().join("link.csv"));
        save(&real, b"one", Overwrite::Refuse).expect("a new file");
        std::os::unix::fs::symlink(&real, &link).expect("a link");
        assert!(matches!(save(&link, b"two", Overwrite::Refuse), Err(SaveError::Exists { .. })));
        save(&link, b"two", Overwrite::Replace).expect("a replaced file");
        assert_eq!(read(&real), "two");
        assert!(fs::symlink_metadata(&link).expect("a link").is_symlink());
        save(Path::new("/dev/null"), b"gone", Overwrite::Refuse).expect("a device takes all");
        assert!(!fs::metadata("/dev/null").expect("a device").is_file());
    }
}
