//! The export dialog.

use crate::{
    app::{Asking, DialogField, ExportDialog, State},
    keys::{Action, Context},
    layout::Rect,
    settings::Role,
};

use super::{paint::Canvas, popup, status::draw_input, title::plural};

/// Fewest rows in which the fields and what is lost can be told.
const LEAST: u16 = 4;
/// Cells of the field names at the left.
const LABEL: u16 = 10;

pub(super) fn draw(canvas: &mut Canvas, state: &State, dialog: &ExportDialog) {
    let whole = canvas.area();
    let menu = |offers: &[(Action, &str)]| canvas.keys(Context::Menu, offers);
    let hint = match (dialog.asking, dialog.field) {
        (Asking::Replace, _) => menu(&[(Action::Accept, "replaces the file"), (Action::Back, "back")]),
        (Asking::Nothing, DialogField::Path) => canvas.keys(
            Context::Prompt,
            &[(Action::Accept, "writes"), (Action::Complete, "next field"), (Action::Cancel, "back")],
        ),
        (Asking::Nothing, DialogField::Scope | DialogField::Format) => {
            let choose = [Action::PreviousInLane, Action::NextInLane].map(|it| menu(&[(it, "")])).concat();
            let first = menu(&[(Action::Accept, "writes"), (Action::NextPane, "next field")]);
            format!("{first} · {choose} choose · {}", menu(&[(Action::Back, "back")]))
        }
    };
    let inner = popup::draw(canvas, "export", &hint, whole.width.min(100), whole.height);
    if inner.height < LEAST {
        let words = "too small to export here: make the terminal larger";
        canvas.text(inner.x, inner.y, inner.width, words, canvas.style(Role::Warning));
        return;
    }
    let mut y = inner.y;
    let row = |canvas: &mut Canvas, y: u16, label: &str, value: &str, on: bool| {
        let (dim, text) = (canvas.style(Role::Dim), canvas.style(Role::Text));
        canvas.text(inner.x, y, LABEL, label, dim);
        canvas.text(inner.x + LABEL, y, inner.width.saturating_sub(LABEL), value, text);
        if on {
            canvas.restyle(Rect { x: inner.x, y, width: inner.width, height: 1 }, canvas.style(Role::Cursor));
        }
    };
    let count = dialog.ids().map_or(0, crate::catalog::IdSet::len);
    let scope =
        dialog.scopes.get(dialog.scope).map(|(it, _)| state.look.scope_words(*it, &state.find)).unwrap_or_default();
    let scope = format!("{count} event{}: {scope}", plural(count));
    row(canvas, y, "what", &scope, dialog.field == DialogField::Scope);
    y += 1;
    let format = dialog.format();
    row(canvas, y, "format", &format!("{}  {}", format.name, format.summary), dialog.field == DialogField::Format);
    y += 1;
    canvas.text(inner.x, y, LABEL, "file", canvas.style(Role::Dim));
    if dialog.field == DialogField::Path {
        draw_input(canvas, inner.x + LABEL, y, inner.width.saturating_sub(LABEL), "", &dialog.path);
    } else {
        canvas.text(
            inner.x + LABEL,
            y,
            inner.width.saturating_sub(LABEL),
            dialog.path.value(),
            canvas.style(Role::Text),
        );
    }
    y += 1;
    let (words, role) = match (&dialog.fault, dialog.asking, dialog.losses.as_deref()) {
        (Some(fault), ..) => (fault.clone(), Role::Error),
        (None, Asking::Replace, _) => (
            format!(
                "{} is there already: {} replaces it",
                dialog.path.value(),
                canvas.keys(Context::Menu, &[(Action::Accept, "")])
            ),
            Role::Warning,
        ),
        (None, Asking::Nothing, None) => ("counting what is not carried …".to_owned(), Role::Dim),
        (None, Asking::Nothing, Some([])) => ("nothing is lost".to_owned(), Role::Dim),
        (None, Asking::Nothing, Some(losses)) => (format!("not carried: {}", losses.join("; ")), Role::Warning),
    };
    for line in crate::text::wrap(&words, usize::from(inner.width))
        .into_iter()
        .take(3.min(usize::from(inner.bottom().saturating_sub(y))))
    {
        canvas.text(inner.x, y, inner.width, &line, canvas.style(role));
        y += 1;
    }
    if y < inner.bottom() {
        canvas.rule(inner, y);
        y += 1;
    }
    for (y, line) in (y..inner.bottom()).zip(&dialog.preview) {
        canvas.text(inner.x, y, inner.width, line, canvas.style(Role::Dim));
    }
}
