//! Two sources are the same page and came out on dates that cannot both be right.

use std::collections::HashMap;

use super::{Check, Lint, LooksAt};
use crate::{chronology::Source, diag::Diagnostic, store::rules::Rule};

pub(super) const CHECK: Check = Check {
    rule: Rule::warning(
        "two-dates",
        "one page with two dates of publication",
        "Two sources have the same `url` and dates of `published` that cannot both be right. Either one of the dates is wrong, or the \
         page changed, and then each version deserves its own archived address.",
    ),
    looks_at: LooksAt::Store(run),
};

fn run(lint: &Lint, faults: &mut Vec<Diagnostic>) {
    let mut first: HashMap<&str, &Source> = HashMap::new();
    for source in lint.catalog.sources() {
        let (Some(url), Some(published)) = (&source.url, &source.published) else { continue };
        let before = *first.entry(url).or_insert(source);
        let Some(other) = &before.published else { continue };
        if !published.bounds().window().touches(other.bounds().window()) {
            let message =
                format!("the page of `{}` came out {} here, and {} there", before.id, published.short(), other.short());
            let fault = CHECK.rule.fault(message).at(lint.field(source.origin, "published"));
            faults.push(fault.related(lint.field(before.origin, "published"), "the other date"));
        }
    }
}
