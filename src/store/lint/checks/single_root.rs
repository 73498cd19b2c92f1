//! An event cites several sources that all go back to one.

use std::collections::HashSet;

use super::{Check, Facts, LooksAt, Root, Store, Subject};
use crate::{diag::Diagnostic, store::rules::Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule::warning(
        "single-root",
        "several sources that all repeat one",
        "The event cites two or more sources, but by `derived_from` all of them go back to one and the same. Papers that repeat one \
         letter count as one source, not as several: look for one that knows it independently.",
    ),
    looks_at: LooksAt::Events(Facts::SEVERAL_SOURCES, run),
};

fn run(store: &Store, event: &Subject, faults: &mut Vec<Diagnostic>) {
    let cited: HashSet<&str> = event.sources.iter().map(|it| &*it.source).collect();
    let mut roots = event.sources.iter().map(|it| store.root(&it.source));
    let Some(Root::One(root)) = roots.next().filter(|_| cited.len() > 1) else { return };
    if roots.all(|it| it == Root::One(root)) {
        let message = format!("{} sources, and all of them go back to `{root}`", cited.len());
        let fault = CHECK.rule.fault(message).at(event.field("sources"));
        faults.push(fault.help("they count as one: add a source that knows it independently"));
    }
}
