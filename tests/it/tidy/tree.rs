//! The source files of the crate as `syn` reads them: modules, imports and the paths that their code names.

use std::collections::HashSet;

use proc_macro2::{TokenStream, TokenTree};
use syn::{
    Attribute, ImplItem, Item, ItemConst, ItemEnum, ItemExternCrate, ItemFn, ItemImpl, ItemMacro, ItemMod, ItemStatic,
    ItemStruct, ItemTrait, ItemType, ItemUnion, ItemUse, UseTree, Visibility,
    visit::{self, Visit},
};

use super::calls::{self, Call};

/// Every source file that is not a test.
pub(super) struct Tree {
    pub sources: Vec<Source>,
    /// The methods that one file calls and another defines.
    pub calls: Vec<Call>,
}

/// One file.
pub(super) struct Source {
    /// Below `src`, with `/`.
    pub path: String,
    /// `["layout", "ticks"]`; nothing for `lib.rs`.
    pub module: Vec<String>,
    /// Lines before the tests.
    pub n_lines: usize,
    /// Every import, one a name.
    pub uses: Vec<Use>,
    /// Every path that code or imports name, the first name spelt out where an import stands for it.
    pub paths: Vec<Path>,
    /// What the file defines outside of `impl`s, at any depth.
    pub defines: HashSet<String>,
    /// The public structs, enums and traits among them.
    pub public_types: Vec<String>,
    /// Those that only some of the house can see.
    pub inner_types: Vec<String>,
    /// The lines where a lint is waved away without a reason.
    pub waved: Vec<usize>,
    /// The rooms declared here that hold tests.
    test_rooms: Vec<String>,
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
        let mut parsed: Vec<(Source, syn::File)> = Vec::new();
        for (path, text) in texts.into_iter().filter(|it| is_rust(&it.0)) {
            let code = syn::parse_file(&text).unwrap_or_else(|it| panic!("{path}: {it}"));
            parsed.push((Source::new(path, &text, &code), code));
        }
        let tests: Vec<Vec<String>> = parsed.iter().flat_map(|(it, _)| it.test_modules()).collect();
        parsed.retain(|(it, _)| !tests.iter().any(|test| it.module.starts_with(test)));
        let (sources, code): (Vec<Source>, Vec<syn::File>) = parsed.into_iter().unzip();
        let mut tree = Self { sources, calls: Vec::new() };
        tree.calls = calls::between(&tree, &code);
        tree
    }

    /// Returns the number of the file that is `module`.
    pub(super) fn find(&self, module: &[String]) -> Option<usize> {
        self.sources.iter().position(|it| it.module == module)
    }

    /// Returns the file that defines what `names` means in `module`, and its name there, if it is one of ours.
    pub(super) fn defining(&self, module: &[String], names: &[String]) -> Option<(usize, String)> {
        self.follow(module, names, 0)
    }

    fn follow(&self, module: &[String], names: &[String], depth: usize) -> Option<(usize, String)> {
        let (first, rest) = names.split_first()?;
        // Nobody hands a name on so often: an import that names itself is another crate's.
        if depth > 16 {
            return None;
        }
        let child = |module: &[String], name: &String| self.find(&[module, std::slice::from_ref(name)].concat());
        let parent = |module: &[String]| module.split_last().map(|(_, parent)| parent.to_vec());
        let (mut module, mut rest) = match &**first {
            "crate" | "dateline" => (Vec::new(), rest),
            "self" => (module.to_vec(), rest),
            "super" => (parent(module)?, rest),
            _ if !module.is_empty() && child(module, first).is_some() => (module.to_vec(), names),
            name => {
                let here = self.find(module)?;
                let mut uses = self.sources[here].uses.iter();
                return match uses.find(|it| it.name == name && it.path.names != [name]) {
                    Some(it) => self.follow(module, &[&it.path.names, rest].concat(), depth + 1),
                    None => self.sources[here].defines.contains(name).then(|| (here, first.clone())),
                };
            }
        };
        let mut last = String::new();
        while let Some((name, after)) = rest.split_first() {
            let at = self.find(&module)?;
            let source = &self.sources[at];
            if name == "super" {
                module = parent(&module)?;
            } else if name == "self" {
            } else if child(&module, name).is_some() {
                module.push(name.clone());
            } else if let Some(it) = source.uses.iter().find(|it| it.name == *name) {
                return self
                    .follow(&module, &[&it.path.names, after].concat(), depth + 1)
                    .or_else(|| Some((at, name.clone())));
            } else if source.defines.contains(name) {
                return Some((at, name.clone()));
            } else {
                let globs = source.uses.iter().filter(|it| it.name == "*");
                let mut inside = globs.filter_map(|it| self.follow(&module, &it.path.names, depth + 1));
                let found = inside.find(|it| self.sources[it.0].defines.contains(name)).map_or(at, |it| it.0);
                return Some((found, name.clone()));
            }
            last.clone_from(name);
            rest = after;
        }
        Some((self.find(&module)?, last))
    }
}

impl Source {
    fn new(path: String, text: &str, code: &syn::File) -> Self {
        let mut found = Code::default();
        found.visit_file(code);
        let Code { mut uses, mut paths, words, .. } = found;
        for it in &mut uses {
            it.only_handed_on &= !words.contains(it.name.as_str());
        }
        for path in &mut paths {
            if let Some(it) = uses.iter().find(|it| it.name == path.names[0]) {
                path.names = [&it.path.names, &path.names[1..]].concat();
            }
        }
        paths.extend(uses.iter().map(|it| it.path.clone()));
        paths.sort_by_key(|it| it.line);
        let module = match &*path {
            "lib.rs" => Vec::new(),
            path => path.trim_end_matches(".rs").split('/').map(str::to_owned).collect(),
        };
        let n_lines = lines_before_tests(text);
        let Code { defines, public_types, inner_types, waved, test_rooms, .. } = found;
        Self { path, module, n_lines, uses, paths, defines, public_types, inner_types, waved, test_rooms }
    }

    /// Returns the first name of the module; `lib` for the root.
    pub(super) fn door(&self) -> &str {
        self.module.first().map_or("lib", String::as_str)
    }

    fn test_modules(&self) -> Vec<Vec<String>> {
        self.test_rooms.iter().map(|it| [&*self.module, std::slice::from_ref(it)].concat()).collect()
    }
}

/// Returns how many lines stand before `#[cfg(test)] mod`.
pub(super) fn lines_before_tests(text: &str) -> usize {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let is_tests = |it: &[&str]| it[0] == "#[cfg(test)]" && it[1].starts_with("mod ");
    lines.windows(2).position(is_tests).unwrap_or(lines.len())
}

/// Returns whether what has `attributes` is there for tests only.
pub(super) fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|it| {
        let is_cfg_test = || it.parse_args::<syn::Path>().is_ok_and(|it| it.is_ident("test"));
        it.path().is_ident("test") || it.path().is_ident("cfg") && is_cfg_test()
    })
}

/// Returns the attributes, the name and the visibility of an item.
fn head(item: &Item) -> (&[Attribute], Option<&syn::Ident>, Option<&Visibility>) {
    match item {
        Item::Struct(ItemStruct { attrs, ident, vis, .. })
        | Item::Enum(ItemEnum { attrs, ident, vis, .. })
        | Item::Trait(ItemTrait { attrs, ident, vis, .. }) => (attrs, Some(ident), Some(vis)),
        Item::Const(ItemConst { attrs, ident, .. })
        | Item::Mod(ItemMod { attrs, ident, .. })
        | Item::Static(ItemStatic { attrs, ident, .. })
        | Item::Type(ItemType { attrs, ident, .. })
        | Item::Union(ItemUnion { attrs, ident, .. }) => (attrs, Some(ident), None),
        Item::Fn(ItemFn { attrs, sig, .. }) => (attrs, Some(&sig.ident), None),
        Item::Macro(ItemMacro { attrs, ident, .. }) => (attrs, ident.as_ref(), None),
        Item::ExternCrate(ItemExternCrate { attrs, .. })
        | Item::Impl(ItemImpl { attrs, .. })
        | Item::Use(ItemUse { attrs, .. }) => (attrs, None, None),
        _ => (&[], None, None),
    }
}

/// What is gathered of one file.
#[derive(Default)]
struct Code {
    uses: Vec<Use>,
    paths: Vec<Path>,
    /// Every word of the code outside of imports.
    words: HashSet<String>,
    defines: HashSet<String>,
    public_types: Vec<String>,
    inner_types: Vec<String>,
    waved: Vec<usize>,
    test_rooms: Vec<String>,
}

impl<'a> Visit<'a> for Code {
    fn visit_item(&mut self, item: &'a Item) {
        let (attributes, name, visibility) = head(item);
        if is_test(attributes) {
            self.test_rooms.extend(name.filter(|_| matches!(item, Item::Mod(_))).map(ToString::to_string));
            return;
        }
        self.defines.extend(name.map(ToString::to_string));
        match visibility {
            Some(Visibility::Public(_)) => self.public_types.extend(name.map(ToString::to_string)),
            Some(Visibility::Restricted(_)) => self.inner_types.extend(name.map(ToString::to_string)),
            _ => {}
        }
        visit::visit_item(self, item);
    }

    // That there is a room imports nothing from it.
    fn visit_item_mod(&mut self, item: &'a ItemMod) {
        item.content.iter().flat_map(|it| &it.1).for_each(|it| self.visit_item(it));
    }

    fn visit_impl_item(&mut self, item: &'a ImplItem) {
        if !matches!(item, ImplItem::Fn(it) if is_test(&it.attrs)) {
            visit::visit_impl_item(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'a ItemUse) {
        let handed_on = !matches!(item.vis, Visibility::Inherited);
        self.import(&item.tree, &[], handed_on);
    }

    // Who may see it is no import.
    fn visit_visibility(&mut self, _: &'a Visibility) {}

    fn visit_ident(&mut self, name: &'a syn::Ident) {
        self.words.insert(name.to_string());
    }

    fn visit_path(&mut self, path: &'a syn::Path) {
        let names: Vec<String> = path.segments.iter().map(|it| it.ident.to_string()).collect();
        self.add(names, path.segments[0].ident.span().start().line);
        visit::visit_path(self, path);
    }

    fn visit_attribute(&mut self, it: &'a Attribute) {
        if let syn::Meta::List(list) = &it.meta {
            let waves = it.path().is_ident("allow") || it.path().is_ident("expect");
            if waves && !list.tokens.to_string().contains("reason =") {
                self.waved.push(it.pound_token.span.start().line);
            }
            self.tokens(&list.tokens);
        }
    }

    fn visit_macro(&mut self, it: &'a syn::Macro) {
        visit::visit_path(self, &it.path);
        self.tokens(&it.tokens);
    }
}

impl Code {
    fn add(&mut self, names: Vec<String>, line: usize) {
        if names.len() > 1 {
            self.paths.push(Path { names, line });
        }
    }

    /// Finds paths in what is no syntax tree: arguments of macros and attributes.
    fn tokens(&mut self, tokens: &TokenStream) {
        let mut names: Vec<String> = Vec::new();
        let (mut line, mut signs) = (0, String::new());
        for token in tokens.clone() {
            match token {
                TokenTree::Ident(it) => {
                    self.words.insert(it.to_string());
                    if signs != "::" {
                        self.add(std::mem::take(&mut names), line);
                        line = it.span().start().line;
                    }
                    // What follows a dot is a method or a field.
                    names.extend(Some(it.to_string()).filter(|_| signs != "."));
                    signs.clear();
                }
                TokenTree::Punct(it) => signs.push(it.as_char()),
                TokenTree::Group(it) => {
                    self.add(std::mem::take(&mut names), line);
                    signs.clear();
                    self.tokens(&it.stream());
                }
                TokenTree::Literal(_) => signs.clear(),
            }
        }
        self.add(names, line);
    }

    /// Adds the names that `tree`, such as `a::{b, c as d}`, imports below `prefix`.
    fn import(&mut self, tree: &UseTree, prefix: &[String], handed_on: bool) {
        let below = |it: &syn::Ident| match &*it.to_string() {
            "self" if !prefix.is_empty() => prefix.to_vec(),
            name => [prefix, &[name.to_owned()]].concat(),
        };
        let (names, name, ident) = match tree {
            UseTree::Path(it) => return self.import(&it.tree, &below(&it.ident), handed_on),
            UseTree::Group(it) => return it.items.iter().for_each(|it| self.import(it, prefix, handed_on)),
            UseTree::Name(it) => (below(&it.ident), None, it.ident.span()),
            UseTree::Rename(it) => (below(&it.ident), Some(it.rename.to_string()), it.rename.span()),
            UseTree::Glob(it) => (prefix.to_vec(), Some("*".to_owned()), it.star_token.spans[0]),
        };
        let line = ident.start().line;
        let name = name.or_else(|| names.last().cloned()).unwrap_or_default();
        self.uses.push(Use { path: Path { names, line }, name, only_handed_on: handed_on });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: &str) -> Source {
        Source::new("a.rs".into(), text, &syn::parse_file(text).expect("Rust"))
    }

    #[test]
    fn imports_are_told_one_by_one() {
        let check = |text: &str, expect: &str| {
            let uses = source(text).uses;
            let uses = uses.iter().map(|it| format!("{}={}", it.name, it.path.names.join("::")));
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
        let check = |text: &str, expect: &[&str]| {
            let paths = source(text).paths;
            let paths: Vec<String> = paths.iter().map(|it| format!("{}:{}", it.line, it.names.join("::"))).collect();
            assert_eq!(paths, expect, "{text}");
        };
        check(
            "use std::io;\nfn f() { io::stdout(); x.y::<Z>(); crate::b::C::new() }",
            &["1:std::io", "2:std::io::stdout", "2:crate::b::C::new"],
        );
        check("fn f() { println!(\"{}\", a.b(c::d(e)), f.g) }", &["1:c::d"]);
        check("#[derive(clap::Parser)] struct A { b: Vec<c::D> } // e::f", &["1:clap::Parser", "1:c::D"]);
    }

    #[test]
    fn what_waves_a_lint_away_gives_its_reason() {
        assert_eq!(source("#[allow(dead_code)]\nfn f() {}\n#[expect(a, reason = \"b\")]\nfn g() {}").waved, [1]);
    }
}
