//! Sums of money that are compared: `amount>10M`, `amount:USD >= 25M`.

use strum::VariantArray;

use crate::{
    diag::Diagnostic,
    query::ast::{Comparison, Name, Term},
};

use super::{
    lex::{Kind, Token, Word, fault},
    prefix::{Asked, prefix_named},
    value,
};

/// Signs that compare, or begin one that does.
const COMPARE: [char; 4] = ['<', '>', '=', '!'];

/// Returns the mark after the name of a term: a colon, or the first sign of a comparison.
pub(super) fn sign_of(word: &Word) -> Option<usize> {
    let sign = word.find(0, &[':', '<', '>', '='])?;
    let is_not = |it: &usize| word.marks[*it].it == '!' && !word.marks[*it].quoted;
    let begins = sign.checked_sub(1).filter(is_not).filter(|_| word.marks[sign].it == '=');
    Some(begins.unwrap_or(sign))
}

/// Makes one word of an amount, its comparison and its sum where white space stands between them.
pub(super) fn joined_amounts(tokens: Vec<Token>) -> Vec<Token> {
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        match (joined.last_mut(), token.kind) {
            (Some(Token { kind: Kind::Word(amount), span }), Kind::Word(word)) if goes_on(amount, &word) => {
                amount.marks.extend(word.marks);
                amount.end = word.end;
                span.end = word.end;
            }
            (_, kind) => joined.push(Token { kind, span: token.span }),
        }
    }
    joined
}

/// Returns whether a word is the rest of an amount: the comparison that it lacks, or the sum after that.
fn goes_on(amount: &Word, word: &Word) -> bool {
    let sign = sign_of(amount).unwrap_or(amount.marks.len());
    let name = amount.piece(0..sign);
    if !amount.is_bare(sign) || prefix_named(&name.text).is_none_or(|it| it.asks != Asked::Amount) {
        return false;
    }
    let Some(compared) = amount.find(0, &COMPARE) else {
        return word.marks.first().is_some_and(|it| !it.quoted && COMPARE.contains(&it.it));
    };
    amount.marks[compared..].iter().all(|it| !it.quoted && COMPARE.contains(&it.it))
}

/// Reads `amount>10M` or `amount:USD>10M`; `sign` is the first sign after the word.
pub(super) fn amount(word: &Word, sign: usize) -> Result<Term, Diagnostic> {
    let end = word.marks.len();
    let Some(compared) = word.find(sign, &COMPARE) else {
        let help = "write `amount>10M` or `amount:USD>=25M`; `has:amount` keeps any amount";
        return Err(fault("missing-value", &word.piece(0..end).span, "`amount` is compared with a sum", help));
    };
    let rest: String = word.marks[compared..].iter().filter(|it| !it.quoted).map(|it| it.it).take(2).collect();
    let comparison = match Comparison::VARIANTS.iter().find(|it| rest.starts_with(it.sign())) {
        // As some write `!=`.
        _ if rest == "<>" => Comparison::Other,
        Some(comparison) => *comparison,
        None => {
            let message = format!("`{rest}` is no comparison");
            return Err(fault("bad-amount", &word.piece(compared..end).span, message, "write `amount!=10M`"));
        }
    };
    let sum = word.piece(compared + comparison.sign().len()..end);
    if sum.text.is_empty() {
        let message = format!("`{}` needs a sum after it", comparison.sign());
        return Err(fault("missing-value", &word.piece(0..end).span, message, "write `amount>10M`"));
    }
    let currency = match word.piece((sign + 1).min(compared)..compared) {
        it if compared == sign || it.text.is_empty() => None,
        it => Some(Name { text: it.text, at: it.span }),
    };
    Ok(Term::Amount(currency, comparison, value::sum(&sum)?))
}
