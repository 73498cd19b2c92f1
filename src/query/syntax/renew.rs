//! Queries that were written for an older version of the language, as it reads today.
//!
//! In the first version `and`, `or` and `not` were words to look for, and so were `&`, `!that`, `2013-2016`, `amount!=5` and
//! typographic quotes. What was saved then is still meant so: such words are quoted.

use super::lex::Piece;
use super::{
    lex::{is_typographic, operator},
    print::quotes,
    value,
};

/// The version of the language. What is saved says for which it was written; what says nothing was written for the first.
pub const LANGUAGE: u32 = 2;

/// Returns a query of the first version of the language as today's has it.
///
/// ```
/// use dateline::query::renewed;
/// assert_eq!(renewed("black and white -2013-2016"), "black \"and\" white -\"2013-2016\"");
/// ```
pub fn renewed(text: &str) -> String {
    let mut new = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = if is_sign(first) { first.len_utf8() } else { word_end(rest) };
        let (part, after) = rest.split_at(end);
        new.push_str(&if is_sign(first) { part.to_owned() } else { renewed_word(part) });
        rest = after;
    }
    new
}

/// Returns whether a character before a word is none of it.
fn is_sign(it: char) -> bool {
    it.is_whitespace() || matches!(it, '(' | ')' | '|' | '-')
}

/// Returns where the word ends that `text` begins with.
fn word_end(text: &str) -> usize {
    let (mut quoted, mut escaped) = (false, false);
    let ends = |(_, it): &(usize, char)| {
        let ends = !quoted && (it.is_whitespace() || matches!(it, '(' | ')' | '|'));
        quoted ^= *it == '"' && !escaped;
        escaped = quoted && *it == '\\' && !escaped;
        ends
    };
    text.char_indices().find(ends).map_or(text.len(), |it| it.0)
}

fn renewed_word(word: &str) -> String {
    if word.contains('"') {
        return word.to_owned();
    }
    let piece = Piece { text: word.to_owned(), span: 0..word.len(), quoted: false };
    let compares = |name: &str| word.strip_prefix(name).is_some_and(|it| it.starts_with(['!', '<', '>', '=']));
    let was_text = operator(word).is_some()
        || value::bare_range(&piece).is_some()
        || word.starts_with(['!', '<', '>', '='])
        || word.starts_with("amount!")
        || compares("voices");
    if was_text {
        return quotes(word);
    }
    if !word.contains(is_typographic) {
        return word.to_owned();
    }
    // Of a term with a prefix, the values are quoted.
    let values = if word.starts_with(['@', '#']) { 1 } else { word.find(':').map_or(0, |it| it + 1) };
    let (prefix, list) = word.split_at(values);
    let value = |it: &str| if it.contains(is_typographic) { quotes(it) } else { it.to_owned() };
    format!("{prefix}{}", list.split(',').map(value).collect::<Vec<_>>().join(","))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::query::Query;

    #[test]
    fn what_was_a_word_stays_one() {
        let check = |old: &str, new: &str| {
            assert_eq!(renewed(old), new);
            assert_eq!(renewed(new), new, "twice");
            assert_eq!(Query::parse(new).1, [], "{new}");
        };
        check("@netflix and @zuckerberg", "@netflix \"and\" @zuckerberg");
        check("(NOT this)|Or -not", "(\"NOT\" this)|\"Or\" -\"not\"");
        check("AT&T & co", "AT&T \"&\" co");
        check("!x 2013..2015 2013–2015 in:2013..2015", "\"!x\" \"2013..2015\" \"2013–2015\" in:2013..2015");
        check("amount > 10M amount!=5 amount>5", "amount \">\" 10M \"amount!=5\" amount>5");
        check("“data deal” cat:“x”,y", "\"“data\" \"deal”\" cat:\"“x”\",y");
        check("\"a and b\" cat:\"x or\" and", "\"a and b\" cat:\"x or\" \"and\"");
    }

    proptest! {
        #[test]
        fn words_are_still_looked_for(words in proptest::collection::vec("and|OR|not|&|![a-c]|20[0-2][0-9][-–]20[0-2][0-9]|[a-c]{1,3}|“[a-c]”|amount|[<>]", 1..6)) {
            let (query, faults) = Query::parse(&renewed(&words.join(" ")));
            prop_assert_eq!(faults, []);
            let meant: Query = words.iter().map(|it| Query::of_text(it)).fold(Query::default(), Query::and);
            prop_assert_eq!(query, meant);
        }
    }
}
