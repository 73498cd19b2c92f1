//! The rules of the house, so that nobody has to remember them.
//!
//! Which door may import which, what may be used where, how long a file is and how it begins. [`tree`] reads the sources,
//! [`calls`] finds whose methods they call, and [`graph`] says who needs whom. Test code is exempt.

mod calls;
mod graph;
mod tree;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use graph::Graph;
use tree::{Source, Tree};

/// The most lines that a file has before its tests.
const LONGEST: usize = 400;

/// The most lines of a door, in a hundred, that may be one knot: files that need each other by imports or by calls of methods.
const LARGEST_KNOT: usize = 10;

/// The most files that stand beside each other in a folder; a folder of more than a dozen wants rooms. May not become more.
const FULLEST: usize = 24;

/// Types inside of a door that are still called as a public one is. May not become more.
const ALIKE: &[&str] = &["`Answer`", "`Claim`", "`Disclosure`", "`Field`", "`Links`"];

/// Each door, with the doors that it may import: only such as stand above it.
const ALLOWED: &[(&str, &str)] = &[
    ("text", ""),
    ("diag", "text"),
    ("chronology", ""),
    ("catalog", "chronology"),
    ("store", "text diag chronology catalog"),
    ("query", "text diag chronology catalog"),
    ("layout", "text chronology catalog"),
    ("formats", "text diag chronology catalog store query layout"),
    ("keys", ""),
    ("settings", "text diag keys"),
    ("app", "text diag chronology catalog store query layout formats keys settings"),
    ("ui", "text diag chronology catalog layout formats keys settings app"),
    ("linear", "text diag chronology catalog store query layout formats keys settings app"),
    ("tui", "text diag chronology catalog store query layout formats keys settings app ui"),
    ("cli", "text diag chronology catalog store query layout formats keys settings app ui linear tui"),
    ("main", "cli"),
];

/// What may be used only in some places: the path, and the doors or files.
const FENCES: &[(&str, &str)] = &[
    ("ratatui", "ui tui settings/theme"),
    ("crossterm", "tui"),
    ("signal_hook", "tui"),
    ("notify", "tui"),
    ("terminal_colorsaurus", "tui"),
    ("clap", "cli"),
    ("clap_complete", "cli"),
    ("clap_mangen", "cli"),
    ("anyhow", "tui cli"),
    ("std::fs", "store formats settings tui cli"),
    ("atomic_write_file", "store formats settings tui cli"),
    ("glob", "store formats settings tui cli"),
    // Chunks of a store are read side by side; everything else that waits is the terminal's.
    ("std::thread", "store catalog query formats tui"),
    ("std::env", "tui cli"),
    ("std::process", "tui cli main"),
    ("std::io::stdin", "tui cli"),
    ("std::io::stdout", "tui cli"),
    ("std::io::stderr", "tui cli"),
    ("std::time::SystemTime::now", "tui cli"),
    ("std::time::Instant::now", "tui cli"),
    ("chrono::Local", "tui cli"),
    ("chrono::Utc::now", "tui cli"),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Returns every file below `folder`, sorted, but for what is built or hidden.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder that can be read").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let built = name == "target" || (name.starts_with('.') && !matches!(&*name, ".ci" | ".github" | ".gitignore"));
        match entry.file_type().expect("a kind") {
            _ if built => {}
            kind if kind.is_dir() => found.extend(files(&entry.path())),
            kind if kind.is_file() => found.push(entry.path()),
            _ => {}
        }
    }
    found.sort();
    found
}

/// Returns a path below `folder` with `/` on every system.
fn below(folder: &Path, path: &Path) -> String {
    path.strip_prefix(folder).expect("a path below the folder").to_string_lossy().replace('\\', "/")
}

static SOURCES: LazyLock<Tree> = LazyLock::new(|| {
    let src = root().join("src");
    let texts =
        files(&src).into_iter().map(|it| (below(&src, &it), fs::read_to_string(&it).expect("a source in UTF-8")));
    Tree::new(texts.collect())
});

/// Tells whether `source` is in one of `places`, each a door or the path of a file without its `.rs`.
fn is_in(source: &Source, places: &str) -> bool {
    let path = source.path.trim_end_matches(".rs");
    places.split(' ').any(|it| path == it || path.starts_with(&format!("{it}/")))
}

#[track_caller]
fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn doors_import_only_what_stands_above_them() {
    none(&across_doors(&SOURCES));
}

#[test]
fn what_is_fenced_stays_inside() {
    none(&outside_fences(&SOURCES));
}

/// Returns every import from one door of another that the table does not have.
fn across_doors(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    for source in &tree.sources {
        if source.door() != "lib" && !ALLOWED.iter().any(|it| it.0 == source.door()) {
            faults.push(format!("src/{}: `{}` is not a door", source.path, source.door()));
        }
    }
    for (from, to) in Graph::of_imports(tree).edges() {
        let (from, to) = (&tree.sources[from], &tree.sources[to]);
        let allowed = ALLOWED.iter().find(|it| it.0 == from.door()).map_or("", |it| it.1);
        if from.door() != to.door() && !allowed.split(' ').any(|it| it == to.door()) {
            faults.push(format!("src/{} imports src/{}: `{}` may import [{allowed}]", from.path, to.path, from.door()));
        }
    }
    faults
}

/// Returns, once a file, every use of something where it does not belong.
fn outside_fences(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    for source in &tree.sources {
        for (what, places) in FENCES.iter().filter(|it| !is_in(source, it.1)) {
            let wanted: Vec<&str> = what.split("::").collect();
            if let Some(path) = source.paths.iter().find(|it| it.begins_with(&wanted)) {
                faults.push(format!("src/{}:{}: `{what}` belongs in [{places}]", source.path, path.line));
            }
        }
        let beyond_style = |it: &&tree::Path| it.begins_with(&["ratatui"]) && !it.begins_with(&["ratatui", "style"]);
        if let Some(path) = source.paths.iter().find(beyond_style).filter(|_| is_in(source, "settings")) {
            faults.push(format!("src/{}:{}: a theme needs `ratatui::style` alone", source.path, path.line));
        }
    }
    faults
}

#[test]
fn what_waves_a_lint_away_says_why() {
    let lines = SOURCES.sources.iter().flat_map(|it| it.waved.iter().map(|line| (&it.path, line)));
    none(&lines.map(|(path, line)| format!("src/{path}:{line}: needs a `reason`")).collect::<Vec<_>>());
}

#[test]
fn no_folder_is_fuller_than_it_may_be() {
    let mut folders: BTreeMap<&str, usize> = BTreeMap::new();
    for source in &SOURCES.sources {
        *folders.entry(source.path.rsplit_once('/').map_or("", |it| it.0)).or_default() += 1;
    }
    let full = folders.into_iter().filter(|it| it.1 > FULLEST);
    none(&full.map(|(folder, files)| format!("src/{folder} has {files} files: give it rooms")).collect::<Vec<_>>());
}

#[test]
fn the_name_of_a_public_type_stands_once() {
    let mut places: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for source in &SOURCES.sources {
        for name in &source.public_types {
            places.entry(name).or_default().push(format!("src/{}", source.path));
        }
    }
    let twice = places.into_iter().filter(|it| it.1.len() > 1);
    none(&twice.map(|(name, places)| format!("`{name}` is in {}", places.join(", "))).collect::<Vec<_>>());
}

#[test]
fn no_type_inside_of_a_door_is_called_as_a_public_one_that_it_may_meet() {
    none(
        &called_alike(&SOURCES)
            .into_iter()
            .filter(|it| !ALIKE.iter().any(|name| it.starts_with(name)))
            .collect::<Vec<_>>(),
    );
}

/// Returns every type that only a door can see, and that is called as a public one of this door or of one that it may import.
fn called_alike(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    for inner in &tree.sources {
        let allowed = ALLOWED.iter().find(|it| it.0 == inner.door()).map_or("", |it| it.1);
        for public in &tree.sources {
            let may_meet = public.door() == inner.door() || allowed.split(' ').any(|it| it == public.door());
            let alike = inner.inner_types.iter().filter(|it| may_meet && public.public_types.contains(it));
            faults.extend(alike.map(|it| format!("`{it}` is in src/{} and in src/{}", inner.path, public.path)));
        }
    }
    faults
}

#[test]
fn the_rules_find_what_breaks_them() {
    let tree = |files: &[(&str, &str)]| {
        let lib = ("lib.rs", "pub mod diag; pub mod chronology; pub mod store; pub mod settings; pub mod cli;");
        Tree::new([&[lib], files].concat().into_iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect())
    };
    let doors = tree(&[
        ("chronology.rs", "fn f() { crate::store::load() }"),
        ("store.rs", "mod read; use crate::chronology::When; use crate::cli;"),
        ("store/read.rs", "#[cfg(test)] mod tests { use crate::cli; }"),
        ("cli.rs", "use crate::{diag, store::{self, load}};"),
        ("diag.rs", ""),
        ("helpers.rs", ""),
    ]);
    let found = across_doors(&doors);
    let expect =
        ["src/helpers.rs: `helpers`", "src/chronology.rs imports src/store.rs", "src/store.rs imports src/cli.rs"];
    assert_eq!(found.len(), expect.len(), "{found:#?}");
    assert!(found.iter().zip(expect).all(|(found, expect)| found.starts_with(expect)), "{found:#?}");

    let alike = tree(&[
        ("diag.rs", "pub struct Fault;"),
        ("store.rs", "pub(super) struct Fault; pub(crate) enum When {} struct Span;"),
        ("chronology.rs", "pub enum When {} pub struct Span;"),
        ("settings.rs", "pub(crate) struct When;"),
    ]);
    let found = called_alike(&alike);
    let expect =
        ["`Fault` is in src/store.rs and in src/diag.rs", "`When` is in src/store.rs and in src/chronology.rs"];
    assert_eq!(found, expect);

    let fences = tree(&[
        ("chronology.rs", "use std::{fmt, time::SystemTime};\nfn f() { SystemTime::now(); }\n// chrono::Local"),
        ("diag.rs", "use chrono::{Local as Here, NaiveDate};\nfn f() { g(\"std::env\") }"),
        ("store.rs", "use std::fs; use std::io; fn f() { io::stdin(); }"),
        ("settings/theme.rs", "use ratatui::style::Style; use ratatui::widgets::Block;"),
        ("settings/color.rs", "fn f() { std::env::var(); ratatui::style::Color::Red }"),
        ("cli.rs", "use clap::Parser; use std::{env, fs};"),
    ]);
    let found = outside_fences(&fences);
    let expect = [
        "src/chronology.rs:2: `std::time::SystemTime::now`",
        "src/diag.rs:1: `chrono::Local`",
        "src/store.rs:1: `std::io::stdin`",
        "src/settings/theme.rs:1: a theme",
        "src/settings/color.rs:1: `ratatui`",
        "src/settings/color.rs:1: `std::env`",
    ];
    assert_eq!(found.len(), expect.len(), "{found:#?}");
    assert!(found.iter().zip(expect).all(|(found, expect)| found.starts_with(expect)), "{found:#?}");
}

#[test]
fn the_table_of_doors_is_in_order() {
    for (at, (door, allowed)) in ALLOWED.iter().enumerate() {
        let above: Vec<&str> = ALLOWED[..at].iter().map(|it| it.0).collect();
        assert!(allowed.split_whitespace().all(|it| above.contains(&it)), "{door}");
    }
}

#[test]
fn no_file_imports_itself_by_way_of_others() {
    let graph = Graph::of_imports(&SOURCES);
    let mut faults: Vec<String> = Vec::new();
    for knot in graph.knots() {
        faults.push("these import each other:".to_owned());
        faults.extend(graph.tell(&SOURCES, &knot));
    }
    none(&faults);
}

#[test]
fn no_door_is_one_knot_of_files_that_call_each_other() {
    none(&knots(&SOURCES));
}

/// Returns every door of which more lines than it may are one knot of imports and of calls of methods.
fn knots(tree: &Tree) -> Vec<String> {
    let graph = Graph::of_imports_and_calls(tree);
    let lines = |files: &mut dyn Iterator<Item = &Source>| files.map(|it| it.n_lines).sum::<usize>();
    let mut faults = Vec::new();
    for knot in graph.knots() {
        let files = || knot.iter().map(|it| &tree.sources[*it]);
        let doors: BTreeSet<&str> = files().map(Source::door).collect();
        if doors.len() > 1 {
            faults.push(format!("{doors:?} call each other:"));
            faults.extend(graph.tell(tree, &knot));
            continue;
        }
        let door = files().next().map_or("", Source::door);
        let inside = lines(&mut files());
        let all = lines(&mut tree.sources.iter().filter(|it| it.door() == door));
        if inside * 100 > LARGEST_KNOT * all {
            let (n_files, per_cent) = (knot.len(), (inside * 100).div_ceil(all));
            faults.push(format!("{inside} of {all} lines of `{door}` ({per_cent} %, {LARGEST_KNOT} % at the most), {n_files} files, call each other:"));
            faults.extend(graph.tell(tree, &knot));
        }
    }
    faults
}

#[test]
fn a_knot_is_measured_in_lines_of_its_door() {
    let lib = ("lib.rs", "pub mod d; pub mod e;");
    let a = "use super::S;\nimpl S { pub fn one(&self) { self.two() } }\n";
    let b = "use super::S;\nimpl S { pub fn two(&self) { self.one() } }\n";
    let tree = |filler: usize| {
        let door = format!("mod a;\nmod b;\npub struct S;\n{}", "\n".repeat(filler));
        let files = [lib, ("d.rs", &door), ("d/a.rs", a), ("d/b.rs", b), ("e.rs", "pub struct E;")];
        Tree::new(files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect())
    };
    let found = knots(&tree(0));
    assert!(found[0].starts_with("4 of 7 lines of `d` (58 %, 10 % at the most), 2 files"), "{found:#?}");
    assert_eq!(found[1..], ["  src/d/a.rs:2: two -> src/d/b.rs", "  src/d/b.rs:2: one -> src/d/a.rs"]);
    assert_eq!(knots(&tree(33)), [""; 0]);
    assert_eq!(knots(&tree(32)).len(), 3);
}

#[test]
fn every_file_says_what_it_is_for_and_is_short() {
    let mut faults = Vec::new();
    for folder in ["src", "tests", "benches"].map(|it| root().join(it)).into_iter().filter(|it| it.is_dir()) {
        for path in files(&folder).into_iter().filter(|it| it.extension().is_some_and(|it| it == "rs")) {
            let text = fs::read_to_string(&path).expect("a source in UTF-8");
            let name = below(root(), &path);
            if !text.starts_with("//! ") {
                faults.push(format!("{name}:1: the first line is to be `//!` and what the file is for"));
            }
            if path.file_name().is_some_and(|it| it == "mod.rs") {
                faults.push(format!("{name}: `foo.rs` beside `foo/` rather than `foo/mod.rs`"));
            }
            let n_lines = tree::lines_before_tests(&text);
            let of_tests = name.starts_with("tests/")
                || name.ends_with("/tests.rs")
                || name.ends_with("laws.rs")
                || name.contains("/tests/");
            if n_lines > LONGEST && !of_tests {
                faults.push(format!("{name}: {n_lines} lines before its tests; {LONGEST} is the most"));
            }
        }
    }
    none(&faults);
}

#[test]
fn nothing_names_a_place_of_one_computer() {
    // Written in two halves, or this file would be the first to be found.
    let homes = [concat!("/ro", "ot/"), concat!("/wo", "rk/"), concat!("/ho", "me/"), concat!("/Us", "ers/")];
    let mut faults = Vec::new();
    for path in files(root()) {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        for (number, line) in text.lines().enumerate() {
            for home in homes {
                // In the middle of a URL it is no place of a computer.
                let begins =
                    |at: usize| !line[..at].ends_with(|it: char| it.is_alphanumeric() || "./-_~%}".contains(it));
                if line.match_indices(home).any(|(at, _)| begins(at)) {
                    faults.push(format!("{}:{}: names `{home}`", below(root(), &path), number + 1));
                }
            }
        }
    }
    none(&faults);
}
