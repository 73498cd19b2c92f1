//! `toml`: a store, smaller by what was not selected, that loads to an equal selection.

use std::io::{self, Write};

use crate::{
    catalog::EventIdx,
    chronology::{Chronology, Party},
    formats::{
        in_order::in_order,
        loss::Loss,
        selection::Selection,
        subset::{cut_affiliations, cut_links, link_loss, parties, sources},
    },
    store,
};

/// Events are in time order, undated last, so that events of one time keep the order in which they are shown.
pub(crate) fn toml(selection: &Selection, out: &mut dyn Write) -> io::Result<Vec<Loss>> {
    let mut parties: Vec<Party> = parties(*selection).into_iter().cloned().collect();
    let affiliations = cut_affiliations(*selection, &mut parties);
    let head = store::write(&Chronology {
        timeline: selection.catalog.timeline().clone(),
        parties,
        sources: sources(*selection).into_iter().cloned().collect(),
        events: Vec::new(),
    });
    out.write_all(head.as_bytes())?;
    let (mut links, mut with_links) = (0, 0);
    let mut gap = if head.is_empty() { "" } else { "\n" };
    let make = |batch: &[EventIdx]| batch.iter().map(|it| event(*selection, *it)).collect::<Vec<_>>();
    in_order(&selection.list(), make, |tables| {
        for (table, cut) in tables {
            links += cut;
            with_links += usize::from(cut > 0);
            write!(out, "{gap}{table}")?;
            gap = "\n";
        }
        Ok(())
    })?;
    Ok(link_loss(links, with_links).into_iter().chain(affiliations).collect())
}

/// Returns the table of an event, and how many of its links had to go.
fn event(selection: Selection, id: EventIdx) -> (String, usize) {
    let mut event = selection.catalog.event(id).into_owned();
    let cut = cut_links(selection, &mut event);
    (store::write_event(&event), cut)
}
