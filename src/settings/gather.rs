//! From every place in which settings are given to the settings in force.

use std::{collections::BTreeMap, ops::Range, path::Path, str::FromStr};

use toml::de::DeTable;

use super::{
    Choice, ColorMode, DEFAULT_CONFIG, Glyphs, Ground, Output, SavedView, Setting, Switch, THEMES, Theme, Written,
    bindings, color_mode,
    config::{self, AUTO, Given, Names, ROLES},
    glyphs, hyperlinks, lint, theme, views,
};
use crate::{
    diag::{Diagnostic, Levels, LintLevel, SourceMap, Span},
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
    pub color_choice: Choice,
    /// What to draw with.
    pub glyphs: &'static Glyphs,
    /// What keys do.
    pub keymap: Keymap,
    /// What makes a lane at the start.
    pub lanes: String,
    /// Whether the detail is shown at the start.
    pub detail: Switch,
    /// Whether the explorer takes the mouse at the start.
    pub mouse: Switch,
    /// Whether pages are told to the terminal as links.
    pub hyperlinks: Switch,
    /// The first thing that is wrong with what was given, in one line, and how many there are.
    pub complaint: Option<(String, usize)>,
    /// The name of the format that the export dialog proposes first.
    pub export_format: String,
    /// Whether what was on is remembered.
    pub sessions: Switch,
    /// The views saved under a name. That their queries and dates are such is still to be found out.
    pub views: Vec<SavedView>,
    /// How much warnings count, by their codes. That there are such codes is still to be found out.
    pub lint: Vec<(Written, LintLevel)>,
    /// The two themes of which the terminal's background chooses one, if it is to.
    pub pair: Option<Box<Pair>>,
}

/// A theme for either background.
#[derive(Clone, Debug)]
pub struct Pair {
    /// For a light one.
    pub light: Theme,
    /// For a dark one.
    pub dark: Theme,
}

impl Settings {
    /// Returns how much warnings count.
    pub fn levels(&self) -> Levels {
        let mut levels = Levels::default();
        self.lint.iter().for_each(|(code, level)| levels.set(&*code.text, *level));
        levels
    }

    /// Takes the theme that fits the terminal's background, if it is to choose.
    pub fn fit_to(&mut self, ground: Ground) {
        if let Some(pair) = &self.pair {
            self.theme = if ground == Ground::Light { pair.light.clone() } else { pair.dark.clone() };
        }
    }
}

/// Where settings come from.
pub struct Sources<'a> {
    /// The user's configuration, if there is one: its path and its text.
    pub config: Option<(String, String)>,
    /// The user's key file, if there is one: its path and its text.
    pub keymap: Option<(String, String)>,
    /// The user's own themes: the path and the text of each. A file's name without its ending is the theme's.
    pub themes: Vec<(String, String)>,
    /// The value of a variable of the environment.
    pub env: &'a dyn Fn(&str) -> Option<String>,
    /// What the command line sets: `--theme` and its like.
    pub flags: Vec<(Setting, String)>,
    /// What standard output is.
    pub output: Output,
    /// The names of what lanes can be by; empty to accept any.
    pub lanes: &'a [&'a str],
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
    let mut chosen = Chosen(defaults.into_iter().map(|it| (it.setting, it.word)).collect());
    let names = Names {
        lanes: sources.lanes,
        formats: sources.formats,
        themes: sources.themes.iter().map(|it| stem(&it.0)).collect(),
    };

    // Where there is no configuration, it is as if there were an empty one.
    let (config, text) = sources.config.clone().unwrap_or_default();
    let file = files.add(config, text.as_str());
    let (root, errors) = DeTable::parse_recoverable(&text);
    let root = root.get_ref();
    faults.extend(errors.iter().map(|it| not_toml(file, it)));
    let (given, wrong) = config::from_table(root, file);
    faults.extend(wrong);
    chosen.take(given, &names, &mut faults);
    chosen.take(config::from_outside(sources.env, &sources.flags, &mut files), &names, &mut faults);

    let mut keymap = Keymap::default();
    if let Some((name, text)) = &sources.keymap {
        let file = files.add(name, text.as_str());
        faults.extend(keymap.overlay(text).iter().map(|it| bindings::diagnostic(it, file)));
    }

    let color_choice = chosen.get(Setting::Color);
    let color = color_mode(color_choice, sources.env, sources.output);
    let name = if color == ColorMode::None { "mono" } else { chosen.word(Setting::Theme) };
    let mut dressed = |name: &str, faults: &mut Vec<Diagnostic>| {
        let theme = named_theme(name, &sources.themes, &mut files, faults);
        let (theme, wrong) = roles(theme, root, file);
        faults.extend(wrong);
        theme.fitted(color)
    };
    let pair = (name == AUTO).then(|| {
        // What is wrong with the roles of the configuration is told once, and not for either theme.
        Box::new(Pair { light: dressed("light", &mut Vec::new()), dark: dressed("dark", &mut faults) })
    });
    let theme = match &pair {
        Some(pair) => pair.dark.clone(),
        None => dressed(name, &mut faults),
    };
    let (views, wrong) = views::views(root, &text, file, sources.lanes);
    faults.extend(wrong);

    let (lint, wrong) = lint::levels(root, file);
    faults.extend(wrong);

    let mut settings = Settings {
        theme,
        color,
        color_choice,
        glyphs: glyphs(chosen.get(Setting::Glyphs), sources.env),
        keymap,
        lanes: chosen.word(Setting::Lanes).to_owned(),
        detail: chosen.get(Setting::Detail),
        mouse: chosen.get(Setting::Mouse),
        hyperlinks: hyperlinks(chosen.get(Setting::Hyperlinks), sources.env),
        complaint: None,
        export_format: chosen.word(Setting::ExportFormat).to_owned(),
        sessions: chosen.get(Setting::Session),
        views,
        lint,
        pair,
    };
    settings.fit_to((sources.env)("COLORFGBG").and_then(|it| Ground::from_colors(&it)).unwrap_or_default());
    faults.sort_by_key(|it| it.span.map(|it| (it.file, it.start)));
    (settings, faults, files)
}

/// Returns the theme called `name`: the user's own, laid over the default, or one that comes with the program.
fn named_theme(name: &str, themes: &[(String, String)], files: &mut SourceMap, faults: &mut Vec<Diagnostic>) -> Theme {
    let Some((path, text)) = themes.iter().find(|it| stem(&it.0) == name) else {
        return theme::builtin(name).unwrap_or_else(|| Theme::plain(name));
    };
    let file = files.add(path.as_str(), text.as_str());
    let (root, errors) = DeTable::parse_recoverable(text);
    faults.extend(errors.iter().map(|it| not_toml(file, it)));
    let mut base = theme::builtin(THEMES[0].0).unwrap_or_else(|| Theme::plain(name));
    name.clone_into(&mut base.name);
    let (theme, wrong) = theme::overlay(base, root.get_ref(), file);
    faults.extend(wrong);
    theme
}

/// Returns the name of a theme by the path of its file.
fn stem(path: &str) -> &str {
    Path::new(path).file_stem().and_then(|it| it.to_str()).unwrap_or_default()
}

/// The word of each setting so far.
struct Chosen(BTreeMap<Setting, String>);

impl Chosen {
    /// Takes over what is right in `given`.
    fn take(&mut self, given: Vec<Given>, names: &Names, faults: &mut Vec<Diagnostic>) {
        for it in given {
            match config::fault(&it, names) {
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

    const LANES: [&str; 3] = ["category", "party", "tag"];
    const FORMATS: [&str; 3] = ["csv", "markdown", "toml"];

    #[derive(Default)]
    struct Given {
        config: &'static str,
        keymap: &'static str,
        themes: &'static [(&'static str, &'static str)],
        env: &'static [(&'static str, &'static str)],
        flags: Vec<(Setting, String)>,
    }

    fn given(it: Given) -> (Settings, String) {
        let env = |name: &str| it.env.iter().find(|it| it.0 == name).map(|it| it.1.to_owned());
        let file = |name: &str, text: &str| Some((name.to_owned(), text.to_owned()));
        let (settings, faults, files) = gather(&Sources {
            config: file("config.toml", it.config),
            keymap: file("keymap.toml", it.keymap),
            themes: it.themes.iter().map(|it| (it.0.to_owned(), it.1.to_owned())).collect(),
            env: &env,
            flags: it.flags,
            output: Output::Terminal,
            lanes: &LANES,
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
        let mut expect: Vec<&str> =
            Setting::iter().map(Setting::name).chain([ROLES, lint::LINT, super::super::views::VIEWS]).collect();
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
            for word in setting.words(&Names::default()) {
                assert!(comment.contains(word), "{setting} {word}");
            }
        }
        let (plain, _) = given(Given::default());
        assert_eq!((&*plain.lanes, plain.detail, plain.color), ("category", Switch::On, ColorMode::Ansi16));
        assert_eq!(plain.theme.name, theme::theme_names().next().unwrap());
    }

    #[test]
    fn later_goes_before_earlier() {
        let config = "theme = 'light'\nlanes = 'party'\ndetail = false\nglyphs = 'ascii'\nexport_format = 'csv'";
        let env = &[("DATELINE_THEME", "mono"), ("DATELINE_LANES", "tag"), ("DATELINE_DETAIL", "")];
        let flags = vec![(Setting::Theme, "okabe-ito".into()), (Setting::Glyphs, "blocks".into())];
        let (settings, faults) = given(Given { config, env, flags, ..Given::default() });
        assert_eq!(faults, "");
        assert_eq!(settings.theme.name, "okabe-ito");
        assert_eq!(settings.lanes, "tag");
        assert_eq!(settings.detail, Switch::Off);
        assert_eq!(settings.glyphs, &BLOCKS);
        assert_eq!(settings.export_format, "csv");
    }

    #[test]
    fn no_color_is_mono_whatever_the_theme() {
        let config = "theme = 'light'\n[roles]\ntitle = { fg = 'red', add = ['italic'] }";
        let (settings, _) = given(Given { config, env: &[("NO_COLOR", "1")], ..Given::default() });
        assert_eq!(settings.theme.name, "mono");
        assert_eq!(settings.theme.style(Role::Title), Style::new().fg(Color::Reset).add_modifier(Modifier::ITALIC));
        let flags = vec![(Setting::Color, "always".into())];
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
    fn a_theme_of_ones_own_is_laid_over_the_default() {
        let (settings, faults) = given(Given {
            config: "theme = 'mine'\n",
            themes: &[("themes/mine.toml", "axis = { fg = 'red' }\naxsi = {}\nnow = 3\n"), ("themes/other.toml", "x")],
            ..Given::default()
        });
        assert_snapshot!(faults, @r#"
        themes/mine.toml:2:1: error[unknown-role]: `axsi` is not a role
          did you mean `axis`?
        themes/mine.toml:3:7: error[bad-style]: a style is a table
          write it as in `{ fg = "cyan", add = ["bold"] }`
        "#);
        assert_eq!(settings.theme.name, "mine");
        assert_eq!(settings.theme.style(Role::Axis), Style::new().fg(Color::Red));
        assert_eq!(settings.theme.style(Role::Accent), Style::new().fg(Color::Cyan));
        let (_, faults) = given(Given { config: "theme = 'min'", themes: &[("mine.toml", "")], ..Given::default() });
        assert_snapshot!(faults, @"
        config.toml:1:9: error[bad-setting]: `theme` cannot be set to `min`
          did you mean `mine`?
        ");
    }

    #[test]
    fn the_background_chooses_of_the_pair() {
        let theme = |env| {
            let (settings, faults) =
                given(Given { config: "theme = 'auto'\n[roles]\naxis = 3", env, ..Given::default() });
            assert_eq!(faults.lines().count(), 2, "told once: {faults}");
            settings
        };
        assert_eq!(theme(&[]).theme.name, "dark");
        assert_eq!(theme(&[("COLORFGBG", "0;15")]).theme.name, "light");
        let mut settings = theme(&[]);
        settings.fit_to(Ground::Light);
        assert_eq!(settings.theme.name, "light");
        let (mut settings, _) = given(Given::default());
        settings.fit_to(Ground::Light);
        assert_eq!(settings.theme.name, "ansi", "whoever chose one has chosen");
        let plain = theme(&[("NO_COLOR", "1")]);
        assert_eq!((plain.theme.name.as_str(), plain.pair.is_some()), ("mono", false));
    }

    #[test]
    fn views_are_read_with_their_faults() {
        let config = "[views]\nshort = '@netflix'\nlong = { query = 'a', as_of = '2018', lanes = 'party', zoom = '2011/2016' }\n\
                      none = 7\nhalf = { qurey = 'a', lanes = 'year', zoom = 3 }\n";
        let (settings, faults) = given(Given { config, ..Given::default() });
        let words: Vec<String> = settings.views.iter().map(|it| format!("{}: {}", it.name, it.words())).collect();
        assert_eq!(words, ["short: @netflix", "long: a · as known on 2018 · lanes by party · in 2011/2016", "half: "]);
        assert_snapshot!(faults, @r#"
        config.toml:4:8: error[bad-view]: a view is a query or a table
          write it as in `"@netflix"` or `{ query = "@netflix", zoom = "2011/2016" }`
        config.toml:5:10: error[bad-view]: `qurey` is no part of a view
          did you mean `query`?
        config.toml:5:31: error[bad-view]: lanes cannot be by this
          lanes are by category, party, tag
        config.toml:5:46: error[bad-view]: this part of a view is a text
          put it in quotes
        "#);
        assert_snapshot!(given(Given { config: "views = 'all'", ..Given::default() }).1, @"
        config.toml:1:9: error[bad-view]: `views` is not a table
          write `[views]`, and below it a line for each view
        ");
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place_and_counts_as_not_given() {
        let (settings, faults) = given(Given {
            config: "them = 'light'\ntheme = 'ligth'\ndetail = 3\nlanes = 'year'\nexport_format = 'toml'\nglyphs = \n[roles]\n\
                     titel = {}\naxis = 'red'\nnow = { fg = 'sky', add = ['bold', 'loud'], under = 1 }\ndim = { add = 'dim' }\n",
            keymap: "[explorer]\nw = 'exprot'\n'ctl-d' = 'undo'\nz = 'help'\nB = 'redo'\n[promt]\n",
            themes: &[],
            env: &[("DATELINE_COLOR", "alway")],
            flags: vec![(Setting::Glyphs, "emoji".into())],
        });
        assert_eq!((&*settings.lanes, settings.detail), ("category", Switch::On));
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
          it can be set to category, party, tag
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
                themes: Vec::new(),
                env: &env,
                flags: Vec::new(),
                output: Output::Other,
                lanes: &[],
                formats: &[],
            });
            for it in faults {
                let span = it.span.expect("every fault has a place");
                prop_assert!(files.place(span).is_some());
            }
        }
    }
}
