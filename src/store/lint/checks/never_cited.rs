//! A source is named by no event, claim or other source.

use std::collections::HashSet;

use super::{Check, Lint, LooksAt};
use crate::{diag::Diagnostic, store::rules::Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule::warning(
        "never-cited",
        "a source that nothing cites",
        "No event, no claim and no other source's `derived_from` names this source. It was forgotten in an event, or is left over.",
    ),
    looks_at: LooksAt::Store(run),
};

fn run(lint: &Lint, faults: &mut Vec<Diagnostic>) {
    let (catalog, sources) = (&lint.catalog, lint.catalog.sources());
    let derived: HashSet<&str> = sources.iter().flat_map(|it| &it.derived_from).map(String::as_str).collect();
    let cited = catalog.sources_named_in(&catalog.all());
    let uncited = sources.iter().zip(cited).filter(|(it, is_cited)| !is_cited && !derived.contains(&*it.id));
    for (source, _) in uncited {
        let fault = CHECK.rule.fault(format!("source `{}` is cited nowhere", source.id));
        faults.push(fault.at(lint.field(source.origin, "id")));
    }
}
