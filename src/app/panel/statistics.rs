//! The statistics as pages of rows, each with what Enter does on it.

use crate::{
    app::{answers::Sums, command::Command, look::Scope, notice::Notice},
    catalog::{Catalog, EventIdx, Gap, PartyIdx, Wait, Yearly},
    chronology::Named,
    formats::{duration_words, least_time_to_light},
    query::{Query, quoted},
};

use super::{
    menu::Menu,
    overlay::{Accepted, Behind, Overlay, Renewed},
};

/// Years up to which those without an event have a row as well: silence is a figure too.
const YEARS: i64 = 400;

/// A page of the statistics.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// Events by status, category and party.
    #[default]
    Counts,
    /// Events by year.
    Years,
    /// Money by currency and year.
    Money,
    /// The longest silences.
    Silences,
    /// Who appears with whom.
    Together,
    /// How long it took to come out.
    Disclosure,
}

impl Page {
    /// Every page, in the order of the tabs.
    pub const ALL: [Self; 6] =
        [Self::Counts, Self::Years, Self::Money, Self::Silences, Self::Together, Self::Disclosure];

    /// Returns the words of its tab.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Counts => "counts",
            Self::Years => "years",
            Self::Money => "money",
            Self::Silences => "silences",
            Self::Together => "together",
            Self::Disclosure => "disclosure",
        }
    }
}

/// Where the reader is in the statistics.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statistics {
    /// The page.
    pub page: Page,
    /// The row that is on.
    pub menu: Menu,
    /// The column that is on, in the table of parties.
    pub column: usize,
}

impl Statistics {
    /// Turns `step` pages on, round the end to the first.
    fn turn_page(&mut self, step: isize) {
        let at = Page::ALL.iter().position(|it| *it == self.page).unwrap_or(0);
        let page = Page::ALL[(at as isize + step).rem_euclid(Page::ALL.len() as isize) as usize];
        *self = Self { page, ..Self::default() };
    }
}

/// What Enter does on a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Aim {
    /// Nothing.
    #[default]
    None,
    /// Shows only what this query finds, of what is shown.
    Query(String),
    /// Goes to an event.
    Event(EventIdx),
}

/// One row of the statistics.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    /// What it belongs to, such as `status`.
    pub group: String,
    /// What is counted.
    pub name: String,
    /// The count, the sum or the time, in words.
    pub figure: String,
    /// How much that is of the greatest of its group, in thousandths.
    pub share: u32,
    /// What Enter does.
    pub aim: Aim,
}

impl Statistics {
    /// Returns the rows of the page; none while they are being worked out.
    pub fn figures(&self, behind: Behind) -> Vec<Figure> {
        let Some(sums) = behind.answers.sums.as_deref() else { return Vec::new() };
        let catalog = &*behind.shelf.data.catalog;
        match self.page {
            Page::Counts => counts(sums, catalog),
            Page::Years => years(&sums.stats.by_year, sums.stats.n_wider),
            Page::Money => sums.breakdown.money.iter().flat_map(money).collect(),
            Page::Silences => silences(&sums.stats.gaps),
            Page::Together => {
                let parties = sums.breakdown.together.parties.iter().enumerate();
                let n = |at: usize| sums.breakdown.together.count(at, at);
                parties.map(|(at, it)| party_row("", *it, n(at), 0, catalog)).collect()
            }
            Page::Disclosure => disclosure(sums, catalog),
        }
    }

    /// Returns what Enter does in the table of parties: it shows what the two take part in together.
    fn pair(&self, behind: Behind) -> Aim {
        let Some(sums) = behind.answers.sums.as_deref() else { return Aim::None };
        let (parties, catalog) = (&sums.breakdown.together.parties, &behind.shelf.data.catalog);
        let id = |at: usize| parties.get(at).map(|it| format!("party:{}", quoted(&catalog.party(*it).id)));
        match (id(self.menu.at), id(self.column)) {
            (Some(a), Some(b)) if a == b => Aim::Query(a),
            (Some(a), Some(b)) => Aim::Query(format!("{a} {b}")),
            _ => Aim::None,
        }
    }
}

impl Overlay for Statistics {
    fn menu(&mut self) -> Option<&mut Menu> {
        Some(&mut self.menu)
    }

    fn len(&self, behind: Behind) -> usize {
        self.figures(behind).len()
    }

    fn step_right(&mut self, steps: isize, behind: Behind) {
        if self.page != Page::Together {
            return self.turn_page(steps);
        }
        let n_parties = behind.answers.sums.as_ref().map_or(0, |it| it.breakdown.together.parties.len());
        self.column = self.column.saturating_add_signed(steps).min(n_parties.saturating_sub(1));
    }

    fn turn(&mut self, step: isize, _: Behind) {
        self.turn_page(step);
    }

    fn accept(&mut self, behind: Behind) -> Accepted {
        let aim = match self.page {
            Page::Together => self.pair(behind),
            _ => self.figures(behind).into_iter().nth(self.menu.at).map_or(Aim::None, |it| it.aim),
        };
        match aim {
            Aim::None => Accepted::Refuse(Notice::info("no query finds just these: this row filters nothing")),
            Aim::Query(query) => {
                let query = [Some(query), scope_term(behind)].into_iter().flatten().collect::<Vec<_>>().join(" ");
                Accepted::Close(Some(Command::Narrow(Query::parse(&query).0)))
            }
            Aim::Event(event) => Accepted::Close(Some(Command::GoTo(event))),
        }
    }

    /// The sums are worked out anew for the new chronology.
    fn renew(&mut self, _: &Catalog, _: Behind) -> Renewed {
        Renewed::Stays
    }
}

/// Returns what of the store is counted, as a query, where that is less than what is shown.
fn scope_term(behind: Behind) -> Option<String> {
    match behind.look.scopes(behind.events(), behind.find).first()?.0 {
        Scope::Range => {
            let window = behind.look.selection.range?.window();
            Some(format!("in:{}..{}", window.first.date(), window.last.date()))
        }
        Scope::Marked => Some("is:marked".to_owned()),
        Scope::Filter | Scope::All => None,
    }
}

fn counts(sums: &Sums, catalog: &Catalog) -> Vec<Figure> {
    let stats = &sums.stats;
    let most = |counts: &mut dyn Iterator<Item = usize>| counts.max().unwrap_or(0);
    let mut rows = Vec::new();
    let greatest = most(&mut stats.by_status.iter().map(|it| it.1));
    rows.extend(
        stats
            .by_status
            .iter()
            .map(|(it, n)| count_row("status", it.name(), *n, greatest, Aim::Query(format!("status:{}", it.name())))),
    );
    let greatest = most(&mut stats.by_category.iter().map(|it| it.1));
    rows.extend(
        stats
            .by_category
            .iter()
            .map(|(it, n)| count_row("category", it, *n, greatest, Aim::Query(format!("cat:{}", quoted(it))))),
    );
    let greatest = most(&mut stats.by_party.iter().map(|it| it.1));
    rows.extend(stats.by_party.iter().map(|(it, n)| party_row("party", *it, *n, greatest, catalog)));
    rows
}

fn party_row(group: &str, party: PartyIdx, n: usize, most: usize, catalog: &Catalog) -> Figure {
    let party = catalog.party(party);
    count_row(group, &party.name, n, most, Aim::Query(format!("party:{}", quoted(&party.id))))
}

fn disclosure(sums: &Sums, catalog: &Catalog) -> Vec<Figure> {
    let disclosure = &sums.breakdown.disclosure;
    let counts = disclosure.by_wait.iter().map(|(it, n)| (Wait::words(*it), *n));
    let counts: Vec<_> = counts.chain([("not told", disclosure.n_untold)]).collect();
    let most = counts.iter().map(|it| it.1).max().unwrap_or(0);
    let mut rows: Vec<Figure> =
        counts.into_iter().map(|(words, n)| count_row("came out", words, n, most, Aim::None)).collect();
    let longest = disclosure.slowest.first().map_or(1, |it| it.1);
    rows.extend(disclosure.slowest.iter().map(|(idx, wait)| {
        let event = catalog.event(*idx);
        let took =
            event.when.as_ref().zip(catalog.known_of(&event)).and_then(|(at, known)| least_time_to_light(at, known));
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
