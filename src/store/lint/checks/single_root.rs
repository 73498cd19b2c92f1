//! An event cites several sources that all go back to one.

use std::collections::HashSet;

use super::{Check, Lint, LooksAt, Root, root, roots};
use crate::{catalog::EventIdx, diag::Diagnostic, store::rules::Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule::warning(
        "single-root",
        "several sources that all repeat one",
        "The event cites two or more sources, but by `derived_from` all of them go back to one and the same. Papers that repeat one \
         letter count as one source, not as several: look for one that knows it independently.",
    ),
    looks_at: LooksAt::Store(run),
};

fn run(lint: &Lint, faults: &mut Vec<Diagnostic>) {
    let catalog = &lint.catalog;
    let roots = roots(catalog.sources());
    // What an event cites itself comes before what its claims do: of most events, two show that nothing is wrong.
    let is_suspect = |it: &EventIdx| {
        let mut cited = catalog.cited(*it).map(|it| root(&roots, it));
        cited.next().is_some_and(|first| cited.next() == Some(first))
    };
    for event in catalog.all().iter().filter(is_suspect).map(|it| catalog.event(it)) {
        let cited: HashSet<&str> = event.sources.iter().map(|it| &*it.source).collect();
        let mut found = event.sources.iter().map(|it| root(&roots, &it.source));
        let Some(Root::One(one)) = found.next().filter(|_| cited.len() > 1) else { continue };
        if found.all(|it| it == Root::One(one)) {
            let message = format!("{} sources, and all of them go back to `{one}`", cited.len());
            let fault = CHECK.rule.fault(message).at(lint.field(event.origin, "sources"));
            faults.push(fault.help("they count as one: add a source that knows it independently"));
        }
    }
}
