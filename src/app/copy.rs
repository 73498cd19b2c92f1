//! What is sent to the clipboard.

use crate::{
    catalog::IdSet,
    formats::{self, Subset},
    keys::Action,
};

use super::{msg::Effect, notice::Notice, scope::Scope, state::State};

impl State {
    /// Returns what a copy is of: the range, or else what is marked, or else the event under the cursor.
    fn copied(&self) -> Option<(String, IdSet)> {
        let picked = self.scopes().into_iter().find(|(scope, _)| matches!(scope, Scope::Range | Scope::Marked));
        if let Some((scope, ids)) = picked {
            return Some((self.scope_words(scope), ids));
        }
        let cursor = self.view.cursor?;
        let mut ids = IdSet::new(self.data.catalog.len());
        ids.insert(cursor);
        Some((format!("`{}`", self.data.catalog.event(cursor).id), ids))
    }

    /// Copies in the way that `action` names.
    pub(super) fn copy(&mut self, action: Action) -> Vec<Effect> {
        let Some((words, ids)) = self.copied() else {
            self.notice = Some(Notice::warning("there is no event to copy"));
            return Vec::new();
        };
        let catalog = &self.data.catalog;
        let format = match action {
            Action::CopyToml => "toml",
            Action::CopyJson => "json",
            Action::CopyCsv => "csv",
            Action::CopyMarkdown => "markdown",
            _ => "text",
        };
        let text = match action {
            Action::CopyId => lines(ids.iter().map(|it| catalog.event(it).id.clone())),
            Action::CopyUrl => {
                let cited = ids.iter().flat_map(|it| catalog.cited(it));
                lines(cited.filter_map(|it| catalog.source(it)?.url.clone()))
            }
            _ => {
                let mut text = Vec::new();
                // Writing to memory does not fail.
                let _ = formats::format(format).map(|it| it.write(Subset { catalog, ids: &ids }, &mut text));
                String::from_utf8_lossy(&text).into_owned()
            }
        };
        if text.is_empty() {
            self.notice = Some(Notice::warning(format!("{words}: no {} to copy", action.label())));
            return Vec::new();
        }
        vec![Effect::Copy(text, format!("{words} as {}", action.label()))]
    }
}

fn lines(items: impl Iterator<Item = String>) -> String {
    let mut items: Vec<String> = items.collect();
    let mut seen = std::collections::BTreeSet::new();
    items.retain(|it| seen.insert(it.clone()));
    items.join("\n")
}
