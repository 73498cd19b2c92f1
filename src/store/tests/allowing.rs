//! Warnings that a comment allows: of the table below it, or of its whole file, and of nothing else.

use super::{read, report};

const EVENT: &str = "[[event]]\nid = 'a'\ntitle = 'A'\n";
const OTHER: &str = "[[event]]\nid = 'b'\ntitle = 'B'\n";
const OF_OTHER: &str = "s:2:6: warning[no-source]: event `b` has no source";

fn told(store: &str) -> String {
    report(&read(store))
}

#[test]
fn a_comment_above_a_table_allows_a_warning_of_it_alone() {
    let store = format!("{OTHER}\n# why not\n# dateline: allow(no-source): I was there\n# and more\n{EVENT}");
    assert_eq!(told(&store), OF_OTHER);
    let first = format!("# dateline: allow(no-source): I was there\n{EVENT}{OTHER}");
    assert_eq!(told(&first), "s:6:6: warning[no-source]: event `b` has no source");
    let two = "[[party]]\nid = 'p'\n\n# dateline: allow(no-source, unknown-key): I was there\n[[event]]\n\
               id = 'a'\ntitle = 'A'\nx = 1\nparties = ['p']\n";
    assert_eq!(told(two), "");
}

#[test]
fn a_comment_at_the_top_allows_it_of_the_file() {
    for below in ["\n", "# more\n\n", "[timeline]\ntitle = 'T'\n"] {
        let store = format!("# The diary.\n# dateline: allow(no-source): I was there\n{below}{EVENT}{OTHER}");
        assert_eq!(told(&store), "", "{store}");
    }
    let marked = format!("\u{feff}# dateline: allow(no-source): I was there\r\n\r\n{EVENT}");
    assert_eq!(told(&marked), "");
}

#[test]
fn what_a_comment_does_not_allow_is_told() {
    let no_source = "s:3:6: warning[no-source]: event `a` has no source";
    let expect = [
        ("allow(no-source)", "allow-without-reason]: `no-source` is allowed without a reason, so it is not"),
        ("allow(no-source):  ", "allow-without-reason]: `no-source` is allowed without a reason, so it is not"),
        ("allow(nosource): so", "allow-unknown]: no warning has the code `nosource`"),
        ("allow(syntax): so", "allow-unknown]: `syntax` is an error, and only warnings are allowed"),
        ("allow(single-root): so", "allow-needless]: `single-root` is allowed, and there is none of it"),
    ];
    for (comment, words) in expect {
        let told = told(&format!("# dateline: {comment}\n{EVENT}"));
        assert_eq!(told, format!("s:1:19: warning[{words}\n{no_source}"), "{comment}");
    }
    // Not directly above, within, and below everything.
    for (store, line) in [
        (format!("{OTHER}# dateline: allow(no-source): so\n\n{EVENT}"), "4:19"),
        (format!("{EVENT}# dateline: allow(no-source): so\nplace = 'P'\n"), "4:19"),
        (format!("{EVENT}# dateline: allow(no-source): so\n"), "4:19"),
    ] {
        let told = told(&store);
        let words = "this allows `no-source` of nothing: no table stands directly below";
        assert!(told.contains(&format!("s:{line}: warning[allow-needless]: {words}")), "{told}");
        assert!(told.contains("[no-source]: event `a`"), "{told}");
    }
}

#[test]
fn words_are_no_comment() {
    let within = "[[event]]\nid = 'b'\nsources = []\ntitle = 'B'\nnote = '''\n# dateline: allow(no-source): so\n\
                  [[event]]\n'''\n";
    assert_eq!(told(within), OF_OTHER);
    let prose = format!("# dateline, allow me to say\n\n{EVENT}place = 'P' # dateline: allow(no-source): so\n");
    assert!(!told(&prose).contains("allow-"), "{}", told(&prose));
}

#[test]
fn errors_stay() {
    let store = format!("# dateline: allow(unknown-source): so\n{EVENT}sources = ['x']\n");
    assert!(told(&store).contains("error[unknown-source]"), "{}", told(&store));
}
