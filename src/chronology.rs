//! What a chronology is: events with honest dates, the parties in them, the sources behind them, and who says so.
//!
//! Plain data and its meaning, without any reading or writing. Read [`When`] first: everything else hangs on its bounds.

mod archive;
mod digits;
mod event;
mod fields;
mod named;
mod origin;
mod party;
mod record;
mod source;
mod time;
mod when;

pub use archive::{Address, Archive, Comments, Excerpt, Handle, Kept, id_hash};
pub use digits::grouped;
pub use event::{
    Amount, Claim, Cut, Event, KnownThen, Link, LinkKind, OWN_VOICE, Participation, Speaker, Stance, Status, Support,
    Surroundings, Timeline, Voices, claim_date, claim_known, derived_status, known_since, roots, standing, status_of,
    voices,
};
pub use named::Named;
pub use origin::Origin;
pub use party::{Affiliation, DatedName, Party, PartyKind};
pub use record::{Field, FieldKind, HasTable, Need, Record, Records, Table, Value};
pub use source::{Bears, Citation, Source, SourceKind};
pub use time::{CivilDate, Clock, DAY, HOUR, Instant, MINUTE, SECOND, Window, edtf_year};
pub use when::{Bounds, DateError, DateFault, End, Fine, Match, Member, Precision, Shape, When};

/// A whole chronology: what loading a store gives and writing one takes.
///
/// References between its parts are the ids as written. They may point nowhere: a store with a wrong id still loads.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chronology {
    /// The title and summary of the whole.
    pub timeline: Timeline,
    /// Every party, in file order.
    pub parties: Vec<Party>,
    /// Every source, in file order.
    pub sources: Vec<Source>,
    /// Every event, in file order.
    pub events: Vec<Event>,
}
