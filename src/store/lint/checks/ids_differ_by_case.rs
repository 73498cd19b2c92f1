//! Two ids of one sort differ only in case.

use std::collections::HashMap;

use super::{Check, Lint, LooksAt};
use crate::{catalog::EventIdx, chronology::Origin, diag::Diagnostic, store::rules::Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule::warning(
        "ids-differ-by-case",
        "two ids that differ only in case",
        "Ids are compared letter by letter, so `Netflix` and `netflix` are two parties. People do not read them so: merge the two, or \
         give one a name of its own.",
    ),
    looks_at: LooksAt::Store(run),
};

fn run(lint: &Lint, faults: &mut Vec<Diagnostic>) {
    let catalog = &lint.catalog;
    let mut alike: HashMap<u64, Vec<EventIdx>> = HashMap::new();
    for (event, lower) in catalog.ids_not_lower() {
        // One whose id is in lower case already is found under that.
        alike.entry(lower).or_insert_with(|| catalog.with_id_hash(lower).into_iter().collect()).push(event);
    }
    for mut events in alike.into_values().filter(|it| it.len() > 1) {
        events.sort_unstable_by_key(|it| catalog.handle(*it));
        let events: Vec<_> = events.iter().map(|it| catalog.event(*it)).collect();
        differ(lint, "events", events.iter().map(|it| (&*it.id, it.origin)), faults);
    }
    differ(lint, "parties", catalog.parties().iter().map(|it| (&*it.id, it.origin)), faults);
    differ(lint, "sources", catalog.sources().iter().map(|it| (&*it.id, it.origin)), faults);
}

fn differ<'a>(lint: &Lint, what: &str, ids: impl Iterator<Item = (&'a str, Origin)>, faults: &mut Vec<Diagnostic>) {
    let mut first: HashMap<String, (&str, Origin)> = HashMap::new();
    for (id, origin) in ids {
        let (before, there) = *first.entry(id.to_lowercase()).or_insert((id, origin));
        if before != id {
            let fault = CHECK.rule.fault(format!("the {what} `{before}` and `{id}` differ only in case"));
            let fault = fault.at(lint.field(origin, "id")).related(lint.field(there, "id"), "the other one");
            faults.push(fault.help("use one of the two, or another word"));
        }
    }
}
