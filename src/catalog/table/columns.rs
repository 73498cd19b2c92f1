//! The events in brief: a table with one array for each thing that is asked of all of them.
//!
//! A million events fit where their text fits, because nothing is kept here that a query, a picture or a sum does not look at.
//! Ids and words are numbers, titles and summaries stay where events are kept, and what few events have (amounts,
//! links, a span's certain part) stands in lists of its own. Rows are numbered in the order of reading.

use std::{borrow::Cow, collections::HashMap};

use foldhash::fast::FixedState;

use super::{
    cells::{Money, Said},
    facts::Facts,
    lists::Lists,
    shape::ShapeByte,
    sparse::{behind, renumbered, retain},
    symbols::{Sym, Symbols},
};
use crate::chronology::{
    Amount, Archive, Bounds, Event, Excerpt, Handle, Instant, Kept, LinkKind, Stance, Status, Window, derived_status,
    id_hash,
};

/// There are no such words, or they do not stand in the archive letter for letter: no archive may use this number.
const NOT_KEPT: Excerpt = Excerpt(u32::MAX);

/// The events in brief.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    /// Ids of parties, of sources; and every other word.
    pub(in crate::catalog) people: Symbols,
    pub(in crate::catalog) works: Symbols,
    pub(in crate::catalog) words: Symbols,
    /// Where each event is kept.
    handles: Vec<Handle>,
    pub(in crate::catalog) id_hashes: Vec<u64>,
    pub(in crate::catalog) starts: Vec<Instant>,
    pub(in crate::catalog) ends: Vec<Instant>,
    pub(in crate::catalog) shapes: Vec<ShapeByte>,
    pub(in crate::catalog) facts: Vec<Facts>,
    titles: Vec<Excerpt>,
    summaries: Vec<Excerpt>,
    /// Titles and summaries that do not stand in the archive letter for letter: with an escape in them, say.
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
        // All columns are named here and below, so that the compiler asks for a new one.
        let Self {
            // Names, and what few rows have.
            people: _,
            works: _,
            words: _,
            elsewhere: _,
            held: _,
            certain: _,
            seqs: _,
            amounts: _,
            links: _,
            known: _,
            claimed: _,
            handles,
            id_hashes,
            starts,
            ends,
            shapes,
            facts,
            titles,
            summaries,
            statuses,
            categories,
            parties,
            roles,
            tags,
            claims,
            cited,
        } = self;
        handles.reserve_exact(more);
        id_hashes.reserve_exact(more);
        starts.reserve_exact(more);
        ends.reserve_exact(more);
        shapes.reserve_exact(more);
        facts.reserve_exact(more);
        titles.reserve_exact(more);
        summaries.reserve_exact(more);
        statuses.reserve_exact(more);
        categories.reserve_exact(more);
        [parties, roles, tags, cited].into_iter().for_each(|it| it.reserve(more, now));
        claims.reserve(more, now);
    }

    /// Adds a row for `event`, which is kept as `kept` says.
    pub fn take(&mut self, event: Event, kept: Kept) {
        let row = self.len() as u32;
        self.brief(row, &event, kept);
        if let Kept::InTable(_) = kept {
            self.held.push((row, event));
        }
    }

    fn brief(&mut self, row: u32, event: &Event, kept: Kept) {
        self.take_texts(row, event, kept);
        self.id_hashes.push(id_hash(&event.id));
        let when = event.when.as_ref();
        let bounds = when.map(|it| it.bounds());
        self.starts.push(bounds.map_or(Instant::MAX, |it| it.earliest));
        self.ends.push(bounds.map_or(Instant::MAX, |it| it.latest));
        self.shapes.push(ShapeByte::of(when));
        self.certain.extend(bounds.and_then(|it| it.certain).map(|it| (row, it)));
        self.seqs.extend(event.seq.map(|it| (row, it)));
        self.facts.push(Facts::of(event));
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

    fn take_texts(&mut self, row: u32, event: &Event, kept: Kept) {
        let (handle, title, summary) = match kept {
            Kept::InTable(handle) => (handle, None, None),
            Kept::InArchive { handle, title, summary } => {
                if title.is_none() {
                    self.elsewhere.insert((row, Text::Title), event.title.as_str().into());
                }
                if let (None, Some(words)) = (summary, &event.summary) {
                    self.elsewhere.insert((row, Text::Summary), words.as_str().into());
                }
                (handle, title, summary)
            }
        };
        self.handles.push(handle);
        self.titles.push(title.unwrap_or(NOT_KEPT));
        self.summaries.push(summary.unwrap_or(NOT_KEPT));
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
    pub fn append(&mut self, other: Self) {
        if self.is_empty() {
            *self = other;
            return;
        }
        let base = self.len() as u32;
        let Self {
            people,
            works,
            words,
            handles,
            id_hashes,
            starts,
            ends,
            shapes,
            facts,
            titles,
            summaries,
            elsewhere,
            held,
            statuses,
            categories,
            mut parties,
            mut roles,
            mut tags,
            mut claims,
            mut cited,
            certain,
            seqs,
            amounts,
            links,
            known,
            claimed,
        } = other;
        let people = self.people.merge(&people);
        let works = self.works.merge(&works);
        let words = self.words.merge(&words);
        parties.map(|it| people[it.index()]);
        claims.map(|it| it.from(people[it.by().index()]));
        cited.map(|it| works[it.index()]);
        roles.map(|it| words[it.index()]);
        tags.map(|it| words[it.index()]);
        self.parties.append(&parties);
        self.claims.append(&claims);
        self.cited.append(&cited);
        self.roles.append(&roles);
        self.tags.append(&tags);
        let category = |it: u32| if it == 0 { 0 } else { words[it as usize - 1].0 + 1 };
        self.categories.extend(categories.into_iter().map(category));
        self.handles.extend(handles);
        self.id_hashes.extend(id_hashes);
        self.starts.extend(starts);
        self.ends.extend(ends);
        self.shapes.extend(shapes);
        self.facts.extend(facts);
        self.titles.extend(titles);
        self.summaries.extend(summaries);
        self.statuses.extend(statuses);
        self.elsewhere.extend(elsewhere.into_iter().map(|((row, which), text)| ((base + row, which), text)));
        self.held.extend(behind(base, held));
        self.certain.extend(behind(base, certain));
        self.seqs.extend(behind(base, seqs));
        self.known.extend(behind(base, known));
        self.claimed.extend(behind(base, claimed));
        self.links.extend(links.into_iter().map(|(row, kind, to)| (base + row, kind, to)));
        self.amounts.extend(behind(base, amounts).map(|(row, it)| {
            let (currency, per) = (words[it.currency.index()], it.per.map(|it| words[it.index()]));
            (row, Money { currency, per, ..it })
        }));
    }

    /// Leaves out rows by their numbers, which ascend.
    pub fn leave_out(&mut self, rows: &[usize]) {
        let keep = |row: usize| rows.binary_search(&row).is_err();
        let renumber = |row: u32| rows.binary_search(&(row as usize)).err().map(|before| row - before as u32);
        let Self {
            // What a row named stays named.
            people: _,
            works: _,
            words: _,
            handles,
            id_hashes,
            starts,
            ends,
            shapes,
            facts,
            titles,
            summaries,
            elsewhere,
            held,
            statuses,
            categories,
            parties,
            roles,
            tags,
            claims,
            cited,
            certain,
            seqs,
            amounts,
            links,
            known,
            claimed,
        } = self;
        retain(handles, keep);
        retain(id_hashes, keep);
        retain(starts, keep);
        retain(ends, keep);
        retain(shapes, keep);
        retain(facts, keep);
        retain(titles, keep);
        retain(summaries, keep);
        retain(statuses, keep);
        retain(categories, keep);
        [parties, roles, tags, cited].into_iter().for_each(|it| *it = it.retained(keep));
        *claims = claims.retained(keep);
        *elsewhere = elsewhere.drain().filter_map(|((row, it), text)| Some(((renumber(row)?, it), text))).collect();
        renumbered(held, renumber);
        renumbered(certain, renumber);
        renumbered(seqs, renumber);
        renumbered(amounts, renumber);
        renumbered(known, renumber);
        renumbered(claimed, renumber);
        *links = links.drain(..).filter_map(|(row, kind, to)| Some((renumber(row)?, kind, to))).collect();
    }

    pub(in crate::catalog) fn handle(&self, row: usize) -> Handle {
        self.handles[row]
    }

    /// Returns the event of a row, whole: it is held, or read again from `archive`.
    pub fn event(&self, row: usize, archive: &dyn Archive) -> Cow<'_, Event> {
        self.held(row).map_or_else(|| Cow::Owned(archive.event(self.handles[row])), Cow::Borrowed)
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

    /// Returns the title of a row.
    pub(in crate::catalog) fn title<'a>(&'a self, row: usize, archive: &'a dyn Archive) -> &'a str {
        self.words_of(row, Text::Title, self.titles[row], archive).unwrap_or_default()
    }

    /// Returns the summary of a row.
    pub(in crate::catalog) fn summary<'a>(&'a self, row: usize, archive: &'a dyn Archive) -> Option<&'a str> {
        self.words_of(row, Text::Summary, self.summaries[row], archive)
    }

    fn words_of<'a>(&'a self, row: usize, which: Text, excerpt: Excerpt, archive: &'a dyn Archive) -> Option<&'a str> {
        if excerpt != NOT_KEPT {
            return archive.words(self.handles[row], excerpt);
        }
        if let Some(words) = self.elsewhere.get(&(row as u32, which)) {
            return Some(words);
        }
        let event = self.held(row)?;
        if which == Text::Title { Some(&event.title) } else { event.summary.as_deref() }
    }
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
