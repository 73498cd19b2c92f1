//! What is asked of a chronology: which events, and as of which day.

use crate::{catalog::Catalog, chronology::When};

use super::{
    ast::Query,
    eval::{Matched, eval},
    matches::Marks,
};

/// What the command line, a saved view or the explorer's filter asks for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selected {
    /// Which events.
    pub query: Query,
    /// The day by which they were public.
    pub as_of: Option<When>,
}

impl Selected {
    /// Returns whether it asks for everything.
    pub fn is_empty(&self) -> bool {
        self.query.is_empty() && self.as_of.is_none()
    }

    /// Returns the events of a catalog that it asks for.
    pub fn eval(&self, catalog: &Catalog, scope: &Marks<'_>) -> Matched {
        let known = self.as_of.as_ref().map(Query::known_by).unwrap_or_default();
        eval(&self.query.clone().and(known), catalog, scope)
    }
}
