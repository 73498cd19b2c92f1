//! The words that settings are chosen from.

use strum::{Display, EnumString, IntoStaticStr, VariantNames};

/// Whether to do something that not every terminal can show: colours, links.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Display, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "lowercase")]
pub enum Choice {
    /// As what is known of the terminal says.
    #[default]
    Auto,
    /// Even into a file.
    Always,
    /// Nowhere.
    Never,
}

/// Whether something is on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Display, EnumString, IntoStaticStr, VariantNames)]
pub enum Switch {
    /// It is.
    #[default]
    #[strum(serialize = "true")]
    On,
    /// It is not.
    #[strum(serialize = "false")]
    Off,
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
