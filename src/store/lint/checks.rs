//! The table of checks, one a file. To add one, write its file and name it here.

mod documented_in_future;
mod follows_backwards;
mod ids_differ_by_case;
mod never_cited;
mod no_source;
mod outside_lifetime;
mod party_unused;
mod single_root;
mod status_disagrees;
mod two_dates;
mod year_pair;

// What the checks are written with.
use super::{
    check::{Check, LooksAt, Suspect},
    lookup::Lint,
};
use crate::store::rules::{OF_READING, Rule};

/// Every check, in the order of `check --explain all`.
pub(super) static CHECKS: &[Check] = &[
    status_disagrees::CHECK,
    documented_in_future::CHECK,
    outside_lifetime::CHECK,
    no_source::CHECK,
    single_root::CHECK,
    never_cited::CHECK,
    party_unused::CHECK,
    two_dates::CHECK,
    year_pair::CHECK,
    follows_backwards::CHECK,
    ids_differ_by_case::CHECK,
];

/// Returns everything that reading and lint can report.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    OF_READING.iter().chain(CHECKS.iter().map(|it| &it.rule))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn rules_are_written_for_people() {
        let mut codes = HashSet::new();
        for rule in rules() {
            assert!(codes.insert(rule.code), "{} is listed twice", rule.code);
            assert!(
                rule.code.bytes().all(|it| it.is_ascii_lowercase() || it == b'-' || it.is_ascii_digit()),
                "{}",
                rule.code
            );
            assert!(!rule.summary.ends_with('.') && rule.summary.len() < 80, "{}", rule.code);
            assert!(rule.explanation.ends_with('.') && !rule.explanation.contains("  "), "{}", rule.code);
        }
    }
}
