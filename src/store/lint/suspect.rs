//! Which events lint has to look at: few are worth a second reading.

use crate::chronology::{Event, Instant, LinkKind};

/// Returns whether a check of events could say something of `event`: all but that of lifetimes, which hangs on the parties.
pub(super) fn is_suspect(event: &Event, now: Instant) -> bool {
    let starts = event.when.as_ref().map(|it| it.bounds().earliest);
    (event.status.is_some() && !event.claims.is_empty())
        || starts.is_some_and(|it| now < it)
        || (starts.is_some() && event.links.iter().any(|it| it.kind == LinkKind::Follows))
        || event.sources.is_empty()
        || event.sources.len() > 1
}
