//! From inputs to one chronology: read, parse, follow includes, put together.

use std::fs;

use super::{
    include::{Graph, Naming, Visit, folder},
    input::{Input, LoadError, Loaded},
    locate::sort,
    parse::{Batch, parse_text},
    references::{check_references, keep_first},
    rules::{NOT_UTF8, UNREADABLE_FILE},
    text::decode,
};
use crate::{chronology::Timeline, diag::Span};

/// Runs of bytes that are not UTF-8 and reported one by one; a picture has thousands.
const MOST_BAD_BYTES: usize = 10;

/// Loads everything that `inputs` name, one on top of the other.
///
/// It fails only where an input that the user named cannot be read at all. Whatever is wrong with what was read is in
/// [`Loaded::diagnostics`], and costs what it touches.
///
/// ```
/// use dateline::store::{Input, load};
/// let text = "[[event]]\nid = 'a'\nwhen = '2015-02-29'\ntitle = 'A leap'\n";
/// let loaded = load(&[Input::Text { name: "<stdin>".into(), text: text.into() }])?;
/// assert_eq!(loaded.chronology.events[0].title, "A leap");
/// assert_eq!(loaded.diagnostics[0].help.as_deref(), Some("February 2015 has 28 days"));
/// # Ok::<(), dateline::store::LoadError>(())
/// ```
pub fn load(inputs: &[Input]) -> Result<Loaded, LoadError> {
    let mut loading = Loading::default();
    for input in inputs {
        match input {
            Input::Text { name, text } => {
                loading.graph.add_text();
                loading.add(name, text.clone().into_bytes());
            }
            Input::Path(path) => {
                let failed = |reason| LoadError::new(path.clone(), reason);
                if path.is_dir() {
                    for visit in folder(path, &mut loading.loaded.diagnostics).map_err(failed)? {
                        loading.follow(visit);
                    }
                } else {
                    let bytes = fs::read(path).map_err(failed)?;
                    loading.read(&Visit { path: path.clone(), by: Naming::Path, parent: None }, Some(bytes));
                }
            }
        }
        loading.follow_includes();
    }
    Ok(loading.finish())
}

#[derive(Default)]
struct Loading {
    loaded: Loaded,
    graph: Graph,
    /// Files that are still to be read, the next one last.
    open: Vec<Visit>,
}

impl Loading {
    /// Reads a file and all that it includes.
    fn follow(&mut self, visit: Visit) {
        self.open.push(visit);
        self.follow_includes();
    }

    fn follow_includes(&mut self) {
        while let Some(visit) = self.open.pop() {
            self.read(&visit, None);
        }
    }

    /// Reads one file, unless it has been read before.
    fn read(&mut self, visit: &Visit, bytes: Option<Vec<u8>>) {
        if !self.graph.enter(visit, &mut self.loaded.diagnostics) {
            return;
        }
        let name = visit.path.display().to_string();
        match bytes.map_or_else(|| fs::read(&visit.path), Ok) {
            Ok(bytes) => self.add(&name, bytes),
            Err(error) => {
                let fault = UNREADABLE_FILE.fault(format!("cannot read `{name}`: {error}"));
                let fault = if let Naming::Pattern(span) = visit.by { fault.at(span) } else { fault };
                self.loaded.diagnostics.push(fault.help("check its permissions, or leave it out"));
                // It keeps its number, so that those of the graph and of the texts agree.
                self.add(&name, Vec::new());
            }
        }
    }

    /// Adds the text number n, where n texts were added before.
    fn add(&mut self, name: &str, bytes: Vec<u8>) {
        let (text, bad) = decode(bytes);
        let file = self.loaded.files.add(name, text);
        let faults = &mut self.loaded.diagnostics;
        let more = bad.len().saturating_sub(MOST_BAD_BYTES);
        for (at, it) in bad.iter().take(MOST_BAD_BYTES).enumerate() {
            let rest = if at + 1 == MOST_BAD_BYTES && more > 0 {
                format!("; {more} more places are like this")
            } else {
                String::new()
            };
            let fault = NOT_UTF8.fault(format!("byte {} of the file is not UTF-8: {}", it.offset, it.bytes));
            faults.push(
                fault.at(Span::new(file, it.range.start, it.range.end)).help(format!("save the file as UTF-8{rest}")),
            );
        }
        let text = self.loaded.files.files[file].text.clone();
        let batch = parse_text(file, &text);
        let mut visits = Vec::new();
        for include in &batch.includes {
            visits.append(&mut self.graph.expand(file, include, &mut self.loaded.diagnostics));
        }
        self.open.extend(visits.into_iter().rev());
        self.merge(batch);
    }

    fn merge(&mut self, mut batch: Batch) {
        let chronology = &mut self.loaded.chronology;
        for (timeline, _) in batch.timelines {
            overlay(&mut chronology.timeline, timeline);
        }
        chronology.parties.append(&mut batch.parties);
        chronology.sources.append(&mut batch.sources);
        chronology.events.append(&mut batch.events);
        self.loaded.diagnostics.append(&mut batch.diagnostics);
    }

    fn finish(mut self) -> Loaded {
        let Loaded { chronology, files, diagnostics } = &mut self.loaded;
        diagnostics.append(&mut keep_first(chronology, files));
        diagnostics.append(&mut check_references(chronology, files));
        sort(diagnostics);
        self.loaded
    }
}

/// Fills what `under` does not say from `over`: the first text to say something is the one that a user named first.
fn overlay(under: &mut Timeline, over: Timeline) {
    under.title = under.title.take().or(over.title);
    under.summary = under.summary.take().or(over.summary);
    for (key, value) in over.extra {
        if under.extra.iter().all(|it| it.0 != key) {
            under.extra.push((key, value));
        }
    }
}
