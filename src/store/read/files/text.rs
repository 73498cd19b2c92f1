//! From bytes to text, whatever the bytes.

use std::ops::Range;

/// Bytes that are not UTF-8.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::store) struct BadBytes {
    /// Where the replacement stands in the text.
    pub(in crate::store) range: Range<usize>,
    /// Offset of the first byte in the file, from 0.
    pub(in crate::store) offset: usize,
    /// The bytes in hexadecimal.
    pub(in crate::store) bytes: String,
}

/// Returns the text without a byte order mark, each run of bytes that is not UTF-8 replaced by `U+FFFD`, and those runs.
pub(in crate::store) fn decode(bytes: Vec<u8>) -> (String, Vec<BadBytes>) {
    let mut bad = Vec::new();
    let text = String::from_utf8(bytes).unwrap_or_else(|error| {
        let mut text = String::with_capacity(error.as_bytes().len());
        let mut offset = 0;
        for chunk in error.as_bytes().utf8_chunks() {
            text.push_str(chunk.valid());
            offset += chunk.valid().len();
            let invalid = chunk.invalid();
            if !invalid.is_empty() {
                let start = text.len();
                text.push(char::REPLACEMENT_CHARACTER);
                let bytes: Vec<String> = invalid.iter().map(|it| format!("{it:02x}")).collect();
                bad.push(BadBytes { range: start..text.len(), offset, bytes: bytes.join(" ") });
            }
            offset += invalid.len();
        }
        text
    });
    match text.strip_prefix('\u{feff}') {
        Some(rest) => {
            let shift = text.len() - rest.len();
            for it in &mut bad {
                it.range = it.range.start - shift..it.range.end - shift;
            }
            (rest.to_owned(), bad)
        }
        None => (text, bad),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bad_bytes_are_replaced_and_told() {
        assert_eq!(decode(b"id = 'a'".to_vec()), ("id = 'a'".to_owned(), vec![]));
        assert_eq!(decode("\u{feff}é".into()), ("é".to_owned(), vec![]));
        let (text, bad) = decode(b"\xef\xbb\xbfca\xff\xe9 \xe2\x82x".to_vec());
        assert_eq!(text, "ca\u{fffd}\u{fffd} \u{fffd}x");
        let places: Vec<_> = bad.iter().map(|it| (it.range.clone(), it.offset, &*it.bytes)).collect();
        assert_eq!(places, [(2..5, 5, "ff"), (5..8, 6, "e9"), (9..12, 8, "e2 82")]);
        assert_eq!(decode(vec![]), (String::new(), vec![]));
    }
}
