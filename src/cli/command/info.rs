//! `dateline info`: paths, settings, what the terminal can show, and every sign to look at.

use std::path::Path;

use crate::{
    chronology::{Named, Status},
    cli::{Exit, Io, args::StoreArgs, config, io::Run, store},
    settings::{ColorMode, Ground, Switch, locale, theme_names},
    text::printable,
    tui,
    ui::GRAMMAR,
};

pub(in crate::cli) fn run(args: &StoreArgs, run: &mut Run) -> anyhow::Result<Exit> {
    let (inputs, name) = store::inputs(args, run.io)?;
    let folder = config::folder(run.io);
    let below = |name: &str| folder.as_ref().map_or_else(no_home, |it| place(&it.join(name)));
    let config = run.globals.config.as_ref().map_or_else(|| below("config.toml"), |it| place(it));
    let state = config::state_folder(run.io);
    let session = match state.as_ref().and_then(|it| tui::remembered(it, &inputs)) {
        _ if run.settings.sessions == Switch::Off => "none: session = false".to_owned(),
        Some(it) => place(&it.file),
        None if state.is_none() => no_home(),
        None => "none is kept of this store".to_owned(),
    };
    let views: Vec<&str> = run.settings.views.iter().map(|it| it.name.as_str()).collect();
    let editor = run.io.editor().unwrap_or_else(|| "vi, for neither VISUAL nor EDITOR is set".to_owned());
    let rows = [
        ("version", env!("CARGO_PKG_VERSION").to_owned()),
        ("store", name),
        ("session", session),
        ("settings", config),
        ("keys", below("keymap.toml")),
        ("themes", below("themes")),
        ("state", state.as_deref().map_or_else(no_home, place)),
        ("views", if views.is_empty() { "none".to_owned() } else { views.join(", ") }),
        ("editor", editor),
    ];
    write_rows(&rows, run.io)?;
    let theme = if run.settings.pair.is_some() { "auto".to_owned() } else { run.settings.theme.name.clone() };
    let all: Vec<&str> = theme_names().collect();
    let terminal = [
        ("terminal", run.io.terminal.out_width.map_or_else(|| "none".to_owned(), |it| format!("{it} columns"))),
        ("TERM", run.io.set("TERM").unwrap_or_else(|| "not set".to_owned())),
        ("between", between(run.io.env)),
        ("colours", colors(run.settings.color).to_owned()),
        ("theme", format!("{theme} (there are {}, auto)", all.join(", "))),
        ("ground", background(run.io.env).to_owned()),
        ("unicode", unicode(run.io.env)),
        ("mouse", mouse(run.io.env).to_owned()),
        ("links", links(run.settings.hyperlinks).to_owned()),
    ];
    writeln!(run.io.out)?;
    write_rows(&terminal, run.io)?;
    let glyphs = run.settings.glyphs;
    writeln!(run.io.out, "\nEvery sign takes one cell; the bars end in one column:")?;
    for status in Status::ALL {
        writeln!(run.io.out, "  {} | {}", glyphs.status(status.name()), status.name())?;
    }
    writeln!(run.io.out, "\nWhat the picture says with them, the bars in one column again:")?;
    for rule in GRAMMAR {
        let sample = rule.sample(glyphs);
        writeln!(run.io.out, "  {sample:<11} | {}", rule.means)?;
    }
    Ok(Exit::Done)
}

fn write_rows(rows: &[(&str, String)], io: &mut Io) -> anyhow::Result<()> {
    for (name, value) in rows {
        writeln!(io.out, "{name:<10}{}", printable(value))?;
    }
    Ok(())
}

/// Returns a path, and says so if nothing is there.
fn place(path: &Path) -> String {
    let absence = if path.exists() { "" } else { " (not there)" };
    format!("{}{absence}", path.display())
}

fn no_home() -> String {
    "no home folder".to_owned()
}

const fn links(told: Switch) -> &'static str {
    match told {
        Switch::On => "told, so that a click opens a page",
        Switch::Off => "not told: the terminal is not known to open them, or is not to",
    }
}

const fn colors(mode: ColorMode) -> &'static str {
    match mode {
        ColorMode::None => "none",
        ColorMode::Ansi16 => "16, as the terminal has them",
        ColorMode::Ansi256 => "256",
        ColorMode::TrueColor => "any",
    }
}

/// The environment, which is asked what the terminal can do. The terminal is not: the answers would cost time, and some never come.
type Env<'a> = &'a dyn Fn(&str) -> Option<String>;

fn set(env: Env, name: &str) -> Option<String> {
    env(name).filter(|it| !it.is_empty())
}

/// Returns whether the locale has all of Unicode, and which variable says so.
pub(super) fn unicode(env: Env) -> String {
    let Some(it) = locale(env) else { return "not known: no locale is set".to_owned() };
    format!("{}: {} is {}", if it.is_unicode { "yes" } else { "no" }, it.variable, it.name)
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
