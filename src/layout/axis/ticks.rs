//! Ticks of an axis: where they lie, and what they say.
//!
//! ```text
//! Nov 2012      2013   Feb    Mar    Apr    May    Jun
//! 12 Mar 2013   14:00  16:00  18:00  20:00  22:00  13 Mar
//! ```
//!
//! The step is the closest one whose labels fit. Whatever the step, the axis says its year: the label of the first tick
//! carries it, and so does that of each tick that begins a year.

mod step;
mod words;

use std::ops::Range;

use crate::{
    chronology::{Clock, HOUR, Instant, MINUTE},
    text::{ellipsize, text_width},
};

use super::scale::{Fold, Scale};
use step::Step;

/// How much a tick stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// One of many.
    Minor,
    /// One that begins a larger unit: a year among months, a day among hours.
    Major,
    /// A fold of the axis, at its first column; the label says how long it is, and begins after its columns.
    Fold,
}

/// A mark on an axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Its column; the label begins there.
    pub column: u16,
    /// What it says; empty where there is no room.
    pub label: String,
    /// How much it stands out.
    pub rank: Rank,
}

/// Columns from which on the length of a fold comes before the labels of ticks.
const WIDE: u16 = 40;
/// Blank cells between two labels, at the least.
const GAP: usize = 2;

/// Returns the ticks of an axis, in ascending order of their columns. Labels lie on the axis whole and never touch.
pub fn ticks(scale: &Scale) -> Vec<Tick> {
    let step = best_step(scale);
    let mut ticks: Vec<(Instant, Tick)> = Vec::new();
    let mut begins_year = Vec::new();
    let on_scale = |piece| step.ticks_in(piece, usize::from(scale.columns));
    for at in scale.pieces().flat_map(on_scale) {
        let previous = ticks.last();
        let Some(column) = scale.visible(at).filter(|it| previous.is_none_or(|previous| previous.1.column < *it))
        else {
            continue;
        };
        begins_year.push(previous.is_some_and(|it| it.0.date().year != at.date().year));
        let rank = rank(step, previous.map(|it| it.0), at);
        ticks.push((at, Tick { column, label: String::new(), rank }));
    }
    // The strokes of a break keep their place; a label may begin in the first column after its fold.
    let breaks = scale.folds().iter().map(|it| usize::from(it.column)..usize::from(it.column) + 1);
    let mut labels = Labels { taken: breaks.collect(), width: usize::from(scale.columns) };
    // Few ticks are missed as much as the length of what is left out, as long as others have the room to say when it is.
    let tick = |fold: &Fold| Tick { column: fold.column, label: String::new(), rank: Rank::Fold };
    let mut folds: Vec<(Fold, Tick)> = scale.folds().iter().map(|it| (*it, tick(it))).collect();
    if WIDE <= scale.columns {
        folds.iter_mut().for_each(|it| name_fold(it, &mut labels));
    }
    // What resolves the year comes first: the beginnings of years, then the first of the leading ticks that has the room.
    for ((at, tick), _) in ticks.iter_mut().zip(&begins_year).filter(|it| *it.1) {
        labels.place(tick, year_begins(step, *at));
    }
    let resolved =
        ticks.iter_mut().take(3).any(|(at, tick)| !tick.label.is_empty() || labels.place(tick, in_full(step, *at)));
    if !resolved && ticks.iter().all(|it| it.1.label.is_empty()) {
        label_edge(scale, step, &mut ticks, &mut labels);
    }
    for rank in [Rank::Major, Rank::Minor] {
        for (at, tick) in ticks.iter_mut().filter(|it| it.1.rank == rank && it.1.label.is_empty()) {
            labels.place(tick, plain(step, *at));
        }
    }
    if scale.columns < WIDE {
        folds.iter_mut().for_each(|it| name_fold(it, &mut labels));
    }
    let mut ticks: Vec<Tick> = ticks.into_iter().map(|it| it.1).chain(folds.into_iter().map(|it| it.1)).collect();
    ticks.sort_by_key(|it| it.column);
    ticks
}

/// Says how long a fold is, after its columns, if there is room.
fn name_fold((fold, tick): &mut (Fold, Tick), labels: &mut Labels) {
    tick.column = fold.cells().end;
    labels.place(tick, words::length(fold.window.millis()));
    tick.column = fold.column;
}

/// Returns the mean distance between two ticks in milliseconds: what panning by one tick moves.
pub fn tick_millis(scale: &Scale) -> i64 {
    best_step(scale).millis()
}

/// The cells that labels take.
struct Labels {
    taken: Vec<Range<usize>>,
    width: usize,
}

impl Labels {
    /// Gives `tick` the label if it fits on the axis and stays clear of the others, and returns whether it does.
    fn place(&mut self, tick: &mut Tick, label: String) -> bool {
        let start = usize::from(tick.column);
        let end = start + text_width(&label);
        let clear = self.taken.iter().all(|it| it.end + GAP <= start || end + GAP <= it.start);
        let fits = end <= self.width && clear && !label.is_empty();
        if fits {
            self.taken.push(start..end);
            tick.label = label;
        }
        fits
    }
}

/// Returns the closest step whose labels fit beside each other.
fn best_step(scale: &Scale) -> Step {
    let fits = |step: &Step| {
        let columns = scale.columns_of(step.millis());
        // Five cells hold the shortest label and its gap; that spares counting the ticks of steps that are far too close.
        5 <= columns && (widest(*step, scale) + GAP) as i128 <= columns
    };
    Step::all().find(fits).unwrap_or(Step::LARGEST)
}

/// Returns the width of the widest label that is usual at `step`.
fn widest(step: Step, scale: &Scale) -> usize {
    let years = || [scale.window.first, scale.window.last].map(|it| text_width(&words::year(it.date().year)));
    match step {
        Step::Time(it) if it < MINUTE => "14:05:30".len(),
        Step::Time(_) | Step::Days(_) => "12 Mar".len(),
        Step::Months(_) => years().into_iter().max().unwrap_or(0),
        Step::Years(_) => {
            let ticks = scale.pieces().flat_map(|it| step.ticks_in(it, usize::from(scale.columns)));
            ticks.map(|it| text_width(&plain(step, it))).max().unwrap_or(0)
        }
    }
}

/// Returns whether a tick begins something larger than its step.
fn rank(step: Step, previous: Option<Instant>, at: Instant) -> Rank {
    let (date, clock) = (at.date(), at.clock());
    let changed = |same: fn(Instant, Instant) -> bool| previous.is_some_and(|it| !same(it, at));
    let major = match step {
        Step::Time(it) if it < MINUTE => clock.second == 0,
        Step::Time(it) if it < HOUR => clock.minute == 0,
        Step::Time(_) => clock == Clock::default(),
        Step::Days(_) => date.day == 1 || changed(|a, b| a.date().month == b.date().month),
        Step::Months(_) => date.month == 1,
        Step::Years(it) => {
            let larger = 10_i64.pow(it.ilog10() + 1);
            let counted = if date.year <= 0 { 1 - date.year } else { date.year };
            counted % larger == 0 || (date.year == 1 && 1 < it)
        }
    };
    if major { Rank::Major } else { Rank::Minor }
}

/// Returns the label of a tick among others.
fn plain(step: Step, at: Instant) -> String {
    let date = at.date();
    match step {
        Step::Time(_) if at.clock() != Clock::default() => words::time(at),
        Step::Time(_) | Step::Days(_) => words::day(date),
        Step::Months(_) => words::month(date),
        Step::Years(it) if 1 < it && date.year == 1 => "AD 1".to_owned(),
        Step::Years(_) => words::year(date.year),
    }
}

/// Returns the label of the first tick in a year.
fn year_begins(step: Step, at: Instant) -> String {
    match step {
        Step::Time(_) | Step::Days(_) => words::day_and_year(at.date()),
        Step::Months(_) => words::year(at.date().year),
        Step::Years(_) => plain(step, at),
    }
}

/// Returns the label that stands for itself.
fn in_full(step: Step, at: Instant) -> String {
    match step {
        Step::Time(_) if at.clock() != Clock::default() => {
            format!("{} {}", words::day_and_year(at.date()), words::time(at))
        }
        Step::Months(_) if at.date().month != 1 => words::month_and_year(at.date()),
        _ => year_begins(step, at),
    }
}

/// Says at the left edge when that is, for an axis on which no tick has the room to say its year.
fn label_edge(scale: &Scale, step: Step, ticks: &mut Vec<(Instant, Tick)>, labels: &mut Labels) {
    let at = scale.window.first;
    let date = at.date();
    let year = words::year(date.year);
    let mut candidates = match step {
        Step::Time(_) | Step::Days(_) => vec![words::day_and_year(date), words::month_and_year(date)],
        Step::Months(_) => vec![words::month_and_year(date)],
        Step::Years(_) => Vec::new(),
    };
    candidates.extend([year.clone(), ellipsize(&year, usize::from(scale.columns)).into_owned()]);
    if ticks.first().is_none_or(|it| 0 < it.1.column) && 0 < scale.columns {
        ticks.insert(0, (at, Tick { column: 0, label: String::new(), rank: Rank::Minor }));
    }
    let Some((_, tick)) = ticks.first_mut() else { return };
    candidates.into_iter().find(|it| labels.place(tick, it.clone()));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::chronology::{CivilDate, SECOND, When, Window};

    /// Draws the labels of the axis, and a line of its ticks.
    fn axis(when: &str, columns: u16) -> String {
        let bounds = when.parse::<When>().expect("a date").bounds();
        drawn(&Scale::new(bounds.window(), columns))
    }

    fn drawn(scale: &Scale) -> String {
        let (mut marks, mut words) = (vec!['·'; usize::from(scale.columns)], vec![' '; usize::from(scale.columns)]);
        for tick in ticks(scale) {
            let (mark, indent) = match tick.rank {
                Rank::Major => ('┃', 0),
                Rank::Minor => ('╷', 0),
                Rank::Fold => ('╱', usize::from(Fold::COLUMNS)),
            };
            marks[usize::from(tick.column)] = mark;
            for (at, it) in tick.label.chars().enumerate() {
                words[usize::from(tick.column) + indent + at] = it;
            }
        }
        let line = |it: Vec<char>| it.into_iter().collect::<String>().trim_end().to_owned();
        format!("{}\n{}", line(words), line(marks))
    }

    #[test]
    fn every_unit() {
        let spans = [
            "2024-03-01T14:05:00Z/2024-03-01T14:06:10Z",
            "2024-03-01T14:05Z/2024-03-01T15:02Z",
            "2023-12-31T14:05Z/2024-01-01T11:00Z",
            "2013-02-25/2013-03-06",
            "2013-11-20/2014-02-02",
            "2012-10/2013-09",
            "2011-05/2015-07",
            "1988/2025",
            "-0060/0020",
            "Y-12000/2000",
            "Y-66000000/2000",
        ];
        let axes: Vec<String> = spans.iter().map(|it| format!("{it}\n{}", axis(it, 70))).collect();
        insta::assert_snapshot!(axes.join("\n"), @r"
        2024-03-01T14:05:00Z/2024-03-01T14:06:10Z
        1 Mar 2024 14:05             14:05:30       14:05:45       14:06
        ┃·············╷··············╷··············╷··············┃··········
        2024-03-01T14:05Z/2024-03-01T15:02Z
              1 Mar 2024 14:10        14:30       14:40       14:50
        ······╷···········╷···········╷···········╷···········╷···········┃···
        2023-12-31T14:05Z/2024-01-01T11:00Z
           31 Dec 2023 15:00   21:00     1 Jan 2024          06:00     09:00
        ···╷·········╷·········╷·········┃·········╷·········╷·········╷······
        2013-02-25/2013-03-06
               26 Feb 2013   28 Feb        2 Mar         4 Mar         6 Mar
        ·······╷·············╷·············┃·············╷·············╷······
        2013-11-20/2014-02-02
            25 Nov 2013  9 Dec        23 Dec       6 Jan 2014   20 Jan
        ····╷············┃············╷············┃············╷·············
        2012-10/2013-09
             Nov 2012    2013       Mar         May         Jul         Sep
        ·····╷···········┃··········╷···········╷···········╷···········╷·····
        2011-05/2015-07
          Jul      2012    Jul     2013    Jul     2014     Jul     2015
        ··╷········┃·······╷·······┃·······╷·······┃········╷·······┃·······╷·
        1988/2025
           1990     1995      2000     2005     2010     2015     2020
        ···┃········╷·········┃········╷········┃········╷········┃·········╷·
        -0060/0020
        60 BC    50 BC    40 BC   30 BC    20 BC    10 BC   AD 1    10
        ╷········╷········╷·······╷········╷········╷·······┃·······╷········╷
        Y-12000/2000
                  10,000 BC                5000 BC                  AD 1
        ··········┃························╷························┃·········
        Y-66000000/2000
              60 Myr BC            40 Myr BC            20 Myr BC
        ······╷····················╷····················╷····················┃
        ");
    }

    #[test]
    fn narrow_axes_still_name_the_year() {
        let axes: Vec<String> = [8, 14, 20].iter().map(|it| axis("2013-03-05T10:00Z/2013-03-05T19:00Z", *it)).collect();
        insta::assert_snapshot!(axes.join("\n"), @r"
        Mar 2013
        ╷╷······
        5 Mar 2013
        ╷··╷········╷·
            5 Mar 2013 12:00
        ····╷············╷··
        ");
        let far = drawn(&Scale::new(Window { first: Instant::MIN, last: Instant::MIN.plus(SECOND) }, 8));
        insta::assert_snapshot!(far, @r"
        292,275…
        ╷·······
        ");
    }

    #[test]
    fn the_whole_axis() {
        insta::assert_snapshot!(drawn(&Scale::new(Window::ALL, 70)), @r"
                   200 Myr BC             AD 1                    200 Myr
        ···········╷······················┃·······················╷···········
        ");
    }

    #[test]
    fn folds_break_the_axis_and_say_how_long_they_are() {
        let folded = |when: &str, gaps: &[Range<u16>]| {
            let bounds = when.parse::<When>().expect("a date").bounds();
            drawn(&Scale::new(bounds.window(), 70).folded(gaps))
        };
        let axes = [folded("1988/2025", std::slice::from_ref(&(4..34))), folded("2013-02/2014-01", &[10..22, 40..60])];
        insta::assert_snapshot!(axes.join("\n"), @"
        1988      16 y      2010   2012  2014  2016  2018  2020  2022  2024
        ╷·····┃╱······╷·····┃······╷·····╷·····╷·····╷·····┃·····╷·····╷······
        Feb 2013            2 mo       Jul       Aug         3 mo   2014
        ╷·······╷········╱···╷·········╷·········╷········╱·········┃·········
        ");
    }

    fn scales() -> impl Strategy<Value = Scale> {
        let years = (-3000..4000_i64).prop_map(|it| Instant::at_start_of(CivilDate::new(it, 1, 1)).0);
        let first = prop_oneof![years, any::<i64>()];
        (first, 0..62_u32, 0..260_u16, 0..200_u16, 0..80_u16).prop_map(|(first, bits, columns, gap, length)| {
            let scale = Scale::new(Window::new(Instant(first), Instant(first).plus(1 << bits)), columns);
            if gap % 2 == 0 { scale } else { scale.folded(std::slice::from_ref(&(gap / 2..gap / 2 + length))) }
        })
    }

    proptest! {
        #[test]
        fn labels_never_touch(scale in scales()) {
            let ticks = ticks(&scale);
            prop_assert!(ticks.is_sorted_by(|a, b| a.column < b.column));
            prop_assert_eq!(ticks.iter().filter(|it| it.rank == Rank::Fold).count(), scale.folds().len());
            let start = |it: &Tick| usize::from(it.column) + if it.rank == Rank::Fold { usize::from(Fold::COLUMNS) } else { 0 };
            prop_assert!(ticks.iter().all(|it| it.column < scale.columns));
            let labelled: Vec<_> = ticks.iter().filter(|it| !it.label.is_empty()).collect();
            for pair in labelled.windows(2) {
                prop_assert!(start(pair[0]) + text_width(&pair[0].label) + GAP <= start(pair[1]));
            }
            if let Some(last) = labelled.last() {
                prop_assert!(start(last) + text_width(&last.label) <= usize::from(scale.columns));
            }
            for fold in scale.folds() {
                let strokes = usize::from(fold.column)..usize::from(fold.column) + 2;
                let over = |it: &&&Tick| start(it) < strokes.end && strokes.start < start(it) + text_width(&it.label);
                prop_assert_eq!(labelled.iter().find(over), None);
            }
            prop_assert!(scale.columns < 8 || !labelled.is_empty());
            prop_assert!(0 < tick_millis(&scale));
        }
    }
}
