//! Names as numbers: the same few ids and words stand in every event.

use foldhash::fast::FixedState;
use indexmap::IndexSet;

/// A name, in one table of names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::catalog) struct Sym(pub(in crate::catalog) u32);

impl Sym {
    /// Returns the number as an index into what is kept one a name.
    pub(in crate::catalog) const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A table of names, each once.
#[derive(Clone, Debug, Default)]
pub(in crate::catalog) struct Symbols(IndexSet<Box<str>, FixedState>);

impl Symbols {
    /// Returns the number of `name`, which is in the table from now on.
    pub(in crate::catalog) fn add(&mut self, name: &str) -> Sym {
        let at = self.0.get_index_of(name).unwrap_or_else(|| self.0.insert_full(name.into()).0);
        Sym(at as u32)
    }

    /// Returns the number of `name`, if it is in the table.
    pub(in crate::catalog) fn get(&self, name: &str) -> Option<Sym> {
        self.0.get_index_of(name).map(|it| Sym(it as u32))
    }

    /// Returns the name of a number of this table.
    pub(in crate::catalog) fn name(&self, sym: Sym) -> &str {
        self.0.get_index(sym.index()).map_or("", |it| it)
    }

    /// Returns how many names there are.
    pub(in crate::catalog) fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns every name, by number.
    pub(in crate::catalog) fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|it| &**it)
    }

    /// Adds the names of another table, and returns the number here of each number there.
    pub(in crate::catalog) fn merge(&mut self, other: &Self) -> Vec<Sym> {
        other.iter().map(|it| self.add(it)).collect()
    }
}
