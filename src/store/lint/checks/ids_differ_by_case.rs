//! Two ids of one sort differ only in case.

use std::collections::HashMap;

use super::{Check, LooksAt, Store};
use crate::{chronology::Origin, diag::Diagnostic, store::rules::Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule::warning(
        "ids-differ-by-case",
        "two ids that differ only in case",
        "Ids are compared letter by letter, so `Netflix` and `netflix` are two parties. People do not read them so: merge the two, or \
         give one a name of its own.",
    ),
    looks_at: LooksAt::Store(run),
};

fn run(store: &Store, faults: &mut Vec<Diagnostic>) {
    let mut alike: HashMap<u64, Vec<u32>> = HashMap::new();
    for (lower, row) in store.not_lower {
        // One whose id is in lower case already is found under that.
        alike.entry(*lower).or_insert_with(|| store.catalog.row_of_id(*lower).into_iter().collect()).push(*row);
    }
    for mut rows in alike.into_values().filter(|it| it.len() > 1) {
        rows.sort_unstable();
        let events: Vec<_> = rows.iter().map(|it| store.at(*it)).collect();
        differ(store, "events", events.iter().map(|it| (&*it.id, it.origin)), faults);
    }
    differ(store, "parties", store.parties.iter().map(|it| (&*it.id, it.origin)), faults);
    differ(store, "sources", store.sources.iter().map(|it| (&*it.id, it.origin)), faults);
}

fn differ<'a>(store: &Store, what: &str, ids: impl Iterator<Item = (&'a str, Origin)>, faults: &mut Vec<Diagnostic>) {
    let mut first: HashMap<String, (&str, Origin)> = HashMap::new();
    for (id, origin) in ids {
        let (before, there) = *first.entry(id.to_lowercase()).or_insert((id, origin));
        if before != id {
            let fault = CHECK.rule.fault(format!("the {what} `{before}` and `{id}` differ only in case"));
            let fault = fault.at(store.field(origin, "id")).related(store.field(there, "id"), "the other one");
            faults.push(fault.help("use one of the two, or another word"));
        }
    }
}
