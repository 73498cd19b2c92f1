//! The timeline: the axis, the lanes, and on them what is known of each event.
//!
//! | what is known | such as | blocks | ascii |
//! | --- | --- | --- | --- |
//! | once, here | `1992-06-05` | `●` | `*` |
//! | once, somewhere in here | `199X` | `┄┄●┄┄` | `..*..` |
//! | once, one of these | `[1990..1999]` | `╎┄●┄╎` | `\|.*.\|` |
//! | once, by then | `[..1989]` | `◂┄●┄┄╎` | `<.*..\|` |
//! | once, from then on | `[2006..]` | `╎┄●┄┄▸` | `\|.*..>` |
//! | approximate, c. in lists | `1994~` | `●` | `*` |
//! | it lasted | `1992-06/2003-06` | `┝━━━━┥` | `[====]` |
//! | it lasted, start vague | `198X/1999-06` | `┄┄┄┄┄╺━━━━┥` | `.....=====]` |
//! | it lasted, ends vague | `198X/199X` | `┄┄┄┄┄╺╸┄┄┄┄` | `.....==....` |
//! | it goes on | `2010/..` | `┝━━▸` | `[==>` |
//! | it ended, none says when | `2010/` | `┝┄┄?` | `[..?` |
//! | since ever, until then | `../1989` | `◂━━━━┥` | `<====]` |
//! | goes on, no room to show | | `┝━…` | `[=~` |
//! | so many, no room | | `◍12` | `(12)` |
//! | linked with the cursor's | | `⇄●` | `&*` |
//! | links beyond the edges | | `‹2  1›` | `<2  1>` |
//! | a long gap, folded | | `╱╱ 11 y` | `// 11 y` |
//!
//! It is the table of [`GRAMMAR`](crate::ui::GRAMMAR), whose samples have two years to a column. An exact end has its cap, and says
//! so; the certain part between ends that are not exact fills its first and last column by halves.

use crate::{
    app::State,
    catalog::EventIdx,
    chronology::{Instant, Named, Shape},
    formats::count,
    keys::Action,
    layout::{Cap, Fill, Item, Pane, Panes, Rank, Rect, Scene, Target},
    settings::Role,
    ui::paint::Canvas,
};

use super::{axis, links::Links};

pub(super) fn draw(canvas: &mut Canvas, state: &State, panes: &Panes) {
    if panes.lanes.is_empty() {
        return;
    }
    let scene = state.scene();
    let plot = Rect { x: panes.lanes.x + scene.gutter, width: scene.plot, ..panes.lanes };
    let links = Links::new(state, &state.scale());
    let taken = links.room() + draw_beyond(canvas, state, plot, (panes.lanes.x, panes.axis.y), links.room());
    axis::draw_ticks(canvas, &scene.ticks, plot.x, panes.axis.y, plot.width.saturating_sub(taken));
    links.draw_edges(canvas, plot, panes.axis.y);
    draw_gutter(canvas, state, &scene, panes.lanes);
    draw_hidden(canvas, &scene, panes);
    if let Some(range) = &scene.range {
        draw_range(canvas, range, plot, panes.axis.y);
    }
    draw_folds(canvas, &scene, plot);
    for item in &scene.items {
        draw_item(canvas, state, item, plot);
        links.mark(canvas, state, item, scene.rows[usize::from(item.row)].lane, plot);
    }
    if scene.items.is_empty() && !state.find.shown.is_empty() {
        let begun = state.shelf.data.catalog.begun_by(state.look.viewport.scale(scene.plot).window.last);
        let before = state.find.shown.rank(EventIdx(begun as u32));
        let after = state.find.shown.n_dated - before;
        let fits = canvas.key(Action::FitAll);
        let words = format!("no event in this stretch: {before} before, {after} after; {fits} fits all");
        canvas.text(plot.x + 1, plot.y, plot.width.saturating_sub(1), &words, Role::Dim);
    }
}

/// Counts the events before the beginning of the axis and after its end, which no picture can show, beside it; returns the columns
/// that the count takes at its right end, before the `room` that is taken there.
fn draw_beyond(canvas: &mut Canvas, state: &State, plot: Rect, (x, y): (u16, u16), room: u16) -> u16 {
    let (catalog, shown) = (&state.shelf.data.catalog, &state.find.shown);
    let earlier = shown.rank(EventIdx(catalog.begun_by(Instant::MIN) as u32));
    let later = shown.n_dated - shown.rank(EventIdx(catalog.begun_by(Instant::MAX.plus(-1)) as u32));
    if earlier > 0 {
        let words = format!("{}{earlier} beyond", canvas.glyphs().earlier);
        // The counts of links have the cells before the axis.
        canvas.text(x + 1, y, plot.x.saturating_sub(x + 6), &words, Role::Warning);
    }
    if later == 0 {
        return 0;
    }
    let words = format!("{later} beyond{}", canvas.glyphs().later);
    canvas.right(plot.x, y, plot.width.saturating_sub(room), &words, Role::Warning);
    words.chars().count() as u16 + 1
}

/// A dim line down the lanes where time is folded; bars and titles go over it.
fn draw_folds(canvas: &mut Canvas, scene: &Scene, plot: Rect) {
    for tick in scene.ticks.iter().filter(|it| it.rank == Rank::Fold) {
        for y in plot.y..plot.bottom().min(plot.y + scene.rows.len() as u16) {
            canvas.glyph(plot.x + tick.column + 1, y, canvas.glyphs().fold_line, Role::Dim);
        }
    }
}

/// The range: filled on the axis, and between two lines below it, which bars and titles go over. To fill all of it would drown what
/// is in it.
fn draw_range(canvas: &mut Canvas, range: &std::ops::Range<u16>, plot: Rect, axis: u16) {
    let area = Rect { x: plot.x + range.start, y: axis, width: range.end - range.start, height: 1 };
    canvas.restyle(area, Role::Range);
    for y in plot.y..plot.bottom() {
        for x in [area.x, area.right() - 1] {
            canvas.glyph(x, y, canvas.glyphs().vline, Role::Accent);
        }
    }
}

/// The names of the lanes, with how many events each has; the cursor's stands out.
fn draw_gutter(canvas: &mut Canvas, state: &State, scene: &Scene, area: Rect) {
    for (y, row) in (area.y..area.bottom()).zip(&scene.rows) {
        let Some(lane) = state.find.lanes.each.get(row.lane).filter(|_| row.is_first) else { continue };
        let on =
            row.lane == state.look.lane && state.look.cursor.is_some_and(|it| state.find.lanes.holds(row.lane, it));
        let picked = state.look.selection.lanes.contains(&lane.key);
        let sign = match (picked, on) {
            (true, _) => canvas.glyphs().mark,
            (false, true) => canvas.glyphs().cursor,
            (false, false) => " ",
        };
        let n_events = lane.ids.len().to_string();
        let role = if on { Role::Title } else { Role::LaneLabel };
        let room = scene.gutter.saturating_sub(n_events.len() as u16 + 4);
        canvas.glyph(area.x, y, sign, Role::Accent);
        canvas.text(area.x + 1, y, room, &lane.label, role);
        canvas.right(area.x, y, scene.gutter.saturating_sub(2), &n_events, Role::Dim);
    }
}

/// How many lanes are out of sight: above on the axis, below on the rule, where no name and no sign stands. Where there is no rule,
/// both stand on the axis.
fn draw_hidden(canvas: &mut Canvas, scene: &Scene, panes: &Panes) {
    let (above, below) = scene.hidden;
    let axis = match (above, below) {
        (0, _) if !panes.rule.is_empty() => String::new(),
        (_, _) if !panes.rule.is_empty() => format!("{above} above"),
        (0, 0) => String::new(),
        (0, below) => format!("+{below} lanes"),
        (above, below) => format!("{above}+{below} lanes"),
    };
    canvas.text(panes.axis.x + 1, panes.axis.y, scene.gutter.saturating_sub(2), &axis, Role::Dim);
    if 0 < below && !panes.rule.is_empty() {
        let words = format!(" {} below ", count(below, "more lane"));
        canvas.text(panes.rule.x + 1, panes.rule.y, panes.rule.width.saturating_sub(2), &words, Role::Dim);
    }
}

fn draw_item(canvas: &mut Canvas, state: &State, item: &Item, plot: Rect) {
    let y = plot.y + item.row;
    match item.target {
        Target::Event(event) => draw_event(canvas, state, item, event, plot.x, y),
        Target::Cluster { events, .. } => {
            draw_cluster(canvas, item, events, plot, y);
            if let Some(label) = &item.label {
                canvas.text(plot.x + label.column, y, label.cells().len() as u16, &label.text, Role::Text);
            }
        }
    }
    if item.selected {
        let role = if state.look.focus == Pane::Timeline { Role::Cursor } else { Role::Selection };
        let label = item.label.as_ref().map_or(item.cells.clone(), |it| it.cells());
        let (start, end) = (item.cells.start.min(label.start), item.cells.end.max(label.end));
        let width = end.min(plot.width).saturating_sub(start);
        canvas.restyle(Rect { x: plot.x + start, y, width, height: 1 }, role);
    }
}

fn draw_cluster(canvas: &mut Canvas, item: &Item, events: usize, plot: Rect, y: u16) {
    let glyphs = canvas.glyphs();
    let words = format!("{}{events}{}", glyphs.cluster_open, glyphs.cluster_close);
    let room = item.cells.end - item.cells.start;
    canvas.text(plot.x + item.cells.start, y, room, &words, Role::Cluster);
}

fn draw_event(canvas: &mut Canvas, state: &State, item: &Item, event: EventIdx, x: u16, y: u16) {
    let status = state.shelf.data.catalog.status(event).name();
    let (sign, sign_role) = (canvas.glyphs().status(status), Role::status(status));
    let possibly_shown = !state.find.shown.surely.contains(event);
    draw_bar(canvas, item, x, y, sign_role);
    if let Some(column) = item.sign {
        canvas.glyph(x + column, y, sign, sign_role);
    }
    let Some(label) = &item.label else { return };
    let role = if possibly_shown { Role::Possible } else { Role::Text };
    let mut column = x + label.column;
    if label.inside {
        // The words are not in the colours of the line that they stand on, which may change on the way.
        let width = label.cells().len() as u16;
        canvas.clear(Rect { x: column - 1, y, width, height: 1 }, role);
        canvas.text(column - 1, y, 3, &format!(" {sign} "), sign_role);
        column += 2;
    }
    let used = canvas.text(column, y, crate::text::text_width(&label.text) as u16, &label.text, role);
    if label.inside {
        canvas.glyph(column + used, y, " ", role);
    }
}

/// The bar: dots where it may be, a line where it is for certain, and its two ends.
fn draw_bar(canvas: &mut Canvas, item: &Item, x: u16, y: u16, status: Role) {
    let glyphs = canvas.glyphs();
    let cells = x + item.cells.start..x + item.cells.end;
    if cells.len() < 2 && item.sign.is_some() {
        return;
    }
    canvas.run(cells.clone(), y, glyphs.possible, Role::Possible);
    if let Some(certain) = &item.certain {
        canvas.run(x + certain.start..x + certain.end, y, glyphs.certain, status);
        // An exact end has its cap, which is drawn over this.
        if item.fill.0 == Fill::Half {
            canvas.glyph(x + certain.start, y, glyphs.certain_second_half, status);
        }
        if item.fill.1 == Fill::Half {
            canvas.glyph(x + certain.end - 1, y, glyphs.certain_first_half, status);
        }
    }
    let sure_left = item.certain.as_ref().is_some_and(|it| it.start == item.cells.start);
    let sure_right = item.certain.as_ref().is_some_and(|it| it.end == item.cells.end);
    let role = |is_sure: bool| if is_sure { status } else { Role::Possible };
    let sign = |cap: Cap, exact: &'static str, open: &'static str| match cap {
        Cap::Exact if item.shape == Shape::Span => Some(exact),
        Cap::Bound => Some(glyphs.bound),
        Cap::Open => Some(open),
        Cap::Unknown => Some(glyphs.unknown),
        Cap::Cut => Some(glyphs.ellipsis),
        Cap::Exact | Cap::Vague | Cap::OffScreen => None,
    };
    if let Some(glyph) = sign(item.left, glyphs.start, glyphs.left) {
        canvas.glyph(cells.start, y, glyph, role(sure_left));
    }
    if let Some(glyph) = sign(item.right, glyphs.end, glyphs.right) {
        canvas.glyph(cells.end - 1, y, glyph, role(sure_right));
    }
}
