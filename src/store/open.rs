//! From inputs to one catalog: read, parse, follow includes, put together.

use std::{collections::HashMap, sync::Arc};

use super::{
    input::{Input, LoadError, Place, total_size},
    lint::{Allows, Lint, check_references, repeated, sort},
    loaded::{Loaded, Loading, Progress},
    read::{Batch, Graph, Naming, PIECE, Piece, Reader, Visit, decode, folder, read_file, repeated_timeline},
    rules::{NOT_UTF8, UNREADABLE_FILE},
};
use crate::{
    catalog::{Catalog, Parts},
    chronology::{CivilDate, Instant, Origin, Timeline},
    diag::{Diagnostic, Severity, SourceMap, Span},
};

/// Runs of bytes that are not UTF-8 and reported one by one; a picture has thousands.
const MOST_BAD_BYTES: usize = 10;

/// Which faults of a store are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Faults {
    /// What reading it shows.
    OfReading,
    /// That, and lint.
    All,
}

/// Reads everything that `inputs` name, one on top of the other, as of `today`, which decides what lies in the future. The whole is
/// called `name` while it has no title. `watch` is told how far reading has come, without the time that it took.
///
/// It fails only where an input that the user named cannot be read at all. Whatever is wrong with what was read is in
/// [`Loaded::diagnostics`], and costs what it touches.
///
/// ```
/// use dateline::{chronology::CivilDate, store::{Faults, Input, Place, open}};
/// let text = "[[event]]\nid = 'a'\nwhen = '2015-02-29'\ntitle = 'A leap'\n";
/// let input = Input::Text { place: Place::Stdin, text: text.into() };
/// let loaded = open(&[input], "a leap", CivilDate::new(2026, 1, 31), Faults::OfReading, &mut |_| {})?;
/// assert_eq!(loaded.catalog.len(), 1);
/// assert_eq!(loaded.diagnostics[0].help.as_deref(), Some("February 2015 has 28 days"));
/// # Ok::<(), dateline::store::LoadError>(())
/// ```
pub fn open(
    inputs: &[Input],
    name: &str,
    today: CivilDate,
    faults: Faults,
    watch: &mut dyn FnMut(Progress),
) -> Result<Loaded, LoadError> {
    let (mut loaded, lint) = stream(inputs, name, today, faults, &mut |it| watch(it.progress))?;
    if let Some(lint) = lint {
        Arc::make_mut(&mut loaded.diagnostics).extend(lint.run());
    }
    Ok(loaded)
}

/// Reads everything that `inputs` name, as [`open()`] does, and shows `watch` every stretch as it is read, with all that was read before
/// it. Lint that takes long is left to the caller, who has something to show meanwhile.
pub fn stream(
    inputs: &[Input],
    name: &str,
    today: CivilDate,
    faults: Faults,
    watch: &mut dyn FnMut(&PartlyRead),
) -> Result<(Loaded, Option<Lint>), LoadError> {
    stream_pieces(PIECE, inputs, name, today, faults, watch)
}

/// Does what [`stream`] does with long texts in pieces of about `piece` bytes.
pub(super) fn stream_pieces(
    piece: usize,
    inputs: &[Input],
    name: &str,
    today: CivilDate,
    faults: Faults,
    watch: &mut dyn FnMut(&PartlyRead),
) -> Result<(Loaded, Option<Lint>), LoadError> {
    let now = Instant::at_end_of(today);
    let mut loader = Loader {
        parts: Parts::default(),
        diagnostics: Vec::new(),
        files: SourceMap::default(),
        graph: Graph::default(),
        open: Vec::new(),
        progress: Progress { total: total_size(inputs), ..Progress::default() },
        piece,
        n_pieces: 0,
        name,
        now,
        watch,
    };
    loader.follow_all(inputs)?;
    Ok(loader.finish(faults))
}

/// A store of which a part has been read.
pub struct PartlyRead<'a> {
    /// How much.
    pub progress: Progress,
    parts: &'a Parts,
    files: &'a SourceMap,
    name: &'a str,
}

impl PartlyRead<'_> {
    /// Returns what has been read, as something to look at until the rest is there.
    pub fn so_far(&self) -> Loaded {
        let files = Arc::new(self.files.clone());
        let catalog = Catalog::of_archive(self.parts.clone(), Arc::clone(&files) as _);
        Loaded {
            catalog: Arc::new(catalog),
            files,
            diagnostics: Arc::default(),
            name: self.name.to_owned(),
            loading: Loading::Reading(self.progress),
            read_at: String::new(),
        }
    }
}

/// What has been read, and what is still to be.
struct Loader<'a> {
    parts: Parts,
    diagnostics: Vec<Diagnostic>,
    files: SourceMap,
    graph: Graph,
    /// Files that are still to be read, the next one last.
    open: Vec<Visit>,
    progress: Progress,
    /// Bytes of a piece.
    piece: usize,
    n_pieces: usize,
    name: &'a str,
    /// Last millisecond of today.
    now: Instant,
    watch: &'a mut dyn FnMut(&PartlyRead),
}

impl Loader<'_> {
    fn follow_all(&mut self, inputs: &[Input]) -> Result<(), LoadError> {
        for input in inputs {
            match input {
                Input::Text { place, text } => {
                    self.graph.add_text();
                    self.add(place.clone(), text.clone().into_bytes());
                }
                Input::Path(path) => {
                    let failed = |reason| LoadError::new(path.clone(), reason);
                    if path.is_dir() {
                        for visit in folder(path, &mut self.diagnostics).map_err(failed)? {
                            self.open.push(visit);
                            self.follow_includes();
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

    /// Reads the files that are still to be read, and all that they include.
    fn follow_includes(&mut self) {
        while let Some(visit) = self.open.pop() {
            self.visit(&visit, None);
        }
    }

    /// Reads one file, unless it has been read before.
    fn visit(&mut self, visit: &Visit, bytes: Option<Vec<u8>>) {
        if !self.graph.enter(visit, &mut self.diagnostics) {
            return;
        }
        let place = Place::File(visit.path.clone());
        match bytes.map_or_else(|| read_file(&visit.path), Ok) {
            Ok(bytes) => self.add(place, bytes),
            Err(error) => {
                let fault = UNREADABLE_FILE.fault(format!("cannot read `{place}`: {error}"));
                let fault = if let Naming::Pattern(span) = visit.by { fault.at(span) } else { fault };
                self.diagnostics.push(fault.help("check its permissions, or leave it out"));
                // It keeps its number, so that those of the graph and of the texts agree.
                self.add(place, Vec::new());
            }
        }
    }

    /// Adds the text number n, where n texts were added before.
    fn add(&mut self, place: Place, bytes: Vec<u8>) {
        let (text, bad) = decode(bytes);
        let file = self.files.add_file(place.to_string(), place.into_file(), text);
        let faults = &mut self.diagnostics;
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
        let reader = Reader { file, text: &text };
        let before = self.progress.done;
        let mut first_timeline = None;
        let mut visits = Vec::new();
        reader.read_all(self.piece, |mut piece| {
            self.progress.done = before + piece.reached as u64;
            for (timeline, head) in std::mem::take(&mut piece.batch.timelines) {
                match first_timeline {
                    None => overlay(&mut self.parts.timeline, timeline),
                    Some(first) => self.diagnostics.push(repeated_timeline(first, head)),
                }
                first_timeline.get_or_insert(head);
            }
            for include in std::mem::take(&mut piece.batch.includes) {
                visits.append(&mut self.graph.expand(file, &include, &mut self.diagnostics));
            }
            self.add_piece(piece);
        });
        self.progress.total = self.progress.total.max(self.progress.done);
        self.open.extend(visits.into_iter().rev());
    }

    /// Adds what a piece says.
    fn add_piece(&mut self, piece: Piece) {
        let Piece { batch: Batch { mut parties, mut sources, mut diagnostics, .. }, events, .. } = piece;
        self.diagnostics.append(&mut diagnostics);
        self.parts.parties.append(&mut parties);
        self.parts.sources.append(&mut sources);
        let mine = &mut self.parts.events;
        mine.append(events);
        self.progress.events = mine.len();
        self.n_pieces += 1;
        if self.n_pieces.is_power_of_two() {
            mine.reserve(self.progress.expected_events());
        }
        let Self { parts, files, name, progress, watch, .. } = self;
        watch(&PartlyRead { progress: *progress, parts, files, name });
    }

    /// Leaves out whatever has an id that another of its sort before it has, and reports it.
    fn leave_out_repeated(&mut self) {
        let Self { parts: Parts { parties, sources, .. }, files, diagnostics, .. } = self;
        leave_out_repeated(parties, "party", |it| (&it.id, it.origin), files, diagnostics);
        leave_out_repeated(sources, "source", |it| (&it.id, it.origin), files, diagnostics);
        let (events, files) = (&self.parts.events, &self.files);
        let mut rows = Vec::new();
        for (first, second) in events.alike_by_id() {
            let (first, repeat) = (events.event(first, files), events.event(second, files));
            // Two with one hash and different ids are as good as never met; the first is then found by it.
            if first.id == repeat.id {
                self.diagnostics.push(repeated(files, "event", &repeat.id, first.origin, repeat.origin));
                rows.push(second);
            }
        }
        if !rows.is_empty() {
            rows.sort_unstable();
            self.parts.events.leave_out(&rows);
        }
    }

    fn finish(mut self, faults: Faults) -> (Loaded, Option<Lint>) {
        self.leave_out_repeated();
        let Self { parts, mut diagnostics, files, now, name, .. } = self;
        let files = Arc::new(files);
        let catalog = Arc::new(Catalog::of_archive(parts, Arc::clone(&files) as _));
        let mut lint = Lint { catalog: Arc::clone(&catalog), files: Arc::clone(&files), now, allows: None };
        diagnostics.append(&mut check_references(&lint));
        if diagnostics.iter().any(|it| it.severity == Severity::Warning) {
            lint.allows.insert(Allows::find(&catalog, &lint.files)).apply(&mut diagnostics);
        }
        sort(&mut diagnostics);
        let lint = match faults {
            Faults::OfReading => None,
            Faults::All if lint.is_quick() => {
                diagnostics.extend(lint.run());
                None
            }
            Faults::All => Some(lint),
        };
        let loaded = Loaded {
            catalog,
            files,
            diagnostics: Arc::new(diagnostics),
            name: name.to_owned(),
            loading: Loading::Complete,
            read_at: String::new(),
        };
        (loaded, lint)
    }
}

fn leave_out_repeated<T>(
    list: &mut Vec<T>,
    what: &str,
    id: impl Fn(&T) -> (&String, Origin),
    files: &SourceMap,
    faults: &mut Vec<Diagnostic>,
) {
    let mut first: HashMap<String, Origin> = HashMap::new();
    list.retain(|it| {
        let (id, origin) = id(it);
        let before = first.get(id);
        faults.extend(before.map(|before| repeated(files, what, id, *before, origin)));
        before.is_none() && first.insert(id.clone(), origin).is_none()
    });
}

/// Fills what `under` does not say from `over`: the first text to say something is the one that a user named first.
fn overlay(under: &mut Timeline, over: Timeline) {
    under.title = under.title.take().or(over.title);
    under.summary = under.summary.take().or(over.summary);
    under.opening = under.opening.take().or(over.opening);
    under.zone = under.zone.take().or(over.zone);
    let new: Vec<String> = over.lanes.into_iter().filter(|it| !under.lanes.contains(it)).collect();
    under.lanes.extend(new);
    for (key, value) in over.extra {
        if under.extra.iter().all(|it| it.0 != key) {
            under.extra.push((key, value));
        }
    }
}
