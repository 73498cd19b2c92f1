//! What a run of the explorer begins with, and the thread that reads its stores.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
        mpsc::Sender,
    },
    thread,
    time::{Duration, Instant},
};

use crate::{
    app::{Begin, Data, Loading, Msg, Progress},
    catalog::Catalog,
    chronology::CivilDate,
    diag::{Diagnostic, SourceMap},
    settings::{SavedView, Settings},
    store::{self, Input, LoadError, Texts},
};

use super::{
    load::{Faults, Lint, Read, load, read},
    memory::Place,
};

/// Everything that a run of the explorer begins with.
pub struct Session {
    /// The stores to show, overlaid.
    pub inputs: Vec<Input>,
    /// What to call them while they have no title.
    pub name: String,
    /// The filter to begin with; it has been found to parse.
    pub query: Option<String>,
    /// The date as of which to show them.
    pub as_of: Option<String>,
    /// Colours, glyphs and keys.
    pub settings: Settings,
    /// Today.
    pub today: CivilDate,
    /// The reader's editor, as `$VISUAL` or `$EDITOR` has it.
    pub editor: Option<String>,
    /// Whether the terminal is on another machine, where a browser would open for nobody.
    pub remote: Remote,
    /// What to begin with.
    pub begin: Begin,
    /// How many times the stores have begun to be read.
    pub loads: Arc<AtomicUsize>,
    /// Where what is on is remembered; nowhere if it is not to be.
    pub memory: Option<Place>,
    /// The saved view to begin with, for its lanes and its time: its query and its date are among those above.
    pub view: Option<SavedView>,
}

/// Whether the terminal is on another machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remote {
    /// The reader sits at this machine.
    No,
    /// The reader has come over SSH.
    Yes,
}

/// Bytes up to which a store is read before anything of it is shown: it takes no longer than a blink.
const SHORT: u64 = 4 << 20;
/// Bytes of a long file that are read and shown before the rest of it is.
const HEAD: usize = 1 << 20;
/// Time between two reports of how far a store has been read.
const REPORT: Duration = Duration::from_millis(50);
/// Events after which what has been read is shown for the first time after the head; and so many times as many after that.
const FIRST: usize = 16_000;
const TIMES: usize = 4;
/// Percent of a store from which on the whole of it is waited for: a picture of half takes half the memory of the whole beside it.
const NEARLY: u64 = 20;

/// Reads the stores in a thread of their own: the picture is there before the events are, and grows with them.
pub(super) fn start_loading(session: &Session, sender: &Sender<Msg>) {
    let number = session.loads.fetch_add(1, Ordering::Relaxed) + 1;
    let loader = Loader {
        inputs: session.inputs.clone(),
        name: session.name.clone(),
        today: session.today,
        sender: sender.clone(),
        loads: Arc::clone(&session.loads),
        number,
    };
    thread::spawn(move || loader.run());
}

/// Returns the time of day as it is told to the reader.
fn time_of_day() -> String {
    chrono::Local::now().format("%H:%M").to_string()
}

/// One reading of the stores. When another has begun, nobody wants to hear of this.
struct Loader {
    inputs: Vec<Input>,
    name: String,
    today: CivilDate,
    sender: Sender<Msg>,
    loads: Arc<AtomicUsize>,
    number: usize,
}

impl Loader {
    fn run(&self) {
        if store::total_size(&self.inputs) <= SHORT {
            return match load(&self.inputs, &self.name, self.today, Faults::All, &mut |_| {}) {
                Ok(data) => self.tell(Msg::Loaded(Box::new(Data { read_at: time_of_day(), ..data }))),
                Err(fault) => self.fail(&fault),
            };
        }
        let began = Instant::now();
        // What is read again is shown when all of it is there.
        let is_first = self.number == 1;
        if is_first {
            self.show_head();
        }
        let (mut reported, mut shown) = (began, FIRST);
        let read = read(&self.inputs, self.today, Faults::All, &mut |parts, part| {
            let progress = Progress {
                done: part.progress.done,
                total: part.progress.total,
                events: parts.events.len(),
                millis: began.elapsed().as_millis() as u64,
            };
            if is_first && shown <= progress.events && progress.percent() < NEARLY {
                shown = progress.events * TIMES;
                let files = Arc::new(part.files.clone());
                let catalog = Catalog::of_texts(parts.clone(), Arc::new(Texts(Arc::clone(&files))));
                self.show(Arc::new(catalog), files, Vec::new(), Loading::Reading(progress));
            } else if reported.elapsed() > REPORT {
                reported = Instant::now();
                self.tell(Msg::Progress(progress));
            }
        });
        match read {
            Ok(Read { catalog, mut streamed, lint }) => {
                let faults = std::mem::take(&mut streamed.diagnostics);
                self.show(catalog, Arc::clone(&streamed.files), faults, Loading::Complete);
                if lint == Lint::Open {
                    self.tell(Msg::Checked(streamed.lint()));
                }
            }
            Err(fault) => self.fail(&fault),
        }
    }

    fn fail(&self, fault: &LoadError) {
        self.tell(Msg::Failed { why: fault.to_string(), at: time_of_day() });
    }

    /// Shows what a long file begins with.
    fn show_head(&self) {
        let [Input::Path(path)] = &*self.inputs else { return };
        let Some(input) = store::head(path, HEAD) else { return };
        if let Ok(data) = load(&[input], &self.name, self.today, Faults::OfLoading, &mut |_| {}) {
            let total = store::total_size(&self.inputs);
            let progress = Progress { done: HEAD as u64, total, events: data.catalog.len(), millis: 0 };
            self.show(data.catalog, data.files, Vec::new(), Loading::Reading(progress));
        }
    }

    fn show(&self, catalog: Arc<Catalog>, files: Arc<SourceMap>, faults: Vec<Diagnostic>, loading: Loading) {
        let (name, read_at) = (self.name.clone(), time_of_day());
        let data = Data { catalog, files, diagnostics: Arc::new(faults), name, loading, read_at };
        self.tell(Msg::Loaded(Box::new(data)));
    }

    fn tell(&self, msg: Msg) {
        if self.loads.load(Ordering::Relaxed) == self.number {
            // Where nobody receives, the explorer has been left.
            let _ = self.sender.send(msg);
        }
    }
}
