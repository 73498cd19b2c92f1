//! From inputs to one chronology: read, parse, follow includes, put together.

use std::{
    collections::HashMap,
    fs,
    io::Read,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    gather::{Gather, Part, Progress},
    input::{Input, LoadError, Loaded},
    lint::{Numbers, Shelf, Store, Survey, check_references, lint, repeated, sort},
    read::{Batch, Graph, Naming, PIECE, Piece, Reader, Visit, decode, folder, read_file, repeated_timeline},
    rules::{NOT_UTF8, UNREADABLE_FILE},
};
use crate::{
    chronology::{CivilDate, Event, Instant, Origin, Party, Source, Timeline},
    diag::{Diagnostic, SourceMap, Span},
};

/// Events that lint looks at in the time between two keys.
const QUICK: usize = 5000;
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
    let mut loaded = Loaded::default();
    let chronology = &mut loaded.chronology;
    // Lint is asked for apart, and knows the day.
    let someday = CivilDate::new(0, 1, 1);
    let read = stream(inputs, someday, &Vec::new, &mut |mut part: Part<Vec<Event>>| {
        chronology.timeline = part.timeline.clone();
        chronology.parties.append(&mut part.parties);
        chronology.sources.append(&mut part.sources);
        chronology.events.append(&mut part.events);
    })?;
    loaded.files = Arc::unwrap_or_clone(read.files);
    loaded.diagnostics = read.diagnostics;
    Ok(loaded)
}

/// Loads everything that `inputs` name, as [`load`] does, and hands on each stretch as it is read: its events gathered by what
/// `make` returns.
///
/// `today` decides what lies in the future.
pub fn stream<G: Gather>(
    inputs: &[Input],
    today: CivilDate,
    make: &(dyn Fn() -> G + Sync),
    take: &mut dyn FnMut(Part<G>),
) -> Result<Streamed, LoadError> {
    let now = Instant::at_end_of(today);
    let mut loading = Loading {
        read: Streamed::new(now),
        files: SourceMap::default(),
        graph: Graph::default(),
        open: Vec::new(),
        parties: HashMap::new(),
        sources: HashMap::new(),
        timeline: Timeline::default(),
        progress: Progress { done: 0, total: total_size(inputs) },
        piece: PIECE,
        parts: 0,
        make,
        take,
    };
    loading.follow_all(inputs)?;
    Ok(loading.finish())
}

/// Returns the files that `inputs` name, whether they are there or not; what those include is not among them.
pub fn files(inputs: &[Input]) -> Vec<PathBuf> {
    inputs.iter().flat_map(input_files).collect()
}

fn input_files(input: &Input) -> Vec<PathBuf> {
    match input {
        Input::Text { .. } => Vec::new(),
        Input::Path(path) if path.is_dir() => {
            folder(path, &mut Vec::new()).into_iter().flatten().map(|it| it.path).collect()
        }
        Input::Path(path) => vec![path.clone()],
    }
}

/// Returns the bytes of `inputs`, as far as they are known before they are read.
pub fn total_size(inputs: &[Input]) -> u64 {
    inputs.iter().map(size).sum()
}

/// Returns the first `bytes` bytes of a file, up to the head of the last event that begins in them; nothing where there is none, or
/// the file cannot be read or is not UTF-8.
pub fn head(path: &Path, bytes: usize) -> Option<Input> {
    let mut text = vec![0; bytes];
    fs::File::open(path).and_then(|mut it| it.read_exact(&mut text)).ok()?;
    let end = memchr::memmem::rfind(&text, b"\n[[event]]")?;
    text.truncate(end + 1);
    Some(Input::Text { name: path.display().to_string(), text: String::from_utf8(text).ok()? })
}

/// Returns the bytes of an input, as far as they are known before it is read.
fn size(input: &Input) -> u64 {
    match input {
        Input::Text { text, .. } => text.len() as u64,
        Input::Path(_) => input_files(input).iter().map(|it| file_size(it)).sum(),
    }
}

fn file_size(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |it| it.len())
}

/// What is left of loading when every event has been handed on.
#[derive(Debug)]
pub struct Streamed {
    /// The texts, by the numbers that origins and spans have.
    pub files: Arc<SourceMap>,
    /// Every fault that was found, in order of place.
    pub diagnostics: Vec<Diagnostic>,
    parties: Vec<Party>,
    sources: Vec<Source>,
    survey: Survey,
    numbers: Numbers,
    now: Instant,
}

impl Streamed {
    fn new(now: Instant) -> Self {
        Self {
            files: Arc::default(),
            diagnostics: Vec::new(),
            parties: Vec::new(),
            sources: Vec::new(),
            survey: Survey::new(now),
            numbers: Numbers::default(),
            now,
        }
    }

    /// Returns whether lint has so little to look at that it is done at once.
    pub fn is_quickly_linted(&self) -> bool {
        let lifetimes = self.parties.iter().any(|it| it.when.is_some());
        let looked_at = if lifetimes { self.survey.ids.len() } else { self.survey.suspects.len() };
        looked_at + self.survey.not_lower.len() < QUICK
    }

    /// Returns what is suspicious about the store, as [`check`](super::check) does.
    pub fn lint(&self) -> Vec<Diagnostic> {
        lint(&self.store())
    }

    /// Forgets what was kept of every event for lint, which takes a twelfth of what the text does.
    pub fn forget(&mut self) {
        self.survey = Survey::new(self.now);
        self.numbers = Numbers::default();
    }

    fn store(&self) -> Store<'_> {
        let entries = (&*self.parties, &*self.sources);
        Store::new(entries, Shelf::Written, (&self.survey, &self.numbers), &self.files, self.now)
    }
}

/// Files that are being read.
pub(super) struct Loading<'a, G> {
    read: Streamed,
    files: SourceMap,
    graph: Graph,
    /// Files that are still to be read, the next one last.
    open: Vec<Visit>,
    /// Where each id stands first.
    parties: HashMap<String, Origin>,
    sources: HashMap<String, Origin>,
    timeline: Timeline,
    progress: Progress,
    /// Bytes of a piece.
    piece: usize,
    /// Pieces that were handed on.
    parts: usize,
    make: &'a (dyn Fn() -> G + Sync),
    take: &'a mut dyn FnMut(Part<G>),
}

impl<G: Gather> Loading<'_, G> {
    fn follow_all(&mut self, inputs: &[Input]) -> Result<(), LoadError> {
        for input in inputs {
            match input {
                Input::Text { name, text } => {
                    self.graph.add_text();
                    self.add(name, text.clone().into_bytes());
                }
                Input::Path(path) => {
                    let failed = |reason| LoadError::new(path.clone(), reason);
                    if path.is_dir() {
                        for visit in folder(path, &mut self.read.diagnostics).map_err(failed)? {
                            self.follow(visit);
                        }
                    } else {
                        let bytes = read_file(path).map_err(failed)?;
                        self.visit(&Visit { path: path.clone(), by: Naming::Path, parent: None }, Some(bytes));
                    }
                }
            }
            self.follow_includes();
        }
        Ok(())
    }

    /// Reads a file and all that it includes.
    fn follow(&mut self, visit: Visit) {
        self.open.push(visit);
        self.follow_includes();
    }

    fn follow_includes(&mut self) {
        while let Some(visit) = self.open.pop() {
            self.visit(&visit, None);
        }
    }

    /// Reads one file, unless it has been read before.
    fn visit(&mut self, visit: &Visit, bytes: Option<Vec<u8>>) {
        if !self.graph.enter(visit, &mut self.read.diagnostics) {
            return;
        }
        let name = visit.path.display().to_string();
        match bytes.map_or_else(|| read_file(&visit.path), Ok) {
            Ok(bytes) => self.add(&name, bytes),
            Err(error) => {
                let fault = UNREADABLE_FILE.fault(format!("cannot read `{name}`: {error}"));
                let fault = if let Naming::Pattern(span) = visit.by { fault.at(span) } else { fault };
                self.read.diagnostics.push(fault.help("check its permissions, or leave it out"));
                // It keeps its number, so that those of the graph and of the texts agree.
                self.add(&name, Vec::new());
            }
        }
    }

    /// Adds the text number n, where n texts were added before.
    fn add(&mut self, name: &str, bytes: Vec<u8>) {
        let (text, bad) = decode(bytes);
        let file = self.files.add(name, text);
        let faults = &mut self.read.diagnostics;
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
        let text = Arc::clone(&self.files.files[file].text);
        let reader = Reader { file, text: &text, now: self.read.now, make: self.make };
        let before = self.progress.done;
        let mut timelines = Vec::new();
        let mut visits = Vec::new();
        reader.read_all(self.piece, |mut piece| {
            self.progress.done = before + piece.reached as u64;
            timelines.append(&mut piece.batch.timelines);
            for include in std::mem::take(&mut piece.batch.includes) {
                visits.append(&mut self.graph.expand(file, &include, &mut self.read.diagnostics));
            }
            if let [(timeline, _)] = &*timelines {
                overlay(&mut self.timeline, timeline.clone());
            }
            self.hand_on(piece);
        });
        self.read.diagnostics.extend(repeated_timeline(&timelines));
        self.progress.total = self.progress.total.max(self.progress.done);
        self.open.extend(visits.into_iter().rev());
    }

    /// Hands on what a piece says, without what has an id that was there before.
    fn hand_on(&mut self, mut piece: Piece<G>) {
        let batch = &mut piece.batch;
        self.read.diagnostics.append(&mut batch.diagnostics);
        let mut faults = Vec::new();
        batch.parties.retain(|it| is_first(&mut self.parties, &self.files, "party", (&it.id, it.origin), &mut faults));
        batch.sources.retain(|it| is_first(&mut self.sources, &self.files, "source", (&it.id, it.origin), &mut faults));
        self.read.diagnostics.append(&mut faults);
        let repeated = self.repeated_events(&piece.survey);
        piece.survey.leave_out(&repeated);
        if !repeated.is_empty() {
            piece.events.leave_out(&repeated);
        }
        let base = self.read.survey.ids.len();
        self.read.survey.append(piece.survey);
        self.parts += 1;
        if self.parts.is_power_of_two() {
            self.read.survey.reserve(self.progress.expected(self.read.survey.ids.len()));
        }
        for number in base..self.read.survey.ids.len() {
            // Two with one hash and different ids are as good as never met; the first is then found by it.
            self.read.numbers.add(&self.read.survey.ids, number as u32);
        }
        let Batch { parties, sources, .. } = piece.batch;
        self.read.parties.extend(parties.iter().cloned());
        self.read.sources.extend(sources.iter().cloned());
        let (timeline, files) = (&self.timeline, &self.files);
        (self.take)(Part { timeline, parties, sources, events: piece.events, files, progress: self.progress });
    }

    /// Returns the events of a piece that have an id which an event before them has, and reports them.
    fn repeated_events(&mut self, piece: &Survey) -> Vec<usize> {
        let mut own = Numbers::default();
        let mut found = Vec::new();
        for (at, hash) in piece.ids.iter().enumerate() {
            let first = match self.read.numbers.get(&self.read.survey.ids, *hash) {
                Some(number) => self.read.survey.event(&self.files, number),
                None => own.add(&piece.ids, at as u32).and_then(|it| piece.event(&self.files, it)),
            };
            if let Some(first) = first
                && let Some(second) = piece.event(&self.files, at as u32)
                && first.id == second.id
            {
                let fault = repeated(&self.files, "event", &second.id, first.origin, second.origin);
                self.read.diagnostics.push(fault);
                found.push(at);
            }
        }
        found
    }

    fn finish(mut self) -> Streamed {
        self.read.files = Arc::new(self.files);
        let mut faults = check_references(&self.read.store());
        self.read.diagnostics.append(&mut faults);
        sort(&mut self.read.diagnostics);
        self.read
    }
}

/// Returns whether an id is met for the first time, or reports that it is not.
fn is_first(
    first: &mut HashMap<String, Origin>,
    files: &SourceMap,
    what: &str,
    (id, origin): (&str, Origin),
    faults: &mut Vec<Diagnostic>,
) -> bool {
    if let Some(before) = first.get(id) {
        faults.push(repeated(files, what, id, *before, origin));
        return false;
    }
    first.insert(id.to_owned(), origin);
    true
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
