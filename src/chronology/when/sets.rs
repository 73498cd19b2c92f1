//! Sets whose ranges edtf-core refuses: with ends of different precision, and with ends that are qualified.
//!
//! The standard wants both ends of a range in a set alike, so that its members can be listed. Nothing here lists them: between
//! about 2011 and 2013, and from June 2011 to some time in 2013, are stretches like others.

use edtf_core::{Date, Edtf, Precision, Set, SetElement, SetKind};

use super::sides::edtf_bounds;

/// Reads a set with such ranges.
pub(super) fn read(text: &str) -> Option<Edtf> {
    let (kind, inner) = match (text.as_bytes().first()?, text.as_bytes().last()?) {
        (b'[', b']') => (SetKind::OneMember, text.get(1..text.len() - 1)?),
        (b'{', b'}') => (SetKind::AllMembers, text.get(1..text.len() - 1)?),
        _ => return None,
    };
    let elements: Option<Vec<SetElement>> = inner.split(',').map(element).collect();
    elements.map(|elements| Edtf::Set(Set { kind, elements }))
}

fn element(text: &str) -> Option<SetElement> {
    match text.split_once("..") {
        None => date(text).map(SetElement::Date),
        Some(("", "")) => None,
        Some(("", end)) => date(end).map(SetElement::OnOrBefore),
        Some((start, "")) => date(start).map(SetElement::OnOrAfter),
        Some((start, end)) => {
            let (start, end) = (date(start)?, date(end)?);
            let is_plain = |it: &Date| it.precision() != Precision::Season && !it.has_unspecified();
            let bounds = |it: &Date| edtf_bounds(&Edtf::Date(*it));
            let is_forward = bounds(&start).earliest <= bounds(&end).latest;
            (is_plain(&start) && is_plain(&end) && is_forward).then_some(SetElement::Range(start, end))
        }
    }
}

fn date(text: &str) -> Option<Date> {
    match Edtf::parse(text) {
        Ok(Edtf::Date(it)) => Some(it),
        _ => None,
    }
}
