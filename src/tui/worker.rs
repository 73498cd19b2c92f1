//! The thread that answers what takes too long for the time between two keys. Of questions of one kind the newest wins.

use std::{
    collections::BTreeMap,
    sync::mpsc::{Sender, channel},
    thread,
};

use crate::app::{Kind, Msg, Question};

/// Starts the thread, and returns where it is asked; every answer goes to `sender`.
pub(super) fn start(sender: Sender<Msg>) -> Sender<Question> {
    let (asked, questions) = channel::<Question>();
    thread::spawn(move || {
        let mut waiting: BTreeMap<Kind, Question> = BTreeMap::new();
        while let Ok(first) = questions.recv() {
            waiting.insert(first.kind(), first);
            loop {
                waiting.extend(questions.try_iter().map(|it| (it.kind(), it)));
                let Some((_, question)) = waiting.pop_first() else { break };
                if sender.send(Msg::Answered(Box::new(question.run()))).is_err() {
                    return;
                }
            }
        }
    });
    asked
}
