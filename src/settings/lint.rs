//! How much warnings count, as the configuration has it: `[lint]`, a code a line.

use strum::VariantNames as _;
use toml::de::DeTable;

use super::Written;
use crate::diag::{Diagnostic, LintLevel, Span, meant_or_all};

/// The table of the configuration that holds them.
pub(super) const LINT: &str = "lint";

/// Returns the codes with their levels in the configuration `root`, the text number `file`, and what is wrong with them. That
/// there are such codes is still to be found out.
pub(super) fn levels(root: &DeTable, file: usize) -> (Vec<(Written, LintLevel)>, Vec<Diagnostic>) {
    let (mut levels, mut faults) = (Vec::new(), Vec::new());
    let Some(value) = root.get(LINT) else { return (levels, faults) };
    let span = |it: std::ops::Range<usize>| Span::new(file, it.start, it.end);
    let Some(table) = value.get_ref().as_table() else {
        let fault = Diagnostic::error("bad-setting", format!("`{LINT}` is not a table")).at(span(value.span()));
        return (levels, vec![fault.help(format!("write `[{LINT}]`, and below it a line for each code"))]);
    };
    for (code, value) in table {
        let word = value.get_ref().as_str().unwrap_or_default();
        if let Ok(level) = word.parse() {
            levels.push((Written { text: code.get_ref().to_string(), span: span(code.span()) }, level));
        } else {
            let fault = Diagnostic::error("bad-setting", format!("`{}` cannot be set to this", code.get_ref()));
            let help = meant_or_all(word, "it can be set to", LintLevel::VARIANTS.iter().copied());
            faults.push(fault.at(span(value.span())).help(help));
        }
    }
    (levels, faults)
}
