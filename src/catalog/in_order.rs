//! Work on many things by several threads, and what comes of it in order.

use std::{
    collections::BTreeMap,
    sync::{
        atomic::{AtomicUsize, Ordering},
        mpsc::sync_channel,
    },
    thread,
};

/// Results that may wait to be taken: memory is not filled by threads that are faster than who takes.
const WAITING: usize = 16;

/// Makes something of each of `parts`, by as many threads as there are, and hands the results to `take` in order, until it fails.
pub fn in_order<P: Sync, T: Send, E>(
    parts: &[P],
    make: impl Fn(&P) -> T + Sync,
    mut take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    let threads = thread::available_parallelism().map_or(1, usize::from).min(parts.len());
    if threads <= 1 {
        return parts.iter().try_for_each(|it| take(make(it)));
    }
    let next = AtomicUsize::new(0);
    let (sender, receiver) = sync_channel(WAITING);
    thread::scope(|scope| {
        for _ in 0..threads {
            let (sender, next, make) = (sender.clone(), &next, &make);
            scope.spawn(move || {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    let Some(part) = parts.get(number) else { return };
                    if sender.send((number, make(part))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        // Moved in here, so that it is dropped on an early return and nobody waits for it.
        let receiver = receiver;
        let mut early = BTreeMap::new();
        for number in 0..parts.len() {
            while !early.contains_key(&number) {
                // A thread has panicked, which ends the scope as well.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_results_come_in_order() {
        let parts: Vec<u32> = (0..10_000).collect();
        let mut taken = Vec::new();
        let Ok::<(), std::convert::Infallible>(()) = in_order(
            &parts,
            |it| it * 2,
            |it| {
                taken.push(it / 2);
                Ok(())
            },
        );
        assert_eq!(taken, parts);
    }

    #[test]
    fn a_fault_ends_it() {
        let parts: Vec<u32> = (0..10_000).collect();
        let mut taken = 0;
        let ended = in_order(
            &parts,
            |it| *it,
            |it| {
                taken = it;
                if it < 30 { Ok(()) } else { Err(it) }
            },
        );
        assert_eq!((ended, taken), (Err(30), 30));
    }
}
