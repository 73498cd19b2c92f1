//! Faults counted, those of a kind together where they are many.

use super::{Diagnostic, Severity};

/// Faults of one code from which on they are told as one.
pub const MANY: usize = 20;

/// Faults counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many are errors.
    pub errors: usize,
    /// Codes of warnings of which there are more than [`MANY`], and how many, the most first.
    pub many: Vec<(&'static str, usize)>,
    /// How many warnings are of none of these codes.
    pub warnings: usize,
}

impl Tally {
    /// Counts `faults`.
    pub fn of(faults: &[Diagnostic]) -> Self {
        let mut tally = Self::default();
        let mut codes: Vec<(&'static str, usize)> = Vec::new();
        for it in faults {
            if it.severity == Severity::Error {
                tally.errors += 1;
                continue;
            }
            match codes.iter_mut().find(|(code, _)| *code == it.code) {
                Some((_, n)) => *n += 1,
                None => codes.push((it.code, 1)),
            }
        }
        tally.warnings = codes.iter().filter(|it| it.1 <= MANY).map(|it| it.1).sum();
        codes.retain(|it| MANY < it.1);
        codes.sort_by_key(|it| (std::cmp::Reverse(it.1), it.0));
        Self { many: codes, ..tally }
    }

    /// Returns the counts in words, those that there are: `2 errors`, `no-source ×10,072`, `3 warnings`. `times` is the sign.
    pub fn words(&self, times: &str) -> Vec<String> {
        let count = |n: usize, noun: &str| match n {
            0 => None,
            1 => Some(format!("1 {noun}")),
            n => Some(format!("{} {noun}s", thousands(n))),
        };
        let many = self.many.iter().map(|(code, n)| format!("{code} {times}{}", thousands(*n)));
        let more = if self.many.is_empty() { "warning" } else { "other warning" };
        count(self.errors, "error").into_iter().chain(many).chain(count(self.warnings, more)).collect()
    }
}

/// Returns a number as people read it: `10,072`.
pub fn thousands(n: usize) -> String {
    let digits = n.to_string();
    let mut words = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if 0 < at && (digits.len() - at).is_multiple_of(3) {
            words.push(',');
        }
        words.push(digit);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_of_a_kind_are_one() {
        let warnings = |code, n| std::iter::repeat_with(move || Diagnostic::warning(code, "so")).take(n);
        let mut faults: Vec<_> = warnings("no-source", 10_072).chain(warnings("few", MANY)).collect();
        faults.push(Diagnostic::error("no-source", "an error is none of them"));
        let tally = Tally::of(&faults);
        assert_eq!(tally.words("×"), ["1 error", "no-source ×10,072", "20 other warnings"]);
        assert_eq!(Tally::of(&faults[10_072..]).words("×"), ["1 error", "20 warnings"]);
        assert_eq!(Tally::of(&[]).words("×"), [""; 0]);
    }
}
