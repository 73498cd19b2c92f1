//! What leads out of the explorer: the store in an editor, a source in a browser.

use std::sync::Arc;

use crate::diag::SourceMap;

use super::{msg::Effect, notice::Notice, state::State};

impl State {
    /// Opens the store where the cursor's event stands.
    pub(super) fn edit_event(&mut self) -> Vec<Effect> {
        let Some(cursor) = self.view.cursor else { return Vec::new() };
        let origin = self.data.catalog.event(cursor).origin;
        let files = Arc::clone(&self.data.files);
        self.edit(&files, origin.file, origin.start)
    }

    /// Opens a text of `files` at the byte `offset`.
    pub(super) fn edit(&mut self, files: &SourceMap, file: usize, offset: usize) -> Vec<Effect> {
        let Some(source) = files.files.get(file) else { return Vec::new() };
        let Some(path) = &source.path else {
            self.notice =
                Some(Notice::warning(format!("{} is no file: export it as TOML to edit a copy", source.name)));
            return Vec::new();
        };
        vec![Effect::Edit(path.clone(), source.line_of(offset) + 1)]
    }

    pub(super) fn open_url(&mut self) -> Vec<Effect> {
        let Some(cursor) = self.view.cursor else { return Vec::new() };
        let mut cited = self.data.catalog.cited(cursor);
        let url = cited.find_map(|it| self.data.catalog.source(it)?.url.clone());
        match url {
            Some(url) => vec![Effect::Open(url)],
            None => {
                self.notice = Some(Notice::warning("no source of this event has a URL"));
                Vec::new()
            }
        }
    }
}
