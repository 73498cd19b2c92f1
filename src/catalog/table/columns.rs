//! The events in brief: a table with one array for each thing that is asked of all of them.
//!
//! A million events fit where their text fits, because nothing is kept here that a query, a picture or a sum does not look at.
//! Ids and words are numbers, titles and summaries stay where events are kept, and what few events have (amounts,
//! links, a span's certain part) stands in lists of its own. Rows are numbered in the order of reading.

use std::borrow::Cow;

use super::{
    bearing::Bearing,
    column::{Column, columns},
    date_shapes::ShapeByte,
    facts::Facts,
    lists::Lists,
    money_and_claims::{Money, Said},
    symbols::{Sym, Symbols},
};
use crate::chronology::{
    Archive, Bounds, Event, Excerpt, Fine, Handle, Instant, Kept, LinkKind, Member, OWN_VOICE, Status, Window, id_hash,
};

/// There are no such words, or they do not stand in the archive letter for letter: no archive may use this number.
const NOT_KEPT: Excerpt = Excerpt(u32::MAX);

columns! {
    /// The events in brief.
    #[derive(Clone, Debug, Default)]
    pub struct Columns {
        names {
            /// Ids of parties.
            people,
            /// Ids of sources.
            works,
            /// Every other word.
            words,
        }
        /// Where each event is kept.
        handles: Vec<Handle>,
        id_hashes: Vec<u64>,
        /// The hash of the id in lower case, where that is another.
        lower_ids: Lists<u64>,
        starts: Vec<Instant>,
        ends: Vec<Instant>,
        shapes: Vec<ShapeByte>,
        facts: Vec<Facts>,
        titles: Vec<Excerpt>,
        summaries: Vec<Excerpt>,
        /// Titles and summaries that do not stand in the archive letter for letter: with an escape in them, say.
        own_titles: Lists<Box<str>>,
        own_summaries: Lists<Box<str>>,
        /// Events that are held whole.
        held: Lists<Event>,
        /// The status that its author states.
        stated: Lists<Status>,
        categories: Lists<Sym>,
        parties: Lists<Sym>,
        roles: Lists<Sym>,
        tags: Lists<Sym>,
        places: Lists<Sym>,
        claims: Lists<Said>,
        /// Who gives amounts.
        givers: Lists<Sym>,
        /// What the event cites, then what its claims do, and then what else it names.
        cited: Lists<Sym>,
        /// How each of these bears on it; none where each supports it and no claim stands in one.
        bearings: Lists<Bearing>,
        /// What stands for the ids of the acts that claims were made in.
        acts: Lists<u64>,
        /// The part of a span that is certain.
        certain: Lists<Window>,
        /// Where the one known end of a span lies, where that is not known to the day.
        known_ends: Lists<Window>,
        /// The stretches that dates with holes are made of.
        members: Lists<Member>,
        seqs: Lists<i64>,
        /// What is finer than a millisecond of an instant.
        fines: Lists<Fine>,
        amounts: Lists<Money>,
        links: Lists<(LinkKind, u64)>,
        /// When the event is stated to have become known, and when the first of its claims was made that have neither act nor source.
        known: Lists<Bounds>,
        claimed: Lists<Bounds>,
    }
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
        self.make_room(rows.saturating_sub(self.len()), self.len().max(1));
    }

    /// Adds a row for `event`, which is kept as `kept` says.
    pub fn take(&mut self, event: Event, kept: Kept) {
        self.take_texts(&event, kept);
        self.take_dates(&event);
        self.take_parties(&event);
        self.take_sources(&event);
        self.id_hashes.push(id_hash(&event.id));
        self.lower_ids.push(lower_case(&event.id).map(|it| id_hash(&it)));
        self.facts.push(Facts::of(&event));
        self.seqs.push(event.seq);
        self.categories.push(event.category.as_ref().map(|it| self.words.add(it)));
        self.places.push(event.place.as_ref().map(|it| self.words.add(it)));
        self.tags.push(distinct(event.tags.iter().map(|it| self.words.add(it))));
        let (words, works, people) = (&mut self.words, &mut self.works, &mut self.people);
        self.amounts.push(event.amounts.iter().map(|it| Money::of(it, words, works, people)));
        self.links.push(event.links.iter().map(|it| (it.kind, id_hash(&it.to))));
        self.held.push(matches!(kept, Kept::InTable(_)).then_some(event));
    }

    fn take_texts(&mut self, event: &Event, kept: Kept) {
        let (handle, title, summary) = match kept {
            Kept::InTable(handle) => (handle, None, None),
            Kept::InArchive { handle, title, summary } => (handle, title, summary),
        };
        self.handles.push(handle);
        self.titles.push(title.unwrap_or(NOT_KEPT));
        self.summaries.push(summary.unwrap_or(NOT_KEPT));
        self.own_titles.push(title.is_none().then(|| event.title.as_str().into()));
        self.own_summaries.push(event.summary.as_deref().filter(|_| summary.is_none()).map(Into::into));
    }

    fn take_dates(&mut self, event: &Event) {
        let when = event.when.as_ref();
        let bounds = when.map(|it| it.bounds());
        self.starts.push(bounds.map_or(Instant::MAX, |it| it.earliest));
        self.ends.push(bounds.map_or(Instant::MAX, |it| it.latest));
        self.shapes.push(ShapeByte::of(when));
        self.certain.push(bounds.and_then(|it| it.certain));
        self.known_ends.push(bounds.and_then(|it| it.known_end));
        self.fines.push(when.and_then(|it| it.fine()));
        self.members.push(when.map_or(&[][..], |it| it.members()).iter().copied());
        self.known.push(event.known.as_ref().map(|it| it.bounds()));
        let alone = event.claims.iter().filter(|it| it.act.is_none() && it.source.is_none());
        let claimed = alone.filter_map(|it| it.when.as_ref()).map(|it| it.bounds());
        self.claimed.push(claimed.min_by_key(|it| (it.latest, it.earliest)));
    }

    fn take_parties(&mut self, event: &Event) {
        self.parties.push(distinct(event.parties.iter().map(|it| self.people.add(&it.party))));
        let roles = event.parties.iter().filter_map(|it| it.role.as_ref());
        self.roles.push(distinct(roles.map(|it| self.words.add(it))));
        let claims = event.claims.iter().map(|it| Said::new(self.people.add(&it.by), it.stance));
        self.claims.push(claims);
        self.givers.push(distinct(event.amounts.iter().filter_map(|it| it.by.as_ref()).map(|it| self.people.add(it))));
    }

    fn take_sources(&mut self, event: &Event) {
        let claimed = event.claims.iter().filter_map(|it| it.source.as_ref());
        let claimed = claimed.map(|it| (it, Bearing::CLAIMED));
        let named = event.amounts.iter().filter_map(|it| it.source.as_ref());
        let repeated = event.sources.iter().flat_map(|it| &it.from).filter(|it| *it != OWN_VOICE);
        let named = named.chain(repeated).map(|it| (it, Bearing::NAMED));
        let cited = event.sources.iter().map(|it| (&it.source, Bearing::of(it.bears))).chain(claimed).chain(named);
        let mut bearings: Vec<(Sym, Bearing)> = Vec::new();
        for (source, bearing) in cited.map(|(id, bearing)| (self.works.add(id), bearing)) {
            match bearings.iter_mut().find(|it| it.0 == source) {
                Some(it) => it.1 = it.1.and(bearing),
                None => bearings.push((source, bearing)),
            }
        }
        self.cited.push(bearings.iter().map(|it| it.0));
        let is_plain = bearings.iter().all(|it| it.1 == Bearing::SUPPORTS);
        self.bearings.push(bearings.iter().filter(|_| !is_plain).map(|it| it.1));
        self.acts.push(event.claims.iter().filter_map(|it| it.act.as_ref()).map(|it| id_hash(it)));
        self.stated.push(event.status);
    }

    /// Adds the rows of another table behind the own.
    pub fn append(&mut self, mut other: Self) {
        if self.is_empty() {
            *self = other;
            return;
        }
        other.renumber_entries(&self.people.merge(&other.people), &self.works.merge(&other.works));
        other.renumber_words(&self.words.merge(&other.words));
        self.append_rows(other);
    }

    /// Gives parties and sources other numbers, which stand at the places of those that they have.
    pub(in crate::catalog) fn renumber_entries(&mut self, people: &[Sym], works: &[Sym]) {
        self.parties.map(|it| people[it.index()]);
        self.claims.map(|it| it.from(people[it.by().index()]));
        self.givers.map(|it| people[it.index()]);
        self.cited.map(|it| works[it.index()]);
        let work = |it: Sym| works[it.index()];
        let person = |it: Sym| people[it.index()];
        self.amounts.map(|it| Money { source: it.source.map(work), by: it.by.map(person), ..it });
    }

    fn renumber_words(&mut self, words: &[Sym]) {
        let renumber = |it: Sym| words[it.index()];
        let words = [&mut self.categories, &mut self.roles, &mut self.tags, &mut self.places];
        words.into_iter().for_each(|it| it.map(renumber));
        let (kind, per) = (|it: Money| it.kind.map(renumber), |it: Money| it.per.map(renumber));
        self.amounts.map(|it| Money { currency: renumber(it.currency), per: per(it), kind: kind(it), ..it });
    }

    /// Leaves out rows by their numbers, which ascend. What they named stays named.
    pub fn leave_out(&mut self, rows: &[usize]) {
        self.retain_rows(|row| rows.binary_search(&row).is_err());
    }

    /// Returns the event of a row, whole: it is held, or read again from `archive`.
    pub fn event(&self, row: usize, archive: &dyn Archive) -> Cow<'_, Event> {
        self.held.of(row).first().map_or_else(|| Cow::Owned(archive.event(self.handles[row])), Cow::Borrowed)
    }

    /// Returns the numbers that stand for ids, ascending, each with its row; of rows with one id the first leads.
    pub(in crate::catalog) fn by_id(&self) -> Vec<(u64, u32)> {
        let mut rows: Vec<(u64, u32)> = self.id_hashes.iter().copied().zip(0..).collect();
        rows.sort_unstable();
        rows
    }

    /// Returns the rows whose ids may stand in one before them, each behind the first of those.
    pub fn alike_by_id(&self) -> Vec<(usize, usize)> {
        let rows = self.by_id();
        let alike = rows.chunk_by(|a, b| a.0 == b.0);
        alike.flat_map(|it| it[1..].iter().map(|later| (it[0].1 as usize, later.1 as usize))).collect()
    }

    /// Returns what a row cites, and how each bears on it.
    pub(in crate::catalog) fn citations(&self, row: usize) -> impl Iterator<Item = (Sym, Bearing)> {
        let bearings = self.bearings.of(row);
        let bearing = move |at: usize| bearings.get(at).copied().unwrap_or(Bearing::SUPPORTS);
        self.cited.of(row).iter().enumerate().map(move |(at, it)| (*it, bearing(at)))
    }

    /// Returns how the event of a row is kept.
    pub(in crate::catalog) fn kept(&self, row: usize) -> Kept {
        let handle = self.handles[row];
        if !self.held.of(row).is_empty() {
            return Kept::InTable(handle);
        }
        let excerpt = |it: Excerpt| Some(it).filter(|it| *it != NOT_KEPT);
        Kept::InArchive { handle, title: excerpt(self.titles[row]), summary: excerpt(self.summaries[row]) }
    }

    /// Returns the ids of the parties that take part in some row or speak of it; one may come more than once.
    pub(in crate::catalog) fn people_named(&self) -> impl Iterator<Item = &str> {
        let speakers = self.claims.values().iter().map(|it| it.by());
        let named = self.parties.values().iter().chain(self.givers.values()).copied();
        named.chain(speakers).map(|it| self.people.name(it))
    }

    /// Returns the title of a row.
    pub(in crate::catalog) fn title<'a>(&'a self, row: usize, archive: &'a dyn Archive) -> &'a str {
        self.text(row, self.titles[row], &self.own_titles, archive).unwrap_or_default()
    }

    /// Returns the summary of a row.
    pub(in crate::catalog) fn summary<'a>(&'a self, row: usize, archive: &'a dyn Archive) -> Option<&'a str> {
        self.text(row, self.summaries[row], &self.own_summaries, archive)
    }

    fn text<'a>(
        &'a self,
        row: usize,
        excerpt: Excerpt,
        own: &'a Lists<Box<str>>,
        archive: &'a dyn Archive,
    ) -> Option<&'a str> {
        if excerpt == NOT_KEPT {
            own.of(row).first().map(|it| &**it)
        } else {
            archive.words(self.handles[row], excerpt)
        }
    }
}

/// Returns an id in lower case, if that is another.
fn lower_case(id: &str) -> Option<String> {
    let is_lower = id.bytes().all(|it| it.is_ascii() && !it.is_ascii_uppercase());
    (!is_lower).then(|| id.to_lowercase()).filter(|it| it != id)
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
