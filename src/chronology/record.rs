//! What a table of a store is made of: its fields, what each holds, and the way to each in the struct that holds it.
//!
//! The tables themselves are in [`fields`](super::fields).

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::{When, named::StoreWord};

/// What sort of table it is, such as an event or a claim.
#[derive(Debug)]
pub struct Table {
    /// What one is called in a message: `event`.
    pub what: &'static str,
    /// Its fields, in the order in which they are written.
    pub fields: &'static [Field],
    /// Whether an author may add keys, which are then kept.
    pub keeps_own_keys: bool,
    /// Whether the first field alone may stand for it: `"netflix"` for `{ id = "netflix" }`.
    pub may_be_plain: bool,
    /// Whether no two of a list may be equal.
    pub is_distinct: bool,
}

impl Table {
    /// Returns the number of the field with this key.
    pub fn position(&self, key: &str) -> Option<usize> {
        self.fields.iter().position(|it| it.key == key)
    }

    /// Returns the keys, in the order in which they are written.
    pub fn keys(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.fields.iter().map(|it| it.key)
    }
}

/// One field of a table.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its key.
    pub key: &'static str,
    /// What it holds.
    pub kind: FieldKind,
    /// What becomes of a table without it.
    pub need: Need,
}

/// What a field holds.
#[derive(Clone, Copy, Debug)]
pub enum FieldKind {
    /// Any text.
    Text,
    /// A date.
    Date,
    /// A whole number.
    Integer,
    /// An exact sum of money.
    Sum,
    /// True or false, and false where nothing is said.
    Flag,
    /// A word of a fixed list.
    Word {
        /// What one is called in a message: `stance`.
        what: &'static str,
        /// The words.
        names: &'static [&'static str],
        /// The word that holds where nothing is said.
        default: Option<&'static str>,
    },
    /// A list of texts.
    Texts,
    /// A list of tables.
    Tables(&'static Table),
}

/// What becomes of a table without a field, or with an empty one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Nothing.
    Optional,
    /// It is left out: this is what it is called by, or what it points to.
    Id,
    /// It is left out.
    Filled,
    /// Its id stands in where there is none.
    OrId,
    /// The items of the list are ids: an empty one is left out.
    Ids,
    /// Nothing. Only reading the store needs it: it is not kept.
    Reading,
}

impl Need {
    /// Returns whether a table without it is left out.
    pub const fn is_required(self) -> bool {
        matches!(self, Self::Id | Self::Filled)
    }
}

/// What a field of one table holds.
pub enum Value<'a> {
    /// Nothing.
    None,
    /// A text.
    Text(Cow<'a, str>),
    /// A date.
    Date(Cow<'a, When>),
    /// A whole number.
    Integer(i64),
    /// A sum.
    Sum(Decimal),
    /// True or false.
    Flag(bool),
    /// A word of the field's list.
    Word(&'static str),
    /// A list of texts.
    Texts(Cow<'a, [String]>),
    /// A list of tables.
    Tables(&'a dyn Records),
}

/// One table of a store, whose fields are found by their numbers in [`Table::fields`].
pub trait Record {
    /// Returns what sort of table it is.
    fn table(&self) -> &'static Table;

    /// Returns what the field number `at` holds.
    fn get(&self, at: usize) -> Value<'_>;

    /// Fills the field number `at`, which is no list of tables, with a value of its kind.
    fn set(&mut self, at: usize, value: Value<'_>);

    /// Returns the list of tables that the field number `at` is, if it is one.
    fn tables(&mut self, at: usize) -> Option<&mut dyn Records>;

    /// Returns the keys of the author's own, with their values as TOML.
    fn own_keys(&self) -> &[(String, String)] {
        &[]
    }

    /// Returns the place for keys of the author's own, if the table keeps them.
    fn own_keys_mut(&mut self) -> Option<&mut Vec<(String, String)>> {
        None
    }

    /// Returns what its fields say against each other, if they do.
    fn contradiction(&self) -> Option<&'static str> {
        None
    }

    /// Returns a table that says nothing. It is none before its required fields are filled.
    fn blank() -> Self
    where
        Self: Sized;
}

/// A list of tables of one sort.
pub trait Records {
    /// Returns them all, in order.
    fn all(&self) -> Vec<&dyn Record>;

    /// Adds one that says nothing, to be filled or removed.
    fn add(&mut self) -> &mut dyn Record;

    /// Removes the last one.
    fn remove_last(&mut self);

    /// Returns whether the last one equals one before it.
    fn repeats(&self) -> bool;
}

impl<R: Record + PartialEq> Records for Vec<R> {
    fn all(&self) -> Vec<&dyn Record> {
        self.iter().map(|it| it as &dyn Record).collect()
    }

    fn add(&mut self) -> &mut dyn Record {
        self.push(R::blank());
        let last = self.len() - 1;
        &mut self[last]
    }

    fn remove_last(&mut self) {
        self.pop();
    }

    fn repeats(&self) -> bool {
        self.split_last().is_some_and(|(last, before)| before.contains(last))
    }
}

/// A type that a field of a struct has.
pub(super) trait FieldType: Sized {
    const KIND: FieldKind;

    fn get(&self) -> Value<'_>;

    /// Returns what a value of the kind is as this type.
    fn of(value: Value<'_>) -> Option<Self>;

    fn tables(&mut self) -> Option<&mut dyn Records> {
        None
    }
}

/// Writes [`FieldType`] for types that hold one kind of value.
macro_rules! field_type {
    ($type:ty, $kind:ident, $it:ident => $get:expr, $of:expr) => {
        impl FieldType for $type {
            const KIND: FieldKind = FieldKind::$kind;

            fn get(&self) -> Value<'_> {
                let $it = self;
                Value::$kind($get)
            }

            fn of(value: Value<'_>) -> Option<Self> {
                if let Value::$kind(it) = value { Some($of(it)) } else { None }
            }
        }
    };
}

field_type!(String, Text, it => it.into(), Cow::into_owned);
field_type!(When, Date, it => Cow::Borrowed(it), Cow::into_owned);
field_type!(i64, Integer, it => *it, i64::from);
field_type!(Decimal, Sum, it => *it, Decimal::from);
field_type!(bool, Flag, it => *it, bool::from);
field_type!(Vec<String>, Texts, it => it.into(), Cow::into_owned);

impl<T: StoreWord> FieldType for T {
    const KIND: FieldKind = FieldKind::Word { what: T::WHAT, names: T::NAMES, default: Some(T::NAMES[0]) };

    fn get(&self) -> Value<'_> {
        Value::Word(self.name())
    }

    fn of(value: Value<'_>) -> Option<Self> {
        if let Value::Word(word) = value { T::from_name(word) } else { None }
    }
}

impl<T: FieldType> FieldType for Option<T> {
    const KIND: FieldKind = match T::KIND {
        FieldKind::Word { what, names, .. } => FieldKind::Word { what, names, default: None },
        kind => kind,
    };

    fn get(&self) -> Value<'_> {
        self.as_ref().map_or(Value::None, T::get)
    }

    fn of(value: Value<'_>) -> Option<Self> {
        T::of(value).map(Some)
    }
}

impl<R: Record + PartialEq + HasTable> FieldType for Vec<R> {
    const KIND: FieldKind = FieldKind::Tables(R::TABLE);

    fn get(&self) -> Value<'_> {
        Value::Tables(self)
    }

    fn of(_: Value<'_>) -> Option<Self> {
        None
    }

    fn tables(&mut self) -> Option<&mut dyn Records> {
        Some(self)
    }
}

/// A record whose table is known without one.
pub trait HasTable {
    /// What sort of table it is.
    const TABLE: &'static Table;
}

/// Returns the kind of the field that a way leads to.
pub(super) const fn kind_of<R, S: FieldType>(_: fn(&R) -> &S) -> FieldKind {
    S::KIND
}

/// Fills a field with a value of its kind.
pub(super) fn fill<S: FieldType>(field: &mut S, value: Value<'_>) {
    if let Some(it) = S::of(value) {
        *field = it;
    }
}

/// How one field of a record is got, set, and filled with tables.
pub(super) type Access<R> = (fn(&R) -> Value<'_>, fn(&mut R, Value<'_>), fn(&mut R) -> Option<&mut dyn Records>);

/// Writes [`Record`] for a struct from the list of its fields. A field of the struct that is missing here does not compile.
macro_rules! record {
    (
        $record:ident $what:literal $($mark:ident)* {
            $($key:literal: $place:ident $need:ident,)*
            $(; $($read:literal: $kind:ident Reading,)*)?
        }
        $(own keys in $own:ident,)? $(besides $besides:ident,)? $(contradiction $contradiction:path,)?
    ) => {
        impl HasTable for $record {
            const TABLE: &'static Table = &{
                #[allow(unused_mut, reason = "not every table has a mark")]
                let mut table = Table {
                    what: $what,
                    fields: &[
                        $(Field { key: $key, kind: kind_of(|it: &$record| &it.$place), need: Need::$need },)*
                        $($(Field { key: $read, kind: FieldKind::$kind, need: Need::Reading },)*)?
                    ],
                    keeps_own_keys: false,
                    may_be_plain: false,
                    is_distinct: false,
                };
                $(table.$mark = true;)*
                table
            };
        }

        impl $record {
            const ACCESS: &'static [Access<Self>] = &[
                $((|it| it.$place.get(), |it, value| fill(&mut it.$place, value), |it| it.$place.tables()),)*
            ];
        }

        impl Record for $record {
            fn table(&self) -> &'static Table {
                Self::TABLE
            }

            fn get(&self, at: usize) -> Value<'_> {
                Self::ACCESS.get(at).map_or(Value::None, |it| it.0(self))
            }

            fn set(&mut self, at: usize, value: Value<'_>) {
                if let Some(it) = Self::ACCESS.get(at) {
                    it.1(self, value);
                }
            }

            fn tables(&mut self, at: usize) -> Option<&mut dyn Records> {
                Self::ACCESS.get(at)?.2(self)
            }

            $(fn own_keys(&self) -> &[(String, String)] {
                &self.$own
            }

            fn own_keys_mut(&mut self) -> Option<&mut Vec<(String, String)>> {
                Some(&mut self.$own)
            })?

            $(fn contradiction(&self) -> Option<&'static str> {
                $contradiction(self)
            })?

            fn blank() -> Self {
                Self { $($place: Default::default(),)* $($own: Vec::new(),)? $($besides: Default::default(),)? }
            }
        }
    };
}

pub(super) use record;
