//! The thread that reads the stores, and shows a long one while it grows.

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
    app::Msg,
    chronology::CivilDate,
    diag::Levels,
    store::{self, Faults, Input, Loaded, Loading, Progress},
};

use super::session::Session;

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

/// Reads the stores, as often as they change. When another reading has begun, nobody wants to hear of the one before.
#[derive(Clone)]
pub(super) struct Loader {
    inputs: Vec<Input>,
    name: String,
    today: CivilDate,
    levels: Levels,
    sender: Sender<Msg>,
    /// How many readings have begun.
    begun: Arc<AtomicUsize>,
    /// Which of them this is, from 1.
    number: usize,
}

impl Loader {
    pub(super) fn new(session: &Session, sender: Sender<Msg>) -> Self {
        let Session { inputs, name, today, settings, .. } = session;
        let (inputs, name, levels) = (inputs.clone(), name.clone(), settings.levels());
        Self { inputs, name, today: *today, levels, sender, begun: Arc::default(), number: 0 }
    }

    /// Reads the stores in a thread of their own: the picture is there before the events are, and grows with them.
    pub(super) fn start(&self) {
        let number = self.begun.fetch_add(1, Ordering::Relaxed) + 1;
        let reading = Self { number, ..self.clone() };
        thread::spawn(move || reading.read());
    }

    fn read(&self) {
        let total = store::total_size(&self.inputs);
        // What is read again is shown when all of it is there.
        let grows = self.number == 1 && SHORT < total;
        if grows {
            self.show_head(total);
        }
        let began = Instant::now();
        let (mut reported, mut shown) = (began, FIRST);
        let read = store::stream(&self.inputs, &self.name, self.today, Faults::All, &mut |read| {
            let progress = Progress { millis: began.elapsed().as_millis() as u64, ..read.progress };
            if grows && shown <= progress.events && progress.percent() < NEARLY {
                shown = progress.events * TIMES;
                self.show(Loaded { loading: Loading::Reading(progress), ..read.so_far() });
            } else if reported.elapsed() > REPORT {
                reported = Instant::now();
                self.tell(Msg::Progress(progress));
            }
        });
        match read {
            Ok((mut loaded, lint)) => {
                self.levels.apply(Arc::make_mut(&mut loaded.diagnostics));
                self.show(loaded);
                if let Some(lint) = lint {
                    let mut faults = lint.run();
                    self.levels.apply(&mut faults);
                    self.tell(Msg::Checked(faults));
                }
            }
            Err(fault) => self.tell(Msg::Failed { why: fault.to_string(), at: time_of_day() }),
        }
    }

    /// Shows what a long file begins with.
    fn show_head(&self, total: u64) {
        let [Input::Path(path)] = &*self.inputs else { return };
        let Some(input) = store::head(path, HEAD) else { return };
        if let Ok(loaded) = store::open(&[input], &self.name, self.today, Faults::OfReading, &mut |_| {}) {
            let progress = Progress { done: HEAD as u64, total, events: loaded.catalog.len(), millis: 0 };
            self.show(Loaded { diagnostics: Arc::default(), loading: Loading::Reading(progress), ..loaded });
        }
    }

    fn show(&self, loaded: Loaded) {
        self.tell(Msg::Loaded(Box::new(Loaded { read_at: time_of_day(), ..loaded })));
    }

    fn tell(&self, msg: Msg) {
        if self.begun.load(Ordering::Relaxed) == self.number {
            // Where nobody receives, the explorer has been left.
            let _ = self.sender.send(msg);
        }
    }
}

/// Returns the time of day as it is told to the reader.
fn time_of_day() -> String {
    chrono::Local::now().format("%H:%M").to_string()
}
