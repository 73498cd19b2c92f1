//! The way back: what was left for something new, and what was gone back from.

use crate::app::steps::Direction;

/// What was left for something new, and what was gone back from, each with the newest last.
#[derive(Clone, Debug)]
pub struct Trail<T> {
    pub(super) back: Vec<T>,
    pub(super) forward: Vec<T>,
}

impl<T> Default for Trail<T> {
    fn default() -> Self {
        Self { back: Vec::new(), forward: Vec::new() }
    }
}

impl<T> Trail<T> {
    /// Returns whether something was gone back from.
    pub fn can_go_forward(&self) -> bool {
        !self.forward.is_empty()
    }

    /// Keeps `left`, which was left for something new, and forgets the oldest beyond `most`.
    pub(super) fn keep(&mut self, left: T, most: usize) {
        self.forward.clear();
        self.back.push(left);
        if self.back.len() > most {
            self.back.remove(0);
        }
    }

    /// Returns where a step leads, and keeps `here` for the step the other way. What is not `there` any more is passed over.
    pub(in crate::app) fn follow(
        &mut self,
        direction: Direction,
        here: Option<T>,
        there: impl Fn(&T) -> bool,
    ) -> Option<T> {
        let (from, to) = match direction {
            Direction::Back => (&mut self.back, &mut self.forward),
            Direction::Forward => (&mut self.forward, &mut self.back),
        };
        while let Some(next) = from.pop() {
            if there(&next) {
                to.extend(here);
                return Some(next);
            }
        }
        None
    }

    /// Puts what everything is now in its place; what is nothing any more is forgotten.
    pub(in crate::app) fn renew(&mut self, again: impl Fn(T) -> Option<T>) {
        for steps in [&mut self.back, &mut self.forward] {
            *steps = steps.drain(..).filter_map(&again).collect();
        }
    }
}
