//! The column of dates of the list: a time of day is never cut.
//!
//! Of events of one day the first row on the screen has the day, and those below it only their times; where there is no room for
//! both, the day is cut.

use crate::{
    app::State,
    catalog::EventIdx,
    chronology::When,
    text::{ellipsize, text_width},
};

/// Fewest and most cells of the column: `30 May 2019` is never cut, and `June 2011 – 30 May 2019` not where the list is wide.
const CELLS: (u16, u16) = (13, 26);

/// The column.
pub(super) struct Dates {
    /// Its cells.
    pub(super) width: u16,
    /// What stands in each row.
    pub(super) rows: Vec<String>,
}

/// Returns the column of the dates of `events`, in a list that is `width` wide.
pub(super) fn column(state: &State, events: &[EventIdx], width: u16) -> Dates {
    let catalog = &state.shelf.data.catalog;
    let whens = events.iter().map(|it| catalog.event(*it).when.clone());
    rows(&whens.collect::<Vec<_>>(), width)
}

fn rows(whens: &[Option<When>], width: u16) -> Dates {
    let cells = (width / 5).clamp(CELLS.0, CELLS.1).min(width / 3);
    let timed: Vec<Option<(String, String)>> =
        whens.iter().map(|it| it.as_ref().and_then(When::day_and_time)).collect();
    // Times take what room they need, up to half of the list.
    let widest = timed.iter().flatten().map(|it| text_width(&it.1)).max().unwrap_or(0);
    let cells = cells.max(u16::try_from(widest).unwrap_or(u16::MAX).min(width / 2));
    let room = usize::from(cells);
    let mut rows = Vec::with_capacity(whens.len());
    let mut above: Option<&str> = None;
    for (when, timed) in whens.iter().zip(&timed) {
        rows.push(match (when, timed) {
            (None, _) => "undated".to_owned(),
            (Some(when), None) => when.short(),
            (_, Some((day, time))) if above == Some(day) => format!("{time:>room$}"),
            (_, Some((day, time))) => {
                let left = room.saturating_sub(text_width(time) + 1);
                match ellipsize(day, left) {
                    _ if left < 2 => format!("{time:>room$}"),
                    day => format!(
                        "{day}{:gap$}{time}",
                        "",
                        gap = room.saturating_sub(text_width(&day) + text_width(time))
                    ),
                }
            }
        });
        above = timed.as_ref().map(|it| it.0.as_str());
    }
    Dates { width: cells, rows }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(width: u16, dates: &[&str], expect: &[&str]) {
        let whens: Vec<Option<When>> = dates.iter().map(|it| it.parse().ok()).collect();
        let column = rows(&whens, width);
        assert_eq!(column.rows, expect);
        for (row, when) in column.rows.iter().zip(&whens) {
            let Some((_, time)) = when.as_ref().and_then(When::day_and_time) else { continue };
            assert!(row.ends_with(&time) && text_width(row) <= usize::from(column.width), "{row}");
        }
    }

    #[test]
    fn times_are_whole() {
        let dates =
            ["2014-03-07T16:42:53Z", "2014-03-07T16:43Z", "2014-03-07", "2014-03-07T17:00Z", "2014-03-08T00:01Z", ""];
        check(
            130,
            &dates,
            &[
                "7 Mar 2014       16:42:53Z",
                "                    16:43Z",
                "7 Mar 2014",
                "7 Mar 2014          17:00Z",
                "8 Mar 2014          00:01Z",
                "undated",
            ],
        );
        check(40, &dates[..2], &["7…  16:42:53Z", "       16:43Z"]);
        check(
            40,
            &["2014-03-07T16:42:53.123456789Z", "2014-03-07T16:43:00.5Z"],
            &["16:42:53.123456789Z", "        16:43:00.5Z"],
        );
    }
}
