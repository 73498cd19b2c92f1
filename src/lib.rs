//! dateline: a terminal explorer for chronologies that have to hold up.
//!
//! A chronology is a folder of plain TOML: events with honest dates, the parties in them, the sources behind them, and who
//! alleges, denies or documents each. This crate reads such a store, says what is wrong with it, indexes it, and shows it: as
//! a picture that is explored by keyboard, and as text, with the same numbers.
//!
//! # As a library
//!
//! What a program needs that reads, asks and exports chronologies is public: [`store`], [`catalog`], [`chronology`], [`query`],
//! [`formats`] and [`diag`]. The explorer is not; [`cli`] runs the whole program.
//!
//! ```
//! use dateline::{catalog::IdSet, chronology::CivilDate, formats, query, store::{self, Faults, Input, Place}};
//!
//! let text = "[[event]]\nid = 'a'\nwhen = '2013~'\ntitle = 'A deal'\n".to_owned();
//! let input = Input::Text { place: Place::Stdin, text: text.into() };
//! let loaded = store::open(&[input], "deals", CivilDate::new(2026, 1, 31), Faults::All, &mut |_| {})?;
//! let (query, mistakes) = query::Query::parse("in:2013");
//! assert!(mistakes.is_empty());
//! let found = query::eval(&query, &loaded.catalog, &IdSet::new(loaded.catalog.len()));
//! let mut csv = Vec::new();
//! let format = formats::format("csv").expect("it is a format");
//! let losses = format.write(formats::Subset { catalog: &loaded.catalog, ids: &found.possibly }, &mut csv)?;
//! assert!(String::from_utf8(csv)?.contains("A deal"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Bird's eye
//!
//! ```text
//!  TOML ──store──▶ Chronology ──catalog──▶ Catalog ──query──▶ ids ──layout──▶ Scene ──ui──▶ cells
//!                     │                                        │
//!                     ▼ Diagnostics (file:line:column, help)   └──formats──▶ text toml json csv markdown
//!  key ──tui──▶ Msg ──app::update──▶ State + Effects ──tui──▶ Msg …
//! ```
//!
//! A functional core, an imperative shell. Everything down to `ui` is values in, values out; only `tui` and [`cli`] know of
//! terminals, clocks and environments.
//!
//! # Code map, in reading order
//!
//! | module | what it is | imports |
//! | --- | --- | --- |
//! | `text` | how wide text is and how it is made to fit; the one sanitizer of what goes to a terminal | – |
//! | [`diag`] | what is wrong, where, and what to do | text |
//! | [`chronology`] | what a chronology is: [`When`](chronology::When) and its bounds, events, claims, sources, status | – |
//! | [`catalog`] | the immutable snapshot that everything reads: events in brief, column by column, in time order; postings, spans, statistics | chronology |
//! | [`store`] | TOML to a catalog and back, by several threads; every fault a diagnostic; the rules that `check` applies | text diag chronology catalog |
//! | [`query`] | one language for `-q` and the explorer; fuzzy party matching | text diag chronology catalog |
//! | `layout` | the picture as data: scale, ticks, lanes, scene, panes | text chronology catalog |
//! | [`formats`] | exports, each saying what it could not carry | text diag chronology catalog store query layout |
//! | `keys` | what a user can ask for, and the keys that ask for it | – |
//! | `settings` | defaults, files, environment and flags; colours and glyphs | text diag keys |
//! | `app` | the explorer without a terminal: state, message, effect | all above |
//! | `ui` | state to cells; the detail is the sheet that `show` prints | text diag chronology catalog layout formats keys settings app |
//! | `linear` | the explorer a line at a time, in words | all above but ui |
//! | `tui` | threads, terminal, effects | all above but linear |
//! | [`cli`] | the command line | all above |
//!
//! Each door `foo.rs` names its rooms in `foo/` and says what leaves them; a deep import does not compile.
//!
//! # Invariants
//!
//! 1. A module imports only what its line of the map allows, and every line names only modules before it.
//! 2. `ratatui` below `ui` stands only in the theme; `crossterm` and threads that touch the terminal only in `tui`; `clap` and
//!    printing only in `cli`; `std::fs` only in `store`, `formats`, `settings`, `tui` and `cli`.
//! 3. Nothing reads the clock, the time zone or the environment outside of `tui` and `cli`: today comes in as a value.
//! 4. Every file opens with what it is for. No `unwrap` outside of tests; an `expect` says why it holds; no `unsafe`.
//! 5. Drawing takes `&State`. Geometry is computed from the catalog, the shown events, the viewport and the size, and never
//!    stored; what moves the cursor, and the mouse, ask the same `layout` that the picture does.
//! 6. `update` does nothing outside of the state: it returns effects, and what comes of them returns as messages. Nothing else
//!    changes the state: keys, clicks on what is offered, panels, views and the line mode send an `app::Command`, and a hand
//!    on the picture moves what it points at. A notice names actions, and each surface spells its own keys.
//! 7. Loading never fails as a whole. One bad event costs one event.
//! 8. `query::eval` and the plain meaning of a query that its tests hold agree, and so do chunked and whole loading; both by
//!    property tests.
//! 9. Drawing a frame costs what is on the screen, not what is in the store; what costs more is asked of a thread, and of questions
//!    of a kind only the newest is answered. A whole event is read again from its text when somebody looks at it.
//! 10. Actions, formats, sources and checks are each defined once; names, help, palette, key file and tests follow from there.
//! 11. Widths are cells of graphemes, never bytes or characters. Text from data passes `text::printable` on its way out.
//!
//! The tests under `tests/it` hold 1, 2, 3 and 4.

// Without its feature for tests, the crate shows what a program needs that reads, asks and exports chronologies; what else is
// `pub` is so to the other modules, and what none of them uses is dead code that the compiler finds.
#![cfg_attr(not(feature = "internals"), allow(unreachable_pub, unused_imports))]

#[cfg(not(feature = "internals"))]
mod text;
#[cfg(feature = "internals")]
pub mod text;

pub mod diag;

pub mod chronology;

pub mod catalog;

pub mod store;

pub mod query;

#[cfg(not(feature = "internals"))]
mod layout;
#[cfg(feature = "internals")]
pub mod layout;

pub mod formats;

#[cfg(not(feature = "internals"))]
mod keys;
#[cfg(feature = "internals")]
pub mod keys;

#[cfg(not(feature = "internals"))]
mod settings;
#[cfg(feature = "internals")]
pub mod settings;

#[cfg(not(feature = "internals"))]
mod app;
#[cfg(feature = "internals")]
pub mod app;

#[cfg(not(feature = "internals"))]
mod ui;
#[cfg(feature = "internals")]
pub mod ui;

#[cfg(not(feature = "internals"))]
mod linear;
#[cfg(feature = "internals")]
pub mod linear;

#[cfg(not(feature = "internals"))]
mod tui;
#[cfg(feature = "internals")]
pub mod tui;

pub mod cli;
