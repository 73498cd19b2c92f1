//! Checks of events against claims, dates and one another.

use super::lookup::Store;
use crate::store::rules::{DOCUMENTED_IN_FUTURE, FOLLOWS_BACKWARDS, OUTSIDE_LIFETIME, STATUS_DISAGREES};
use crate::{
    chronology::{Event, LinkKind, Named, Party, Status, When, derived_status},
    diag::Diagnostic,
};

/// The stated status differs from what the claims add up to. An event without claims may well be stated to be something.
pub(super) fn status_disagrees(store: &Store, event: &Event, faults: &mut Vec<Diagnostic>) {
    let Some(stated) = event.status.filter(|_| !event.claims.is_empty()) else { return };
    let derived = derived_status(event, |id| store.source(id));
    if stated != derived {
        let message = format!("status is stated as {}, and the claims make it {}", stated.name(), derived.name());
        let fault = STATUS_DISAGREES.fault(message).at(store.field(event.origin, "status"));
        faults.push(fault.help("remove `status`, or say in `note` why it stands over the claims"));
    }
}

/// An event lies after today and is documented.
pub(super) fn documented_in_future(store: &Store, event: &Event, faults: &mut Vec<Diagnostic>) {
    let Some(when) = event.when.as_ref().filter(|it| store.now < it.bounds().earliest) else { return };
    let status = event.status.unwrap_or_else(|| derived_status(event, |id| store.source(id)));
    if status == Status::Documented {
        let fault = DOCUMENTED_IN_FUTURE.fault(format!("documented, and yet to come: {}", when.short()));
        let fault = fault.at(store.field(event.origin, "when"));
        faults.push(fault.help("what is announced is reported: set `status`, or correct the date"));
    }
}

/// A party takes part in an event, or speaks of it, when it did not exist.
pub(super) fn outside_lifetime(store: &Store, event: &Event, faults: &mut Vec<Diagnostic>) {
    for it in &event.parties {
        if let Some((party, life)) = outlived(store, &it.party, event.when.as_ref()) {
            let message =
                format!("{} existed {}, and takes part {}", party.name, life.short(), told(event.when.as_ref()));
            faults.push(lifetime_fault(store, event, "parties", party, message));
        }
    }
    for it in &event.claims {
        if let Some((party, life)) = outlived(store, &it.by, it.when.as_ref()) {
            let message = format!("{} existed {}, and speaks {}", party.name, life.short(), told(it.when.as_ref()));
            faults.push(lifetime_fault(store, event, "claims", party, message));
        }
    }
}

fn lifetime_fault(store: &Store, event: &Event, key: &str, party: &Party, message: String) -> Diagnostic {
    let fault = OUTSIDE_LIFETIME.fault(message).at(store.string(event.origin, key, &party.id));
    fault
        .related(store.field(party.origin, "when"), "its lifetime")
        .help("correct one of the dates, or name another party")
}

/// Returns the party and its lifetime if that and `when` have no day in common.
fn outlived<'a>(store: &Store<'a>, id: &str, when: Option<&When>) -> Option<(&'a Party, &'a When)> {
    let party = store.party(id)?;
    let life = party.when.as_ref()?;
    (!life.bounds().window().touches(when?.bounds().window())).then_some((party, life))
}

fn told(when: Option<&When>) -> String {
    when.map(When::short).unwrap_or_default()
}

/// An event follows one that begins after it has ended.
pub(super) fn follows_backwards(store: &Store, event: &Event, faults: &mut Vec<Diagnostic>) {
    let Some(when) = &event.when else { return };
    for link in event.links.iter().filter(|it| it.kind == LinkKind::Follows) {
        let Some(target) = store.event(&link.to) else { continue };
        let Some(later) = target.when.as_ref().filter(|it| when.bounds().latest < it.bounds().earliest) else {
            continue;
        };
        let message =
            format!("this follows `{}`, which comes after it: {} after {}", link.to, later.short(), when.short());
        let fault = FOLLOWS_BACKWARDS.fault(message).at(store.string(event.origin, "links", &link.to));
        let fault = fault.related(store.field(target.origin, "when"), "the other date");
        faults.push(fault.help("correct one of the dates, or link the other event to this one"));
    }
}
