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

mod gesture;

use crate::{
    catalog::EventIdx,
    chronology::{Instant, Window},
    layout::{Pane, Rect, Scene, Target, Viewport},
};

use super::{
    find::Events,
    look::{Grip, Look, Range, Snapshot},
};

pub use self::gesture::{Button, Gesture, Mouse, Touch};

use self::gesture::Drag;

/// Rows that one notch of the wheel scrolls.
pub(super) const NOTCH: isize = 3;
/// Share of the screen that one notch of the wheel pans, in percent.
const PANNED: i64 = 8;

/// What the mouse is doing.
#[derive(Clone, Debug)]
pub struct Pointer {
    /// Whether the explorer takes the mouse.
    pub mouse: Mouse,
    /// What the mouse is moving.
    drag: Option<Drag>,
    /// The view when the mouse began to move something.
    pub(super) before: Option<Snapshot>,
}

impl Pointer {
    /// Returns the pointer before anything is done with it.
    pub(super) fn new(mouse: Mouse) -> Self {
        Self { mouse, drag: None, before: None }
    }

    /// Returns whether something is being moved.
    pub(super) fn drags(&self) -> bool {
        self.drag.is_some()
    }

    /// Ends what is being moved and returns the view before it: a drag is one step to undo, however many cells it went over.
    pub(super) fn release(&mut self) -> Option<Snapshot> {
        self.drag = None;
        self.before.take()
    }

    /// Does what `gesture` means on the overview, the timeline, the list or the detail.
    pub(super) fn touch(&mut self, gesture: Gesture, look: &mut Look, events: Events) {
        match gesture.touch {
            Touch::Press(button, clicks) => self.press(gesture, button, clicks, look, events),
            Touch::Drag(_) => self.drag_to(gesture, look, events),
            Touch::Wheel(columns, rows) => wheel(gesture, isize::from(columns), isize::from(rows), look, events),
            Touch::Release(_) => {}
        }
    }

    fn press(&mut self, gesture: Gesture, button: Button, clicks: u8, look: &mut Look, events: Events) {
        let Gesture { x, y, .. } = gesture;
        let panes = look.panes();
        if panes.overview.contains(x, y) && button == Button::Left {
            self.drag = Some(Drag::Overview);
            self.drag_to(gesture, look, events);
        } else if panes.list.contains(x, y) && button == Button::Left {
            look.focus = Pane::List;
            let row = look.list_top + usize::from(y - panes.list.y);
            // The last row of the pane is the tray.
            if let Some(event) = events.shown.nth(row).filter(|_| y + 1 < panes.list.bottom()) {
                press_event(event, clicks, look, events);
            }
        } else if panes.detail.contains(x, y) && button == Button::Left {
            look.focus = Pane::Detail;
        } else if on_timeline(panes.axis, panes.lanes, x, y) {
            self.press_timeline(gesture, button, clicks, look, events);
        }
    }

    fn press_timeline(&mut self, gesture: Gesture, button: Button, clicks: u8, look: &mut Look, events: Events) {
        look.focus = Pane::Timeline;
        let lanes = look.panes().lanes;
        let scene = look.scene(events);
        let Some(column) = gesture.x.checked_sub(lanes.x + scene.gutter) else {
            let row = gesture.y.checked_sub(lanes.y).and_then(|it| scene.rows.get(usize::from(it)));
            if let Some(row) = row {
                look.go_to_lane(row.lane, events);
                if 1 < clicks {
                    look.pick_lane(events);
                }
            }
            return;
        };
        if button != Button::Left {
            self.drag = Some(Drag::Pan { viewport: look.viewport, from: column });
            return;
        }
        let anchor = held_end(look, &scene, column).unwrap_or_else(|| column_window(column, look, events));
        self.drag = Some(Drag::Range { anchor, from: column });
        match gesture.y.checked_sub(lanes.y).and_then(|row| hit(&scene, row, column)) {
            Some(Target::Event(event)) => press_event(event, clicks, look, events),
            Some(Target::Cluster { first, last, .. }) if 1 < clicks => open_cluster(first, last, look, events),
            Some(Target::Cluster { first, .. }) => press_event(first, clicks, look, events),
            None => {}
        }
    }

    fn drag_to(&self, gesture: Gesture, look: &mut Look, events: Events) {
        let panes = look.panes();
        let scene = look.scene(events);
        let plot = panes.lanes.x + scene.gutter;
        let column = gesture.x.clamp(plot, (plot + scene.plot).saturating_sub(1).max(plot)) - plot;
        match self.drag {
            // A hand that trembles on one cell draws nothing.
            Some(Drag::Range { anchor, from })
                if column != from || look.selection.range.is_some_and(|it| it.anchor == anchor) =>
            {
                let head = column_window(column, look, events);
                look.selection.range = Some(Range { anchor, head, grip: Grip::Free });
            }
            Some(Drag::Range { .. }) | None => {}
            Some(Drag::Pan { viewport, from }) => {
                let by = i64::from(from) - i64::from(column);
                look.viewport = viewport;
                let grabbed = look.scale(events).start_of(i64::from(from));
                look.viewport = viewport.pan(by, look.plot_columns(events.lanes));
                look.hold(grabbed, column, events);
                look.pan_to(look.viewport, events);
            }
            Some(Drag::Overview) => {
                let area = panes.overview;
                let width = area.width.saturating_sub(2).max(1);
                let at = gesture.x.saturating_sub(area.x + 1).min(width - 1);
                let instant = events.whole.scale(width).start_of(i64::from(at));
                look.pan_to(look.viewport.centred(instant, look.plot_columns(events.lanes)), events);
            }
        }
    }
}

/// Goes to an event that was clicked; a second click opens its detail.
fn press_event(event: EventIdx, clicks: u8, look: &mut Look, events: Events) {
    if look.cursor == Some(event) && 1 < clicks {
        look.focus = Pane::Detail;
    } else {
        let range = look.selection.range;
        look.jump_to(event, events);
        // A click looks; only a drag draws.
        look.selection.range = range;
    }
}

/// Zooms into a cluster until its events stand apart, or as far as they do.
fn open_cluster(first: EventIdx, last: EventIdx, look: &mut Look, events: Events) {
    let anchors = [first, last].map(|it| events.catalog.bounds(it).map(|it| it.anchor()));
    if let [Some(first), Some(last)] = anchors {
        look.set_viewport(Viewport::fit(Window::new(first.min(last), first.max(last))));
        look.settle(events);
    }
}

/// Returns the end of the range that stays where the pointer goes down on the other: that one is then moved.
fn held_end(look: &Look, scene: &Scene, column: u16) -> Option<Window> {
    let (range, drawn) = (look.selection.range?.window(), scene.range.as_ref()?);
    let near = |end: u16| end.abs_diff(column) <= 1;
    let last = drawn.end.saturating_sub(1);
    if near(last) {
        Some(Window::new(range.first, range.first))
    } else {
        near(drawn.start).then(|| Window::new(range.last, range.last))
    }
}

fn wheel(gesture: Gesture, columns: isize, rows: isize, look: &mut Look, events: Events) {
    let Gesture { x, y, mods, .. } = gesture;
    let panes = look.panes();
    if panes.list.contains(x, y) {
        look.step(rows * NOTCH, events);
    } else if panes.detail.contains(x, y) {
        look.scroll_detail(rows * NOTCH);
    } else if mods.ctrl || mods.alt {
        let scene = look.scene(events);
        let column = x.saturating_sub(panes.lanes.x + scene.gutter);
        let under = y.checked_sub(panes.lanes.y).and_then(|row| hit(&scene, row, column));
        look.zoom_around(-rows, pointed_at(under, column, look, events), events);
    } else if mods.shift || columns != 0 || panes.overview.contains(x, y) {
        let by = (columns + rows) as i64 * PANNED;
        look.pan_to(look.viewport.pan_percent(by, look.plot_columns(events.lanes)), events);
    } else if on_timeline(panes.axis, panes.lanes, x, y) {
        look.step_lane(rows, events);
    }
}

/// Returns the instant that the pointer means: that of the event under it, or else the middle of its column.
fn pointed_at(under: Option<Target>, column: u16, look: &Look, events: Events) -> Instant {
    let Window { first, last } = column_window(column, look, events);
    let event = match under {
        Some(Target::Event(event)) => events.catalog.bounds(event).map(|it| it.anchor()),
        _ => None,
    };
    // A long bar may be pointed at far from where its event is anchored.
    event.filter(|it| first <= *it && *it <= last).unwrap_or_else(|| first.plus((last.since(first) / 2) as i64))
}

/// Returns the stretch of time in a column of the timeline.
fn column_window(column: u16, look: &Look, events: Events) -> Window {
    let Window { first, last } = look.scale(events).window_of(i64::from(column));
    Window::new(first.max(Instant::MIN), last.min(Instant::MAX))
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
