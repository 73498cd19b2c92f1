//! Where jumps began: the way back to them, with the zoom that they were seen in.

use crate::{catalog::EventIdx, layout::Viewport};

/// Jumps that one can go back.
const DEPTH: usize = 200;

/// A place that was jumped from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Jump {
    /// The event under the cursor.
    pub event: EventIdx,
    /// The stretch of time on the screen.
    pub viewport: Viewport,
    /// The lane that the cursor was on.
    pub lane: usize,
}

/// Where jumps began, and where they were gone back from.
#[derive(Clone, Debug, Default)]
pub struct Jumps {
    pub(super) back: Vec<Jump>,
    pub(super) forward: Vec<Jump>,
}

impl Jumps {
    /// Keeps `from`, from where a jump begins.
    pub(super) fn leave(&mut self, from: Jump) {
        self.forward.clear();
        self.back.retain(|it| it.event != from.event);
        self.back.push(from);
        if self.back.len() > DEPTH {
            self.back.remove(0);
        }
    }

    /// Takes the numbers that events have in another catalog; what is not there is forgotten.
    pub(super) fn renumber(&mut self, again: impl Fn(EventIdx) -> Option<EventIdx>) {
        for way in [&mut self.back, &mut self.forward] {
            *way = way.drain(..).filter_map(|it| Some(Jump { event: again(it.event)?, ..it })).collect();
        }
    }
}
