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
        "what is remembered of this store is of another version: left aside"
    );
    // Two stores may have one hash, however rarely.
    Ok((memory.store == place.stores).then_some(memory))
}

/// Keeps `memory`, whole or not at all, and forgets the stores that were not opened for the longest time.
pub(super) fn write(place: &MemoryFile, memory: Memory) -> anyhow::Result<()> {
    let memory = Memory { store: place.stores.clone(), ..memory };
    let folder = place.file.parent().context("a file is in a folder")?;
    create_private(folder)?;
    let mut file = AtomicWriteFile::open(&place.file)?;
    serde_json::to_writer_pretty(&mut file, &memory)?;
    file.write_all(b"\n")?;
    file.commit()?;
    keep_newest(folder, MOST)?;
    Ok(())
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
        write(&place, memory.clone()).unwrap();
        assert_eq!(read(&place).unwrap(), Some(Memory { store: place.stores.clone(), ..memory }));
        forget(&place).unwrap();
        forget(&place).unwrap();
        assert_eq!(read(&place).unwrap(), None);
    }

    #[test]
    fn what_cannot_be_read_is_said_and_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let place = place(folder.path(), "a.toml");
        write(&place, Memory { format: MEMORY_FORMAT, ..Memory::default() }).unwrap();
        for text in ["", "{", "{\"format\": 1, \"marked\": 7}", "{\"format\": 9}", "{}"] {
            fs::write(&place.file, text).unwrap();
            assert!(read(&place).is_err(), "{text}");
        }
        fs::write(&place.file, "{\"format\": 1, \"store\": [\"another\"]}").unwrap();
        assert_eq!(read(&place).unwrap(), None, "of another store with the same hash");
        write(&place, Memory { format: MEMORY_FORMAT, ..Memory::default() }).unwrap();
        assert!(read(&place).unwrap().is_some());
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
