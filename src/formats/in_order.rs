//! Many events written by several threads, in order.
//!
//! To read an event again and to put it into words takes far longer than to write the words. So batches of events are made into
//! bytes by as many threads as there are, and written one after the other.

use std::{
    collections::BTreeMap,
    io::{self, Write},
    sync::{
        atomic::{AtomicUsize, Ordering},
        mpsc::sync_channel,
    },
    thread,
};

use crate::catalog::EventIdx;

/// Events of a batch.
const BATCH: usize = 1024;
/// Batches that may wait to be written.
const WAITING: usize = 16;

/// Makes something of every batch of `events`, and hands the results to `take` in order.
pub(super) fn in_order<T: Send>(
    events: &[EventIdx],
    make: impl Fn(&[EventIdx]) -> T + Sync,
    mut take: impl FnMut(T) -> io::Result<()>,
) -> io::Result<()> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    if events.len() <= BATCH || threads == 1 {
        return events.chunks(BATCH).try_for_each(|it| take(make(it)));
    }
    let next = AtomicUsize::new(0);
    let n_batches = events.len().div_ceil(BATCH);
    let (sender, receiver) = sync_channel(WAITING);
    thread::scope(|scope| {
        for _ in 0..threads {
            let (sender, next, make) = (sender.clone(), &next, &make);
            scope.spawn(move || {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    let Some(batch) = events.chunks(BATCH).nth(number) else { return };
                    if sender.send((number, make(batch))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        // Moved in here, so that it is dropped on an early return and nobody waits for it.
        let receiver = receiver;
        let mut early = BTreeMap::new();
        for number in 0..n_batches {
            while !early.contains_key(&number) {
                let Ok((number, made)) = receiver.recv() else { return Ok(()) };
                early.insert(number, made);
            }
            if let Some(made) = early.remove(&number) {
                take(made)?;
            }
        }
        Ok(())
    })
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
    in_order(events, make, |bytes| out.write_all(&bytes?))
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

    #[test]
    fn a_fault_ends_it() {
        let events: Vec<EventIdx> = (0..100_000).map(EventIdx).collect();
        let mut taken = 0;
        let ended = in_order(&events, <[EventIdx]>::len, |it| {
            taken += it;
            if taken > 3000 { Err(io::ErrorKind::BrokenPipe.into()) } else { Ok(()) }
        });
        assert!(ended.is_err() && taken < 5000, "{taken}");
    }
}
