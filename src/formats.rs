//! Other people's formats: what is selected, written out, and what each format cannot say of it.
//!
//! [`FORMATS`] lists every format once; help, completion, the export dialog and the tests walk it. A format is a function from a
//! [`Selection`] to bytes and the [`Loss`]es: what the selected events have that the format has no place for. A loss is counted
//! in the selected events and never assumed, so that an export without one is whole.
//!
//! [`Sheet`] is one event as a reader wants it, before any drawing: the explorer's detail pane and `dateline show` draw the same.

mod export;
mod format;
mod in_order;
mod loss;
mod report;
mod save;
mod selection;
mod subset;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;

pub use format::{FORMATS, Format, format, format_for_path};
pub use loss::Loss;
pub use report::{
    Color, ListStyle, PageStyle, Row, Section, Sheet, Target, count, duration_words, least_time_to_light, sheet,
    time_to_light, write_event, write_list, write_rows,
};
pub use save::{Overwrite, SaveError, save};
pub use selection::Selection;
