//! Where jumps began: the way back to them, with the zoom that they were seen in.

use crate::{
    app::steps::Direction,
    catalog::{EventIdx, IdSet},
    layout::Viewport,
};

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
    back: Vec<Jump>,
    forward: Vec<Jump>,
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

    /// Returns where to go from `here`: back to where the last jump began, or forward again. What is not `shown` is passed over.
    pub(super) fn follow(&mut self, direction: Direction, here: Option<Jump>, shown: &IdSet) -> Option<Jump> {
        let (from, to) = match direction {
            Direction::Back => (&mut self.back, &mut self.forward),
            Direction::Forward => (&mut self.forward, &mut self.back),
        };
        while let Some(jump) = from.pop() {
            if shown.contains(jump.event) {
                to.extend(here);
                return Some(jump);
            }
        }
        None
    }

    /// Returns the place among `shown` where the last jump began.
    pub(super) fn last(&self, shown: &IdSet) -> Option<Jump> {
        self.back.iter().rev().copied().find(|it| shown.contains(it.event))
    }

    /// Returns whether no jump began anywhere.
    pub(super) fn is_empty(&self) -> bool {
        self.back.is_empty()
    }

    /// Takes the numbers that events have in another catalog; what is not there is forgotten.
    pub(in crate::app) fn renumber(&mut self, again: impl Fn(EventIdx) -> Option<EventIdx>) {
        for jumps in [&mut self.back, &mut self.forward] {
            *jumps = jumps.drain(..).filter_map(|it| Some(Jump { event: again(it.event)?, ..it })).collect();
        }
    }
}
