//! An event has neither a source nor a claim with one.

use super::{Check, Lint, LooksAt, Suspect};
use crate::{catalog::Facts, diag::Diagnostic, store::rules::Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule::warning(
        "no-source",
        "an event rests on nothing",
        "The event has neither `sources` nor a claim with a `source`. A reader cannot verify it.",
    ),
    looks_at: LooksAt::Events { such_as: |lint, it| !lint.catalog.facts(it).has(Facts::SOURCE), run },
};

fn run(_: &Lint, event: &Suspect, faults: &mut Vec<Diagnostic>) {
    if event.sources.is_empty() && event.claims.iter().all(|it| it.source.is_none()) {
        let fault = CHECK.rule.fault(format!("event `{}` has no source", event.id)).at(event.places().field("id"));
        faults.push(fault.help("add `sources`, or a `source` to one of its claims"));
    }
}
