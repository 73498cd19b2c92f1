//! Dates of a store: EDTF and RFC 3339 in strings, and TOML's own dates.

use toml::de::DeValue;

use crate::store::read::context::{Context, Node, wrong_type};
use crate::store::rules::{AMBIGUOUS_DATE, BAD_DATE, IMPOSSIBLE_DATE, REVERSED_INTERVAL};
use crate::{
    chronology::{DateError, DateFault, When},
    diag::Diagnostic,
};

/// Returns the date in `value`, which stands under `key`.
pub(in crate::store::read) fn date(cx: &mut Context, value: &Node<'_>, key: &str) -> Option<When> {
    match value.get_ref() {
        DeValue::String(spelling) => When::parse(spelling).map_err(|it| report(cx, value, Some(spelling), it)).ok(),
        DeValue::Datetime(_) => native(cx, value, key),
        DeValue::Integer(_) | DeValue::Float(_) => {
            let help = cx.source.get(value.span()).map(|it| format!("write `{key} = \"{it}\"`"));
            wrong_type(cx, value, &format!("`{key}` must be a string or a date"), help)
        }
        _ => wrong_type(cx, value, &format!("`{key}` must be a string or a date"), None),
    }
}

/// Reads a date that is written without quotes. TOML allows a space or a small `t` where RFC 3339 has `T`.
fn native(cx: &mut Context, value: &Node<'_>, key: &str) -> Option<When> {
    let written = cx.source.get(value.span())?;
    let spelling: String = written
        .char_indices()
        .map(|(at, it)| {
            if at == 10 && matches!(it, ' ' | 't') {
                'T'
            } else if it == 'z' {
                'Z'
            } else {
                it
            }
        })
        .collect();
    // A time of day is a TOML date too, and `When` would tell of it in terms of years.
    if written.as_bytes().get(2) == Some(&b':') {
        let help = Some("write the day as well".to_owned());
        let fault = BAD_DATE.fault(format!("`{key} = {written}` is a time without a day")).at(cx.span(value.span()));
        cx.report(Diagnostic { help, ..fault });
        return None;
    }
    let fault = match When::parse(&spelling) {
        Ok(when) => return Some(when),
        Err(fault) => fault,
    };
    // What TOML itself objects to is told once, in terms of the calendar.
    cx.replaced.push(value.span());
    report(cx, value, None, fault);
    None
}

/// Reports a date that cannot be read, at the bytes that are at fault.
fn report(cx: &mut Context, value: &Node<'_>, spelling: Option<&str>, fault: DateFault) {
    let DateFault { error, message, span: bytes, help } = fault;
    let rule = match error {
        DateError::Impossible => IMPOSSIBLE_DATE,
        DateError::Reversed => REVERSED_INTERVAL,
        DateError::Ambiguous => AMBIGUOUS_DATE,
        DateError::Unreadable => BAD_DATE,
    };
    let whole = value.span();
    let written = cx.source.get(whole.clone()).unwrap_or_default();
    let inside = match spelling {
        // With escapes, or in a multi-line string, bytes of the literal are not bytes of the date.
        Some(it) => {
            written.get(1..written.len().saturating_sub(1)).filter(|inner| *inner == it).map(|_| whole.start + 1)
        }
        None => Some(whole.start),
    };
    let range = match inside {
        Some(start) => {
            let end = whole.end.max(start);
            (start + bytes.start).min(end)..(start + bytes.end).min(end)
        }
        None => whole,
    };
    let fault = rule.fault(message).at(cx.span(range));
    cx.report(Diagnostic { help, ..fault });
}
