//! A shell for the explorer that does its effects at once, and the text of a frame.

use std::{collections::BTreeMap, path::PathBuf, sync::Arc};

use dateline::{
    app::{Data, Effect, Msg, Outcome, State, update},
    chronology::CivilDate,
    formats::Selection,
    keys::Key,
    layout::Size,
    settings::{Output, Overrides, Settings, Sources, gather},
    store::Input,
    tui::{Faults, load},
    ui,
};
use ratatui::{Terminal, backend::TestBackend, buffer::Buffer, style::Style};

/// The day on which every test runs.
pub(crate) const TODAY: CivilDate = CivilDate { year: 2026, month: 11, day: 24 };

/// The built-in chronology.
pub(crate) const BUILT_IN: &str = include_str!("../../events.toml");

/// Reads a store from a text.
pub(crate) fn data(text: &str) -> Data {
    let input = Input::Text { name: "test.toml".to_owned(), text: text.to_owned() };
    load(&[input], "test", TODAY, Faults::All).expect("a text can always be read")
}

/// Returns settings as `env` makes them.
pub(crate) fn settings(env: &[(&str, &str)]) -> Settings {
    let env: BTreeMap<String, String> = [("LANG", "C.UTF-8"), ("TERM", "xterm-256color")]
        .iter()
        .chain(env)
        .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()))
        .collect();
    let get = |name: &str| env.get(name).cloned();
    let sources = Sources {
        config: None,
        keymap: None,
        env: &get,
        flags: Overrides::default(),
        output: Output::Terminal,
        formats: &[],
    };
    gather(&sources).0
}

/// The explorer with everything outside of it played.
pub(crate) struct Shell {
    pub(crate) state: State,
    pub(crate) files: BTreeMap<PathBuf, String>,
    pub(crate) copied: Vec<String>,
    pub(crate) opened: Vec<String>,
    pub(crate) quit: bool,
}

impl Shell {
    pub(crate) fn new(text: &str, size: (u16, u16)) -> Self {
        Self::with_settings(text, size, settings(&[]))
    }

    pub(crate) fn with_settings(text: &str, size: (u16, u16), settings: Settings) -> Self {
        let size = Size { width: size.0, height: size.1 };
        let state = State::new(data(text), Arc::new(settings), TODAY, size);
        Self { state, files: BTreeMap::new(), copied: Vec::new(), opened: Vec::new(), quit: false }
    }

    pub(crate) fn built_in(size: (u16, u16)) -> Self {
        Self::new(BUILT_IN, size)
    }

    /// Presses keys: characters for themselves, others by name in angle brackets, `<enter>`, `<ctrl-d>`, `<lt>` for `<`.
    pub(crate) fn keys(&mut self, script: &str) -> &mut Self {
        let mut rest = script;
        while let Some(first) = rest.chars().next() {
            let (name, after) = match rest.strip_prefix('<').and_then(|it| it.split_once('>')) {
                Some((name, after)) => (name.to_owned(), after),
                None => (first.to_string(), &rest[first.len_utf8()..]),
            };
            rest = after;
            let key = match name.as_str() {
                "lt" => Key::char('<'),
                " " => Key::char(' '),
                name => name.parse::<Key>().unwrap_or_else(|it| panic!("{name}: {it:?}")),
            };
            self.send(Msg::Key(key));
        }
        self
    }

    pub(crate) fn send(&mut self, msg: Msg) {
        let effects = update(&mut self.state, msg);
        self.state.check().unwrap_or_else(|it| panic!("{it}"));
        for effect in effects {
            self.run(effect);
        }
    }

    fn run(&mut self, effect: Effect) {
        match effect {
            Effect::Export { catalog, ids, format, path, overwrite } => {
                let there = self.files.contains_key(&path);
                let outcome = if there && overwrite == dateline::formats::Overwrite::Refuse {
                    Outcome::Exists(path)
                } else {
                    let mut text = Vec::new();
                    let losses =
                        (format.write)(&Selection { catalog: &catalog, ids: &ids }, &mut text).expect("memory");
                    self.files.insert(path.clone(), String::from_utf8(text).expect("UTF-8"));
                    Outcome::Exported {
                        path,
                        events: ids.len(),
                        losses: losses.into_iter().map(|it| it.what).collect(),
                    }
                };
                self.send(Msg::Done(outcome));
            }
            Effect::Copy(text, _) => self.copied.push(text),
            Effect::Open(url) => self.opened.push(url),
            Effect::Edit(path, line) => self.opened.push(format!("{}:{line}", path.display())),
            Effect::Quit => self.quit = true,
            Effect::Work(work) => self.send(Msg::Answered(Box::new(work.run()))),
            Effect::Suspend | Effect::Redraw => {}
        }
    }

    /// Returns the id of the event under the cursor.
    pub(crate) fn cursor(&self) -> String {
        self.state.view.cursor.map_or(String::new(), |it| self.state.data.catalog.event(it).id.clone())
    }

    /// Returns how many events are shown.
    pub(crate) fn shown(&self) -> usize {
        self.state.shown.possibly.len()
    }

    pub(crate) fn buffer(&self) -> Buffer {
        let Size { width, height } = self.state.size;
        let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a terminal in memory");
        terminal.draw(|frame| ui::render(&self.state, frame)).expect("memory");
        terminal.backend().buffer().clone()
    }

    /// Returns the text of the frame, a line a row, without what is blank at its end.
    pub(crate) fn frame(&self) -> String {
        frame_text(&self.buffer())
    }
}

/// Returns the text of a buffer, a line a row, without what is blank at its end.
pub(crate) fn frame_text(buffer: &Buffer) -> String {
    let area = buffer.area;
    let row = |y: u16| {
        let mut text = String::new();
        let mut x = area.x;
        while x < area.right() {
            let symbol = buffer[(x, y)].symbol();
            text.push_str(symbol);
            // The cell after a wide character is under it.
            x += (dateline::layout::text_width(symbol) as u16).max(1);
        }
        text.trim_end().to_owned()
    };
    (area.y..area.bottom()).map(row).collect::<Vec<_>>().join("\n")
}

/// Returns the styles of a buffer as runs: `3:1-14 fg=Cyan BOLD`, rows and columns from 0.
pub(crate) fn frame_styles(buffer: &Buffer) -> Vec<String> {
    let area = buffer.area;
    let mut runs = Vec::new();
    for y in area.y..area.bottom() {
        let mut start = area.x;
        for x in area.x..area.right() {
            let style = buffer[(x, y)].style();
            let last = x + 1 == area.right() || buffer[(x + 1, y)].style() != style;
            if last {
                if style != Style::reset() && style != plain() {
                    runs.push(format!("{y}:{start}-{x} {style:?}"));
                }
                start = x + 1;
            }
        }
    }
    runs
}

fn plain() -> Style {
    ratatui::buffer::Cell::default().style()
}

/// Returns whether any cell has a colour of its own.
pub(crate) fn is_coloured(buffer: &Buffer) -> bool {
    use ratatui::style::Color::Reset;
    buffer.content.iter().any(|it| it.fg != Reset || it.bg != Reset)
}
