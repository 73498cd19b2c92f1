//! The words that settings are chosen from.

use strum::{Display, EnumString, IntoStaticStr, VariantNames};

/// Whether to use colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Display, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "lowercase")]
pub enum ColorChoice {
    /// As the terminal and the environment say.
    #[default]
    Auto,
    /// Even into a file.
    Always,
    /// Nowhere.
    Never,
}

/// What to draw with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Display, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "lowercase")]
pub enum GlyphChoice {
    /// Blocks where the locale is UTF-8, otherwise ASCII.
    #[default]
    Auto,
    /// Unicode's blocks, lines and geometric shapes.
    Blocks,
    /// ASCII only.
    Ascii,
}

/// Whether the explorer takes the mouse.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Display, EnumString, IntoStaticStr, VariantNames)]
pub enum MouseChoice {
    /// It does, until it is told otherwise.
    #[default]
    #[strum(serialize = "true")]
    Taken,
    /// The terminal keeps it.
    #[strum(serialize = "false")]
    Left,
}

/// Whether pages that can be opened are told to the terminal as links.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Display, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "lowercase")]
pub enum LinkChoice {
    /// As what is known of the terminal says.
    #[default]
    Auto,
    /// They are.
    Always,
    /// They are not.
    Never,
}

/// Whether the explorer starts with the detail of the event under the cursor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Display, EnumString, IntoStaticStr, VariantNames)]
pub enum Detail {
    /// Beside the list, where there is room.
    #[default]
    #[strum(serialize = "true")]
    Shown,
    /// Only when asked for.
    #[strum(serialize = "false")]
    Hidden,
}

/// Whether what was on is remembered from one run to the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Display, EnumString, IntoStaticStr, VariantNames)]
pub enum Sessions {
    /// It is.
    #[default]
    #[strum(serialize = "true")]
    Kept,
    /// Nothing is kept or brought back.
    #[strum(serialize = "false")]
    Off,
}

/// What the terminal's background is like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Ground {
    /// Most are.
    #[default]
    Dark,
    /// Light.
    Light,
}

impl Ground {
    /// Returns the background that `COLORFGBG` tells of, as in `15;0`: its last number is a colour of the terminal's sixteen.
    pub fn from_colors(colorfgbg: &str) -> Option<Self> {
        match colorfgbg.rsplit(';').next()?.parse::<u8>().ok()? {
            0..=6 | 8 => Some(Self::Dark),
            7 | 9..=15 => Some(Self::Light),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_background_is_the_last_number() {
        let check = |text: &str, expect| assert_eq!(Ground::from_colors(text), expect, "{text}");
        check("15;0", Some(Ground::Dark));
        check("0;default;15", Some(Ground::Light));
        check("0;7", Some(Ground::Light));
        check("15;default", None);
        check("", None);
    }
}
