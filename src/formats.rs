//! Other people's formats: what is selected, written out, and what each format cannot say of it.
//!
//! [`FORMATS`] lists every format once; help, completion, the export dialog and the tests walk it. A format writes a [`Subset`] of a
//! catalog and lists the parts that it carries. What else the events have is lost, and is counted and said: an export without a
//! loss is whole.
//!
//! [`Sheet`] is one event as a reader wants it, before any drawing: the explorer's detail pane and `dateline show` draw the same.

mod export;
mod format;
mod in_order;
mod loss;
mod part;
mod report;
mod save;
mod subset;
mod writing;

#[cfg(test)]
mod tests;

pub use export::{FORMATS, format, format_for_path};
pub use format::Format;
pub use report::{
    Amounts, Color, Destination, Fact, FigureHeading, FigureTable, FigureValue, Heading, Phrase, PrintStyle, Section,
    Sheet, Subject, amount_line, amount_place, amount_spoken, amount_words, amounts_of, answer_figures, count,
    disclosure_figures, duration_words, figures, further_figures, least_time_to_light, money_figures, printed, sheet,
    silence, since, stretch_words, sum_label, sum_words, time_to_light, write_event, write_figures, write_list,
    write_rows, write_rows_beside,
};
pub use save::{Overwrite, SaveError, save};
pub use subset::Subset;
