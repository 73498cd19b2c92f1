//! Faults of a key file as diagnostics.

use strum::IntoEnumIterator;

use crate::{
    diag::{Diagnostic, Span, did_you_mean, meant_or_all},
    keys::{Action, Context, Fault, Why},
};

/// Returns a fault of the key file that is the text number `file`.
pub(super) fn diagnostic(fault: &Fault, file: usize) -> Diagnostic {
    let span = Span::new(file, fault.span.start, fault.span.end);
    let message = fault.why.to_string();
    let diagnostic = match &fault.why {
        Why::Replaces { .. } => Diagnostic::warning(code(&fault.why), message),
        why => Diagnostic::error(code(why), message),
    };
    Diagnostic { help: help(&fault.why), ..diagnostic.at(span) }
}

const fn code(why: &Why) -> &'static str {
    match why {
        Why::NotToml(_) => "bad-toml",
        Why::UnknownContext(_) => "unknown-context",
        Why::UnknownKey(_) | Why::NoKey => "unknown-key",
        Why::UnknownAction(_) => "unknown-action",
        Why::NotATable(_) | Why::NotAWord => "bad-binding",
        Why::Clash { .. } => "key-clash",
        Why::Replaces { .. } => "keys-replaced",
    }
}

fn help(why: &Why) -> Option<String> {
    match why {
        Why::UnknownContext(word) => Some(meant_or_all(word, "contexts are", Context::iter().map(Context::name))),
        Why::UnknownAction(word) => {
            let meant = did_you_mean(word, Action::iter().map(Action::name).chain(["none"]));
            let lost = || "the palette, `:` in the explorer, lists every action".to_owned();
            Some(meant.map_or_else(lost, |it| format!("did you mean `{it}`?")))
        }
        why => why.help(),
    }
}
