//! How plain output looks: how wide it is, and its colours, from the sixteen that every terminal's user has set to be readable.

use crate::chronology::Status;

/// How text is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PrintStyle {
    /// Cells in a line; without it, lines are as long as they need. Paragraphs are broken at it. Titles in a list are cut to it, and
    /// ids left out where they would leave a title too little; dates and statuses never are.
    pub width: Option<usize>,
    /// Whether it is coloured.
    pub color: Color,
}

/// Whether plain output is coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Color {
    /// Text alone.
    #[default]
    Plain,
    /// With the escape sequences of ECMA-48.
    Ansi,
}

/// What a piece of text is, for its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    /// Text.
    Plain,
    /// A title.
    Strong,
    /// An id, a place: there when it is looked for.
    Faint,
    /// How an event stands. The word says it; the colour only helps the eye.
    Status(Status),
}

impl Color {
    /// Returns `text` to be written in `ink`.
    pub(super) fn paint(self, ink: Ink, text: &str) -> String {
        let code = match (self, ink) {
            (Self::Plain, _) | (_, Ink::Plain) => None,
            (Self::Ansi, Ink::Strong) => Some("1"),
            (Self::Ansi, Ink::Faint) => Some("2"),
            (Self::Ansi, Ink::Status(it)) => Some(match it {
                Status::Documented => "32",
                Status::Reported => "36",
                Status::Alleged => "33",
                Status::Disputed => "35",
                Status::Denied => "31",
                Status::Retracted | Status::Unsourced => "2",
            }),
        };
        match code {
            Some(code) if !text.is_empty() => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
            _ => text.to_owned(),
        }
    }
}
