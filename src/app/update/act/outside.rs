//! What leads out of the explorer: to the clipboard, an editor, a browser.

use std::path::PathBuf;

use indexmap::IndexSet;

use crate::{
    app::{
        find::{Events, Find},
        look::{Look, Scope},
        msg::{Effect, Notice},
    },
    catalog::{Catalog, EventIdx, IdSet},
    diag::SourceMap,
    formats::{self, Subset},
    keys::Action,
};

/// Returns what opens a text of `files` at the byte `offset`.
pub(super) fn edit(files: &SourceMap, file: usize, offset: usize) -> Result<Option<Effect>, Notice> {
    let Some(source) = files.files.get(file) else { return Ok(None) };
    edit_at(&source.name, source.path.clone(), source.line_of(offset) + 1).map(Some)
}

/// Returns what opens the text called `name` at a line, if it stands in a file.
pub(super) fn edit_at(name: &str, file: Option<PathBuf>, line: usize) -> Result<Effect, Notice> {
    let no_file = || Notice::warning(format!("{name} is no file: export it as TOML to edit a copy"));
    file.map(|it| Effect::Edit(it, line)).ok_or_else(no_file)
}

/// Returns what opens the first page that an event cites.
pub(super) fn page(catalog: &Catalog, event: EventIdx) -> Result<Effect, Notice> {
    let url = catalog.cited(event).find_map(|it| catalog.source(it)?.url.clone());
    url.map(Effect::Open).ok_or_else(|| Notice::warning("no source of this event has a URL"))
}

/// Returns what a copy is of: the range, or else what is marked, or else the event under the cursor.
fn copied(look: &Look, events: Events, find: &Find) -> Option<(String, IdSet)> {
    for scope in [Scope::Range, Scope::Marked] {
        if let Some(ids) = look.in_scope(scope, events, find) {
            return Some((look.scope_words(scope, find), ids.into_owned()));
        }
    }
    let cursor = look.cursor?;
    let ids = IdSet::from_iter(events.catalog.len(), [cursor]);
    Some((format!("`{}`", events.catalog.event(cursor).id), ids))
}

/// Returns what copies in the way that `action` names, or why it does not.
pub(super) fn copy(action: Action, look: &Look, events: Events, find: &Find) -> Result<Effect, Notice> {
    let (words, ids) = copied(look, events, find).ok_or_else(|| Notice::warning("there is no event to copy"))?;
    let text = text(action, events.catalog, &ids);
    if text.is_empty() {
        return Err(Notice::warning(format!("{words}: no {} to copy", action.label())));
    }
    Ok(Effect::Copy(text, format!("{words} as {}", action.label())))
}

fn text(action: Action, catalog: &Catalog, ids: &IdSet) -> String {
    let format = match action {
        Action::CopyId => return lines(ids.iter().map(|it| catalog.event(it).id.clone())),
        Action::CopyUrl => {
            let cited = ids.iter().flat_map(|it| catalog.cited(it));
            return lines(cited.filter_map(|it| catalog.source(it)?.url.clone()));
        }
        Action::CopyToml => "toml",
        Action::CopyJson => "json",
        Action::CopyCsv => "csv",
        Action::CopyMarkdown => "markdown",
        _ => "text",
    };
    let mut text = Vec::new();
    // Writing to memory does not fail.
    let _ = formats::format(format).map(|it| it.write(Subset { catalog, ids }, &mut text));
    String::from_utf8_lossy(&text).into_owned()
}

/// Returns each of `items` once, one a line.
fn lines(items: impl Iterator<Item = String>) -> String {
    items.collect::<IndexSet<String>>().into_iter().collect::<Vec<_>>().join("\n")
}
