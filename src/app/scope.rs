//! What an export or a copy is of.

/// What an export or a copy is of, narrowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// What is shown and may lie in the range, on the lanes picked for it.
    Range,
    /// What is marked.
    Marked,
    /// What the filter lets through.
    Filter,
    /// Everything.
    All,
}

impl Scope {
    /// Returns its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Range => "range",
            Self::Marked => "marked",
            Self::Filter => "filter",
            Self::All => "all",
        }
    }
}
