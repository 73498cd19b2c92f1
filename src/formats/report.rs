//! What people read: one event whole, events one a line, and the words that both need.

mod disclosure;
mod duration;
mod figures;
mod list;
mod money;
mod page;
mod sheet;
mod statistics;
mod stretch;
mod style;
mod words;

pub use disclosure::{least_time_to_light, time_to_light};
pub use duration::duration_words;
pub use figures::{
    FigureHeading, FigureTable, FigureValue, Subject, answer_figures, disclosure_figures, figures, further_figures,
    money_figures, silence,
};
pub(super) use list::Line;
pub use list::{write_list, write_rows, write_rows_beside};
pub use money::{amount_line, amount_place, amount_spoken, amount_words, amounts_of, sum_label, sum_words};
pub use page::write_event;
pub use sheet::{Destination, Fact, Heading, Phrase, Section, Sheet, printed, sheet, since};
pub use statistics::{Amounts, write_figures};
pub use stretch::stretch_words;
pub use style::{Color, PrintStyle};
pub use words::count;
pub(super) use words::{amounts, done, paragraphs, party_name};
