//! How many events begin in each year, month or century: the overview as numbers.
//!
//! An event counts where it stands in the order of events, as it does in the picture's overview: where it begins, or may begin
//! at the earliest; at the bound that is known where its start is not.

use crate::{
    catalog::{Catalog, EventIdx, IdSet, Ranks},
    chronology::{Instant, Window},
};

use super::axis::Unit;

/// Periods that a store is cut into, at the most, while there is a unit that is long enough.
const PERIODS: i128 = 40;

/// A set of events by when they begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Periods {
    /// How long each is.
    pub unit: Unit,
    /// Those in which an event begins, with how many do.
    pub each: Vec<(Window, usize)>,
    /// Events with a date and no known start.
    pub without_start: usize,
    /// Events without a date.
    pub undated: usize,
}

/// Returns the events of `ids`, whose counts are `ranks` and whose dates lie in `extent`, by when they begin.
pub fn periods(catalog: &Catalog, (ids, ranks): (&IdSet, &Ranks), extent: Option<Window>) -> Periods {
    let rank = |begun: usize| ranks.rank(ids, EventIdx(begun as u32));
    let unit = unit(extent);
    let dated = rank(catalog.n_dated());
    let without_start = rank(catalog.begun_by(Instant::MIN));
    let (mut each, mut before) = (Vec::new(), without_start);
    while before < dated {
        let start = ranks.nth(ids, before).and_then(|it| catalog.stands_at(it));
        let Some(start) = start else { break };
        let window = unit.around(start);
        // The last period of the axis is cut off, and still holds what begins in it.
        let begun = rank(catalog.begun_by(window.last)).max(before + 1);
        each.push((window, begun - before));
        before = begun;
    }
    Periods { unit, each, without_start, undated: ranks.len() - dated }
}

/// Returns the shortest unit that cuts `extent` into no more periods than are read with ease.
fn unit(extent: Option<Window>) -> Unit {
    let Some(extent) = extent else { return Unit::Year };
    let units = [Unit::Hour, Unit::Day, Unit::Month, Unit::Year, Unit::Decade];
    let fits = |it: &Unit| extent.millis() / it.around(extent.first).millis() < PERIODS;
    units.into_iter().find(fits).unwrap_or(Unit::Century)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chronology::{Chronology, Event};

    fn check(dates: &[&str], unit: Unit, expect: &[(&str, usize)], rest: (usize, usize)) {
        let event = |it: &&str| Event { when: it.parse().ok(), ..Event::default() };
        let events = dates.iter().map(event).collect();
        let catalog = Catalog::build(Chronology { events, ..Chronology::default() });
        let ids = catalog.all();
        let found = periods(&catalog, (&ids, &Ranks::new(&ids)), catalog.extent());
        let each: Vec<(String, usize)> = found.each.iter().map(|(it, n)| (it.first.date().to_string(), *n)).collect();
        let expect: Vec<(String, usize)> = expect.iter().map(|(it, n)| ((*it).to_owned(), *n)).collect();
        assert_eq!((found.unit, each), (unit, expect), "{dates:?}");
        assert_eq!((found.without_start, found.undated), rest, "{dates:?}");
    }

    #[test]
    fn events_count_where_they_begin() {
        check(
            &["2011", "2011-06/2019", "2013-02-01", "../2012", "none"],
            Unit::Year,
            &[("2011-01-01", 2), ("2012-01-01", 1), ("2013-01-01", 1)],
            (0, 1),
        );
        check(
            &["2013-08-12T14:05Z", "2013-08-12T14:59Z", "2013-08-12T16:00Z"],
            Unit::Hour,
            &[("2013-08-12", 2), ("2013-08-12", 1)],
            (0, 0),
        );
        check(
            &["-0043-03-15", "1066", "1492-10-12"],
            Unit::Century,
            &[("-0100-01-01", 1), ("1000-01-01", 1), ("1400-01-01", 1)],
            (0, 0),
        );
        check(&[], Unit::Year, &[], (0, 0));
    }
}
