//! A file's bytes, read by several threads where it is long: to copy a few hundred megabytes out of the system's cache, into memory
//! that has to be found for them, takes one thread as long as two take to parse them.

use std::{fs, io, path::Path};

/// Bytes from which on a file is long.
const LONG: u64 = 16 << 20;

/// Returns the bytes of a file.
pub(in crate::store) fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    let file = fs::File::open(path)?;
    let metadata = file.metadata()?;
    if metadata.is_file() && LONG < metadata.len() {
        match in_parts(&file, metadata.len()) {
            // It has become shorter meanwhile.
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => {}
            bytes => return bytes,
        }
    }
    fs::read(path)
}

#[cfg(unix)]
fn in_parts(file: &fs::File, length: u64) -> io::Result<Vec<u8>> {
    use std::{io::Read as _, os::unix::fs::FileExt as _, thread};

    let length = usize::try_from(length).map_err(io::Error::other)?;
    let mut bytes = vec![0; length];
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let part = length.div_ceil(threads);
    thread::scope(|scope| {
        let parts = bytes.chunks_mut(part).enumerate();
        let reads: Vec<_> = parts
            .map(|(number, bytes)| scope.spawn(move || file.read_exact_at(bytes, (number * part) as u64)))
            .collect();
        reads.into_iter().try_for_each(|it| it.join().unwrap_or_else(|_| Err(io::ErrorKind::Other.into())))
    })?;
    // What was written to its end meanwhile belongs to it as well.
    let mut rest = file;
    io::Seek::seek(&mut rest, io::SeekFrom::Start(length as u64))?;
    rest.read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(not(unix))]
fn in_parts(mut file: &fs::File, length: u64) -> io::Result<Vec<u8>> {
    use std::io::Read as _;

    let mut bytes = Vec::with_capacity(usize::try_from(length).map_err(io::Error::other)?);
    file.read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_file_is_read_whole() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("long");
        let bytes: Vec<u8> = (0..LONG + 12_345).map(|it| (it % 251) as u8).collect();
        fs::write(&path, &bytes).expect("the folder is ours");
        assert!(read_file(&path).expect("it can be read") == bytes);
        assert!(read_file(folder.path()).is_err(), "a folder");
    }
}
