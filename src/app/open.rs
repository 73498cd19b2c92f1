//! What leads out of the explorer: the store in an editor, a source in a browser.

use crate::{
    catalog::{Catalog, EventIdx},
    diag::SourceMap,
};

use super::{msg::Effect, notice::Notice};

/// Returns what opens a text of `files` at the byte `offset`.
pub(super) fn edit(files: &SourceMap, file: usize, offset: usize) -> Result<Option<Effect>, Notice> {
    let Some(source) = files.files.get(file) else { return Ok(None) };
    let Some(path) = &source.path else {
        let words = format!("{} is no file: export it as TOML to edit a copy", source.name);
        return Err(Notice::warning(words));
    };
    Ok(Some(Effect::Edit(path.clone(), source.line_of(offset) + 1)))
}

/// Returns what opens the first page that an event cites.
pub(super) fn page(catalog: &Catalog, event: EventIdx) -> Result<Effect, Notice> {
    let url = catalog.cited(event).find_map(|it| catalog.source(it)?.url.clone());
    url.map(Effect::Open).ok_or_else(|| Notice::warning("no source of this event has a URL"))
}
