//! From every place in which settings are given to the settings in force.

use std::{collections::BTreeMap, ops::Range, str::FromStr};

use toml::de::DeTable;

use super::{
    ColorChoice, ColorMode, DEFAULT_CONFIG, Detail, Glyphs, Lanes, Output, Overrides, Setting, Theme, bindings,
    color_mode,
    config::{self, Given, ROLES},
    glyphs, theme,
};
use crate::{
    diag::{Diagnostic, SourceMap, Span},
    keys::Keymap,
};

/// Everything that can be chosen, as it is in force.
#[derive(Clone, Debug)]
pub struct Settings {
    /// What the explorer looks like, in colours that the terminal has.
    pub theme: Theme,
    /// How many colours standard output takes.
    pub color: ColorMode,
    /// What was chosen, for other outputs.
    pub color_choice: ColorChoice,
    /// What to draw with.
    pub glyphs: &'static Glyphs,
    /// What keys do.
    pub keymap: Keymap,
    /// What makes a lane at the start.
    pub lanes: Lanes,
    /// Whether the detail is shown at the start.
    pub detail: Detail,
    /// The name of the format that the export dialog proposes first.
    pub export_format: String,
}

/// Where settings come from.
pub struct Sources<'a> {
    /// The user's configuration, if there is one: its path and its text.
    pub config: Option<(String, String)>,
    /// The user's key file, if there is one: its path and its text.
    pub keymap: Option<(String, String)>,
    /// The value of a variable of the environment.
    pub env: &'a dyn Fn(&str) -> Option<String>,
    /// What the command line sets.
    pub flags: Overrides,
    /// What standard output is.
    pub output: Output,
    /// The names of the formats that can be exported; empty to accept any.
    pub formats: &'a [&'a str],
}

/// Returns the settings in force, and what is wrong with what was given, with the texts that it points into.
///
/// Later goes before earlier: the defaults, the user's files, `DATELINE_…` in the environment, flags. What is wrong counts as
/// not given.
pub fn gather(sources: &Sources) -> (Settings, Vec<Diagnostic>, SourceMap) {
    let mut files = SourceMap::default();
    let mut faults = Vec::new();

    let (defaults, _) = config::from_table(DeTable::parse_recoverable(DEFAULT_CONFIG).0.get_ref(), 0);
    let defaults = defaults.into_iter().map(|it| (it.setting, it.word));
    let mut chosen = Chosen(defaults.collect());

    let written =
        sources.config.as_ref().map(|(name, text)| (files.add(name, text.as_str()), DeTable::parse_recoverable(text)));
    if let Some((file, (root, errors))) = &written {
        faults.extend(errors.iter().map(|it| not_toml(*file, it)));
        let (given, wrong) = config::from_table(root.get_ref(), *file);
        faults.extend(wrong);
        chosen.take(given, sources, &mut faults);
    }
    chosen.take(config::from_env(sources.env, &mut files), sources, &mut faults);
    chosen.take(config::from_flags(&sources.flags, &mut files), sources, &mut faults);

    let mut keymap = Keymap::default();
    if let Some((name, text)) = &sources.keymap {
        let file = files.add(name, text.as_str());
        faults.extend(keymap.overlay(text).iter().map(|it| bindings::diagnostic(it, file)));
    }

    let color_choice = chosen.get(Setting::Color);
    let color = color_mode(color_choice, sources.env, sources.output);
    let name = if color == ColorMode::None { "mono" } else { chosen.word(Setting::Theme) };
    let mut theme = theme::builtin(name).unwrap_or_else(|| Theme::plain(name));
    if let Some((file, (root, _))) = &written {
        let (over, wrong) = roles(theme, root.get_ref(), *file);
        theme = over;
        faults.extend(wrong);
    }

    let settings = Settings {
        theme: theme.fitted(color),
        color,
        color_choice,
        glyphs: glyphs(chosen.get(Setting::Glyphs), sources.env),
        keymap,
        lanes: chosen.get(Setting::Lanes),
        detail: chosen.get(Setting::Detail),
        export_format: chosen.word(Setting::ExportFormat).to_owned(),
    };
    faults.sort_by_key(|it| it.span.map(|it| (it.file, it.start)));
    (settings, faults, files)
}

/// The word of each setting so far.
struct Chosen(BTreeMap<Setting, String>);

impl Chosen {
    /// Takes over what is right in `given`.
    fn take(&mut self, given: Vec<Given>, sources: &Sources, faults: &mut Vec<Diagnostic>) {
        for it in given {
            match config::fault(&it, sources.formats) {
                Some(fault) => faults.push(fault),
                None => drop(self.0.insert(it.setting, it.word)),
            }
        }
    }

    fn word(&self, setting: Setting) -> &str {
        self.0.get(&setting).map_or("", String::as_str)
    }

    /// Returns what a word that was taken over stands for.
    fn get<T: FromStr + Default>(&self, setting: Setting) -> T {
        self.word(setting).parse().unwrap_or_default()
    }
}

/// Returns `theme` with the styles that the configuration `root`, the text number `file`, gives single roles.
fn roles(theme: Theme, root: &DeTable, file: usize) -> (Theme, Vec<Diagnostic>) {
    let Some(value) = root.get(ROLES) else { return (theme, Vec::new()) };
    if let Some(table) = value.get_ref().as_table() {
        return theme::overlay(theme, table, file);
    }
    let fault = Diagnostic::error("bad-setting", format!("`{ROLES}` is not a table"));
    let help = format!("write `[{ROLES}]`, and below it a line for each role");
    (theme, vec![fault.at(span(file, value.span())).help(help)])
}

fn not_toml(file: usize, error: &toml::de::Error) -> Diagnostic {
    Diagnostic::error("bad-toml", error.message()).at(span(file, error.span().unwrap_or_default()))
}

fn span(file: usize, bytes: Range<usize>) -> Span {
    Span::new(file, bytes.start, bytes.end)
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;
    use proptest::prelude::*;
    use ratatui::style::{Color, Modifier, Style};
    use strum::IntoEnumIterator;

    use super::*;
    use crate::{
        diag::one_line,
        keys::{Action, Context},
        settings::{BLOCKS, Role},
    };

    const FORMATS: [&str; 3] = ["csv", "markdown", "toml"];

    #[derive(Default)]
    struct Given {
        config: &'static str,
        keymap: &'static str,
        env: &'static [(&'static str, &'static str)],
        flags: Overrides,
    }

    fn given(it: Given) -> (Settings, String) {
        let env = |name: &str| it.env.iter().find(|it| it.0 == name).map(|it| it.1.to_owned());
        let file = |name: &str, text: &str| Some((name.to_owned(), text.to_owned()));
        let (settings, faults, files) = gather(&Sources {
            config: file("config.toml", it.config),
            keymap: file("keymap.toml", it.keymap),
            env: &env,
            flags: it.flags,
            output: Output::Terminal,
            formats: &FORMATS,
        });
        let line = |it: &Diagnostic| format!("{}\n  {}\n", one_line(it, &files), it.help.as_deref().unwrap_or("-"));
        (settings, faults.iter().map(line).collect())
    }

    #[test]
    fn the_default_file_says_what_is_in_force() {
        let (plain, faults) = given(Given::default());
        assert_eq!(faults, "");
        let (written, faults) = given(Given { config: DEFAULT_CONFIG, ..Given::default() });
        assert_eq!(faults, "");
        assert_eq!(format!("{written:?}"), format!("{plain:?}"));
        let (table, _) = DeTable::parse_recoverable(DEFAULT_CONFIG);
        let mut expect: Vec<&str> = Setting::iter().map(Setting::name).chain([ROLES]).collect();
        let mut found: Vec<&str> = table.get_ref().keys().map(|it| &**it.get_ref()).collect();
        expect.sort_unstable();
        found.sort_unstable();
        assert_eq!(found, expect, "every setting is in the file");
    }

    #[test]
    fn the_default_file_names_every_word() {
        for setting in Setting::iter().filter(|it| *it != Setting::ExportFormat) {
            let comment =
                DEFAULT_CONFIG.split("\n\n").find(|it| it.contains(&format!("\n{setting} ="))).expect("its paragraph");
            for word in setting.words(&[]) {
                assert!(comment.contains(word), "{setting} {word}");
            }
        }
        let (plain, _) = given(Given::default());
        assert_eq!((plain.lanes, plain.detail, plain.color), (Lanes::default(), Detail::default(), ColorMode::Ansi16));
        assert_eq!(plain.theme.name, theme::theme_names().next().unwrap());
    }

    #[test]
    fn later_goes_before_earlier() {
        let config = "theme = 'light'\nlanes = 'party'\ndetail = false\nglyphs = 'ascii'\nexport_format = 'csv'";
        let env = &[("DATELINE_THEME", "mono"), ("DATELINE_LANES", "tag"), ("DATELINE_DETAIL", "")];
        let flags =
            Overrides { theme: Some("okabe-ito".into()), glyphs: Some("blocks".into()), ..Overrides::default() };
        let (settings, faults) = given(Given { config, env, flags, ..Given::default() });
        assert_eq!(faults, "");
        assert_eq!(settings.theme.name, "okabe-ito");
        assert_eq!(settings.lanes, Lanes::Tag);
        assert_eq!(settings.detail, Detail::Hidden);
        assert_eq!(settings.glyphs, &BLOCKS);
        assert_eq!(settings.export_format, "csv");
    }

    #[test]
    fn no_color_is_mono_whatever_the_theme() {
        let config = "theme = 'light'\n[roles]\ntitle = { fg = 'red', add = ['italic'] }";
        let (settings, _) = given(Given { config, env: &[("NO_COLOR", "1")], ..Given::default() });
        assert_eq!(settings.theme.name, "mono");
        assert_eq!(settings.theme.style(Role::Title), Style::new().fg(Color::Reset).add_modifier(Modifier::ITALIC));
        let flags = Overrides { color: Some("always".into()), ..Overrides::default() };
        let (settings, _) =
            given(Given { config, env: &[("NO_COLOR", "1"), ("TERM", "xterm-256color")], flags, ..Given::default() });
        assert_eq!((settings.color, settings.theme.name.as_str()), (ColorMode::Ansi256, "light"));
    }

    #[test]
    fn roles_go_before_the_theme() {
        let (settings, faults) = given(Given { config: "[roles]\naxis = { bg = '#010203' }", ..Given::default() });
        assert_eq!(faults, "");
        assert_eq!(settings.theme.style(Role::Axis), Style::new().bg(Color::Black), "sixteen colours here");
        assert_eq!(settings.theme.style(Role::Title), Style::new().add_modifier(Modifier::BOLD));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place_and_counts_as_not_given() {
        let (settings, faults) = given(Given {
            config: "them = 'light'\ntheme = 'ligth'\ndetail = 3\nlanes = 'year'\nexport_format = 'toml'\nglyphs = \n[roles]\n\
                     titel = {}\naxis = 'red'\nnow = { fg = 'sky', add = ['bold', 'loud'], under = 1 }\ndim = { add = 'dim' }\n",
            keymap: "[explorer]\nw = 'exprot'\n'ctl-d' = 'undo'\nz = 'help'\nB = 'redo'\n[promt]\n",
            env: &[("DATELINE_COLOR", "alway")],
            flags: Overrides { glyphs: Some("emoji".into()), ..Overrides::default() },
        });
        assert_eq!((settings.lanes, settings.detail), (Lanes::Category, Detail::Shown));
        assert_eq!((settings.theme.name.as_str(), settings.export_format.as_str()), ("ansi", "toml"));
        assert_eq!(settings.keymap.keys_for(Action::Redo, Context::Explorer), ["Ctrl-r", "B"]);
        assert_snapshot!(faults, @r#"
        config.toml:1:1: error[unknown-setting]: `them` is not a setting
          did you mean `theme`?
        config.toml:2:9: error[bad-setting]: `theme` cannot be set to `ligth`
          did you mean `light`?
        config.toml:3:10: error[bad-setting]: `detail` is set to a word
          it can be set to true, false
        config.toml:4:9: error[bad-setting]: `lanes` cannot be set to `year`
          it can be set to category, party, status, source, tag, file, none
        config.toml:6:10: error[bad-toml]: string values must be quoted, expected literal string
          -
        config.toml:8:1: error[unknown-role]: `titel` is not a role
          did you mean `title`?
        config.toml:9:8: error[bad-style]: a style is a table
          write it as in `{ fg = "cyan", add = ["bold"] }`
        config.toml:10:14: error[bad-style]: not a colour
          write one of the terminal's sixteen (`cyan`, `light-red`), `#d55e00`, or `reset`
        config.toml:10:36: error[bad-style]: not a list of modifiers
          modifiers are bold, dim, italic, underlined, slow_blink, rapid_blink, reversed, hidden, crossed_out
        config.toml:10:45: error[bad-style]: `under` is no part of a style
          a style has `fg`, `bg` and `add`
        config.toml:11:15: error[bad-style]: not a list of modifiers
          modifiers are bold, dim, italic, underlined, slow_blink, rapid_blink, reversed, hidden, crossed_out
        $DATELINE_COLOR:1:1: error[bad-setting]: `color` cannot be set to `alway`
          did you mean `always`?
        --glyphs:1:1: error[bad-setting]: `glyphs` cannot be set to `emoji`
          it can be set to auto, blocks, ascii
        keymap.toml:2:5: error[unknown-action]: `exprot` is not an action
          did you mean `export`?
        keymap.toml:3:1: error[unknown-key]: `ctl-d` is not a key
          keys are spelt `a`, `G`, `ctrl-d`, `shift-left`, `space`, `f1`; a sequence is `g d`
        keymap.toml:4:1: warning[keys-replaced]: `z` takes the place of `z f` and 10 more
          bind what is lost elsewhere, or say that it is meant: `"z f" = "none"`
        keymap.toml:6:2: error[unknown-context]: `promt` is not a context
          did you mean `prompt`?
        "#);
    }

    #[test]
    fn roles_that_are_no_table() {
        let (_, faults) = given(Given { config: "roles = 1", ..Given::default() });
        assert_snapshot!(faults, @r"
        config.toml:1:9: error[bad-setting]: `roles` is not a table
          write `[roles]`, and below it a line for each role
        ");
    }

    proptest! {
        #[test]
        fn no_text_panics(config in ".*", keymap in ".*", word in "\\PC*") {
            let env = |_: &str| Some(word.clone());
            let (_, faults, files) = gather(&Sources {
                config: Some(("config.toml".into(), config)),
                keymap: Some(("keymap.toml".into(), keymap)),
                env: &env,
                flags: Overrides::default(),
                output: Output::Other,
                formats: &[],
            });
            for it in faults {
                let span = it.span.expect("every fault has a place");
                prop_assert!(files.place(span).is_some());
            }
        }
    }
}
