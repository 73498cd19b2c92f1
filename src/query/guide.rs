//! The language as a table to be read: every form of term, what it finds, and an example that can be tried. Help, manual page,
//! completion and the explorer's help are made of it.

use super::syntax::{Entry, PREFIXES, SIGNS};

/// Returns every form of term, in the order in which people should read them.
pub fn guide() -> impl Iterator<Item = Entry> {
    let prefixes = PREFIXES.iter().map(|it| Entry { form: it.form, means: it.describe, example: it.example });
    SIGNS.iter().copied().chain(prefixes)
}

/// What holds for all of them.
pub const RULES: [&str; 5] = [
    "Terms side by side must all match. A comma in a value means or: cat:agreement,spending.",
    "Case, accents and the typography of quotes, apostrophes and dashes make no difference.",
    "Quotes make anything plain: \"and\" looks for the word, \"a:b\" for the text.",
    "What is only possible, because a date or a sum is not exact, is found and counted apart; surely: keeps what is certain.",
    "Where nothing has a value, the answer says so, with what may have been meant.",
];
