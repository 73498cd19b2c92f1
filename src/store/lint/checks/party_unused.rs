//! A party is in no event, claim or affiliation.

use std::collections::HashSet;

use super::{Check, Lint, LooksAt};
use crate::{diag::Diagnostic, store::rules::Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule::warning(
        "party-unused",
        "a party that nothing names",
        "The party is in no event, makes no claim and has no affiliation. It was forgotten in an event, or is left over.",
    ),
    looks_at: LooksAt::Store(run),
};

fn run(lint: &Lint, faults: &mut Vec<Diagnostic>) {
    let (catalog, parties) = (&lint.catalog, lint.catalog.parties());
    let with: HashSet<&str> = parties.iter().flat_map(|it| &it.affiliations).map(|it| &*it.with).collect();
    let named = catalog.parties_named_in(&catalog.all());
    let unnamed = parties.iter().zip(named).filter(|it| !it.1).map(|it| it.0);
    for party in unnamed.filter(|it| it.affiliations.is_empty() && !with.contains(&*it.id)) {
        let fault = CHECK.rule.fault(format!("party `{}` is in no event, claim or affiliation", party.id));
        faults.push(fault.at(lint.field(party.origin, "id")));
    }
}
