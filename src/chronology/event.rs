//! One event, with everything that is said of it.

mod amount;
mod as_of;
mod claim;
mod known;
mod link;
mod standing;
mod status;
mod surroundings;
mod voices;

pub use amount::Amount;
pub use as_of::{Cut, KnownThen};
pub use claim::{Claim, Stance};
pub use known::{claim_known, known_since};
pub use link::{Link, LinkKind};
pub use standing::{Support, derived_status, standing, status_of};
pub use status::Status;
pub use surroundings::{Surroundings, claim_date};
pub use voices::{OWN_VOICE, Speaker, Voices, roots, voices};

use super::{Citation, Origin, When};

/// The title and summary of a whole chronology.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    /// Its title.
    pub title: Option<String>,
    /// What it is about.
    pub summary: Option<String>,
    /// The query that a first run opens with.
    pub opening: Option<String>,
    /// Names of lanes in the order in which they are to stand; what is not named follows.
    pub lanes: Vec<String>,
    /// The time zone that times of day are shown in, by its IANA name.
    pub zone: Option<String>,
    /// Keys that this program does not know, as TOML text.
    pub extra: Vec<(String, String)>,
}

/// One event.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Event {
    /// Unique id.
    pub id: String,
    /// When it was; undated without.
    pub when: Option<When>,
    /// The date in the source's own words.
    pub as_written: Option<String>,
    /// Order among events of the same time.
    pub seq: Option<i64>,
    /// One line.
    pub title: String,
    /// A few sentences.
    pub summary: Option<String>,
    /// What sort of event it is, in the store's own vocabulary.
    pub category: Option<String>,
    /// Whether it is one of those that tell the story.
    pub key: bool,
    /// A status that the author sets over the derived one.
    pub status: Option<Status>,
    /// When it became public, where the author knows better than claims and sources tell.
    pub known: Option<When>,
    /// Where it was.
    pub place: Option<String>,
    /// Who took part, and as what.
    pub parties: Vec<Participation>,
    /// Labels.
    pub tags: Vec<String>,
    /// Who says what of it.
    pub claims: Vec<Claim>,
    /// Money in it.
    pub amounts: Vec<Amount>,
    /// What it rests on.
    pub sources: Vec<Citation>,
    /// How it relates to other events.
    pub links: Vec<Link>,
    /// A remark.
    pub note: Option<String>,
    /// Keys that this program does not know, as TOML text.
    pub extra: Vec<(String, String)>,
    /// Where it stands.
    pub origin: Origin,
}

impl Event {
    /// Returns the event's own words beside its title, summary, place, tags and roles: its date as written, its notes, those of its
    /// claims, amounts, citations and links, and what it quotes.
    pub fn remarks(&self) -> impl Iterator<Item = &str> {
        let notes = (self.claims.iter().map(|it| &it.note))
            .chain(self.amounts.iter().map(|it| &it.note))
            .chain(self.sources.iter().flat_map(|it| [&it.note, &it.quote]))
            .chain(self.links.iter().map(|it| &it.note));
        [&self.note, &self.as_written].into_iter().chain(notes).filter_map(|it| it.as_deref())
    }
}

/// A party's part in an event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Participation {
    /// Id of the party.
    pub party: String,
    /// What it was there: `advertiser`.
    pub role: Option<String>,
}
