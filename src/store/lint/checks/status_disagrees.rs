//! The stated status differs from what the claims add up to. An event without claims may well be stated to be something.

use super::{Check, Lint, LooksAt, Suspect};
use crate::{
    catalog::Facts,
    chronology::{Named, derived_status},
    diag::Diagnostic,
    store::rules::Rule,
};

pub(super) const CHECK: Check = Check {
    rule: Rule::warning(
        "status-disagrees",
        "the stated status is not what the claims add up to",
        "The event's `status` overrides what follows from its claims: denied and alleged is disputed, alleged alone is alleged, and so \
         on. The two differ here. If the override is deliberate, say why in `note`; else remove it.",
    ),
    looks_at: LooksAt::Events {
        such_as: |lint, it| [Facts::STATUS, Facts::CLAIM].iter().all(|fact| lint.catalog.facts(it).has(*fact)),
        run,
    },
};

fn run(lint: &Lint, event: &Suspect, faults: &mut Vec<Diagnostic>) {
    let Some(stated) = event.status.filter(|_| !event.claims.is_empty()) else { return };
    let derived = derived_status(event, &*lint.catalog);
    if stated != derived {
        let message = format!("status is stated as {}, and the claims make it {}", stated.name(), derived.name());
        let fault = CHECK.rule.fault(message).at(event.places().field("status"));
        faults.push(fault.help("remove `status`, or say in `note` why it stands over the claims"));
    }
}
