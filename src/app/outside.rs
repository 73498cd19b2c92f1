//! What leads out of the explorer: the store in an editor, a source in a browser.

use std::path::PathBuf;

use crate::diag::SourceMap;

use super::{msg::Effect, notice::Notice, state::State};

impl State {
    /// Opens the store where the cursor's event stands.
    pub(super) fn edit_event(&mut self) -> Vec<Effect> {
        let Some(cursor) = self.view.cursor else { return Vec::new() };
        let Some(address) = self.data.catalog.address(cursor) else { return Vec::new() };
        self.edit_at(&address.name, address.file, address.line)
    }

    /// Opens a text of `files` at the byte `offset`.
    pub(super) fn edit(&mut self, files: &SourceMap, file: usize, offset: usize) -> Vec<Effect> {
        let Some(source) = files.files.get(file) else { return Vec::new() };
        self.edit_at(&source.name, source.path.clone(), source.line_of(offset) + 1)
    }

    /// Opens a text at a line, if it stands in a file.
    fn edit_at(&mut self, name: &str, file: Option<PathBuf>, line: usize) -> Vec<Effect> {
        let Some(file) = file else {
            self.notice = Some(Notice::warning(format!("{name} is no file: export it as TOML to edit a copy")));
            return Vec::new();
        };
        vec![Effect::Edit(file, line)]
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
