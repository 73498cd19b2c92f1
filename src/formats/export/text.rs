//! `text`: the list that `dateline list` prints.

use std::io::{self, Write};

use crate::{
    catalog::EventIdx,
    formats::{
        in_order::in_order,
        loss::{Counted, Loss, Part},
        report::{ListStyle, write_list},
        selection::Selection,
    },
};

/// What a list does not show. Together they are one loss: whoever asks for a list knows that it is one.
const LEFT: &[Part] = &[
    (|it| it.summary.is_some(), "summaries"),
    (|it| it.as_written.is_some(), "dates as written"),
    (|it| it.category.is_some(), "categories"),
    (|it| it.place.is_some(), "places"),
    (|it| !it.parties.is_empty(), "parties"),
    (|it| !it.claims.is_empty(), "claims"),
    (|it| !it.amounts.is_empty(), "amounts"),
    (|it| !it.sources.is_empty(), "sources"),
    (|it| !it.links.is_empty(), "links"),
    (|it| !it.tags.is_empty(), "tags"),
    (|it| it.note.is_some(), "remarks"),
    (|it| it.known.is_some(), "dates of disclosure"),
    (|it| !it.extra.is_empty(), "keys of their own"),
];

pub(crate) fn text(selection: &Selection, out: &mut dyn Write) -> io::Result<Vec<Loss>> {
    write_list(*selection, &ListStyle::default(), out)?;
    let mut left = Counted::new(LEFT);
    let count = |batch: &[EventIdx]| {
        let mut left = Counted::new(LEFT);
        batch.iter().for_each(|it| left.add(&selection.catalog.event(*it)));
        left
    };
    in_order(&selection.list(), count, |more| {
        left.merge(&more);
        Ok(())
    })?;
    let list = left.present().map(|(n, what)| format!("{what} ({n})")).collect::<Vec<_>>().join(", ");
    Ok(Loss::of(left.any, &format!("more than a list shows: {list}")).into_iter().collect())
}
