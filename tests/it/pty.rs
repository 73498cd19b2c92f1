//! The real program on a real terminal, as far as a pseudo-terminal is one.
//!
//! Each test waits for what the emulated screen shows, never for a time; the time limit is only there to fail.

use std::{
    io::{Read, Write},
    num::NonZero,
    sync::{Arc, Condvar, Mutex},
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// Time after which a screen that never comes fails a test.
const LIMIT: Duration = Duration::from_secs(20);

/// Returns a size as the emulated terminal takes it.
fn nonzero(cells: u16) -> NonZero<u16> {
    NonZero::new(cells).expect("a terminal has cells")
}

/// What the terminal shows, and whether it will show more.
struct Shown {
    parser: vt100::Parser,
    has_ended: bool,
}

/// The program, running, and what its terminal shows.
pub(crate) struct Explorer {
    pub(crate) child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    keyboard: Box<dyn Write + Send>,
    /// The second wakes who waits for the first to change.
    shown: Arc<(Mutex<Shown>, Condvar)>,
    pub(crate) folder: tempfile::TempDir,
}

impl Explorer {
    pub(crate) fn start(arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        let (rows, cols) = (36, 120);
        let pair = native_pty_system().openpty(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).expect("a pty");
        let folder = tempfile::tempdir().expect("a folder");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_dateline"));
        command.env_clear();
        for (name, value) in [("TERM", "xterm-256color"), ("LANG", "C.UTF-8"), ("TZ", "UTC")].iter().chain(environment)
        {
            command.env(name, value);
        }
        command.env("HOME", folder.path());
        command.cwd(folder.path());
        command.args(arguments);
        let child = pair.slave.spawn_command(command).expect("the program starts");
        // The reader below sees the end of the output only once nobody holds the terminal's other side.
        drop(pair.slave);
        let parser = vt100::Parser::new(nonzero(rows), nonzero(cols), 0);
        let shown = Arc::new((Mutex::new(Shown { parser, has_ended: false }), Condvar::new()));
        let mut output = pair.master.try_clone_reader().expect("its output");
        let theirs = Arc::clone(&shown);
        std::thread::spawn(move || {
            let mut bytes = [0; 8192];
            loop {
                let read = output.read(&mut bytes).unwrap_or(0);
                let mut shown = theirs.0.lock().expect("no test panics while it holds the screen");
                shown.parser.process(&bytes[..read]);
                shown.has_ended = read == 0;
                theirs.1.notify_all();
                if shown.has_ended {
                    break;
                }
            }
        });
        let keyboard = pair.master.take_writer().expect("its input");
        Self { child, master: pair.master, keyboard, shown, folder }
    }

    pub(crate) fn text(&self) -> String {
        self.shown.0.lock().expect("the screen").parser.screen().contents()
    }

    pub(crate) fn wait_until(&self, what: &str, holds: impl Fn(&vt100::Screen) -> bool) {
        self.wait(what, |it| holds(it.parser.screen()));
    }

    /// Sleeps until what is shown is as wanted; the reader wakes it at each change.
    fn wait(&self, what: &str, holds: impl Fn(&Shown) -> bool) {
        let start = Instant::now();
        let mut shown = self.shown.0.lock().expect("the screen");
        while !holds(&shown) {
            let left = LIMIT.saturating_sub(start.elapsed());
            let now = shown.parser.screen().contents();
            assert!(!left.is_zero() && !shown.has_ended, "never came: {what}\n{now}");
            shown = self.shown.1.wait_timeout(shown, left).expect("the screen").0;
        }
    }

    pub(crate) fn wait_for(&self, text: &str) {
        self.wait_until(text, |it| it.contents().contains(text));
    }

    pub(crate) fn type_keys(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).expect("the program reads its keys");
        self.keyboard.flush().expect("the program reads its keys");
    }

    /// Waits for the program's end and returns its exit code; the screen then is what it left behind.
    pub(crate) fn end(&mut self) -> u32 {
        self.wait("the end", |it| it.has_ended);
        self.child.wait().expect("the program can be waited for").exit_code()
    }

    fn assert_given_back(&self) {
        let shown = self.shown.0.lock().expect("the screen");
        let screen = shown.parser.screen();
        assert!(!screen.alternate_screen(), "the alternate screen is left");
        assert!(!screen.hide_cursor(), "the cursor is shown");
        assert!(!screen.bracketed_paste(), "pasting is plain again");
    }
}

#[test]
fn filter_by_party_select_a_range_export_it_and_quit() {
    let mut it = Explorer::start(&[], &[]);
    it.wait_for("112 events");
    it.type_keys("p");
    it.wait_for("parties");
    it.type_keys("netfx");
    it.wait_for("Netflix");
    it.wait_for(" of 112 shown");
    it.type_keys("\r");
    it.wait_for("party:netflix");
    it.type_keys("gr");
    it.wait_for("range:");
    it.type_keys("2013/2015\r");
    it.wait_for("events in range");
    it.type_keys("x");
    it.wait_for("the range 2013-01-01 to 2015-12-31");
    // The last field is the file: its ending chooses the format.
    it.type_keys("\t\t");
    it.type_keys("\u{15}picked.csv");
    it.wait_for("picked.csv");
    it.type_keys("\r");
    it.wait_for("wrote");
    let written = std::fs::read_to_string(it.folder.path().join("picked.csv")).expect("the export is there");
    it.type_keys("Q");
    assert_eq!(it.end(), 0);
    it.assert_given_back();
    let mut reader = csv::Reader::from_reader(written.as_bytes());
    let ids: Vec<String> = reader.records().map(|it| it.expect("a row")[0].to_owned()).collect();
    assert!(ids.iter().any(|it| it == "inbox-api-agreement"), "{ids:?}");
    assert!(ids.iter().all(|it| it != "watch-launch"), "nothing after 2015: {ids:?}");
}

#[test]
fn q_leaves_and_gives_the_terminal_back() {
    let mut it = Explorer::start(&[], &[]);
    it.wait_for("112 events");
    it.type_keys("q");
    assert_eq!(it.end(), 0);
    it.assert_given_back();
}

#[test]
fn control_c_leaves_too() {
    let mut it = Explorer::start(&[], &[]);
    it.wait_for("112 events");
    it.type_keys("\u{3}");
    assert_eq!(it.end(), 0);
    it.assert_given_back();
}

#[test]
fn a_new_size_is_drawn() {
    let mut it = Explorer::start(&[], &[]);
    it.wait_for("112 events");
    it.shown.0.lock().expect("the screen").parser.screen_mut().set_size(nonzero(12), nonzero(40));
    it.master.resize(PtySize { rows: 12, cols: 40, pixel_width: 0, pixel_height: 0 }).expect("a new size");
    it.wait_until("twelve rows", |it| it.rows(0, 40).next().is_some_and(|row| row.contains("112 events")));
    it.type_keys("q");
    assert_eq!(it.end(), 0);
}

#[cfg(unix)]
#[test]
fn a_termination_signal_gives_the_terminal_back() {
    let mut it = Explorer::start(&[], &[]);
    it.wait_for("112 events");
    let pid = it.child.process_id().expect("it runs").to_string();
    std::process::Command::new("kill").args(["-TERM", &pid]).status().expect("kill is there");
    assert_eq!(it.end(), 128 + 15);
    it.assert_given_back();
}

#[cfg(unix)]
#[test]
fn the_editor_gets_every_key_and_the_store_is_read_again() {
    let mut it = Explorer::start(&["mine.toml"], &[("VISUAL", "sh editor.sh")]);
    // The store is missing: that is said, not a blank screen.
    it.type_keys("Q");
    it.end();
    let folder = it.folder.path().to_owned();
    std::fs::write(folder.join("mine.toml"), "[[event]]\nid = \"a\"\ntitle = \"Before\"\nwhen = \"2013\"\n")
        .expect("a store");
    let script =
        "read -r line\nprintf '[[event]]\\nid = \"a\"\\ntitle = \"%s\"\\nwhen = \"2013\"\\n' \"$line\" > mine.toml\n";
    std::fs::write(folder.join("editor.sh"), script).expect("an editor");
    let mut it = Explorer::start(
        &[folder.join("mine.toml").to_str().expect("a path")],
        &[("VISUAL", &format!("sh -c 'cd {0} && . ./editor.sh'", folder.display()))],
    );
    it.wait_for("Before");
    it.type_keys("e");
    it.wait_until("the editor's screen", |it| !it.alternate_screen());
    it.type_keys("After qQjk\r");
    // The terminal echoes what the editor is typed, so only the explorer's own screen says that the explorer is back.
    it.wait_until("the event as it was edited", |it| it.alternate_screen() && it.contents().contains("After qQjk"));
    it.type_keys("q");
    assert_eq!(it.end(), 0);
    it.assert_given_back();
}

#[test]
fn without_colours_the_cursor_is_still_seen() {
    let mut it = Explorer::start(&[], &[("NO_COLOR", "1")]);
    it.wait_for("112 events");
    it.wait_until("a reversed row", |it| {
        let (rows, cols) = (it.size().0.get(), it.size().1.get());
        (0..rows).any(|row| (0..cols).filter(|col| it.cell(row, *col).is_some_and(vt100::Cell::inverse)).count() > 10)
    });
    let coloured = {
        let shown = it.shown.0.lock().expect("the screen");
        let screen = shown.parser.screen();
        let (rows, cols) = (screen.size().0.get(), screen.size().1.get());
        (0..rows).flat_map(|row| (0..cols).map(move |col| (row, col))).any(|(row, col)| {
            let plain =
                |it: &vt100::Cell| it.fgcolor() == vt100::Color::Default && it.bgcolor() == vt100::Color::Default;
            !screen.cell(row, col).is_none_or(plain)
        })
    };
    assert!(!coloured, "NO_COLOR means no colour");
    it.type_keys("q");
    assert_eq!(it.end(), 0);
}

#[cfg(unix)]
#[test]
fn line_by_line_the_screen_is_not_taken_and_the_editor_gets_its_keys() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = folder.path().join("mine.toml");
    std::fs::write(&store, "[[event]]\nid = \"a\"\ntitle = \"Before\"\nwhen = \"2013\"\n").expect("a store");
    let script = format!(
        "read -r line\nprintf '[[event]]\\nid = \"a\"\\ntitle = \"%s\"\\nwhen = \"2014\"\\n' \"$line\" > '{}'\n",
        store.display()
    );
    let editor = folder.path().join("editor.sh");
    std::fs::write(&editor, script).expect("an editor");
    let editor = format!("sh {}", editor.display());
    let mut it = Explorer::start(&["--plain", store.to_str().expect("a path")], &[("VISUAL", &editor)]);
    it.wait_for("dateline> ");
    it.type_keys("edit\r");
    it.type_keys("After quit\r");
    it.wait_for("2014  unsourced   After quit  [a]");
    assert!(!it.shown.0.lock().expect("the screen").parser.screen().alternate_screen(), "no screen of its own");
    it.type_keys("\u{4}");
    assert_eq!(it.end(), 0);
    assert!(it.text().trim_end().ends_with("dateline>"), "{}", it.text());
}

#[test]
fn the_mouse_is_taken_and_given_back() {
    let mut it = Explorer::start(&["--no-session"], &[]);
    it.wait_for("112 events");
    it.wait_until("the mouse is asked for", |it| it.mouse_protocol_mode() == vt100::MouseProtocolMode::ButtonMotion);
    it.wait_for("c. 1999");
    // A press and a release on the second row of the list, in the coordinates of xterm's mode 1006, which count from 1.
    let row = it.text().lines().position(|it| it.contains("c. 1999")).expect("the list is drawn") + 1;
    it.type_keys(&format!("\x1b[<0;30;{row}M\x1b[<0;30;{row}m"));
    it.wait_for("2 of 112");
    it.type_keys("\x1bOQ");
    it.wait_until("F2 gives it back", |it| it.mouse_protocol_mode() == vt100::MouseProtocolMode::None);
    it.type_keys("\x1bOQ");
    it.wait_until("F2 takes it again", |it| it.mouse_protocol_mode() == vt100::MouseProtocolMode::ButtonMotion);
    it.type_keys("Q");
    assert_eq!(it.end(), 0);
    it.assert_given_back();
    let shown = it.shown.0.lock().expect("the screen");
    assert_eq!(shown.parser.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
}

#[test]
fn a_first_run_says_where_to_begin_and_the_tour_is_a_flag() {
    let mut it = Explorer::start(&["--no-session", "--tour"], &[]);
    it.wait_for("tour 1 of 6: filter by party");
    it.type_keys("pnetfx");
    it.wait_for("57 of 112 shown");
    it.type_keys("\r");
    it.wait_for("tour 2 of 6");
    it.type_keys("Q");
    assert_eq!(it.end(), 0);
    let mut it = Explorer::start(&[], &[]);
    it.wait_for("new here?");
    it.type_keys("Q");
    assert_eq!(it.end(), 0);
}
