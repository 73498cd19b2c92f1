//! What the terminal can do, as far as the environment tells. Nothing is asked of the terminal: the answers would cost time, and
//! some never come.

use crate::settings::Ground;

/// What is asked of the environment.
type Env<'a> = &'a dyn Fn(&str) -> Option<String>;

fn set(env: Env, name: &str) -> Option<String> {
    env(name).filter(|it| !it.is_empty())
}

/// Returns whether the locale has all of Unicode, and which variable says so.
pub(super) fn unicode(env: Env) -> String {
    let found = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(|name| Some((name, set(env, name)?)));
    let Some((name, locale)) = found else { return "not known: no locale is set".to_owned() };
    let lower = locale.to_lowercase();
    let answer = if lower.contains("utf-8") || lower.contains("utf8") { "yes" } else { "no" };
    format!("{answer}: {name} is {locale}")
}

/// Returns what stands between the program and the terminal.
pub(super) fn between(env: Env) -> String {
    let layers = [("TMUX", "tmux"), ("STY", "screen"), ("ZELLIJ", "zellij"), ("SSH_CONNECTION", "SSH")];
    let found: Vec<&str> = layers.into_iter().filter_map(|(name, word)| set(env, name).map(|_| word)).collect();
    if found.is_empty() { "nothing that is known".to_owned() } else { found.join(", ") }
}

/// Returns what the background is like, as `COLORFGBG` has it.
pub(super) fn background(env: Env) -> &'static str {
    match set(env, "COLORFGBG").map(|it| Ground::from_colors(&it)) {
        Some(Some(Ground::Light)) => "light, says COLORFGBG",
        Some(Some(Ground::Dark)) => "dark, says COLORFGBG",
        Some(None) | None => "not told; theme = \"auto\" asks the terminal",
    }
}

/// Returns whether the terminal reports the mouse.
pub(super) fn mouse(env: Env) -> &'static str {
    match set(env, "TERM").as_deref() {
        None | Some("dumb") => "no",
        Some("linux") => "no: the console has none",
        Some(_) => "yes, as nearly all do",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with<T>(set: &[(&str, &str)], ask: impl Fn(Env) -> T) -> T {
        ask(&|name| set.iter().find(|it| it.0 == name).map(|it| it.1.to_owned()))
    }

    #[test]
    fn the_locale_says_whether_there_is_unicode() {
        assert_eq!(with(&[("LANG", "de_DE.UTF-8")], unicode), "yes: LANG is de_DE.UTF-8");
        assert_eq!(with(&[("LANG", "de_DE.UTF-8"), ("LC_ALL", "C")], unicode), "no: LC_ALL is C");
        assert_eq!(with(&[("LANG", "")], unicode), "not known: no locale is set");
    }

    #[test]
    fn what_is_between_is_named() {
        assert_eq!(with(&[("TMUX", "/tmp/x"), ("SSH_CONNECTION", "1 2 3")], between), "tmux, SSH");
        assert_eq!(with(&[], between), "nothing that is known");
        assert_eq!(with(&[("COLORFGBG", "0;15")], background), "light, says COLORFGBG");
        assert_eq!(with(&[("TERM", "linux")], mouse), "no: the console has none");
    }
}
