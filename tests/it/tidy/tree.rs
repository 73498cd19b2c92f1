//! The source files of the crate: modules, imports and the paths that their code names.

use std::collections::HashSet;

use super::lex::{Token, tokens};

/// Every source file that is not a test.
pub(super) struct Tree {
    pub sources: Vec<Source>,
}

/// One file.
pub(super) struct Source {
    /// Below `src`, with `/`.
    pub path: String,
    /// `["layout", "ticks"]`; nothing for `lib.rs`.
    pub module: Vec<String>,
    /// Lines before the tests.
    pub n_lines: usize,
    /// The code without tests.
    pub tokens: Vec<Token>,
    /// Every import, one a name.
    pub uses: Vec<Use>,
    /// Every path that code or imports name, the first name spelt out where an import stands for it.
    pub paths: Vec<Path>,
    /// Names of functions, types and so on that the file defines, at any depth.
    pub defines: HashSet<String>,
}

/// One imported name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Use {
    /// What it stands for, as written.
    pub path: Path,
    /// What it is called here; `*` for everything in `path`.
    pub name: String,
    /// Whether it is handed on by a `pub`, and nothing else in the file names it.
    pub only_handed_on: bool,
}

/// Names separated by `::`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Path {
    pub names: Vec<String>,
    pub line: usize,
}

impl Path {
    pub(super) fn begins_with(&self, names: &[&str]) -> bool {
        self.names.len() >= names.len() && self.names.iter().zip(names).all(|(a, b)| a == b)
    }
}

impl Tree {
    /// Returns the files of `texts`, each with its path below `src`, but for those that hold tests.
    pub(super) fn new(texts: Vec<(String, String)>) -> Self {
        let is_rust = |path: &str| std::path::Path::new(path).extension().is_some_and(|it| it == "rs");
        let is_test = |path: &str| path.ends_with("/tests.rs") || path.contains("/tests/");
        let texts = texts.into_iter().filter(|(path, _)| is_rust(path) && !is_test(path));
        Self { sources: texts.map(|(path, text)| Source::new(path, &text)).collect() }
    }

    /// Returns the number of the file that is `module`.
    pub(super) fn find(&self, module: &[String]) -> Option<usize> {
        self.sources.iter().position(|it| it.module == module)
    }
}

impl Source {
    fn new(path: String, text: &str) -> Self {
        let tokens = without_tests(&tokens(text));
        let (mut uses, code) = split_uses(&tokens);
        let words: HashSet<&str> = code.iter().map(|it| it.text.as_str()).collect();
        for it in &mut uses {
            it.only_handed_on &= !words.contains(it.name.as_str());
        }
        let mut paths: Vec<Path> = uses.iter().map(|it| it.path.clone()).collect();
        paths.extend(inline_paths(&code).into_iter().map(|it| spelt_out(it, &uses)));
        let module = match &*path {
            "lib.rs" => Vec::new(),
            path => path.trim_end_matches(".rs").split('/').map(str::to_owned).collect(),
        };
        let defines = defined(&code);
        Self { path, module, n_lines: lines_before_tests(text), tokens, uses, paths, defines }
    }

    /// Returns the first name of the module; `lib` for the root.
    pub(super) fn door(&self) -> &str {
        self.module.first().map_or("lib", String::as_str)
    }
}

/// Returns how many lines stand before `#[cfg(test)] mod`.
pub(super) fn lines_before_tests(text: &str) -> usize {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let is_tests = |it: &[&str]| it[0] == "#[cfg(test)]" && it[1].starts_with("mod ");
    lines.windows(2).position(is_tests).unwrap_or(lines.len())
}

/// Drops every item marked `#[cfg(test)]` or `#[test]`.
fn without_tests(tokens: &[Token]) -> Vec<Token> {
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if starts(tokens, at, &["#", "[", "cfg", "(", "test", ")", "]"]) {
            at = item_end(tokens, at + 7);
        } else if starts(tokens, at, &["#", "[", "test", "]"]) {
            at = item_end(tokens, at + 4);
        } else {
            kept.push(tokens[at].clone());
            at += 1;
        }
    }
    kept
}

fn starts(tokens: &[Token], at: usize, words: &[&str]) -> bool {
    let found = tokens.get(at..at + words.len());
    found.is_some_and(|it| it.iter().map(|it| it.text.as_str()).eq(words.iter().copied()))
}

/// Returns where the item that begins at `at` ends: after its `;` or its closing brace.
fn item_end(tokens: &[Token], at: usize) -> usize {
    let mut depth = 0_usize;
    for (offset, it) in tokens[at..].iter().enumerate() {
        match &*it.text {
            "{" | "(" | "[" => depth += 1,
            ")" | "]" => depth = depth.saturating_sub(1),
            "}" => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return at + offset + 1;
                }
            }
            ";" if depth == 0 => return at + offset + 1,
            _ => {}
        }
    }
    tokens.len()
}

/// Returns the imports, and the code without them.
fn split_uses(tokens: &[Token]) -> (Vec<Use>, Vec<Token>) {
    let mut uses = Vec::new();
    let mut code: Vec<Token> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        // `+ use<'a>` in a type is no import.
        let imports = tokens[at].text == "use" && tokens.get(at + 1).is_some_and(|it| it.text != "<");
        if imports {
            let handed_on = code.last().is_some_and(|it| it.text == "pub" || it.text == ")");
            let end = at + tokens[at..].iter().position(|it| it.text == ";").unwrap_or(tokens.len() - at);
            import(&tokens[at + 1..end], &[], handed_on, &mut uses);
            at = end;
        } else if tokens[at].text == "pub" && starts(tokens, at + 1, &["(", "in"]) {
            // Who may see it is no import.
            code.push(tokens[at].clone());
            at += tokens[at..].iter().position(|it| it.text == ")").unwrap_or(1);
        } else if tokens[at].text == "mod" && tokens.get(at + 2).is_some_and(|it| it.text == ";") {
            at += 3;
        } else {
            code.push(tokens[at].clone());
            at += 1;
        }
    }
    (uses, code)
}

/// Adds the names that `tree`, such as `a::{b, c as d}`, imports below `prefix`.
fn import(tree: &[Token], prefix: &[String], handed_on: bool, uses: &mut Vec<Use>) {
    let mut names = prefix.to_vec();
    let line = tree.first().map_or(0, |it| it.line);
    let mut called = None;
    for (at, token) in tree.iter().enumerate() {
        match &*token.text {
            "::" => {}
            "{" => {
                for branch in branches(&tree[at + 1..tree.len() - 1]) {
                    import(branch, &names, handed_on, uses);
                }
                return;
            }
            "as" => {
                called = tree.get(at + 1).map(|it| it.text.clone());
                break;
            }
            "self" if !names.is_empty() => {}
            "*" => called = Some("*".to_owned()),
            name => names.push(name.to_owned()),
        }
    }
    if let Some(name) = called.or_else(|| names.last().cloned()) {
        uses.push(Use { path: Path { names, line }, name, only_handed_on: handed_on });
    }
}

/// Splits what is between braces at its own commas.
fn branches(tokens: &[Token]) -> Vec<&[Token]> {
    let mut depth = 0_usize;
    let at_comma = |it: &Token| {
        match &*it.text {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ => {}
        }
        depth == 0 && it.text == ","
    };
    tokens.split(at_comma).filter(|it| !it.is_empty()).collect()
}

/// Returns the paths of two names and more in `code`.
fn inline_paths(code: &[Token]) -> Vec<Path> {
    let mut paths = Vec::new();
    let mut at = 0;
    while at < code.len() {
        let mut names = Vec::new();
        let line = code[at].line;
        // What follows a dot is a method, and `<T as Trait>::name` begins with no name.
        let begins = at == 0 || !matches!(&*code[at - 1].text, "." | "::");
        while begins && at < code.len() && code[at].is_word() {
            names.push(code[at].text.clone());
            match code.get(at + 1) {
                Some(it) if it.text == "::" => at += 2,
                _ => break,
            }
        }
        if names.len() > 1 {
            paths.push(Path { names, line });
        }
        at += 1;
    }
    paths
}

fn spelt_out(path: Path, uses: &[Use]) -> Path {
    match uses.iter().find(|it| it.name == path.names[0]) {
        Some(it) => Path { names: [&it.path.names, &path.names[1..]].concat(), ..path },
        None => path,
    }
}

fn defined(code: &[Token]) -> HashSet<String> {
    const WORDS: [&str; 9] = ["fn", "struct", "enum", "trait", "type", "const", "static", "union", "mod"];
    let named = code.windows(2).filter(|it| WORDS.contains(&&*it[0].text) && it[1].is_word());
    let macros = code.windows(3).filter(|it| it[0].text == "macro_rules" && it[1].text == "!");
    named.map(|it| it[1].text.clone()).chain(macros.map(|it| it[2].text.clone())).collect()
}

#[test]
fn imports_are_told_one_by_one() {
    let check = |text: &str, expect: &str| {
        let source = Source::new("a.rs".into(), text);
        let uses = source.uses.iter().map(|it| format!("{}={}", it.name, it.path.names.join("::")));
        assert_eq!(uses.collect::<Vec<_>>().join(" "), expect, "{text}");
    };
    check("use a::b;", "b=a::b");
    check("use a::{b, c::{self, d as e}, f::*};", "b=a::b c=a::c e=a::c::d *=a::f");
    check("pub use super::{x::Y,};", "Y=super::x::Y");
    check("#[cfg(test)]\nmod tests { use a::b; }\nuse c::d;", "d=c::d");
    check("fn f() -> impl Iterator + use<'_> { use g::h; }", "h=g::h");
}

#[test]
fn paths_are_spelt_out() {
    let source = Source::new("a.rs".into(), "use std::io;\nfn f() { io::stdout(); x.y::<Z>(); crate::b::C::new() }");
    let paths: Vec<String> = source.paths.iter().map(|it| format!("{}:{}", it.line, it.names.join("::"))).collect();
    assert_eq!(paths, ["1:std::io", "2:std::io::stdout", "2:crate::b::C::new"]);
}
