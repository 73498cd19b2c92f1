//! An event cites several sources in which only one voice is heard.

use super::{Check, Lint, LooksAt};
use crate::{catalog::EventIdx, chronology::Bears, diag::Diagnostic, store::rules::Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule::warning(
        "single-root",
        "several sources that all repeat one",
        "Two or more sources support the event, and one voice is heard in all of them: by `derived_from`, and by `from` of what they are \
         cited for, they go back to one party or one paper. Papers that repeat one letter count as one: look for one that knows it \
         independently.",
    ),
    looks_at: LooksAt::Store(run),
};

fn run(lint: &Lint, faults: &mut Vec<Diagnostic>) {
    let catalog = &lint.catalog;
    // What supports an event by itself, of most but one thing, is in the table.
    let is_suspect = |it: &EventIdx| catalog.cited(*it).nth(1).is_some();
    for event in catalog.all().iter().filter(is_suspect).map(|it| catalog.event(it)) {
        // An act is its own voice, and says so.
        if event.sources.iter().any(|it| it.bears == Bears::Is) {
            continue;
        }
        let heard = catalog.voices_of(&event);
        if heard.n_sources > 1 && heard.voices.len() == 1 {
            let message = format!("{}: all of them go back to one", heard.words().unwrap_or_default());
            let key = if event.sources.is_empty() { "claims" } else { "sources" };
            let fault = CHECK.rule.fault(message).at(lint.field(event.origin, key));
            faults.push(fault.help("they count as one: add a source that knows it independently"));
        }
    }
}
