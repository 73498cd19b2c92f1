//! Words of the store that are one of a fixed list, such as a claim's stance.

/// A fixed list of words, each a variant.
///
/// The store's reader, its writer, the query language and the help all walk [`Named::ALL`], so that they follow a new variant. For
/// its place in the two schemas, and for the glyph and the colour of a status, tests ask; for the words of a link the compiler.
pub trait Named: Copy + PartialEq + 'static {
    /// What one of these is called in a message: `stance`, `link kind`.
    const WHAT: &'static str;
    /// Every variant, in the order in which people should read them.
    const ALL: &'static [Self];

    /// Returns the word as stores write it.
    fn name(self) -> &'static str;

    /// Returns the variant that `word` names, if any.
    fn from_name(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.name() == word)
    }
}

/// A fixed list of words of a store.
pub(super) trait StoreWord: Named {
    /// The word of each, in the order of [`Named::ALL`].
    const NAMES: &'static [&'static str];
}

/// Writes a [`StoreWord`] enum: its variants with their docs, and the word of each.
macro_rules! named {
    ($(#[$meta:meta])* $name:ident, $what:literal { $($(#[$doc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $variant,)* }

        impl $crate::chronology::named::StoreWord for $name {
            const NAMES: &'static [&'static str] = &[$($word,)*];
        }

        impl $crate::chronology::Named for $name {
            const WHAT: &'static str = $what;
            const ALL: &'static [Self] = &[$(Self::$variant,)*];

            fn name(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }
        }
    };
}

pub(super) use named;
