//! A style for every role.

use ratatui::style::Style;
use strum::{EnumCount, IntoEnumIterator};

use super::{Role, fit::fit};
use crate::settings::ColorMode;

/// A style for every role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// The name by which it is chosen.
    pub name: String,
    styles: [Style; Role::COUNT],
}

impl Theme {
    /// Returns a theme in which every role looks like plain text.
    pub fn plain(name: impl Into<String>) -> Self {
        Self { name: name.into(), styles: [Style::new(); Role::COUNT] }
    }

    /// Returns the style of `role`.
    pub const fn style(&self, role: Role) -> Style {
        self.styles[role as usize]
    }

    /// Returns the same theme with `style` for `role`.
    #[must_use]
    pub fn with(mut self, role: Role, style: Style) -> Self {
        self.styles[role as usize] = style;
        self
    }

    /// Returns the theme in colours that `mode` has, the nearest to its own.
    #[must_use]
    pub fn fitted(self, mode: ColorMode) -> Self {
        Role::iter().fold(self, |theme, role| {
            let style = theme.style(role);
            let fitted = Style { fg: style.fg.map(|it| fit(it, mode)), bg: style.bg.map(|it| fit(it, mode)), ..style };
            theme.with(role, fitted)
        })
    }
}
