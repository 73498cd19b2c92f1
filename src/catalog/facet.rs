//! What events can be grouped by, and the groups: a facet is added here, with its name and its values.

use crate::chronology::{Archive, Named, Party, Source, Status};

use super::{
    ids::EventIdx,
    table::{Columns, Sym},
};

/// What events can be grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// The category.
    Category,
    /// The parties that took part.
    Party,
    /// The stated or derived status.
    Status,
    /// The sources that the event or a claim on it cites.
    Source,
    /// The tags.
    Tag,
    /// The text that the event was read from.
    File,
}

impl Facet {
    /// Every facet.
    pub const ALL: [Self; 6] = [Self::Category, Self::Party, Self::Status, Self::Source, Self::Tag, Self::File];

    /// Returns its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Category => "category",
            Self::Party => "party",
            Self::Status => "status",
            Self::Source => "source",
            Self::Tag => "tag",
            Self::File => "file",
        }
    }
}

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// The key: an id, a word as written, or the name of a file.
    pub name: String,
    /// What people read: the name of a party, the title of a source, else the key.
    pub label: String,
    /// Its events, ascending.
    pub ids: Vec<EventIdx>,
}

/// What of a catalog events are grouped by.
pub(super) struct Grouping<'a> {
    pub(super) columns: &'a Columns,
    /// The row of each event.
    pub(super) rows: &'a [u32],
    pub(super) archive: &'a dyn Archive,
    pub(super) statuses: &'a [Status],
    pub(super) parties: &'a [Party],
    pub(super) sources: &'a [Source],
}

impl Grouping<'_> {
    /// Returns the values of a facet, those with the most events first, equal ones by label.
    ///
    /// An id that names no party or source of the store is a value of its own: a slip in a store hides no event.
    pub(super) fn values(&self, by: Facet) -> Vec<FacetValue> {
        let columns = self.columns;
        let mut tally = Tally::default();
        for (event, row) in (0..).map(EventIdx).zip(self.rows) {
            let row = *row as usize;
            match by {
                Facet::Category => columns.category(row).into_iter().for_each(|it| tally.add(it.index(), event)),
                Facet::Party => columns.parties.of(row).iter().for_each(|it| tally.add(it.index(), event)),
                Facet::Status => tally.add(self.statuses[row] as usize, event),
                Facet::Source => columns.cited.of(row).iter().for_each(|it| tally.add(it.index(), event)),
                Facet::Tag => columns.tags.of(row).iter().for_each(|it| tally.add(it.index(), event)),
                Facet::File => tally.add(self.archive.part(columns.handle(row)), event),
            }
        }
        let files = if by == Facet::File { self.archive.part_names() } else { Vec::new() };
        let name = |key: usize| match by {
            Facet::Category | Facet::Tag => columns.words.name(Sym(key as u32)).to_owned(),
            Facet::Party => columns.people.name(Sym(key as u32)).to_owned(),
            Facet::Source => columns.works.name(Sym(key as u32)).to_owned(),
            Facet::Status => Status::ALL[key].name().to_owned(),
            Facet::File => files[key].clone(),
        };
        let label = |key: usize| match by {
            Facet::Party => self.parties.get(key).map(|it| it.name.clone()),
            Facet::Source => self.sources.get(key).map(|it| it.title.clone()),
            _ => None,
        };
        let mut values: Vec<FacetValue> = (tally.0.into_iter().enumerate())
            .filter(|(_, ids)| !ids.is_empty())
            .map(|(key, ids)| {
                let name = name(key);
                FacetValue { label: label(key).filter(|it| !it.is_empty()).unwrap_or_else(|| name.clone()), name, ids }
            })
            .collect();
        values
            .sort_by(|a, b| b.ids.len().cmp(&a.ids.len()).then_with(|| (&a.label, &a.name).cmp(&(&b.label, &b.name))));
        values
    }
}

/// The events of each value, by the value's number.
#[derive(Default)]
struct Tally(Vec<Vec<EventIdx>>);

impl Tally {
    fn add(&mut self, key: usize, event: EventIdx) {
        if self.0.len() <= key {
            self.0.resize_with(key + 1, Vec::new);
        }
        self.0[key].push(event);
    }
}
