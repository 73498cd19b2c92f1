//! Many events written by several threads, in order.
//!
//! To read an event again and to put it into words takes far longer than to write the words. So batches of events are made into
//! bytes by as many threads as there are, and written one after the other.

use std::io::{self, Write};

use crate::catalog::{EventIdx, in_order};

/// Events of a batch.
const BATCH: usize = 1024;

/// Makes something of every batch of `events`, and hands the results to `take` in order.
pub(super) fn batches_in_order<T: Send>(
    events: &[EventIdx],
    make: impl Fn(&[EventIdx]) -> T + Sync,
    take: impl FnMut(T) -> io::Result<()>,
) -> io::Result<()> {
    let batches: Vec<&[EventIdx]> = events.chunks(BATCH).collect();
    in_order(&batches, |it| make(it), take)
}

/// Writes what `line` makes of each event, in order.
pub(super) fn write_in_order(
    events: &[EventIdx],
    out: &mut dyn Write,
    line: impl Fn(EventIdx, &mut Vec<u8>) -> io::Result<()> + Sync,
) -> io::Result<()> {
    let make = |batch: &[EventIdx]| {
        let mut bytes = Vec::new();
        batch.iter().try_for_each(|it| line(*it, &mut bytes)).map(|()| bytes)
    };
    batches_in_order(events, make, |bytes| out.write_all(&bytes?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_batches_come_in_order() {
        let events: Vec<EventIdx> = (0..10_000).map(EventIdx).collect();
        let mut out = Vec::new();
        write_in_order(&events, &mut out, |it, bytes| writeln!(bytes, "{}", it.0)).expect("memory");
        let lines: Vec<u32> = String::from_utf8_lossy(&out).lines().filter_map(|it| it.parse().ok()).collect();
        assert_eq!(lines, (0..10_000).collect::<Vec<_>>());
    }
}
