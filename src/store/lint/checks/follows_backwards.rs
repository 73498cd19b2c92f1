//! An event follows one that begins after it has ended.

use super::{Check, Lint, LooksAt, Suspect};
use crate::{chronology::LinkKind, diag::Diagnostic, store::rules::Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule::warning(
        "follows-backwards",
        "an event follows one that comes after it",
        "The event is linked as following another, but that one certainly begins after this one has ended. One of the dates is wrong, \
         or the link runs the other way.",
    ),
    looks_at: LooksAt::Events {
        such_as: |lint, it| lint.catalog.links_of(it).iter().any(|it| it.0 == LinkKind::Follows),
        run,
    },
};

fn run(lint: &Lint, event: &Suspect, faults: &mut Vec<Diagnostic>) {
    let Some(when) = &event.when else { return };
    for link in event.links.iter().filter(|it| it.kind == LinkKind::Follows) {
        let Some(target) = lint.event(&link.to) else { continue };
        let Some(later) = target.when.as_ref().filter(|it| when.bounds().latest < it.bounds().earliest) else {
            continue;
        };
        let message =
            format!("this follows `{}`, which comes after it: {} after {}", link.to, later.short(), when.short());
        let fault = CHECK.rule.fault(message).at(event.places().string("links", &link.to));
        let fault = fault.related(lint.field(target.origin, "when"), "the other date");
        faults.push(fault.help("correct one of the dates, or link the other event to this one"));
    }
}
