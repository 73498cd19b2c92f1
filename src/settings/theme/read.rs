//! From the text of a theme to its styles.

use std::ops::Range;

use ratatui::style::{Color, Modifier, Style};
use strum::IntoEnumIterator;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{Role, Theme};
use crate::diag::{Diagnostic, Span, meant_or_all};

/// The themes that come with the program, the default first: name and text.
pub const THEMES: &[(&str, &str)] = &[
    ("ansi", include_str!("../../../assets/themes/ansi.toml")),
    ("light", include_str!("../../../assets/themes/light.toml")),
    ("dark", include_str!("../../../assets/themes/dark.toml")),
    ("okabe-ito", include_str!("../../../assets/themes/okabe-ito.toml")),
    ("mono", include_str!("../../../assets/themes/mono.toml")),
];

/// Returns the names of the themes that come with the program, the default first.
pub fn theme_names() -> impl Iterator<Item = &'static str> {
    THEMES.iter().map(|it| it.0)
}

/// Returns the theme called `name`, if there is one.
pub(in crate::settings) fn builtin(name: &str) -> Option<Theme> {
    let (name, text) = THEMES.iter().find(|it| it.0 == name)?;
    let (root, _) = DeTable::parse_recoverable(text);
    Some(overlay(Theme::plain(*name), root.get_ref(), 0).0)
}

/// Returns `theme` with the styles of a table of roles in the text number `file`, and what is wrong with the table.
pub(in crate::settings) fn overlay(theme: Theme, table: &DeTable, file: usize) -> (Theme, Vec<Diagnostic>) {
    let (styles, faults) = roles(table, file);
    (styles.into_iter().fold(theme, |theme, (role, style)| theme.with(role, style)), faults)
}

fn roles(table: &DeTable, file: usize) -> (Vec<(Role, Style)>, Vec<Diagnostic>) {
    let mut styles = Vec::new();
    let mut faults = Vec::new();
    for (name, value) in table {
        let at = |span: Range<usize>| Span::new(file, span.start, span.end);
        match (name.get_ref().parse::<Role>(), value.get_ref().as_table()) {
            (Ok(role), Some(parts)) => styles.push((role, style(parts, file, &mut faults))),
            (Ok(_), None) => {
                let help = "write it as in `{ fg = \"cyan\", add = [\"bold\"] }`";
                faults.push(bad_style("a style is a table").at(at(value.span())).help(help));
            }
            (Err(_), _) => {
                let fault = Diagnostic::error("unknown-role", format!("`{}` is not a role", name.get_ref()));
                let help = meant_or_all(name.get_ref(), "roles are", Role::iter().map(Role::name));
                faults.push(fault.at(at(name.span())).help(help));
            }
        }
    }
    (styles, faults)
}

fn style(parts: &DeTable, file: usize, faults: &mut Vec<Diagnostic>) -> Style {
    let mut style = Style::new();
    for (name, value) in parts {
        let part = &**name.get_ref();
        let read = match part {
            "fg" => color(value).map(|it| style = style.fg(it)),
            "bg" => color(value).map(|it| style = style.bg(it)),
            "add" => modifiers(value).map(|it| style = style.add_modifier(it)),
            _ => Err(name.span()),
        };
        if let Err(span) = read {
            faults.push(bad_part(part).at(Span::new(file, span.start, span.end)));
        }
    }
    style
}

/// Returns the colour that `value` names, or the bytes at fault.
fn color(value: &Spanned<DeValue>) -> Result<Color, Range<usize>> {
    value.get_ref().as_str().and_then(|it| it.parse().ok()).ok_or_else(|| value.span())
}

/// Returns the modifiers that `value` lists, or the bytes at fault.
fn modifiers(value: &Spanned<DeValue>) -> Result<Modifier, Range<usize>> {
    let words = value.get_ref().as_array().ok_or_else(|| value.span())?;
    words.iter().try_fold(Modifier::empty(), |all, it| {
        let one = it.get_ref().as_str().and_then(|it| Modifier::from_name(&it.to_uppercase().replace('-', "_")));
        one.map(|one| all | one).ok_or_else(|| it.span())
    })
}

fn bad_part(part: &str) -> Diagnostic {
    match part {
        "fg" | "bg" => bad_style("not a colour")
            .help("write one of the terminal's sixteen (`cyan`, `light-red`), `#d55e00`, or `reset`"),
        "add" => {
            let all: Vec<String> = Modifier::all().iter_names().map(|it| it.0.to_lowercase()).collect();
            bad_style("not a list of modifiers").help(format!("modifiers are {}", all.join(", ")))
        }
        _ => bad_style(format!("`{part}` is no part of a style")).help("a style has `fg`, `bg` and `add`"),
    }
}

fn bad_style(message: impl Into<String>) -> Diagnostic {
    Diagnostic::error("bad-style", message)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::chronology::{Named, Status};

    fn themes() -> impl Iterator<Item = Theme> {
        theme_names().map(|it| builtin(it).unwrap())
    }

    fn colors(theme: &Theme) -> Vec<Color> {
        Role::iter().flat_map(|it| [theme.style(it).fg, theme.style(it).bg]).flatten().collect()
    }

    #[test]
    fn every_theme_has_every_role_and_nothing_else() {
        for (name, text) in THEMES {
            let (root, errors) = DeTable::parse_recoverable(text);
            assert_eq!(errors, [], "{name}");
            let (styles, faults) = roles(root.get_ref(), 0);
            assert_eq!(faults, [], "{name}");
            let named: HashSet<Role> = styles.iter().map(|it| it.0).collect();
            assert_eq!(Role::iter().filter(|it| !named.contains(it)).collect::<Vec<_>>(), [], "{name}");
        }
    }

    #[test]
    fn every_status_has_a_role() {
        for status in Status::ALL {
            assert_eq!(Role::status(status.name()).name(), format!("status_{}", status.name()));
        }
        assert_eq!(Role::status("?"), Role::Text);
    }

    #[test]
    fn the_default_keeps_to_the_terminals_colours() {
        let theme = themes().next().unwrap();
        assert_eq!(theme.name, "ansi");
        assert!(colors(&theme).iter().all(|it| !matches!(it, Color::Rgb(..) | Color::Indexed(_))));
    }

    #[test]
    fn mono_has_no_colour() {
        assert_eq!(colors(&builtin("mono").unwrap()), []);
    }

    #[test]
    fn what_must_stand_out_does_so_in_every_theme() {
        for theme in themes() {
            for role in
                [Role::Cursor, Role::Selection, Role::Range, Role::Match, Role::Error, Role::BorderFocus, Role::Chip]
            {
                assert_ne!(theme.style(role), theme.style(Role::Text), "{} {role}", theme.name);
            }
            assert!(theme.style(Role::Link).add_modifier.contains(Modifier::UNDERLINED), "{}", theme.name);
            assert_ne!(theme.style(Role::Certain), theme.style(Role::Possible), "{}", theme.name);
            assert_ne!(theme.style(Role::Border), theme.style(Role::BorderFocus), "{}", theme.name);
            assert_ne!(theme.style(Role::Chip), theme.style(Role::ChipOff), "{}", theme.name);
        }
    }

    /// The contrast of WCAG 2: 1 for equal colours, 21 for black and white.
    fn contrast(a: Color, b: Color) -> f64 {
        let luminance = |it| {
            let Color::Rgb(r, g, b) = it else { panic!("{it} is not #rrggbb") };
            let linear = |it: u8| {
                let it = f64::from(it) / 255.0;
                if it <= 0.04045 { it / 12.92 } else { ((it + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
        };
        let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
        f64::max(a / b, b / a)
    }

    #[test]
    fn colours_can_be_read() {
        // A common dark background and white: nobody's terminal is a better one.
        let dark = Color::Rgb(0x1e, 0x1e, 0x1e);
        let grounds = [("okabe-ito", dark), ("dark", dark), ("light", Color::Rgb(255, 255, 255))];
        for (name, ground) in grounds {
            let theme = builtin(name).unwrap();
            for role in Role::iter() {
                let style = theme.style(role);
                let Some(fg) = style.fg.filter(|it| *it != Color::Reset) else { continue };
                let found = contrast(fg, style.bg.unwrap_or(ground));
                assert!(found >= 4.5, "{name} {role}: {found:.1}");
            }
        }
    }
}
