//! The statistics: a tab for each page, rows with bars, and the table of who appears with whom.
//!
//! ```text
//! counts  years  money  silences  together  disclosure  answers
//! status    documented   61  ━━━━━━━━━━━━━━━━━━━━━━
//!           reported     20  ━━━━━━━╸
//! ```

use std::borrow::Cow;

use strum::VariantArray;

use crate::{
    app::{Figure, Page, State, Statistics},
    formats::count,
    keys::{Action, Context},
    layout::{Rect, top},
    settings::Role,
    text::{ellipsize, text_width},
    ui::{paint::Canvas, popup},
};

/// Most cells of a name before its figure.
const NAME: usize = 44;
/// Cells below which groups are not named.
const NARROW: usize = 60;
/// Fewest cells of a bar that says anything.
const BAR: u16 = 6;
/// Cells of a column of the table of parties.
const COLUMN: u16 = 5;

pub(super) fn draw(canvas: &mut Canvas, state: &State, view: &Statistics) {
    let whole = canvas.area();
    let accept = match view.page {
        Page::Together => "shows the two together",
        Page::Silences => "goes there",
        Page::Disclosure | Page::Answers => "on an event goes there",
        Page::Money => "lists what a sum is of",
        _ => "shows only these",
    };
    let mut offers = vec![(Action::NextPane, "turns"), (Action::Accept, accept), (Action::Back, "closes")];
    if view.page == Page::Together {
        offers.insert(1, (Action::NextInLane, "goes to the right"));
    }
    let hint = canvas.keys(Context::Menu, &offers);
    let inner = popup::draw(canvas, "statistics", &hint, whole.width.min(110), whole.height);
    if inner.height < 4 {
        return;
    }
    draw_tabs(canvas, view.page, inner);
    let Some(sums) = state.answers.sums.as_deref() else {
        canvas.text(inner.x, inner.y + 1, inner.width, "counting …", Role::Dim);
        return;
    };
    let words = format!("{}: {}", count(sums.stats.n_events, "event"), sums.words);
    canvas.text(inner.x, inner.y + 1, inner.width, &words, Role::Dim);
    let figures = view.figures(state.behind());
    if !figures.is_empty() {
        let place = format!("row {} of {}", view.at + 1, figures.len());
        canvas.right(inner.x, inner.y + 2, inner.width, &place, Role::Dim);
    }
    let list = Rect { y: inner.y + 3, height: inner.height - 3, ..inner };
    if figures.is_empty() {
        let words = match view.page {
            Page::Money => "no event here has an amount",
            Page::Silences => "there is no silence: fewer than two happenings, or they touch",
            Page::Together => "no event here names a party",
            Page::Answers => "nothing here is alleged",
            _ => "there is nothing to count",
        };
        canvas.text(list.x, list.y, list.width, words, Role::Dim);
    } else if view.page == Page::Together {
        draw_table(canvas, state, view, &figures, list);
    } else {
        draw_rows(canvas, &figures, view.at, list);
    }
}

fn draw_tabs(canvas: &mut Canvas, page: Page, area: Rect) {
    let needed: usize = Page::VARIANTS.iter().map(|it| text_width(it.name()) + 3).sum();
    if usize::from(area.width) + 1 < needed {
        let (words, place) =
            (format!(" {} ", page.name()), format!(" {} of {}", page as usize + 1, Page::VARIANTS.len()));
        canvas.line(area.x, area.y, area.width, &[(&words, Role::Chip), (&place, Role::HintText)]);
        return;
    }
    let mut x = area.x;
    for it in Page::VARIANTS {
        let role = if *it == page { Role::Chip } else { Role::HintText };
        let room = area.right().saturating_sub(x);
        x += canvas.text(x, area.y, room, &format!(" {} ", it.name()), role) + 1;
    }
}

/// Rows with a bar each; the group stands before the first of its rows.
fn draw_rows(canvas: &mut Canvas, figures: &[Figure], at: usize, area: Rect) {
    let widest = |text: fn(&Figure) -> &str| figures.iter().map(|it| text_width(text(it))).max().unwrap_or(0);
    let room = usize::from(area.width);
    // On a narrow screen names come before groups, and both before bars.
    let group = if room < NARROW { 0 } else { widest(|it| &it.group).min(14) };
    let group = if 0 < group { group + 2 } else { 0 };
    let figure = widest(|it| &it.words).min(room.saturating_sub(group + 14));
    let names: Vec<Cow<str>> = figures.iter().map(|it| name_of(it, room)).collect();
    let name =
        names.iter().map(|it| text_width(it)).max().unwrap_or(0).min(NAME).min(room.saturating_sub(group + figure + 2));
    let bar = room.saturating_sub(group + name + figure + 4);
    let bar = if bar < usize::from(BAR) { 0 } else { bar as u16 };
    let list = Rect { width: area.width - bar, ..area };
    // The bar is left as it is: reversed, it would be the longer the shorter it is.
    canvas.list(list, at, figures, |canvas, Rect { mut x, y, .. }, number, it| {
        let is_first = y == area.y || figures[number - 1].group != it.group;
        canvas.text(x, y, group as u16, if is_first { &it.group } else { "" }, Role::LaneLabel);
        x += group as u16;
        let role = it.status.map_or(Role::Text, |_| Role::status(&it.name));
        canvas.text(x, y, name as u16, &ellipsize(&names[number], name), role);
        x += name as u16 + 2;
        canvas.right(x, y, figure as u16, &it.words, if it.aim.is_none() { Role::Dim } else { Role::Text });
        draw_bar(canvas, x + figure as u16 + 2, y, bar, it.share);
    });
}

/// Returns the name of a row, with its group where that has no column of its own: a sum without its currency would say another.
fn name_of(figure: &Figure, room: usize) -> Cow<'_, str> {
    if room < NARROW && !figure.group.is_empty() {
        format!("{} {}", figure.group, figure.name).into()
    } else {
        figure.name.as_str().into()
    }
}

/// A bar of `share` thousandths of `width` cells, to half a cell.
fn draw_bar(canvas: &mut Canvas, x: u16, y: u16, width: u16, share: u32) {
    let glyphs = canvas.glyphs();
    let halves = ((u32::from(width) * 2 * share).div_ceil(1000)) as u16;
    canvas.run(x..x + halves / 2, y, glyphs.bar, Role::Certain);
    if halves % 2 == 1 {
        canvas.glyph(x + halves / 2, y, glyphs.half_bar, Role::Certain);
    }
}

/// Parties by parties. The columns are numbered as the rows are, so that names need to stand only once.
fn draw_table(canvas: &mut Canvas, state: &State, view: &Statistics, figures: &[Figure], area: Rect) {
    let Some(together) = state.answers.sums.as_deref().map(|it| &it.breakdown.together) else { return };
    let names = figures.iter().map(|it| text_width(&it.name)).max().unwrap_or(0).min(usize::from(area.width) / 2);
    let from = area.x + names as u16 + 5;
    let columns = usize::from((area.right().saturating_sub(from) / COLUMN).max(1));
    let first_column = top(view.column, 0, columns, figures.len());
    let shown = first_column..(first_column + columns).min(figures.len());
    for (place, column) in shown.clone().enumerate() {
        let x = from + place as u16 * COLUMN;
        let role = if column == view.column { Role::Title } else { Role::Dim };
        canvas.right(x, area.y, COLUMN - 1, &(column + 1).to_string(), role);
    }
    let list = Rect { y: area.y + 1, height: area.height.saturating_sub(2), ..area };
    let first = top(view.at, 0, usize::from(list.height), figures.len());
    for (y, (row, it)) in (list.y..list.bottom()).zip(figures.iter().enumerate().skip(first)) {
        let role = if row == view.at { Role::Title } else { Role::Text };
        canvas.right(list.x, y, 3, &(row + 1).to_string(), Role::Dim);
        canvas.text(list.x + 4, y, names as u16, &it.name, role);
        for (place, column) in shown.clone().enumerate() {
            let x = from + place as u16 * COLUMN;
            let n = together.count(row, column);
            let words = if n == 0 { canvas.glyphs().dot.to_owned() } else { n.to_string() };
            let role = if n == 0 || row == column { Role::Dim } else { Role::Text };
            canvas.right(x, y, COLUMN - 1, &words, role);
            if row == view.at && column == view.column {
                canvas.restyle(Rect { x, y, width: COLUMN - 1, height: 1 }, Role::Cursor);
            }
        }
    }
    let (row, column) = (view.at, view.column);
    if let (Some(a), Some(b)) = (figures.get(row), figures.get(column)) {
        let events = count(together.count(row, column), "event");
        let words = if row == column {
            format!("{} takes part in {events}", a.name)
        } else {
            format!("{} and {}: {events} together", a.name, b.name)
        };
        canvas.text(area.x, area.bottom() - 1, area.width, &words, Role::Accent);
    }
}
