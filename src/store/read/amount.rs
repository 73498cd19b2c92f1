//! Sums of money, read from their digits and never through a float.

use rust_decimal::Decimal;
use toml::de::DeValue;

use super::{
    extra::unknown,
    fields::{Context, Table, Value, flag, required, string, wrong_type},
};
use crate::chronology::Amount;
use crate::store::rules::{AMOUNT_RANGE, BAD_AMOUNT};

/// The keys of an amount.
pub(super) const KEYS: &[&str] = &["value", "min", "max", "currency", "per", "about", "note"];

/// Returns the amount in `value`.
pub(super) fn amount(cx: &mut Context, value: &Value<'_>) -> Option<Amount> {
    let table = Table::of(cx, value, "amount", KEYS)?;
    let n_faults = cx.diagnostics.len();
    let sums = [decimal(cx, &table, "value"), decimal(cx, &table, "min"), decimal(cx, &table, "max")];
    let is_damaged = cx.diagnostics.len() > n_faults;
    let amount = Amount {
        value: sums[0],
        min: sums[1],
        max: sums[2],
        currency: required(cx, &table, "currency").unwrap_or_default(),
        per: string(cx, &table, "per"),
        about: flag(cx, &table, "about"),
        note: string(cx, &table, "note"),
    };
    unknown(cx, &table);
    if is_damaged || amount.currency.is_empty() {
        return None;
    }
    let told = |key: &str| table.fields.contains_key(key);
    let fault = match (amount.value, amount.min, amount.max) {
        (Some(_), min, max) if min.is_some() || max.is_some() => "an amount with both a `value` and a range",
        (None, Some(min), Some(max)) if max < min => "`min` is greater than `max`",
        (None, None, None) if !told("value") && !told("min") && !told("max") => {
            "an amount without `value`, `min` or `max`"
        }
        _ => return Some(amount),
    };
    let help = "write `value` for a stated sum, `min` for a floor, `max` for a ceiling, or `min` and `max` for a range";
    cx.report(AMOUNT_RANGE.fault(fault).at(cx.span(value.span())).help(help));
    Some(amount)
}

fn decimal(cx: &mut Context, table: &Table, key: &str) -> Option<Decimal> {
    let value = table.get(cx, key)?;
    let found = match value.get_ref() {
        DeValue::Integer(it) if it.radix() == 10 => from_digits(it.as_str()),
        DeValue::Integer(it) => {
            let number = i128::from_str_radix(&it.as_str().replace('_', ""), it.radix()).ok();
            number.and_then(|it| Decimal::try_from_i128_with_scale(it, 0).ok())
        }
        DeValue::Float(it) => from_digits(it.as_str()),
        DeValue::String(it) => from_digits(it.trim()),
        _ => {
            wrong_type(cx, value, &format!("`{key}` must be a number"), None);
            return None;
        }
    };
    if found.is_none() {
        let written = cx.source.get(value.span()).unwrap_or_default();
        let fault = BAD_AMOUNT.fault(format!("`{written}` is no sum of money")).at(cx.span(value.span()));
        cx.report(
            fault
                .help("write digits alone, at most 28, such as 25_000_000 or 19.99; the currency goes into `currency`"),
        );
    }
    found
}

/// Returns the exact decimal that `digits` spell.
fn from_digits(digits: &str) -> Option<Decimal> {
    let digits = digits.replace('_', "");
    let digits = digits.strip_prefix('+').unwrap_or(&digits);
    if digits.contains(['e', 'E']) {
        Decimal::from_scientific(digits).ok()
    } else {
        Decimal::from_str_exact(digits).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_exact() {
        let check = |digits: &str, expect: Option<&str>| {
            assert_eq!(from_digits(digits).map(|it| it.to_string()).as_deref(), expect, "{digits}");
        };
        check("25_000_000", Some("25000000"));
        check("+19.90", Some("19.90"));
        check("-0.1", Some("-0.1"));
        check("0.1000000000000000055511151231", Some("0.1000000000000000055511151231"));
        check("1e6", Some("1000000"));
        check("0.10000000000000000555111512312578", None);
        for it in ["inf", "-inf", "nan", "", "-", "1,000", "$5", "1e99", "99999999999999999999999999999999"] {
            check(it, None);
        }
    }
}
