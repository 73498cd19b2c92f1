//! What the export dialog writes to: never to a file that the store is read from.

use std::fs;

use dateline::{
    app::Panel,
    store::{Faults, Input, Loaded, Loading, Place, Progress, open},
};

use crate::support::{Shell, TODAY, settings};

/// A store of two files, the second included by the first.
struct Case {
    folder: tempfile::TempDir,
}

impl Case {
    fn new() -> Self {
        let case = Self { folder: tempfile::tempdir().expect("a folder") };
        for (name, text) in Self::FILES {
            fs::write(case.path(name), text).expect("the folder is ours");
        }
        case
    }

    const FILES: [(&str, &str); 2] = [
        ("main.toml", "[timeline]\ninclude = [\"part.toml\"]\n[[event]]\nid = \"a\"\ntitle = \"A\"\nwhen = \"2013\"\n"),
        ("part.toml", "[[event]]\nid = \"b\"\ntitle = \"B\"\nwhen = \"2014\"\n"),
    ];

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    fn read(&self) -> Loaded {
        open(&[Input::Path(self.path("main.toml"))], "test", TODAY, Faults::All, &mut |_| {}).expect("it is there")
    }

    /// Returns what is shown while no more than the head of the first file is read.
    fn partly_read(&self) -> Loaded {
        let text = "[[event]]\nid = \"a\"\ntitle = \"A\"\nwhen = \"2013\"\n".to_owned();
        let head = Input::Text { place: Place::File(self.path("main.toml")), text };
        let read = open(&[head], "test", TODAY, Faults::OfReading, &mut |_| {}).expect("a text can be read");
        Loaded { loading: Loading::Reading(Progress::default()), ..read }
    }

    /// Exports to `target`, says yes to whatever is asked, and returns what the dialog then says.
    #[track_caller]
    fn export(&self, read: Loaded, target: &str) -> Option<String> {
        let mut it = Shell::of(read, (100, 30), settings(&[]));
        it.keys(&format!("x<tab><tab><ctrl-u>{}<enter><enter>", self.path(target).display()));
        for (name, text) in Self::FILES {
            assert_eq!(fs::read_to_string(self.path(name)).expect("it is still there"), text, "{target}");
        }
        match it.state.panels.last() {
            Some(Panel::ExportDialog(dialog)) => dialog.fault.clone(),
            _ => None,
        }
    }
}

#[test]
fn no_file_that_the_store_was_read_from_is_written_over() {
    let case = Case::new();
    for target in ["main.toml", "part.toml", "./part.toml"] {
        let said = case.export(case.read(), target).expect("it is refused");
        assert!(said.ends_with("is part of the store that is read: name another file"), "{target}: {said}");
    }
    assert_eq!(case.export(case.read(), "another.toml"), None);
    assert!(case.path("another.toml").exists());
}

#[test]
fn no_file_that_is_still_to_be_read_is_written_over() {
    let case = Case::new();
    let said = case.export(case.partly_read(), "main.toml").expect("it is refused");
    assert!(said.ends_with("is part of the store that is read: name another file"), "{said}");
    let said = case.export(case.partly_read(), "part.toml").expect("it is refused");
    assert!(said.ends_with("is there, and may be part of the store, which is still being read"), "{said}");
    assert_eq!(case.export(case.partly_read(), "another.toml"), None);
}
