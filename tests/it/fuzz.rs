//! Any input at all, a little of it with every run: `fuzz/` has the same bodies for longer runs.

use proptest::prelude::*;

use crate::bodies;

/// Pieces that inputs of the kind are made of, and anything else.
fn text(pieces: &'static [&'static str]) -> impl Strategy<Value = String> {
    let piece = prop_oneof![4 => prop::sample::select(pieces).prop_map(str::to_owned), 1 => any::<String>()];
    prop::collection::vec(piece, 0..12).prop_map(|it| it.concat())
}

proptest! {
    #[test]
    fn any_date(text in text(&["1985", "-", "04", "12", "~", "?", "%", "/", "..", "[", "]", "{", "}", ",", "X", "Y", "E", "S", "T10:00", "Z", "21"])) {
        bodies::date(&text);
    }

    #[test]
    fn any_query(text in text(&["@net", "#tag", "in:", "2013", "..", "amount", ">", "10M", "(", ")", "|", "-", " ", "\"", "status:", "alleged", "within:30d:", ",", "\\"])) {
        bodies::query(&text);
    }

    #[test]
    fn any_store(text in text(&["[[event]]\n", "[[party]]\n", "[timeline]\n", "id = 'a'\n", "title = \"b\"\n", "when = '2013~'\n", "tags = [", "]\n", "\"\"\"", "'''", "x = 1\n", "claims = [{ by = 'p', stance = 'denies' }]\n", "{", "}"])) {
        bodies::store(&text);
    }

    #[test]
    fn any_key_file(text in text(&["[explorer]\n", "[range]\n", "\"g g\"", "\"ctrl-d\"", " = ", "\"first\"", "\"none\"", "\n", "[", "]", "\"", "<"])) {
        bodies::keymap(&text);
    }
}
