//! To an event from anywhere, and back to where one came from.

use crate::catalog::EventIdx;

use super::{jumps::Jump, notice::Notice, state::State, way::Way};

impl State {
    /// Puts the cursor on `event` from anywhere, so that one can go back.
    pub fn jump_to(&mut self, event: EventIdx) {
        if let Some(from) = self.here().filter(|it| it.event != event) {
            self.jumps.leave(from);
        }
        self.go_to(event);
    }

    /// Goes back to where the last jump began, or forward again with `Way::Forward`; what the filter hides is passed over.
    pub fn jump_back(&mut self, way: Way) {
        let here = self.here();
        loop {
            let (from, to) = match way {
                Way::Back => (&mut self.jumps.back, &mut self.jumps.forward),
                Way::Forward => (&mut self.jumps.forward, &mut self.jumps.back),
            };
            let Some(jump) = from.pop() else {
                let words =
                    if way == Way::Back { "no jump began before this place" } else { "no jump to go forward to" };
                self.notice = Some(Notice::info(words));
                return;
            };
            if self.shown.possibly.contains(jump.event) {
                to.extend(here);
                self.view.viewport = jump.viewport;
                self.view.lane = jump.lane;
                return self.go_to(jump.event);
            }
        }
    }

    /// Swaps this place and the one where the last jump began.
    pub(super) fn last_jump(&mut self) {
        match self.jumps.back.iter().rev().copied().find(|it| self.shown.possibly.contains(it.event)) {
            Some(jump) => {
                self.jump_to(jump.event);
                self.view.viewport = jump.viewport;
                self.view.lane = jump.lane;
                self.reveal();
            }
            None if !self.jumps.back.is_empty() => {
                self.notice = Some(Notice::info("the filter hides where the jumps began: F shows everything"));
            }
            None => self.notice = Some(Notice::info("no jump began before this place")),
        }
    }

    fn here(&self) -> Option<Jump> {
        let (viewport, lane) = (self.view.viewport, self.view.lane);
        self.view.cursor.map(|event| Jump { event, viewport, lane })
    }
}
