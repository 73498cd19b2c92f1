//! What leads out of the explorer: the store in an editor, a source in a browser.

use std::path::PathBuf;

use crate::{
    catalog::{Catalog, EventIdx},
    diag::SourceMap,
};

use super::{msg::Effect, notice::Notice};

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
