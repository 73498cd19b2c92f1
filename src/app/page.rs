//! The pages of the statistics, and where the reader is in them.

use crate::catalog::EventIdx;

use super::menu::Menu;

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
pub struct StatsView {
    /// The page.
    pub page: Page,
    /// The row that is on.
    pub menu: Menu,
    /// The column that is on, in the table of parties.
    pub column: usize,
}

impl StatsView {
    /// Turns `step` pages on, round the end to the first.
    pub(super) fn turn(&mut self, step: isize) {
        let at = Page::ALL.iter().position(|it| *it == self.page).unwrap_or(0);
        let page = Page::ALL[(at as isize + step).rem_euclid(Page::ALL.len() as isize) as usize];
        *self = Self { page, ..Self::default() };
    }

    /// Moves `step` columns on among `len`.
    pub(super) fn step_column(&mut self, step: isize, len: usize) {
        self.column = self.column.saturating_add_signed(step).min(len.saturating_sub(1));
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
