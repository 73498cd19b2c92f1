//! What a format could not carry, counted in what was written.

use super::{
    part::{Part, PartOf},
    report::count,
    subset::Contents,
};

/// The parts that a format carries, in lists.
pub(super) type Carries = &'static [&'static [Part]];

/// Returns whether `part` is among those.
pub(super) fn is_carried(carries: Carries, part: Part) -> bool {
    carries.iter().any(|it| it.contains(&part))
}

/// How many of some events, parties or sources have each part that is not carried.
#[derive(Clone)]
pub(super) struct Counted<T: 'static> {
    rows: Vec<(&'static PartOf<T>, usize)>,
    /// How many have any of them.
    any: usize,
}

impl<T> Counted<T> {
    /// Returns counts of nothing yet. A part of a part that is not carried needs no count of its own.
    pub(super) fn new(rows: &[&'static [PartOf<T>]], carries: Carries) -> Self {
        let carried = |part| is_carried(carries, part);
        let lost = rows.iter().copied().flatten().filter(|it| !carried(it.part) && it.within.is_none_or(carried));
        Self { rows: lost.map(|it| (it, 0)).collect(), any: 0 }
    }

    pub(super) fn add(&mut self, contents: &Contents, it: &T) {
        let mut any = false;
        for (row, n) in &mut self.rows {
            if (row.has)(contents, it) {
                *n += 1;
                any = true;
            }
        }
        self.any += usize::from(any);
    }

    /// Adds the counts of others.
    pub(super) fn merge(&mut self, other: &Self) {
        self.rows.iter_mut().zip(&other.rows).for_each(|(mine, theirs)| mine.1 += theirs.1);
        self.any += other.any;
    }

    /// Returns what is lost in one line, each part once: `3 events have what is not written: tags (1), links (2)`.
    pub(super) fn words(&self, noun: &str) -> Option<String> {
        let present: Vec<_> = self.rows.iter().filter(|it| 0 < it.1).collect();
        match present[..] {
            [] => None,
            [(row, n)] => Some(having(*n, noun, &format!("{}, which are not written", row.words))),
            _ => {
                let parts: Vec<_> = present.iter().map(|(row, n)| format!("{} ({n})", row.words)).collect();
                Some(having(self.any, noun, &format!("what is not written: {}", parts.join(", "))))
            }
        }
    }

    /// Returns the parts that are there, each in words.
    pub(super) fn names(&self) -> Vec<&'static str> {
        self.rows.iter().filter(|it| 0 < it.1).map(|it| it.0.words).collect()
    }
}

/// Returns `2 events have tags` for 2 and `tags`.
pub(super) fn having(n: usize, noun: &str, what: &str) -> String {
    format!("{} {} {what}", count(n, noun), if n == 1 { "has" } else { "have" })
}
