//! How many events begin when, over the whole store: the overview as numbers.

use crate::{
    app::State,
    catalog::EventIdx,
    chronology::{CivilDate, Instant, When, Window},
    formats::count,
    layout::Unit,
};

use super::{
    voice::{Manner, Voice},
    words,
};

/// Periods that the store is cut into, at the most.
const PERIODS: i128 = 40;
/// Lines that are told.
const TOLD: usize = 80;

/// Returns the shown events by when they begin, or may begin at the earliest: those of a period a line, and silences between.
pub(super) fn overview(state: &State, manner: Manner) -> Vec<String> {
    let mut lines = vec![words::shown(state), words::view(state)];
    let (catalog, shown) = (&state.data.catalog, &state.shown);
    let rank = |begun: usize| shown.rank(EventIdx(begun as u32));
    let without_start = rank(catalog.begun_by(Instant::MIN));
    let unit = unit(shown.extent());
    let mut before = without_start;
    let mut last: Option<Window> = None;
    while let Some(next) = shown.nth(before).filter(|_| before < shown.n_dated()) {
        let Some(start) = catalog.window(next).map(|it| it.first) else { break };
        let period = unit.around(start);
        let begun = rank(catalog.begun_by(period.last)).max(before + 1);
        if let Some(silence) = last.and_then(|it| between(it, period)) {
            lines.push(line(manner, 0, &silence_name(unit, silence)));
        }
        lines.push(line(manner, begun - before, &name(unit, period)));
        (before, last) = (begun, Some(period));
        if TOLD <= lines.len() && before < shown.n_dated() {
            lines.push(format!(
                "and {} later: a filter or a range shows them",
                count(shown.n_dated() - before, "event")
            ));
            break;
        }
    }
    if 0 < without_start {
        lines.push(line(manner, without_start, "no known start"));
    }
    let undated = shown.len() - shown.n_dated();
    if 0 < undated {
        lines.push(line(manner, undated, "undated"));
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

/// Returns the shortest unit that cuts `extent` into no more periods than are read with ease.
fn unit(extent: Option<Window>) -> Unit {
    let Some(extent) = extent else { return Unit::Year };
    let units = [Unit::Hour, Unit::Day, Unit::Month, Unit::Year, Unit::Decade];
    let fits = |it: &Unit| extent.millis() / it.around(extent.first).millis().max(1) < PERIODS;
    units.into_iter().find(fits).unwrap_or(Unit::Century)
}

/// Returns the time between two periods, if there is any.
fn between(before: Window, after: Window) -> Option<Window> {
    let (first, last) = (before.last.plus(1), after.first.plus(-1));
    (first <= last).then_some(Window { first, last })
}

fn silence_name(unit: Unit, window: Window) -> String {
    let ends = [window.first, window.last].map(|it| name(unit, unit.around(it)));
    match ends {
        [first, last] if first == last => first,
        [first, last] => format!("{first} to {last}"),
    }
}

/// Returns what people call a period.
fn name(unit: Unit, period: Window) -> String {
    let first = period.first.date();
    let day = words::day(first);
    let year = |date: CivilDate| {
        let day = words::day(CivilDate { month: 1, day: 1, ..date });
        day.strip_prefix("1 Jan ").map_or_else(|| day.clone(), str::to_owned)
    };
    match unit {
        Unit::Year => year(first),
        Unit::Decade | Unit::Century => format!("{} to {}", year(first), year(period.last.date())),
        Unit::Month => {
            let text = first.to_string();
            let month = text.rsplit_once('-').and_then(|(month, _)| When::parse(month).ok());
            month.map_or(day, |it| it.short())
        }
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
