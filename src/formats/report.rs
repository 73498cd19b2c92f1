//! What people read: one event whole, events one a line, and the words that both need.

mod disclosure;
mod duration;
mod figures;
mod list;
mod page;
mod sheet;
mod stretch;
mod style;
mod words;

pub use disclosure::{least_time_to_light, time_to_light};
pub use duration::duration_words;
pub use figures::{
    FigureHeading, FigureTable, FigureValue, Subject, disclosure_figures, figures, further_figures, money_figures,
    pairs, silence, write_figures,
};
pub(super) use list::Line;
pub use list::{write_list, write_rows};
pub use page::write_event;
pub use sheet::{Destination, Fact, Heading, Phrase, Section, Sheet, printed, sheet, since};
pub use stretch::stretch_words;
pub use style::{Color, PrintStyle};
pub use words::count;
pub(super) use words::{amounts, done, paragraphs, party_name};
