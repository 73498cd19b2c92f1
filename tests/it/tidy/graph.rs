//! Which file imports which.
//!
//! A name is followed through re-exports to the file that defines it. So a door that only declares its rooms and hands their
//! names on imports nothing, and a room that takes a sibling's type from the door imports the sibling. A door that calls into
//! a room which takes from the door what the door defines is in a cycle with it.

use std::collections::BTreeSet;

use super::tree::{Path, Tree};

/// Which file imports which, by their numbers in a [`Tree`].
pub(super) struct Graph {
    n_files: usize,
    edges: BTreeSet<(usize, usize)>,
}

impl Graph {
    /// Returns who imports whom in `tree`.
    pub(super) fn new(tree: &Tree) -> Self {
        let mut edges = BTreeSet::new();
        for (from, source) in tree.sources.iter().enumerate() {
            let handed_on: Vec<&Path> = source.uses.iter().filter(|it| it.only_handed_on).map(|it| &it.path).collect();
            for path in source.paths.iter().filter(|it| !handed_on.contains(it)) {
                edges.extend(
                    defining(tree, &source.module, &path.names, 0).filter(|to| *to != from).map(|to| (from, to)),
                );
            }
        }
        Self { n_files: tree.sources.len(), edges }
    }

    /// Returns every pair of an importing and an imported file.
    pub(super) fn edges(&self) -> impl Iterator<Item = (usize, usize)> {
        self.edges.iter().copied()
    }

    /// Returns the sets of files that import each other, by whatever way round.
    pub(super) fn cycles(&self) -> Vec<Vec<usize>> {
        let reached: Vec<BTreeSet<usize>> = (0..self.n_files).map(|it| self.reached_from(it)).collect();
        let mut cycles: Vec<Vec<usize>> = Vec::new();
        for file in (0..self.n_files).filter(|it| reached[*it].contains(it)) {
            if !cycles.iter().flatten().any(|it| *it == file) {
                cycles.push(
                    (0..self.n_files).filter(|it| reached[file].contains(it) && reached[*it].contains(&file)).collect(),
                );
            }
        }
        cycles
    }

    fn reached_from(&self, file: usize) -> BTreeSet<usize> {
        let mut reached = BTreeSet::new();
        let mut open = vec![file];
        while let Some(from) = open.pop() {
            let next = self.edges.range((from, 0)..(from + 1, 0)).map(|it| it.1);
            open.extend(next.filter(|it| reached.insert(*it)));
        }
        reached
    }
}

/// Returns the file that defines what `names` means in `module`, if it is one of ours.
fn defining(tree: &Tree, module: &[String], names: &[String], depth: usize) -> Option<usize> {
    let (first, rest) = names.split_first()?;
    // Nobody hands a name on so often: an import that names itself is another crate's.
    if depth > 16 {
        return None;
    }
    let here = || &tree.sources[tree.find(module).expect("a module that a file was found for")];
    let child = |module: &[String], name: &String| tree.find(&[module, std::slice::from_ref(name)].concat());
    let (mut module, mut rest) = match &**first {
        "crate" | "dateline" => (Vec::new(), rest),
        "self" => (module.to_vec(), rest),
        "super" => (parent(module)?, rest),
        _ if !module.is_empty() && child(module, first).is_some() => (module.to_vec(), names),
        name => {
            let by_name = here().uses.iter().find(|it| it.name == name && it.path.names != [name])?;
            return defining(tree, module, &[&by_name.path.names, rest].concat(), depth + 1);
        }
    };
    while let Some((name, after)) = rest.split_first() {
        let source = &tree.sources[tree.find(&module)?];
        if name == "super" {
            module = parent(&module)?;
        } else if name == "self" {
        } else if child(&module, name).is_some() {
            module.push(name.clone());
        } else if let Some(it) = source.uses.iter().find(|it| it.name == *name) {
            return defining(tree, &module, &[&it.path.names, after].concat(), depth + 1)
                .or_else(|| tree.find(&module));
        } else if source.defines.contains(name) {
            break;
        } else {
            let globs = source.uses.iter().filter(|it| it.name == "*");
            let mut inside = globs.filter_map(|it| defining(tree, &module, &it.path.names, depth + 1));
            let found = inside.find(|it| tree.sources[*it].defines.contains(name));
            return found.or_else(|| tree.find(&module));
        }
        rest = after;
    }
    tree.find(&module)
}

fn parent(module: &[String]) -> Option<Vec<String>> {
    module.split_last().map(|(_, parent)| parent.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(files: &[(&str, &str)], edges: &str, cycles: &str) {
        let files = [&[("lib.rs", "pub mod d; pub mod e;")], files].concat();
        let tree = Tree::new(files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect());
        let graph = Graph::new(&tree);
        let name = |it: usize| tree.sources[it].path.trim_end_matches(".rs");
        let found: Vec<String> = graph.edges().map(|(from, to)| format!("{}>{}", name(from), name(to))).collect();
        assert_eq!(found.join(" "), edges);
        let found: Vec<String> =
            graph.cycles().iter().map(|it| it.iter().map(|it| name(*it)).collect::<Vec<_>>().join("+")).collect();
        assert_eq!(found.join(" "), cycles);
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
        check(&[("d.rs", "mod a; pub use a::f; pub struct D; fn g() { f() }"), room], "d>d/a d/a>d", "d+d/a");
        check(&[("d.rs", "mod a; pub struct D; fn g() { a::f() }"), room], "d>d/a d/a>d", "d+d/a");
        check(&[("d.rs", "mod a; use a::f; pub struct D;"), ("d/a.rs", "pub fn f() {}")], "d>d/a", "");
    }

    #[test]
    fn globs_aliases_and_other_crates() {
        let door = ("d.rs", "mod a; pub use a::*; use std::fmt; fn g() { fmt::write() }");
        check(&[door, ("d/a.rs", "pub struct A;"), ("e.rs", "use crate::d::A as X; fn f() { X::new() }")], "e>d/a", "");
        check(&[("d.rs", "mod f; pub use f::f;"), ("d/f.rs", "pub(in crate::d) fn f() {}")], "", "");
        check(&[("d.rs", "use toml::toml; fn f() { toml::x() }")], "", "");
        check(&[("d.rs", ""), ("e.rs", "#[cfg(test)] mod tests { use crate::d; }")], "", "");
    }
}
