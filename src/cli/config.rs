//! Settings from the user's files, the environment and flags.

use std::path::{Path, PathBuf};

use anyhow::Context;
use etcetera::{AppStrategy, AppStrategyArgs, choose_app_strategy};

use crate::{
    app::check_views,
    diag::{Diagnostic, Severity, human, meant_or_all, one_line},
    formats::FORMATS,
    layout::LanesBy,
    settings::{self, Setting, Settings, Sources, Written},
    store,
};

use super::{Io, args::Globals};

/// Returns the folder of the user's settings, if the user has a home.
pub(super) fn folder(io: &Io) -> Option<PathBuf> {
    own_folder("XDG_CONFIG_HOME", io).or_else(|| Some(strategy()?.config_dir()))
}

/// Returns the folder for what the program remembers by itself, if the user has a home.
pub(super) fn state_folder(io: &Io) -> Option<PathBuf> {
    // Windows has no folder of its own for this.
    let of_system = || strategy().map(|it| it.state_dir().unwrap_or_else(|| it.data_dir()));
    own_folder("XDG_STATE_HOME", io).or_else(of_system)
}

fn own_folder(variable: &str, io: &Io) -> Option<PathBuf> {
    io.set(variable).map(|it| PathBuf::from(it).join("dateline"))
}

fn strategy() -> Option<impl AppStrategy> {
    let arguments =
        AppStrategyArgs { top_level_domain: String::new(), author: String::new(), app_name: "dateline".to_owned() };
    choose_app_strategy(arguments).ok()
}

/// Returns the path and the text of every theme of the user's own, in order of their names.
fn themes(folder: &Path) -> Vec<(String, String)> {
    let entries = std::fs::read_dir(folder.join("themes")).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|it| it.path()).collect();
    paths.retain(|it| it.extension().is_some_and(|it| it == "toml"));
    paths.sort();
    let read = |it: PathBuf| Some((it.display().to_string(), std::fs::read_to_string(&it).ok()?));
    paths.into_iter().filter_map(read).collect()
}

/// Returns what is wrong with a code whose level is set, if anything is.
fn unknown_lint(code: &Written) -> Option<Diagnostic> {
    let warnings = || store::rules().filter(|it| it.severity == Severity::Warning).map(|it| it.code);
    if warnings().any(|it| it == code.text) {
        return None;
    }
    let fault = Diagnostic::error("unknown-lint", format!("no warning has the code `{}`", code.text));
    Some(fault.at(code.span).help(meant_or_all(&code.text, "the warnings are", warnings())))
}

/// Returns the settings in force, and says on standard error what is wrong with what was given.
pub(super) fn gather(globals: &Globals, io: &mut Io) -> anyhow::Result<Settings> {
    let folder = folder(io);
    let read = |name: &str| {
        let path = folder.as_ref()?.join(name);
        std::fs::read_to_string(&path).ok().map(|text| (path.display().to_string(), text))
    };
    let config = match &globals.config {
        Some(path) => {
            let text = std::fs::read_to_string(path)
                .with_context(|| format!("cannot read the settings in {}", path.display()))?;
            Some((path.display().to_string(), text))
        }
        None => read("config.toml"),
    };
    let lanes = LanesBy::ALL.map(LanesBy::name);
    let formats: Vec<&str> = FORMATS.iter().map(|it| it.name).collect();
    let flags =
        [(Setting::Theme, &globals.theme), (Setting::Color, &globals.color), (Setting::Glyphs, &globals.glyphs)];
    let sources = Sources {
        config,
        keymap: read("keymap.toml"),
        themes: folder.as_deref().map(themes).unwrap_or_default(),
        env: io.env,
        flags: flags.into_iter().filter_map(|(setting, word)| Some((setting, word.clone()?))).collect(),
        output: io.output(),
        lanes: &lanes,
        formats: &formats,
    };
    let (mut settings, mut faults, files) = settings::gather(&sources);
    let (views, wrong) = check_views(std::mem::take(&mut settings.views));
    settings.views = views;
    faults.extend(wrong);
    settings.lint.retain(|(code, _)| {
        let fault = unknown_lint(code);
        let is_known = fault.is_none();
        faults.extend(fault);
        is_known
    });
    settings.complaint = faults.first().map(|it| (one_line(it, &files), faults.len()));
    let color = io.color_on_err(settings.color_choice);
    for fault in &faults {
        write!(io.err, "{}", human(fault, &files, color))?;
    }
    Ok(settings)
}
