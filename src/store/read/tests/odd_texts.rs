//! Texts of stores that are sound and look as if they were not.

use proptest::{collection::vec, prelude::*, sample::select};

/// Lines of an event that is valid TOML and full of what looks like heads. Each may stand once.
const FIELDS: [&str; 12] = [
    "note = \"\"\"\n[[event]]\nid = \"not-an-event\"\n\"\"\"",
    "summary = '''\n[[event]]\n[[party]]''' # [[event]]",
    "tags = [ # [[event]]\n  \"a\",\n  '''\n[[event]]\n'''\n  ,\n  \"\"\"\n[[source]]\n\"\"\"]",
    "x = [\n[[1, 2]],\n[[\"event\"]],\n[[{ y = '[[event]]' }]]\n]",
    "y = { a = \"\"\"\n[[event]]\n\"\"\"\n, b = 1 }",
    "category = \"[[event]] \\\"\"",
    "z.\"[[event]]\".w = 1985-04-12",
    "parties = [\n  { id = \"p\" },\n  \"q\",\n]",
    "when = '2015-02-30'",
    "place = 3 # wrong",
    "as_written = \"\"\"\\\"\"\"\n[[event]]\n\\\\\"\"\"",
    "status = \"\"",
];
/// Sub-tables, which stand after the lines.
const TABLES: [&str; 4] = [
    "[[event.claims]]\nby = 'p'\nstance = 'denies'\nnote = '''\n[[event]]\n'''",
    "[event.extra]\n# [[event]]\n[event.extra.deep]\nv = [\n[[[1]]]]",
    "  [[event.links]]\n  kind = \"follows\"\n  to = \"e0\"",
    "\n\n# nothing\n",
];

pub(super) fn valid_store() -> impl Strategy<Value = String> {
    let some = |from: &'static [&'static str]| {
        vec(any::<bool>(), from.len())
            .prop_map(|keep| from.iter().zip(keep).filter(|it| it.1).map(|it| *it.0).collect::<Vec<_>>())
    };
    let head = select(vec!["[[event]]", "  [[ event ]] # head", "[[\"event\"]]", "[[party]]", "[[source]]\t"]);
    let table = (head, some(&FIELDS), some(&TABLES)).prop_map(|(head, fields, tables)| {
        let root = if head.contains("event") { "event" } else { head.trim_matches(['[', ']', '\t']) };
        let fields = fields.join("\n");
        (head, fields, tables.join("\n").replace("[event.", &format!("[{root}.")))
    });
    let tables = vec(table, 0..5).prop_map(|tables| {
        let write = |(at, (head, fields, tables)): (usize, (&str, String, String))| {
            format!("# {at}\n{head}\nid = 'e{at}'\ntitle = 'x'\n{fields}\n{tables}\n")
        };
        tables.into_iter().enumerate().map(write).collect::<String>()
    });
    let before =
        select(vec!["", "# [[event]]\n", "[timeline]\ntitle = '''\n[[event]]'''\n[timeline.more]\n", "loose = 1\n"]);
    (before, tables, any::<bool>()).prop_map(|(before, tables, windows)| {
        let text = format!("{before}{tables}");
        if windows { text.replace('\n', "\r\n") } else { text }
    })
}
