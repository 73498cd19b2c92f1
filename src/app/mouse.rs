//! What the mouse does: it asks the layout what lies under the pointer, as the drawing does, and then does what a key would.
//!
//! | where | what | does |
//! | --- | --- | --- |
//! | timeline | click, double-click | goes to the event, opens its detail |
//! | timeline, axis | drag | draws a range; an end of the one that is on moves by itself |
//! | timeline, axis | drag with the right or the middle button | pans |
//! | timeline | wheel; with Shift; with Ctrl or Alt | goes through lanes; pans; zooms at the pointer |
//! | names of lanes | click, double-click | goes to the lane, picks it for the range |
//! | overview | click, drag | brings that time to the middle |
//! | list | click, double-click, wheel | goes to the event, opens its detail, goes through the list |
//! | detail | click, wheel | gets the keys, scrolls |
//! | filters | click | drops the one that is clicked |
//! | last row | click | does what the key does |

use crate::{
    catalog::EventIdx,
    chronology::{Instant, Window},
    keys::Action,
    layout::{Pan, Pane, Rect, Scene, Target, Viewport},
};

use super::{
    gesture::{Button, Drag, Gesture, Mouse, Touch},
    hints::hints,
    msg::Effect,
    notice::Notice,
    select::{Grip, Range},
    state::State,
};

/// Rows that one notch of the wheel scrolls.
const NOTCH: isize = 3;
/// Share of the screen that one notch of the wheel pans, in percent.
const PANNED: i64 = 8;

impl State {
    /// Does what `gesture` means where it was made.
    pub(super) fn gesture(&mut self, gesture: Gesture) -> Vec<Effect> {
        if let Touch::Release(_) = gesture.touch {
            self.drag = None;
            // A drag is one step to undo, however many cells it went over.
            let before = self.before_drag.take();
            self.keep(before);
            return Vec::new();
        }
        if self.line.is_some() {
            return Vec::new();
        }
        if !self.panels.is_empty() {
            return match gesture.touch {
                Touch::Wheel(_, rows) if rows < 0 => self.act_on_panel(Action::Up, NOTCH),
                Touch::Wheel(_, rows) if 0 < rows => self.act_on_panel(Action::Down, NOTCH),
                Touch::Press(Button::Right, _) => self.act_on_panel(Action::Back, 1),
                _ => Vec::new(),
            };
        }
        self.notice = None;
        let before = self.snapshot();
        let effects = match gesture.touch {
            Touch::Press(button, clicks) => self.press(gesture, button, clicks),
            Touch::Drag(_) => {
                self.drag_to(gesture);
                Vec::new()
            }
            Touch::Wheel(columns, rows) => {
                self.wheel(gesture, isize::from(columns), isize::from(rows));
                Vec::new()
            }
            Touch::Release(_) => Vec::new(),
        };
        match gesture.touch {
            Touch::Press(..) if self.drag.is_some() => self.before_drag = Some(before),
            Touch::Drag(_) => {}
            _ => self.keep(Some(before)),
        }
        effects
    }

    /// Gives the mouse back to the terminal, or takes it again.
    pub(super) fn toggle_mouse(&mut self) -> Vec<Effect> {
        self.mouse = if self.mouse == Mouse::On { Mouse::Off } else { Mouse::On };
        let words = match self.mouse {
            Mouse::On => "the mouse is taken: click, drag, wheel; Shift-drag selects text in most terminals",
            Mouse::Off => "the mouse is the terminal's: select text as ever; F2 takes it again",
        };
        self.notice = Some(Notice::info(words));
        vec![Effect::Mouse(self.mouse)]
    }

    fn press(&mut self, gesture: Gesture, button: Button, clicks: u8) -> Vec<Effect> {
        let Gesture { x, y, .. } = gesture;
        let panes = self.panes();
        if panes.status.contains(x, y) && button == Button::Left {
            let at = x.saturating_sub(panes.status.x + 1);
            let hint = hints(self, panes.status.width.saturating_sub(2)).into_iter().find(|it| it.cells.contains(&at));
            return hint.map_or_else(Vec::new, |it| self.perform(it.action, None));
        }
        if panes.chips.contains(x, y) && button == Button::Left {
            self.press_chip(x.saturating_sub(panes.chips.x + 1));
        } else if panes.overview.contains(x, y) && button == Button::Left {
            self.drag = Some(Drag::Overview);
            self.drag_to(gesture);
        } else if panes.list.contains(x, y) && button == Button::Left {
            self.view.focus = Pane::List;
            let row = self.view.list_top + usize::from(y - panes.list.y);
            // The last row of the pane is the tray.
            if let Some(event) = self.shown.nth(row).filter(|_| y + 1 < panes.list.bottom()) {
                self.press_event(event, clicks);
            }
        } else if panes.detail.contains(x, y) && button == Button::Left {
            self.view.focus = Pane::Detail;
        } else if on_timeline(panes.axis, panes.lanes, x, y) {
            self.press_timeline(gesture, button, clicks, panes.lanes);
        }
        Vec::new()
    }

    /// Goes to an event that was clicked; a second click opens its detail.
    fn press_event(&mut self, event: EventIdx, clicks: u8) {
        if self.view.cursor == Some(event) && 1 < clicks {
            self.view.focus = Pane::Detail;
        } else {
            let range = self.selection.range;
            self.jump_to(event);
            // A click looks; only a drag draws.
            self.selection.range = range;
        }
    }

    fn press_chip(&mut self, x: u16) {
        let chips = self.filter.chips();
        let mut end = 0;
        for (at, chip) in chips.iter().enumerate() {
            let start = end;
            end = start + chip.cells() + 1;
            if (start..end - 1).contains(&x) {
                self.filter.remove(at);
                self.refresh();
                return;
            }
        }
    }

    fn press_timeline(&mut self, gesture: Gesture, button: Button, clicks: u8, lanes: Rect) {
        self.view.focus = Pane::Timeline;
        let scene = self.scene();
        let Some(column) = gesture.x.checked_sub(lanes.x + scene.gutter) else {
            return self.press_lane(&scene, gesture.y.checked_sub(lanes.y), clicks);
        };
        if button != Button::Left {
            self.drag = Some(Drag::Pan { viewport: self.view.viewport, from: column });
            return;
        }
        let at = self.column_window(column);
        self.drag = Some(Drag::Range { anchor: self.held_end(&scene, column).unwrap_or(at), from: column });
        match gesture.y.checked_sub(lanes.y).and_then(|row| hit(&scene, row, column)) {
            Some(Target::Event(event)) => self.press_event(event, clicks),
            Some(Target::Cluster { first, last, .. }) if 1 < clicks => self.open_cluster(first, last),
            Some(Target::Cluster { first, .. }) => self.press_event(first, clicks),
            None => {}
        }
    }

    /// Zooms into a cluster until its events stand apart, or as far as they do.
    fn open_cluster(&mut self, first: EventIdx, last: EventIdx) {
        let windows = [first, last].map(|it| self.data.catalog.bounds(it).map(|it| it.anchor()));
        if let [Some(first), Some(last)] = windows {
            self.set_viewport(Viewport::fit(Window::new(first.min(last), first.max(last))));
            self.settle();
        }
    }

    fn press_lane(&mut self, scene: &Scene, row: Option<u16>, clicks: u8) {
        let Some(row) = row.and_then(|it| scene.rows.get(usize::from(it))) else { return };
        self.go_to_lane(row.lane);
        if 1 < clicks {
            self.pick_lane();
        }
    }

    /// Returns the end of the range that stays where the pointer goes down on the other: that one is then moved.
    fn held_end(&self, scene: &Scene, column: u16) -> Option<Window> {
        let (range, drawn) = (self.selection.range?.window(), scene.range.as_ref()?);
        let near = |end: u16| end.abs_diff(column) <= 1;
        let last = drawn.end.saturating_sub(1);
        if near(last) {
            Some(Window::new(range.first, range.first))
        } else {
            near(drawn.start).then(|| Window::new(range.last, range.last))
        }
    }

    fn drag_to(&mut self, gesture: Gesture) {
        let panes = self.panes();
        let scene = self.scene();
        let plot = panes.lanes.x + scene.gutter;
        let column = gesture.x.clamp(plot, (plot + scene.plot).saturating_sub(1).max(plot)) - plot;
        match self.drag {
            // A hand that trembles on one cell draws nothing.
            Some(Drag::Range { anchor, from })
                if column != from || self.selection.range.is_some_and(|it| it.anchor == anchor) =>
            {
                self.selection.range = Some(Range { anchor, head: self.column_window(column), grip: Grip::Free });
            }
            Some(Drag::Range { .. }) | None => {}
            Some(Drag::Pan { viewport, from }) => {
                let by = i64::from(from) - i64::from(column);
                self.view.viewport = viewport;
                let grabbed = self.scale().start_of(i64::from(from));
                self.view.viewport = viewport.pan(Pan::Columns(by), self.plot_columns());
                self.hold(grabbed, column);
                self.pan_to(self.view.viewport);
            }
            Some(Drag::Overview) => {
                let area = panes.overview;
                let width = area.width.saturating_sub(2).max(1);
                let at = gesture.x.saturating_sub(area.x + 1).min(width - 1);
                let instant = self.whole().scale(width).start_of(i64::from(at));
                self.pan_to(self.view.viewport.centred(instant, self.plot_columns()));
            }
        }
    }

    fn wheel(&mut self, gesture: Gesture, columns: isize, rows: isize) {
        let Gesture { x, y, mods, .. } = gesture;
        let panes = self.panes();
        if panes.list.contains(x, y) {
            self.step(rows * NOTCH);
        } else if panes.detail.contains(x, y) {
            self.scroll_detail(rows * NOTCH);
        } else if mods.ctrl || mods.alt {
            let scene = self.scene();
            let column = x.saturating_sub(panes.lanes.x + scene.gutter);
            let under = y.checked_sub(panes.lanes.y).and_then(|row| hit(&scene, row, column));
            self.zoom_around(-rows, self.pointed_at(under, column));
        } else if mods.shift || columns != 0 || panes.overview.contains(x, y) {
            let by = (columns + rows) as i64 * PANNED;
            self.pan_to(self.view.viewport.pan(Pan::Percent(by), self.plot_columns()));
        } else if on_timeline(panes.axis, panes.lanes, x, y) {
            let lane = self.view.lane.saturating_add_signed(rows).min(self.lanes.len().saturating_sub(1));
            self.go_to_lane(lane);
        }
    }

    /// Returns the instant that the pointer means: that of the event under it, or else the middle of its column.
    fn pointed_at(&self, under: Option<Target>, column: u16) -> Instant {
        let Window { first, last } = self.column_window(column);
        let event = match under {
            Some(Target::Event(event)) => self.data.catalog.bounds(event).map(|it| it.anchor()),
            _ => None,
        };
        // A long bar may be pointed at far from where its event is anchored.
        event.filter(|it| first <= *it && *it <= last).unwrap_or_else(|| first.plus((last.since(first) / 2) as i64))
    }

    /// Returns the stretch of time in a column of the timeline.
    fn column_window(&self, column: u16) -> Window {
        let Window { first, last } = self.scale().window_of(i64::from(column));
        Window::new(first.max(Instant::MIN), last.min(Instant::MAX))
    }
}

fn on_timeline(axis: Rect, lanes: Rect, x: u16, y: u16) -> bool {
    axis.contains(x, y) || lanes.contains(x, y)
}

/// Returns what stands at a cell: a sign before a bar, a bar before a title.
fn hit(scene: &Scene, row: u16, column: u16) -> Option<Target> {
    let items = || scene.items.iter().filter(|it| it.row == row);
    let sign = items().find(|it| it.sign == Some(column));
    let bar = || items().find(|it| it.cells.contains(&column));
    let title = || {
        items().find(|it| {
            it.label.as_ref().is_some_and(|label| {
                let end = label.column + crate::text::text_width(&label.text) as u16;
                (label.column..end).contains(&column)
            })
        })
    };
    sign.or_else(bar).or_else(title).map(|it| it.target)
}
