//! The detail: the event under the cursor, whole; or, while a range is drawn, what lies in the range.

use crate::{
    app::State,
    chronology::Named,
    formats::{Row, Section, Target, sheet},
    layout::{Pane, Rect, wrap},
    settings::Role,
};

use super::{links, paint::Canvas, range};

/// Cells of the column of leads: `alleges`, `category`, `contradicted by`.
const LEAD: usize = 15;

/// One drawn line: text and what it is.
type Line = Vec<(String, Role)>;

pub(super) fn draw(canvas: &mut Canvas, state: &State, area: Rect) {
    if area.is_empty() {
        return;
    }
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let lines = match state.selection.range {
        Some(_) if state.view.focus != Pane::Detail => range::lines(state, usize::from(inner.width)),
        _ => event_lines(state, usize::from(inner.width)),
    };
    // The last screen is as far as it scrolls.
    let most = lines.len().saturating_sub(usize::from(inner.height));
    let first = state.view.detail_top.min(most);
    for (y, line) in (inner.y..inner.bottom()).zip(lines.iter().skip(first)) {
        let mut used = 0;
        for (text, role) in line {
            used += canvas.text(inner.x + used, y, inner.width - used.min(inner.width), text, canvas.style(*role));
        }
    }
    if most > first {
        let more = format!("{} more: J", most - first);
        canvas.right(inner.x, inner.bottom() - 1, inner.width, &more, canvas.style(Role::HintText));
    }
}

fn event_lines(state: &State, width: usize) -> Vec<Line> {
    let Some(cursor) = state.view.cursor else { return Vec::new() };
    let sheet = sheet(&state.data.catalog, cursor);
    let mut lines: Vec<Line> = wrap(&sheet.title, width).into_iter().map(|it| vec![(it, Role::Title)]).collect();
    lines.push(vec![(sheet.id.clone(), Role::Dim)]);
    for section in &sheet.sections {
        lines.extend(section_lines(state, section, sheet.status.name(), width));
    }
    let event = state.data.catalog.event(cursor);
    if let Some(file) = state.data.files.files.get(event.origin.file) {
        let place = format!("{}:{}", file.name, file.line_of(event.origin.start) + 1);
        lines.push(Line::new());
        lines.push(vec![(place, Role::Dim)]);
    }
    lines
}

/// A section: its heading, then its rows with their leads in a column of their own.
fn section_lines(state: &State, section: &Section, status: &str, width: usize) -> Vec<Line> {
    let mut lines = vec![Line::new()];
    let is_status = section.heading == "status";
    if section.heading != "summary" {
        lines.push(vec![(section.heading.to_owned(), Role::LaneLabel)]);
    }
    let leads = section.rows.iter().map(|it| crate::layout::text_width(&it.lead)).max().unwrap_or(0);
    let lead = if leads == 0 { 0 } else { leads.min(LEAD) + 2 };
    let indent = if section.heading == "summary" { 0 } else { 2 };
    let room = width.saturating_sub(indent + lead);
    for row in &section.rows {
        let role = if is_status { Role::status(status) } else { Role::Text };
        let texts = wrap(&row.text, room).into_iter().map(|it| (it, role));
        let details = row.details.iter().flat_map(|it| wrap(it, room)).map(|it| (it, Role::Dim));
        let leads = leads_to(state, row).into_iter().map(|it| (it, Role::Link));
        for (at, (text, role)) in texts.chain(details).chain(leads).enumerate() {
            let before = if at == 0 { row.lead.as_str() } else { "" };
            let before = format!("{:indent$}{before}", "");
            let gap = (indent + lead).saturating_sub(crate::layout::text_width(&before));
            lines.push(vec![(format!("{before}{:gap$}", ""), Role::Dim), (text, role)]);
        }
    }
    lines
}

/// Returns where a link leads from what is on the screen.
fn leads_to(state: &State, row: &Row) -> Option<String> {
    let Target::Event(event) = row.target else { return None };
    let (sign, words) = links::words(state.lead(event, &state.scale()), state.settings.glyphs);
    Some(format!("{sign} {words}").trim_start().to_owned())
}
