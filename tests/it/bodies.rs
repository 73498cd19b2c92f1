//! What any input has to come through: run by proptest with every test run, and by cargo-fuzz for as long as one likes.

use dateline::{
    catalog::{Catalog, EventIdx, IdSet},
    chronology::{Chronology, CivilDate, When},
    diag::SourceMap,
    query::{Query, eval},
    settings::{Output, Sources, gather},
    store::{Faults, Input, Place, open, write},
};

/// A date is read or refused; one that is read has ordered bounds, its spelling and words.
pub(crate) fn date(text: &str) {
    let Ok(when) = When::parse(text) else { return };
    let bounds = when.bounds();
    assert!(bounds.earliest <= bounds.latest, "{text}");
    assert_eq!(when.as_str(), text);
    assert!(!when.short().is_empty() && !when.long().is_empty(), "{text}");
}

/// A query is read with its faults at places in it; printed, it reads as the same.
pub(crate) fn query(text: &str) {
    let (query, faults) = Query::parse(text);
    let files = SourceMap::single("<query>", text);
    for fault in &faults {
        assert!(!dateline::diag::human(fault, &files, false).is_empty());
    }
    if faults.is_empty() {
        let again = Query::parse(&query.to_string());
        assert_eq!((again.0.to_string(), again.1.len()), (query.to_string(), 0), "{text}");
        let catalog = Catalog::default();
        eval(&query, &catalog, &IdSet::new(0));
    }
}

/// A store is loaded whatever is in it, and what was loaded is written as a store that loads to the same.
pub(crate) fn store(text: &str) {
    let read = |text: &str| {
        let input = Input::Text { place: Place::Stdin, text: text.to_owned() };
        let loaded = open(&[input], "s", CivilDate::new(2026, 1, 31), Faults::All, &mut |_| {});
        chronology(&loaded.expect("a text can be read").catalog)
    };
    let loaded = read(text);
    let written = write(&loaded);
    let again = read(&written);
    assert_eq!(again.events, loaded.events, "{written}");
    assert_eq!(write(&again), written);
}

/// Returns the chronology of a catalog, whole, in the order of reading.
pub(crate) fn chronology(catalog: &Catalog) -> Chronology {
    let events = catalog.in_file_order().iter().map(|it| catalog.event(EventIdx(*it)).into_owned()).collect();
    let (timeline, parties, sources) =
        (catalog.timeline().clone(), catalog.parties().to_vec(), catalog.sources().to_vec());
    Chronology { timeline, parties, sources, events }
}

/// A key file is taken as far as it can be, and the program starts with it.
pub(crate) fn keymap(text: &str) {
    let sources = Sources {
        config: None,
        keymap: Some(("keymap.toml".to_owned(), text.to_owned())),
        themes: Vec::new(),
        env: &|_| None,
        flags: Vec::new(),
        output: Output::Terminal,
        lanes: &[],
        formats: &[],
    };
    let (_, faults, files) = gather(&sources);
    for fault in &faults {
        assert!(!dateline::diag::human(fault, &files, false).is_empty());
    }
}
