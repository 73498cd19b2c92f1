//! Numbers that are compared: `amount>10M`, `amount:USD >= 25M`, `voices>=2`.

use strum::VariantArray;

use crate::{
    diag::Diagnostic,
    query::ast::{Comparison, Name, Term},
};

use super::{
    lex::{Kind, Token, Word, fault},
    prefix::prefix_named,
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

/// Makes one word of what is compared, its comparison and its number where white space stands between them.
pub(super) fn joined_comparisons(tokens: Vec<Token>) -> Vec<Token> {
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

/// Returns whether a word is the rest of a comparison: the sign that it lacks, or the number after that.
fn goes_on(amount: &Word, word: &Word) -> bool {
    let sign = sign_of(amount).unwrap_or(amount.marks.len());
    let name = amount.piece(0..sign);
    if !amount.is_bare(sign) || prefix_named(&name.text).is_none_or(|it| !it.asks.is_compared()) {
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
    let comparison = comparison(word, compared, "bad-amount", "write `amount!=10M`")?;
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

/// Reads `voices:1` or `voices>=2`; `sign` is the first sign after the word.
pub(super) fn voices(word: &Word, sign: usize) -> Result<Term, Diagnostic> {
    const HELP: &str = "write `voices:1` or `voices>=2`";
    let colon = usize::from(word.marks[sign].it == ':');
    let begins = word.find(sign, &COMPARE).filter(|it| *it == sign + colon);
    let (comparison, from) = match begins {
        Some(begins) => {
            let comparison = comparison(word, begins, "bad-number", HELP)?;
            (comparison, begins + comparison.sign().len())
        }
        None => (Comparison::Equal, sign + colon),
    };
    let number = word.piece(from..word.marks.len());
    match number.text.parse() {
        Ok(n) => Ok(Term::Voices(comparison, n)),
        Err(_) if number.text.is_empty() => {
            Err(fault("missing-value", &word.piece(0..from).span, "`voices` needs a number", HELP))
        }
        Err(_) => Err(fault("bad-number", &number.span, format!("`{}` is not a number of voices", number.text), HELP)),
    }
}

/// Reads the comparison that begins at the mark `at`.
fn comparison(word: &Word, at: usize, code: &'static str, help: &str) -> Result<Comparison, Diagnostic> {
    let rest: String = word.marks[at..].iter().filter(|it| !it.quoted).map(|it| it.it).take(2).collect();
    match Comparison::VARIANTS.iter().find(|it| rest.starts_with(it.sign())) {
        // As some write `!=`.
        _ if rest == "<>" => Ok(Comparison::Other),
        Some(comparison) => Ok(*comparison),
        None => {
            let at = word.piece(at..word.marks.len()).span;
            Err(fault(code, &at, format!("`{rest}` is no comparison"), help))
        }
    }
}
