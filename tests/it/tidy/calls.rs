//! Calls of methods between files.
//!
//! The type of a receiver is worked out from what is written: `self`, parameters, fields, what methods and functions return,
//! the patterns of `let`, `match` and `for`. Where that says nothing, in closures for the most part, a method belongs to the
//! one type of the same door that has a method of the name, unless types of the standard library have one too.

use std::collections::{BTreeMap, HashMap};

use syn::{
    Expr, Fields, FnArg, GenericArgument, ImplItem, Item, Pat, PathArguments, ReturnType, Type,
    parse::Parser,
    punctuated::Punctuated,
    visit::{self, Visit},
};

use super::tree::{Tree, is_test};

/// Methods of the standard library that types of ours may have too.
const OF_STD: &str = "add all any as_bytes as_ref as_str bytes chars clear clone cmp contains contains_key count end eq \
                      extend filter find first fmt from get get_mut hash index insert is_empty into_iter iter iter_mut \
                      join keys last len lines map max min name new next parse pop position push push_str read remove \
                      replace reverse run rev send skip sort split start starts_with step take text to_owned to_string \
                      trim truncate union values write zip";

/// A method that one file calls and another defines.
pub(super) struct Call {
    pub from: usize,
    pub to: usize,
    pub method: String,
    pub line: usize,
}

/// A type as it is written in a file: its names, and the types between its angle brackets.
#[derive(Clone)]
struct Ty {
    names: Vec<String>,
    args: Vec<Ty>,
    file: usize,
}

/// A type of ours: the file that defines it, and its name.
type Id = (usize, String);

/// What all files together say about types.
#[derive(Default)]
struct Index {
    /// Also what variants hold, as `Variant.0` or `Variant.name`.
    fields: HashMap<(Id, String), Ty>,
    /// The files that define a method, and what it returns.
    methods: HashMap<(Id, String), (usize, Option<Ty>)>,
    functions: HashMap<Id, Ty>,
}

/// Returns every call of a method that another file defines.
pub(super) fn between(tree: &Tree, code: &[syn::File]) -> Vec<Call> {
    let mut index = Index::default();
    for (file, code) in code.iter().enumerate() {
        index.add(tree, file, &code.items);
    }
    let mut owners: BTreeMap<(&str, &str), Vec<&Id>> = BTreeMap::new();
    for (id, method) in index.methods.keys().filter(|it| !OF_STD.split_whitespace().any(|std| std == it.1)) {
        owners.entry((tree.sources[id.0].door(), method)).or_default().push(id);
    }
    let mut calls = Vec::new();
    for (file, code) in code.iter().enumerate() {
        let (own, vars) = (None, HashMap::new());
        let mut walk = Walk { tree, index: &index, owners: &owners, file, own, vars, calls: &mut calls };
        walk.visit_file(code);
    }
    calls
}

impl Index {
    fn add(&mut self, tree: &Tree, file: usize, items: &[Item]) {
        for item in items {
            match item {
                Item::Struct(it) => self.add_fields(file, &it.ident, "", &it.fields),
                Item::Enum(it) => {
                    for variant in &it.variants {
                        self.add_fields(file, &it.ident, &format!("{}.", variant.ident), &variant.fields);
                    }
                }
                Item::Fn(it) => {
                    if let Some(ty) = returned(&it.sig.output, file, None) {
                        self.functions.insert((file, it.sig.ident.to_string()), ty);
                    }
                }
                Item::Mod(it) if !is_test(&it.attrs) => {
                    self.add(tree, file, it.content.as_ref().map_or(&[][..], |it| &it.1));
                }
                Item::Impl(it) if !is_test(&it.attrs) => {
                    let own = Ty::of(&it.self_ty, file, None);
                    let Some((own, id)) = own.and_then(|it| it.id(tree).map(|id| (it, id))) else { continue };
                    for item in &it.items {
                        if let ImplItem::Fn(it) = item {
                            let ty = returned(&it.sig.output, file, Some(&own));
                            self.methods.insert((id.clone(), it.sig.ident.to_string()), (file, ty));
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn add_fields(&mut self, file: usize, name: &syn::Ident, prefix: &str, fields: &Fields) {
        for (at, field) in fields.iter().enumerate() {
            let called = field.ident.as_ref().map_or_else(|| at.to_string(), ToString::to_string);
            if let Some(ty) = Ty::of(&field.ty, file, None) {
                self.fields.insert(((file, name.to_string()), format!("{prefix}{called}")), ty);
            }
        }
    }
}

fn returned(output: &ReturnType, file: usize, own: Option<&Ty>) -> Option<Ty> {
    match output {
        ReturnType::Type(_, ty) => Ty::of(ty, file, own),
        ReturnType::Default => None,
    }
}

impl Ty {
    fn of(ty: &Type, file: usize, own: Option<&Self>) -> Option<Self> {
        let list = |name: &str, args: Vec<Self>| Some(Self { names: vec![name.to_owned()], args, file });
        match ty {
            Type::Reference(it) => Self::of(&it.elem, file, own),
            Type::Paren(it) => Self::of(&it.elem, file, own),
            Type::Slice(it) => list("Vec", Self::of(&it.elem, file, own).into_iter().collect()),
            Type::Array(it) => list("Vec", Self::of(&it.elem, file, own).into_iter().collect()),
            Type::Tuple(it) => list("()", it.elems.iter().filter_map(|it| Self::of(it, file, own)).collect()),
            Type::Path(it) if it.path.is_ident("Self") => own.cloned(),
            Type::Path(it) => {
                let names = it.path.segments.iter().map(|it| it.ident.to_string()).collect();
                let mut args = Vec::new();
                if let Some(PathArguments::AngleBracketed(it)) = it.path.segments.last().map(|it| &it.arguments) {
                    let types = it.args.iter().filter_map(|it| match it {
                        GenericArgument::Type(it) => Self::of(it, file, own),
                        _ => None,
                    });
                    args.extend(types);
                }
                Some(Self { names, args, file })
            }
            // Something that has a trait: whose methods are called nobody can say.
            Type::TraitObject(_) | Type::ImplTrait(_) => list("dyn", Vec::new()),
            _ => None,
        }
    }

    fn is(&self, names: &[&str]) -> bool {
        self.names.last().is_some_and(|it| names.contains(&it.as_str()))
    }

    /// Returns the only type between the angle brackets of one of `names`.
    fn inside(&self, names: &[&str]) -> Option<&Self> {
        self.args.first().filter(|_| self.is(names))
    }

    /// Returns the type without pointers around it.
    fn bare(&self) -> &Self {
        self.inside(&["Box", "Arc", "Rc"]).map_or(self, Self::bare)
    }

    fn id(&self, tree: &Tree) -> Option<Id> {
        let it = self.bare();
        tree.defining(&tree.sources[it.file].module, &it.names)
    }
}

struct Walk<'a> {
    tree: &'a Tree,
    index: &'a Index,
    /// By door and method, the types that have it.
    owners: &'a BTreeMap<(&'a str, &'a str), Vec<&'a Id>>,
    file: usize,
    /// What `Self` is.
    own: Option<Ty>,
    vars: HashMap<String, Ty>,
    calls: &'a mut Vec<Call>,
}

impl Walk<'_> {
    fn bind(&mut self, pattern: &Pat, ty: Option<Ty>) {
        match pattern {
            Pat::Type(it) => {
                let ty = Ty::of(&it.ty, self.file, self.own.as_ref()).or(ty);
                self.bind(&it.pat, ty);
            }
            Pat::Reference(it) => self.bind(&it.pat, ty),
            Pat::Ident(it) => {
                match ty {
                    Some(ty) => self.vars.insert(it.ident.to_string(), ty),
                    None => self.vars.remove(&it.ident.to_string()),
                };
            }
            Pat::Tuple(it) => {
                // Where a part of a tuple is no type with a name, nobody knows which is which.
                let parts = ty.filter(|ty| ty.is(&["()"]) && ty.args.len() == it.elems.len());
                for (at, pattern) in it.elems.iter().enumerate() {
                    self.bind(pattern, parts.as_ref().map(|it| it.args[at].clone()));
                }
            }
            Pat::TupleStruct(it) => {
                for (at, pattern) in it.elems.iter().enumerate() {
                    let part = match &ty {
                        Some(ty) if ty.is(&["Option", "Result"]) => ty.args.first().cloned(),
                        _ => self.part(&it.path, &at.to_string()),
                    };
                    self.bind(pattern, part);
                }
            }
            Pat::Struct(it) => {
                for field in &it.fields {
                    let syn::Member::Named(name) = &field.member else { continue };
                    let part = self.part(&it.path, &name.to_string());
                    self.bind(&field.pat, part);
                }
            }
            Pat::Or(it) => it.cases.iter().for_each(|it| self.bind(it, ty.clone())),
            _ => {}
        }
    }

    /// Returns the type of a field of the struct or the variant that `path` names.
    fn part(&self, path: &syn::Path, field: &str) -> Option<Ty> {
        let names: Vec<String> = path.segments.iter().map(|it| it.ident.to_string()).collect();
        let (variant, of) = names.split_last()?;
        let of_variant = || Some(self.index.fields.get(&(self.named(of)?, format!("{variant}.{field}")))?.clone());
        let of_struct = || Some(self.index.fields.get(&(self.named(&names)?, field.to_owned()))?.clone());
        of_variant().or_else(of_struct)
    }

    fn named(&self, names: &[String]) -> Option<Id> {
        match names {
            [own] if own == "Self" => self.own.as_ref()?.id(self.tree),
            names => self.tree.defining(&self.tree.sources[self.file].module, names),
        }
    }

    fn method(&self, ty: &Ty, name: &str) -> Option<&(usize, Option<Ty>)> {
        self.index.methods.get(&(ty.id(self.tree)?, name.to_owned()))
    }

    fn ty(&self, expr: &Expr) -> Option<Ty> {
        match expr {
            Expr::Paren(it) => self.ty(&it.expr),
            Expr::Reference(it) => self.ty(&it.expr),
            Expr::Unary(it) => self.ty(&it.expr),
            Expr::Try(it) => self.ty(&it.expr)?.args.first().cloned(),
            Expr::Index(it) => self.ty(&it.expr)?.bare().inside(&["Vec"]).cloned(),
            Expr::Path(it) if it.path.is_ident("self") => self.own.clone(),
            Expr::Path(it) => self.vars.get(&it.path.get_ident()?.to_string()).cloned(),
            Expr::Struct(it) if it.path.is_ident("Self") => self.own.clone(),
            Expr::Struct(it) => {
                let names = it.path.segments.iter().map(|it| it.ident.to_string()).collect();
                Some(Ty { names, args: Vec::new(), file: self.file })
            }
            Expr::Field(it) => {
                let id = self.ty(&it.base)?.id(self.tree)?;
                let name = match &it.member {
                    syn::Member::Named(it) => it.to_string(),
                    syn::Member::Unnamed(it) => it.index.to_string(),
                };
                self.index.fields.get(&(id, name)).cloned()
            }
            Expr::MethodCall(it) => {
                let (ty, name) = (self.ty(&it.receiver)?, it.method.to_string());
                match self.method(&ty, &name) {
                    Some((_, returned)) => returned.clone(),
                    None if matches!(&*name, "as_ref" | "as_mut" | "clone" | "iter" | "iter_mut") => Some(ty),
                    None if name.starts_with("unwrap") || name == "expect" => ty.inside(&["Option", "Result"]).cloned(),
                    None => None,
                }
            }
            Expr::Call(it) => {
                let Expr::Path(path) = &*it.func else { return None };
                let names: Vec<String> = path.path.segments.iter().map(|it| it.ident.to_string()).collect();
                let (last, of) = names.split_last()?;
                let of_type = || self.index.methods.get(&(self.named(of)?, last.clone()))?.1.clone();
                of_type().or_else(|| self.index.functions.get(&self.named(&names)?).cloned())
            }
            _ => None,
        }
    }

    fn call(&mut self, to: usize, method: &str, line: usize) {
        if to != self.file {
            self.calls.push(Call { from: self.file, to, method: method.to_owned(), line });
        }
    }

    /// Walks a function: what it names is its own.
    fn function(&mut self, inputs: &Punctuated<FnArg, syn::Token![,]>, body: &syn::Block) {
        let outside = std::mem::take(&mut self.vars);
        for it in inputs {
            if let FnArg::Typed(it) = it {
                let ty = Ty::of(&it.ty, self.file, self.own.as_ref());
                self.bind(&it.pat, ty);
            }
        }
        self.visit_block(body);
        self.vars = outside;
    }
}

impl<'a> Visit<'a> for Walk<'_> {
    fn visit_item_mod(&mut self, it: &'a syn::ItemMod) {
        if !is_test(&it.attrs) {
            visit::visit_item_mod(self, it);
        }
    }

    fn visit_item_impl(&mut self, it: &'a syn::ItemImpl) {
        if !is_test(&it.attrs) {
            let own = Ty::of(&it.self_ty, self.file, None);
            let outside = std::mem::replace(&mut self.own, own);
            visit::visit_item_impl(self, it);
            self.own = outside;
        }
    }

    fn visit_item_fn(&mut self, it: &'a syn::ItemFn) {
        if !is_test(&it.attrs) {
            self.function(&it.sig.inputs, &it.block);
        }
    }

    fn visit_impl_item_fn(&mut self, it: &'a syn::ImplItemFn) {
        if !is_test(&it.attrs) {
            self.function(&it.sig.inputs, &it.block);
        }
    }

    fn visit_local(&mut self, it: &'a syn::Local) {
        visit::visit_local(self, it);
        let ty = it.init.as_ref().and_then(|it| self.ty(&it.expr));
        self.bind(&it.pat, ty);
    }

    fn visit_expr_let(&mut self, it: &'a syn::ExprLet) {
        visit::visit_expr_let(self, it);
        let ty = self.ty(&it.expr);
        self.bind(&it.pat, ty);
    }

    fn visit_expr_match(&mut self, it: &'a syn::ExprMatch) {
        self.visit_expr(&it.expr);
        let ty = self.ty(&it.expr);
        for arm in &it.arms {
            self.bind(&arm.pat, ty.clone());
            self.visit_arm(arm);
        }
    }

    fn visit_expr_for_loop(&mut self, it: &'a syn::ExprForLoop) {
        self.visit_expr(&it.expr);
        let item = self.ty(&it.expr).and_then(|it| it.bare().inside(&["Vec"]).cloned());
        self.bind(&it.pat, item);
        self.visit_block(&it.body);
    }

    fn visit_expr_closure(&mut self, it: &'a syn::ExprClosure) {
        let outside = self.vars.clone();
        it.inputs.iter().for_each(|it| self.bind(it, None));
        visit::visit_expr_closure(self, it);
        self.vars = outside;
    }

    fn visit_expr_method_call(&mut self, it: &'a syn::ExprMethodCall) {
        visit::visit_expr_method_call(self, it);
        let (name, line) = (it.method.to_string(), it.method.span().start().line);
        let file = match self.ty(&it.receiver) {
            Some(ty) => self.method(&ty, &name).map(|it| it.0),
            None => match self.owners.get(&(self.tree.sources[self.file].door(), &*name)).map(Vec::as_slice) {
                Some([only]) => self.index.methods.get(&((*only).clone(), name.clone())).map(|it| it.0),
                _ => None,
            },
        };
        if let Some(file) = file {
            self.call(file, &name, line);
        }
    }

    fn visit_expr_path(&mut self, it: &'a syn::ExprPath) {
        let names: Vec<String> = it.path.segments.iter().map(|it| it.ident.to_string()).collect();
        if let Some((method, of)) = names.split_last().filter(|it| !it.1.is_empty()) {
            let found = self.named(of).and_then(|it| self.index.methods.get(&(it, method.clone())));
            if let Some((file, _)) = found {
                self.call(*file, method, it.path.segments[0].ident.span().start().line);
            }
        }
    }

    fn visit_macro(&mut self, it: &'a syn::Macro) {
        let all = Punctuated::<Expr, syn::Token![,]>::parse_terminated.parse2(it.tokens.clone());
        // `matches!` and its like: an expression, and then something else.
        let first = |input: syn::parse::ParseStream| {
            let expr = input.parse::<Expr>()?;
            input.parse::<proc_macro2::TokenStream>()?;
            Ok(Punctuated::from_iter([expr]))
        };
        for expr in all.or_else(|_| first.parse2(it.tokens.clone())).unwrap_or_default() {
            // The walk needs nothing of it for longer than this.
            Walk { calls: self.calls, vars: self.vars.clone(), own: self.own.clone(), ..*self }.visit_expr(&expr);
        }
    }
}
