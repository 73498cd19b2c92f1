//! A shell for the explorer that does its effects at once, and the text of a frame.

use std::{collections::BTreeMap, path::PathBuf, sync::Arc};

use dateline::{
    app::{Effect, Explorer, Export, Figure, Msg, Outcome, Page, Palette, PaletteRow, Statistics, update},
    chronology::CivilDate,
    formats::Subset,
    keys::Key,
    layout::Size,
    settings::{Output, Settings, Sources, gather},
    store::{Faults, Input, Loaded, Place, open},
    ui,
};
use ratatui::{Terminal, backend::TestBackend, buffer::Buffer, style::Style};

/// The day on which every test runs.
pub(crate) const TODAY: CivilDate = CivilDate { year: 2026, month: 11, day: 24 };

/// The built-in chronology.
pub(crate) const BUILT_IN: &str = include_str!("../../events.toml");

/// Reads a store from a text.
pub(crate) fn data(text: &str) -> Loaded {
    let input = Input::Text { place: Place::File("test.toml".into()), text: text.to_owned() };
    open(&[input], "test", TODAY, Faults::All, &mut |_| {}).expect("a text can always be read")
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
        themes: Vec::new(),
        env: &get,
        flags: Vec::new(),
        output: Output::Terminal,
        lanes: &[],
        formats: &[],
    };
    gather(&sources).0
}

/// The explorer with everything outside of it played.
pub(crate) struct Shell {
    pub(crate) state: Explorer,
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
        Self::of(data(text), size, settings)
    }

    /// Returns the explorer of a store that was read.
    pub(crate) fn of(data: Loaded, size: (u16, u16), settings: Settings) -> Self {
        let size = Size { width: size.0, height: size.1 };
        let (state, effects) = Explorer::new(data, Arc::new(settings), TODAY, size);
        let mut shell = Self { state, files: BTreeMap::new(), copied: Vec::new(), opened: Vec::new(), quit: false };
        effects.into_iter().for_each(|it| shell.run(it));
        shell
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
            // A whole path is one on the disk.
            Effect::Export(export) if export.path.is_absolute() => self.send(Msg::Done(export.write())),
            Effect::Export(export) => {
                let Export { catalog, ids, format, path, overwrite, .. } = *export;
                let there = self.files.contains_key(&path);
                let outcome = if there && overwrite == dateline::formats::Overwrite::Refuse {
                    Outcome::Exists(path)
                } else {
                    let mut text = Vec::new();
                    let losses = format.write(Subset { catalog: &catalog, ids: &ids }, &mut text).expect("memory");
                    self.files.insert(path.clone(), String::from_utf8(text).expect("UTF-8"));
                    Outcome::Exported { path, events: ids.len(), losses }
                };
                self.send(Msg::Done(outcome));
            }
            Effect::Copy(text, _) => self.copied.push(text),
            Effect::Open(url) => self.opened.push(url),
            Effect::Edit(path, line) => self.opened.push(format!("{}:{line}", path.display())),
            Effect::Quit => self.quit = true,
            Effect::Ask(question) => self.send(Msg::Answered(Box::new(question.run()))),
            Effect::Mouse(_) | Effect::Suspend | Effect::Redraw => {}
            Effect::Load | Effect::Watch(_) | Effect::Remember | Effect::Forget => {}
        }
    }

    /// Returns the id of the event under the cursor.
    pub(crate) fn cursor(&self) -> String {
        self.state.look.cursor.map_or(String::new(), |it| self.state.shelf.data.catalog.event(it).id.clone())
    }

    /// Returns how many events are shown.
    pub(crate) fn shown(&self) -> usize {
        self.state.find.shown.possibly.len()
    }

    pub(crate) fn buffer(&self) -> Buffer {
        let Size { width, height } = self.state.size;
        let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a terminal in memory");
        terminal.draw(|frame| drop(ui::render(&self.state, frame))).expect("memory");
        terminal.backend().buffer().clone()
    }

    /// Returns the text of the frame, a line a row, without what is blank at its end.
    pub(crate) fn frame(&self) -> String {
        frame_text(&self.buffer())
    }
}

/// Returns the rows of the palette for `needle`.
pub(crate) fn palette_rows(it: &Shell, needle: &str) -> Vec<PaletteRow> {
    Palette { needle: needle.into(), ..Palette::default() }.rows(it.state.behind())
}

/// Returns the rows of a page of the statistics.
pub(crate) fn figures(it: &Shell, page: Page) -> Vec<Figure> {
    Statistics { page, ..Statistics::default() }.figures(it.state.behind())
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
            x += (dateline::text::text_width(symbol) as u16).max(1);
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

/// Returns a store of `n` events with something of everything in it, the same for the same seed: every sort of date, claims,
/// amounts, links, strings that hold heads, escapes and other scripts.
pub(crate) fn messy(n: usize, seed: u64) -> String {
    let mut random = Random(seed);
    let mut text = String::from("[timeline]\ntitle = \"Messy\"\n\n");
    for it in 0..8 {
        text += &format!("[[party]]\nid = \"p{it}\"\nname = \"Party Ba{it}\"\nkind = \"company\"\n\n");
        let kind = ["article", "filing"][it % 2];
        text += &format!(
            "[[source]]\nid = \"s{it}\"\ntitle = \"S{it}\"\npublished = \"{}\"\nkind = \"{kind}\"\n\n",
            2005 + it
        );
    }
    for at in 0..n {
        text += &random.event(at);
    }
    text
}

/// A small generator of numbers (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (it ^ (it >> 31)) % n
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }

    fn date(&mut self) -> String {
        let (year, month, day) = (1000 + self.below(1024), 1 + self.below(12), 1 + self.below(28));
        match self.below(16) {
            0 => format!("{year}"),
            1 => format!("{year}~"),
            2 => format!("{year}?"),
            3 => format!("{year}-{month:02}"),
            4 => format!("{}X", year / 10),
            5 => format!("{year}-2{}", 1 + self.below(4)),
            6 => format!("{year}/{}", year + 3),
            7 => format!("{year}-05~/.."),
            8 => format!("../{year}"),
            9 => format!("[{year}..{}]", year + 3),
            10 => format!("[..{year}]"),
            11 => format!("{{{year},{}}}", year + 2),
            12 => format!("-0{}", 100 + self.below(900)),
            13 => format!("{year}-{month:02}-{day:02}T12:00:00Z"),
            _ => format!("{year}-{month:02}-{day:02}"),
        }
    }

    fn event(&mut self, at: usize) -> String {
        let mut text = format!("# event {at}\n[[event]]\nid = \"e{at}\"\n");
        if !self.one_in(12) {
            text += &format!("when = \"{}\"\n", self.date());
        }
        text += &match self.below(5) {
            0 => format!("title = \"Event {at} \\\"quoted\\\" \\u00e9\"\n"),
            1 => format!("title = 'Literal event {at} \\ back'\n"),
            2 => format!("title = \"事件 {at} 全角\"\n"),
            3 => format!("title = \"حدث {at}\"\n"),
            _ => format!("title = \"Event {at}\"  # note\n"),
        };
        if self.one_in(3) {
            text += "summary = \"\"\"\nfirst line\n[[event]]\nid = \"not-an-event\"\nlong long\"\"\"\n";
        }
        if self.one_in(9) {
            text += "note = \"A remark on an event\"\nx_own = 1\n";
        }
        let (p, q) = (self.below(9), self.below(8));
        let category = ["agreement", "filing", "tenure"][self.below(3) as usize];
        text += &format!(
            "category = \"{category}\"\nparties = [\n  {{ id = \"p{p}\", role = \"buyer\" }},\n  \"p{q}\",\n]\n"
        );
        let stance = ["alleges", "denies", "reports", "confirms", "retracts"][self.below(5) as usize];
        if !self.one_in(3) {
            let when = self.date();
            text += &format!(
                "claims = [{{ by = \"p{p}\", stance = \"{stance}\", when = \"{when}\" }}, {{ by = \"p{q}\", stance = \"alleges\", source = \"s{q}\" }}]\n"
            );
        }
        if self.one_in(4) {
            text += &format!("amounts = [{{ value = {}, currency = \"USD\" }}]\n", self.below(10_000_000));
        }
        if at > 0 && self.one_in(4) {
            text += &format!("links = [{{ kind = \"follows\", to = \"e{}\" }}]\n", self.below(at as u64));
        }
        if !self.one_in(5) {
            text += &format!("sources = [\"s{}\"]\n", self.below(8));
        }
        text + "\n"
    }
}
