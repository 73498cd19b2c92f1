//! Sums of money, read from their digits and never through a float.

use rust_decimal::Decimal;
use toml::de::DeValue;

use crate::store::read::context::{Context, Node, wrong_type};
use crate::store::rules::BAD_AMOUNT;

/// Returns the sum in `node`, which stands under `key`.
pub(in crate::store::read) fn sum(cx: &mut Context, node: &Node<'_>, key: &str) -> Option<Decimal> {
    let found = match node.get_ref() {
        DeValue::Integer(it) if it.radix() == 10 => from_digits(it.as_str()),
        DeValue::Integer(it) => {
            let number = i128::from_str_radix(&it.as_str().replace('_', ""), it.radix()).ok();
            number.and_then(|it| Decimal::try_from_i128_with_scale(it, 0).ok())
        }
        DeValue::Float(it) => from_digits(it.as_str()),
        DeValue::String(it) => from_digits(it.trim()),
        _ => return wrong_type(cx, node, &format!("`{key}` must be a number"), None),
    };
    if found.is_none() {
        let written = cx.source.get(node.span()).unwrap_or_default();
        let fault = BAD_AMOUNT.fault(format!("`{written}` is no sum of money")).at(cx.span(node.span()));
        cx.report(
            fault
                .help("write digits alone, at most 28, such as 25_000_000 or 19.99; the currency goes into `currency`"),
        );
    }
    found
}

/// Returns the exact decimal that `digits` spell.
pub(in crate::store::read) fn from_digits(digits: &str) -> Option<Decimal> {
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
