//! A party takes part in an event, or speaks of it, when it did not exist.

use super::{Check, Lint, LooksAt, Suspect};
use crate::{
    chronology::{Party, When},
    diag::Diagnostic,
    store::rules::Rule,
};

pub(super) const CHECK: Check = Check {
    rule: Rule::warning(
        "outside-lifetime",
        "a party takes part or speaks outside its lifetime",
        "The party's `when` says when it existed, and the event, or the party's claim on it, lies wholly before or after. One of the \
         dates is wrong, or another party of that name is meant: a predecessor, or an estate.",
    ),
    looks_at: LooksAt::Events {
        such_as: |lint, it| lint.catalog.named_in(it).any(|it| lint.catalog.party(it).when.is_some()),
        run,
    },
};

fn run(lint: &Lint, event: &Suspect, faults: &mut Vec<Diagnostic>) {
    for it in &event.parties {
        if let Some((party, life)) = outlived(lint, &it.party, event.when.as_ref()) {
            let message =
                format!("{} existed {}, and takes part {}", party.name, life.short(), told(event.when.as_ref()));
            faults.push(lifetime_fault(lint, event, "parties", party, message));
        }
    }
    for it in &event.claims {
        if let Some((party, life)) = outlived(lint, &it.by, it.when.as_ref()) {
            let message = format!("{} existed {}, and speaks {}", party.name, life.short(), told(it.when.as_ref()));
            faults.push(lifetime_fault(lint, event, "claims", party, message));
        }
    }
}

fn lifetime_fault(lint: &Lint, event: &Suspect, key: &str, party: &Party, message: String) -> Diagnostic {
    let fault = CHECK.rule.fault(message).at(event.places().string(key, &party.id));
    fault
        .related(lint.field(party.origin, "when"), "its lifetime")
        .help("correct one of the dates, or name another party")
}

/// Returns the party and its lifetime if that and `when` have no day in common.
fn outlived<'a>(lint: &'a Lint, id: &str, when: Option<&When>) -> Option<(&'a Party, &'a When)> {
    let party = lint.party(id)?;
    let life = party.when.as_ref()?;
    (!life.bounds().window().touches(when?.bounds().window())).then_some((party, life))
}

fn told(when: Option<&When>) -> String {
    when.map(When::short).unwrap_or_default()
}
