//! The thread that answers what takes too long for the time between two keys. Of questions of one kind the newest wins.

use std::{
    sync::{Arc, Condvar, Mutex, PoisonError, mpsc::Sender},
    thread,
};

use crate::app::{KINDS, Msg, Work};

/// Questions that wait, one of each kind.
type Waiting = [Option<Work>; KINDS];

/// The thread that answers questions.
pub(super) struct Worker {
    waiting: Arc<(Mutex<Waiting>, Condvar)>,
}

impl Worker {
    /// Starts the thread; every answer goes to `sender`.
    pub(super) fn start(sender: Sender<Msg>) -> Self {
        let waiting: Arc<(Mutex<Waiting>, Condvar)> = Arc::default();
        let theirs = Arc::clone(&waiting);
        thread::spawn(move || {
            loop {
                let work = next(&theirs);
                if sender.send(Msg::Answered(Box::new(work.run()))).is_err() {
                    return;
                }
            }
        });
        Self { waiting }
    }

    /// Asks a question; one of its kind that waits is dropped.
    pub(super) fn ask(&self, work: Work) {
        let (waiting, bell) = &*self.waiting;
        let kind = work.kind();
        waiting.lock().unwrap_or_else(PoisonError::into_inner)[kind] = Some(work);
        bell.notify_one();
    }
}

/// Waits for a question.
fn next((waiting, bell): &(Mutex<Waiting>, Condvar)) -> Work {
    let mut waiting = waiting.lock().unwrap_or_else(PoisonError::into_inner);
    loop {
        // What is shown comes first: the other kinds ask about it.
        if let Some(work) = waiting.iter_mut().find_map(Option::take) {
            return work;
        }
        waiting = bell.wait(waiting).unwrap_or_else(PoisonError::into_inner);
    }
}
