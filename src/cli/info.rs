//! `dateline info`: paths, settings, what the terminal can show, and every sign to look at.

use crate::{
    chronology::{Named, Status},
    settings::{ColorMode, Settings},
    ui::GRAMMAR,
};

use super::{Exit, Io, args::Globals, config, store};

pub(super) fn run(globals: &Globals, settings: &Settings, io: &mut Io) -> anyhow::Result<Exit> {
    let folder = config::folder(io.env).map_or_else(|| "no home folder".to_owned(), |it| it.display().to_string());
    let config = globals.config.as_ref().map_or_else(|| format!("{folder}/config.toml"), |it| it.display().to_string());
    let (_, store) = store::inputs(&[], io)?;
    let terminal = io.terminal.out_width.map_or_else(|| "none".to_owned(), |it| format!("{it} columns"));
    let env = |name: &str| (io.env)(name).unwrap_or_else(|| "not set".to_owned());
    let editor = (io.env)("VISUAL")
        .or_else(|| (io.env)("EDITOR"))
        .unwrap_or_else(|| "vi, for neither VISUAL nor EDITOR is set".to_owned());
    let rows = [
        ("version", env!("CARGO_PKG_VERSION").to_owned()),
        ("store", store),
        ("settings", config),
        ("keys", format!("{folder}/keymap.toml")),
        ("terminal", terminal),
        ("TERM", env("TERM")),
        ("colours", colors(settings.color).to_owned()),
        ("theme", settings.theme.name.clone()),
        ("editor", editor),
    ];
    for (name, value) in rows {
        writeln!(io.out, "{name:<10}{value}")?;
    }
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

const fn colors(mode: ColorMode) -> &'static str {
    match mode {
        ColorMode::None => "none",
        ColorMode::Ansi16 => "16, as the terminal has them",
        ColorMode::Ansi256 => "256",
        ColorMode::TrueColor => "any",
    }
}
