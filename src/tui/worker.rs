//! The thread that answers what takes too long for the time between two keys. Of questions of one kind the newest wins.

use std::{
    collections::BTreeMap,
    sync::{Arc, Condvar, Mutex, PoisonError, mpsc::Sender},
    thread,
};

use crate::app::{Kind, Msg, Question};

/// Questions that wait, one of each kind.
type Waiting = BTreeMap<Kind, Question>;

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
                let question = next(&theirs);
                if sender.send(Msg::Answered(Box::new(question.run()))).is_err() {
                    return;
                }
            }
        });
        Self { waiting }
    }

    /// Asks a question; one of its kind that waits is dropped.
    pub(super) fn ask(&self, question: Question) {
        let (waiting, bell) = &*self.waiting;
        waiting.lock().unwrap_or_else(PoisonError::into_inner).insert(question.kind(), question);
        bell.notify_one();
    }
}

/// Waits for a question.
fn next((waiting, bell): &(Mutex<Waiting>, Condvar)) -> Question {
    let mut waiting = waiting.lock().unwrap_or_else(PoisonError::into_inner);
    loop {
        if let Some((_, question)) = waiting.pop_first() {
            return question;
        }
        waiting = bell.wait(waiting).unwrap_or_else(PoisonError::into_inner);
    }
}
