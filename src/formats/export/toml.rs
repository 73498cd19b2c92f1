//! `toml`: a store, smaller by what was not selected, that loads to an equal selection.

use std::{
    io,
    sync::atomic::{AtomicUsize, Ordering},
};

use crate::{
    chronology::{Chronology, Comments, Event, Origin, Party},
    formats::{
        format::Format,
        part::{EVENT, PARTY, SOURCE, TIMELINE},
        subset::{Contents, source_of_act},
        writing::Writing,
    },
    store,
};

pub(super) const FORMAT: Format = Format {
    name: "toml",
    aliases: &[],
    extension: "toml",
    summary: "a smaller store: the events, and just the parties and sources that they need",
    carries: &[TIMELINE, PARTY, SOURCE, EVENT],
    writer: toml,
};

/// Events are in time order, undated last, so that events of one time keep the order in which they are shown.
fn toml(writing: &mut Writing) -> io::Result<()> {
    let contents = writing.contents;
    let subset = contents.subset;
    let n_lost = AtomicUsize::new(0);
    let above = |origin: Origin| {
        let Comments { allowed, others } = subset.catalog.comments(origin);
        n_lost.fetch_add(others, Ordering::Relaxed);
        allowed.into_iter().map(|it| it + "\n").collect::<String>()
    };
    let timeline = subset.catalog.timeline().clone();
    let mut tables = vec![store::write(&Chronology { timeline, ..Chronology::default() })];
    tables.extend(contents.parties.iter().map(|it| {
        let table = Chronology { parties: vec![party(contents, it)], ..Chronology::default() };
        above(it.origin) + &store::write(&table)
    }));
    tables.extend(contents.sources.iter().map(|it| {
        let table = Chronology { sources: vec![(*it).clone()], ..Chronology::default() };
        above(it.origin) + &store::write(&table)
    }));
    tables.retain(|it| !it.is_empty());
    let head = tables.join("\n");
    writing.out.write_all(head.as_bytes())?;
    let first = if head.is_empty() { subset.ids.first() } else { None };
    writing.events(&subset.list(), |id, it, bytes| {
        bytes.extend_from_slice(if Some(id) == first { b"" } else { b"\n" });
        bytes.extend_from_slice(above(it.origin).as_bytes());
        bytes.extend_from_slice(event(contents, it).as_bytes());
        Ok(())
    })?;
    writing.loses_comments(n_lost.into_inner());
    Ok(())
}

/// Returns a party without its affiliations with those that are not written: a reference to nothing would be an error.
fn party(contents: &Contents, party: &Party) -> Party {
    let mut party = party.clone();
    party.affiliations.retain(|it| contents.keeps_affiliation(it));
    party
}

/// Returns the table of an event without its links to what is not written. The act that a claim was made in, where it is not written,
/// is told by its source and its date.
fn event(contents: &Contents, event: &Event) -> String {
    if event.links.iter().all(|it| contents.keeps_link(it)) && event.claims.iter().all(|it| contents.keeps_act(it)) {
        return store::write_event(event);
    }
    let mut event = event.clone();
    event.links.retain(|it| contents.keeps_link(it));
    for claim in event.claims.iter_mut().filter(|it| !contents.keeps_act(it)) {
        let catalog = contents.subset.catalog;
        let act = claim.act.take().and_then(|it| catalog.find(&it)).map(|it| catalog.event(it));
        if let Some(act) = act {
            claim.source = source_of_act(&act).map(str::to_owned).or(claim.source.take());
            claim.when = act.when.clone().or(claim.when.take());
        }
    }
    store::write_event(&event)
}
