//! The store changed on the disk while one looks at it, and what one finds again in another run: on a real terminal.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::pty::Explorer;

/// A store on the disk, and a state folder that outlasts a run.
struct Case {
    folder: tempfile::TempDir,
}

fn event(id: &str, title: &str, year: u32) -> String {
    format!("[[event]]\nid = \"{id}\"\ntitle = \"{title}\"\nwhen = \"{year}\"\n")
}

impl Case {
    fn new(text: &str) -> Self {
        let case = Self { folder: tempfile::tempdir().expect("a folder") };
        fs::write(case.path(), text).expect("a store");
        case
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("case.toml")
    }

    fn open(&self, store: &Path, more: &[&str]) -> Explorer {
        let state = self.folder.path().join("state");
        let store = store.to_str().expect("a path").to_owned();
        let arguments: Vec<&str> = [store.as_str()].into_iter().chain(more.iter().copied()).collect();
        Explorer::start(&arguments, &[("XDG_STATE_HOME", state.to_str().expect("a path"))])
    }

    /// Puts a new file in the place of the old one, as most editors do.
    fn replace(&self, text: &str) {
        let new = self.folder.path().join(".case.toml.new");
        fs::write(&new, text).expect("a file");
        fs::rename(&new, self.path()).expect("a new file in the place of the old");
    }

    fn sessions(&self) -> Vec<PathBuf> {
        let folder = self.folder.path().join("state/dateline/sessions");
        fs::read_dir(folder).into_iter().flatten().flatten().map(|it| it.path()).collect()
    }
}

fn quit(mut it: Explorer) {
    it.type_keys("Q");
    assert_eq!(it.end(), 0);
}

#[test]
fn a_file_that_is_replaced_is_shown_anew_and_a_bad_save_is_not() {
    let case = Case::new(&event("a", "Before", 2013));
    let it = case.open(&case.path(), &[]);
    it.wait_for("Before");
    case.replace(&event("a", "After", 2013));
    it.wait_for("After");
    case.replace(&event("a", "Broken", 2013).replace("2013", "2013-02-30"));
    it.wait_for("1 error since");
    it.wait_for("showing the version before");
    assert!(it.text().contains("After") && !it.text().contains("Broken"), "{}", it.text());
    // The old file is long gone: what is watched is the folder.
    case.replace(&(event("a", "Mended", 2013) + &event("b", "Second", 2014)));
    it.wait_for("Mended");
    it.wait_until("the banner goes", |it| !it.contents().contains("error"));
    quit(it);
}

#[test]
fn a_new_file_in_a_folder_and_an_included_file_are_noticed() {
    let case = Case::new(&event("a", "First", 2013));
    let below = case.folder.path().join("store");
    fs::create_dir(&below).expect("a folder");
    fs::write(below.join("one.toml"), event("b", "One", 2014)).expect("a file");
    let it = case.open(&below, &[]);
    it.wait_for("One");
    fs::create_dir(below.join("deeper")).expect("a folder");
    it.wait_for("1 event");
    fs::write(below.join("two.toml"), event("c", "Two", 2015)).expect("a file");
    it.wait_for("Two");
    quit(it);
    fs::write(case.path(), format!("[timeline]\ninclude = [\"store/*.toml\"]\n{}", event("a", "First", 2013)))
        .expect("a store");
    let it = case.open(&case.path(), &[]);
    it.wait_for("3 events");
    fs::write(below.join("one.toml"), event("b", "Changed", 2014)).expect("a file");
    it.wait_for("Changed");
    fs::write(below.join("three.toml"), event("d", "Three", 2016)).expect("a file");
    it.wait_for("4 events");
    quit(it);
}

#[test]
fn what_was_on_is_found_again_unless_it_is_not_to_be() {
    let case = Case::new(&(event("a", "Alpha", 2013) + &event("b", "Beta", 2014) + &event("c", "Gamma", 2015)));
    let mut it = case.open(&case.path(), &["--no-session"]);
    it.wait_for("3 events");
    it.type_keys("fbeta\r");
    it.wait_for("1 of 3 shown");
    quit(it);
    assert_eq!(case.sessions(), [] as [PathBuf; 0], "--no-session writes nothing");

    let mut it = case.open(&case.path(), &[]);
    it.wait_for("3 events");
    it.type_keys("fgamma | beta\r");
    it.wait_for("2 of 3 shown");
    quit(it);
    assert_eq!(case.sessions().len(), 1);

    let mut it = case.open(&case.path(), &[]);
    it.wait_for("2 of 3 shown");
    it.type_keys("f\u{15}");
    it.type_keys("\u{10}");
    it.wait_for("filter: gamma | beta");
    it.type_keys("\r");
    it.wait_for("2 of 3 shown");
    quit(it);
    let it = case.open(&case.path(), &["--no-session"]);
    it.wait_for("3 events");
    quit(it);
    let it = case.open(&case.path(), &["-q", "alpha"]);
    it.wait_for("1 of 3 shown");
    assert!(it.text().contains("Alpha"));
    quit(it);

    // What cannot be read is said, and replaced at the end.
    let session = case.sessions().remove(0);
    fs::write(&session, "{").expect("a file");
    let it = case.open(&case.path(), &[]);
    it.wait_for("3 events");
    it.wait_for("what is remembered of this store cannot be read");
    quit(it);
    assert!(fs::read_to_string(&session).expect("a file").contains("case.toml"));
}

#[test]
fn what_is_forgotten_is_gone() {
    let case = Case::new(&(event("a", "Alpha", 2013) + &event("b", "Beta", 2014)));
    let mut it = case.open(&case.path(), &[]);
    it.wait_for("2 events");
    it.type_keys("fbeta\r");
    it.wait_for("1 of 2 shown");
    quit(it);
    let mut it = case.open(&case.path(), &[]);
    it.wait_for("1 of 2 shown");
    it.type_keys(":forget session\r");
    it.wait_for("2 events");
    it.wait_for("is gone");
    assert_eq!(case.sessions(), [] as [PathBuf; 0]);
    quit(it);
}

#[cfg(unix)]
#[test]
fn a_signal_keeps_what_was_on() {
    let case = Case::new(&(event("a", "Alpha", 2013) + &event("b", "Beta", 2014)));
    let mut it = case.open(&case.path(), &[]);
    it.wait_for("2 events");
    it.type_keys("fbeta\r");
    it.wait_for("1 of 2 shown");
    let pid = it.child.process_id().expect("it runs").to_string();
    std::process::Command::new("kill").args(["-TERM", &pid]).status().expect("kill is there");
    assert_eq!(it.end(), 128 + 15);
    let it = case.open(&case.path(), &[]);
    it.wait_for("1 of 2 shown");
    quit(it);
}

#[cfg(unix)]
#[test]
fn where_nothing_can_be_kept_it_is_said_and_is_no_failure() {
    let case = Case::new(&event("a", "Alpha", 2013));
    fs::write(case.folder.path().join("state"), "a file where a folder is wanted").expect("a file");
    let mut it = case.open(&case.path(), &[]);
    it.wait_for("1 event");
    it.type_keys("Q");
    assert_eq!(it.end(), 0);
    assert!(it.text().contains("cannot remember what was on"), "{}", it.text());
}

#[cfg(unix)]
#[test]
fn line_by_line_a_bad_edit_is_said_and_taken_when_asked_for() {
    let case = Case::new(&(event("a", "Alpha", 2013) + &event("b", "Beta", 2014)));
    let editor = case.folder.path().join("editor.sh");
    let script = format!("sed -i.old 's/2014/2014-13/' '{}'\n", case.path().display());
    fs::write(&editor, script).expect("an editor");
    let visual = format!("sh {}", editor.display());
    let state = case.folder.path().join("state");
    let store = case.path();
    let mut it = Explorer::start(
        &["--plain", store.to_str().expect("a path")],
        &[("VISUAL", &visual), ("XDG_STATE_HOME", state.to_str().expect("a path"))],
    );
    it.wait_for("dateline> ");
    it.type_keys("edit\r");
    it.wait_for("there is no month 13");
    it.wait_for("what was read before stays");
    it.type_keys("reload\r");
    it.wait_for("the store is read again");
    it.type_keys("\u{4}");
    assert_eq!(it.end(), 0);
    assert_eq!(case.sessions(), [] as [PathBuf; 0], "nothing is remembered of a dialogue");
}
