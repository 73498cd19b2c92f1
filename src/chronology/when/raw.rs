//! A fault of a spelling, before there are words for people.

/// A fault where it was found; [`explain`] finds the words for people.
pub(super) struct Raw {
    pub(super) offset: usize,
    pub(super) message: String,
    pub(super) impossible: bool,
}

impl Raw {
    pub(super) fn edtf(fault: edtf_core::ParseError, base: usize) -> Self {
        Self { offset: base + fault.offset, message: fault.message.to_owned(), impossible: false }
    }

    pub(super) fn impossible(offset: usize, message: impl Into<String>) -> Self {
        Self { offset, message: message.into(), impossible: true }
    }
}
