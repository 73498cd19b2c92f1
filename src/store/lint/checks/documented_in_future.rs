//! An event lies after today and is documented.

use super::{Check, Lint, LooksAt, Suspect};
use crate::{
    chronology::{Status, derived_status},
    diag::Diagnostic,
    store::rules::Rule,
};

pub(super) const CHECK: Check = Check {
    rule: Rule::warning(
        "documented-in-future",
        "an event that is yet to come counts as documented",
        "The event lies after today, and its status is documented. What has not happened can be announced or scheduled, which is a \
         report; documented is what there is a record of.",
    ),
    looks_at: LooksAt::Events {
        such_as: |lint, it| lint.catalog.bounds(it).is_some_and(|it| lint.now < it.earliest),
        run,
    },
};

fn run(lint: &Lint, event: &Suspect, faults: &mut Vec<Diagnostic>) {
    let Some(when) = event.when.as_ref().filter(|it| lint.now < it.bounds().earliest) else { return };
    let status = event.status.unwrap_or_else(|| derived_status(event, &*lint.catalog));
    if status == Status::Documented {
        let fault = CHECK.rule.fault(format!("documented, and yet to come: {}", when.short()));
        let fault = fault.at(event.places().field("when"));
        faults.push(fault.help("what is announced is reported: set `status`, or correct the date"));
    }
}
