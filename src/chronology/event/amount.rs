//! Money in an event: exact decimals, or a range, in one currency.

use rust_decimal::Decimal;

use crate::chronology::grouped;

/// An amount of money as a source gives it.
///
/// A stated sum has `value`; "more than a million" has only `min`, "up to a billion" only `max`. Decimals are exact: they are
/// parsed from the digits of the store and never pass through a float.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Amount {
    /// What sort of sum it is, in the store's own vocabulary, such as `spent` or `price`: sums of two kinds are never added.
    pub kind: Option<String>,
    /// The sum, when one is stated.
    pub value: Option<Decimal>,
    /// The least it can be, when the source gives a floor.
    pub min: Option<Decimal>,
    /// The most it can be, when the source gives a ceiling.
    pub max: Option<Decimal>,
    /// ISO 4217 code, such as `USD`; or whatever unit the store counts in.
    pub currency: String,
    /// The period that the sum is per, such as `year`.
    pub per: Option<String>,
    /// Whether the source hedges it: "about", "nearly".
    pub about: bool,
    /// Id of the source that gives it.
    pub source: Option<String>,
    /// Id of the party that gives it.
    pub by: Option<String>,
    /// A remark, such as the sum as it was printed.
    pub note: Option<String>,
}

impl Amount {
    /// Returns the least it can be: the value, or else the floor. Nothing where there is only a ceiling.
    pub fn least(&self) -> Option<Decimal> {
        self.value.or(self.min)
    }

    /// Returns the most it can be: the value, or else the ceiling. Nothing where there is only a floor.
    pub fn most(&self) -> Option<Decimal> {
        self.value.or(self.max)
    }

    /// Returns what its sums say against each other, if they do.
    pub fn contradiction(&self) -> Option<&'static str> {
        match (self.value, self.min, self.max) {
            (Some(_), min, max) if min.is_some() || max.is_some() => Some("an amount with both a `value` and a range"),
            (None, Some(min), Some(max)) if max < min => Some("`min` is greater than `max`"),
            (None, None, None) => Some("an amount without `value`, `min` or `max`"),
            _ => None,
        }
    }

    /// Returns the amount in words, such as `about 25,000,000 USD a year` or `at least 100,000,000 USD`.
    ///
    /// ```
    /// use dateline::chronology::Amount;
    /// let amount = Amount { min: Some(100_000_000.into()), currency: "USD".into(), ..Amount::default() };
    /// assert_eq!(amount.words(), "at least 100,000,000 USD");
    /// ```
    pub fn words(&self) -> String {
        let about = if self.about { "about " } else { "" };
        let range = match (self.min, self.max) {
            (Some(min), Some(max)) => Some(format!("{} to {}", digits(min), digits(max))),
            (Some(min), None) => Some(format!("at least {}", digits(min))),
            (None, Some(max)) => Some(format!("up to {}", digits(max))),
            (None, None) => None,
        };
        let sum = match (self.value.map(digits), range) {
            (Some(value), Some(range)) => format!("{value} ({range})"),
            (value, range) => value.or(range).unwrap_or_else(|| "an unknown sum".to_owned()),
        };
        let per = self.per.as_ref().map(|it| format!(" a {it}")).unwrap_or_default();
        format!("{about}{sum} {}{per}", self.currency).trim_end().to_owned()
    }
}

/// Returns the digits with a comma between thousands.
fn digits(value: Decimal) -> String {
    let digits = value.abs().to_string();
    let whole = digits.split('.').next().unwrap_or_default();
    let sign = if value.is_sign_negative() { "-" } else { "" };
    format!("{sign}{}{}", grouped(whole, ','), &digits[whole.len()..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_say_what_is_known() {
        let usd = |value: Option<i64>, min: Option<i64>, max: Option<i64>| Amount {
            value: value.map(Into::into),
            min: min.map(Into::into),
            max: max.map(Into::into),
            currency: "USD".into(),
            ..Amount::default()
        };
        assert_eq!(usd(Some(2500), None, None).words(), "2,500 USD");
        assert_eq!(usd(None, Some(1), Some(1_000_000)).words(), "1 to 1,000,000 USD");
        assert_eq!(usd(None, None, Some(999)).words(), "up to 999 USD");
        assert_eq!(usd(Some(5), Some(2), Some(4)).words(), "5 (2 to 4) USD", "it contradicts itself");
        let hedged = Amount { about: true, per: Some("year".into()), ..usd(Some(40_000_000), None, None) };
        assert_eq!(hedged.words(), "about 40,000,000 USD a year");
        assert_eq!(digits("-1234.50".parse().expect("a decimal")), "-1,234.50");
    }
}
