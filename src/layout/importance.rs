//! Which titles go first where there is no room for all: the one place that says what makes an event important.
//!
//! | the event | counts |
//! | --- | --- |
//! | is marked by the reader | 16 |
//! | has an amount | 4 |
//! | is documented or disputed: the firm ground, and what is fought over | 3 |
//! | is reported or denied | 1 |
//! | cites sources | 1 for each, up to 3 |
//!
//! Of equals the earlier goes first. All of it is asked of the catalog's columns; no text is read for it. The event under the
//! cursor does not count here: moving the cursor must not move what is drawn, so its title finds its room within its own row.

use crate::{
    catalog::{Catalog, EventIdx, Facts, IdSet},
    chronology::Status,
};

/// Returns how important an event's title is.
pub(super) fn importance(catalog: &Catalog, event: EventIdx, marked: Option<&IdSet>) -> u32 {
    let mark = if marked.is_some_and(|it| it.contains(event)) { 16 } else { 0 };
    let amount = if catalog.facts(event).has(Facts::AMOUNT) { 4 } else { 0 };
    let status = match catalog.status(event) {
        Status::Documented | Status::Disputed => 3,
        Status::Reported | Status::Denied => 1,
        _ => 0,
    };
    mark + amount + status + catalog.cited(event).take(3).count() as u32
}
