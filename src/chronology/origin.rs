//! Where something stands in the texts that were read.

/// Where something stands in the texts that were read.
///
/// Two things that differ only in where they stand are equal: a store that is written and read again is the same store.
#[derive(Clone, Copy, Debug, Default)]
pub struct Origin {
    /// Number of the text in the order of reading.
    pub file: usize,
    /// First byte of its table.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
}

impl PartialEq for Origin {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
