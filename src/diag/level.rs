//! How much a warning counts, for whoever checks: by its code.

use std::collections::BTreeMap;

use strum::{EnumString, IntoStaticStr, VariantNames};

use super::{Diagnostic, Severity};

/// How much a warning counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "lowercase")]
pub enum LintLevel {
    /// Nothing: it is not told.
    Allow,
    /// As much as it does of itself.
    Warn,
    /// As much as an error.
    Deny,
}

/// The levels that are not as the warnings themselves have them, by their codes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels(BTreeMap<String, LintLevel>);

impl Levels {
    /// Sets one.
    pub fn set(&mut self, code: impl Into<String>, level: LintLevel) {
        self.0.insert(code.into(), level);
    }

    /// Takes away the warnings that are allowed, and makes errors of those that are denied. What is an error stays one.
    pub fn apply(&self, faults: &mut Vec<Diagnostic>) {
        if self.0.is_empty() {
            return;
        }
        let level = |it: &Diagnostic| {
            let level = self.0.get(it.code).filter(|_| it.severity == Severity::Warning);
            level.copied().unwrap_or(LintLevel::Warn)
        };
        faults.retain(|it| level(it) != LintLevel::Allow);
        for it in faults {
            if level(it) == LintLevel::Deny {
                it.severity = Severity::Error;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_is_of_warnings_only() {
        let mut levels = Levels::default();
        levels.set("a", LintLevel::Allow);
        levels.set("b", LintLevel::Deny);
        let mut faults = vec![
            Diagnostic::error("a", "an error"),
            Diagnostic::warning("a", "gone"),
            Diagnostic::warning("b", "worse"),
            Diagnostic::warning("c", "as it is"),
        ];
        levels.apply(&mut faults);
        let told: Vec<_> = faults.iter().map(|it| (it.severity, it.code)).collect();
        assert_eq!(told, [(Severity::Error, "a"), (Severity::Error, "b"), (Severity::Warning, "c")]);
    }
}
