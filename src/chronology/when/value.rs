//! The date itself: a spelling and what follows from it.

use std::fmt;

use super::{
    bounds::{Bounds, Match, Member},
    clock,
    fault::{DateFault, explain, reversed},
    instant::Fine,
    parse::Parsed,
    plain::plain_day,
    precision, reading, show,
    unit::Precision,
};
use crate::chronology::time::{Instant, Window};

/// A date as written, with its bounds.
///
/// ```
/// use dateline::chronology::{Match, When};
/// let tenure: When = "2011-06/2019-05-30".parse()?;
/// assert_eq!(tenure.bounds().earliest.to_string(), "2011-06-01");
/// assert_eq!(tenure.short(), "June 2011 – 30 May 2019");
/// let window = |text: &str| text.parse::<When>().map(|it| it.bounds().window());
/// assert_eq!(tenure.matches(window("2015")?), Match::Surely);
/// assert_eq!(tenure.matches(window("2011-06-10")?), Match::Possibly);
/// # Ok::<(), dateline::chronology::DateFault>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    text: Box<str>,
    bounds: Bounds,
    members: Box<[Member]>,
    by: bool,
    fine: Option<Fine>,
    approximate: bool,
    uncertain: bool,
}

impl When {
    /// Reads a spelling.
    ///
    /// | spelling | meaning |
    /// | --- | --- |
    /// | `1985`, `1985-04`, `1985-04-12` | once, within that year, month or day |
    /// | `201X`, `1985-XX`, `1985-04-XX` | once, in a decade; in a month, on a day that is not known |
    /// | `1985~`, `1985?`, `1985%` | approximate, uncertain, both; the bounds stay |
    /// | `2001-21` … `2001-24`, `2001-33` … `-36` | spring to winter, quarters |
    /// | `[1667,1670..1672]`, `[..1760-12-03]`, `[1870..]` | once, on one of these; by; then or later |
    /// | `2011-06/2019-05-30`, `2004/..`, `../1870`, `1985/` | it lasted; open end; open start; end unknown |
    /// | `{1960,1962}` | in every one of these |
    /// | `-0043`, `Y-17E7` | 44 BC (year 0 exists); far years |
    /// | `2024-03-01T14:05Z`, `…T14:05:09.250+02:00/…` | an instant, a range of instants |
    pub fn parse(text: &str) -> Result<Self, DateFault> {
        if let Some(bounds) = plain_day(text) {
            let members = Box::default();
            return Ok(Self {
                text: text.into(),
                bounds,
                members,
                by: false,
                fine: None,
                approximate: false,
                uncertain: false,
            });
        }
        let parsed = Parsed::read(text).map_err(|it| explain(text, it))?;
        let bounds = parsed.bounds();
        if bounds.earliest > bounds.latest {
            return Err(reversed(text));
        }
        let (approximate, uncertain) = parsed.qualifiers();
        let (members, by, fine) = (parsed.members().into(), parsed.is_by(), parsed.fine());
        Ok(Self { text: text.into(), bounds, members, by, fine, approximate, uncertain })
    }

    /// Returns the spelling, byte for byte as its author wrote it.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns where it lies on the axis.
    pub const fn bounds(&self) -> Bounds {
        self.bounds
    }

    /// Returns the stretches that it is made of, where it has holes: the members of a set, the days that fit `2013-XX-12`.
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// Returns how it meets `window`.
    pub fn matches(&self, window: Window) -> Match {
        self.bounds.matches_by(&self.members, window)
    }

    /// Returns whether it happened once in an unbroken stretch that is named by its end: `[..1870]`, `[1870..1875]`.
    pub const fn is_by(&self) -> bool {
        self.by
    }

    /// Returns what its start has that is finer than a millisecond, which is the unit of the axis.
    pub const fn fine(&self) -> Option<Fine> {
        self.fine
    }

    /// Returns its short form as a day and a time of day, where it has a time: `7 Mar 2014` and `16:42:53Z`, or
    /// `16:42Z – 17:05Z` of what lasted within one day.
    pub fn day_and_time(&self) -> Option<(String, String)> {
        clock::day_and_time(&self.text)
    }

    /// Returns where it stands in the order of events: at its earliest time; at the end of the bound that is known, where that is
    /// open or unknown; and at its later end where it had happened by then.
    pub fn stands_at(&self) -> Instant {
        if self.by && !self.bounds.latest.is_end() { self.bounds.latest } else { self.bounds.known_bound() }
    }

    /// Returns whether any part of it is marked `~` or `%`: near this, says the source.
    pub const fn is_approximate(&self) -> bool {
        self.approximate
    }

    /// Returns whether any part of it is marked `?` or `%`: the source itself is in doubt.
    pub const fn is_uncertain(&self) -> bool {
        self.uncertain
    }

    /// Returns how fine the spelling is: the finest unit that it names.
    pub fn precision(&self) -> Precision {
        precision::precision(&self.text)
    }

    /// Returns it in a reader's words, short: `c. 2013`, `June 2011 – 30 May 2019`, `by 3 Dec 1760`.
    pub fn short(&self) -> String {
        show::short(&self.text, self.bounds)
    }

    /// Returns it as it is read out, with words in the place of signs: `about 2013`, `June 2011 to 30 May 2019`.
    pub fn spoken(&self) -> String {
        show::spoken(&self.short())
    }

    /// Returns it in a reader's words, whole: `once, at an unknown time between 1 Jan and 31 Dec 2013; approximate`.
    pub fn long(&self) -> String {
        show::long(&self.text, self.bounds, (self.approximate, self.uncertain))
    }

    /// Returns the spellings that `text` may have meant, where people would read it as a date and [`When::parse`] does not:
    /// one for `June 2012`, two for `12/04/1985`, none for what is no date.
    ///
    /// ```
    /// use dateline::chronology::When;
    /// assert_eq!(When::readings("on or about June 4, 2012"), ["2012-06-04~"]);
    /// assert_eq!(When::readings("12/04/1985"), ["1985-04-12", "1985-12-04"]);
    /// ```
    pub fn readings(text: &str) -> Vec<String> {
        reading::readings(text)
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl std::str::FromStr for When {
    type Err = DateFault;

    fn from_str(text: &str) -> Result<Self, DateFault> {
        Self::parse(text)
    }
}
