//! How fine a spelling is.

use edtf_core::{Date, Edtf, IntervalEndpoint, SetElement};

use super::{
    parse::{Parsed, TimedEnd},
    unit::Precision,
};

pub(super) fn precision(text: &str) -> Precision {
    let of_date = |it: &Date| match it.precision() {
        edtf_core::Precision::Year if it.year.has_unspecified() || it.year.significant_digits.is_some() => {
            Precision::Years
        }
        edtf_core::Precision::Year => Precision::Year,
        edtf_core::Precision::Month => Precision::Month,
        edtf_core::Precision::Season => Precision::Season,
        edtf_core::Precision::Day => Precision::Day,
    };
    let of_edtf = |edtf: &Edtf| match edtf {
        Edtf::Date(it) => of_date(it),
        Edtf::DateTime(_) => Precision::Second,
        Edtf::Interval(it) => [&it.start, &it.end]
            .into_iter()
            .filter_map(|it| match it {
                IntervalEndpoint::Date(it) | IntervalEndpoint::OnOrBefore(it) | IntervalEndpoint::OnOrAfter(it) => {
                    Some(of_date(it))
                }
                IntervalEndpoint::Open | IntervalEndpoint::Unknown => None,
            })
            .max()
            .unwrap_or(Precision::Years),
        Edtf::Set(it) => it
            .elements
            .iter()
            .map(|it| match it {
                SetElement::Date(it) | SetElement::OnOrBefore(it) | SetElement::OnOrAfter(it) => of_date(it),
                SetElement::Range(a, b) => of_date(a).max(of_date(b)),
            })
            .max()
            .unwrap_or(Precision::Years),
    };
    match Parsed::read(text) {
        Ok(Parsed::Edtf(it) | Parsed::MaskedBefore { earliest: it, .. }) => of_edtf(&it),
        Ok(Parsed::Instant(it)) => it.precision,
        Ok(Parsed::Timed { start, end }) => [start, end]
            .iter()
            .map(|it| match it {
                TimedEnd::At(it) => it.precision,
                TimedEnd::Date(it) => of_edtf(it),
                TimedEnd::Open | TimedEnd::Unknown => Precision::Years,
            })
            .max()
            .unwrap_or(Precision::Years),
        Err(_) => Precision::Years,
    }
}
