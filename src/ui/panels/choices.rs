//! Small lists to choose from.

use crate::{
    app::{ChoiceRow, Choices, State},
    chronology::{Named, When},
    keys::{Action, Context},
    settings::Role,
    text::text_width,
    ui::{paint::Canvas, panes::lead_words, popup},
};

pub(super) fn draw(canvas: &mut Canvas, state: &State, panel: &Choices) {
    let (does, width) = match panel.rows.first() {
        Some(ChoiceRow::LanesBy(_)) => ("takes", 32),
        Some(ChoiceRow::View(_)) => ("shows it", 100),
        Some(ChoiceRow::Event(_)) | None => ("goes there", 100),
    };
    let hint = canvas.keys(Context::Menu, &[(Action::Accept, does), (Action::Back, "closes")]);
    let inner = popup::draw(canvas, panel.title, &hint, width, panel.rows.len() as u16 + 2);
    let name_width = |it: &ChoiceRow| if let ChoiceRow::View(it) = it { text_width(&it.name) } else { 0 };
    let names = panel.rows.iter().map(name_width).max().unwrap_or(0).min(32) as u16;
    let catalog = &state.shelf.data.catalog;
    let first = canvas.list(inner, panel.at, &panel.rows, |canvas, row, _, choice| match choice {
        ChoiceRow::LanesBy(lanes_by) => {
            let sign = if state.find.lanes_by == *lanes_by { canvas.glyphs().mark } else { " " };
            let pieces = [(sign, Role::Accent), (" ", Role::Text), (lanes_by.name(), Role::Text)];
            canvas.line(row.x, row.y, row.width, &pieces);
        }
        ChoiceRow::View(view) => {
            canvas.text(row.x, row.y, names, &view.name, Role::Text);
            canvas.text(row.x + names + 2, row.y, row.width.saturating_sub(names + 2), &view.words(), Role::Dim);
        }
        ChoiceRow::Event(it) => {
            let (event, status) = (catalog.event(it.to), catalog.status(it.to).name());
            canvas.text(row.x, row.y, 15, &it.words, Role::Dim);
            let date = event.when.as_ref().map_or_else(|| "undated".to_owned(), When::short);
            canvas.text(row.x + 18, row.y, 13, &date, Role::Dim);
            canvas.glyph(row.x + 32, row.y, canvas.glyphs().status(status), Role::status(status));
            canvas.text(row.x + 34, row.y, row.width.saturating_sub(34), &event.title, Role::Text);
        }
    });
    if panel.title == "links" {
        // Where a link leads is seen on the row that is on as well.
        let scale = state.scale();
        for (y, choice) in (inner.y..inner.bottom()).zip(panel.rows.iter().skip(first)) {
            let ChoiceRow::Event(it) = choice else { continue };
            let (sign, _) = lead_words(state.look.lead(it.to, &scale, state.events()), canvas.glyphs());
            canvas.glyph(inner.x + 16, y, sign, Role::Link);
        }
    }
}
