//! Values that are what they are spelled: most of a store.

/// Returns what stands between the quotes of a string on one line, if it stands there as it is.
pub(in crate::store::read) fn plain_string(raw: &str) -> Option<&str> {
    let inner = raw.strip_prefix('"')?.strip_suffix('"').filter(|_| raw.len() > 1)?;
    // Every byte is looked at, many at a time: to stop at the first would be to go one by one.
    let odd = |it: u8| u8::from(it < b' ') | u8::from(it == b'\\') | u8::from(it == b'"') | u8::from(it == 0x7f);
    (inner.bytes().fold(0, |all, it| all | odd(it)) == 0).then_some(inner)
}

/// Returns whether a word is spelled as a day is: `1985-04-12`, whether a calendar has it or not.
pub(in crate::store::read) fn is_day(word: &str) -> bool {
    let is_part = |(at, it): (usize, u8)| if matches!(at, 4 | 7) { it == b'-' } else { it.is_ascii_digit() };
    word.len() == 10 && word.bytes().enumerate().all(is_part)
}

/// Returns whether a word is a decimal integer of TOML.
pub(in crate::store::read) fn is_decimal(word: &str) -> bool {
    let digits = word.strip_prefix(['-', '+']).unwrap_or(word);
    let groups = || digits.split('_');
    groups().all(|it| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit()))
        && (digits == "0" || !digits.starts_with('0'))
}
