//! The named roles that the explorer draws in, and the styles that a theme gives them.

mod fit;
mod read;
mod role;
mod styles;

pub use read::{THEMES, theme_names};
pub use role::Role;
pub use styles::Theme;

pub(super) use read::{builtin, overlay};
