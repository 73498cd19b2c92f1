//! From event to event.

use crate::{
    app::{direction::Direction, find::Events, notice::Notice},
    catalog::EventIdx,
    chronology::Instant,
    keys::Action,
    layout::{Layout, Pane},
};

use super::Look;

/// Events before a date that are looked at to find the one nearest to it.
const LOOKED_BACK: usize = 5000;
/// Rows of a lane's page: lanes are read one at a time.
const LANES_A_PAGE: isize = 5;

impl Look {
    /// Goes `steps` shown events on, or back where it is negative.
    pub(in crate::app) fn step(&mut self, steps: isize, events: Events) {
        let shown = &events.shown.possibly;
        let next = |at| if steps > 0 { shown.next_after(at) } else { shown.prev_before(at) };
        if let Some(at) = self.cursor.map(|it| repeated(it, steps, next)) {
            self.go_to(at, events);
        }
    }

    /// Goes `steps` events on along the cursor's lane, or back where it is negative.
    pub(in crate::app) fn step_in_lane(&mut self, steps: isize, events: Events) {
        let (lane, lanes) = (self.lane, events.lanes);
        let next = |at| if steps > 0 { lanes.next_in_lane(lane, at) } else { lanes.prev_in_lane(lane, at) };
        if let Some(at) = self.cursor.map(|it| repeated(it, steps, next)) {
            self.go_to(at, events);
            self.lane = lane;
        }
    }

    /// Goes down by `steps`: rows in the list, lanes in the timeline, lines in the detail.
    pub(in crate::app) fn step_down(&mut self, steps: isize, events: Events) {
        match self.focus {
            Pane::List => self.step(steps, events),
            Pane::Detail => self.scroll_detail(steps),
            Pane::Timeline => self.step_lane(steps, events),
        }
    }

    /// Goes down by pages, or by halves of one.
    pub(in crate::app) fn page_down(&mut self, halves: isize, events: Events) {
        let rows = |height: u16| (halves * (height.max(2) as isize) / 2).clamp(-10_000, 10_000);
        let panes = self.panes();
        match self.focus {
            Pane::List => self.step(rows(panes.list.height), events),
            Pane::Detail => self.scroll_detail(rows(panes.detail.height)),
            Pane::Timeline => self.step_lane(halves * LANES_A_PAGE / 2, events),
        }
    }

    /// Goes to the nearest event in time on a lane further down, passing over lanes without one.
    pub(in crate::app) fn step_lane(&mut self, steps: isize, events: Events) {
        let last = events.lanes.each.len().saturating_sub(1);
        self.go_to_lane(self.lane.saturating_add_signed(steps).min(last), events);
    }

    /// Goes to the nearest event in time on the lane number `target`.
    pub(in crate::app) fn go_to_lane(&mut self, target: usize, events: Events) {
        let at = self.cursor.and_then(|it| events.catalog.bounds(it)).map(|it| it.anchor());
        // An undated event stands on no lane: from it, the first lane is the next.
        let event = events.lanes.nearest_in_lane(events.catalog, target, at.unwrap_or(Instant::MAX));
        if let Some(event) = event {
            self.lane = target;
            self.go_to(event, events);
            self.lane = target;
        }
    }

    /// Goes to the first shown event, or to the last.
    pub(in crate::app) fn go_to_end(&mut self, direction: Direction, events: Events) {
        let event = match direction {
            Direction::Back => events.shown.possibly.first(),
            Direction::Forward => events.shown.possibly.last(),
        };
        if let Some(event) = event {
            self.jump_to(event, events);
        }
    }

    /// Goes to the shown event nearest to `at`, and puts `at` in view.
    pub(in crate::app) fn go_to_instant(&mut self, at: Instant, events: Events) {
        let distance = |it: &EventIdx| {
            let window = events.catalog.bounds(*it).map(|it| it.window());
            window.map_or(i128::MAX, |it| {
                if it.contains(at) { 0 } else { it.first.since(at).abs().min(it.last.since(at).abs()) }
            })
        };
        // Of several that hold the date, the narrowest says most about it.
        let breadth = |it: &EventIdx| events.catalog.bounds(*it).map_or(i128::MAX, |it| it.window().millis());
        // What begins later is farther the later it begins; what has begun before may still last, so that some way back is
        // looked at as well.
        let begun = events.shown.rank(EventIdx(events.catalog.begun_by(at) as u32));
        let from = begun.saturating_sub(LOOKED_BACK);
        let candidates = events.shown.from(from).take(begun - from + 1);
        let nearest = candidates.min_by_key(|it| (distance(it), breadth(it)));
        if let Some(event) = nearest {
            self.jump_to(event, events);
        }
        if !self.viewport.window.contains(at) {
            self.viewport = self.viewport.centred(at, self.plot_columns(events.lanes));
        }
    }

    /// Goes to the event after the next silence of at least a tenth of the screen, or before the previous one.
    pub(in crate::app) fn go_to_gap(&mut self, direction: Direction, events: Events) {
        let least = self.viewport.window.millis() / 10;
        let Some(mut at) = self.cursor else { return };
        loop {
            let next = match direction {
                Direction::Forward => events.shown.possibly.next_after(at),
                Direction::Back => events.shown.possibly.prev_before(at),
            };
            let Some(next) = next else { return };
            let silence = match (events.catalog.bounds(at), events.catalog.bounds(next)) {
                (Some(a), Some(b)) if direction == Direction::Forward => b.earliest.since(a.latest),
                (Some(a), Some(b)) => a.earliest.since(b.latest),
                _ => 0,
            };
            at = next;
            if silence >= least {
                return self.jump_to(at, events);
            }
        }
    }

    /// Scrolls the detail by `lines`. Drawing stops at its end.
    pub(in crate::app) fn scroll_detail(&mut self, lines: isize) {
        self.detail_top = self.detail_top.saturating_add_signed(lines).min(9999);
    }

    /// Gives the keys to the next pane, or to the one before.
    pub(in crate::app) fn step_pane(&mut self, step: isize, events: Events) {
        const ORDER: [Pane; 3] = [Pane::Timeline, Pane::List, Pane::Detail];
        let at = ORDER.iter().position(|it| *it == self.focus).unwrap_or(0);
        self.focus = ORDER[(at as isize + step).rem_euclid(3) as usize];
        self.settle(events);
    }

    /// Lays the panes out and gives the keys to one of them.
    pub(in crate::app) fn lay_out(&mut self, layout: Layout, focus: Pane, events: Events) {
        self.layout = layout;
        self.focus = focus;
        self.settle(events);
    }

    /// Goes back to where the last jump began, or forward again; what the filter hides is passed over.
    pub(in crate::app) fn follow_jump(&mut self, direction: Direction, events: Events) -> Option<Notice> {
        let Some(jump) = self.jumps.follow(direction, self.here(), &events.shown.possibly) else {
            return Some(Notice::info(match direction {
                Direction::Back => "no jump began before this place",
                Direction::Forward => "no jump to go forward to",
            }));
        };
        self.viewport = jump.viewport;
        self.lane = jump.lane;
        self.go_to(jump.event, events);
        None
    }

    /// Swaps this place and the one where the last jump began.
    pub(in crate::app) fn swap_jump(&mut self, events: Events) -> Option<Notice> {
        let Some(jump) = self.jumps.last(&events.shown.possibly) else {
            return Some(if self.jumps.is_empty() {
                Notice::info("no jump began before this place")
            } else {
                Notice::info("the filter hides where the jumps began").offer(Action::ToggleFilters, "shows everything")
            });
        };
        self.jump_to(jump.event, events);
        self.viewport = jump.viewport;
        self.lane = jump.lane;
        self.reveal(events);
        None
    }

    /// Goes to `event`, which may be hidden: then it says so.
    pub(in crate::app) fn follow_link(&mut self, event: EventIdx, events: Events) -> Option<Notice> {
        if events.shown.possibly.contains(event) {
            self.jump_to(event, events);
            return None;
        }
        let words = format!("the filter hides `{}`", events.catalog.title(event));
        Some(Notice::warning(words).offer(Action::ToggleFilters, "shows everything"))
    }

    /// Marks the next `n` events, or unmarks those that are marked, and goes past them.
    pub(in crate::app) fn mark(&mut self, n: isize, events: Events) {
        for _ in 0..n.min(events.shown.len() as isize) {
            let Some(cursor) = self.cursor else { return };
            self.selection.toggle_mark(cursor);
            self.step(1, events);
        }
    }
}

/// Returns where `steps` times `next` lead from `at`; where there is no next, it stays.
fn repeated(at: EventIdx, steps: isize, next: impl Fn(EventIdx) -> Option<EventIdx>) -> EventIdx {
    std::iter::successors(Some(at), |it| next(*it)).take(steps.unsigned_abs() + 1).last().unwrap_or(at)
}
