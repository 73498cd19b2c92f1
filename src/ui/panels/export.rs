//! The export dialog.

use crate::{
    app::{DialogField, ExportDialog, State},
    catalog::IdSet,
    formats::{Overwrite, count},
    keys::{Action, Context},
    layout::Rect,
    settings::Role,
    text::wrap,
    ui::{
        paint::{Canvas, draw_input},
        popup,
    },
};

/// Fewest rows in which the fields and what is lost can be told.
const LEAST: u16 = 4;
/// Cells of the field names at the left.
const LABEL: u16 = 10;
/// Most rows of what is said below the fields.
const SAID: usize = 3;

pub(super) fn draw(canvas: &mut Canvas, state: &State, dialog: &ExportDialog) {
    let whole = canvas.area();
    let hint = hint(canvas, dialog);
    let inner = popup::draw(canvas, "export", &hint, whole.width.min(100), whole.height);
    if inner.height < LEAST {
        let words = "too small to export here: make the terminal larger";
        canvas.text(inner.x, inner.y, inner.width, words, Role::Warning);
        return;
    }
    let n_events = dialog.ids().map_or(0, IdSet::len);
    let scope = dialog.scopes.get(dialog.scope).map(|it| state.look.scope_words(it.0, &state.find));
    let scope = format!("{}: {}", count(n_events, "event"), scope.unwrap_or_default());
    let format = format!("{}  {}", dialog.format().name, dialog.format().summary);
    let fields = [
        ("what", scope.as_str(), DialogField::Scope),
        ("format", &format, DialogField::Format),
        ("file", dialog.path.value(), DialogField::Path),
    ];
    let (x, room) = (inner.x + LABEL, inner.width.saturating_sub(LABEL));
    for (y, (label, value, field)) in (inner.y..).zip(fields) {
        canvas.text(inner.x, y, LABEL, label, Role::Dim);
        if (field, dialog.field) == (DialogField::Path, DialogField::Path) {
            draw_input(canvas, x, y, room, "", &dialog.path);
            continue;
        }
        canvas.text(x, y, room, value, Role::Text);
        if field == dialog.field {
            canvas.restyle(Rect { y, height: 1, ..inner }, Role::Cursor);
        }
    }
    let mut y = inner.y + fields.len() as u16;
    let (words, role) = said(canvas, state, dialog);
    let rows = SAID.min(usize::from(inner.bottom().saturating_sub(y)));
    for line in wrap(&words, usize::from(inner.width)).into_iter().take(rows) {
        canvas.text(inner.x, y, inner.width, &line, role);
        y += 1;
    }
    if y < inner.bottom() {
        canvas.rule(inner, y);
        y += 1;
    }
    for (y, line) in (y..inner.bottom()).zip(&dialog.preview) {
        canvas.text(inner.x, y, inner.width, line, Role::Dim);
    }
}

fn hint(canvas: &Canvas, dialog: &ExportDialog) -> String {
    let menu = |offers: &[(Action, &str)]| canvas.keys(Context::Menu, offers);
    match (dialog.overwrite, dialog.field) {
        (Overwrite::Replace, _) => menu(&[(Action::Accept, "replaces the file"), (Action::Back, "back")]),
        (Overwrite::Refuse, DialogField::Path) => canvas.keys(
            Context::Prompt,
            &[(Action::Accept, "writes"), (Action::Complete, "next field"), (Action::Cancel, "back")],
        ),
        (Overwrite::Refuse, DialogField::Scope | DialogField::Format) => {
            let choose = [Action::PreviousInLane, Action::NextInLane].map(|it| menu(&[(it, "")])).concat();
            let first = menu(&[(Action::Accept, "writes"), (Action::NextPane, "next field")]);
            format!("{first} · {choose} choose · {}", menu(&[(Action::Back, "back")]))
        }
    }
}

/// Returns why the last try failed, or what is asked, or what the file would not hold.
fn said(canvas: &Canvas, state: &State, dialog: &ExportDialog) -> (String, Role) {
    match (&dialog.fault, dialog.overwrite, state.answers.losses.as_deref()) {
        (Some(fault), ..) => (fault.clone(), Role::Error),
        (None, Overwrite::Replace, _) => {
            let key = canvas.keys(Context::Menu, &[(Action::Accept, "")]);
            (format!("{} is there already: {key} replaces it", dialog.path.value()), Role::Warning)
        }
        (None, Overwrite::Refuse, None) => ("counting what is not carried …".to_owned(), Role::Dim),
        (None, Overwrite::Refuse, Some([])) => ("nothing is lost".to_owned(), Role::Dim),
        (None, Overwrite::Refuse, Some(losses)) => (format!("not carried: {}", losses.join("; ")), Role::Warning),
    }
}
