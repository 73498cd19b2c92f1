//! The statistics as pages of rows, each with what Enter does on it.

use crate::{
    catalog::{Gap, PartyIdx, Wait, Yearly},
    chronology::Named,
    formats::{duration_words, least_time_to_light},
    query::{Query, quoted},
};

use super::{
    notice::Notice,
    page::{Aim, Figure, Page, StatsView},
    scope::Scope,
    state::State,
    work::Sums,
};

/// Years up to which those without an event have a row as well: silence is a figure too.
const YEARS: i64 = 400;

impl State {
    /// Returns the rows of a page; none while they are being worked out.
    pub fn figures(&self, page: Page) -> Vec<Figure> {
        let Some(sums) = self.sums.as_deref() else { return Vec::new() };
        match page {
            Page::Counts => self.counts(sums),
            Page::Years => years(&sums.stats.by_year, sums.stats.n_wider),
            Page::Money => sums.breakdown.money.iter().flat_map(money).collect(),
            Page::Silences => silences(&sums.stats.gaps),
            Page::Together => {
                let parties = sums.breakdown.together.parties.iter().enumerate();
                let n = |at: usize| sums.breakdown.together.count(at, at);
                let rows = parties.map(|(at, it)| self.party_row("", *it, n(at), 0));
                rows.collect()
            }
            Page::Disclosure => self.disclosure(sums),
        }
    }

    /// Does what the row that is on is for, and closes the statistics if that is anything.
    pub(super) fn take_figure(&mut self, view: &StatsView) {
        let aim = match view.page {
            Page::Together => self.pair(view),
            page => self.figures(page).into_iter().nth(view.menu.at).map_or(Aim::None, |it| it.aim),
        };
        match aim {
            Aim::None => self.notice = Some(Notice::info("no query finds just these: this row filters nothing")),
            Aim::Query(query) => {
                self.panels.pop();
                let query = [Some(query), self.scope_term()].into_iter().flatten().collect::<Vec<_>>().join(" ");
                self.narrow(&query);
            }
            Aim::Event(event) => {
                self.panels.pop();
                self.go_to_link(event);
            }
        }
    }

    /// Returns what of the store is counted, as a query, where that is less than what is shown.
    fn scope_term(&self) -> Option<String> {
        match self.scopes().first()?.0 {
            Scope::Range => {
                let window = self.selection.range?.window();
                Some(format!("in:{}..{}", window.first.date(), window.last.date()))
            }
            Scope::Marked => Some("is:marked".to_owned()),
            Scope::Filter | Scope::All => None,
        }
    }

    /// Adds `query` to the filter, so that undo takes it away again.
    pub(super) fn narrow(&mut self, query: &str) {
        let before = self.snapshot();
        let (query, faults) = Query::parse(query);
        if faults.is_empty() {
            self.filter.narrow(query);
            self.say = true;
            self.refresh();
            self.keep(Some(before));
        }
    }

    /// Returns what Enter does in the table of parties: it shows what the two take part in together.
    fn pair(&self, view: &StatsView) -> Aim {
        let Some(sums) = self.sums.as_deref() else { return Aim::None };
        let parties = &sums.breakdown.together.parties;
        let id = |at: usize| parties.get(at).map(|it| format!("party:{}", quoted(&self.data.catalog.party(*it).id)));
        match (id(view.menu.at), id(view.column)) {
            (Some(a), Some(b)) if a == b => Aim::Query(a),
            (Some(a), Some(b)) => Aim::Query(format!("{a} {b}")),
            _ => Aim::None,
        }
    }

    fn counts(&self, sums: &Sums) -> Vec<Figure> {
        let stats = &sums.stats;
        let most = |counts: &mut dyn Iterator<Item = usize>| counts.max().unwrap_or(0);
        let mut rows = Vec::new();
        let greatest = most(&mut stats.by_status.iter().map(|it| it.1));
        rows.extend(
            stats.by_status.iter().map(|(it, n)| {
                count_row("status", it.name(), *n, greatest, Aim::Query(format!("status:{}", it.name())))
            }),
        );
        let greatest = most(&mut stats.by_category.iter().map(|it| it.1));
        rows.extend(
            stats
                .by_category
                .iter()
                .map(|(it, n)| count_row("category", it, *n, greatest, Aim::Query(format!("cat:{}", quoted(it))))),
        );
        let greatest = most(&mut stats.by_party.iter().map(|it| it.1));
        rows.extend(stats.by_party.iter().map(|(it, n)| self.party_row("party", *it, *n, greatest)));
        rows
    }

    fn party_row(&self, group: &str, party: PartyIdx, n: usize, most: usize) -> Figure {
        let party = self.data.catalog.party(party);
        count_row(group, &party.name, n, most, Aim::Query(format!("party:{}", quoted(&party.id))))
    }

    fn disclosure(&self, sums: &Sums) -> Vec<Figure> {
        let (catalog, disclosure) = (&self.data.catalog, &sums.breakdown.disclosure);
        let counts = disclosure.by_wait.iter().map(|(it, n)| (Wait::words(*it), *n));
        let counts: Vec<_> = counts.chain([("not told", disclosure.n_untold)]).collect();
        let most = counts.iter().map(|it| it.1).max().unwrap_or(0);
        let mut rows: Vec<Figure> =
            counts.into_iter().map(|(words, n)| count_row("came out", words, n, most, Aim::None)).collect();
        let longest = disclosure.slowest.first().map_or(1, |it| it.1);
        rows.extend(disclosure.slowest.iter().map(|(idx, wait)| {
            let event = catalog.event(*idx);
            let took = event
                .when
                .as_ref()
                .zip(catalog.known_of(&event))
                .and_then(|(at, known)| least_time_to_light(at, known));
            Figure {
                group: "slowest".to_owned(),
                name: event.title.clone(),
                figure: took.unwrap_or_default(),
                share: share(*wait, longest),
                aim: Aim::Event(*idx),
            }
        }));
        rows
    }
}

fn count_row(group: &str, name: &str, n: usize, most: usize, aim: Aim) -> Figure {
    let share = share(n as i128, most as i128);
    Figure { group: group.to_owned(), name: name.to_owned(), figure: n.to_string(), share, aim }
}

/// Returns how much `part` is of `whole` in thousandths; something is never nothing.
fn share(part: i128, whole: i128) -> u32 {
    if part <= 0 || whole <= 0 { 0 } else { (part.saturating_mul(1000) / whole).clamp(1, 1000) as u32 }
}

fn years(by_year: &[(i64, usize)], n_wider: usize) -> Vec<Figure> {
    let mut rows = rows_of_years(by_year);
    if 0 < n_wider {
        // To count them in any single year would be a guess.
        rows.push(count_row("", "wider than a year", n_wider, 0, Aim::None));
    }
    rows
}

fn rows_of_years(by_year: &[(i64, usize)]) -> Vec<Figure> {
    let (Some((first, _)), Some((last, _))) = (by_year.first(), by_year.last()) else { return Vec::new() };
    let most = by_year.iter().map(|it| it.1).max().unwrap_or(0);
    let row = |year: i64, n: usize| {
        let year = year_words(year);
        // What is counted in a year is what lies in it and in no other.
        let aim = if n == 0 { Aim::None } else { Aim::Query(format!("wholly:{year}")) };
        count_row("", &year, n, most, aim)
    };
    if YEARS < last - first {
        return by_year.iter().map(|(year, n)| row(*year, *n)).collect();
    }
    let n_of = |year: i64| by_year.binary_search_by_key(&year, |it| it.0).map_or(0, |at| by_year[at].1);
    (*first..=*last).map(|year| row(year, n_of(year))).collect()
}

/// Returns a year as EDTF writes it.
fn year_words(year: i64) -> String {
    match year {
        0..=9999 => format!("{year:04}"),
        -9999..0 => format!("-{:04}", -year),
        _ => format!("Y{year}"),
    }
}

fn money(table: &Yearly) -> Vec<Figure> {
    let per = table.per.as_ref().map(|it| format!(" a {it}")).unwrap_or_default();
    let group = format!("{}{per}", table.currency);
    let value = |sum: &crate::catalog::Sum| sum.value_max.unwrap_or(sum.value_min).max(sum.value_min);
    let most = table.years.iter().map(|(_, it)| value(it)).max().unwrap_or_default();
    let share = |sum: &crate::catalog::Sum| {
        let thousandths = value(sum).checked_mul(1000.into()).and_then(|it| it.checked_div(most));
        thousandths.and_then(|it| u32::try_from(it.trunc()).ok()).map_or(0, |it| it.clamp(1, 1000))
    };
    let rows = table.years.iter().map(|(year, sum)| {
        let year = year_words(*year);
        let words = crate::chronology::Amount { per: None, currency: String::new(), ..sum.as_amount() }.words();
        Figure {
            group: group.clone(),
            name: year.clone(),
            figure: words,
            share: share(sum),
            aim: Aim::Query(format!("wholly:{year} amount:{}>=0", quoted(&table.currency))),
        }
    });
    let wider = Figure {
        group: group.clone(),
        name: "wider than a year".to_owned(),
        figure: format!("{} more", crate::formats::count(table.n_wider, "amount")),
        ..Figure::default()
    };
    rows.chain((0 < table.n_wider).then_some(wider)).collect()
}

fn silences(gaps: &[Gap]) -> Vec<Figure> {
    let longest = gaps.first().map_or(1, |it| it.window.millis());
    let row = |gap: &Gap| Figure {
        name: format!("{} to {}", gap.window.first.date(), gap.window.last.date()),
        figure: duration_words(gap.window.first, gap.window.last.plus(1)).unwrap_or_default(),
        share: share(gap.window.millis(), longest),
        aim: Aim::Event(gap.before),
        ..Figure::default()
    };
    gaps.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chronology::When;

    #[test]
    fn years_are_written_as_dates_are() {
        for (year, words) in [(2013, "2013"), (44, "0044"), (-43, "-0043"), (123_456, "Y123456"), (-12_345, "Y-12345")]
        {
            assert_eq!(year_words(year), words);
            assert!(When::parse(words).is_ok(), "{words}");
        }
    }

    #[test]
    fn something_is_never_nothing() {
        assert_eq!((share(0, 10), share(1, 1_000_000), share(5, 10), share(10, 10)), (0, 1, 500, 1000));
    }
}
