//! `dateline info`: paths, settings, what the terminal can show, and every sign to look at.

use std::path::Path;

use crate::{
    chronology::{Named, Status},
    settings::{ColorMode, Settings, Switch, theme_names},
    text::printable,
    tui,
    ui::GRAMMAR,
};

use super::{
    Exit, Io, abilities,
    args::{Globals, InfoArgs},
    config, store,
};

pub(super) fn run(args: &InfoArgs, globals: &Globals, settings: &Settings, io: &mut Io) -> anyhow::Result<Exit> {
    let (inputs, name) = store::inputs(&args.stores, io)?;
    let folder = config::folder(io.env);
    let below = |name: &str| folder.as_ref().map_or_else(no_home, |it| place(&it.join(name)));
    let config = globals.config.as_ref().map_or_else(|| below("config.toml"), |it| place(it));
    let state = config::state_folder(io.env);
    let session = match state.as_ref().and_then(|it| tui::remembered(it, &inputs)) {
        _ if settings.sessions == Switch::Off => "none: session = false".to_owned(),
        Some(it) => place(&it.file),
        None if state.is_none() => no_home(),
        None => "none is kept of this store".to_owned(),
    };
    let views: Vec<&str> = settings.views.iter().map(|it| it.name.as_str()).collect();
    let set = |name: &str| (io.env)(name).filter(|it| !it.is_empty());
    let env = |name: &str| set(name).unwrap_or_else(|| "not set".to_owned());
    let editor = set("VISUAL")
        .or_else(|| set("EDITOR"))
        .unwrap_or_else(|| "vi, for neither VISUAL nor EDITOR is set".to_owned());
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
    write_rows(&rows, io)?;
    let theme = if settings.pair.is_some() { "auto".to_owned() } else { settings.theme.name.clone() };
    let all: Vec<&str> = theme_names().collect();
    let terminal = [
        ("terminal", io.terminal.out_width.map_or_else(|| "none".to_owned(), |it| format!("{it} columns"))),
        ("TERM", env("TERM")),
        ("between", abilities::between(io.env)),
        ("colours", colors(settings.color).to_owned()),
        ("theme", format!("{theme} (there are {}, auto)", all.join(", "))),
        ("ground", abilities::background(io.env).to_owned()),
        ("unicode", abilities::unicode(io.env)),
        ("mouse", abilities::mouse(io.env).to_owned()),
        ("links", links(settings.hyperlinks).to_owned()),
    ];
    writeln!(io.out)?;
    write_rows(&terminal, io)?;
    let glyphs = settings.glyphs;
    writeln!(io.out, "\nEvery sign takes one cell; the bars end in one column:")?;
    for status in Status::ALL {
        writeln!(io.out, "  {} | {}", glyphs.status(status.name()), status.name())?;
    }
    writeln!(io.out, "\nWhat the picture says with them, the bars in one column again:")?;
    for rule in GRAMMAR {
        let sample = rule.sample(glyphs);
        writeln!(io.out, "  {sample:<11} | {}", rule.means)?;
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
