//! What is wrong in the store: every fault with its place, and the one that is on in full.

use crate::{
    app::{Problems, State},
    diag::{Excerpted, Severity, Tally},
    keys::{Action, Context},
    layout::Rect,
    settings::Role,
    text::wrap,
    ui::{paint::Canvas, popup},
};

pub(super) fn draw(canvas: &mut Canvas, state: &State, panel: &Problems) {
    let whole = canvas.area();
    let (files, faults) = state.shelf.problems();
    let words = Tally::of(faults).words(canvas.glyphs().times).join(", ");
    let title = match &*words {
        "" => "problems: none".to_owned(),
        _ if state.shelf.refused.is_some() => format!("problems of the version that is not shown: {words}"),
        _ => format!("problems: {words}"),
    };
    let hint = canvas.keys(Context::Menu, &[(Action::Accept, "opens the store there"), (Action::Back, "closes")]);
    let inner = popup::draw(canvas, &title, &hint, whole.width, whole.height);
    let below = (inner.height / 3).min(9);
    let rows = inner.height.saturating_sub(below);
    canvas.list(Rect { height: rows, ..inner }, panel.at, faults, |canvas, Rect { x, y, width, .. }, _, fault| {
        let place = fault.span.and_then(|it| files.place(it)).map(|it| it.to_string()).unwrap_or_default();
        let role = if fault.severity == Severity::Error { Role::Error } else { Role::Warning };
        let pieces = [
            (fault.severity.word(), role),
            ("  ", Role::Text),
            (&place, Role::Dim),
            ("  ", Role::Text),
            (&fault.message, Role::Text),
        ];
        canvas.line(x, y, width, &pieces);
    });
    let Some(fault) = faults.get(panel.at) else { return };
    let mut y = inner.y + rows;
    canvas.rule(inner, y);
    let excerpt = fault.span.and_then(|it| Excerpted::cut(files, it));
    let mut lines = vec![format!("{}[{}]: {}", fault.severity.word(), fault.code, fault.message)];
    lines.extend(excerpt.map(|it| format!("{:>5} | {}", it.line, it.text.trim_end())));
    lines.extend(fault.help.as_ref().map(|it| format!("help: {it}")));
    for line in lines.iter().flat_map(|it| wrap(it, usize::from(inner.width))) {
        y += 1;
        if y >= inner.bottom() {
            break;
        }
        canvas.text(inner.x, y, inner.width, &line, Role::Text);
    }
}
