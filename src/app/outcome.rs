//! What effects and loading report, as the reader is told of it.

use std::sync::Arc;

use crate::diag::{Diagnostic, Severity, one_line};
use crate::store::{Loading, Progress};

use super::{dialog::Asking, msg::Outcome, notice::Notice, panel::Panel, state::State};

impl State {
    pub(super) fn done(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Exported { path, events, losses } => {
                if matches!(self.panels.last(), Some(Panel::Export(_))) {
                    self.panels.pop();
                }
                let lost = match losses.first() {
                    None => String::new(),
                    Some(one) if losses.len() == 1 => format!("; not carried: {one}"),
                    Some(one) => format!("; not carried: {one}, and {} more", losses.len() - 1),
                };
                let plural = if events == 1 { "" } else { "s" };
                self.notice = Some(Notice::info(format!("wrote {events} event{plural} to {}{lost}", path.display())));
            }
            Outcome::Exists(_) => {
                if let Some(Panel::Export(it)) = self.panels.last_mut() {
                    it.asking = Asking::Replace;
                }
            }
            Outcome::Said(text) => self.notice = Some(Notice::info(text)),
            Outcome::Failed(text) => {
                if let Some(Panel::Export(it)) = self.panels.last_mut() {
                    it.fault = Some(text.clone());
                }
                self.notice = Some(Notice::warning(text));
            }
        }
    }

    pub(super) fn take_progress(&mut self, progress: Progress) {
        for data in self.coming.iter_mut().chain([&mut self.data]) {
            if let Loading::Reading(it) = &mut data.loading {
                *it = progress;
            }
        }
    }

    /// Adds what the store was found to be suspicious of: the version that was read last.
    pub(super) fn take_faults(&mut self, faults: Vec<Diagnostic>) {
        if let Some(refused) = &mut self.refused {
            Arc::make_mut(&mut refused.diagnostics).extend(faults);
            return;
        }
        for data in self.coming.iter_mut().chain([&mut self.data]) {
            Arc::make_mut(&mut data.diagnostics).extend(faults.iter().cloned());
        }
    }

    pub(super) fn say_faults(&mut self) {
        let (errors, _) = self.data.faults();
        if errors > 0 {
            let first = self.data.diagnostics.iter().find(|it| it.severity == Severity::Error);
            let first = first.map(|it| one_line(it, &self.data.files)).unwrap_or_default();
            let rest = if errors > 1 { format!("  (and {} more: ]x)", errors - 1) } else { "  (]x)".to_owned() };
            self.notice = Some(Notice::warning(format!("{first}{rest}")));
        }
    }
}
