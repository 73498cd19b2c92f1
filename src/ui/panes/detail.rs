//! The detail: the event under the cursor, whole; or, while a range is drawn, what lies in the range.

use crate::{
    app::State,
    catalog::EventIdx,
    chronology::Named,
    diag::Severity,
    formats::{Destination, Fact, Heading, Phrase, Section, printed, sheet},
    keys::Action,
    layout::{Pane, Rect, Scale},
    settings::Role,
    text::{text_width, wrap},
    ui::paint::{Canvas, Hyperlink, Line, wrapped},
};

use super::{links, range};

/// Cells of the column of leads: `alleges`, `category`, `contradicted by`.
const LEAD: usize = 15;

/// Events against one that are shown with it; the links name all.
const SIDES: usize = 5;

/// A line, and the page that it leads to.
type Linked = (Line, Option<String>);

pub(super) fn draw(canvas: &mut Canvas, state: &State, area: Rect) {
    if area.is_empty() {
        return;
    }
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let lines = match state.look.selection.range {
        Some(_) if state.look.focus != Pane::Detail => {
            range::lines(canvas, state, usize::from(inner.width)).into_iter().map(|it| (it, None)).collect()
        }
        _ => event_lines(state, usize::from(inner.width)),
    };
    // The last screen is as far as it scrolls.
    let height = usize::from(inner.height);
    // Where there is more, the last row says so, and holds nothing else.
    let page = if height < lines.len() { height - 1 } else { height };
    let most = lines.len().saturating_sub(page);
    let first = state.look.detail_top.min(most);
    for (y, (line, url)) in (inner.y..inner.y + page as u16).zip(lines.iter().skip(first)) {
        let mut used = 0;
        for (at, (text, role)) in line.iter().enumerate() {
            let from = inner.x + used;
            used += canvas.text(inner.x + used, y, inner.width - used.min(inner.width), text, *role);
            // What stands before it, a lead or an indent, leads nowhere.
            if let Some(url) = url.as_ref().filter(|_| at + 1 == line.len()) {
                let area = Rect { x: from, y, width: inner.x + used - from, height: 1 };
                canvas.links.push(Hyperlink { area, url: url.clone() });
            }
        }
    }
    if page < height {
        let more = if first < most {
            format!("{} more: {}", most - first, canvas.key(Action::ScrollDetailDown))
        } else {
            format!("the end: {} goes up", canvas.key(Action::ScrollDetailUp))
        };
        canvas.right(inner.x, inner.bottom() - 1, inner.width, &more, Role::HintText);
    }
}

fn event_lines(state: &State, width: usize) -> Vec<Linked> {
    let Some(cursor) = state.look.cursor else { return Vec::new() };
    let sheet = sheet(&state.shelf.data.catalog, cursor);
    let mut lines: Vec<Linked> = wrapped(&sheet.title, width, Role::Title).map(|it| (it, None)).collect();
    lines.push((vec![(sheet.id.clone(), Role::Dim)], None));
    let scale = state.scale();
    for section in &sheet.sections {
        lines.extend(section_lines(state, &scale, section, sheet.status.name(), width));
    }
    lines.extend(other_sides(state, &scale, cursor, width));
    lines.extend(problem_lines(state, cursor, width).into_iter().map(|it| (it, None)));
    if let Some(address) = state.shelf.data.catalog.address(cursor) {
        lines.push((Line::new(), None));
        lines.push((vec![(format!("{}:{}", address.name, address.line), Role::Dim)], None));
    }
    lines
}

/// What the event contradicts, and what contradicts it: both sides can be read without going from one to the other.
fn other_sides(state: &State, scale: &Scale, event: EventIdx, width: usize) -> Vec<Linked> {
    let catalog = &state.shelf.data.catalog;
    let weighs = |it: &&Section| {
        use Heading::{Amounts, Claims, Sources, Status, Summary, When};
        matches!(it.heading, When | Status | Summary | Claims | Amounts | Sources)
    };
    let mut lines = Vec::new();
    for other in catalog.contradictions(event).into_iter().take(SIDES) {
        let sheet = sheet(catalog, other);
        lines.push((Line::new(), None));
        lines.push((vec![("against it".to_owned(), Role::LaneLabel)], None));
        lines.extend(wrapped(&sheet.title, width, Role::Title).map(|it| (it, None)));
        lines.push((vec![(sheet.id.clone(), Role::Dim)], None));
        for section in sheet.sections.iter().filter(weighs) {
            lines.extend(section_lines(state, scale, section, sheet.status.name(), width));
        }
    }
    lines
}

/// What is wrong in the event's text: what was dropped for it is missing above.
fn problem_lines(state: &State, event: EventIdx, width: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    for fault in state.problems_of(event) {
        if lines.is_empty() {
            lines.push(Line::new());
            lines.push(vec![("problems".to_owned(), Role::LaneLabel)]);
        }
        let role = if fault.severity == Severity::Error { Role::Error } else { Role::Warning };
        let words = format!("{}: {}", fault.severity.word(), fault.message);
        let texts = wrap(&words, width.saturating_sub(2)).into_iter().map(|it| (it, role));
        let help = fault.help.iter().flat_map(|it| wrap(it, width.saturating_sub(2))).map(|it| (it, Role::Dim));
        lines.extend(texts.chain(help).map(|(text, role)| vec![("  ".to_owned(), Role::Dim), (text, role)]));
    }
    lines
}

/// A section: its heading, then its rows with their leads in a column of their own.
fn section_lines(state: &State, scale: &Scale, section: &Section, status: &str, width: usize) -> Vec<Linked> {
    let mut lines = vec![(Line::new(), None)];
    let is_status = section.heading == Heading::Status;
    if section.heading != Heading::Summary {
        lines.push((vec![(section.heading.words().to_owned(), Role::LaneLabel)], None));
    }
    let leads = section.facts.iter().map(|it| text_width(&it.lead)).max().unwrap_or(0);
    let lead = if leads == 0 { 0 } else { leads.min(LEAD) + 2 };
    let indent = if section.heading == Heading::Summary { 0 } else { 2 };
    let room = width.saturating_sub(indent + lead);
    for fact in &section.facts {
        let role = if is_status { Role::status(status) } else { Role::Text };
        let page = match &fact.leads_to {
            Destination::Source { url, .. } => url.as_deref().filter(|it| is_page(it)),
            _ => None,
        };
        let texts = wrap(&printed(&fact.phrases), room).into_iter().map(|it| (it, role, page));
        let details = fact.details.iter().flat_map(|detail| {
            let page = page.filter(|_| matches!(detail[..], [Phrase::Page(_)]));
            wrap(&printed(detail), room).into_iter().map(move |it| (it, Role::Dim, page))
        });
        let leads = leads_to(state, scale, fact).into_iter().map(|it| (it, Role::Link, None));
        for (at, (text, role, page)) in texts.chain(details).chain(leads).enumerate() {
            let before = if at == 0 { fact.lead.as_str() } else { "" };
            let before = format!("{:indent$}{before}", "");
            let gap = (indent + lead).saturating_sub(text_width(&before));
            let line = vec![(format!("{before}{:gap$}", ""), Role::Dim), (text, role)];
            lines.push((line, page.map(str::to_owned)));
        }
    }
    lines
}

/// Returns where a link leads from what is on the screen.
fn leads_to(state: &State, scale: &Scale, fact: &Fact) -> Option<String> {
    let Destination::Event(event) = fact.leads_to else { return None };
    let (sign, words) = links::words(state.look.lead(event, scale, state.events()), state.settings.glyphs);
    Some(format!("{sign} {words}").trim_start().to_owned())
}

/// Returns whether a URL of the store is one that a terminal may be told of: a page of the web, without a character that could
/// end the code it is told in.
fn is_page(url: &str) -> bool {
    let is_web = url.starts_with("https://") || url.starts_with("http://");
    is_web && url.chars().all(|it| it.is_ascii_graphic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_are_told() {
        assert!(is_page("https://example.org/a?b=c#d"));
        assert!(!is_page("file:///etc/passwd"));
        assert!(!is_page("https://example.org/\u{1b}]0;title\u{7}"));
        assert!(!is_page("https://example.org/\u{202e}"));
    }
}
