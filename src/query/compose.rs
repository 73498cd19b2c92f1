//! Queries made of other queries and of values: as trees, so that nothing has to be quoted, bracketed or read again.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::chronology::{CivilDate, Instant, Status, When, Window};

use super::{
    ast::{Comparison, Expr, IsWord, Joint, Name, NameOf, Query, Term, Time, TimeOf},
    meaning::windows,
};

impl Query {
    /// Returns whether it matches everything because it asks for nothing.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Returns the range that it selects: of each list of windows one is asked for. It is that of the terms of time that must match;
    /// under an `or` or a `not` stands no range, and `known:` is about another time.
    pub fn range(&self) -> Vec<Vec<Window>> {
        let windows_of = |it: &Expr| match it {
            Expr::Term(Term::Times(of, times)) if *of != TimeOf::Known => Some(windows(*of, times)),
            _ => None,
        };
        self.parts().into_iter().filter_map(windows_of).collect()
    }

    /// Returns the currency of the first amount that it asks for in one.
    pub fn currency(&self) -> Option<&str> {
        self.single_terms().into_iter().find_map(|it| match it {
            Term::Amount(currency, ..) => currency.as_ref().map(|it| &*it.text),
            _ => None,
        })
    }

    /// Returns what both match. Terms stay as they were written; an `|` of several is put in parentheses.
    ///
    /// ```
    /// use dateline::query::Query;
    /// let query = |text: &str| Query::parse(text).0;
    /// assert_eq!(query("cat:filing").and(query("@netflix | @onavo")).text, "cat:filing (@netflix | @onavo)");
    /// ```
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self.is_empty(), other.is_empty()) {
            (_, true) => self,
            (true, _) => other,
            _ => Self::of(self.into_terms().chain(other.into_terms())),
        }
    }

    /// Returns the query for one of the parties with these ids.
    pub fn of_parties(ids: impl IntoIterator<Item = String>) -> Self {
        Self::of_names(NameOf::Party, ids)
    }

    /// Returns the query for what the parties with these ids have no part in.
    pub fn of_no_party(ids: impl IntoIterator<Item = String>) -> Self {
        let without = |id: String| Expr::not(Expr::Term(Term::Names(NameOf::Party, vec![name(id)])));
        ids.into_iter().map(|id| Self::of_expr(without(id))).fold(Self::default(), Self::and)
    }

    /// Returns the query for events with a status.
    pub fn of_status(status: Status) -> Self {
        Self::of_term(Term::Status(vec![status]))
    }

    /// Returns the query for events of a category.
    pub fn of_category(category: &str) -> Self {
        Self::of_names(NameOf::Category, [category.to_owned()])
    }

    /// Returns the query for what has an amount in a currency, or in what else is counted.
    pub fn of_amounts_in(currency: &str) -> Self {
        Self::of_term(Term::Amount(Some(name(currency)), Comparison::AtLeast, Decimal::ZERO))
    }

    /// Returns the query for what lies in a time and at no other.
    pub fn wholly_in(when: &When) -> Self {
        Self::of_time(TimeOf::Wholly, when.as_str().to_owned(), when.bounds().window())
    }

    /// Returns the query for what may lie between the start of one day and the end of another.
    pub fn in_days(first: CivilDate, last: CivilDate) -> Self {
        let window = Window::new(Instant::at_start_of(first), Instant::at_end_of(last));
        Self::of_time(TimeOf::In, format!("{first}..{last}"), window)
    }

    /// Returns the query for what is marked.
    pub fn of_marked() -> Self {
        Self::of_term(Term::Is(vec![IsWord::Marked]))
    }

    /// Returns the query for a text as it is.
    pub fn of_text(text: &str) -> Self {
        Self::of_term(Term::Text(name(text)))
    }

    fn of_names(of: NameOf, names: impl IntoIterator<Item = String>) -> Self {
        Self::of_term(Term::Names(of, names.into_iter().map(name).collect()))
    }

    fn of_time(of: TimeOf, text: String, window: Window) -> Self {
        Self::of_term(Term::Times(of, vec![Time { text, window }]))
    }

    fn of_term(term: Term) -> Self {
        Self::of_expr(Expr::Term(term))
    }

    /// Returns the bytes of the text on which the terms stand that must all match; one for a query that is an `|` of several.
    pub fn terms(&self) -> impl Iterator<Item = Range<usize>> {
        self.terms.iter().map(|it| it.0.clone())
    }

    /// Returns the query without one of its [terms](Self::terms).
    #[must_use]
    pub fn without(self, term: usize) -> Self {
        Self::of(self.into_terms().enumerate().filter(|it| it.0 != term).map(|it| it.1))
    }

    /// Returns whether it is nothing but words to look for.
    pub fn is_plain_text(&self) -> bool {
        self.parts().into_iter().all(|it| matches!(it, Expr::Term(Term::Text(_))))
    }

    /// Returns whether it names a party by its id.
    pub fn names_a_party(&self) -> bool {
        self.has_term(|it| matches!(it, Term::Names(NameOf::Party, _)))
    }

    /// Returns whether it names a status.
    pub fn names_a_status(&self) -> bool {
        self.has_term(|it| matches!(it, Term::Status(_)))
    }

    /// Returns whether an event has to be marked, or not to be, for it to match.
    pub fn is_about_marks(&self) -> bool {
        self.has_term(|it| matches!(it, Term::Is(words) if words.contains(&IsWord::Marked)))
    }

    fn has_term(&self, is_meant: impl Fn(&Term) -> bool) -> bool {
        self.single_terms().into_iter().any(is_meant)
    }

    pub(super) fn of_expr(expr: Expr) -> Self {
        Self::of(std::iter::once((expr.to_string(), expr)))
    }

    /// Returns the query of terms that must all match, each with its text.
    fn of(terms: impl Iterator<Item = (String, Expr)>) -> Self {
        let mut query = Self::default();
        for (text, expr) in terms {
            if !query.text.is_empty() {
                query.text.push(' ');
            }
            let start = query.text.len();
            query.text.push_str(&text);
            query.terms.push((start..query.text.len(), expr));
        }
        query
    }

    fn into_terms(self) -> impl Iterator<Item = (String, Expr)> {
        let text = self.text;
        self.terms.into_iter().map(move |(at, expr)| match expr {
            Expr::Several(Joint::Any, _) => (format!("({expr})"), expr),
            expr => (text[at].to_owned(), expr),
        })
    }
}

fn name(text: impl Into<String>) -> Name {
    Name { text: text.into(), at: 0..0 }
}
