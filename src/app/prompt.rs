//! Lines of text: what a key does to one, and what the text does when it is taken.

use crate::{
    catalog::EventIdx,
    chronology::{When, Window},
    diag::Diagnostic,
    keys::{Action, Key},
    query::{self, Query, quoted},
};

use super::{
    line::{Line, Purpose, type_key, type_text},
    msg::Effect,
    notice::Notice,
    search::Search,
    select::Range,
    state::State,
    work::Then,
};

/// Lines of one purpose that are kept.
const TYPED: usize = 200;

impl State {
    /// Opens a line of text; it begins as what is on now, so that a filter is edited and not typed anew.
    pub(super) fn ask(&mut self, purpose: Purpose) {
        let text = match purpose {
            Purpose::Filter if !self.filter.text().is_empty() => format!("{} ", self.filter.text()),
            _ => String::new(),
        };
        self.before_line = Some(self.snapshot());
        self.line = Some(Line::new(purpose, &text));
    }

    /// Does what `action` means to the line.
    pub(super) fn act_on_line(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Accept => self.accept_line(),
            Action::Cancel | Action::Back | Action::Quit => self.cancel_line(),
            Action::Complete => self.complete_line(),
            Action::HistoryPrevious => self.recall(1),
            Action::HistoryNext => self.recall(-1),
            Action::SearchToFilter => self.search_to_filter(),
            _ => {}
        }
        Vec::new()
    }

    /// Types `key` into the line.
    pub(super) fn type_into_line(&mut self, key: Key) {
        let Some(line) = &mut self.line else { return };
        if type_key(&mut line.input, key) {
            line.recalled = None;
            self.line_changed();
        }
    }

    /// Types pasted text into the line.
    pub(super) fn paste_into_line(&mut self, text: &str) {
        let Some(line) = &mut self.line else { return };
        type_text(&mut line.input, text);
        self.line_changed();
    }

    /// Shows at once what the line does so far.
    fn line_changed(&mut self) {
        let Some(line) = &mut self.line else { return };
        line.fault = None;
        line.completions.clear();
        let (purpose, text) = (line.purpose, line.text().to_owned());
        match purpose {
            Purpose::Search => {
                let from = self.before_line.as_ref().and_then(|it| it.cursor);
                self.find(&text, Then::Lead(from));
            }
            Purpose::Filter => {
                let cursor = line.cursor();
                line.completions = query::complete(&self.data.catalog, &text, cursor);
                match self.filter.set(text.trim()) {
                    Ok(()) => self.refresh(),
                    // Nothing is filtered until it parses: half a word has filtered already.
                    Err(faults) => {
                        if let Some(before) = &self.before_line {
                            self.filter = before.filter.clone();
                            self.refresh();
                        }
                        self.fault(faults.into_iter().next());
                    }
                }
            }
            Purpose::GoToDate | Purpose::TypeRange | Purpose::AsKnownOn => {
                if let Err(fault) = read_date(&text) {
                    self.fault(fault);
                }
            }
        }
    }

    fn fault(&mut self, fault: Option<Diagnostic>) {
        if let Some(line) = &mut self.line {
            line.fault = fault;
        }
    }

    /// Takes what is typed, unless it has a mistake: then the line stays, with the mistake under it.
    fn accept_line(&mut self) {
        let Some(line) = self.line.clone() else { return };
        let text = line.text().trim().to_owned();
        let done = match line.purpose {
            Purpose::Search => Ok(()),
            Purpose::Filter => self.filter.set(&text).map_err(|it| it.into_iter().next()),
            Purpose::AsKnownOn => read_date(&text).map(|it| self.filter.set_as_of(it)),
            Purpose::GoToDate | Purpose::TypeRange => read_date(&text).map(|_| ()),
        };
        if let Err(fault) = done {
            // What the word could become would stand over what is wrong.
            if let Some(line) = &mut self.line {
                line.completions.clear();
            }
            return self.fault(fault);
        }
        self.line = None;
        self.remember(line.purpose, &text);
        let before = self.before_line.take();
        match line.purpose {
            Purpose::Search => {
                if self.search.is_whole {
                    self.say_hits();
                }
            }
            Purpose::Filter | Purpose::AsKnownOn => {
                self.say = true;
                self.refresh();
            }
            Purpose::GoToDate => {
                if let Ok(Some(when)) = read_date(&text) {
                    self.go_to_instant(when.bounds().anchor());
                }
            }
            Purpose::TypeRange => {
                if let Ok(Some(when)) = read_date(&text) {
                    self.selection.range = Some(Range::between(self.closed(when.bounds().window())));
                    self.fit_selection();
                    self.enter_range();
                }
            }
        }
        self.keep(before);
    }

    /// Returns `window` with ends: an open one reaches to the end of what there is.
    pub(super) fn closed(&self, window: Window) -> Window {
        let extent = self.data.catalog.extent();
        let first = if window.first.is_end() { extent.map_or(window.first, |it| it.first) } else { window.first };
        let last = if window.last.is_end() { extent.map_or(window.last, |it| it.last) } else { window.last };
        Window::new(first, last)
    }

    /// Drops the line and brings back what was there before it.
    fn cancel_line(&mut self) {
        let Some(line) = self.line.take() else { return };
        if let Some(before) = self.before_line.take() {
            if line.purpose == Purpose::Search {
                self.search = Search::default();
            }
            self.restore(before);
        }
    }

    /// Puts the next completion in the place of the word under the cursor.
    fn complete_line(&mut self) {
        let Some(line) = &mut self.line else { return };
        if line.purpose != Purpose::Filter {
            return;
        }
        if line.completions.is_empty() {
            line.completions = query::complete(&self.data.catalog, line.text(), line.cursor());
        }
        let Some(first) = line.completions.first().cloned() else { return };
        let mut text = line.text().to_owned();
        if text.get(first.replace.clone()).is_some() {
            text.replace_range(first.replace, &first.text);
            line.set(&text);
            self.line_changed();
        }
    }

    /// Shows the line typed before the one that is shown, or after it where `steps` is negative.
    fn recall(&mut self, steps: isize) {
        let Some(line) = &mut self.line else { return };
        let history = self.typed.get(&line.purpose).map(Vec::as_slice).unwrap_or_default();
        let at = line.recalled.map_or(-1, |it| it as isize) + steps;
        let at = at.min(history.len() as isize - 1);
        line.recalled = usize::try_from(at).ok();
        let text = line.recalled.and_then(|it| history.iter().rev().nth(it)).cloned().unwrap_or_default();
        line.set(&text);
        let recalled = line.recalled;
        self.line_changed();
        if let Some(line) = &mut self.line {
            line.recalled = recalled;
        }
    }

    fn remember(&mut self, purpose: Purpose, text: &str) {
        if !text.is_empty() {
            let history = self.typed.entry(purpose).or_default();
            history.retain(|it| it != text);
            history.push(text.to_owned());
            if history.len() > TYPED {
                history.remove(0);
            }
        }
    }

    /// Makes the search a filter: what it found stays, the rest is hidden.
    fn search_to_filter(&mut self) {
        let Some(line) = self.line.take() else { return };
        if line.purpose != Purpose::Search {
            self.line = Some(line);
            return;
        }
        let before = self.before_line.take();
        self.search = Search::default();
        self.filter.narrow(Query::of_text(line.text()));
        self.refresh();
        self.keep(before);
    }

    pub(super) fn say_hits(&mut self) {
        let Search { needle, hits, .. } = &self.search;
        if !needle.is_empty() && hits.is_empty() {
            self.notice = Some(Notice::warning(format!("nothing that is shown holds `{needle}`")));
        }
    }

    /// Says which names of the filter name nothing in the store: such a filter is right and still shows nothing.
    pub(super) fn say_unknown_names(&mut self) {
        if let Some(unknown) = query::unknown_names(self.filter.query(), &self.data.catalog).into_iter().next() {
            let help = unknown.help.map(|it| format!("; {it}")).unwrap_or_default();
            self.notice = Some(Notice::warning(format!("{}{help}", unknown.message)));
        } else if self.shown.is_empty() && !self.data.catalog.is_empty() {
            self.notice = Some(Notice::warning("no event passes the filter: u undoes it, X drops its last term"));
        }
    }

    /// Keeps `before` for undo, if what is shown has changed since.
    pub(super) fn keep(&mut self, before: Option<super::history::Snapshot>) {
        if let Some(before) = before.filter(|it| it.differs(&self.snapshot())) {
            self.history.left(before);
        }
    }

    /// Searches for `event`'s first party, or else for its category: what `*` is on.
    pub(super) fn search_value_of(&mut self, event: EventIdx) {
        let found = {
            let event = self.data.catalog.event(event);
            let party = event.parties.first().and_then(|it| self.data.catalog.party_idx(&it.party));
            party
                .map(|it| format!("party:{}", quoted(&self.data.catalog.party(it).id)))
                .or_else(|| event.category.clone())
        };
        if let Some(words) = found {
            self.find(&words, Then::Say);
        }
    }
}

/// Reads a date as EDTF, or else as people write it; nothing for an empty text.
pub(super) fn read_date(text: &str) -> Result<Option<When>, Option<Diagnostic>> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    match When::parse(text) {
        Ok(when) => Ok(Some(when)),
        Err(fault) => match &*When::readings(text) {
            [one] => When::parse(one).map(Some).map_err(|_| None),
            _ => {
                let span = crate::diag::Span::new(0, fault.span.start, fault.span.end);
                let diagnostic = Diagnostic::error("bad-date", fault.message).at(span);
                Err(Some(match fault.help {
                    Some(help) => diagnostic.help(help),
                    None => diagnostic,
                }))
            }
        },
    }
}
