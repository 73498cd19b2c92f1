//! Other people's formats: what is selected, written out, and what each format cannot say of it.
//!
//! [`FORMATS`] lists every format once; help, completion, the export dialog and the tests walk it. A format is a function from a
//! [`Selection`] to bytes and the [`Loss`]es: what the selected events have that the format has no place for. A loss is counted
//! in the selected events and never assumed, so that an export without one is whole.
//!
//! [`Sheet`] is one event as a reader wants it, before any drawing: the explorer's detail pane and `dateline show` draw the same.

mod color;
mod disclosure;
mod duration;
mod export;
mod format;
mod in_order;
mod list;
mod loss;
mod page;
mod save;
mod selection;
mod sheet;
mod subset;
mod words;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;

pub use color::Color;
pub use disclosure::{least_time_to_light, time_to_light};
pub use duration::duration_words;
pub use format::{FORMATS, Format, format, format_for_path};
pub use list::{ListStyle, write_list, write_rows};
pub use loss::Loss;
pub use page::{PageStyle, write_event};
pub use save::{Overwrite, SaveError, save};
pub use selection::Selection;
pub use sheet::{Row, Section, Sheet, Target, sheet};
pub use words::count;
