//! The events in brief: a table with one array for each thing that is asked of all of them.
//!
//! A million events fit where their text fits, because nothing is kept here that a query, a picture or a sum does not look at.
//! Ids and words are numbers, titles and summaries are stretches of the text that was read, and what few events have (amounts,
//! links, a span's certain part) stands in lists of its own. Rows are numbered in the order of reading.

use std::{borrow::Cow, collections::HashMap};

use foldhash::fast::FixedState;

use super::{
    cells::{Excerpt, Money, Said},
    facts::Facts,
    lists::Lists,
    shape::ShapeByte,
    symbols::{Sym, Symbols},
};
use crate::chronology::{
    Amount, Archive, Bounds, Event, Instant, LinkKind, Stance, Status, Window, derived_status, id_hash,
};

/// Bits of an offset in its text; the others are the number of the text.
const OFFSET: u32 = 40;

/// The events in brief.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    /// Ids of parties, of sources; and every other word.
    pub(in crate::catalog) people: Symbols,
    pub(in crate::catalog) works: Symbols,
    pub(in crate::catalog) words: Symbols,
    /// Where each event's table begins.
    places: Vec<u64>,
    pub(in crate::catalog) id_hashes: Vec<u64>,
    pub(in crate::catalog) starts: Vec<Instant>,
    pub(in crate::catalog) ends: Vec<Instant>,
    pub(in crate::catalog) shapes: Vec<ShapeByte>,
    pub(in crate::catalog) facts: Vec<Facts>,
    titles: Vec<Excerpt>,
    summaries: Vec<Excerpt>,
    /// Titles and summaries that do not stand in the text as they are: with an escape in them, say.
    elsewhere: HashMap<(u32, Text), Box<str>, FixedState>,
    /// Events that are held whole, by row.
    held: Vec<(u32, Event)>,
    /// The status that is stated, or that the claims add up to; nothing where the sources decide.
    pub(in crate::catalog) statuses: Vec<Option<Status>>,
    /// One more than the number of the category; 0 for none.
    categories: Vec<u32>,
    pub(in crate::catalog) parties: Lists<Sym>,
    pub(in crate::catalog) roles: Lists<Sym>,
    pub(in crate::catalog) tags: Lists<Sym>,
    pub(in crate::catalog) claims: Lists<Said>,
    /// What the event cites, and then what its claims do.
    pub(in crate::catalog) cited: Lists<Sym>,
    // What few events have, by row.
    pub(in crate::catalog) certain: Vec<(u32, Window)>,
    pub(in crate::catalog) seqs: Vec<(u32, i64)>,
    pub(in crate::catalog) amounts: Vec<(u32, Money)>,
    pub(in crate::catalog) links: Vec<(u32, LinkKind, u64)>,
    /// When the event is stated to have become known, and when the first of its claims was made.
    pub(in crate::catalog) known: Vec<(u32, Bounds)>,
    pub(in crate::catalog) claimed: Vec<(u32, Bounds)>,
}

/// A text of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Text {
    Title,
    Summary,
}

impl Columns {
    /// Returns the number of rows.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Returns whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// Makes room for `rows` rows in all that are like those that are there, so that a long table is not copied as it grows.
    pub fn reserve(&mut self, rows: usize) {
        let more = rows.saturating_sub(self.len());
        let now = self.len().max(1);
        self.places.reserve_exact(more);
        self.id_hashes.reserve_exact(more);
        self.starts.reserve_exact(more);
        self.ends.reserve_exact(more);
        self.shapes.reserve_exact(more);
        self.facts.reserve_exact(more);
        self.titles.reserve_exact(more);
        self.summaries.reserve_exact(more);
        self.statuses.reserve_exact(more);
        self.categories.reserve_exact(more);
        for lists in [&mut self.parties, &mut self.roles, &mut self.tags, &mut self.cited] {
            lists.reserve(more, now);
        }
        self.claims.reserve(more, now);
    }

    /// Adds a row for `event`. `table` is its text, from which it can be read again; where it is empty, the event is held.
    pub fn take(&mut self, event: Event, table: &str) {
        let row = self.len() as u32;
        self.brief(row, &event, table);
        if table.is_empty() {
            self.held.push((row, event));
        }
    }

    fn brief(&mut self, row: u32, event: &Event, table: &str) {
        self.places.push((event.origin.file as u64) << OFFSET | event.origin.start as u64);
        self.id_hashes.push(id_hash(&event.id));
        let when = event.when.as_ref();
        let bounds = when.map(|it| it.bounds());
        self.starts.push(bounds.map_or(Instant::MAX, |it| it.earliest));
        self.ends.push(bounds.map_or(Instant::MAX, |it| it.latest));
        self.shapes.push(ShapeByte::of(when));
        self.certain.extend(bounds.and_then(|it| it.certain).map(|it| (row, it)));
        self.seqs.extend(event.seq.map(|it| (row, it)));
        self.facts.push(facts(event));
        self.take_texts(row, event, table);
        self.take_parties(event);
        self.take_sources(event);
        self.categories.push(event.category.as_ref().map_or(0, |it| self.words.add(it).0 + 1));
        self.tags.push(distinct(event.tags.iter().map(|it| self.words.add(it))));
        for it in &event.amounts {
            let money = self.money(it);
            self.amounts.push((row, money));
        }
        self.links.extend(event.links.iter().map(|it| (row, it.kind, id_hash(&it.to))));
        self.known.extend(event.known.as_ref().map(|it| (row, it.bounds())));
        let claimed = event.claims.iter().filter_map(|it| it.when.as_ref()).map(|it| it.bounds());
        self.claimed.extend(claimed.min_by_key(|it| (it.earliest, it.latest)).map(|it| (row, it)));
    }

    fn take_texts(&mut self, row: u32, event: &Event, table: &str) {
        let elsewhere = &mut self.elsewhere;
        let mut excerpt = |which: Text, text: Option<&str>| {
            let Some(text) = text.filter(|_| !table.is_empty()) else { return Excerpt::NONE };
            // Wherever in the table the same bytes stand first, they are the same bytes.
            let at = position(table.as_bytes(), text.as_bytes()).and_then(|it| u16::try_from(it).ok());
            match (at, u16::try_from(text.len())) {
                (Some(start), Ok(length)) if start < u16::MAX => Excerpt { start, length },
                _ => {
                    elsewhere.insert((row, which), text.into());
                    Excerpt::ELSEWHERE
                }
            }
        };
        self.titles.push(excerpt(Text::Title, Some(&event.title)));
        self.summaries.push(excerpt(Text::Summary, event.summary.as_deref()));
    }

    fn take_parties(&mut self, event: &Event) {
        self.parties.push(distinct(event.parties.iter().map(|it| self.people.add(&it.party))));
        let roles = event.parties.iter().filter_map(|it| it.role.as_ref());
        self.roles.push(distinct(roles.map(|it| self.words.add(it))));
        let claims = event.claims.iter().map(|it| Said::new(self.people.add(&it.by), it.stance));
        self.claims.push(claims);
    }

    fn take_sources(&mut self, event: &Event) {
        let claimed = event.claims.iter().filter_map(|it| it.source.as_ref());
        let cited = event.sources.iter().map(|it| &it.source).chain(claimed);
        self.cited.push(distinct(cited.map(|it| self.works.add(it))));
        // Whether a source that documents is among them shows when all sources are known.
        let derived = || {
            let status = derived_status(event, |_| None);
            let hangs_on_sources = status == Status::Reported
                && !event.claims.iter().any(|it| it.stance == Stance::Reports || it.stance == Stance::Alleges);
            (!hangs_on_sources || event.sources.is_empty()).then_some(status)
        };
        self.statuses.push(event.status.or_else(derived));
    }

    fn money(&mut self, amount: &Amount) -> Money {
        Money {
            least: amount.least(),
            most: amount.most(),
            currency: self.words.add(&amount.currency),
            per: amount.per.as_ref().map(|it| self.words.add(it)),
        }
    }

    /// Adds the rows of another table behind the own.
    pub fn append(&mut self, mut other: Self) {
        if self.is_empty() {
            *self = other;
            return;
        }
        let base = self.len() as u32;
        let people = self.people.merge(&other.people);
        let works = self.works.merge(&other.works);
        let words = self.words.merge(&other.words);
        other.parties.map(|it| people[it.index()]);
        other.claims.map(|it| it.from(people[it.by().index()]));
        other.cited.map(|it| works[it.index()]);
        other.roles.map(|it| words[it.index()]);
        other.tags.map(|it| words[it.index()]);
        for (mine, theirs) in [
            (&mut self.parties, &other.parties),
            (&mut self.cited, &other.cited),
            (&mut self.roles, &other.roles),
            (&mut self.tags, &other.tags),
        ] {
            mine.append(theirs);
        }
        self.claims.append(&other.claims);
        let category = |it: u32| if it == 0 { 0 } else { words[it as usize - 1].0 + 1 };
        self.categories.extend(other.categories.into_iter().map(category));
        self.places.append(&mut other.places);
        self.id_hashes.append(&mut other.id_hashes);
        self.starts.append(&mut other.starts);
        self.ends.append(&mut other.ends);
        self.shapes.append(&mut other.shapes);
        self.facts.append(&mut other.facts);
        self.titles.append(&mut other.titles);
        self.summaries.append(&mut other.summaries);
        self.statuses.append(&mut other.statuses);
        self.elsewhere.extend(other.elsewhere.into_iter().map(|((row, which), text)| ((base + row, which), text)));
        self.held.extend(other.held.into_iter().map(|(row, it)| (base + row, it)));
        self.certain.extend(other.certain.into_iter().map(|(row, it)| (base + row, it)));
        self.seqs.extend(other.seqs.into_iter().map(|(row, it)| (base + row, it)));
        self.known.extend(other.known.into_iter().map(|(row, it)| (base + row, it)));
        self.claimed.extend(other.claimed.into_iter().map(|(row, it)| (base + row, it)));
        self.links.extend(other.links.into_iter().map(|(row, kind, to)| (base + row, kind, to)));
        self.amounts.extend(other.amounts.into_iter().map(|(row, it)| {
            let (currency, per) = (words[it.currency.index()], it.per.map(|it| words[it.index()]));
            (base + row, Money { currency, per, ..it })
        }));
    }

    /// Leaves out rows by their numbers, which ascend.
    pub fn leave_out(&mut self, rows: &[usize]) {
        let keep = |row: usize| rows.binary_search(&row).is_err();
        let renumber = |row: u32| match rows.binary_search(&(row as usize)) {
            Ok(_) => None,
            Err(before) => Some(row - before as u32),
        };
        retain(&mut self.places, keep);
        retain(&mut self.id_hashes, keep);
        retain(&mut self.starts, keep);
        retain(&mut self.ends, keep);
        retain(&mut self.shapes, keep);
        retain(&mut self.facts, keep);
        retain(&mut self.titles, keep);
        retain(&mut self.summaries, keep);
        retain(&mut self.statuses, keep);
        retain(&mut self.categories, keep);
        for lists in [&mut self.parties, &mut self.roles, &mut self.tags, &mut self.cited] {
            *lists = lists.retained(keep);
        }
        self.claims = self.claims.retained(keep);
        self.elsewhere =
            (self.elsewhere.drain()).filter_map(|((row, which), text)| Some(((renumber(row)?, which), text))).collect();
        let held = std::mem::take(&mut self.held);
        self.held = held.into_iter().filter_map(|(row, it)| Some((renumber(row)?, it))).collect();
        renumbered(&mut self.certain, renumber);
        renumbered(&mut self.seqs, renumber);
        renumbered(&mut self.amounts, renumber);
        renumbered(&mut self.known, renumber);
        renumbered(&mut self.claimed, renumber);
        self.links = self.links.iter().filter_map(|(row, kind, to)| Some((renumber(*row)?, *kind, *to))).collect();
    }

    /// Returns the number of the text that a row's event stands in, and the first byte of its table.
    pub(in crate::catalog) fn place(&self, row: usize) -> (usize, usize) {
        let place = self.places[row];
        ((place >> OFFSET) as usize, (place & ((1 << OFFSET) - 1)) as usize)
    }

    /// Returns the event of a row, whole: it is held, or read again from `texts`.
    pub fn event(&self, row: usize, texts: &dyn Archive) -> Cow<'_, Event> {
        let read_again = || {
            let (file, start) = self.place(row);
            texts.event(file, start)
        };
        self.held(row).map_or_else(|| Cow::Owned(read_again()), Cow::Borrowed)
    }

    /// Returns the hashes of the events' ids.
    pub fn id_hashes(&self) -> &[u64] {
        &self.id_hashes
    }

    fn held(&self, row: usize) -> Option<&Event> {
        let at = self.held.binary_search_by_key(&(row as u32), |it| it.0).ok()?;
        Some(&self.held[at].1)
    }

    pub(in crate::catalog) fn category(&self, row: usize) -> Option<Sym> {
        self.categories[row].checked_sub(1).map(Sym)
    }

    /// Returns the title of a row, whose text is `text`.
    pub(in crate::catalog) fn title<'a>(&'a self, row: usize, text: &'a str) -> &'a str {
        self.excerpt(row, Text::Title, self.titles[row], text).unwrap_or_default()
    }

    /// Returns the summary of a row, whose text is `text`.
    pub(in crate::catalog) fn summary<'a>(&'a self, row: usize, text: &'a str) -> Option<&'a str> {
        self.excerpt(row, Text::Summary, self.summaries[row], text)
    }

    fn excerpt<'a>(&'a self, row: usize, which: Text, excerpt: Excerpt, text: &'a str) -> Option<&'a str> {
        if excerpt.start != u16::MAX {
            let start = self.place(row).1 + usize::from(excerpt.start);
            return text.get(start..start + usize::from(excerpt.length));
        }
        if excerpt == Excerpt::ELSEWHERE {
            return self.elsewhere.get(&(row as u32, which)).map(|it| &**it);
        }
        let event = self.held(row)?;
        if which == Text::Title { Some(&event.title) } else { event.summary.as_deref() }
    }
}

/// Returns where `text` stands first in `table`. The text of a table is short: no searcher pays that is made before it searches.
fn position(table: &[u8], text: &[u8]) -> Option<usize> {
    let Some(first) = text.first() else { return Some(0) };
    memchr::memchr_iter(*first, table).find(|it| table[*it..].starts_with(text))
}

/// Returns what a row has in a column that few rows have.
pub(in crate::catalog) fn sparse<T>(column: &[(u32, T)], row: usize) -> &[(u32, T)] {
    let start = column.partition_point(|it| (it.0 as usize) < row);
    let length = column[start..].partition_point(|it| it.0 as usize == row);
    &column[start..start + length]
}

/// Keeps the rows that `keep` wants.
fn retain<T>(column: &mut Vec<T>, keep: impl Fn(usize) -> bool) {
    let mut row = 0..;
    column.retain(|_| row.next().is_none_or(&keep));
}

/// Keeps the rows that have a new number.
fn renumbered<T: Copy>(column: &mut Vec<(u32, T)>, renumber: impl Fn(u32) -> Option<u32>) {
    *column = column.iter().filter_map(|(row, it)| Some((renumber(*row)?, *it))).collect();
}

fn facts(event: &Event) -> Facts {
    let mut notes = (event.claims.iter().map(|it| &it.note))
        .chain(event.amounts.iter().map(|it| &it.note))
        .chain(event.sources.iter().map(|it| &it.note))
        .chain(event.links.iter().map(|it| &it.note))
        .chain([&event.note]);
    let when = event.when.as_ref();
    Facts::default()
        .and_if(!event.amounts.is_empty(), Facts::AMOUNT)
        .and_if(!event.links.is_empty(), Facts::LINK)
        .and_if(!event.sources.is_empty() || event.claims.iter().any(|it| it.source.is_some()), Facts::SOURCE)
        .and_if(!event.claims.is_empty(), Facts::CLAIM)
        .and_if(!event.parties.is_empty(), Facts::PARTY)
        .and_if(!event.tags.is_empty(), Facts::TAG)
        .and_if(event.category.is_some(), Facts::CATEGORY)
        .and_if(event.summary.is_some(), Facts::SUMMARY)
        .and_if(event.note.is_some(), Facts::NOTE)
        .and_if(event.place.is_some(), Facts::PLACE)
        .and_if(when.is_some_and(|it| it.is_approximate()), Facts::APPROXIMATE)
        .and_if(when.is_some_and(|it| it.is_uncertain()), Facts::UNCERTAIN)
        .and_if(notes.any(Option::is_some), Facts::SOME_NOTE)
}

/// Returns each name once, in the order of the first.
fn distinct(syms: impl Iterator<Item = Sym>) -> Vec<Sym> {
    let mut once: Vec<Sym> = Vec::new();
    syms.for_each(|it| {
        if !once.contains(&it) {
            once.push(it);
        }
    });
    once
}
