//! What is remembered of stores, on the disk: one file each, named after where the store is.

use std::{
    fs,
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
    time::SystemTime,
};

use anyhow::Context;
use atomic_write_file::AtomicWriteFile;

use crate::{
    app::{MEMORY_FORMAT, Memory},
    store::{Input, Place},
};

/// Stores that are remembered: beyond that, those that were not opened for the longest time are forgotten.
const MOST: usize = 200;

/// Where something is remembered of the stores that are open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemoryFile {
    /// The file.
    pub file: PathBuf,
    /// The stores, for whoever looks into it.
    pub stores: Vec<String>,
}

/// Returns where in `folder` something is remembered of `inputs`; nowhere for what comes from standard input.
///
/// The same stores have one memory, in whatever order they are named and from whichever folder.
pub fn remembered(folder: &Path, inputs: &[Input]) -> Option<MemoryFile> {
    let mut stores = Vec::new();
    for input in inputs {
        stores.push(match input {
            Input::Path(path) => fs::canonicalize(path).ok()?.display().to_string(),
            Input::Text { place: Place::Stdin, .. } => return None,
            Input::Text { place, .. } => place.to_string(),
        });
    }
    stores.sort_unstable();
    let file = folder.join("sessions").join(format!("{:016x}.json", hash(&stores.join("\0"))));
    Some(MemoryFile { file, stores })
}

/// FNV-1a: the name of a file has to be the same with every version of the program, which no hasher of a library promises.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Returns what is remembered, if anything is. What cannot be read is an error, and costs nothing but the memory.
pub(super) fn read(place: &MemoryFile) -> anyhow::Result<Option<Memory>> {
    let text = match fs::read_to_string(&place.file) {
        Ok(text) => text,
        Err(fault) if fault.kind() == ErrorKind::NotFound => return Ok(None),
        Err(fault) => return Err(fault).context("what is remembered of this store cannot be read"),
    };
    let memory: Memory = serde_json::from_str(&text).context("what is remembered of this store cannot be read")?;
    anyhow::ensure!(
        memory.format == MEMORY_FORMAT,
        "what is remembered of this store is of another version, and stays as it is"
    );
    // Two stores may have one hash, however rarely.
    Ok((memory.store == place.stores).then_some(memory))
}

/// Keeps `memory`, whole or not at all, and forgets the stores that were not opened for the longest time. What another run has
/// marked meanwhile, since both began with `base`, is kept; so is a file that cannot be read, beside the new one.
pub(super) fn write(place: &MemoryFile, base: &Memory, memory: Memory) -> anyhow::Result<()> {
    let memory = Memory { store: place.stores.clone(), ..memory };
    let memory = match read(place) {
        Ok(None) => memory,
        Ok(Some(theirs)) => memory.merged(base, &theirs),
        Err(fault) if is_newer(&place.file) => return Err(fault),
        Err(_) => {
            set_aside(&place.file)?;
            memory
        }
    };
    let folder = place.file.parent().context("a file is in a folder")?;
    create_private(folder)?;
    let mut file = AtomicWriteFile::open(&place.file)?;
    serde_json::to_writer_pretty(&mut file, &memory)?;
    file.write_all(b"\n")?;
    file.commit()?;
    keep_newest(folder, MOST)?;
    Ok(())
}

/// Returns whether a later version of the program has written a file.
fn is_newer(file: &Path) -> bool {
    let value = fs::read(file).ok().and_then(|it| serde_json::from_slice::<serde_json::Value>(&it).ok());
    value.is_some_and(|it| it["format"].as_u64().is_some_and(|it| u64::from(MEMORY_FORMAT) < it))
}

/// Gives a file another name, which no file has.
fn set_aside(file: &Path) -> io::Result<()> {
    let names = (1..u32::MAX).map(|n| file.with_extension(format!("unread-{n}")));
    names.into_iter().find(|it| !it.exists()).map_or(Ok(()), |it| fs::rename(file, it))
}

/// Forgets what is remembered.
pub(super) fn forget(place: &MemoryFile) -> io::Result<()> {
    match fs::remove_file(&place.file) {
        Err(fault) if fault.kind() == ErrorKind::NotFound => Ok(()),
        done => done,
    }
}

/// Creates a folder that nobody else looks into: queries say what one works on.
fn create_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

fn keep_newest(folder: &Path, most: usize) -> io::Result<()> {
    let mut files: Vec<(SystemTime, PathBuf)> = Vec::new();
    for entry in fs::read_dir(folder)?.flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|it| it == "json") {
            files.push((entry.metadata()?.modified()?, path));
        }
    }
    files.sort();
    let too_many = files.len().saturating_sub(most);
    files.iter().take(too_many).try_for_each(|(_, path)| fs::remove_file(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(folder: &Path, name: &str) -> MemoryFile {
        let file = folder.join(name);
        fs::write(&file, "").unwrap();
        remembered(folder, &[Input::Path(file)]).unwrap()
    }

    #[test]
    fn what_is_written_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let place = place(folder.path(), "a.toml");
        assert_eq!(read(&place).unwrap(), None);
        let memory = Memory { format: MEMORY_FORMAT, lanes: "party".to_owned(), ..Memory::default() };
        write(&place, &Memory::default(), memory.clone()).unwrap();
        assert_eq!(read(&place).unwrap(), Some(Memory { store: place.stores.clone(), ..memory }));
        forget(&place).unwrap();
        forget(&place).unwrap();
        assert_eq!(read(&place).unwrap(), None);
    }

    #[test]
    fn what_cannot_be_read_is_said_and_kept() {
        let folder = tempfile::tempdir().unwrap();
        let place = place(folder.path(), "a.toml");
        let memory = || Memory { format: MEMORY_FORMAT, ..Memory::default() };
        write(&place, &Memory::default(), memory()).unwrap();
        for (n, text) in ["", "{", "{\"format\": 1, \"marked\": 7}", "{}"].into_iter().enumerate() {
            fs::write(&place.file, text).unwrap();
            assert!(read(&place).is_err(), "{text}");
            write(&place, &Memory::default(), memory()).unwrap();
            assert!(read(&place).unwrap().is_some());
            let aside = place.file.with_extension(format!("unread-{}", n + 1));
            assert_eq!(fs::read_to_string(aside).unwrap(), text);
        }
        fs::write(&place.file, "{\"format\": 1, \"store\": [\"another\"]}").unwrap();
        assert_eq!(read(&place).unwrap(), None, "of another store with the same hash");
        write(&place, &Memory::default(), memory()).unwrap();
        assert!(read(&place).unwrap().is_some());
    }

    #[test]
    fn what_a_later_version_wrote_stays() {
        let folder = tempfile::tempdir().unwrap();
        let place = place(folder.path(), "a.toml");
        create_private(place.file.parent().unwrap()).unwrap();
        let later = "{\"format\": 9, \"marks\": {}}";
        fs::write(&place.file, later).unwrap();
        assert!(read(&place).is_err());
        assert!(write(&place, &Memory::default(), Memory { format: MEMORY_FORMAT, ..Memory::default() }).is_err());
        assert_eq!(fs::read_to_string(&place.file).unwrap(), later);
    }

    #[test]
    fn two_runs_keep_the_marks_of_both() {
        let marks = |marked: &[&str], letters: &[(char, &str)]| Memory {
            format: MEMORY_FORMAT,
            marked: marked.iter().map(|it| (*it).to_owned()).collect(),
            bookmarks: letters.iter().map(|(letter, it)| (*letter, (*it).to_owned())).collect(),
            ..Memory::default()
        };
        let folder = tempfile::tempdir().unwrap();
        let place = place(folder.path(), "a.toml");
        let base = marks(&["old", "gone", "dropped"], &[('a', "old"), ('b', "old"), ('c', "old")]);
        write(&place, &Memory::default(), base.clone()).unwrap();
        write(&place, &base, marks(&["old", "dropped", "first"], &[('a', "first"), ('b', "old"), ('d', "first")]))
            .unwrap();
        write(&place, &base, marks(&["old", "gone", "second"], &[('a', "old"), ('b', "second"), ('c', "old")]))
            .unwrap();
        let kept = read(&place).unwrap().unwrap();
        let expected = marks(&["old", "second", "first"], &[('a', "first"), ('b', "second"), ('d', "first")]);
        assert_eq!((kept.marked, kept.bookmarks), (expected.marked, expected.bookmarks));
    }

    #[test]
    fn a_store_has_one_memory_by_whatever_name() {
        let folder = tempfile::tempdir().unwrap();
        let (a, b) = (folder.path().join("a.toml"), folder.path().join("b.toml"));
        fs::write(&a, "").unwrap();
        fs::write(&b, "").unwrap();
        let of = |paths: &[&Path]| {
            let inputs: Vec<Input> = paths.iter().map(|it| Input::Path(it.to_path_buf())).collect();
            remembered(folder.path(), &inputs)
        };
        assert_eq!(of(&[&a, &b]), of(&[&b, &folder.path().join("./a.toml")]));
        assert_ne!(of(&[&a]), of(&[&b]));
        assert_eq!(of(&[&folder.path().join("none.toml")]), None);
        let text = |place| Input::Text { place, text: String::new() };
        assert_eq!(remembered(folder.path(), &[text(Place::Stdin)]), None);
        let built_in = remembered(Path::new("state"), &[text(Place::BuiltIn)]).unwrap();
        assert_eq!(built_in.file, Path::new("state/sessions/867d509ad1cb4edf.json"), "for good: files are found by it");
    }

    #[test]
    fn the_newest_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        for (at, name) in ["old.json", "new.json", "other.txt"].iter().enumerate() {
            let file = fs::File::create(folder.path().join(name)).unwrap();
            file.set_modified(SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(at as u64)).unwrap();
        }
        keep_newest(folder.path(), 1).unwrap();
        let left = |it: &str| folder.path().join(it).exists();
        assert_eq!(["old.json", "new.json", "other.txt"].map(left), [false, true, true]);
    }
}
