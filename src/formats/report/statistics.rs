//! What events add up to, as tables of text.

use std::io::{self, Write};

use super::{
    figures::{FigureHeading, FigureTable, FigureValue, Subject, figures, further_figures},
    money::{amount_line, amounts_of, sum_words},
    stretch::stretch_words,
    words::count,
};
use crate::{
    catalog::{Breakdown, Catalog, Left, NthAmount, Stats},
    text::printable,
};

/// The pairs of parties that are told.
const PAIRS: usize = 10;
/// The allegations, and the amounts in no sum, that are told of one sort.
const TOLD: usize = 20;

/// Which amounts are told one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amounts {
    /// Those that the range leaves out, and only the first of many.
    LeftOut,
    /// All that a sum is of, and all that are in none.
    All,
}

/// Writes the figures as tables of text.
pub fn write_figures(
    catalog: &Catalog,
    stats: &Stats,
    further: &Breakdown,
    told: Amounts,
    out: &mut dyn Write,
) -> io::Result<()> {
    let span = stats.span.map(|it| format!(", from {}", stretch_words(it))).unwrap_or_default();
    writeln!(out, "{}{span}, {} undated", count(stats.n_events, "event"), stats.n_undated)?;
    if stats.n_events == 0 {
        return Ok(());
    }
    let tables = figures(stats).into_iter().chain(further_figures(catalog, further));
    for table in tables.filter(|it| it.heading != FigureHeading::Slowest) {
        writeln!(out, "\n{}", printable(&table.heading.words()))?;
        let most = match table.heading {
            FigureHeading::Together => PAIRS,
            FigureHeading::Unanswered | FigureHeading::Answered => TOLD,
            _ => usize::MAX,
        };
        for (subject, value) in table.rows.iter().take(most) {
            writeln!(out, "{}", printable(&line(catalog, &table, subject, value)))?;
            write_amounts(catalog, subject, value, told, out)?;
        }
        if most < table.rows.len() {
            let noun = if table.heading == FigureHeading::Together { "pair" } else { "event" };
            let rest = count(table.rows.len() - most, noun).replacen(' ', " more ", 1);
            writeln!(out, "{:8}  and {rest}", "")?;
        }
    }
    Ok(())
}

fn line(catalog: &Catalog, table: &FigureTable, subject: &Subject, value: &FigureValue) -> String {
    let name = subject.words(catalog);
    match (value, subject) {
        (FigureValue::Events(_), Subject::Event(it)) => format!("{:8}  {name}  [{}]", "", catalog.event(*it).id),
        (FigureValue::Lasting { words, .. }, Subject::Event(it)) => {
            format!("{:8}  {words}  {name}  [{}]", "", catalog.event(*it).id)
        }
        (FigureValue::Events(n), _) => format!("{n:>8}  {name}"),
        (FigureValue::Amounts(n), _) => format!("{:8}  {} {name}", "", count(*n, "amount")),
        (FigureValue::Sum(sum), _) if table.heading == FigureHeading::Sums => {
            format!("{:8}  {}  ({})", "", sum_words(sum), count(sum.amounts.len(), "amount"))
        }
        (FigureValue::Sum(sum), _) => format!("{name:>8}  {}", sum.words()),
        (FigureValue::Lasting { words, .. }, _) => format!("{:8}  {name}  {words}", ""),
    }
}

/// Writes the amounts that a figure is of, under it.
fn write_amounts(
    catalog: &Catalog,
    subject: &Subject,
    value: &FigureValue,
    told: Amounts,
    out: &mut dyn Write,
) -> io::Result<()> {
    let amounts: Vec<NthAmount> = amounts_of(subject, value);
    let most = match (told, subject) {
        (Amounts::All, Subject::Everything | Subject::Left(..)) => usize::MAX,
        (Amounts::LeftOut, Subject::Left(Left::SticksOut | Left::Possibly | Left::Undated, _)) => TOLD,
        _ => return Ok(()),
    };
    for it in amounts.iter().take(most) {
        writeln!(out, "{:12}{}", "", printable(&amount_line(catalog, *it)))?;
    }
    if most < amounts.len() {
        writeln!(out, "{:12}and {} more", "", amounts.len() - most)?;
    }
    Ok(())
}
