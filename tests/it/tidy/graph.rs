//! Which file needs which: by imports, and by calls of methods.
//!
//! A name is followed through re-exports to the file that defines it. So a door that only declares its rooms and hands their
//! names on imports nothing, and a room that takes a sibling's type from the door imports the sibling. A door that calls into
//! a room which takes from the door what the door defines is in a cycle with it.

use std::collections::{BTreeMap, BTreeSet};

use super::tree::{Path, Tree};

/// Which file needs which, by their numbers in a [`Tree`], and what for.
pub(super) struct Graph {
    n_files: usize,
    edges: BTreeMap<(usize, usize), String>,
}

impl Graph {
    /// Returns who imports whom in `tree`.
    pub(super) fn of_imports(tree: &Tree) -> Self {
        let mut edges = BTreeMap::new();
        for (from, source) in tree.sources.iter().enumerate() {
            let handed_on: Vec<&Path> = source.uses.iter().filter(|it| it.only_handed_on).map(|it| &it.path).collect();
            for path in source.paths.iter().filter(|it| !handed_on.contains(it)) {
                if let Some((to, name)) = tree.defining(&source.module, &path.names).filter(|it| it.0 != from) {
                    edges.entry((from, to)).or_insert_with(|| format!("{}: {name}", path.line));
                }
            }
        }
        Self { n_files: tree.sources.len(), edges }
    }

    /// Returns who imports whom or calls methods of a type that stand in another file.
    pub(super) fn of_imports_and_calls(tree: &Tree) -> Self {
        let mut graph = Self::of_imports(tree);
        for it in &tree.calls {
            graph.edges.entry((it.from, it.to)).or_insert_with(|| format!("{}: {}", it.line, it.method));
        }
        graph
    }

    /// Returns every pair of a file and one that it needs.
    pub(super) fn edges(&self) -> impl Iterator<Item = (usize, usize)> {
        self.edges.keys().copied()
    }

    /// Returns the sets of files that need each other, by whatever way round.
    pub(super) fn knots(&self) -> Vec<Vec<usize>> {
        let reached: Vec<BTreeSet<usize>> = (0..self.n_files).map(|it| self.reached_from(it)).collect();
        let mut knots: Vec<Vec<usize>> = Vec::new();
        for file in (0..self.n_files).filter(|it| reached[*it].contains(it)) {
            if !knots.iter().flatten().any(|it| *it == file) {
                knots.push(
                    (0..self.n_files).filter(|it| reached[file].contains(it) && reached[*it].contains(&file)).collect(),
                );
            }
        }
        knots
    }

    /// Returns a line for each need inside `knot`.
    pub(super) fn tell(&self, tree: &Tree, knot: &[usize]) -> Vec<String> {
        let inside = self.edges.iter().filter(|((from, to), _)| knot.contains(from) && knot.contains(to));
        let path = |it: usize| &tree.sources[it].path;
        inside.map(|((from, to), what)| format!("  src/{}:{what} -> src/{}", path(*from), path(*to))).collect()
    }

    fn reached_from(&self, file: usize) -> BTreeSet<usize> {
        let mut reached = BTreeSet::new();
        let mut open = vec![file];
        while let Some(from) = open.pop() {
            let next = self.edges.range((from, 0)..(from + 1, 0)).map(|it| it.0.1);
            open.extend(next.filter(|it| reached.insert(*it)));
        }
        reached
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(files: &[(&str, &str)]) -> Tree {
        let files = [&[("lib.rs", "pub mod d; pub mod e;")], files].concat();
        Tree::new(files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect())
    }

    fn told(tree: &Tree, graph: &Graph) -> (String, String) {
        let name = |it: usize| tree.sources[it].path.trim_end_matches(".rs");
        let mut edges: Vec<String> = graph.edges().map(|(from, to)| format!("{}>{}", name(from), name(to))).collect();
        edges.sort();
        let knots = graph.knots();
        let knots: Vec<String> =
            knots.iter().map(|it| it.iter().map(|it| name(*it)).collect::<Vec<_>>().join("+")).collect();
        (edges.join(" "), knots.join(" "))
    }

    #[track_caller]
    fn check(files: &[(&str, &str)], edges: &str, knots: &str) {
        let tree = tree(files);
        assert_eq!(told(&tree, &Graph::of_imports(&tree)), (edges.to_owned(), knots.to_owned()));
    }

    #[track_caller]
    fn check_calls(files: &[(&str, &str)], edges: &str, knots: &str) {
        let tree = tree(files);
        assert_eq!(told(&tree, &Graph::of_imports_and_calls(&tree)), (edges.to_owned(), knots.to_owned()));
    }

    #[test]
    fn names_are_followed_to_where_they_are_defined() {
        let door = ("d.rs", "mod a; mod b; pub use a::A; pub use b::B;");
        check(&[door, ("d/a.rs", "pub struct A;"), ("d/b.rs", "use super::A;")], "d/b>d/a", "");
        check(&[door, ("d/a.rs", "use super::B;"), ("d/b.rs", "use crate::d::A;")], "d/a>d/b d/b>d/a", "d/a+d/b");
        check(&[door, ("d/a.rs", ""), ("d/b.rs", "fn f() { super::A::new() }")], "d/b>d/a", "");
        check(
            &[door, ("d/a.rs", ""), ("d/b.rs", ""), ("e.rs", "use crate::d::{self, A}; fn f() { d::B }")],
            "e>d e>d/a e>d/b",
            "",
        );
        check(&[("d.rs", ""), ("main.rs", "fn main() { dateline::d::run() }")], "main>d", "");
    }

    #[test]
    fn a_door_with_things_of_its_own_is_a_file_like_others() {
        let room = ("d/a.rs", "use super::D; pub fn f() {}");
        check(&[("d.rs", "mod a; pub use a::f; pub struct D;"), room], "d/a>d", "");
        check(&[("d.rs", "mod a; pub use a::f; pub struct D; fn g() { f() }"), room], "d/a>d d>d/a", "d+d/a");
        check(&[("d.rs", "mod a; pub struct D; fn g() { a::f() }"), room], "d/a>d d>d/a", "d+d/a");
        check(&[("d.rs", "mod a; use a::f; pub struct D;"), ("d/a.rs", "pub fn f() {}")], "d>d/a", "");
    }

    #[test]
    fn globs_aliases_and_other_crates() {
        let door = ("d.rs", "mod a; pub use a::*; use std::fmt; fn g() { fmt::write() }");
        check(&[door, ("d/a.rs", "pub struct A;"), ("e.rs", "use crate::d::A as X; fn f() { X::new() }")], "e>d/a", "");
        check(&[("d.rs", "mod f; pub use f::f;"), ("d/f.rs", "pub(in crate::d) fn f() {}")], "", "");
        check(&[("d.rs", "use toml::toml; fn f() { toml::x() }")], "", "");
        check(&[("d.rs", ""), ("e.rs", "#[cfg(test)] mod tests { use crate::d; }")], "", "");
        check(&[("d.rs", "#[cfg(test)] mod laws;"), ("d/laws.rs", "use crate::e;"), ("e.rs", "")], "", "");
    }

    #[test]
    fn methods_of_one_type_that_call_each_other_across_files_are_a_knot() {
        let door = ("d.rs", "mod a; mod b; mod s; pub use s::S;");
        let state = ("d/s.rs", "pub struct S;");
        let a = ("d/a.rs", "use super::S; impl S { pub fn one(&self) { self.two() } }");
        let b = ("d/b.rs", "use super::S; impl S { pub fn two(&self) { self.three() } pub fn three(&self) {} }");
        check_calls(&[door, state, a, b], "d/a>d/b d/a>d/s d/b>d/s", "");
        let back = ("d/b.rs", "use super::S; impl S { pub fn two(&mut self) { if true { self.one() } } }");
        check_calls(&[door, state, a, back], "d/a>d/b d/a>d/s d/b>d/a d/b>d/s", "d/a+d/b");
        check(&[door, state, a, back], "d/a>d/s d/b>d/s", "");
        let in_macro = ("d/b.rs", "use super::S; impl S { pub fn two(&self) { println!(\"{}\", self.one()) } }");
        check_calls(&[door, state, a, in_macro], "d/a>d/b d/a>d/s d/b>d/a d/b>d/s", "d/a+d/b");
        let by_path = ("d/b.rs", "use super::S; impl S { pub fn two(&self) { Some(self).map(Self::one); } }");
        check_calls(&[door, state, a, by_path], "d/a>d/b d/a>d/s d/b>d/a d/b>d/s", "d/a+d/b");
    }

    /// `d/s` has the type and what leads to one, `d/a` its method, and `text` in `d/b` calls it or does not.
    #[track_caller]
    fn calls(text: &str, does: bool) {
        let door = ("d.rs", "mod a; mod b; mod s; pub use s::{S, T, E, make};");
        let kinds = "pub struct S { pub t: Box<T>, pub all: Vec<T> } pub struct T; pub enum E { One(T), Two { t: T } } \
                     impl S { pub fn t(&self) -> &T { &self.t } pub fn maybe(&self) -> Option<&T> { None } } \
                     pub fn make() -> T { T }";
        let method = "use super::T; impl T { pub fn len(&self) {} pub fn own(&self) {} }";
        let text = format!("use super::{{S, T, E, make}}; {text}");
        let tree = tree(&[door, ("d/s.rs", kinds), ("d/a.rs", method), ("d/b.rs", &text)]);
        let edges = told(&tree, &Graph::of_imports_and_calls(&tree)).0;
        assert_eq!(edges.contains("d/b>d/a"), does, "{text}: {edges}");
    }

    #[test]
    fn the_receiver_is_known_by_what_is_written() {
        calls("fn f(t: &mut T) { t.len() }", true);
        calls("fn f(s: &S) { s.t.len() }", true);
        calls("fn f(s: &S) { s.t().len() }", true);
        calls("fn f(s: &S) { let t = s.t(); t.len() }", true);
        calls("fn f(s: &S) { if let Some(t) = s.maybe() { t.len() } }", true);
        calls("fn f(s: &S) -> Option<()> { Some(s.maybe()?.len()) }", true);
        calls("fn f(s: &S) { for t in &s.all { t.len() } }", true);
        calls("fn f(s: &S) { s.all[0].len() }", true);
        calls("fn f(e: &E) { match e { E::One(t) => t.len(), E::Two { t } => {} } }", true);
        calls("fn f(e: &E) { match e { E::One(_) => {}, E::Two { t } => t.len() } }", true);
        calls("fn f() { make().len() }", true);
        calls("fn f(s: &S) { let g = |t: &T| t.len(); }", true);
        calls("fn f(s: &S) { s.all.len() }", false);
        calls("fn f(t: &str) { t.len() }", false);
        calls("fn f(t: T, s: &S) { let t = s.all; t.len() }", false);
        calls("trait A { fn own(&self); } fn f(t: &dyn A, s: impl A) { t.own(); s.own() }", false);
        calls("#[cfg(test)] fn f(t: &T) { t.len() }", false);
    }

    #[test]
    fn an_unknown_receiver_has_the_one_type_of_its_door_that_has_the_method() {
        calls("fn f(s: &S) { s.all.iter().map(|it| it.own()).count(); }", true);
        calls("fn f(s: &S) { s.all.iter().map(|it| it.len()).count(); }", false);
        calls("struct U; impl U { fn own(&self) {} } fn f(s: &S) { s.all.iter().for_each(|it| it.own()); }", false);
    }
}
