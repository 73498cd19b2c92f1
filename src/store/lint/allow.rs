//! `# dateline: allow(code): reason`: warnings that the author of a store has seen, and means as it is.
//!
//! Such a comment stands directly above a table, or above the first line for the whole file. It is looked for once all is read,
//! in the texts as they are, so that a long text that is read in pieces and one that is read whole cannot differ in it.

use std::collections::HashMap;

use toml_parser::{Source, lexer::TokenKind};

use crate::{
    catalog::{Catalog, EventIdx},
    chronology::{Handle, Origin},
    diag::{Diagnostic, Severity, SourceMap, Span, meant_or_all},
    store::{
        read::{ROOTS, is_allow, table_end},
        rules::{ALLOW_NEEDLESS, ALLOW_UNKNOWN, ALLOW_WITHOUT_REASON, Rule},
    },
};

/// What every such comment has in it, and what it is written with.
const MARK: &str = "dateline: allow";
const WRITTEN: &str = "write `# dateline: allow(code): reason`";

/// One code that one comment allows.
#[derive(Clone)]
struct Allow {
    /// The code in its comment; all of the comment where it has none.
    span: Span,
    code: String,
    has_reason: bool,
    place: Stands,
    was_used: bool,
}

/// What a comment stands above.
#[derive(Clone, PartialEq, Eq)]
enum Stands {
    /// The first line of its file.
    AboveFile,
    /// A table, which takes these bytes.
    AboveTable(Span),
    /// Something else, so that it says nothing.
    Elsewhere,
}

/// The comments of a store that allow something.
#[derive(Clone, Default)]
pub(in crate::store) struct Allows {
    all: Vec<Allow>,
    /// Those that do so for a code: by file, and by where their table begins.
    files: HashMap<(String, usize), usize>,
    tables: HashMap<String, Vec<(Handle, usize)>>,
}

impl Allows {
    /// Looks for them in all texts.
    pub(in crate::store) fn find(catalog: &Catalog, files: &SourceMap) -> Self {
        let mut found = Self::default();
        for (file, it) in files.files.iter().enumerate() {
            let finder = memchr::memmem::Finder::new(MARK);
            for at in finder.find_iter(it.text.as_bytes()) {
                found.read(catalog, file, &it.text, at);
            }
        }
        for tables in found.tables.values_mut() {
            tables.sort_unstable();
        }
        found
    }

    /// Reads the comment in which the mark stands at `at`, if it is in one.
    fn read(&mut self, catalog: &Catalog, file: usize, text: &str, at: usize) {
        let start = text[..at].rfind('\n').map_or(0, |it| it + 1);
        let line = text[start..].lines().next().unwrap_or_default();
        let sign = start + line.len() - line.trim_start().len();
        if !is_allow(line) || !is_comment(catalog, file, text, sign) {
            return;
        }
        let place = place(file, text, start);
        let whole = Span::new(file, sign, start + line.trim_end().len());
        let rest = &text[at + MARK.len()..whole.end];
        let open = at + MARK.len() + 1;
        let inner = rest.strip_prefix('(').and_then(|it| it.split_once(')'));
        let Some((codes, reason)) = inner else {
            return self.add(Allow { span: whole, code: String::new(), has_reason: false, place, was_used: false });
        };
        let has_reason = reason.trim_start().strip_prefix(':').is_some_and(|it| !it.trim().is_empty());
        let mut from = open;
        for code in codes.split(',') {
            let start = from + code.len() - code.trim_start().len();
            let span = Span::new(file, start, start + code.trim().len());
            from += code.len() + 1;
            self.add(Allow { span, code: code.trim().to_owned(), has_reason, place: place.clone(), was_used: false });
        }
    }

    fn add(&mut self, it: Allow) {
        let at = self.all.len();
        if it.has_reason {
            match it.place {
                Stands::AboveFile => drop(self.files.entry((it.code.clone(), it.span.file)).or_insert(at)),
                Stands::AboveTable(table) => {
                    self.tables.entry(it.code.clone()).or_default().push((Handle::new(table.file, table.start), at));
                }
                Stands::Elsewhere => {}
            }
        }
        self.all.push(it);
    }

    /// Takes away the warnings that are allowed.
    pub(in crate::store) fn apply(&mut self, faults: &mut Vec<Diagnostic>) {
        if !self.all.is_empty() {
            faults.retain(|it| !self.allows(it));
        }
    }

    fn allows(&mut self, fault: &Diagnostic) -> bool {
        let Some(span) = fault.span.filter(|_| fault.severity == Severity::Warning) else { return false };
        let of_table = self.tables.get(fault.code).and_then(|it| {
            let n = it.partition_point(|it| it.0 <= Handle::new(span.file, span.start));
            Some(it[..n].last()?.1).filter(|it| {
                matches!(self.all[*it].place, Stands::AboveTable(it) if it.file == span.file && span.start < it.end)
            })
        });
        let found = of_table.or_else(|| self.files.get(&(fault.code.to_owned(), span.file)).copied());
        if let Some(at) = found {
            self.all[at].was_used = true;
        }
        found.is_some()
    }

    /// Returns what is wrong with the comments themselves, once everything was looked at: of `rules`, which
    /// there are.
    pub(in crate::store) fn faults<'a>(&'a self, rules: &'a [Rule]) -> impl Iterator<Item = Diagnostic> + 'a {
        self.all.iter().flat_map(|it| it.faults(rules))
    }
}

impl Allow {
    fn faults(&self, rules: &[Rule]) -> Vec<Diagnostic> {
        let code = &self.code;
        let mut faults = Vec::new();
        let warnings = || rules.iter().filter(|it| it.severity == Severity::Warning).map(|it| it.code);
        let known = warnings().any(|it| it == code);
        if code.is_empty() {
            let fault = ALLOW_UNKNOWN.fault("this allows nothing: it names no code");
            return vec![fault.at(self.span).help(format!("{WRITTEN}; `dateline check` prints the codes"))];
        }
        if !known {
            let fault = if rules.iter().any(|it| it.code == code) {
                let fault = ALLOW_UNKNOWN.fault(format!("`{code}` is an error, and only warnings are allowed"));
                fault.help("mend what it tells of, and remove this")
            } else {
                let fault = ALLOW_UNKNOWN.fault(format!("no warning has the code `{code}`"));
                fault.help(meant_or_all(code, "the warnings are", warnings()))
            };
            faults.push(fault.at(self.span));
        }
        if !self.has_reason {
            let fault = ALLOW_WITHOUT_REASON.fault(format!("`{code}` is allowed without a reason, so it is not"));
            faults.push(fault.at(self.span).help(format!("{WRITTEN}: why it is meant as it is")));
        } else if self.place == Stands::Elsewhere {
            let fault =
                ALLOW_NEEDLESS.fault(format!("this allows `{code}` of nothing: no table stands directly below"));
            faults
                .push(fault.at(self.span).help("write it in the line above `[[event]]`, `[[party]]` or `[[source]]`"));
        } else if known && !self.was_used {
            let fault = ALLOW_NEEDLESS.fault(format!("`{code}` is allowed, and there is none of it"));
            faults.push(fault.at(self.span).help("remove it"));
        }
        faults
    }
}

/// Returns what the comment in the line at `start` stands above.
fn place(file: usize, text: &str, start: usize) -> Stands {
    let is_first =
        text[..start].lines().all(|it| it.trim_start_matches('\u{feff}').trim().is_empty() || is_comment_line(it));
    let mut at = start;
    let mut below = "";
    for line in text[start..].split_inclusive('\n') {
        if !is_comment_line(line) {
            below = line;
            break;
        }
        at += line.len();
    }
    let head = below.trim_start();
    let at = at + below.len() - head.len();
    let root = root(head);
    match root {
        Some(root) if !is_first || root != ROOTS[0] => Stands::AboveTable(Span::new(file, at, table_end(text, at))),
        _ if is_first => Stands::AboveFile,
        _ => Stands::Elsewhere,
    }
}

fn is_comment_line(line: &str) -> bool {
    line.trim_start().starts_with('#')
}

/// Returns which top-level table has this head.
fn root(head: &str) -> Option<&'static str> {
    let name = head.strip_prefix('[')?;
    let name = name.strip_prefix('[').unwrap_or(name).split(']').next()?.trim();
    ROOTS.into_iter().find(|it| *it == name)
}

/// Returns whether a comment begins at `at`, and not a line of a long string.
fn is_comment(catalog: &Catalog, file: usize, text: &str, at: usize) -> bool {
    let start = table_before(catalog, file, at);
    let Some(between) = text.get(start..) else { return false };
    // Each token is looked at once: a table is short, and such comments are few.
    let mut offset = 0;
    for token in Source::new(between).lex() {
        let span = token.span();
        offset = offset.max(span.end());
        if at - start < offset {
            return token.kind() == TokenKind::Comment && span.start() == at - start;
        }
    }
    false
}

/// Returns where the last table before `at` begins that was read.
fn table_before(catalog: &Catalog, file: usize, at: usize) -> usize {
    let handle = Handle::new(file, at);
    let events = catalog.in_file_order();
    let n = events.partition_point(|it| catalog.handle(EventIdx(*it)) <= handle);
    let event = events[..n].last().map(|it| catalog.handle(EventIdx(*it))).filter(|it| it.part() == file);
    let origins = catalog.parties().iter().map(|it| it.origin).chain(catalog.sources().iter().map(|it| it.origin));
    let before = |it: &Origin| it.file == file && it.start <= at;
    let beside = origins.filter(before).map(|it| it.start).max();
    event.map(Handle::start).max(beside).unwrap_or(0)
}
