//! Lint: what a whole store probably does not mean, though all of it could be read.

use super::{
    input::Loaded,
    lifetimes::{documented_in_future, follows_backwards, outside_lifetime, status_disagrees},
    locate::sort,
    lookup::Store,
    provenance::{ids_differ_by_case, never_cited, no_source, party_unused, single_root, two_dates},
};
use crate::{chronology::CivilDate, diag::Diagnostic};

/// Every check of a whole store, each named after the rule that it reports.
const CHECKS: [fn(&Store, &mut Vec<Diagnostic>); 10] = [
    status_disagrees,
    documented_in_future,
    outside_lifetime,
    follows_backwards,
    no_source,
    single_root,
    never_cited,
    party_unused,
    two_dates,
    ids_differ_by_case,
];

/// Returns what is suspicious about a store, in order of place. It does not repeat what loading found.
///
/// `today` decides what lies in the future.
pub fn check(loaded: &Loaded, today: CivilDate) -> Vec<Diagnostic> {
    let store = Store::new(loaded, today);
    let mut faults = Vec::new();
    for check in CHECKS {
        check(&store, &mut faults);
    }
    sort(&mut faults);
    faults
}
