//! The units that a spelling can be given in.

use strum::IntoStaticStr;

/// How fine a spelling is, coarsest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Precision {
    /// A stretch of years: `19XX`, `1950S2`.
    Years,
    /// A year.
    Year,
    /// A season, quarter or other part of a year.
    Season,
    /// A month.
    Month,
    /// A day.
    Day,
    /// A minute.
    Minute,
    /// A second.
    Second,
    /// A millisecond.
    Millisecond,
}

impl Precision {
    /// Returns its name: `year`, `day`.
    pub fn name(self) -> &'static str {
        self.into()
    }
}
