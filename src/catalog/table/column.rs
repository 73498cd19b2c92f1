//! What every column of the table does as the table does.

/// What stands in each of many rows.
pub(super) trait Column {
    /// Makes room for `more` rows like the `now` that are there.
    fn make_room(&mut self, more: usize, now: usize);

    /// Adds the rows of another column behind the own.
    fn append_rows(&mut self, other: Self);

    /// Keeps the rows that `keep` wants.
    fn retain_rows(&mut self, keep: impl Fn(usize) -> bool);
}

impl<T> Column for Vec<T> {
    fn make_room(&mut self, more: usize, _: usize) {
        self.reserve_exact(more);
    }

    fn append_rows(&mut self, other: Self) {
        self.extend(other);
    }

    fn retain_rows(&mut self, keep: impl Fn(usize) -> bool) {
        let mut row = 0..;
        self.retain(|_| row.next().is_none_or(&keep));
    }
}

/// Writes a table of names and columns: what happens to the table happens to each of its columns.
macro_rules! columns {
    (
        $(#[$about:meta])*
        pub struct $table:ident {
            names { $($(#[$name_doc:meta])* $name:ident,)* }
            $($(#[$doc:meta])* $column:ident: $type:ty,)*
        }
    ) => {
        $(#[$about])*
        pub struct $table {
            $($(#[$name_doc])* pub(in crate::catalog) $name: Symbols,)*
            $($(#[$doc])* pub(in crate::catalog) $column: $type,)*
        }

        impl Column for $table {
            fn make_room(&mut self, more: usize, now: usize) {
                $(Column::make_room(&mut self.$column, more, now);)*
            }

            fn append_rows(&mut self, other: Self) {
                $(Column::append_rows(&mut self.$column, other.$column);)*
            }

            fn retain_rows(&mut self, keep: impl Fn(usize) -> bool) {
                $(Column::retain_rows(&mut self.$column, &keep);)*
            }
        }
    };
}

pub(super) use columns;
