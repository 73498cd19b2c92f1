//! How many events begin when, over the whole store: the overview as numbers.

use crate::{
    app::State,
    chronology::{CivilDate, When, Window, edtf_year},
    formats::count,
    layout::{Unit, periods},
};

use super::words;
use crate::linear::voice::{Manner, Voice};

/// Periods that are told.
const TOLD: usize = 60;

/// Returns the shown events by when they begin, or may begin at the earliest: those of a period a line, and silences between.
pub(in crate::linear) fn overview(state: &State, manner: Manner) -> Vec<String> {
    let shown = &state.find.shown;
    let found = periods(&state.shelf.data.catalog, (&shown.possibly, &shown.ranks), shown.extent);
    let mut lines = vec![words::shown(state), words::view(state)];
    let mut last: Option<Window> = None;
    for (period, n) in found.each.iter().take(TOLD) {
        let silence = last.and_then(|it| silence(found.unit, it, *period));
        lines.extend(silence.map(|it| line(manner, 0, &it)));
        lines.push(line(manner, *n, &name(found.unit, *period)));
        last = Some(*period);
    }
    let later: usize = found.each.iter().skip(TOLD).map(|it| it.1).sum();
    for (n, what) in [(later, "later"), (found.without_start, "without a known start"), (found.undated, "undated")] {
        lines.extend((0 < n).then(|| line(manner, n, what)));
    }
    lines
}

fn line(manner: Manner, n: usize, what: &str) -> String {
    match (manner.voice, n) {
        (Voice::Plain, n) => format!("{n:>8}  {what}"),
        (Voice::Spoken, 0) => format!("{what}: none"),
        (Voice::Spoken, n) => format!("{what}: {}", count(n, "event")),
    }
}

/// Returns what people call the time between two periods, if there is any.
fn silence(unit: Unit, before: Window, after: Window) -> Option<String> {
    let (first, last) = (before.last.plus(1), after.first.plus(-1));
    let [from, to] = [first, last].map(|it| name(unit, unit.around(it)));
    (first <= last).then(|| if from == to { from } else { format!("{from} to {to}") })
}

/// Returns what people call a period.
fn name(unit: Unit, period: Window) -> String {
    let first = period.first.date();
    let day = words::day(first);
    let of = |edtf: String| When::parse(&edtf).map_or(edtf, |it| it.short());
    let year = |date: CivilDate| of(edtf_year(date.year));
    match unit {
        Unit::Year => year(first),
        Unit::Decade | Unit::Century => format!("{} to {}", year(first), year(period.last.date())),
        Unit::Month => of(format!("{}-{:02}", edtf_year(first.year), first.month)),
        Unit::Hour => format!("{day} {:02}:00", period.first.clock().hour),
        _ => day,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_have_the_names_that_people_use() {
        let check = |unit: Unit, at: &str, expect: &str| {
            let at = at.parse::<When>().expect("a date").bounds().earliest;
            assert_eq!(name(unit, unit.around(at)), expect);
        };
        check(Unit::Hour, "2013-08-12T14:05Z", "12 Aug 2013 14:00");
        check(Unit::Day, "2013-08-12", "12 Aug 2013");
        check(Unit::Month, "2013-08-12", "Aug 2013");
        check(Unit::Year, "2013-08-12", "2013");
        check(Unit::Year, "-0043-03-15", "44 BC");
        check(Unit::Decade, "2013", "2010 to 2019");
        check(Unit::Century, "1812", "1800 to 1899");
    }
}
